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
import { lookUpPackage } from '../../model/design.ts'
import { packageRamp, packageStart, type DeclaredPackage, declaredPackages } from '../../model/packages.ts'
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
  /** Variables that read it: its effect begins there. */
  readonly actsOn: readonly string[]
}

export interface Package {
  readonly id: string
  readonly name: string
  readonly doc: string
  readonly policy: Policy
  /** Its spending and the loss of the budgets, in the central run. */
  readonly cost: PolicyCost
  /**
   * Present value that is missing to the common budget, CNY bn: above 0 where all spending levers stand at their bounds and
   * still spend less, below 0 where the reforms alone spend more. 0 for doing nothing, which has no budget.
   */
  readonly shortfall: number
  /** Factor on its spending levers; undefined for current policy. */
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
  // Levers that only say whom a spending lever covers go with it: the ages of the child allowance.
  const spending = outlaysOf(levers).filter(outlay => outlay.levers.some(name => levers.get(name)?.scaled !== false))
  const covers = new Set(spending.flatMap(outlay => outlay.levers))
  const { levers: own, reforms } = policyPackage
  return Object.keys({ ...own, ...reforms?.levers }).filter(name => isReform(levers.get(name)) && !covers.has(name))
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

/** A package with those of its settings that the region's nation has, within their bounds. */
const packageIn = (levers: ReadonlyMap<string, Lever>, policyPackage: DeclaredPackage): DeclaredPackage => {
  const within = (values: LeverValues): LeverValues =>
    Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => {
        const lever = levers.get(name)
        return lever === undefined ? [] : [[name, settingIn(name, lever, value)]]
      }),
    )
  const { levers: own, reforms } = policyPackage
  return {
    ...policyPackage,
    levers: within(own),
    ...(reforms && { reforms: { ...reforms, levers: within(reforms.levers) } }),
  }
}

/** A package with its spending multiplied by a factor that is to be found. */
interface Scaling {
  /** At this factor every scaled lever stands at its bound. */
  readonly most: number
  /** The levers that the budget pays for, without the reforms on top. */
  readonly spendingAt: (factor: number) => Policy
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
  const { levers: reforms, share } = policyPackage.reforms ?? { levers: {}, share: 0 }
  const onTop = Object.fromEntries(
    Object.entries(reforms).map(([lever, full]) => [lever, standard(lever) + share * (full - standard(lever))]),
  )
  const boughtAt = (factor: number): LeverValues => ({
    ...policyPackage.levers,
    ...Object.fromEntries(
      scaled.map(lever => {
        const asked = standard(lever) + factor * (policyPackage.levers[lever] - standard(lever))
        return [lever, Math.min(boundOf(lever), asked)]
      }),
    ),
  })
  const valuesAt = (factor: number): LeverValues => ({ ...boughtAt(factor), ...onTop })
  const financing = Object.entries(policyPackage.financing).map(([lever, value]): [string, LeverSetting] => [
    lever,
    { value, start: packageStart, ramp: 0 },
  ])
  const policyOf = (values: LeverValues): Policy => ({
    ...Object.fromEntries(Object.entries(values).map(([lever, value]) => [lever, { value, ...schedule }])),
    ...Object.fromEntries(financing),
  })
  return {
    most: Math.max(
      0,
      ...scaled.map(lever => (boundOf(lever) - standard(lever)) / (policyPackage.levers[lever] - standard(lever))),
    ),
    spendingAt: factor => policyOf(boughtAt(factor)),
    valuesAt,
    policyAt: factor => policyOf(valuesAt(factor)),
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

const spendsNothing = ({ levers }: DeclaredPackage): boolean => Object.keys(levers).length === 0

/** Packages scaled to the common budget, where their levers can spend it. */
export const packagesFrom = (
  open: OpenRegion,
  written: readonly DeclaredPackage[],
  costing: Costing,
  run: RunMany = oneByOne(open.simulator),
): Package[] => {
  const levers = leversOf(open.linked)
  const chosen = written.map(policyPackage => packageIn(levers, policyPackage))
  const scalings = chosen.map(policyPackage => scalingOf(levers, policyPackage))
  // Packages that differ in their reforms alone share the scale of their spending.
  const spending = [...new Set(written.filter(one => !spendsNothing(one)).map(({ levers: own }) => own))]
  const placeOf = (search: number): number => written.findIndex(({ levers: own }) => own === spending[search])
  const found = searchAll(
    spending.map((_, search) => equalise(scalings[placeOf(search)].most, costing.budget)),
    asked =>
      grossPresentValues(
        open,
        asked.map(([search, factor]) => scalings[placeOf(search)].spendingAt(factor)),
        costing,
        run,
      ),
  )
  const equalised = written.map(({ levers: own }) => found[spending.indexOf(own)] as Equalised | undefined)
  const idle = ({ reforms, ...one }: DeclaredPackage): boolean => spendsNothing(one) && reforms === undefined
  const policies = scalings.map(
    ({ policyAt }, at): Policy => (idle(written[at]) ? {} : policyAt(equalised[at]?.factor ?? 0)),
  )
  const costs = costsOf(open, policies, costing, run)
  const users = usersOfAll(open.linked)
  return chosen.map((policyPackage, at): Package => {
    const { id, name, doc } = policyPackage
    const [own, policy, cost] = [equalised[at], policies[at], costs[at]]
    if (idle(policyPackage))
      return { id, name, doc, policy, cost, shortfall: 0, factor: undefined, levers: [], financing: [] }
    const missing = own === undefined ? 0 : costing.budget - own.presentValue
    const free = new Set(freeLevers(levers, policyPackage))
    return {
      id,
      name,
      doc,
      policy,
      cost,
      shortfall: Math.abs(missing) <= equalTo * costing.budget ? 0 : missing,
      factor: own?.factor,
      levers: Object.entries(scalings[at].valuesAt(own?.factor ?? 0)).map(([lever, value]) => {
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

/**
 * All packages but those whose every lever the nation lacks, each spending the common budget where its levers can; `run`
 * runs them side by side.
 */
export const packagesOf = (open: OpenRegion, costing: Costing, run?: RunMany): Package[] => {
  const levers = leversOf(open.linked)
  const left = declaredPackages.filter(one => spendsNothing(one) || !spendsNothing(packageIn(levers, one)))
  return packagesFrom(open, left, costing, run)
}

/** A policy of one's own as a row beside the packages: as it is, whatever it spends. */
export const ownPackage = (
  open: OpenRegion,
  { name, policy }: { readonly name: string; readonly policy: Policy },
  costing: Costing,
  run: RunMany = oneByOne(open.simulator),
): Package => {
  const [cost] = costsOf(open, [policy], costing, run)
  return {
    id: name,
    name,
    doc: name,
    policy,
    cost,
    shortfall: 0,
    factor: undefined,
    levers: [],
    financing: paymentsOf(open.linked, policy),
  }
}

const findPackage = (word: string): DeclaredPackage => {
  const found = lookUpPackage(word)
  if (found !== undefined) return found
  const known = declaredPackages.flatMap(({ id, name }) => [id, name])
  throw unknownWord('package', word, known, { shown: declaredPackages.map(({ id, name }) => `${id} (${name})`) })
}

export const packageFor = (open: OpenRegion, costing: Costing, word: string): Package =>
  packagesFrom(open, [findPackage(word)], costing)[0]

/** The policy of a package whose scale is known: `factor` of what an answer says of it, null of one that buys nothing. */
export const policyAtFactor = ({ linked }: OpenRegion, id: string, factor: number | null): Policy => {
  const levers = leversOf(linked)
  const found = packageIn(levers, findPackage(id))
  return factor === null && found.reforms === undefined ? {} : scalingOf(levers, found).policyAt(factor ?? 0)
}

/** The package starts before a run ends, and when it opens or later. */
export const checkHorizon = (start: number, end: number): void => {
  if (start > packageStart || end <= packageStart) {
    throw new UsageError(analysisMessages.packagesOutside({ packageStart, start, last: end - 1 }))
  }
}
