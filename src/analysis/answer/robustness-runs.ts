/** Runs the packages under every regime of transfers with every set of parameters, over paired simulations. */

import { cellMembers, cellRuns, cellsOf, judgementsOf, ownParameters } from './cells.ts'
import type { Future } from '../runs/future.ts'
import type { RobustnessCell } from './robustness.ts'
import type { OpenRegion } from '../region/simulation.ts'
import type { Plan } from './verdict.ts'
import type { EnsembleSettings } from '../../engine/ensemble.ts'
import type { Assumptions } from '../../engine/scenario.ts'
import { type Regime, regimes } from '../../model/regimes.ts'
import type { KeptPart, MembersJob } from '../runs/members.ts'
import type { ParameterVariant } from '../region/parameter-variants.ts'

export interface CellsTask {
  readonly open: OpenRegion
  readonly plan: Plan
  readonly variants: readonly ParameterVariant[]
  readonly settings: EnsembleSettings
  /** Of the answer itself. */
  readonly regime: Regime['id']
  /** Without those of a regime. */
  readonly rest: Assumptions
  /** futures[policy][simulation] of the answer, which are the cell of its own regime and parameters. */
  readonly futures: ReadonlyArray<readonly Future[]>
}

/** Runs that the cells take, for a progress bar. */
export const runsOfCells = ({ variants, plan, settings }: Pick<CellsTask, 'variants' | 'plan' | 'settings'>): number =>
  ((variants.length * regimes.length - 1) * plan.packages.length + plan.financed.policies.length) *
  Math.min(cellMembers, settings.members)

/** The ensembles of the cells that the answer itself has not run, one for each set of parameters. */
export const cellJobs = ({
  open,
  plan,
  variants,
  settings,
  regime,
  rest,
}: Omit<CellsTask, 'futures'>): MembersJob[] => {
  const members = Math.min(cellMembers, settings.members)
  const packages = plan.packages.map(({ policy }) => policy)
  return variants.map(variant => {
    const runs = cellRuns(packages, rest, variant.id === ownParameters(open) ? regime : undefined)
    const task = { settings: { ...settings, members }, ...runs, auditEvery: 0 }
    return { open: variant.open, task, kept: 'judgements' }
  })
}

/** All cells, from the parts of their ensembles. */
export const readCells = (
  { open, plan, variants, regime, futures }: CellsTask,
  parts: ReadonlyArray<readonly KeptPart[]>,
): RobustnessCell[] => {
  const packages = plan.packages.length
  return variants.flatMap((variant, at) => {
    const known =
      variant.id === ownParameters(open)
        ? { regime, judgements: futures.map(list => list.map(({ judgement }) => judgement)) }
        : undefined
    return cellsOf(variant.id, packages, judgementsOf(parts[at]), known)
  })
}
