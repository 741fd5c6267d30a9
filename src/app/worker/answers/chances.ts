/** Part of an ensemble for the region as a whole: criteria met, and paths for the bands. */

import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import type { Members, MembersRange, MembersTask } from '../../../analysis/members.ts'
import { type Judgement, judge, judgementVariables } from '../../../model/criteria.ts'
import { keptPaths, type PathsPart, pathVariables } from '../paths-part.ts'
import { widen } from '../../../analysis/widening.ts'
import { preparedRunner } from '../prepared.ts'
import { keptShifts, wideningFor } from '../widening.ts'
import type { Task } from '../../../threads/task.ts'

export interface ChancesInput extends MembersTask {
  readonly range: MembersRange
  /** Ids of the indicators whose paths are kept. */
  readonly paths: readonly string[]
}

export interface ChancesPart extends PathsPart, Pick<Members, 'audit'> {
  /** judgements[policy][member - from]. */
  readonly judgements: ReadonlyArray<readonly Judgement[]>
}

export const chances = async (open: WasmRegion, input: ChancesInput, task: Task): Promise<ChancesPart> => {
  const { simulator } = open
  const { range, paths: ids, ...rest } = input
  const widening = await wideningFor(open, rest)
  const paths = keptPaths(input.policies.length, range, ids, simulator)
  const all = (range[1] - range[0]) * input.policies.length
  let done = 0
  const shifts = keptShifts(widening)
  const run = preparedRunner(open, rest, [...new Set([...judgementVariables('region'), ...pathVariables(ids)])])
  const { results, audit } = await run(
    range,
    (seen, policy, member) => {
      const read = widen(seen(0), widening, shifts(member))
      paths.keep(read, policy, member)
      return judge(read, 'region')
    },
    runs => {
      task.progress((done += runs), all)
      return task.pause()
    },
  )
  return { judgements: results, audit, range, paths: paths.values }
}
