/**
 * Part of an ensemble with everything the answer needs of its simulations, for the region and each area, and paths for
 * the bands.
 */

import { futureReader, futureSettings, futureVariables } from '../../../analysis/runs/future.ts'
import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import type { Members } from '../../../analysis/runs/members.ts'
import type { PathsPart } from '../paths-part.ts'
import type { Task } from '../../../threads/task.ts'
import { membersPart, type PartInput } from './chances.ts'

export interface FuturesPart extends Members, PathsPart {}

export const futures = async (open: WasmRegion, input: PartInput, task: Task): Promise<FuturesPart> => {
  const { results, ...part } = await membersPart(open, input, task, futureVariables, widening =>
    futureReader({ ...futureSettings(open), widening }),
  )
  return { ...part, futures: results }
}
