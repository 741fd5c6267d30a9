/**
 * How the verdict changes when one uncertain input moves over its range (`heartland evidence` for that input alone).
 */

import { type InputSensitivity, type InputSensitivitySettings, rankOne } from '../../../analysis/evidence-of-one.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import { horizonOf } from '../../../analysis/simulation.ts'
import { instantiate } from '../../../engine/simd/instance.ts'
import { createWasmSimulator } from '../../../engine/run/wasm-simulator.ts'
import { advance, type Task } from '../../../threads/task.ts'

/** Null where no input of that name is uncertain. */
export const verdictSensitivity = async (
  open: WasmRegion,
  input: InputSensitivitySettings,
  task: Task,
): Promise<InputSensitivity | null> => {
  const { linked, built } = open
  const fresh = () => instantiate(built.module, built.manifest.memoryEnd)
  const found = await rankOne(
    open,
    region =>
      region === open.region
        ? open.simulator.runMany
        : createWasmSimulator(linked, region, horizonOf(), built.manifest, fresh).runMany,
    input,
    moves => advance(task, moves, input.walks),
  )
  return found ?? null
}
