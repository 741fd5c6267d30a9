/** Payers of levers: all that a page needs of the costs of levers. */

import type { Lever } from './declare.ts'

export type LeversByName = ReadonlyMap<string, Lever>

/** The lever whose outlay this one takes part in, where its cost names one. */
export const sharedWith = ({ cost }: Lever, levers: LeversByName): string | undefined =>
  typeof cost === 'string' && levers.has(cost) ? cost : undefined

/** The bearer of a lever's cost, in words. */
export const payerOf = (levers: LeversByName, name: string): string => {
  const lever = levers.get(name)
  if (lever === undefined) return ''
  const shared = sharedWith(lever, levers)
  if (shared !== undefined) return payerOf(levers, shared)
  return typeof lever.cost === 'object' ? Object.keys(lever.cost).join(' and ') : (lever.payer ?? '')
}

/** A restriction that others impose: it is set like a lever, but is an external event and no policy of the region. */
export const isEvent = ({ payer }: Pick<Lever, 'payer'>): boolean => payer === 'outside'
