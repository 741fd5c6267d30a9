/** A part of an ensemble for the region as a whole: what its futures show against the criteria, and paths for the bands. */

import { benchmarksOf } from '../../../analysis/benchmarks.ts'
import { type LanesRegion, type LanesTask, runLanesEnsemble } from '../../../analysis/lanes-region.ts'
import type { Members, MembersRange } from '../../../analysis/members.ts'
import { yearView } from '../../../engine/outlook.ts'
import { type Judgement, judge, verdictVariables } from '../../../model/criteria.ts'
import { keptPaths, type PathsPart, pathVariables } from '../paths-part.ts'
import type { Task } from '../task.ts'

export interface ChancesInput extends LanesTask {
  readonly range: MembersRange
  /** Ids of the indicators whose paths are kept. */
  readonly paths: readonly string[]
}

export interface ChancesPart extends PathsPart, Pick<Members, 'audit'> {
  /** judgements[policy][member - from]. */
  readonly judgements: ReadonlyArray<readonly Judgement[]>
}

export const chances = async (open: LanesRegion, input: ChancesInput, task: Task): Promise<ChancesPart> => {
  const { region, simulator } = open
  const { range, paths: ids, ...rest } = input
  const { stepsPerYear } = simulator.horizon
  const before = benchmarksOf(
    region,
    region.areas.map((_, area) => area),
  )
  const paths = keptPaths(input.policies.length, range, ids, simulator)
  const all = (range[1] - range[0]) * input.policies.length
  let done = 0
  const { results, audit } = await runLanesEnsemble(
    open,
    rest,
    [...new Set([...verdictVariables('region'), ...pathVariables(ids)])],
    range,
    (run, policy, member) => {
      paths.keep(run, policy, member)
      return judge(yearView(run, region.start, stepsPerYear), 'region', before)
    },
    runs => {
      task.progress((done += runs), all)
      return task.pause()
    },
  )
  return { judgements: results, audit, range, paths: paths.values }
}
