/** Under which conditions the open scenario misses targets: boxes and a tree over uncertain inputs. */

import { type Discovery, failuresOf, outsideInputs } from '../../../analysis/policies/discover/discover.ts'
import { parseTargets } from '../../../analysis/policies/goal/targets.ts'
import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import { orderDraws } from '../../../engine/simd/draws.ts'
import type { SetInputs } from '../../../engine/scenario.ts'
import type { Task } from '../../../threads/task.ts'
import { workerTrials } from '../trials.ts'
import { wideningFor } from '../widening.ts'
import type { GoalInput } from './goal.ts'

export type FailuresInput = SetInputs & Pick<GoalInput, 'targets' | 'seed' | 'members'>

export const failures = async (open: WasmRegion, input: FailuresInput, task: Task): Promise<Discovery> => {
  const { policy, assumptions, seed, members } = input
  const targets = parseTargets(
    open,
    input.targets.map(({ text }) => text),
  )
  const lastYear = Math.max(...targets.map(({ outcome }) => Math.ceil(outcome.window![1]) - 1))
  const outside = outsideInputs(open, lastYear)
  const settings = { seed, members, design: 'sobol', uncertainty: {} } as const
  await task.pause()
  const readings = [
    ...targets.map(({ outcome }, at) => ({ outcome, growth: input.targets[at].growth })),
    ...outside.readings,
  ]
  const widening = await wideningFor(open, { settings, assumptions })
  const [values] = await workerTrials(open, { settings, assumptions, readings, widening }, task)([policy])
  return failuresOf(open, {
    targets,
    fails: 'missed',
    values,
    outside,
    draws: orderDraws(open.linked, settings),
    members,
    assumptions,
  })
}
