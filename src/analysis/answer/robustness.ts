/**
 * How the ranking of the packages depends on what nobody knows or decides: the regime of central transfers, the fitted
 * parameters, the years that are judged, and what counts. Every combination is compared over paired simulations.
 */

import type { Judgement, Thresholds } from '../../model/criteria.ts'
import type { Both } from '../../language/messages.ts'
import { mainWindow, windows } from '../../model/measures.ts'
import { type Regime, regimes, standardRegime } from '../../model/regimes.ts'
import { type Ranking, rankingOf } from '../policies/comparison.ts'
import { definitions, rankedValues } from './ranked-by.ts'
import type { WhoPays } from './who-pays.ts'
import type { EnsembleSettings } from '../../engine/ensemble.ts'
import type { Assumptions, Policy } from '../../engine/scenario.ts'
import type { MembersTask } from '../runs/members.ts'
import type { OpenRegion } from '../region/simulation.ts'

export type ParametersId = 'priors' | 'train' | 'all'

const parametersNames: Readonly<Record<ParametersId, Both<string>>> = {
  priors: { en: 'as assumed (priors)', zh: '取先验值' },
  train: { en: 'fitted to figures up to 2018', zh: '按2018年及以前数据拟合' },
  all: { en: 'fitted to all figures', zh: '按全部数据拟合' },
}

/** Simulations under one regime and one set of parameters. */
export interface RobustnessCell {
  readonly regime: string
  readonly parameters: ParametersId
  /** judgements[package][simulation]. */
  readonly judgements: ReadonlyArray<readonly Judgement[]>
}

/** Where a ranking holds: one value of each axis. */
interface Condition {
  readonly regime: string
  readonly parameters: ParametersId
  /** '2033–37'. */
  readonly window: string
  readonly definition: string
}

export type Axis = keyof Condition

export interface Combination extends Condition, Ranking {}

interface PackageRobustness {
  readonly id: string
  /** Share of the combinations in which it is best, and in which it cannot be told from the best. */
  readonly best: number
  readonly amongBest: number
  /** The most that it falls short of the best, as a share, and where. */
  readonly largestRegret: number
  readonly regretWhere: Condition
}

/** A change of one condition, all others standard, under which another package is clearly better than the standard best. */
interface Reversal {
  readonly axis: Axis
  readonly value: string
  readonly best: string
  readonly group: readonly string[]
}

export interface Robustness {
  /** Simulations of each package in a cell; more where the regime and the parameters are those of the answer. */
  readonly members: number
  /** Names of the values of each axis, in English and Chinese. */
  readonly axes: Readonly<Record<Axis, ReadonlyArray<{ readonly id: string; readonly names: Both<string> }>>>
  readonly standard: Condition
  readonly combinations: readonly Combination[]
  readonly packages: readonly PackageRobustness[]
  /** Share of the combinations in which the best package under standard conditions is best or tied. */
  readonly bestHolds: number
  readonly reversals: readonly Reversal[]
  /** The same under the conditions of the answer, if others paid. */
  readonly whoPays: WhoPays
}

const windowName = ({ from, to }: (typeof windows)[number]): string => `${from}–${to % 100}`

export const axes: readonly Axis[] = ['regime', 'parameters', 'window', 'definition']

const combine = (cell: RobustnessCell, ids: readonly string[], thresholds: Thresholds): Combination[] => {
  const valuesIn = windows.map((_, place) => rankedValues(cell.judgements, place, thresholds))
  return definitions.flatMap((definition, at) =>
    windows.map(
      (window, place): Combination => ({
        regime: cell.regime,
        parameters: cell.parameters,
        window: windowName(window),
        definition: definition.id,
        ...rankingOf(valuesIn[place][at], ids),
      }),
    ),
  )
}

const conditionOf = ({ regime, parameters, window, definition }: Combination): Condition => ({
  regime,
  parameters,
  window,
  definition,
})

/** The ranking where one condition has this value and all others are standard. */
export const conditionAt = (
  { combinations, standard }: Pick<Robustness, 'combinations' | 'standard'>,
  axis: Axis,
  value: string,
): Combination =>
  combinations.find(one => axes.every(other => one[other] === (other === axis ? value : standard[other])))!

/** The axes of which the value is not standard. */
const changedAxes = (one: Condition, standard: Condition): Axis[] => axes.filter(axis => one[axis] !== standard[axis])

/** The combinations in which one condition is changed and all others are standard. */
export const singleChanges = ({
  combinations,
  standard,
}: Pick<Robustness, 'combinations' | 'standard'>): Combination[] =>
  combinations.filter(one => changedAxes(one, standard).length === 1)

const robustnessOfPackage = (id: string, combinations: readonly Combination[]): PackageRobustness => {
  const regret = ({ scores, best }: Combination): number => scores[best] - scores[id]
  const worst = combinations.reduce((most, one) => (regret(one) > regret(most) ? one : most))
  const share = (test: (one: Combination) => boolean): number => combinations.filter(test).length / combinations.length
  return {
    id,
    best: share(({ best }) => best === id),
    amongBest: share(({ group }) => group.includes(id)),
    largestRegret: regret(worst),
    regretWhere: conditionOf(worst),
  }
}

/** Of the answer itself. */
export interface RobustnessSettings {
  readonly regime: Regime['id']
  readonly parameters: ParametersId
  readonly members: number
  readonly thresholds: Thresholds
}

/**
 * `cells` hold the simulations of the packages `ids` by regime and parameters; those of the answer itself are among
 * them.
 */
export const robustnessOf = (
  cells: readonly RobustnessCell[],
  whoPays: WhoPays,
  ids: readonly string[],
  { regime, parameters, members, thresholds }: RobustnessSettings,
): Robustness => {
  const combinations = cells.flatMap(cell => combine(cell, ids, thresholds))
  const standard: Condition = {
    regime,
    parameters,
    window: windowName(windows[mainWindow]),
    definition: definitions[0].id,
  }
  const usual = combinations.find(one => changedAxes(one, standard).length === 0)!
  const sets = [...new Set(cells.map(cell => cell.parameters))]
  return {
    members,
    axes: {
      regime: regimes.map(({ id, names }) => ({ id, names })),
      parameters: sets.map(id => ({ id, names: parametersNames[id] })),
      window: windows.map(window => ({
        id: windowName(window),
        names: { en: windowName(window), zh: `${window.from}—${window.to}年` },
      })),
      definition: definitions.map(({ id, names }) => ({ id, names })),
    },
    standard,
    combinations,
    packages: ids.map(id => robustnessOfPackage(id, combinations)),
    bestHolds: combinations.filter(({ group }) => group.includes(usual.best)).length / combinations.length,
    reversals: singleChanges({ combinations, standard })
      .filter(({ group }) => !group.includes(usual.best))
      .map((one): Reversal => {
        const [axis] = changedAxes(one, standard) as [Axis]
        return { axis, value: one[axis], best: one.best, group: one.group }
      }),
    whoPays,
  }
}

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

interface CellRuns {
  /** Of the cells to run: the packages under one regime after the other. */
  readonly policies: readonly Policy[]
  readonly assumptions: Assumptions
  readonly assumptionsOf: readonly Assumptions[]
}

/** The runs with one set of parameters; `known` is the regime of a cell that the answer itself has run. */
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
