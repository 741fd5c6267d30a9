/** Part of an ensemble for the region as a whole: criteria met, and paths for the bands. */

import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import type { KeptMembers, Members, MembersRange, MembersTask, SeenMember } from '../../../analysis/runs/members.ts'
import { type Judgement, judge, judgementVariables } from '../../../model/criteria.ts'
import type { Reader } from '../../../engine/run/reader.ts'
import { keptPaths, type PathsPart, pathVariables } from '../paths-part.ts'
import { widen, type Widening } from '../../../analysis/runs/widening.ts'
import { preparedRunner } from '../prepared.ts'
import { keptShifts, wideningFor } from '../widening.ts'
import { advance, type Task } from '../../../threads/task.ts'

export interface EnsembleInput extends MembersTask {
  /** Ids of the indicators whose paths are kept. */
  readonly paths: readonly string[]
}

export interface PartInput extends EnsembleInput {
  readonly range: MembersRange
}

export interface ChancesPart extends PathsPart, Pick<Members, 'audit'> {
  /** judgements[policy][member - from]. */
  readonly judgements: ReadonlyArray<readonly Judgement[]>
}

/** The paths of a part, and what `reading` keeps of each simulation: as it is seen, and with the error of the model. */
const membersPart = async <Kept>(
  open: WasmRegion,
  { range, paths: ids, ...rest }: PartInput,
  task: Task,
  variables: readonly string[],
  reading: (widening: Widening | undefined) => (seen: SeenMember, member: number, widened: Reader) => Kept,
): Promise<PathsPart & KeptMembers<Kept>> => {
  const widening = await wideningFor(open, rest)
  const paths = keptPaths(rest.policies.length, range, ids, open.simulator)
  const all = (range[1] - range[0]) * rest.policies.length
  let done = 0
  const shifts = keptShifts(widening)
  const read = reading(widening)
  const run = preparedRunner(open, rest, [...new Set([...variables, ...pathVariables(ids)])])
  const found = await run(
    range,
    (seen, policy, member) => {
      const widened = widen(seen(0), widening, shifts(member))
      paths.keep(widened, policy, member)
      return read(seen, member, widened)
    },
    runs => advance(task, (done += runs), all),
  )
  return { ...found, range, paths: paths.values }
}

export const chances = async (open: WasmRegion, input: PartInput, task: Task): Promise<ChancesPart> => {
  const { results: judgements, ...part } = await membersPart(
    open,
    input,
    task,
    judgementVariables('region'),
    () => (_seen, _member, widened) => judge(widened, 'region'),
  )
  return { ...part, judgements }
}
