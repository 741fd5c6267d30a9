/**
 * Correlated draws: a Gaussian copula. Uniform numbers become standard normal ones, are mixed by the Cholesky factor of
 * the correlation matrix and become uniform again, so that every parameter keeps its own distribution.
 */
import { messages as engineMessages } from '../texts/engine.ts'
import { UsageError } from '../language/messages.ts'
import { cholesky, unitMatrix, timesLower } from './calibrate/symmetric-matrix.ts'
import { normalQuantile, uniformOf } from './distributions.ts'

/** Correlation of the normal scores of two uncertain parameters, in the order in which nobody cares. */
export interface Correlation {
  readonly a: string
  readonly b: string
  /** Between -1 and 1, both excluded. Spearman's rank correlation is a little smaller: 6/pi * asin(value/2). */
  readonly value: number
}

/** Correlations that no joint distribution has. */
export class ImpossibleCorrelations extends UsageError {}

/** Changes the uniform numbers of the parameters that are correlated; all others stay as they were, to the bit. */
export type Mixing = (uniforms: Map<string, number>) => void

/** Refuses unknown names, pairs given twice and values that cannot hold together. */
export function createMixing(correlations: readonly Correlation[], known: ReadonlySet<string>): Mixing {
  const names = checkPairs(correlations, known)
  const factor = factorOf(correlations, names)
  const scores = new Float64Array(names.length)
  return uniforms => {
    names.forEach((name, at) => {
      scores[at] = normalQuantile(uniforms.get(name)!)
    })
    const mixed = timesLower(factor, scores)
    // The first keeps its own draw.
    for (let row = 1; row < names.length; row++) uniforms.set(names[row], uniformOf(mixed[row]))
  }
}

/** The correlated parameters by name, so that the order of the list does not matter. */
function checkPairs(correlations: readonly Correlation[], known: ReadonlySet<string>): string[] {
  const pairs = new Set<string>()
  for (const { a, b, value } of correlations) {
    for (const name of [a, b]) {
      if (known.has(name)) continue
      throw new UsageError(engineMessages.correlationUnknown({ a, b, name }))
    }
    if (a === b) throw new UsageError(engineMessages.correlationOfOne({ name: a }))
    if (!(Math.abs(value) < 1)) {
      throw new UsageError(engineMessages.correlationRange({ a, b, value }))
    }
    const [one, other] = [a, b].sort()
    const pair = `${one} ${other}`
    if (pairs.has(pair)) throw new UsageError(engineMessages.correlationTwice({ a: one, b: other }))
    pairs.add(pair)
  }
  return [...new Set(correlations.flatMap(({ a, b }) => [a, b]))].sort()
}

/** Lower triangular factor of the correlation matrix; pairs that are not given are uncorrelated. */
function factorOf(correlations: readonly Correlation[], names: readonly string[]): Float64Array {
  const size = names.length
  const place = new Map(names.map((name, at) => [name, at]))
  const matrix = unitMatrix(size)
  for (const { a, b, value } of correlations) {
    matrix[place.get(a)! * size + place.get(b)!] = value
    matrix[place.get(b)! * size + place.get(a)!] = value
  }
  const clash = (row: number): Error => {
    const given = names.slice(0, row).join(', ')
    return new ImpossibleCorrelations(engineMessages.correlationsClash({ given, name: names[row] }))
  }
  return cholesky(matrix, size, 1e-10, clash)
}
