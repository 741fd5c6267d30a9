/** Sum, mean and variance of numbers. */

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

export const meanOf = (values: Iterable<number> & { readonly length: number }): number => {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}

/** Of a sample: over its size less one; 0 of a single number. */
export const varianceOf = (values: readonly number[]): number => {
  const mean = meanOf(values)
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1)
}
