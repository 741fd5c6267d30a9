/** The causes of a figure, the reasons for a change, and what an uncertain input moves. */

import {
  type Asked,
  askedAt,
  type CauseLevel,
  causesAt,
  type RunValues,
  valuesOfRun,
} from '../../../analysis/explain/tree.ts'
import { type WasmRegion, runsOnModule } from '../../../analysis/region/wasm-region.ts'
import type { SetInputs, Assumptions, Policy } from '../../../engine/scenario.ts'
import { outcomeAt, outcomeIn, recordFor } from '../../../analysis/explain/change.ts'
import { allRuns } from '../../../engine/run/many.ts'
import {
  type InputSensitivity,
  type InputSensitivitySettings,
  rankOne,
} from '../../../analysis/evidence/evidence-ranking.ts'
import { advance, type Task } from '../../../threads/task.ts'
import { lastPer } from '../../../language/once-per.ts'

export interface CausesInput extends SetInputs {
  /** A row that was shown, or a variable at a step: dimensions without a label are taken together. */
  readonly asked: Asked
}

/** All values of recent runs, so that explaining more of them needs no new run: doing nothing and the policy in hand, and the pair before. */
const recent = lastPer<WasmRegion, RunValues>(4)

const valuesFor = (open: WasmRegion, policy: Policy, assumptions: Assumptions): RunValues =>
  recent.of(open, JSON.stringify([policy, assumptions]), () => valuesOfRun(open, { policy, assumptions }))

export const causes = (open: WasmRegion, { policy, assumptions, asked }: CausesInput): CauseLevel => {
  const point = { ...askedAt(open, asked.name, asked.labels, asked.step), closing: asked.closing }
  return causesAt(open, point, valuesFor(open, {}, assumptions), valuesFor(open, policy, assumptions))
}

interface OutcomeSensitivityInput extends SetInputs {
  /** 'regionDebtToGdp@2035Q4'. */
  readonly outcome: string
  /** 'name' or 'name[label]'. */
  readonly parameter: string
  readonly range: readonly [low: number, high: number]
}

/** The outcome at the low and the high end. */
export const outcomeSensitivity = (
  open: WasmRegion,
  { policy, assumptions, outcome: text, parameter, range }: OutcomeSensitivityInput,
): readonly [number, number] => {
  const outcome = outcomeAt(open, text)
  const runs = open.simulator.runMany(
    range.map(value => ({ policy, assumptions: { ...assumptions, [parameter]: value } })),
    recordFor(outcome),
  )
  const [low, high] = allRuns(runs).map(outcomeIn(open, outcome))
  return [low, high]
}

/** As `heartland evidence` has it for that input alone; null where no input of that name is uncertain. */
export const verdictSensitivity = async (
  open: WasmRegion,
  input: InputSensitivitySettings,
  task: Task,
): Promise<InputSensitivity | null> => {
  const runsOn = runsOnModule(open, { many: open.simulator.runMany, built: open.built })
  return (await rankOne(open, runsOn, input, (done, all) => advance(task, done, all))) ?? null
}
