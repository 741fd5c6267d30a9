/**
 * The values of the uncertain parameters in each member of an ensemble.
 *
 * A value is a function of (seed, name, prior, member, design and size of the design), so that any member can be had
 * without the others. Adding or removing another parameter leaves it as it was, but for the Sobol design, whose
 * dimensions are handed out in the order of the names.
 */
import type { Prior } from '../language/declare.ts'
import { createMixing } from './correlation.ts'
import { createStream, type Stream } from './random.ts'
import { createScrambling, createSobol, hash, toUnit } from './sobol-sequence.ts'
import { checkUncertainty, quantileOf, type Uncertainty } from './uncertainty.ts'

export interface UncertainParameter {
  readonly name: string
  readonly prior: Prior
}

/**
 * `monteCarlo`: independent draws. `latinHypercube`: each parameter takes one value in each of `members` equally
 * probable strata, so its own distribution is covered evenly; a member then depends on how many there are.
 * `sobol`: Owen-scrambled Sobol points, which cover all parameters together evenly, best in runs of a power of 2.
 */
export type Design = 'monteCarlo' | 'latinHypercube' | 'sobol'

export const designs: readonly Design[] = ['monteCarlo', 'latinHypercube', 'sobol']

export interface SampleSettings {
  readonly seed: number
  readonly members: number
  readonly design: Design
}

/** The values of a member, counted from 0, by the name of the parameter. */
export type Sample = (member: number) => ReadonlyMap<string, number>

/** With `uncertainty`, what a scenario says about distributions, truncations and correlations. */
export function sampleParameters(
  parameters: readonly UncertainParameter[],
  settings: SampleSettings,
  uncertainty: Uncertainty = {},
): Sample {
  const { seed, members, design } = settings
  if (!Number.isInteger(members) || members < 1 || members > 2 ** 30) {
    throw new Error(`An ensemble of ${members} members cannot be drawn: give a whole number from 1 to 2^30.`)
  }
  const names = new Set(parameters.map(parameter => parameter.name))
  if (names.size < parameters.length) {
    const twice = parameters.find((parameter, i) => parameters.findIndex(other => other.name === parameter.name) < i)
    throw new Error(`Parameter '${twice?.name}' is listed twice: the draws of a parameter are found by its name.`)
  }
  checkUncertainty(uncertainty, names)
  const mix = createMixing(uncertainty.correlations ?? [], names)
  const points = design === 'sobol' ? sobolPoints([...names], seed) : undefined
  const draws = parameters.map(({ name, prior }) => ({
    name,
    quantile: quantileOf(name, prior, uncertainty),
    point: points?.get(name) ?? pointsOf(name, seed, members, design),
  }))
  return member => {
    if (!Number.isInteger(member) || member < 0 || member >= members) {
      throw new Error(`There is no member ${member} in an ensemble of ${members}: they count from 0 to ${members - 1}.`)
    }
    const values = new Map(draws.map(({ name, point }) => [name, point(member)]))
    mix(values)
    for (const { name, quantile } of draws) values.set(name, quantile(values.get(name)!))
    return values
  }
}

/** One dimension of the sequence for each name, in their order, under a scrambling of the name's own. */
function sobolPoints(names: readonly string[], seed: number): Map<string, (member: number) => number> {
  const coordinates = createSobol(names.length)
  return new Map(
    names.toSorted().map((name, dimension) => {
      const scrambled = createScrambling(createStream(seed, `scrambling of parameter ${name}`))
      return [name, member => toUnit(scrambled(coordinates[dimension](member)))]
    }),
  )
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
      throw new Error(`Unknown design '${design}'; known are ${designs.join(', ')}.`)
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
