/** Effect of each lever alone; between two of them the question may be taken back. */

import { type Effects, leverEffects, type LeverEffect } from '../../../analysis/policies/lever-effects.ts'
import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import type { SetInputs } from '../../../engine/scenario.ts'
import type { Task } from '../../../threads/task.ts'

export const effects = async (
  open: WasmRegion,
  { assumptions }: Pick<SetInputs, 'assumptions'>,
  task: Task,
): Promise<Effects> => {
  const found: Record<string, LeverEffect> = {}
  for (const [name, effect] of leverEffects(open, open.simulator.runMany, assumptions)) {
    found[name] = effect
    await task.pause()
  }
  return found
}
