/** Value for money: what each measure does to an outcome for each billion, ranked, with bands. */

import * as z from 'zod'
import { freeLevers } from '../analysis/policies/goal/levers.ts'
import { lowered } from '../language/typeset.ts'
import {
  horizons,
  measuredLevers,
  multiplierRange,
  multipliersOf,
  multiplierYears,
  settingOf,
  type Comparison,
  comparisonsOf,
  type Multiplier,
  studiesOf,
} from '../analysis/policies/multipliers.ts'
import { betterOf } from '../outcomes/catalogue.ts'
import { readingNames } from '../outcomes/year-values.ts'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { madeWith } from '../analysis/region/fingerprint.ts'
import {
  type LeverValue,
  type ValueAt,
  valueForMoney,
  valueOutcome,
  valueReadings,
} from '../analysis/policies/value/value.ts'
import { messages as say } from '../texts/value.ts'
import { figureDigits } from '../analysis/words/numbers.ts'
import { leverName, payerName } from '../model/names/levers.ts'
import { chineseName } from '../model/names/names.ts'
import { type Both, type Message, UsageError } from '../language/messages.ts'
import { packageStart } from '../model/packages.ts'
import { citationOf } from '../model/published-studies.ts'
import { question } from './core/question.ts'
import * as take from './core/inputs.ts'
import {
  areaName,
  billionsIn,
  changeUnitOf,
  currencyIn,
  percentSign,
  placeName,
  shownOf,
  showOf,
} from './core/names.ts'
import {
  both,
  type Block,
  type Cell,
  type Column,
  joined,
  note,
  text,
  type Report,
  section,
  type Show,
  spread,
} from './core/report.ts'
import { fitText } from '../analysis/region/fitted-model.ts'
import { measuredOutcomes } from '../model/published-effects.ts'
import type { RegionData } from '../regions/types.ts'

const yearOf = (horizon: number): number => packageStart + horizon - 1
const yearColumns = (years: readonly number[], show: Show): Column[] =>
  years.map(year => ({ id: String(year), head: both(() => String(year)), as: 'number', ...show }))
const nameOf = ({ lever, doc }: Pick<LeverValue, 'lever' | 'doc'>): Both<string> =>
  both(language => leverName(lever, doc, language))
const measure: Column = { id: 'measure', head: say.measure().text, as: 'text' }
const setting: Column = { id: 'setting', head: say.setting().text, as: 'text' }
const pageOutcomes = [
  'regionOutput',
  'regionConsumption',
  'regionEmploymentRate',
  'regionResidents',
  'regionBirths',
  'regionDebtToGdp',
]

/** '0.2 to 0.4 (year 1), 1.1 (year 5)' */
const publishedIn = (list: LeverValue['published']): Both<string> =>
  both(language =>
    list
      .map(effect => say.publishedIn({ range: multiplierRange(effect)[language], year: effect.year }).text[language])
      .join(', '),
  )

const verdicts: Readonly<Record<Comparison['verdict'], Both<string>>> = {
  inside: { en: 'inside', zh: '区间内' },
  below: { en: 'below', zh: '低于' },
  above: { en: 'above', zh: '高于' },
  'one estimate': { en: 'one estimate', zh: '仅一项估计' },
}

/** Effects of a yuan spent on each measure, beside published estimates. */
const publishedReport = (region: RegionData, measures: readonly Multiplier[]): Report => {
  const currency = currencyIn(region)
  const head = (id: string, words: Both<string>, as: Column['as'] = 'text'): Column => ({ id, head: words, as })
  const years = (show: Show = {}): Column[] => yearColumns(multiplierYears, { digits: 2, ...show })
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
        .map(one => [nameOf(one), settingOf(one), one.outlay, ...one.output]),
    },
    {
      kind: 'table',
      id: 'reforms',
      title: say.reformEffects(),
      columns: [measure, setting, ...years({ scale: 100, signed: true })],
      rows: measures.filter(({ outlay }) => outlay === 0).map(one => [nameOf(one), settingOf(one), ...one.output]),
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
        nameOf(of),
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
      ...(compared.length > 0 ? [section(say.comparedTitle(), ...comparison)] : [note(say.otherCountry())]),
      ...tables,
      note(fitText(region)),
    ],
  }
}

export const value = question({
  inputs: {
    outcome: {
      type: z.string().default('regionOutput'),
      help: {
        en: 'the outcome, such as regionConsumption or debtToGdp[CN-LN]',
        zh: '结果指标，如 regionConsumption 或 debtToGdp[CN-LN]',
      },
      placeholder: 'name',
      label: { en: 'Outcome', zh: '结果指标' },
      options: (open: OpenRegion) =>
        pageOutcomes.map(
          name => [name, { en: open.linked.variables.get(name)?.doc ?? name, zh: chineseName(name) ?? name }] as const,
        ),
    },
    after: {
      type: z.literal(horizons).default(5),
      help: { en: 'rank by the effect after so many years', zh: '按若干年后的效果排名' },
      placeholder: 'years',
      label: { en: 'Ranked by the effect in', zh: '按年份排名' },
      options: () => horizons.map(one => [String(one), both(() => String(yearOf(one)))] as const),
    },
    less: take.flag({
      en: 'less of the outcome is better (assumed for debt, unemployment and the like)',
      zh: '该指标越低越好（债务、失业率等默认如此）',
    }),
    with: take.names({ en: 'these levers only', zh: '仅含这些政策工具' }, 'levers'),
    published: take.flag({
      en: 'compare every measure with published estimates instead, in central projections',
      zh: '改为在基准情景下将各项措施与已发表的估计比较',
    }),
    simulations: take.simulations(200),
    seed: take.seed,
  },
  simulates: ({ inputs: { published } }) => !published,
  find: async ({ open, inputs, scenario: { assumptions } }, runs) => {
    if (inputs.published) return { years: multiplierYears, ...multipliersOf(open, assumptions) }
    const { less, after, simulations: members, seed: given } = inputs
    const outcome = valueOutcome(open, inputs.outcome)
    const named = inputs.with.length === 0 ? undefined : new Set(freeLevers(open, inputs.with).map(({ name }) => name))
    const levers = measuredLevers(open).filter(({ name }) => named?.has(name) ?? true)
    if (levers.length === 0)
      throw new UsageError(say.noneLeft({ text: [...named!].join(','), command: 'heartland list levers' }))
    const places = valueReadings(open, outcome)
    runs.begin(members * (levers.length + 1))
    const run = await runs.trials({ readings: places.readings, members, seed: given, assumptions })
    const better = less ? 'lower' : betterOf(outcome.variable)
    return valueForMoney(open, { outcome, places, levers, better, rankedAt: after, run })
  },
  audits: found => ('audit' in found ? [found.audit] : undefined),
  record: ({ open, inputs, scenario: { assumptions } }, found) => ({
    region: open.region.id,
    ...madeWith(open),
    assumptions,
    seed: inputs.seed,
    ...('measures' in found ? { years: found.years, measures: found.measures } : found),
  }),
  report: ({ open: { region } }, found) => {
    if ('measures' in found) return publishedReport(region, found.measures)
    const { levers, years, rankedAt, failed, variable, doc, outcome, reading, better } = found
    const year = yearOf(rankedAt)
    const place = years.indexOf(year)
    const at = ({ at: list }: LeverValue): ValueAt => list[place]
    const [spending, reforms] = [levers.filter(({ rank }) => rank !== null), levers.filter(({ rank }) => rank === null)]
    const shown = shownOf(found)
    const { scale } = showOf(shown)
    const changeUnit = changeUnitOf(shown)
    const unitText = { en: changeUnit.en, zh: changeUnit.zh || '数值' }
    const [, area = ''] = /\[([^,\]]+)/.exec(outcome) ?? []
    const owner = area in region.areaNames ? areaName(region, area) : undefined
    const outcomeText = {
      en: `${lowered(doc)}${owner === undefined ? '' : ` of ${owner.en}`}`,
      zh: `${owner?.zh ?? ''}${chineseName(variable) ?? variable}`,
    }
    const measured = {
      en: `${outcomeText.en}, ${readingNames.en[reading]}`,
      zh: `${outcomeText.zh}的${readingNames.zh[reading]}`,
    }
    const currency = currencyIn(region)
    const named = (
      message: (of: { names: Both<string>; year: number }) => Message,
      list: readonly LeverValue[],
    ): Block[] =>
      list.length === 0 ? [] : [text(message({ names: joined(list.map(nameOf), { en: '; ', zh: '、' }), year }))]
    const ranked = (wanted: number | null): LeverValue[] => spending.filter(({ rank }) => rank === wanted)
    const best = ranked(1)
    const digits = (list: readonly number[]) => ({
      unit: unitText,
      digits: { en: figureDigits(list.map(one => one * scale.en)), zh: figureDigits(list.map(one => one * scale.zh)) },
      scale,
      signed: true,
    })
    const gross = digits(spending.flatMap(one => one.at.map(({ perGross }) => perGross!.median)))
    const full = digits(reforms.flatMap(one => one.at.map(({ effect }) => effect.median)))
    const wrong = better === 'higher' ? 'lowers' : 'raises'
    const net = ({ perNet, netShare }: ValueAt): Cell =>
      perNet ?? (netShare!.high <= 0 ? say.pays() : say.unclearNet()).text
    const studies = new Set(
      spending.flatMap(one => one.published.flatMap(({ estimates }) => estimates)).map(one => one.study),
    )
    const ranking: Block[] = [
      {
        kind: 'table',
        id: 'ranking',
        columns: [
          { id: 'rank', head: say.rank().text, as: 'number' },
          measure,
          ...yearColumns(years, gross),
          { id: 'range', head: say.band({ year }).text, as: 'range', ...gross },
          {
            id: 'chart',
            head: both(() => String(year)),
            as: 'chart',
            ...gross,
            ...(better === 'lower' ? { better } : {}),
          },
          { id: 'netShare', head: say.netShare().text, as: 'number', unit: percentSign, scale: 100, digits: 0 },
          { id: 'perNet', head: say.perNet().text, as: 'number', ...gross },
        ],
        rows: spending.map(one => [
          `${one.rank}${ranked(one.rank).length > 1 ? '=' : ''}`,
          nameOf(one),
          ...one.at.map(({ perGross }) => perGross!.median),
          spread(at(one).perGross!),
          spread(at(one).perGross!),
          at(one).netShare!.median,
          net(at(one)),
        ]),
      },
    ]
    const settings: Block[] = [
      {
        kind: 'table',
        id: 'settings',
        title: say.settings(),
        columns: [
          measure,
          setting,
          {
            id: 'outlay',
            head: say.outlay({ year, money: billionsIn(region) }).text,
            as: 'number',
            unit: billionsIn(region),
            scale: { en: 1, zh: 10 },
            digits: { en: 1, zh: 0 },
          },
          { id: 'payer', head: say.payer().text, as: 'text' },
          { id: 'published', head: say.published().text, as: 'text' },
        ],
        rows: spending.map(one => [
          nameOf(one),
          settingOf(one),
          one.outlay![place].median,
          both(language => payerName(one.payer, language)),
          publishedIn(one.published),
        ]),
      },
    ]
    const reformTable: Block[] = [
      {
        kind: 'table',
        id: 'reforms',
        title: say.reforms(),
        columns: [
          measure,
          setting,
          ...yearColumns(years, full),
          { id: 'range', head: say.band({ year }).text, as: 'range', ...full },
          { id: 'perGross', head: say.perGross().text, as: 'number' },
        ],
        rows: reforms.map(one => {
          const { effect, perGross } = at(one)
          return [
            nameOf(one),
            settingOf(one),
            ...one.at.map(({ effect: { median } }) => median),
            spread(effect),
            perGross === null ? say.nothing().text : { value: perGross.median, ...digits([perGross.median]) },
          ]
        }),
      },
      note(say.reformsRemark({ outcome: outcomeText, unit: unitText, year })),
    ]
    return {
      title: say.title({ region: placeName(region) }),
      blocks: [
        ...named(of => say.best({ ...of, tied: best.length > 1 }), best),
        text(
          say.measured({
            outcome: measured,
            unit: unitText,
            money: { en: `bn ${currency.en}`, zh: `10亿${currency.zh}` },
            years: { en: years.join(', '), zh: years.join('、') },
          }),
        ),
        ...(spending.length === 0 ? [] : ranking),
        ...named(
          say.worse,
          levers.filter(one => at(one).sign === wrong),
        ),
        ...named(
          say.unclear,
          levers.filter(one => at(one).sign === 'unclear'),
        ),
        ...(spending.length === 0 ? [] : settings),
        ...(studies.size === 0
          ? []
          : [
              {
                kind: 'sources' as const,
                list: [...studies].map(one => ({ text: citationOf(one), address: one.address })),
              },
            ]),
        ...(reforms.length === 0 ? [] : reformTable),
        ...(spending.length === 0 ? [] : [note(say.net({ year }))]),
        note(say.method({ year: packageStart })),
        ...(failed === 0 ? [] : [note(say.failed({ failed }))]),
      ],
    }
  },
})
