/** What each future of a part of an ensemble shows against the criteria: for the chance of revival alone. */

import { type LanesRegion, runLanesEnsemble } from '../../../analysis/lanes-region.ts'
import { benchmarksOf } from '../../../analysis/benchmarks.ts'
import type { MembersRange } from '../../../analysis/members.ts'
import type { EnsembleSettings } from '../../../engine/ensemble.ts'
import { yearView } from '../../../engine/outlook.ts'
import type { Assumptions, Policy } from '../../../engine/scenario.ts'
import { type Judgement, judge, verdictVariables } from '../../../model/criteria.ts'
import type { Task } from '../task.ts'

export interface ChancesInput {
  readonly policy: Policy
  readonly assumptions: Assumptions
  readonly settings: EnsembleSettings
  readonly range: MembersRange
}

export const chances = async (open: LanesRegion, input: ChancesInput, task: Task): Promise<Judgement[]> => {
  const { region, simulator } = open
  const { policy, assumptions, settings, range } = input
  const before = benchmarksOf(
    region,
    region.areas.map((_, area) => area),
  )
  const { results } = await runLanesEnsemble(
    open,
    { settings, policies: [policy], assumptions, auditEvery: 0 },
    verdictVariables('region'),
    range,
    run => judge(yearView(run, region.start, simulator.horizon.stepsPerYear), 'region', before),
    () => task.pause(),
  )
  return results[0]
}
