/** Gains and losses under the current policy. */

import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import { type Who, whoGains, type WhoInput } from '../../../analysis/who/who.ts'
import { advance, type Task } from '../../../threads/task.ts'

export interface WhoQuestion extends WhoInput {
  /** Futures whose books are read for the bands of payers. */
  readonly payerMembers: number
}

export const who = (open: WasmRegion, { payerMembers, ...input }: WhoQuestion, task: Task): Promise<Who> =>
  whoGains(open, input, {
    many: open.simulator.runMany,
    payerMembers,
    pause: (done, all) => advance(task, done, all),
  })
