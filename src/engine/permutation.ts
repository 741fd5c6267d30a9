/** Random permutations in which any element can be calculated without the others. */

import type { Stream } from './random.ts'
import { hash } from './sobol-sequence.ts'

const ROUNDS = 8

/**
 * A random permutation of 0 … size - 1 of which any element can be had alone: a Feistel network permutes the next
 * power of 4, and is applied again as long as it leads out of the range (cycle walking; under 4 times on average).
 */
export function createPermutation(size: number, draw: Stream): (index: number) => number {
  let halfBits = 1
  while (4 ** halfBits < size) halfBits++
  const mask = 2 ** halfBits - 1
  const keys = Int32Array.from({ length: ROUNDS }, (_, round) => Math.floor(draw(0, 0, round) * 4294967296))
  const permute = (index: number): number => {
    let left = index >>> halfBits
    let right = index & mask
    for (let round = 0; round < ROUNDS; round++) {
      const next = left ^ (hash(right ^ keys[round]) & mask)
      left = right
      right = next
    }
    // halfBits reaches 15 at most, so that this stays below 2^31.
    return (left << halfBits) | right
  }
  return index => {
    let place = permute(index)
    while (place >= size) place = permute(place)
    return place
  }
}
