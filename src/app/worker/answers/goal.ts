/** What it would take: the least setting of some levers with which targets hold in a share of the simulations. */

import { grossPresentValues, costingOf } from '../../../analysis/policies/costs.ts'
import { type Aim, findGoal, type GoalResult } from '../../../analysis/policies/goal/goal.ts'
import { freeLevers } from '../../../analysis/policies/goal/levers.ts'
import { parseTargets } from '../../../analysis/policies/goal/targets.ts'
import type { RunTrials } from '../../../analysis/policies/goal/trials.ts'
import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import type { Assumptions, Policy } from '../../../engine/scenario.ts'
import type { Task } from '../../../threads/task.ts'
import { workerTrials } from '../trials.ts'
import { wideningFor } from '../widening.ts'

export interface GoalInput {
  /** 'regionDebtToGdp@2035 <= 0.75'; of growth, over the year before and the year meant. */
  readonly targets: ReadonlyArray<{ readonly text: string; readonly growth: boolean }>
  readonly levers: readonly string[]
  /** What is in force besides the levers of the search. */
  readonly base: Policy
  readonly assumptions: Assumptions
  readonly chance: number
  readonly aim: Aim
  readonly seed: number
  readonly members: number
}

/** Settings that a search over several levers tries, and about as many as one over a single lever needs. */
const [mostPoints, pointsOfOne] = [200, 100]

export const leastSetting = async (open: WasmRegion, input: GoalInput, task: Task): Promise<GoalResult> => {
  const { assumptions, base, chance, aim, seed, members } = input
  const targets = parseTargets(
    open,
    input.targets.map(({ text }) => text),
  )
  const levers = freeLevers(open, input.levers)
  const costing = costingOf(open, assumptions)
  await task.pause()
  let done = 0
  const all = members * (levers.length === 1 ? pointsOfOne : mostPoints)
  /** The parts of the search report to themselves; the whole tells how far it has come. */
  const part: Task = { ...task, progress: () => undefined }
  task.progress(done, all)
  const trialsWith = async (own: number): Promise<RunTrials> => {
    const settings = { seed: own, members, design: 'sobol', uncertainty: {} } as const
    const run = workerTrials(
      open,
      {
        settings,
        assumptions,
        readings: targets.map(({ outcome }, at) => ({ outcome, growth: input.targets[at].growth })),
        widening: await wideningFor(open, { settings, assumptions }),
      },
      part,
    )
    return async policies => {
      const values = await run(policies)
      task.progress(Math.min(all, (done += members * policies.length)), all)
      return values
    }
  }
  return findGoal({
    targets,
    levers,
    base,
    chance,
    aim,
    seed,
    mostPoints,
    run: await trialsWith(seed),
    check: await trialsWith(seed + 1),
    costs: policies => grossPresentValues(open, policies, costing, open.simulator.runMany),
    budget: costing.budget,
  })
}
