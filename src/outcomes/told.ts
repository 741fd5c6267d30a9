/** Good or bad: the mark of a change against current policy, of a relevant size and told apart from nothing. */

import { catalogue } from './catalogue.ts'

export type Told = 'good' | 'bad'

/** A change with the range of the middle 80 % of simulations, in the unit kept or, in per cent, as a share of itself. */
export interface RangedChange {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Simulations leave open whether it is more or less than nothing. */
export const holdsZero = ({ low, high }: Pick<RangedChange, 'low' | 'high'>): boolean => low <= 0 && high >= 0

/** Nothing is marked that is too small, or that the band cannot tell from nothing. */
export const toldOf = (
  outcome: string,
  as: 'difference' | 'percent',
  { value, ...range }: RangedChange,
): Told | undefined => {
  const found = catalogue.find(({ id }) => id === outcome)
  if (found === undefined) return undefined
  const { better, relevant, change, chart } = found
  const own = (change?.as ?? 'difference') === as ? relevant : undefined
  const least = own ?? (as === 'difference' ? chart?.noticeable : undefined)
  if (least === undefined || Math.abs(value) < least || holdsZero(range)) return undefined
  return value > 0 === (better !== 'lower') ? 'good' : 'bad'
}
