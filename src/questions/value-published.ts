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
import { valueMessages as say } from '../analysis/policies/value/messages.ts'
import { number } from '../analysis/words/numbers.ts'
import { currencyWord } from '../language/currency.ts'
import type { Both } from '../language/messages.ts'
import { nameIn } from '../language/typeset.ts'
import { leverName, leverUnit } from '../model/names/levers.ts'
import { packageStart } from '../model/packages.ts'
import { measuredOutcomes } from '../model/published-effects.ts'
import { citationOf } from '../model/published-studies.ts'
import type { RegionData } from '../regions/types.ts'
import { both, type Block, type Cell, type Column, note, type Report, section, text } from './core/report.ts'

type Measured = Pick<Multiplier, 'lever' | 'unit' | 'standard' | 'value'>

/** '0.0 to 1.0 %' and '0.0 至 1.0%', in the unit of the lever. */
export const settingIn = (one: Measured): Both<string> => {
  const chinese = leverUnit(one.lever, one.unit, 'zh')
  const [scale, unit] = one.unit === 'share' ? ([100, '%'] as const) : [chinese.scale, chinese.text]
  const to = number(Number((scale * one.value).toPrecision(3)))
  return { en: settingOf(one), zh: `${number(scale * one.standard)} 至 ${to}${unit.trim()}` }
}

/** '0.2 to 0.4' and '0.2 至 0.4'. */
export const rangeIn = (effect: Pick<Comparison, 'estimates'>): Both<string> => {
  const range = multiplierRange(effect)
  return { en: range, zh: range.replace(' to ', ' 至 ') }
}

const verdicts: Readonly<Record<Comparison['verdict'], Both<string>>> = {
  inside: { en: 'inside', zh: '区间内' },
  below: { en: 'below', zh: '低于' },
  above: { en: 'above', zh: '高于' },
  'one estimate': { en: 'one estimate', zh: '仅一项估计' },
}

export const publishedReport = ({ names, ...region }: RegionData, measures: readonly Multiplier[]): Report => {
  const currency = both(language => currencyWord(region.currency, language))
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
        .map(one => [name(one), settingIn(one), one.outlay, ...one.output]),
    },
    {
      kind: 'table',
      id: 'reforms',
      title: say.reformEffects(),
      columns: [measure, setting, ...years({ scale: 100, signed: true })],
      rows: measures.filter(({ outlay }) => outlay === 0).map(one => [name(one), settingIn(one), ...one.output]),
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
        settingIn(effect.setting === undefined ? of : { ...of, value: effect.setting }),
        both(language => say.per({ outcome: measuredOutcomes[effect.on][language], per: effect.per }).text[language]),
        ...effect.model,
        rangeIn(effect),
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
    title: say.publishedTitle({ region: both(language => nameIn(names, language)), currency }),
    blocks: [
      text(say.publishedMethod({ year: packageStart, currency })),
      ...tables,
      ...(compared.length > 0 ? [section(say.comparedTitle(), ...comparison)] : [note(say.otherCountry())]),
      note(fitText(region)),
    ],
  }
}
