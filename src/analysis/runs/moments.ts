/** Sum, mean, variance and deviation of numbers. */

export const sumOf = (values: ArrayLike<number>): number => {
  let sum = 0
  for (let at = 0; at < values.length; at++) sum += values[at]!
  return sum
}

export const meanOf = (values: ArrayLike<number>): number => sumOf(values) / values.length

/** Of a sample: over its size less one; 0 of a single number. */
export const varianceOf = (values: ArrayLike<number>): number => {
  const mean = meanOf(values)
  let sum = 0
  for (let at = 0; at < values.length; at++) sum += (values[at]! - mean) ** 2
  return sum / Math.max(1, values.length - 1)
}

export const deviationOf = (values: ArrayLike<number>): number => Math.sqrt(varianceOf(values))
