/** The playbooks as policies of a region: scaled to the same cost, with who pays, and once more without their free levers. */

import { type Assumptions, leverAt, leversOf, type Policy, standardAt } from '../engine/scenario.ts'
import { readRun } from '../engine/run/reader.ts'
import { pow } from '../language/elementary.ts'
import type { Lever } from '../language/declare.ts'
import type { LinkedModel } from '../language/linked.ts'
import { payerOf } from '../language/outlays.ts'
import { usersOfAll } from '../language/trace.ts'
import {
  costBreakdown,
  CostError,
  costItems,
  costOf,
  costQuantities,
  equaliseCost,
  type LeverValues,
  type Quantities,
  spendingLevers,
} from '../model/costing.ts'
import { envelopeShare, packageRamp, packageStart, type Playbook, playbooks } from '../model/playbooks.ts'
import { Mistake, unknownWord } from './mistakes.ts'
import { financingShares } from './policy.ts'
import type { OpenRegion } from './simulation.ts'

/** Real rate at which yearly costs are brought to the start of the package. */
export const discountRate = 0.03

/** A lever that a package moves. */
export interface LeverUse {
  readonly name: string
  readonly doc: string
  readonly unit: string
  readonly standard: number
  readonly value: number
  readonly payer: string
  /** A rule rather than spending: never scaled to cost, and nothing is assumed to stand in its way. */
  readonly free: boolean
  /** What reads it: where its effect begins. */
  readonly actsOn: readonly string[]
}

export interface CostItemUse {
  readonly name: string
  /** CNY bn a year, prices of the start. */
  readonly cost: number
  readonly levers: readonly string[]
}

export interface Payment {
  readonly payer: string
  readonly how: string
  readonly share: number
}

export interface Package {
  readonly id: string
  readonly name: string
  readonly doc: string
  readonly policy: Policy
  /** Direct cost a year once in force, CNY bn, prices of the start. */
  readonly costPerYear: number
  readonly costPresentValue: number
  /** What the spending levers were multiplied by; undefined for doing nothing. */
  readonly factor: number | undefined
  readonly levers: readonly LeverUse[]
  readonly items: readonly CostItemUse[]
  readonly payers: readonly Payment[]
}

/** What every package of a region is costed on. */
export interface Costing {
  readonly quantities: Quantities
  readonly standard: LeverValues
  /** CNY bn a year that every package but A costs. */
  readonly envelope: number
  /** Calendar time at which runs close. */
  readonly end: number
}

/** Quantities of the year before the package in the baseline. */
export const costingOf = ({ simulator, linked }: OpenRegion, assumptions: Assumptions = {}): Costing => {
  const run = simulator.run({ record: costQuantities, assumptions })
  const view = readRun(run)
  const quantities = Object.fromEntries(costQuantities.map(name => [name, view.mean(name, packageStart - 1)]))
  const standard = Object.fromEntries(
    [...leversOf(linked)].map(([name, lever]) => [name, standardAt(lever.standard, packageStart - 1)]),
  )
  return { quantities, standard, envelope: envelopeShare * quantities.costOutput, end: simulator.horizon.end }
}

/** Value at `start` of a yearly cost that rises over a year from `start` and stays to the end, CNY bn. */
const presentValue = (costPerYear: number, { end }: Pick<Costing, 'end'>, stepsPerYear = 4): number => {
  let sum = 0
  for (let time = packageStart; time < end; time += 1 / stepsPerYear) {
    const cost = leverAt(0, { value: costPerYear, start: packageStart, ramp: packageRamp }, time)
    sum += cost / stepsPerYear / pow(1 + discountRate, time + 0.5 / stepsPerYear - packageStart)
  }
  return sum
}

/** Direct cost of any policy at its full settings, CNY bn a year: what its levers cost, whatever it says of financing. */
export const directCost = (policy: Policy, { quantities, standard }: Costing): number =>
  costOf({ ...standard, ...valuesOf(policy) }, standard, quantities)

/** Present value of the direct cost of any policy on its own schedule, from the start of packages to the end, CNY bn. */
export const policyPresentValue = ({ linked, simulator }: OpenRegion, policy: Policy, costing: Costing): number => {
  const { quantities, standard, end } = costing
  const { stepsPerYear } = simulator.horizon
  const levers = leversOf(linked)
  let sum = 0
  for (let time = packageStart; time < end; time += 1 / stepsPerYear) {
    const values = Object.entries(policy).map(([name, setting]) => [
      name,
      leverAt(levers.get(name)!.standard, setting, time),
    ])
    const cost = costOf({ ...standard, ...Object.fromEntries(values) }, standard, quantities)
    sum += cost / stepsPerYear / pow(1 + discountRate, time + 0.5 / stepsPerYear - packageStart)
  }
  return sum
}

const valuesOf = (policy: Policy): LeverValues =>
  Object.fromEntries(Object.entries(policy).map(([name, { value }]) => [name, value]))

export const itemsOf = (policy: Policy, { quantities, standard }: Costing): CostItemUse[] =>
  costBreakdown({ ...standard, ...valuesOf(policy) }, standard, quantities)
    .map(({ name, cost }) => ({ name, cost, levers: costItems.find(item => item.name === name)?.levers ?? [] }))
    .toSorted((a, b) => b.cost - a.cost)

export const paymentsOf = (model: LinkedModel, policy: Policy): Payment[] => {
  const levers = leversOf(model)
  return Object.entries(financingShares(levers, policy)).flatMap(([name, share]) => {
    const lever = levers.get(name)
    if (lever === undefined || share === 0) return []
    return [{ payer: payerOf(levers, name), how: lever.doc.replace(/^.* paid by /, ''), share }]
  })
}

/** Free levers that only say whom a spending lever covers go with it: the ages of the child allowance. */
const coversSpending = (name: string): boolean =>
  costItems.some(({ levers }) => levers.includes(name) && levers.some(other => spendingLevers.includes(other)))

/** A rule without outlay, or a reform whose outlay follows from it. */
const isReform = (lever: Lever | undefined): boolean => lever?.free !== undefined || lever?.scaled === false

/** Levers of a playbook that are rules without outlay: what is assumed of them is not bought by the package. */
const freeLevers = (model: LinkedModel, playbook: Playbook): string[] => {
  const levers = leversOf(model)
  return Object.keys(playbook.levers).filter(name => isReform(levers.get(name)) && !coversSpending(name))
}

const packageOf = (open: OpenRegion, playbook: Playbook, costing: Costing): Package => {
  const { id, name, doc } = playbook
  const none = { policy: {}, costPerYear: 0, costPresentValue: 0, factor: undefined, levers: [], items: [], payers: [] }
  if (Object.keys(playbook.levers).length === 0) return { id, name, doc, ...none }
  const levers = leversOf(open.linked)
  const bounds = Object.fromEntries([...levers].map(([lever, declared]) => [lever, declared.bounds]))
  let equalised: ReturnType<typeof equaliseCost>
  try {
    equalised = equaliseCost(playbook.levers, costing.standard, bounds, costing.quantities, costing.envelope)
  } catch (problem) {
    if (problem instanceof CostError) throw new CostError(`playbook ${id} (${name}): ${problem.message}`)
    throw problem
  }
  const schedule = { start: packageStart, ramp: packageRamp }
  const policy: Policy = {
    ...Object.fromEntries(Object.entries(equalised.values).map(([lever, value]) => [lever, { value, ...schedule }])),
    packageCostReal: { value: costing.envelope, ...schedule },
  }
  const free = new Set(freeLevers(open.linked, playbook))
  const users = usersOfAll(open.linked)
  return {
    id,
    name,
    doc,
    policy,
    costPerYear: equalised.cost,
    costPresentValue: presentValue(equalised.cost, costing, open.simulator.horizon.stepsPerYear),
    factor: equalised.factor,
    levers: Object.entries(equalised.values).map(([lever, value]) => {
      const { doc: meaning, unit } = levers.get(lever)!
      const payer = payerOf(levers, lever)
      const standard = costing.standard[lever]
      const actsOn = users.get(lever) ?? []
      return { name: lever, doc: meaning, unit, standard, value, payer, free: free.has(lever), actsOn }
    }),
    items: itemsOf(policy, costing),
    payers: paymentsOf(open.linked, policy),
  }
}

/** All playbooks at the cost of the envelope. */
export const packagesOf = (open: OpenRegion, costing: Costing): Package[] =>
  playbooks.map(playbook => packageOf(open, playbook, costing))

/**
 * The same spending with the free levers at their standard, scaled to the same envelope anew: what the money alone does.
 * Undefined for a package without free levers.
 */
export const withoutFreeLevers = (open: OpenRegion, costing: Costing, id: string): Package | undefined => {
  const playbook = findPlaybook(id)
  const free = new Set(freeLevers(open.linked, playbook))
  if (free.size === 0) return undefined
  const levers = Object.fromEntries(Object.entries(playbook.levers).filter(([name]) => !free.has(name)))
  return packageOf(open, { ...playbook, levers }, costing)
}

/** By id or name: 'g', 'G', 'household-led'. */
const findPlaybook = (word: string): Playbook => {
  const found = lookUpPlaybook(word)
  if (found !== undefined) return found
  const known = playbooks.flatMap(({ id, name }) => [id, name])
  throw unknownWord(
    'playbook',
    word,
    known,
    `known are ${playbooks.map(({ id, name }) => `${id} (${name})`).join(', ')}`,
  )
}

export const lookUpPlaybook = (word: string): Playbook | undefined => {
  const wanted = word.toLowerCase()
  return playbooks.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted)
}

export const packageFor = (open: OpenRegion, costing: Costing, word: string): Package =>
  packageOf(open, findPlaybook(word), costing)

/** The package starts before a run ends, and after the year it is costed on. */
export const checkHorizon = (start: number, end: number): void => {
  if (start > packageStart - 1 || end <= packageStart) {
    throw new Mistake(
      `packages start in ${packageStart}, but the region runs from ${start} to ${end - 1}; use another region`,
    )
  }
}
