/** A part of an ensemble with all that the answer needs of its futures, of the region and of each area, and paths for the bands. */

import { type Future, futureReader, futureVariables } from '../../../analysis/future.ts'
import { type LanesRegion, runLanesEnsemble } from '../../../analysis/lanes-region.ts'
import type { Members } from '../../../analysis/members.ts'
import { keptPaths, type PathsPart, pathVariables } from '../paths-part.ts'
import type { Task } from '../task.ts'
import type { ChancesInput } from './chances.ts'

export interface FuturesPart extends Members, PathsPart {}

export const futures = async (open: LanesRegion, input: ChancesInput, task: Task): Promise<FuturesPart> => {
  const { range, paths: ids, ...rest } = input
  const read = futureReader(open)
  const paths = keptPaths(input.policies.length, range, ids, open.simulator)
  const all = (range[1] - range[0]) * input.policies.length
  let done = 0
  const { results, audit } = await runLanesEnsemble<Future>(
    open,
    rest,
    [...new Set([...futureVariables, ...pathVariables(ids)])],
    range,
    (run, policy, member) => {
      paths.keep(run, policy, member)
      return read(run)
    },
    runs => {
      task.progress((done += runs), all)
      return task.pause()
    },
  )
  return { futures: results, audit, range, paths: paths.values }
}
