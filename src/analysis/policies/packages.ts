/**
 * The policy packages for a region: scaled to the same cost, with their payers, and once more without their reforms.
 */

import { messages as analysisMessages } from '../../texts/analysis.ts'
import { UsageError } from '../../language/messages.ts'
import { oneByOne, type RunMany } from '../../engine/run/many.ts'
import { type LeverSetting, leversOf, type Policy, settingFrom, stagesOf, standardAt } from '../../engine/scenario.ts'
import type { Lever } from '../../language/declare.ts'
import { payerOf } from '../../language/payer.ts'
import { outlaysOf } from '../../language/outlays.ts'
import { usersOfAll } from '../../language/trace.ts'
import {
  packageRamp,
  packageStart,
  type DeclaredPackage,
  declaredPackages,
  lookUpPackage,
} from '../../model/packages.ts'
import { settingIn } from '../region/national-model.ts'
import { type Costing, costsOf, grossPresentValues, type PolicyCost } from './costs.ts'
import { unknownWord } from '../../language/usage.ts'
import { type FinancedPart, paymentsOf } from '../../scenario/scenario.ts'
import type { OpenRegion } from '../region/simulation.ts'

/** A lever that a package moves. */
export interface LeverUse {
  readonly name: string
  readonly doc: string
  readonly unit: string
  readonly standard: number
  readonly value: number
  readonly payer: string
  /** A reform: never scaled to cost, and nothing is assumed to stand in its way. */
  readonly free: boolean
  /** What reads it: where its effect begins. */
  readonly actsOn: readonly string[]
}

export interface Package {
  readonly id: string
  readonly name: string
  readonly doc: string
  readonly policy: Policy
  /** What it spends and what budgets lose, in the central run. */
  readonly cost: PolicyCost
  /**
   * Present value that is missing to the common budget, CNY bn: above 0 where all spending levers stand at their bounds and
   * still spend less, below 0 where the reforms alone spend more. 0 for doing nothing, which has no budget.
   */
  readonly shortfall: number
  /** What the spending levers were multiplied by; undefined for doing nothing. */
  readonly factor: number | undefined
  readonly levers: readonly LeverUse[]
  readonly financing: readonly FinancedPart[]
}

type LeverValues = DeclaredPackage['levers']

/** Present values of packages agree to this part of the budget. */
const equalTo = 1e-9

/** A lever that the equaliser scales: one that spends, moved towards more of it. What a package saves is as it says. */
const scales = (lever: Lever, value: number): boolean =>
  lever.cost !== undefined && lever.scaled !== false && value > standardAt(lever.standard, packageStart)

/** A rule without outlay, or a reform whose outlay follows from it. */
const isReform = (lever: Lever | undefined): boolean => lever?.free !== undefined || lever?.scaled === false

/** Levers of a package that are reforms: what is assumed of them is not bought by the package. */
const freeLevers = (levers: ReadonlyMap<string, Lever>, policyPackage: DeclaredPackage): string[] => {
  // What only says whom a spending lever covers goes with it: the ages of the child allowance.
  const spending = outlaysOf(levers).filter(outlay => outlay.levers.some(name => levers.get(name)?.scaled !== false))
  const covers = new Set(spending.flatMap(outlay => outlay.levers))
  return Object.keys(policyPackage.levers).filter(name => isReform(levers.get(name)) && !covers.has(name))
}

interface Equalised {
  readonly factor: number
  readonly presentValue: number
}

/**
 * Finds the factor at which the present value is the budget, between 0 and the factor at which every scaled lever stands
 * at its bound. Where none is, that which comes nearest: 0, or the one that spends most. Asks for the present value of one
 * factor after the other, so that the packages can be run side by side.
 */
function* equalise(most: number, budget: number): Generator<number, Equalised, number> {
  const ask = function* (factor: number): Generator<number, Equalised, number> {
    return { factor, presentValue: yield factor }
  }
  let low = yield* ask(0)
  if (low.presentValue >= budget || most <= 0) return low
  let high = yield* ask(Math.min(1, most))
  let largest = high
  while (high.presentValue < budget && high.factor < most) {
    low = high
    high = yield* ask(Math.min(2 * high.factor, most))
    if (high.presentValue > largest.presentValue * (1 + equalTo)) largest = high
  }
  if (high.presentValue < budget) return largest
  // Regula falsi with halved weights (Illinois): what a package spends is nearly linear in the factor.
  let [below, above] = [low.presentValue - budget, high.presentValue - budget]
  let side = 0
  for (let round = 0; round < 100; round++) {
    const found = yield* ask((low.factor * above - high.factor * below) / (above - below))
    const gap = found.presentValue - budget
    if (Math.abs(gap) <= equalTo * budget) return found
    if (gap < 0) {
      low = found
      below = gap
      if (side < 0) above /= 2
      side = -1
    } else {
      high = found
      above = gap
      if (side > 0) below /= 2
      side = 1
    }
  }
  return high
}

/** Runs searches side by side: each asks for the present value of a factor until it has found its own. */
const searchAll = (
  searches: ReadonlyArray<Generator<number, Equalised, number>>,
  presentValues: (asked: ReadonlyArray<readonly [search: number, factor: number]>) => readonly number[],
): Equalised[] => {
  const found: Equalised[] = []
  let asked: Array<readonly [number, number]> = []
  const goOn = (search: number, value?: number): void => {
    const next = value === undefined ? searches[search].next() : searches[search].next(value)
    if (next.done === true) found[search] = next.value
    else asked.push([search, next.value])
  }
  searches.forEach((_, search) => goOn(search))
  while (asked.length > 0) {
    const now = asked
    asked = []
    presentValues(now).forEach((value, at) => goOn(now[at][0], value))
  }
  return found
}

const schedule = { start: packageStart, ramp: packageRamp }

/** A package with its settings within the bounds of the region's nation. */
const packageIn = (levers: ReadonlyMap<string, Lever>, policyPackage: DeclaredPackage): DeclaredPackage => {
  const settings = Object.entries(policyPackage.levers).map(([name, value]): [string, number] => [
    name,
    settingIn(name, levers.get(name)!, value),
  ])
  return { ...policyPackage, levers: Object.fromEntries(settings) }
}

/** A package with its spending multiplied by a factor that is to be found. */
interface Scaling {
  /** At this factor every scaled lever stands at its bound. */
  readonly most: number
  readonly valuesAt: (factor: number) => LeverValues
  readonly policyAt: (factor: number) => Policy
}

const scalingOf = (levers: ReadonlyMap<string, Lever>, policyPackage: DeclaredPackage): Scaling => {
  const standard = (lever: string): number => standardAt(levers.get(lever)!.standard, packageStart)
  const scaled = Object.keys(policyPackage.levers).filter(
    lever =>
      scales(levers.get(lever)!, policyPackage.levers[lever]) && policyPackage.unscaled?.includes(lever) !== true,
  )
  const boundOf = (lever: string): number => levers.get(lever)!.bounds[1]
  const valuesAt = (factor: number): LeverValues => ({
    ...policyPackage.levers,
    ...Object.fromEntries(
      scaled.map(lever => {
        const asked = standard(lever) + factor * (policyPackage.levers[lever] - standard(lever))
        return [lever, Math.min(boundOf(lever), asked)]
      }),
    ),
  })
  return {
    most: Math.max(
      0,
      ...scaled.map(lever => (boundOf(lever) - standard(lever)) / (policyPackage.levers[lever] - standard(lever))),
    ),
    valuesAt,
    policyAt: factor => ({
      ...Object.fromEntries(Object.entries(valuesAt(factor)).map(([lever, value]) => [lever, { value, ...schedule }])),
      ...Object.fromEntries(
        Object.entries(policyPackage.financing).map(([lever, value]) => [
          lever,
          { value, start: packageStart, ramp: 0 },
        ]),
      ),
    }),
  }
}

/**
 * A policy of one's own whose spending costs what every package costs: levers moved towards more spending are scaled
 * together, schedules stay. Undefined where none can be, or not to the budget within the limits.
 */
export const scaledToBudget = (
  open: OpenRegion,
  costing: Costing,
  policy: Policy,
  run: RunMany = oneByOne(open.simulator),
): Policy | undefined => {
  const declared = leversOf(open.linked)
  // Each stage in time is scaled as a lever of its own.
  const keyOf = (name: string, stage: number): string => `${name} ${stage}`
  const stages = Object.entries(policy).flatMap(([name, setting]) =>
    stagesOf(setting).map(({ value }, at) => ({ key: keyOf(name, at), lever: declared.get(name)!, value })),
  )
  const { most, valuesAt } = scalingOf(new Map(stages.map(({ key, lever }) => [key, lever])), {
    id: '',
    name: '',
    doc: '',
    levers: Object.fromEntries(stages.map(({ key, value }) => [key, value])),
    financing: {},
  })
  if (most <= 0) return undefined
  const policyAt = (factor: number): Policy => {
    const scaled = valuesAt(factor)
    const settingAt = (name: string, setting: LeverSetting): LeverSetting => {
      const [first, ...later] = stagesOf(setting)
      return settingFrom([
        { ...first, value: scaled[keyOf(name, 0)] },
        ...later.map((stage, at) => ({ ...stage, value: scaled[keyOf(name, at + 1)] })),
      ])
    }
    return Object.fromEntries(Object.entries(policy).map(([name, setting]) => [name, settingAt(name, setting)]))
  }
  const [{ factor, presentValue }] = searchAll([equalise(most, costing.budget)], asked =>
    grossPresentValues(
      open,
      asked.map(([, tried]) => policyAt(tried)),
      costing,
      run,
    ),
  )
  return Math.abs(presentValue - costing.budget) <= 1e-3 * costing.budget ? policyAt(factor) : undefined
}

const doesNothing = ({ levers }: DeclaredPackage): boolean => Object.keys(levers).length === 0

/** Packages scaled to the common budget, where their levers can spend it. */
const packagesFrom = (
  open: OpenRegion,
  written: readonly DeclaredPackage[],
  costing: Costing,
  run: RunMany = oneByOne(open.simulator),
): Package[] => {
  const levers = leversOf(open.linked)
  const chosen = written.map(policyPackage => packageIn(levers, policyPackage))
  const scalings = chosen.map(policyPackage => scalingOf(levers, policyPackage))
  const scaledOnes = [...chosen.keys()].filter(at => !doesNothing(chosen[at]))
  const found = searchAll(
    scaledOnes.map(at => equalise(scalings[at].most, costing.budget)),
    asked =>
      grossPresentValues(
        open,
        asked.map(([search, factor]) => scalings[scaledOnes[search]].policyAt(factor)),
        costing,
        run,
      ),
  )
  const equalised = new Map(scaledOnes.map((at, search) => [at, found[search]]))
  const policies = scalings.map(({ policyAt }, at): Policy => {
    const own = equalised.get(at)
    return own === undefined ? {} : policyAt(own.factor)
  })
  const costs = costsOf(open, policies, costing, run)
  const users = usersOfAll(open.linked)
  return chosen.map((policyPackage, at): Package => {
    const { id, name, doc } = policyPackage
    const [own, policy, cost] = [equalised.get(at), policies[at], costs[at]]
    if (own === undefined)
      return { id, name, doc, policy, cost, shortfall: 0, factor: undefined, levers: [], financing: [] }
    const missing = costing.budget - own.presentValue
    const free = new Set(freeLevers(levers, policyPackage))
    return {
      id,
      name,
      doc,
      policy,
      cost,
      shortfall: Math.abs(missing) <= equalTo * costing.budget ? 0 : missing,
      factor: own.factor,
      levers: Object.entries(scalings[at].valuesAt(own.factor)).map(([lever, value]) => {
        const declared = levers.get(lever)!
        return {
          name: lever,
          doc: declared.doc,
          unit: declared.unit,
          standard: standardAt(declared.standard, packageStart),
          value,
          payer: payerOf(levers, lever),
          free: free.has(lever),
          actsOn: users.get(lever) ?? [],
        }
      }),
      financing: paymentsOf(open.linked, policy),
    }
  })
}

/** All packages, each spending the common budget where its levers can; `run` runs them side by side. */
export const packagesOf = (open: OpenRegion, costing: Costing, run?: RunMany): Package[] =>
  packagesFrom(open, declaredPackages, costing, run)

/**
 * The same spending with the reforms at their standard, scaled to the same budget anew: what the money alone does. By
 * the id of the package, of those with reforms.
 */
export const withoutFreeLevers = (open: OpenRegion, costing: Costing, run?: RunMany): Map<string, Package> => {
  const declared = leversOf(open.linked)
  const bare = declaredPackages.flatMap((policyPackage): DeclaredPackage[] => {
    const free = new Set(freeLevers(declared, policyPackage))
    if (free.size === 0) return []
    const levers = Object.fromEntries(Object.entries(policyPackage.levers).filter(([name]) => !free.has(name)))
    return [{ ...policyPackage, levers }]
  })
  return new Map(packagesFrom(open, bare, costing, run).map(one => [one.id, one]))
}

const findPackage = (word: string): DeclaredPackage => {
  const found = lookUpPackage(word)
  if (found !== undefined) return found
  const known = declaredPackages.flatMap(({ id, name }) => [id, name])
  throw unknownWord('package', word, known, { shown: declaredPackages.map(({ id, name }) => `${id} (${name})`) })
}

export const packageFor = (open: OpenRegion, costing: Costing, word: string): Package =>
  packagesFrom(open, [findPackage(word)], costing)[0]

/** The policy of a package whose scale is known: `factor` of what an answer says of it, null of one that does nothing. */
export const policyAtFactor = ({ linked }: OpenRegion, id: string, factor: number | null): Policy => {
  const levers = leversOf(linked)
  return factor === null ? {} : scalingOf(levers, packageIn(levers, findPackage(id))).policyAt(factor)
}

/** The package starts before a run ends, and after the year it is costed on. */
export const checkHorizon = (start: number, end: number): void => {
  if (start > packageStart - 1 || end <= packageStart) {
    throw new UsageError(analysisMessages.packagesOutside({ packageStart, start, last: end - 1 }))
  }
}
