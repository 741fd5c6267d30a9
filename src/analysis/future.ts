/** What is kept of one run of an ensemble: the judgement, the risks and the outcomes, of the region and of each area. */

import { yearView } from '../engine/outlook.ts'
import type { Run } from '../engine/run.ts'
import { type Benchmarks, type Judgement, judge, type Scope, verdictVariables } from '../model/criteria.ts'
import { packageStart } from '../model/playbooks.ts'
import { readRisks, type RiskReading, riskVariables } from '../model/risks.ts'
import { benchmarksOf } from './benchmarks.ts'
import { indicatorVariables, outcomes } from './outcomes.ts'
import type { OpenRegion } from './simulation.ts'

export interface Reading {
  readonly judgement: Judgement
  /** In the order of the list of outcomes. */
  readonly outcomes: readonly number[]
}

/** Plain data: it travels between threads. */
export interface Future extends Reading {
  readonly risks: RiskReading
  /** In the order of the region's areas; empty when there is but one, which is the region. */
  readonly areas: readonly Reading[]
}

export const futureVariables: readonly string[] = [
  ...new Set([
    ...(['region', 'area'] as const).flatMap(scope => [...verdictVariables(scope), ...indicatorVariables(scope)]),
    ...riskVariables,
  ]),
]

/** A reader of the runs of a region. */
export const futureReader = ({ region, simulator }: OpenRegion): ((run: Run) => Future) => {
  const { end, stepsPerYear } = simulator.horizon
  const all = region.areas.map((_, area) => area)
  const benchmarks = benchmarksOf(region, all)
  const areas = all.length === 1 ? [] : all.map(area => ({ area, benchmarks: benchmarksOf(region, [area]) }))
  const read = (run: Run, scope: Scope, area: number, before: Benchmarks): Reading => {
    const outlook = yearView(run, region.start, stepsPerYear, area)
    return {
      judgement: judge(outlook, scope, before),
      outcomes: outcomes.map(outcome => outcome.read(outlook, scope)),
    }
  }
  return run => ({
    ...read(run, 'region', 0, benchmarks),
    risks: readRisks(yearView(run, region.start, stepsPerYear), region.start, packageStart, end - 1),
    areas: areas.map(({ area, benchmarks: before }) => read(run, 'area', area, before)),
  })
}
