/** Keeps a policy financed: calculates its cost, and sets the lever that finances it. */

import { costOf } from '../../model/costing.ts'
import { packageRamp, packageStart } from '../../model/playbooks.ts'
import { defaultRamp, defaultStart, type LeverSetting, type Policy } from '../../engine/scenario.ts'
import type { About } from '../worker/answers/about.ts'

/** The lever that draws the money for a package; never set by hand. */
export const packageCost = 'packageCostReal'

export const financingLevers = [
  'financedByCentre',
  'financedByBonds',
  'financedByVehicles',
  'financedByLand',
  'financedByCuts',
] as const

export type FinancingLever = (typeof financingLevers)[number]

/** Levers that a person moves one by one. */
export const isOwnLever = (name: string): boolean =>
  name !== packageCost && !(financingLevers as readonly string[]).includes(name)

const valuesOf = (policy: Policy): Record<string, number> =>
  Object.fromEntries(Object.entries(policy).map(([name, { value }]) => [name, value]))

/** Direct cost of a policy at its full settings, CNY bn a year, prices of the start. */
export const directCost = (policy: Policy, { costing: { standard, quantities } }: Pick<About, 'costing'>): number =>
  costOf({ ...standard, ...valuesOf(policy) }, standard, quantities)

/** What one lever of a policy adds to its cost. */
export const costOfLever = (policy: Policy, name: string, about: Pick<About, 'costing'>): number => {
  const others = Object.fromEntries(Object.entries(policy).filter(([other]) => other !== name))
  return directCost(policy, about) - directCost(others, about)
}

/**
 * The policy with the money it needs: the cost at full settings, from the first start of a lever until the last is in full
 * force, and to the last end where all of them end.
 */
export const withCost = (policy: Policy, about: Pick<About, 'costing'>): Policy => {
  const levers = Object.entries(policy).filter(([name]) => name !== packageCost)
  const value = directCost(Object.fromEntries(levers), about)
  // A saving is not paid out, and what costs nothing needs no money.
  if (!(value > 0)) return Object.fromEntries(levers)
  const own = levers.filter(([name]) => isOwnLever(name)).map(([, setting]) => setting)
  const start = Math.min(...own.map(({ start: from = defaultStart }) => from))
  const full = Math.max(...own.map(({ start: from = defaultStart, ramp = defaultRamp }) => from + ramp))
  const ends = own.map(({ end }) => end ?? Number.POSITIVE_INFINITY)
  const end = Math.max(...ends)
  return {
    ...Object.fromEntries(levers),
    [packageCost]: { value, start, ramp: full - start, ...(Number.isFinite(end) ? { end } : {}) },
  }
}

/** Share of the package that each way of financing pays. */
export const financingOf = (policy: Policy): Record<FinancingLever, number> => {
  const standard: Record<FinancingLever, number> = {
    financedByCentre: 0.5,
    financedByBonds: 0.5,
    financedByVehicles: 0,
    financedByLand: 0,
    financedByCuts: 0,
  }
  return Object.fromEntries(financingLevers.map(name => [name, policy[name]?.value ?? standard[name]])) as Record<
    FinancingLever,
    number
  >
}

/** The policy paid in these shares, which add up to 1; half and half is what is in force, so it needs no setting. */
export const withFinancing = (policy: Policy, shares: Readonly<Partial<Record<FinancingLever, number>>>): Policy => {
  const others = Object.entries(policy).filter(([name]) => !(financingLevers as readonly string[]).includes(name))
  const halves = shares.financedByCentre === 0.5 && shares.financedByBonds === 0.5
  const schedule: Omit<LeverSetting, 'value'> = { start: packageStart, ramp: packageRamp }
  const settings = halves
    ? []
    : financingLevers.map((name): [string, LeverSetting] => [name, { value: shares[name] ?? 0, ...schedule }])
  return Object.fromEntries([...others, ...settings])
}
