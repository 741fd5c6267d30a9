/** Derives the values that a name allows from its suffix, to catch errors of sign or scale. */

import type { Message } from '../language/messages.ts'
import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'

/** Names that may be negative: net flows, growth, drifts, balances and shifts. */
const signed = /^(net|natural|growth|inflation)[A-Z]|Growth|Inflation|Drift|Change|Balance|Shift/

/** Shares and rates in the unit 'share' lie between 0 and 1; a factor or an index in that unit need not. */
const fraction = /(Share|Rate|Fee)(Start)?$/

/** The part that closures and the like took in the year before the start: the model divides by what is left. */
const lost = /^lockdownStart$|(Lost|Closed)Start$/

export interface Misfit {
  readonly message: Message
  readonly fix: Message
}

/** Range of values of this name and unit, where nothing else is declared. */
const boundsByName = (name: string, unit: string): readonly [least: number, most: number] => {
  if (signed.test(name)) return [-Infinity, Infinity]
  return [0, unit === 'share' && fraction.test(name) ? 1 : Infinity]
}

/** The fault of a value of this name and unit; undefined where there is none. */
export const misfit = (
  name: string,
  unit: string,
  value: number,
  [least, most] = boundsByName(name, unit),
): Misfit | undefined => {
  // Growth and rates of more than 100 % a year are in per cent.
  if (unit === '1/year' && Math.abs(value) > 1)
    return { message: fault.largeRate({ name, value }), fix: fix.writeShare() }
  if (value < least && least === 0) return { message: fault.negative({ name, value }), fix: fix.correctSign() }
  if (lost.test(name) && value >= 1) return { message: fault.allLost({ name, value }), fix: fix.writeShare() }
  if (value < least || value > most)
    return { message: fault.outsideShare({ name, value, least, most }), fix: fix.writeShare() }
  return undefined
}

/** The fault of a unit; undefined where it is the wanted one. */
export const unitMisfit = (name: string, unit: string, wanted: string): Misfit | undefined => {
  if (unit === wanted) return undefined
  return unit === ''
    ? { message: fault.unitMissing({ name }), fix: fix.writeUnit({ unit: wanted }) }
    : { message: fault.unitDiffers({ name, given: unit, wanted }), fix: fix.convert() }
}

/** Series that may cross zero tell nothing by the ratio of two years. */
export const comparesByRatio = (name: string): boolean => !signed.test(name)
