/** The central run of a choice, central parameters and no shocks, and what is told of it year by year. */

import type { Both } from '../../language/messages.ts'
import { namesOf } from '../../language/typeset.ts'
import { readRun } from '../../engine/run/reader.ts'
import type { RunAudit, Run } from '../../engine/run.ts'
import { type Scenario, financingSentence } from '../../scenario/scenario.ts'
import { leversOf } from '../../engine/scenario.ts'
import { criteria, judge, judgementVariables } from '../../model/criteria.ts'
import { type Scope, type Indicator, inRegion, outcomeIndicators } from '../../outcomes/catalogue.ts'
import type { Choice } from '../region/choice.ts'
import { costInRun, costRecord } from '../policies/costs.ts'
import { evidenceOf } from '../evidence/evidence.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { madeWith } from '../region/fingerprint.ts'
import { classesAt } from './fold.ts'
import { indicatorVariables, inYear } from '../words/outcomes.ts'
import { unknownWord } from '../../language/usage.ts'

/** The region as a whole, or the place of one of its areas. */
export type Where = {
  readonly scope: Scope
  readonly element: number
  readonly name: string
  readonly names: Both<string>
}

const placeNamed = (names: Parameters<typeof namesOf>[0]) => ({ name: names.en, names: namesOf(names) })

const wholeRegion = ({ region }: OpenRegion): Where => ({ scope: 'region', element: 0, ...placeNamed(region.names) })

/** A name as it is compared: 'LIAONING' is 'Liaoning', and 辽宁省 is 辽宁. */
export const plainName = (word: string): string => word.toLowerCase().replace(/省$/, '')

/** An area by id, English or Chinese name. */
export const areaCalled = ({ region }: Pick<OpenRegion, 'region'>, word: string): Where => {
  const wanted = plainName(word)
  const wordsOf = (id: string): string[] => [id, ...Object.values(region.areaNames[id])]
  const element = region.areas.findIndex(id => wordsOf(id).some(known => plainName(known) === wanted))
  if (element >= 0) return { scope: 'area', element, ...placeNamed(region.areaNames[region.areas[element]]) }
  const names = region.areas.flatMap(wordsOf)
  throw unknownWord('area', word, names, { of: region.id, shown: region.areas })
}

/** An area by id or name; the whole region where none is named. */
export const whereCalled = (open: OpenRegion, area: string | undefined): Where =>
  area === undefined ? wholeRegion(open) : areaCalled(open, area)

/** Its id; none of the region as a whole. */
export const areaIn = ({ region }: Pick<OpenRegion, 'region'>, { scope, element }: Where): string | undefined =>
  scope === 'area' ? region.areas[element] : undefined

/** Years in which two policies are compared where none are named. */
export const comparedYears = ({ simulator }: OpenRegion): number[] => [...new Set([2030, simulator.horizon.end - 1])]

export const defaultYears = ({ region, simulator }: OpenRegion): number[] => {
  const [first, last] = [Math.floor(region.start) + 1, simulator.horizon.end - 1]
  return [...new Set([first, 2026, 2030, 2035, last])]
    .filter(year => year >= first && year <= last)
    .toSorted((a, b) => a - b)
}

interface YearRow {
  readonly indicator: Indicator
  /** By year; undefined where a growth rate has no year before. */
  readonly values: ReadonlyArray<number | undefined>
}

const yearRows = (open: OpenRegion, run: Run, where: Where, years: readonly number[]): YearRow[] => {
  const { region } = open
  const view = readRun(run, where.element)
  return outcomeIndicators.map(indicator => ({
    indicator: inRegion(indicator, region),
    values: years.map(year => inYear(view, indicator, where.scope, year, region.start)),
  }))
}

const recordFor = (scope: Scope): string[] => [...new Set([...judgementVariables(scope), ...indicatorVariables(scope)])]

export interface CentralRun {
  readonly rows: readonly YearRow[]
  /** By criterion. */
  readonly met: Readonly<Record<string, boolean>>
  readonly cost: ReturnType<typeof costInRun>
  /** Undefined where nothing is spent. */
  readonly financing: Both<string> | undefined
  readonly audit: RunAudit
}

/** The central run of a choice: with its table, what it costs, which criteria it meets, and whether its accounts close. */
export const centralRun = (choice: Choice, where: Where, years: readonly number[]): CentralRun => {
  const { open, scenario, costing } = choice
  const { simulator, linked } = open
  const record = [...new Set([...recordFor(where.scope), ...costRecord(open)])]
  const run = simulator.run({ ...scenario, record, audit: true })
  const { scores } = classesAt(judge(readRun(run, where.element), where.scope))
  return {
    rows: yearRows(open, run, where, years),
    met: Object.fromEntries(criteria.map(({ id }, at) => [id, scores[at] >= 0.5])),
    cost: costInRun(open, run, costing),
    financing: financingSentence(leversOf(linked), scenario.policy),
    audit: run.audit!,
  }
}

const headOf = ({ names, unit, reading }: Indicator) => ({ label: names.en, unit, reading })

/** As `heartland run --json` prints it. */
export const runRecord = (choice: Choice, where: Where, years: readonly number[], result: CentralRun) => ({
  region: choice.open.region.id,
  of: where.name,
  names: where.names,
  ...madeWith(choice.open),
  scenario: choice.scenario,
  grossCost: result.cost.gross,
  costAfterFeedback: result.cost.afterFeedback,
  financing: result.financing ?? null,
  criteria: result.met,
  outcomes: Object.fromEntries(
    result.rows.map(({ indicator, values }) => [
      indicator.id,
      {
        ...headOf(indicator),
        values: Object.fromEntries(years.map((year, at) => [year, values[at] ?? null])),
      },
    ]),
  ),
  evidence: evidenceOf(choice.open.linked, choice.open.region),
  audit: result.audit,
  calibrated: choice.open.region.parameters !== undefined,
})

export interface ComparedScenario extends Scenario {
  readonly grossCost: CentralRun['cost']['gross']
  readonly costAfterFeedback: CentralRun['cost']['afterFeedback']
  readonly audit: CentralRun['audit']
}

/** As `heartland compare --json` prints it: two policies of one region. */
export const comparisonRecord = (
  choices: readonly Choice[],
  where: Where,
  years: readonly number[],
  results: readonly CentralRun[],
) => {
  const [{ open }] = choices
  return {
    region: open.region.id,
    of: where.name,
    ...madeWith(open),
    scenarios: choices.map(
      ({ scenario }, at): ComparedScenario => ({
        ...scenario,
        grossCost: results[at].cost.gross,
        costAfterFeedback: results[at].cost.afterFeedback,
        audit: results[at].audit,
      }),
    ),
    years,
    outcomes: Object.fromEntries(
      results[0].rows.map(({ indicator, values }, at) => {
        const others = results[1].rows[at].values
        const change = values.map((value, year) => {
          const other = others[year]
          return value === undefined || other === undefined ? null : other - value
        })
        const known = (list: ReadonlyArray<number | undefined>) => list.map(value => value ?? null)
        return [
          indicator.id,
          {
            ...headOf(indicator),
            first: known(values),
            second: known(others),
            change,
          },
        ]
      }),
    ),
    evidence: evidenceOf(open.linked, open.region),
    calibrated: open.region.parameters !== undefined,
  }
}
