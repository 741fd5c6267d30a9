/**
 * The Sobol sequence, point by point, and its scrambling after Owen: points that fill the unit cube more evenly than
 * random ones, each dimension under its own seeded scrambling, and any point had without the others.
 */
import { messages as engineMessages } from '../texts/engine.ts'
import { UsageError } from '../language/messages.ts'
import { joeKuo } from './joe-kuo.ts'
import type { Stream } from './random.ts'

/** A coordinate of point `index` in units of 2^-32: a whole number from 0 to 2^32 - 1. */
export type SobolCoordinate = (index: number) => number

const BITS = 32

/**
 * Coordinates of dimensions 0 to count - 1, unscrambled and in the order of Gray codes, so that the first points are
 * 0, 1/2, 3/4, 1/4 … as in published listings. Each starting run of 2^k points is balanced.
 */
export function createSobol(count: number): SobolCoordinate[] {
  const table = words()
  if (!Number.isInteger(count) || count < 0 || count > table.length + 1) {
    throw new UsageError(engineMessages.sobolDimensions({ most: table.length + 1, count }))
  }
  return Array.from({ length: count }, (_, dimension) => {
    const directions = dimension === 0 ? firstDirections() : directionsOf(table[dimension - 1])
    return index => {
      let gray = index ^ (index >>> 1)
      let value = 0
      for (let bit = 0; gray !== 0; bit++, gray >>>= 1) if ((gray & 1) === 1) value ^= directions[bit]
      return value >>> 0
    }
  })
}

const words = (): string[] => joeKuo.trim().split(/\s+/)

/** Dimension 0 is van der Corput's sequence: the bits of the index, reversed. */
const firstDirections = (): Uint32Array => Uint32Array.from({ length: BITS }, (_, bit) => 2 ** (BITS - 1 - bit))

/** The recurrence of Bratley and Fox, from a word 'polynomial:m1,m2,…' of the table. */
function directionsOf(word: string): Uint32Array {
  const [polynomialText, initialText] = word.split(':')
  const polynomial = Number(polynomialText)
  const initial = initialText.split(',').map(Number)
  const degree = initial.length
  const directions = new Uint32Array(BITS)
  for (let bit = 0; bit < BITS; bit++) {
    if (bit < degree) {
      directions[bit] = initial[bit] << (BITS - 1 - bit)
      continue
    }
    let value = directions[bit - degree] ^ (directions[bit - degree] >>> degree)
    for (let term = 1; term < degree; term++) {
      if (((polynomial >>> (degree - term)) & 1) === 1) value ^= directions[bit - term]
    }
    directions[bit] = value
  }
  return directions
}

/** Binary digits flipped each by itself; those after them are flipped together, where no two points of a design meet. */
const NESTED = 24
/** Digits whose flips are looked up. */
const LOOKED_UP = 12

/**
 * Owen's nested uniform scrambling of one coordinate: each binary digit is flipped or not depending on all digits
 * before it, by a hash keyed from the stream. The result is uniform whatever the input, and keeps the evenness.
 */
export function createScrambling(draw: Stream): (coordinate: number) => number {
  const word = (lane: number): number => Math.floor(draw(0, 0, lane) * 4294967296) | 0
  const keys = Int32Array.from({ length: NESTED + 1 }, (_, bit) => word(bit))
  const factor = word(NESTED + 1) | 1
  /** A random word for the digits before a digit, with a 1 ahead of them. */
  const wordFor = (bit: number, before: number): number => hash(Math.imul(before + (1 << bit), factor) ^ keys[bit])
  // By the digits before the last one that is looked up: each digit more doubles the table.
  let flips = new Int32Array(1)
  for (let bit = 0; bit < LOOKED_UP; bit++) {
    const longer = new Int32Array(2 ** bit)
    for (let before = 0; before < longer.length; before++)
      longer[before] = flips[before >>> 1] | ((wordFor(bit, before) & 1) << (BITS - 1 - bit))
    flips = longer
  }
  return coordinate => {
    let flip = flips[coordinate >>> (BITS - LOOKED_UP + 1)]
    for (let bit = LOOKED_UP; bit < NESTED; bit++) {
      flip |= (wordFor(bit, coordinate >>> (BITS - bit)) & 1) << (BITS - 1 - bit)
    }
    flip |= wordFor(NESTED, coordinate >>> (BITS - NESTED)) >>> NESTED
    return (coordinate ^ flip) >>> 0
  }
}

/** The finishing steps of MurmurHash3: every bit of the result depends on every bit of the word. */
export function hash(word: number): number {
  let x = word ^ (word >>> 16)
  x = Math.imul(x, 0x85ebca6b)
  x ^= x >>> 13
  x = Math.imul(x, 0xc2b2ae35)
  return x ^ (x >>> 16)
}

/** The middle of the interval of width 2^-32 that starts at the coordinate: never 0 or 1. */
export const toUnit = (coordinate: number): number => (coordinate + 0.5) * 2.3283064365386963e-10
