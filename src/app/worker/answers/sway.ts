/** What moving one guess does to the verdict under the policy in hand: `heartland evidence` for that guess alone. */

import { type OneGuess, type OneGuessSettings, rankOne } from '../../../analysis/evidence-of-one.ts'
import type { LanesRegion } from '../../../analysis/lanes-region.ts'
import { horizonOf } from '../../../analysis/simulation.ts'
import { instantiate } from '../../../engine/lanes/instance.ts'
import { createLanesSimulator } from '../../../engine/lanes/simulator.ts'
import type { Task } from '../task.ts'

/** Null where nothing of that name is guessed. */
export const sway = async (open: LanesRegion, input: OneGuessSettings, task: Task): Promise<OneGuess | null> => {
  const { linked, built } = open
  const fresh = () => instantiate(built.module, built.manifest.memoryEnd)
  const found = await rankOne(
    open,
    region =>
      region === open.region
        ? open.simulator.runMany
        : createLanesSimulator(linked, region, horizonOf(), built.manifest, fresh(), fresh()).runMany,
    input,
    moves => {
      task.progress(moves, input.walks)
      return task.pause()
    },
  )
  return found ?? null
}
