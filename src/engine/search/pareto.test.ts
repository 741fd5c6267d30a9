/** Tests the search for non-dominated points on problems whose fronts and hypervolumes are known. */

import { describe, expect, it } from 'vitest'
import { createStream } from '../random.ts'
import { lakeObjectives, lakePolicy, leastReliability, publishedFront, publishedPolicies } from './lake-fixture.ts'
import { nsga2 } from './nsga2.ts'
import { dominates, hypervolume, nonDominated } from './pareto.ts'

const startOf = (seed: number, size: number, dimensions: number): Float64Array[] => {
  const draw = createStream(seed, 'start')
  return Array.from({ length: size }, (_, at) =>
    Float64Array.from({ length: dimensions }, (__, lane) => draw(at, 0, lane)),
  )
}

/** DTLZ2 of Deb, Thiele, Laumanns and Zitzler (2002): the front is the part of the unit sphere where nothing is below 0. */
const dtlz2 = (x: Float64Array): number[] => {
  const radius = 1 + x.subarray(2).reduce((sum, value) => sum + (value - 0.5) ** 2, 0)
  const [a, b] = [(x[0] * Math.PI) / 2, (x[1] * Math.PI) / 2]
  return [radius * Math.cos(a) * Math.cos(b), radius * Math.cos(a) * Math.sin(b), radius * Math.sin(a)]
}

describe('hypervolume', () => {
  it('adds up boxes, in two, three and four dimensions', () => {
    expect(
      hypervolume(
        [
          [1, 3],
          [2, 1],
        ],
        [4, 4],
      ),
    ).toBe(3 * 1 + 2 * 2)
    expect(hypervolume([[1, 1, 1]], [2, 3, 4])).toBe(6)
    // Two cubes of 8 that share one of 1.
    expect(
      hypervolume(
        [
          [0, 0, 1],
          [1, 1, 0],
        ],
        [2, 2, 2],
      ),
    ).toBe(4 + 2 - 1)
    expect(
      hypervolume(
        [
          [0, 0, 0, 1],
          [1, 1, 1, 0],
        ],
        [2, 2, 2, 2],
      ),
    ).toBe(8 + 2 - 1)
    expect(hypervolume([[5, 0]], [4, 4])).toBe(0)
  })

  it('agrees with inclusion and exclusion on random points', () => {
    const points = startOf(3, 10, 3).map(point => [...point])
    let volume = 0
    for (let subset = 1; subset < 2 ** points.length; subset++) {
      const chosen = points.filter((_, at) => (subset >> at) % 2 === 1)
      const shared = [0, 1, 2].reduce((product, at) => product * (1 - Math.max(...chosen.map(point => point[at]))), 1)
      volume += chosen.length % 2 === 1 ? shared : -shared
    }
    expect(hypervolume(points, [1, 1, 1])).toBeCloseTo(volume, 10)
  })
})

describe('nsga2', () => {
  it('comes close to the hypervolume of DTLZ2 with three objectives', {
    tags: ['thorough'],
    timeout: 60_000,
  }, async () => {
    const reference = [1.1, 1.1, 1.1]
    const found = await nsga2({
      seed: 1,
      start: startOf(1, 92, 12),
      generations: 120,
      judge: async points => points.map(dtlz2),
      objectives: items => items,
      violation: () => 0,
    })
    const front = nonDominated(found).map(at => found[at])
    // The whole front dominates 1.331 less an eighth of the unit sphere.
    const known = 1.1 ** 3 - Math.PI / 6
    const reached = hypervolume(front, reference) / known
    expect(reached).toBeGreaterThan(0.95)
    expect(reached).toBeLessThan(1)
    for (const point of front) expect(front.some(other => dominates(other, point))).toBe(false)
  })

  it('keeps to a constraint, and gives the same points for the same seed', async () => {
    const run = (seed: number) =>
      nsga2({
        seed,
        start: startOf(seed, 40, 2),
        generations: 40,
        judge: async points => points.map(([x, y]) => [x, y]),
        objectives: items => items,
        violation: ([x, y]) => Math.max(0, 1 - x - y),
      })
    const found = await run(1)
    const allowed = found.filter(([x, y]) => x + y >= 1)
    const front = nonDominated(allowed).map(at => allowed[at])
    expect(front.length).toBeGreaterThan(20)
    for (const [x, y] of front) expect(x + y).toBeLessThan(1.05)
    expect(await run(1)).toEqual(found)
    expect(await run(2)).not.toEqual(found)
  })

  it('comes close to the published reference set of the lake problem, closer with more runs', {
    timeout: 60_000,
    tags: ['thorough'],
  }, async () => {
    // Published are the best of noisy evaluations: 100 inflows are drawn anew for each.
    for (const [policy, objectives] of publishedPolicies)
      lakeObjectives(policy).forEach((value, at) =>
        expect(Math.abs(value - objectives[at]), String(policy)).toBeLessThan(0.025),
      )
    const size = 100
    const found = await nsga2({
      seed: 1,
      start: startOf(1, size, 6),
      generations: 50,
      judge: async points => points.map(point => lakeObjectives(lakePolicy(point))),
      objectives: items => items,
      violation: ([, , , reliability]) => Math.max(0, leastReliability + reliability),
    })
    const [best, worst] = [
      [-0.6, 0.1, -1, -1],
      [-0.2, 1.6, -0.9, -leastReliability],
    ]
    const volumeOf = (points: ReadonlyArray<readonly number[]>): number =>
      hypervolume(
        points.map(point => point.map((value, at) => (value - best[at]) / (worst[at] - best[at]))),
        [1, 1, 1, 1],
      )
    const known = volumeOf(publishedFront)
    const reached = [5, 20, 50].map(generations => volumeOf(found.slice(0, size * (generations + 1))) / known)
    expect(reached).toEqual(reached.toSorted((a, b) => a - b))
    expect(reached.at(-1)).toBeGreaterThan(0.95)
  })
})
