/** What Value for money asks when it is opened. */

import type { ValueInput } from '../worker/answers/value.ts'
import type { Draft } from './scenario.ts'

/** Enough simulations of each measure to rank them in some seconds. */
export const firstValueInput = ({ assumptions, seed }: Pick<Draft, 'assumptions' | 'seed'>): ValueInput => ({
  outcome: 'regionOutput',
  rankedAt: 5,
  assumptions,
  seed,
  members: 64,
})
