/** Writes a scenario as JSON; apart from what reads it, because a page needs no checks of files. */

import type { LeverStage } from '../engine/scenario.ts'
import { fileFormat, statesFinancing, type Scenario } from './scenario.ts'
import { inOrder } from './words.ts'

/** Keys in a fixed order, so that two files differ where the scenarios do. */
export const writtenScenario = (scenario: Scenario): string => {
  const { policy, outside, thresholds = {}, package: policyPackage } = scenario
  const sorted = <Value>(named: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(inOrder(named))
  const stageOf = ({ value, start, ramp, end }: LeverStage) => ({ value, start, ramp, end })
  const settings = inOrder(policy).map(([lever, one]) => [lever, { ...stageOf(one), later: one.later?.map(stageOf) }])
  const isPaid = Object.keys(policy).length === 0 || statesFinancing(policy)
  const ordered = {
    format: fileFormat,
    name: scenario.name,
    region: scenario.region,
    model: scenario.model,
    data: scenario.data,
    package: policyPackage === '' ? undefined : policyPackage,
    seed: scenario.seed,
    members: scenario.members,
    assumptions: sorted(scenario.assumptions),
    policy: Object.fromEntries(settings) as unknown,
    financing: isPaid ? undefined : (scenario.financing ?? 'none'),
    outside: outside === undefined ? undefined : sorted(outside),
    thresholds: Object.keys(thresholds).length === 0 ? undefined : sorted(thresholds),
    correlations: scenario.correlations,
    truncations: scenario.truncations,
    distributions: scenario.distributions,
  }
  return `${JSON.stringify(ordered, null, 2)}\n`
}
