/** The simulations behind the robustness of a ranking: the packages under every regime of transfers, and financed in other ways. */

import type { EnsembleSettings } from '../../engine/ensemble.ts'
import type { Assumptions, Policy } from '../../engine/scenario.ts'
import type { Judgement } from '../../model/criteria.ts'
import { type Regime, regimes, standardRegime } from '../../model/regimes.ts'
import type { MembersTask } from '../runs/members.ts'
import type { ParametersId, RobustnessCell } from './robustness.ts'
import type { OpenRegion } from '../region/simulation.ts'

/** Simulations of each package in a cell, at most: enough to rank them, and the answer does not take twice as long. */
export const cellMembers = 120

/** The regime whose assumptions these contain, and the assumptions without it. */
export const regimeIn = (assumptions: Assumptions): { readonly regime: Regime['id']; readonly rest: Assumptions } => {
  const found = regimes.find(regime => {
    const own = Object.entries(regime.assumptions)
    return own.length > 0 && own.every(([name, value]) => assumptions[name] === value)
  })
  if (found === undefined) return { regime: standardRegime, rest: assumptions }
  const rest = Object.entries(assumptions).filter(([name]) => found.assumptions[name] === undefined)
  return { regime: found.id, rest: Object.fromEntries(rest) }
}

export const ownParameters = ({ region }: Pick<OpenRegion, 'region'>): ParametersId =>
  region.parameters?.set ?? 'priors'

export interface CellRuns {
  /** Of the cells to run: the packages under one regime after the other. */
  readonly policies: readonly Policy[]
  readonly assumptions: Assumptions
  readonly assumptionsOf: readonly Assumptions[]
}

/** What is run with one set of parameters; `known` is the regime of a cell that the answer itself has run. */
export const cellRuns = (packages: readonly Policy[], rest: Assumptions, known?: Regime['id']): CellRuns => {
  const run = regimes.filter(({ id }) => id !== known)
  return {
    policies: run.flatMap(() => packages),
    assumptions: rest,
    assumptionsOf: run.flatMap(regime => packages.map(() => regime.assumptions)),
  }
}

/** The packages financed in other ways, over the first simulations of the answer itself: pairs of its own. */
export const financedTask = (
  policies: readonly Policy[],
  settings: EnsembleSettings,
  assumptions: Assumptions,
): MembersTask => ({
  settings,
  first: Math.min(cellMembers, settings.members),
  policies,
  assumptions,
  auditEvery: 0,
})

/** judgements[policy][simulation] of an ensemble, from its parts. */
export const judgementsOf = (
  parts: ReadonlyArray<{ readonly judgements: ReadonlyArray<readonly Judgement[]> }>,
): Judgement[][] => parts[0].judgements.map((_, policy) => parts.flatMap(part => part.judgements[policy]))

/** judgements[policy][simulation], by policy of the runs, and of the known cell by package. */
export const cellsOf = (
  parameters: ParametersId,
  packages: number,
  judgements: ReadonlyArray<readonly Judgement[]>,
  known?: { readonly regime: Regime['id']; readonly judgements: ReadonlyArray<readonly Judgement[]> },
): RobustnessCell[] => {
  const run = regimes.filter(({ id }) => id !== known?.regime)
  return regimes.map(({ id }) => {
    const first = run.findIndex(regime => regime.id === id) * packages
    const found = first < 0 ? known!.judgements.slice(0, packages) : judgements.slice(first, first + packages)
    return { regime: id, parameters, judgements: found }
  })
}
