/**
 * The values of the uncertain parameters in each member of an ensemble.
 *
 * A value is a function of (seed, name, prior, member, design and size of the design): adding or removing another
 * parameter leaves it as it was, and any member can be had without the others.
 */
import type { Prior } from '../language/declare.ts'
import { priorQuantile } from './distributions.ts'
import { createStream, type Stream } from './random.ts'

export interface UncertainParameter {
  readonly name: string
  readonly prior: Prior
}

/**
 * `monteCarlo`: independent draws. `latinHypercube`: each parameter takes one value in each of `members` equally
 * probable strata, so its own distribution is covered evenly; a member then depends on how many there are.
 */
export type Design = 'monteCarlo' | 'latinHypercube'

export interface SampleSettings {
  readonly seed: number
  readonly members: number
  readonly design: Design
}

/** The values of a member, counted from 0, by the name of the parameter. */
export type Sample = (member: number) => ReadonlyMap<string, number>

export function sampleParameters(parameters: readonly UncertainParameter[], settings: SampleSettings): Sample {
  const { seed, members, design } = settings
  if (!Number.isInteger(members) || members < 1 || members > 2 ** 30) {
    throw new Error(`An ensemble of ${members} members cannot be drawn: give a whole number from 1 to 2^30.`)
  }
  const names = new Set(parameters.map(parameter => parameter.name))
  if (names.size < parameters.length) {
    const twice = parameters.find((parameter, i) => parameters.findIndex(other => other.name === parameter.name) < i)
    throw new Error(`Parameter '${twice?.name}' is listed twice: the draws of a parameter are found by its name.`)
  }
  const draws = parameters.map(({ name, prior }) => ({ name, prior, point: pointsOf(name, seed, members, design) }))
  return member => {
    if (!Number.isInteger(member) || member < 0 || member >= members) {
      throw new Error(`There is no member ${member} in an ensemble of ${members}: they count from 0 to ${members - 1}.`)
    }
    return new Map(draws.map(({ name, prior, point }) => [name, priorQuantile(prior, point(member))]))
  }
}

/** The points of one dimension of a design in (0, 1), by member. */
function pointsOf(name: string, seed: number, members: number, design: Design): (member: number) => number {
  const draw = createStream(seed, `parameter ${name}`)
  switch (design) {
    case 'monteCarlo':
      return member => draw(member, 0, 0)
    case 'latinHypercube': {
      const stratum = createPermutation(members, createStream(seed, `strata of parameter ${name}`))
      return member => (stratum(member) + draw(member, 0, 0)) / members
    }
    default:
      throw new Error(`Unknown design '${design satisfies never}'; known are monteCarlo and latinHypercube.`)
  }
}

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
      const next = left ^ (scramble(right ^ keys[round]) & mask)
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

/** The finishing steps of MurmurHash3: every bit of the result depends on every bit of the word. */
function scramble(word: number): number {
  let x = word ^ (word >>> 16)
  x = Math.imul(x, 0x85ebca6b)
  x ^= x >>> 13
  x = Math.imul(x, 0xc2b2ae35)
  return x ^ (x >>> 16)
}
