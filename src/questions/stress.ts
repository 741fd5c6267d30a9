/** Standard stress tests of external conditions beside the baseline, or the impact of external events that the reader names. */

import * as z from 'zod'
import { messages as say } from '../texts/stress.ts'
import { debtParts } from '../analysis/debt/decomposition.ts'
import { impactReasons, impactSteps, type Impact, type SectorImpact } from '../analysis/industries/impact.ts'
import { inSteps } from '../analysis/industries/steps.ts'
import { sumOf } from '../analysis/runs/quantiles.ts'
import { ownStressTests } from '../analysis/debt/own-tests.ts'
import { landThenAndNow, stressOutcomes, type StressResult, stressResults } from '../analysis/debt/stress.ts'
import { madeWith } from '../analysis/region/fingerprint.ts'
import { type AskedQuestion, type Inputs, question } from './core/question.ts'
import {
  areaName,
  billionsAYearIn,
  currencyIn,
  percentIn,
  percentSign,
  placeName,
  points,
  policyName,
} from './core/names.ts'
import {
  events,
  suggestedEvents,
  industryColumn,
  industryName,
  moneyShow,
  moneyShowIn,
  peopleShow,
} from './core/events.ts'
import * as take from './core/inputs.ts'
import {
  type Block,
  both,
  type Cell,
  type Column,
  joined,
  note,
  type Report,
  type Table,
  expert,
  section,
  spread,
  text,
} from './core/report.ts'
import { reasonMessages } from '../analysis/explain/messages.ts'
import type { Division } from '../analysis/explain/reasons.ts'
import { reasonSentences } from '../analysis/explain/reasons-in-words.ts'
import { messages as industry } from '../texts/industry.ts'
import { signed } from '../analysis/words/numbers.ts'
import type { Both } from '../language/messages.ts'
import { variableName } from '../model/names/variables.ts'
import { catalogued } from '../outcomes/catalogue.ts'
import type { RegionData } from '../regions/types.ts'

/** `-y` are the years of the tests. */
const { short: _, ...yearOfEvent } = take.year(2030, {
  en: 'with an event: year of the table by industry; that of the event where it comes later',
  zh: '用于外部事件：分行业表的年份；事件晚于该年时取事件年份',
})

const percentOf = (share: number): Both<string> =>
  both(language => `${signed(100 * share, 2)}${language === 'zh' ? '%' : ' %'}`)

const sectorsBlock = ({ sectors, total, years }: Impact, region: RegionData): Block => {
  const currency = currencyIn(region)
  // The first year of the event, when little has answered, and the year asked for.
  const places = years.slice(0, 2).map((year, at) => ({ at, head: industry.byModel({ year }).text }))
  const cells = ({ valueAdded, employed, model }: Omit<SectorImpact, 'sector'>): Cell[] => [
    valueAdded.direct,
    valueAdded.indirect,
    valueAdded.induced,
    valueAdded.total,
    ...places.map(({ at }) => model?.[at]!.valueAdded ?? null),
    employed.total,
    ...places.map(({ at }) => model?.[at]!.employed ?? null),
  ]
  const money = { as: 'number', ...moneyShowIn(region) } as const
  const people = { as: 'number', ...peopleShow } as const
  return section(
    industry.impactHead({ currency }),
    {
      kind: 'table',
      id: 'sectors',
      columns: [
        industryColumn,
        { id: 'direct', head: industry.direct().text, ...money },
        { id: 'indirect', head: industry.indirect().text, ...money },
        { id: 'induced', head: industry.induced().text, ...money },
        { id: 'total', head: industry.sum().text, ...money },
        ...places.map(({ at, head }): Column => ({ id: `model${years[at]}`, head, ...money })),
        { id: 'jobs', head: industry.jobsSum().text, ...people },
        ...places.map(({ at, head }): Column => ({ id: `jobs${years[at]}`, head, ...people })),
      ],
      rows: [...sectors.map(one => [industryName(one.sector), ...cells(one)]), [industry.all().text, ...cells(total)]],
      total: true,
      bars: [
        {
          title: industry.valueAdded().text,
          unit: money.unit,
          columns: ['direct', 'indirect', 'induced'],
        },
        { title: industry.employed().text, unit: peopleShow.unit, columns: ['jobs'] },
      ],
    },
    note(industry.partsSaid()),
  )
}

const rangesBlock = ({ sectors, bands, years, year }: Impact, region: RegionData): Block | undefined => {
  if (bands === undefined) return undefined
  const currency = currencyIn(region)
  const asked = years.indexOf(year)
  const shown = [...new Set([0, asked])]
  const cells = ({ table, model }: typeof bands.total): Cell[] => [
    spread(table),
    ...shown.map(at => (model === undefined ? null : spread(model[at]!.valueAdded))),
    model === undefined ? null : spread(model[asked]!.employed),
  ]
  const money = { as: 'range', ...moneyShowIn(region) } as const
  return expert(
    section(industry.bandsHead({ simulations: bands.members, currency }), {
      kind: 'table',
      id: 'ranges',
      columns: [
        industryColumn,
        { id: 'table', head: industry.byTable().text, ...money },
        ...shown.map(
          (at): Column => ({ id: `model${years[at]}`, head: industry.byModel({ year: years[at]! }).text, ...money }),
        ),
        { id: 'jobs', head: industry.jobsByModel({ year }).text, as: 'range', ...peopleShow },
      ],
      rows: [
        ...sectors.map(({ sector }, at) => [industryName(sector), ...cells(bands.sectors[at]!)]),
        [industry.all().text, ...cells(bands.total)],
      ],
    }),
  )
}

const modelBlock = ({ changes, years, bands, shocks }: Impact, region: RegionData): Block =>
  section(
    industry.modelHead(),
    {
      kind: 'table',
      id: 'model',
      columns: [
        { id: 'outcome', head: industry.outcome().text, as: 'text' },
        ...years.map((year): Column => ({ id: String(year), head: both(() => String(year)), as: 'band' })),
      ],
      rows: changes.map(({ variable, doc, unit, relative, at }, row) => {
        const isShare = relative || unit === 'share' || unit === 'year'
        const show = {
          unit: isShare ? (relative ? percentSign : points) : billionsAYearIn(region),
          scale: isShare ? 100 : moneyShow.scale,
          digits: 2,
          signed: true,
        }
        return [
          both(language => variableName(variable, doc, language)),
          ...at.map((mean, place): Cell => {
            const { low, high } = bands === undefined ? { low: null, high: null } : bands.changes[row]![place]!
            return { mean, low, high, ...show }
          }),
        ]
      }),
    },
    note(industry.modelSaid({ start: Math.min(...shocks.map(({ from }) => from)), currency: currencyIn(region) })),
  )

const reasonsBlock = (reasons: readonly Division[], year: number): Block | undefined => {
  if (reasons.length === 0) return undefined
  const [en, zh] = [reasonSentences(reasons, 'en'), reasonSentences(reasons, 'zh')]
  return expert(section(reasonMessages.head({ year }), ...en.map((one, at): Block => text({ en: one, zh: zh[at]! }))))
}

export interface EventFound {
  readonly impact: Impact
  readonly reasons: readonly Division[]
}

/** Direct, indirect and induced effects by industry, and beside them the full model. */
const eventReport = (region: RegionData, given: readonly string[], { impact, reasons }: EventFound): Report => {
  const currency = currencyIn(region)
  const { sales, total, output, changes, years, year } = impact
  const model = changes.find(({ variable }) => variable === 'regionOutput')!.at[years.indexOf(year)]!
  return {
    title: industry.impactTitle({ place: placeName(region), events: given }),
    blocks: [
      text(
        industry.impactSaid({
          sales: both(language => signed(sales * moneyShow.scale[language], 1)),
          share: percentOf(total.valueAdded.total / output),
          model: percentOf(model),
          currency,
          year,
        }),
      ),
      sectorsBlock(impact, region),
      rangesBlock(impact, region),
      modelBlock(impact, region),
      reasonsBlock(reasons, year),
    ].filter(block => block !== undefined),
  }
}

type Found =
  | { readonly results: readonly StressResult[]; readonly land: ReturnType<typeof landThenAndNow> }
  | EventFound

const testsReport = (
  { open, scenario, years }: Pick<AskedQuestion<Inputs>, 'open' | 'scenario'> & { readonly years: readonly number[] },
  { results, land }: Extract<Found, { readonly results: unknown }>,
): Report => {
  const { region } = open
  const [baseline, ...tested] = results
  const tests = tested.map(({ test }) => test!)
  const testColumns = tests.map(({ id, short }): Column => ({ id, head: short, as: 'number' }))
  const outcomeTable = (place: string): Table => ({
    kind: 'table',
    id: place,
    columns: [
      { id: 'outcome', head: place === 'region' ? placeName(region) : areaName(region, place), as: 'text' },
      { id: 'baseline', head: say.baseline().text, as: 'number' },
      ...testColumns,
    ],
    rows: stressOutcomes.flatMap(({ name, names: own, ...show }) =>
      years.map((year, at): Cell[] => {
        const [first, ...others] = results.map(({ places }) => places[place][name][at])
        const isOutput = name === 'output'
        return [
          joined([isOutput ? say.output().text : own, both(() => String(year))], { en: ' ', zh: ' ' }),
          isOutput
            ? ''
            : {
                value: first,
                ...show,
                of: { outcome: catalogued(name)!.id, area: place === 'region' ? undefined : place, when: year },
              },
          ...others.map(value => ({
            ...show,
            value: isOutput ? value / first - 1 : value - first,
            unit: !isOutput && show.unit.zh.startsWith('%') ? points : show.unit,
            signed: true,
          })),
        ]
      }),
    ),
  })
  const last = years.length - 1
  const causes = debtParts.map(({ id, names: own }) => ({
    own,
    moved: tested.map(({ debtFrom }) => debtFrom['region'][id][last] - baseline.debtFrom['region'][id][last]),
  }))
  const sums = tests.map((_test, at) => sumOf(causes.map(({ moved }) => moved[at])))
  const debtTable: Table = {
    kind: 'table',
    id: 'debt',
    columns: [
      { id: 'cause', head: say.causes({ year: years[last] }).text, as: 'text' },
      ...testColumns.map(column => ({ ...column, unit: points, scale: 100, digits: 1, signed: true })),
    ],
    rows: [
      ...causes
        .filter(({ moved }) => moved.some(value => Math.abs(value) >= 0.0005))
        .map(({ own, moved }): Cell[] => [own, ...moved]),
      [say.total().text, ...sums],
    ],
  }
  return {
    title: say.title({ place: placeName(region), scenario: policyName(scenario) }),
    blocks: [
      ...['region', ...(region.areas.length > 1 ? region.areas : [])].map(outcomeTable),
      debtTable,
      ...(sums[tests.findIndex(({ id }) => id === 'rollover')] < 0 ? [note(say.lowered())] : []),
      ...(land === undefined
        ? []
        : [
            note(
              say.landThenAndNow({
                most: percentIn(land.most.share, 1),
                before: land.most.year,
                now: percentIn(land.now.share, 1),
                year: land.now.year,
              }),
            ),
          ]),
      ...tests.map(({ short, names: own }): Block => note(say.legend({ short, names: own }))),
      note(say.remark({ years: years.join(', ') })),
    ],
  }
}

export const stress = question({
  inputs: {
    years: take.years([2028, 2035]),
    event: { ...events, label: { en: 'External event', zh: '外部事件' }, options: suggestedEvents, typed: true },
    year: { ...yearOfEvent, label: { en: 'Year', zh: '年份' } },
    simulations: {
      ...take.bandSimulations(40),
      help: {
        en: 'simulations behind the ranges of an event; 0 for none',
        zh: '事件影响区间所用的模拟次数；0 为不计算区间',
      },
    },
    seed: take.seed,
    tests: {
      type: z.string().optional(),
      help: {
        en: 'your own tests beside the standard ones: a table with the columns test and condition, each condition a path or an outcome that is held',
        zh: '标准测试之外的自设测试：含 test、condition 两列的表，每项条件为一条路径或一个设定的结果',
      },
      label: { en: 'Own tests (CSV)', zh: '自设测试（CSV）' },
      placeholder: 'file',
      page: '',
      file: true as const,
    },
  },
  soon: { simulations: 0 },
  simulates: ({ inputs: { event } }) => event.length > 0,
  find: async (
    { open, scenario, inputs: { years, event, year, simulations, seed, tests = '' } },
    runs,
  ): Promise<Found> => {
    const own = tests === '' ? [] : ownStressTests(open, tests)
    if (event.length === 0)
      return { results: stressResults(open, scenario, years, own), land: landThenAndNow(open, scenario) }
    const { policy, assumptions } = scenario
    const from = Math.max(year, ...event.map(one => one.from))
    runs.begin(simulations)
    const steps = impactSteps(open, event, from, { policy, assumptions, members: simulations, seed })
    const impact = await inSteps(steps, runs.advance)
    return { impact, reasons: impactReasons(open, impact, scenario) }
  },
  record: ({ open, scenario, inputs: { years } }, found) => ({
    region: open.region.id,
    ...madeWith(open),
    scenario,
    ...('results' in found
      ? { years, outcomes: stressOutcomes, results: found.results, land: found.land ?? null }
      : { ...found.impact, reasons: found.reasons }),
  }),
  report: ({ open, scenario, inputs: { years, event } }, found) =>
    'results' in found
      ? testsReport({ open, scenario, years }, found)
      : eventReport(
          open.region,
          event.map(one => one.text),
          found,
        ),
})
