/** The feedback loops that pass through an outcome: how they act at a date, and what each does year by year. */

import { outcomeAt } from '../../../analysis/explain/change.ts'
import { loopsThrough, loopYears, measureLoops, type RankedLoop, scoreYears } from '../../../analysis/explain/loops.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import type { SetInputs } from '../../../engine/scenario.ts'

export interface LoopsInput extends SetInputs {
  /** 'regionDebtToGdp@2035Q4'. */
  readonly outcome: string
}

export interface LoopsAnswer {
  /** The one that does most over the years first. */
  readonly loops: readonly RankedLoop[]
  /** Calendar time from which their gains are measured. */
  readonly from: number
  /** Years of the shares. */
  readonly years: readonly number[]
}

export const loops = (open: WasmRegion, { policy, assumptions, outcome: text }: LoopsInput): LoopsAnswer => {
  const outcome = outcomeAt(open, text)
  const from = Math.min(Math.floor(outcome.from), open.simulator.horizon.end - loopYears)
  const measured = measureLoops(open, { policy, assumptions }, { from })
  return { loops: loopsThrough(open, measured, outcome.variable), from, years: scoreYears(open) }
}
