/**
 * How the ranking of the packages depends on who pays for them: the same measures at the same scale, financed in other
 * ways, over the same simulations. With it, what the money of the central government does that repays debt.
 */

import type { RunMany } from '../../engine/run/many.ts'
import type { Policy } from '../../engine/scenario.ts'
import type { Judgement, Thresholds } from '../../model/criteria.ts'
import { mainWindow } from '../../model/measures.ts'
import {
  type FinancingWay,
  otherFinancings,
  packageRamp,
  packageStart,
  standardFinancing,
} from '../../model/packages.ts'
import { type Ranking, rankingOf, sides } from '../policies/comparison.ts'
import type { Costing } from '../policies/costs.ts'
import { withFinancing } from '../../scenario/scenario.ts'
import { meanOf } from '../runs/quantiles.ts'
import { type Package, scaledToBudget } from '../policies/packages.ts'
import { definitions, rankedValues } from './ranked-by.ts'
import type { OpenRegion } from '../region/simulation.ts'

/** Current policy with as much money of the central government as a package gets, used to repay debt of LGFVs alone. */
interface DebtRelief {
  readonly package: string
  /** CNY bn a year, as the cost of packages. */
  readonly perYear: number
  readonly policy: Policy
}

const debtReliefOf = (
  open: OpenRegion,
  costing: Costing,
  packages: readonly Package[],
  run?: RunMany,
): DebtRelief | undefined => {
  const repaying = packages.find(({ levers }) => levers.some(({ name }) => name === 'cleanUpProgramme'))
  if (repaying === undefined) return undefined
  const { gross } = repaying.cost
  const share = standardFinancing.shares['financedByCentre']
  const alone = {
    cleanUpProgramme: { value: 1, start: packageStart, ramp: packageRamp },
    financedByCentre: { value: 1, start: packageStart, ramp: 0 },
  }
  const policy = scaledToBudget(open, { ...costing, budget: share * gross.presentValue }, alone, run)
  return policy === undefined ? undefined : { package: repaying.id, perYear: share * gross.perYear, policy }
}

/** What is run besides the packages as they are financed. */
export interface FinancedRuns {
  readonly policies: readonly Policy[]
  readonly debtRelief: DebtRelief | undefined
}

/** The first package is current policy, which nobody has to pay for. */
export const financedRuns = (
  open: OpenRegion,
  costing: Costing,
  packages: readonly Package[],
  run?: RunMany,
): FinancedRuns => {
  const debtRelief = debtReliefOf(open, costing, packages, run)
  const financed = otherFinancings.flatMap(({ shares }) =>
    packages.slice(1).map(({ policy }) => withFinancing(policy, shares)),
  )
  return { policies: [...financed, ...(debtRelief === undefined ? [] : [debtRelief.policy])], debtRelief }
}

export interface FinancedRanking extends Ranking {
  readonly definition: string
  /** Packages that are told from current policy, by whether they do better or worse. */
  readonly better: readonly string[]
  readonly worse: readonly string[]
  /**
   * Packages that stand otherwise against current policy than as they are financed in the answer, where their own
   * difference from that is told from none as well.
   */
  readonly turned: readonly string[]
}

interface WayRanked extends Pick<FinancingWay, 'id' | 'names' | 'shares'> {
  /** One of each definition, that of the answer first. */
  readonly rankings: readonly FinancedRanking[]
}

export interface WhoPays {
  /** Simulations of each package, the same for all ways of financing. */
  readonly members: number
  /** That of the answer first. */
  readonly ways: readonly WayRanked[]
  /** What current policy would reach with the central money of a package, if it repaid debt of LGFVs and did nothing else. */
  readonly debtRelief: {
    readonly package: string
    readonly perYear: number
    readonly scores: Readonly<Record<string, number>>
  } | null
}

/**
 * `own[package][simulation]` as the packages are financed in the answer, and `found[policy][simulation]` of the runs
 * besides: the same simulations, as far as they go.
 */
export const whoPaysOf = (
  { debtRelief }: FinancedRuns,
  all: ReadonlyArray<readonly Judgement[]>,
  found: ReadonlyArray<readonly Judgement[]>,
  ids: readonly string[],
  thresholds: Thresholds,
): WhoPays => {
  const members = found[0].length
  const own = all.map(list => list.slice(0, members))
  const valuesOf = (judgements: ReadonlyArray<readonly Judgement[]>): number[][][] =>
    rankedValues(judgements, mainWindow, thresholds)
  const usual = valuesOf(own)
  const againstFirst = (policies: readonly number[][]): number[] =>
    sides(
      policies,
      policies.map(() => policies[0]),
    )
  const wayOf = ({ id, names, shares }: FinancingWay, values: number[][][]): WayRanked => ({
    id,
    names,
    shares,
    rankings: definitions.map((definition, at): FinancedRanking => {
      const [against, before] = [values, usual].map(one => againstFirst(one[at]))
      const moved = sides(values[at], usual[at])
      return {
        definition: definition.id,
        ...rankingOf(values[at], ids),
        better: ids.filter((_, policy) => against[policy] > 0),
        worse: ids.filter((_, policy) => against[policy] < 0),
        turned: ids.filter((_, policy) => moved[policy] * (against[policy] - before[policy]) > 0),
      }
    }),
  })
  const led = ids.length - 1
  const relief =
    debtRelief === undefined ? undefined : valuesOf([found[otherFinancings.length * led]]).map(([list]) => meanOf(list))
  return {
    members,
    ways: [
      wayOf(standardFinancing, usual),
      ...otherFinancings.map((financing, at) =>
        wayOf(financing, valuesOf([own[0], ...found.slice(at * led, (at + 1) * led)])),
      ),
    ],
    debtRelief:
      debtRelief === undefined || relief === undefined
        ? null
        : {
            package: debtRelief.package,
            perYear: debtRelief.perYear,
            scores: Object.fromEntries(definitions.map(({ id }, at) => [id, relief[at]])),
          },
  }
}
