/** By which equations the change of an indicator under a package comes about. */

import { type AnswerReason, reasonOfChange } from '../../../analysis/answer/answer-reasons.ts'
import { policyAtFactor } from '../../../analysis/policies/packages.ts'
import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import type { Assumptions } from '../../../engine/scenario.ts'
import { valuesFor } from '../kept-runs.ts'

interface PackageReasonInput {
  readonly id: string
  /** What the answer has scaled the package by. */
  readonly factor: number | null
  readonly indicator: string
  readonly assumptions: Assumptions
}

export const packageReason = (
  open: WasmRegion,
  { id, factor, indicator, assumptions }: PackageReasonInput,
): AnswerReason => {
  const [before, after] = [{}, policyAtFactor(open, id, factor)].map(policy => valuesFor(open, policy, assumptions))
  return reasonOfChange(open, { id, indicator }, [before!, after!])
}
