/** Effects of a yuan spent on each measure, beside published estimates: `value --published`. */

import { fitText } from '../analysis/region/fitted-model.ts'
import {
  type Comparison,
  comparisonsOf,
  type Multiplier,
  multiplierRange,
  multiplierYears,
  settingOf,
  studiesOf,
} from '../analysis/policies/multipliers.ts'
import { messages as say } from '../texts/value.ts'
import type { Both } from '../language/messages.ts'
import { leverName } from '../model/names/levers.ts'
import { packageStart } from '../model/packages.ts'
import { measuredOutcomes } from '../model/published-effects.ts'
import { citationOf } from '../model/published-studies.ts'
import type { RegionData } from '../regions/types.ts'
import { currencyIn, placeName } from './core/names.ts'
import { both, type Block, type Cell, type Column, note, type Report, section, text } from './core/report.ts'

const verdicts: Readonly<Record<Comparison['verdict'], Both<string>>> = {
  inside: { en: 'inside', zh: '区间内' },
  below: { en: 'below', zh: '低于' },
  above: { en: 'above', zh: '高于' },
  'one estimate': { en: 'one estimate', zh: '仅一项估计' },
}

export const publishedReport = (region: RegionData, measures: readonly Multiplier[]): Report => {
  const currency = currencyIn(region)
  const name = ({ lever, doc }: Pick<Multiplier, 'lever' | 'doc'>): Both<string> =>
    both(language => leverName(lever, doc, language))
  const head = (id: string, words: Both<string>, as: Column['as'] = 'text'): Column => ({ id, head: words, as })
  const years = (show: object = {}): Column[] =>
    multiplierYears.map(year => ({
      ...head(
        String(year),
        both(() => String(year)),
        'number',
      ),
      digits: 2,
      ...show,
    }))
  const measure = head('measure', say.measure().text)
  const setting = head('setting', say.setting().text)
  const compared = comparisonsOf(measures)
  const tables: Block[] = [
    {
      kind: 'table',
      id: 'spending',
      columns: [
        measure,
        setting,
        { ...head('outlay', say.outlayShare().text, 'number'), scale: 100, digits: 2 },
        ...years(),
      ],
      rows: measures
        .filter(({ outlay }) => outlay > 0)
        .map(one => [name(one), settingOf(one), one.outlay, ...one.output]),
    },
    {
      kind: 'table',
      id: 'reforms',
      title: say.reformEffects(),
      columns: [measure, setting, ...years({ scale: 100, signed: true })],
      rows: measures.filter(({ outlay }) => outlay === 0).map(one => [name(one), settingOf(one), ...one.output]),
    },
  ]
  const comparison: Block[] = [
    {
      kind: 'table',
      id: 'published',
      columns: [
        measure,
        setting,
        head('on', say.effectOn().text),
        ...years(),
        head('published', say.published().text),
        { ...head('year', say.inYear().text, 'number'), digits: 0 },
        head('verdict', say.verdict().text),
      ],
      rows: compared.map(({ of, ...effect }): Cell[] => [
        name(of),
        settingOf(effect.setting === undefined ? of : { ...of, value: effect.setting }),
        both(language => say.per({ outcome: measuredOutcomes[effect.on][language], per: effect.per }).text[language]),
        ...effect.model,
        multiplierRange(effect),
        String(packageStart + effect.year - 1),
        verdicts[effect.verdict],
      ]),
    },
    {
      kind: 'sources',
      list: studiesOf(measures).map(study => ({ text: citationOf(study), address: study.address })),
    },
    note(say.verdictNote({ between: say.betweenPlaces().text })),
  ]
  return {
    title: say.publishedTitle({ region: placeName(region), currency }),
    blocks: [
      text(say.publishedMethod({ year: packageStart, currency })),
      ...tables,
      ...(compared.length > 0 ? [section(say.comparedTitle(), ...comparison)] : [note(say.otherCountry())]),
      note(fitText(region)),
    ],
  }
}
