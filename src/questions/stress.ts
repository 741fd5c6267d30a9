/** Standard stress tests of external conditions beside the baseline, or the impact of external events that the reader names. */

import { messages as say } from '../texts/stress.ts'
import { debtParts } from '../analysis/debt/decomposition.ts'
import { impactReasons, impactSteps } from '../analysis/industries/impact.ts'
import { inSteps } from '../analysis/industries/steps.ts'
import { sumOf } from '../analysis/runs/moments.ts'
import { stressOutcomes, type StressResult, stressResults } from '../analysis/debt/stress.ts'
import { madeWith } from '../analysis/region/fingerprint.ts'
import { type AskedQuestion, type Inputs, question } from './core/question.ts'
import { areaName, placeName, policyName } from './core/names.ts'
import { events, suggestedEvents } from './core/events.ts'
import { type EventFound, eventReport } from './event.ts'
import * as take from './core/inputs.ts'
import { type Block, both, type Cell, type Column, joined, note, type Report, type Table } from './core/report.ts'

/** `-y` are the years of the tests. */
const { short: _, ...yearOfEvent } = take.year(2030, {
  en: 'with an event: year of the table by industry; that of the event where it comes later',
  zh: '用于外部事件：分行业表的年份；事件晚于该年时取事件年份',
})

type Found = { readonly results: readonly StressResult[] } | EventFound

const testsReport = (
  { open, scenario, years }: Pick<AskedQuestion<Inputs>, 'open' | 'scenario'> & { readonly years: readonly number[] },
  results: readonly StressResult[],
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
          isOutput ? '' : { value: first, ...show },
          ...others.map(value => ({ value: isOutput ? value / first - 1 : value - first, ...show, signed: true })),
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
      ...testColumns.map(column => ({ ...column, scale: 100, digits: 1, signed: true })),
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
      ...(sums[tests.findIndex(({ id }) => id === 'contingent')] < 0 ? [note(say.lowered())] : []),
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
  },
  soon: { simulations: 0 },
  simulates: ({ inputs: { event } }) => event.length > 0,
  find: async ({ open, scenario, inputs: { years, event, year, simulations, seed } }, runs): Promise<Found> => {
    if (event.length === 0) return { results: stressResults(open, scenario, years) }
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
      ? { years, outcomes: stressOutcomes, results: found.results }
      : { ...found.impact, reasons: found.reasons }),
  }),
  report: ({ open, scenario, inputs: { years, event } }, found) =>
    'results' in found
      ? testsReport({ open, scenario, years }, found.results)
      : eventReport(
          open.region,
          event.map(one => one.text),
          found,
        ),
})
