/** Output, jobs and external sales by industry in a year, multipliers beside those of the input-output table, and flows. */

import { areaCalled } from '../analysis/runs/central-run.ts'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { madeWith } from '../analysis/region/fingerprint.ts'
import { type Flows, homeUses, industryFlows } from '../analysis/industries/flows.ts'
import { type IndustryFigures, industrySteps, type IndustryTable } from '../analysis/industries/industry-table.ts'
import { messages as say } from '../texts/industry.ts'
import { inSteps } from '../analysis/industries/steps.ts'
import { sumOf } from '../analysis/runs/quantiles.ts'
import { number } from '../analysis/words/numbers.ts'
import type { Both, Message } from '../language/messages.ts'
import { labelName } from '../model/names/parameters.ts'
import { saleOutlets } from '../regions/input-output.ts'
import type { RegionData } from '../regions/types.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { events, industryColumn, industryName, moneyShow, moneyShowIn, peopleShow } from './core/events.ts'
import { areaName, billionsAYearIn, currencyIn, percentSign, placeName, policyName } from './core/names.ts'
import * as take from './core/inputs.ts'
import { question } from './core/question.ts'
import {
  type Block,
  both,
  type Cell,
  type Column,
  expert,
  joined,
  note,
  section,
  type Table,
  text,
} from './core/report.ts'

const measures = ['output', 'employed', 'exports'] as const

const measuresIn = (region: RegionData) =>
  [
    ['output', say.valueAdded().text, moneyShowIn(region)],
    ['employed', say.employed().text, peopleShow],
    ['exports', say.soldOutside().text, moneyShowIn(region)],
  ] as const

type Figures = Omit<IndustryFigures, 'industry'>

const changeOf = ({ before, changes, ...now }: Figures, measure: (typeof measures)[number]): Cell => ({
  mean: now[measure] - before[measure],
  low: changes?.[measure].low ?? null,
  high: changes?.[measure].high ?? null,
})

const share = { unit: percentSign, scale: 100, digits: 1, suffix: ' %' } as const

const figuresTable = ({ figures, total }: IndustryTable, isChanged: boolean, region: RegionData): Table => ({
  kind: 'table',
  id: 'figures',
  columns: [
    industryColumn,
    ...measuresIn(region).flatMap(([id, head, { unit, scale, ...show }], at): Column[] => [
      { id, head, as: 'number', unit, scale, digits: at === 1 ? { en: 0, zh: 1 } : 1 },
      ...(isChanged ? [{ id: `${id}Change`, head: say.change().text, as: 'band' as const, unit, scale, ...show }] : []),
      ...(at > 0 ? [] : [{ id: 'share', head: say.share().text, as: 'number' as const, ...share }]),
    ]),
  ],
  rows: [...figures.map(one => [industryName(one.industry), one] as const), [say.total().text, total] as const].map(
    ([name, one]): Cell[] => [
      name,
      ...measures.flatMap((id, at): Cell[] => [
        one[id],
        ...(isChanged ? [changeOf(one, id)] : []),
        ...(at > 0 ? [] : [{ value: one.share, ...share }]),
      ]),
    ],
  ),
})

/** Drawn on a page; on a terminal the table of figures has the same changes. */
const changesSection = ({ figures, year }: IndustryTable, region: RegionData): Block =>
  expert(
    section(
      say.changesTitle({ year }),
      ...measuresIn(region).map(
        ([id, head, show]): Table => ({
          kind: 'table',
          id: `${id}Changes`,
          title: head,
          columns: [
            industryColumn,
            { id, head, as: 'range', ...show },
            { id: 'chart', head: both(() => String(year)), as: 'chart', ...show },
          ],
          rows: figures.map(one => [industryName(one.industry), changeOf(one, id), changeOf(one, id)]),
        }),
      ),
    ),
  )

const multipliersPart = ({ multipliers }: IndustryTable, open: OpenRegion): Block => {
  const currency = currencyIn(open.region)
  const two = { as: 'number', digits: 2 } as const
  const industries = multipliers[0]!.industries.map(({ industry }) => industry)
  // Thousand per billion is one per million, and a hundred per 亿.
  const jobs = { as: 'number', scale: { en: 1, zh: 100 }, digits: { en: 1, zh: 0 } } as const
  return section(
    say.multipliersTitle(),
    {
      kind: 'table',
      id: 'multipliers',
      columns: [
        industryColumn,
        ...multipliers.flatMap(({ area }): Column[] => [
          { id: area, head: areaName(open.region, area), ...two },
          { id: `${area}Table`, head: say.tableValueAdded().text, ...two },
        ]),
      ],
      rows: industries.map((industry, at) => [
        industryName(industry),
        ...multipliers.flatMap(own => [own.industries[at]!.model.valueAdded, own.industries[at]!.table.valueAdded]),
      ]),
    },
    ...multipliers.map(own =>
      expert<Table>({
        kind: 'table',
        id: `multipliers-${own.area}`,
        columns: [
          { ...industryColumn, head: areaName(open.region, own.area) },
          { id: 'output', head: say.modelOutput().text, ...two },
          { id: 'tableOutput', head: say.tableOutput().text, ...two },
          { id: 'jobs', head: say.modelJobs({ currency }).text, ...jobs },
          { id: 'tableJobs', head: say.tableJobs().text, ...jobs },
        ],
        rows: own.industries.map(({ industry, model, table }) => [
          industryName(industry),
          model.output,
          table.output,
          model.jobs,
          table.jobs,
        ]),
      }),
    ),
    note(say.multipliersSaid()),
  )
}

const useWords: Readonly<Record<(typeof homeUses)[number], Message>> = {
  consumption: say.consumption(),
  investment: say.investment(),
  building: say.building(),
  purchases: say.purchases(),
  provided: say.provided(),
}

/** Buyers by row, with what each sector sells them. */
const flowsPart = ({ sectors, home, sold, bought, valueAdded, output }: Flows, region: RegionData): Block => {
  const currency = currencyIn(region)
  const show = { unit: billionsAYearIn(region), scale: moneyShow.scale, digits: 1 }
  const amount = (values: readonly number[]): Both<string> =>
    both(language => number(sumOf(values) * show.scale[language], 0))
  const uses = homeUses.map(use => useWords[use].text)
  const count = sectors.length
  return section(
    say.flows(),
    text(
      say.flowsTold({
        output: amount(output),
        firms: amount(home.flatMap(row => row.slice(0, count))),
        home: amount(home.flatMap(row => row.slice(count))),
        outside: amount(sold.flat()),
        bought: amount(bought),
        currency,
      }),
    ),
    {
      kind: 'table',
      id: 'flows',
      columns: [
        { id: 'buyer', head: say.buyer().text, as: 'text' },
        ...sectors.map((one): Column => ({ id: one, head: industryName(one), as: 'number', ...show })),
        { id: 'bought', head: say.boughtOutside().text, as: 'number', ...show },
      ],
      rows: [
        ...[...sectors.map(industryName), ...uses].map((buyer, at): Cell[] => [
          buyer,
          ...home.map(row => row[at]!),
          bought[at]!,
        ]),
        ...saleOutlets.map((sale, at): Cell[] => [
          both(language => `→ ${labelName(sale, language)}`),
          ...sold.map(row => row[at]!),
          null,
        ]),
        [say.valueAdded().text, ...valueAdded, null],
      ],
    },
    note(say.flowsSource()),
  )
}

const isChanged = ({ policy }: Pick<Scenario, 'policy'>, event: readonly unknown[]): boolean =>
  Object.keys(policy).length + event.length > 0

const inputs = {
  year: {
    ...take.year(2030, { en: 'year of the figures', zh: '数据年份' }),
    label: { en: 'Year', zh: '年份' },
  },
  area: take.area({ en: 'one area of the region, such as CN-LN', zh: '一个省，如 CN-LN' }, (open, given) =>
    given === undefined ? undefined : open.region.areas[areaCalled(open, given).element]!,
  ),
  event: events,
  simulations: take.bandSimulations(40),
  seed: take.seed,
}

export const industries = question({
  inputs,
  soon: { simulations: 0 },
  simulates: ({ scenario, inputs: { event } }) => isChanged(scenario, event),
  find: async ({ open, scenario, inputs: { year, area, event, simulations, seed } }, runs) => {
    const { policy, assumptions } = scenario
    const asked = { year, policy, assumptions, shocks: event, ...(area === undefined ? {} : { area }) }
    const members = isChanged(scenario, event) ? simulations : 0
    if (members > 0) runs.begin(members)
    const table = await inSteps(industrySteps(open, { ...asked, members, seed }), runs.advance)
    return { table, flows: industryFlows(open, asked) }
  },
  record: ({ open, scenario, inputs: { area, event } }, { table, flows }) => ({
    region: open.region.id,
    area,
    ...madeWith(open),
    scenario,
    ...(event.length === 0 ? {} : { events: event.map(one => one.text) }),
    ...table,
    flows,
  }),
  report: ({ open, scenario, inputs: { area, event } }, { table, flows }) => {
    const { region } = open
    const currency = currencyIn(region)
    const policy = Object.keys(scenario.policy).length === 0 ? [] : [policyName(scenario)]
    const changed = isChanged(scenario, event)
    const name = joined([...policy, ...event.map(one => both(() => one.text))])
    return {
      title: say.industriesTitle({
        place: area === undefined ? placeName(region) : areaName(region, area),
        year: table.year,
      }),
      blocks: [
        figuresTable(table, changed, region),
        note(changed ? say.changesSaid({ currency, name }) : say.figuresSaid({ currency })),
        ...(changed ? [changesSection(table, region)] : []),
        changed ? expert(multipliersPart(table, open)) : multipliersPart(table, open),
        flowsPart(flows, region),
      ],
    }
  },
})
