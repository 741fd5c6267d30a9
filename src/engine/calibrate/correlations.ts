/** Estimates the correlations of parameters in a posterior sample. */
import { type Correlation, ImpossibleCorrelations, createMixing } from '../correlation.ts'
import { rankNormalised } from '../score/convergence.ts'

/**
 * Correlations of the normal scores of the draws, as a Gaussian copula takes them: those of at least `least` in size.
 * Leaving out the small ones can make a matrix that cannot be; all are then brought nearer to 0, by a twentieth at a
 * time. `chains[chain][draw]` holds a number for each name.
 */
export function correlationsOf(
  names: readonly string[],
  chains: ReadonlyArray<readonly ArrayLike<number>[]>,
  least: number,
): Correlation[] {
  const scores = names.map((_, at) => {
    const ranked = rankNormalised(chains.map(draws => Float64Array.from(draws, draw => draw[at])))
    return Float64Array.from(ranked.flatMap(chain => [...chain]))
  })
  const product = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, at) => sum + x * b[at], 0)
  const sizes = scores.map(one => Math.sqrt(product(one, one)))
  let found = names.flatMap((a, row) =>
    names.slice(0, row).flatMap((b, column): Correlation[] => {
      const value = product(scores[row], scores[column]) / (sizes[row] * sizes[column])
      return Math.abs(value) >= least ? [{ a, b, value }] : []
    }),
  )
  while (!holdTogether(found, names)) found = found.map(one => ({ ...one, value: 0.95 * one.value }))
  return found
}

const holdTogether = (correlations: readonly Correlation[], names: readonly string[]): boolean => {
  try {
    createMixing(correlations, new Set(names))
    return true
  } catch (error) {
    if (error instanceof ImpossibleCorrelations) return false
    throw error
  }
}
