/**
 * Simplifies expressions without changing a bit: constants calculated in advance, division by 1 and by powers of two.
 */

import type { LaneInstruction } from './assembler.ts'

/** A constant; one of the inputs as it is; or another instruction on an input and a constant. */
export type Rewrite =
  | { readonly constant: number }
  | { readonly same: number }
  | { readonly operation: LaneInstruction; readonly input: number; readonly by: number }

/** The instructions on single numbers. */
const scalars: Partial<Record<LaneInstruction, (a: number, b: number) => number>> = {
  'f64x2.add': (a, b) => a + b,
  'f64x2.sub': (a, b) => a - b,
  'f64x2.mul': (a, b) => a * b,
  'f64x2.div': (a, b) => a / b,
  'f64x2.min': (a, b) => Math.min(a, b),
  'f64x2.max': (a, b) => Math.max(a, b),
  'f64x2.pmin': (a, b) => (b < a ? b : a),
  'f64x2.pmax': (a, b) => (a < b ? b : a),
  'f64x2.neg': a => -a,
  'f64x2.abs': a => Math.abs(a),
  'f64x2.sqrt': a => Math.sqrt(a),
  'f64x2.floor': a => Math.floor(a),
}

/** Powers of two whose inverse is as exact as they are. */
const isPowerOfTwo = (value: number): boolean => {
  for (let power = 2 ** -60; power <= 2 ** 60; power *= 2) if (value === power) return true
  return false
}

/** What stands for the instruction, if anything does; `numbers` holds the inputs that are constants. */
export const simplify = (operation: LaneInstruction, numbers: readonly (number | undefined)[]): Rewrite | undefined => {
  const scalar = scalars[operation]
  if (scalar === undefined) return undefined
  const [a, b] = numbers
  if (numbers.every(number => number !== undefined)) return { constant: scalar(a ?? 0, b ?? 0) }
  // x - 0 is x for every x; x + 0 is not, when x is -0.
  if (operation === 'f64x2.sub' && Object.is(b, 0)) return { same: 0 }
  if (operation === 'f64x2.mul' && (a === 1 || b === 1)) return { same: a === 1 ? 1 : 0 }
  if (operation === 'f64x2.div' && b === 1) return { same: 0 }
  if (operation === 'f64x2.div' && b !== undefined && isPowerOfTwo(b))
    return { operation: 'f64x2.mul', input: 0, by: 1 / b }
  return undefined
}
