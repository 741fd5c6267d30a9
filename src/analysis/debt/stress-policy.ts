/** The levers of a stress test on top of those of the policy that is tested, so that the two differ by the test alone. */

import type { Lever } from '../../language/declare.ts'
import {
  defaultRamp,
  defaultStart,
  leverAt,
  type LeverSetting,
  type LeverStage,
  type Policy,
  settingFrom,
  stagesOf,
  standardAt,
} from '../../engine/scenario.ts'
import { financingLevers } from '../../scenario/financing.ts'

/** A stage of a test: from a year to a year. */
type TestStage = Required<LeverStage>

const startOf = ({ start = defaultStart }: LeverStage): number => start

/** What the policy has from the end of the test on; undefined where it has begun nothing by then. */
const resumed = (lever: Lever, own: LeverSetting, until: number): Required<Omit<LeverStage, 'end'>> & LeverStage => {
  const inForce = stagesOf(own).findLast(stage => startOf(stage) < until)
  const { value, ramp = defaultRamp, end = Number.POSITIVE_INFINITY } = inForce ?? { value: 0, end: until }
  if (end <= until) return { value: standardAt(lever.standard, until), start: until, ramp: 0 }
  const left = inForce === undefined ? 0 : Math.max(0, startOf(inForce) + ramp - until)
  return { value, start: until, ramp: left, ...(Number.isFinite(end) ? { end } : {}) }
}

/** In the years of the test its value, or that much beyond the policy's own; before and after what the policy has. */
const overlaid = (lever: Lever, own: LeverSetting, test: TestStage, adds: boolean): LeverSetting => {
  const { value, start, end } = test
  const stages = stagesOf(own)
  const most = Math.max(...lever.bounds)
  const during = adds ? Math.min(most, leverAt(lever.standard, own, start) + value) : value
  const after = stages.filter(stage => startOf(stage) >= end)
  const [first, ...later] = [
    ...stages.filter(stage => startOf(stage) < start).map(stage => ({ ...stage, start: startOf(stage) })),
    { value: during, start, ramp: 0, end },
    ...(after.some(stage => startOf(stage) === end) ? [] : [resumed(lever, own, end)]),
    ...after.map(stage => ({ ...stage, start: startOf(stage) })),
  ]
  return settingFrom([first!, ...later])
}

const isFinancing = (name: string): boolean => financingLevers.some(known => known === name)

/**
 * A test's levers over a policy's. Spending comes on top of the policy's own, up to the lever's limit; in the years of the
 * test the outlays of both are financed as the test says.
 */
export const policyUnder = (
  levers: ReadonlyMap<string, Lever>,
  policy: Policy,
  test: Readonly<Record<string, TestStage>>,
): Policy => {
  const financing = Object.entries(test).find(([name]) => isFinancing(name))
  const others = financing === undefined ? [] : financingLevers.filter(name => name in policy && !(name in test))
  const stages = { ...test, ...Object.fromEntries(others.map(name => [name, { ...financing![1], value: 0 }])) }
  const changed = Object.entries(stages).map(([name, stage]) => {
    const own = policy[name]
    return [name, own === undefined ? stage : overlaid(levers.get(name)!, own, stage, !isFinancing(name))]
  })
  return { ...policy, ...Object.fromEntries(changed) }
}
