/**
 * Tests that the search finds the minimum of the usual test functions, rotated ones included, and reports how it ended.
 */
import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../distributions.ts'
import { createStream } from '../random.ts'
import { type CmaTask, minimise } from './cma-es.ts'

type Cost = (point: Float64Array) => number

const run = (cost: Cost, size: number, { from = 3, ...task }: Partial<CmaTask> & { from?: number } = {}) =>
  minimise({
    seed: 1,
    start: new Float64Array(size).fill(from),
    spread: 2,
    mostEvaluations: 200_000,
    costTolerance: 1e-14,
    costs: async points => points.map(cost),
    ...task,
  })

const square = (point: Float64Array): number => point.reduce((sum, x) => sum + x * x, 0)
/** Axes of lengths from 1 to 1e-3. */
const ellipsoid: Cost = point => point.reduce((sum, x, at) => sum + 10 ** ((6 * at) / (point.length - 1)) * x * x, 0)
const rosenbrock: Cost = point => {
  let sum = 0
  for (let at = 0; at + 1 < point.length; at++) {
    sum += 100 * (point[at + 1] - point[at] ** 2) ** 2 + (1 - point[at]) ** 2
  }
  return sum
}

/** A random rotation: Gram and Schmidt on normal vectors. */
const rotation = (size: number) => {
  const draw = createStream(7, 'rotation')
  const rows: Float64Array[] = []
  for (let row = 0; row < size; row++) {
    const vector = Float64Array.from({ length: size }, (_, at) => normalQuantile(draw(row, 0, at)))
    for (const other of rows) {
      const along = other.reduce((sum, x, at) => sum + x * vector[at], 0)
      for (let at = 0; at < size; at++) vector[at] -= along * other[at]
    }
    const length = Math.sqrt(square(vector))
    rows.push(vector.map(x => x / length))
  }
  return (point: Float64Array) => Float64Array.from(rows, row => row.reduce((sum, x, at) => sum + x * point[at], 0))
}

describe('evolution strategy', () => {
  it('finds the middle of a sphere in 10 dimensions', async () => {
    const small = await run(square, 10)
    expect(small.cost).toBeLessThan(1e-12)
    expect(small.evaluations).toBeLessThan(4000)
  })

  it('finds the middle of a sphere in 100 dimensions', { tags: ['thorough'] }, async () => {
    const large = await run(square, 100, { costTolerance: 1e-8 })
    expect(large.cost).toBeLessThan(1e-6)
  })

  it('finds the middle of an ellipsoid of condition a million, turned or not, equally fast', async () => {
    const turn = rotation(20)
    const straight = await run(ellipsoid, 20)
    const turned = await run(point => ellipsoid(turn(point)), 20)
    expect(straight.cost).toBeLessThan(1e-12)
    expect(turned.cost).toBeLessThan(1e-12)
    expect(turned.evaluations / straight.evaluations).toBeGreaterThan(0.7)
    expect(turned.evaluations / straight.evaluations).toBeLessThan(1.4)
  })

  it('follows the valley of Rosenbrock, turned too', async () => {
    const found = await run(rosenbrock, 10, { from: 0, spread: 0.5 })
    expect(found.cost).toBeLessThan(1e-10)
    found.point.forEach(x => expect(x).toBeCloseTo(1, 4))
    const turn = rotation(20)
    const turned = await run(point => rosenbrock(turn(point)), 20, { from: 0, spread: 0.5 })
    expect(turned.cost).toBeLessThan(1e-10)
  })

  it('goes round points that are impossible', async () => {
    const half = (point: Float64Array): number => (point[0] < 1 ? Infinity : square(point))
    const found = await run(half, 8, { costTolerance: 1e-10 })
    expect(found.cost).toBeGreaterThanOrEqual(1)
    expect(found.cost).toBeLessThan(1.001)
    const odd = await run(point => (point[0] < 1 ? Number.NaN : square(point)), 8, { costTolerance: 1e-10 })
    expect(odd.point).toEqual(found.point)
  })

  it('has the same bits again, and others under another seed', async () => {
    const once = await run(ellipsoid, 6)
    expect(await run(ellipsoid, 6)).toEqual(once)
    expect((await run(ellipsoid, 6, { seed: 2 })).point).not.toEqual(once.point)
  })

  it('says how it ended', async () => {
    expect((await run(square, 5, { costTolerance: 1e-6 })).end).toBe('costTolerance')
    expect((await run(square, 5, { mostEvaluations: 100 })).end).toBe('mostEvaluations')
    expect((await run(square, 5, { mostEvaluations: 100 })).evaluations).toBeLessThanOrEqual(100)
    expect((await run(square, 5, { costTolerance: 0 })).end).toBe('pointTolerance')
  })

  it('refuses what cannot be searched', async () => {
    await expect(run(() => Infinity, 5)).rejects.toThrow(/None of the 8 points round the start is possible/)
    await expect(run(square, 1)).rejects.toThrow('at least two dimensions')
    await expect(run(square, 5, { spread: 0 })).rejects.toThrow('A spread of 0')
    await expect(run(square, 5, { mostEvaluations: 3 })).rejects.toThrow('do not suffice')
  })
})
