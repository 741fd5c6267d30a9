/** Who finances a policy: shares of what the province spends beyond the standards, by levers that are moved together. */

import { type FinancingLever, financingLevers, financingShares } from './policy.ts'
import { defaultStart, type Policy } from '../engine/scenario.ts'
import { standardFinancing } from '../model/packages.ts'

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
