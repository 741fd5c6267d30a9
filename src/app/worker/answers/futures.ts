/** A part of an ensemble: what becomes of the region in some futures under some policies, and paths for the bands. */

import { type Future, futureReader, futureVariables } from '../../../analysis/future.ts'
import { type LanesRegion, type LanesTask, runLanesEnsemble } from '../../../analysis/lanes-region.ts'
import type { Members, MembersRange } from '../../../analysis/members.ts'
import { indicatorOf, stepValues, variableOf } from '../../charts/paths.ts'
import type { Task } from '../task.ts'

export interface FuturesInput extends LanesTask {
  readonly range: MembersRange
  /** Ids of the indicators whose paths are kept, of the region as a whole. */
  readonly paths: readonly string[]
}

export interface FuturesPart extends Members {
  readonly range: MembersRange
  /** By policy: value of name n at step s in member m at (n * steps + s) * members + m - from. */
  readonly paths: readonly Float64Array[]
}

export const futures = async (open: LanesRegion, input: FuturesInput, task: Task): Promise<FuturesPart> => {
  const { range, paths: names, ...rest } = input
  const [from, to] = range
  const members = to - from
  const { steps, horizon } = open.simulator
  const indicators = names.map(indicatorOf)
  const read = futureReader(open)
  const paths = input.policies.map(() => new Float64Array(names.length * steps * members))
  const all = members * input.policies.length
  let done = 0
  const { results, audit } = await runLanesEnsemble<Future>(
    open,
    rest,
    [...new Set([...futureVariables, ...names.map(variableOf)])],
    range,
    (run, policy, member) => {
      const into = paths[policy]
      indicators.forEach((indicator, at) => {
        const values = stepValues(indicator, run.series.get(indicator.variables[0])!.values, horizon.stepsPerYear)
        for (let step = 0; step < steps; step++) into[(at * steps + step) * members + member - from] = values[step]
      })
      return read(run)
    },
    runs => {
      task.progress((done += runs), all)
      return task.pause()
    },
  )
  return { futures: results, audit, range, paths }
}
