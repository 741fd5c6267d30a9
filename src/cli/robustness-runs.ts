/** Runs the packages under every regime of transfers with every set of parameters, over paired simulations. */

import { cellMembers, cellRuns, cellsOf, ownParameters } from '../analysis/cells.ts'
import type { Future } from '../analysis/future.ts'
import type { RobustnessCell } from '../analysis/robustness.ts'
import type { OpenRegion } from '../analysis/simulation.ts'
import type { Plan } from '../analysis/verdict.ts'
import type { EnsembleSettings } from '../engine/ensemble.ts'
import type { Assumptions } from '../engine/scenario.ts'
import { type Regime, regimes } from '../model/regimes.ts'
import { readingOf, runMembers } from './answer-members.ts'
import type { ParameterVariant } from './parameter-variants.ts'

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
  (variants.length * regimes.length - 1) * plan.packages.length * Math.min(cellMembers, settings.members)

export const runCells = async (
  { open, plan, variants, settings, regime, rest, futures }: CellsTask,
  threads: number,
  progress: (runs: number) => void,
): Promise<RobustnessCell[]> => {
  const members = Math.min(cellMembers, settings.members)
  const packages = plan.packages.map(({ policy }) => policy)
  const judged = (lists: ReadonlyArray<readonly Future[]>) => lists.map(list => list.map(({ judgement }) => judgement))
  const cells: RobustnessCell[] = []
  for (const variant of variants) {
    const known = variant.id === ownParameters(open) ? { regime, judgements: judged(futures) } : undefined
    const runs = cellRuns(packages, rest, known?.regime)
    const task = { settings: { ...settings, members }, ...runs, auditEvery: 0 }
    const reading = { ...(await readingOf(variant.open, task)), areas: 0 }
    const found = await runMembers(variant.open, task, threads, progress, { reading })
    cells.push(...cellsOf(variant.id, packages.length, judged(found.futures), known))
  }
  return cells
}
