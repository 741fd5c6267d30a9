/**
 * Part of an ensemble with everything the answer needs of its simulations, for the region and each area, and paths for
 * the bands.
 */

import { type Future, futureReader, futureSettings, futureVariables } from '../../../analysis/future.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import type { Members } from '../../../analysis/members.ts'
import { keptPaths, type PathsPart, pathVariables } from '../paths-part.ts'
import { widen } from '../../../analysis/widening.ts'
import { preparedRunner } from '../prepared.ts'
import { keptShifts, wideningFor } from '../widening.ts'
import type { Task } from '../../../threads/task.ts'
import type { ChancesInput } from './chances.ts'

export interface FuturesPart extends Members, PathsPart {}

export const futures = async (open: WasmRegion, input: ChancesInput, task: Task): Promise<FuturesPart> => {
  const { range, paths: ids, ...rest } = input
  const settings = { ...futureSettings(open), widening: await wideningFor(open, rest) }
  const paths = keptPaths(input.policies.length, range, ids, open.simulator)
  const all = (range[1] - range[0]) * input.policies.length
  let done = 0
  const shifts = keptShifts(settings.widening)
  const read = futureReader(settings)
  const run = preparedRunner(open, rest, [...new Set([...futureVariables, ...pathVariables(ids)])])
  const { results, audit } = await run<Future>(
    range,
    (seen, policy, member) => {
      paths.keep(widen(seen(0), settings.widening, shifts(member)), policy, member)
      return read(seen, member)
    },
    runs => {
      task.progress((done += runs), all)
      return task.pause()
    },
  )
  return { futures: results, audit, range, paths: paths.values }
}
