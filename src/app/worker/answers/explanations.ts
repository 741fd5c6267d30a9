/** The causes of a figure, the reasons for a change, and outcomes of runs. */

import {
  type Asked,
  askedAt,
  type CauseLevel,
  causesAt,
  type CauseRow,
  type RunValues,
  touchable,
  valuesOfRun,
} from '../../../analysis/explain/tree.ts'
import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import type { SetInputs, Assumptions, Policy } from '../../../engine/scenario.ts'
import { outcomeAt, outcomeIn, recordFor } from '../../../analysis/explain/change.ts'
import { allRuns } from '../../../engine/run/many.ts'
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

/** Equations behind a variable that have parameters to touch, each at a step. */
export const equationsBehind = (
  open: WasmRegion,
  { policy, assumptions, name, labels, step, most }: SetInputs & Omit<Asked, 'closing'> & { readonly most: number },
): CauseRow[] =>
  touchable(open, name, most).map(one => {
    const own = open.linked.variables.get(one)!.dimensions.map(dimension => dimension.name)
    const placed = Object.fromEntries(Object.entries(labels).filter(([dimension]) => own.includes(dimension)))
    return causes(open, { policy, assumptions, asked: { name: one, closing: false, labels: placed, step } }).row
  })

interface OutcomesInput {
  readonly runs: readonly SetInputs[]
  /** Of one variable: 'regionDebtToGdp@2035Q4'. */
  readonly outcomes: readonly string[]
}

/** Each outcome in each run. */
export const outcomesOf = (open: WasmRegion, { runs, outcomes }: OutcomesInput): number[][] => {
  const found = outcomes.map(text => outcomeAt(open, text))
  const done = allRuns(open.simulator.runMany(runs, [...new Set(found.flatMap(recordFor))]))
  const read = found.map(one => outcomeIn(open, one))
  return done.map(run => read.map(of => of(run)))
}
