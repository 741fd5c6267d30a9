/** Who finances a policy: shares of what the province spends beyond the standards, by levers that are moved together. */

import { defaultStart, leversOf, type Policy } from '../engine/scenario.ts'
import type { LinkedModel } from '../language/linked.ts'
import { payerOf } from '../language/payer.ts'
import { standardFinancing } from '../model/packages.ts'

/** The levers that say who pays what the province spends. */
export const financingLevers = [
  'financedByCentre',
  'financedByBonds',
  'financedByVehicles',
  'financedByLand',
  'financedByCuts',
] as const

export type FinancingLever = (typeof financingLevers)[number]

/** Share of the outlay that each way of financing pays once its first value is in force; the rest comes out of other spending. */
const financingShares = (policy: Policy): Record<FinancingLever, number> =>
  Object.fromEntries(financingLevers.map(name => [name, policy[name]?.value ?? 0])) as Record<FinancingLever, number>

export interface Payment {
  readonly payer: string
  readonly how: string
  readonly share: number
}

/** Who finances a policy, and how. */
export const paymentsOf = (model: LinkedModel, policy: Policy): Payment[] => {
  const levers = leversOf(model)
  return Object.entries(financingShares(policy)).flatMap(([name, share]) => {
    const lever = levers.get(name)
    if (lever === undefined || share === 0) return []
    return [{ payer: payerOf(levers, name), how: lever.doc.replace(/^.* paid by /, ''), share }]
  })
}

type Shares = Readonly<Partial<Record<FinancingLever, number>>>

/** Levers that a person moves one by one. */
export const isOwnLever = (name: string): boolean => !(financingLevers as readonly string[]).includes(name)

/** Share of the policy that each way of financing pays: half and half until somebody chooses. */
export const financingOf = (policy: Policy): Record<FinancingLever, number> =>
  financingLevers.some(name => policy[name] !== undefined)
    ? financingShares(policy)
    : { ...financingShares({}), ...standardFinancing.shares }

/**
 * The policy financed in these shares, or as it is already: from its first start on, for as long as it spends. Without a
 * lever of its own a policy spends nothing and needs no money.
 */
export const withFinancing = (policy: Policy, shares: Shares = financingOf(policy)): Policy => {
  const own = Object.entries(policy).filter(([name]) => isOwnLever(name))
  if (own.length === 0) return {}
  const start = Math.min(...own.map(([, { start: from = defaultStart }]) => from))
  const settings = financingLevers.flatMap(name => {
    const value = shares[name] ?? 0
    return value === 0 ? [] : [[name, { value, start, ramp: 0 }] as const]
  })
  return Object.fromEntries([...own, ...settings])
}
