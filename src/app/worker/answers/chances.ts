/** Part of an ensemble for the region or one of its areas: paths for the bands. */

import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import type { Members, MembersRange, MembersTask } from '../../../analysis/runs/members.ts'
import { keptPaths, type PathsPart, pathVariables } from '../paths-part.ts'
import { widen } from '../../../analysis/runs/widening.ts'
import { preparedRunner } from '../prepared.ts'
import { keptShifts, wideningFor } from '../widening.ts'
import { advance, type Task } from '../../../threads/task.ts'

export interface EnsembleInput extends MembersTask {
  /** Ids of the indicators whose paths are kept. */
  readonly paths: readonly string[]
  /** The area whose paths they are; those of the region where absent. */
  readonly area?: string | undefined
}

export interface PartInput extends EnsembleInput {
  readonly range: MembersRange
}

export interface ChancesPart extends PathsPart, Pick<Members, 'audit'> {}

export const chances = async (
  open: WasmRegion,
  { range, paths: ids, area, ...rest }: PartInput,
  task: Task,
): Promise<ChancesPart> => {
  const widening = await wideningFor(open, rest)
  const scope = area === undefined ? 'region' : 'area'
  const place = area === undefined ? 0 : open.region.areas.indexOf(area)
  const paths = keptPaths(rest.policies.length, range, ids, scope, open.simulator)
  const all = (range[1] - range[0]) * rest.policies.length
  let done = 0
  const shifts = keptShifts(widening)
  const run = preparedRunner(open, rest, [...new Set(pathVariables(ids, scope))])
  const { audit } = await run(
    range,
    (seen, policy, member) => paths.keep(widen(seen(place), widening, shifts(member)), policy, member),
    runs => advance(task, (done += runs), all),
  )
  return { audit, range, paths: paths.values }
}
