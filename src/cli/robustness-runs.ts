/** Runs the packages under every regime of transfers with every set of parameters, over paired simulations. */

import type { EnsembleSettings } from '../engine/ensemble.ts'
import type { Future, FutureSettings } from '../analysis/future.ts'
import type { RobustnessCell } from '../analysis/robustness.ts'
import type { OpenRegion } from '../analysis/simulation.ts'
import type { Plan } from '../analysis/verdict.ts'
import type { Assumptions } from '../engine/scenario.ts'
import { type Regime, regimes } from '../model/regimes.ts'
import { runMembers } from './answer-members.ts'
import { ownParameters, type ParameterVariant } from './parameter-variants.ts'

/** Simulations of each package in a cell, at most: enough for the ranking, and as many runs as the answer itself takes. */
export const cellMembers = 120

export interface CellsTask {
  readonly open: OpenRegion
  readonly plan: Plan
  readonly variants: readonly ParameterVariant[]
  readonly settings: EnsembleSettings
  /** Of the answer itself. */
  readonly regime: Regime['id']
  /** Without those of a regime. */
  readonly assumptions: Assumptions
  /** How the simulations of the answer are read. */
  readonly reading: FutureSettings
  /** futures[policy][simulation] of the answer, which are the cell of its own regime and parameters. */
  readonly futures: ReadonlyArray<readonly Future[]>
}

const isOwn = (task: CellsTask, variant: ParameterVariant, regime: string): boolean =>
  regime === task.regime && variant.id === ownParameters(task.open)

/** Runs that the cells take, for a progress bar. */
export const runsOfCells = ({ variants, plan, settings }: Pick<CellsTask, 'variants' | 'plan' | 'settings'>): number =>
  (variants.length * regimes.length - 1) * plan.packages.length * Math.min(cellMembers, settings.members)

export const runCells = async (
  task: CellsTask,
  threads: number,
  progress: (runs: number) => void,
): Promise<RobustnessCell[]> => {
  const { plan, variants, settings, assumptions, futures } = task
  const members = Math.min(cellMembers, settings.members)
  const cells: RobustnessCell[] = []
  for (const variant of variants) {
    const run = regimes.filter(({ id }) => !isOwn(task, variant, id))
    const found = await runMembers(
      variant.open,
      {
        settings: { ...settings, members },
        policies: run.flatMap(() => plan.packages.map(({ policy }) => policy)),
        assumptions,
        assumptionsOf: run.flatMap(regime => plan.packages.map(() => regime.assumptions)),
        auditEvery: 0,
      },
      threads,
      progress,
      { reading: { ...task.reading, areas: 0 } },
    )
    for (const { id } of regimes) {
      const first = run.findIndex(regime => regime.id === id) * plan.packages.length
      const lists = first < 0 ? futures.slice(0, plan.packages.length) : found.futures.slice(first)
      cells.push({
        regime: id,
        parameters: variant.id,
        judgements: plan.packages.map((_, at) => lists[at].map(({ judgement }) => judgement)),
      })
    }
  }
  return cells
}
