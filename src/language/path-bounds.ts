/** The values that a path from outside can have, and the unit in which people set it, by what it measures. */

import type { Message } from './messages.ts'
import { messages as usage } from '../texts/usage.ts'

/** Bounds from its declaration: no value is below or above. */
export interface PathBounds {
  /** 0 for an interest rate, -1 for a difference of shares. */
  readonly least?: number
  /** 1 for a share of a whole. */
  readonly most?: number
}

/** No volume, share, price or index is negative, only growth; what else cannot be, the declaration says. */
export const boundsOfPath = ({
  unit,
  least = unit === '1/year' ? -Infinity : 0,
  most = Infinity,
}: PathBounds & { readonly unit: string }): readonly [least: number, most: number] => [least, most]

const isRate = (unit: string): boolean => unit === '1/year'

/** People set growth and rates in % a year at every door, everything else in the unit of the model. */
export const pathScale = (unit: string): number => (isRate(unit) ? 0.01 : 1)

/** Values in % a year all of which are smaller were probably meant as fractions of one: 0.04 for 4 %. */
const smallest = 0.1

/** The remark on a value that was probably meant otherwise, where there is one. */
export const doubtfulRate = (name: string, unit: string, values: readonly number[]): Message | undefined => {
  const value = values.find(one => one !== 0)
  return value === undefined || !isRate(unit) || values.some(one => Math.abs(one) >= smallest)
    ? undefined
    : usage.doubtfulRate({ name, value, meant: 100 * value })
}
