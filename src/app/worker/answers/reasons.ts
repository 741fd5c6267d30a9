/** By which equations a change comes about: of an indicator under a package, or of output after an event. */

import { type AnswerReason, reasonOfChange } from '../../../analysis/answer-reasons.ts'
import type { Division } from '../../../analysis/explain/reasons.ts'
import { impactReasons } from '../../../analysis/industries/impact.ts'
import { parseShock } from '../../../analysis/industries/shocks.ts'
import { policyAtFactor } from '../../../analysis/packages.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
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

interface EventReasonsInput {
  /** 'exportsRussia=-100%'. */
  readonly shocks: readonly string[]
  readonly year: number
  readonly assumptions: Assumptions
}

export const eventReasons = (open: WasmRegion, { shocks, year, assumptions }: EventReasonsInput): Division[] =>
  impactReasons(open, { shocks: shocks.map(text => parseShock(open, text)), year }, assumptions)
