/** Tests the numerical parts of calibration: matrices, angles, and the density of a process observed with errors. */
import { assert, double, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../distributions.ts'
import { createStream } from '../random.ts'
import { pointOnCircle } from './slice-sampler.ts'
import { createEllipse, drawScale, ellipseDensity, squaredDistance } from './ellipse.ts'
import { createSurprises, noisyProcessDensity } from './noisy-process.ts'
import { cholesky, inverse, multiplyLower, solveLower, symmetricEigen, timesLower } from './symmetric-matrix.ts'

/** A positive definite matrix of a seed. */
const definite = (size: number, seed: number): Float64Array => {
  const draw = createStream(seed, 'matrix')
  const matrix = new Float64Array(size * size)
  const rows = Array.from({ length: size + 2 }, (_, row) =>
    Float64Array.from({ length: size }, (__, at) => normalQuantile(draw(row, at, 0))),
  )
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      for (const one of rows) matrix[row * size + column] += one[row] * one[column]
  return matrix
}

const product = (a: Float64Array, b: Float64Array, size: number): Float64Array =>
  a.map((_, place) => {
    const [row, column] = [Math.floor(place / size), place % size]
    let sum = 0
    for (let at = 0; at < size; at++) sum += a[row * size + at] * b[at * size + column]
    return sum
  })
const transposed = (a: Float64Array, size: number): Float64Array =>
  a.map((_, place) => a[(place % size) * size + Math.floor(place / size)])
const expectClose = (found: Float64Array, expected: Float64Array, digits = 9): void =>
  found.forEach((value, at) => expect(value, String(at)).toBeCloseTo(expected[at], digits))
const unit = (size: number): Float64Array =>
  Float64Array.from({ length: size * size }, (_, place) => (place % (size + 1) === 0 ? 1 : 0))

describe('matrices', () => {
  it('are factored, inverted and taken apart into eigenvectors', () => {
    for (const size of [1, 2, 7, 30]) {
      const matrix = definite(size, size)
      const factor = cholesky(matrix, size)
      expectClose(product(factor, transposed(factor, size), size), matrix)
      expectClose(multiplyLower(factor, factor, size), product(factor, factor, size))
      expectClose(product(matrix, inverse(matrix, size), size), unit(size), 7)
      const vector = Float64Array.from({ length: size }, (_, at) => at - 3)
      expectClose(timesLower(factor, solveLower(factor, vector)), vector)
      const { values, vectors } = symmetricEigen(matrix, size)
      expectClose(product(vectors, transposed(vectors, size), size), unit(size))
      const scaled = vectors.map((x, place) => x * values[Math.floor(place / size)])
      expectClose(product(transposed(vectors, size), scaled, size), matrix)
      // Beginning with the vectors of a matrix nearby changes nothing but the work.
      const near = matrix.map((x, place) => (place % (size + 1) === 0 ? x * 1.001 : x))
      const again = symmetricEigen(near, size, vectors)
      expectClose(again.values.toSorted(), symmetricEigen(near, size).values.toSorted())
    }
  })

  it('find small eigenvalues beside large ones', () => {
    const { values } = symmetricEigen(Float64Array.of(1e12, 1, 1, 1e-6), 2)
    expect(Math.max(...values)).toBeCloseTo(1e12, 0)
    expect(Math.min(...values) / (1e-6 - 1e-12)).toBeCloseTo(1, 9)
  })

  it('that are not positive definite are refused', () => {
    expect(() => cholesky(Float64Array.of(1, 2, 2, 1), 2)).toThrow('not positive definite')
    expect(() => cholesky(Float64Array.of(Number.NaN), 1)).toThrow('not positive definite')
  })
})

describe('the circle', () => {
  it('has the cosines and sines of the machine, to two units in the last place', () => {
    assert(
      property(double({ min: -50, max: 50, noNaN: true }), angle => {
        const { cosine, sine } = pointOnCircle(angle)
        return Math.abs(cosine - Math.cos(angle)) < 3e-16 && Math.abs(sine - Math.sin(angle)) < 3e-16
      }),
      { seed: 20261124, numRuns: 20_000 },
    )
    expect(pointOnCircle(0)).toEqual({ cosine: 1, sine: 0 })
  })
})

describe('ellipses', () => {
  it('measure distances and densities as the t distribution does', () => {
    const ellipse = createEllipse(Float64Array.of(1, -1), Float64Array.of(4, 1, 1, 2), 5)
    // (2, 1) off the centre under the inverse (2, -1; -1, 4) / 7.
    expect(squaredDistance(ellipse, Float64Array.of(3, 0))).toBeCloseTo((2 * 4 - 2 * 2 + 4) / 7, 12)
    expect(ellipseDensity(ellipse, 3)).toBeCloseTo(-3.5 * Math.log(1.6), 12)
    const normal = { ...ellipse, degrees: Infinity }
    expect(ellipseDensity(normal, 3)).toBe(-1.5)
    expect(drawScale(normal, 3, 0.1)).toBe(1)
    // The scale is inverse gamma with shape 3.5 and scale 4: of mean 1.6.
    let sum = 0
    for (let at = 0; at < 10_000; at++) sum += drawScale(ellipse, 3, (at + 0.5) / 10_000) / 10_000
    expect(sum).toBeCloseTo(1.6, 2)
  })
})

describe('a process seen through errors', () => {
  it('has the density of the full covariance matrix, gaps included', () => {
    const process = {
      times: [2000, 2001, 2003, 2004, 2008],
      errors: [0.1, 0.2, 0.15, 0.1, 0.3],
      deviation: 0.4,
      persistence: 0.8,
    }
    const surprises = createSurprises(7)
    // From scipy's multivariate normal.
    expect(noisyProcessDensity([0.3, 0.1, -0.2, -0.5, 0.6], process, surprises, 2)).toBeCloseTo(-2.5040542524462777, 12)
    expect(surprises.residuals.reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(5.94702160955807, 12)
    const lnDeterminant = surprises.lnVariances.reduce((sum, x) => sum + x, 0)
    expect(-0.5 * (5 * Math.log(2 * Math.PI) + lnDeterminant + 5.94702160955807)).toBeCloseTo(-2.5040542524462777, 12)
  })

  it('is independent errors alone without a discrepancy', () => {
    assert(
      property(integer({ min: 1, max: 20 }), length => {
        const misses = Array.from({ length }, (_, at) => Math.cos(at))
        const errors = misses.map((_, at) => 0.5 + at / 10)
        const times = misses.map((_, at) => 2000 + at)
        const found = noisyProcessDensity(misses, { times, errors, deviation: 0, persistence: 0 })
        const expected = misses.reduce(
          (sum, miss, at) => sum - 0.5 * (Math.log(2 * Math.PI) + 2 * Math.log(errors[at]) + (miss / errors[at]) ** 2),
          0,
        )
        return Math.abs(found - expected) < 1e-10
      }),
      { seed: 1 },
    )
  })
})
