/** Tests the methods of scenario discovery on cases whose box is known. */

import { describe, expect, it } from 'vitest'
import { createStream } from '../random.ts'
import { casesIn, prim } from './prim.ts'

/** Uniform inputs, five of them; the event comes where `rule` says. */
const casesOf = (size: number, rule: (x: readonly number[], noise: number) => boolean, seed = 1) => {
  const draw = createStream(seed, 'cases')
  const rows = Array.from({ length: size }, (_, at) => Array.from({ length: 5 }, (__, lane) => draw(at, 0, lane)))
  return {
    columns: [0, 1, 2, 3, 4].map(input => Float64Array.from(rows, row => row[input])),
    events: rows.map((row, at) => rule(row, draw(at, 1, 0))),
  }
}

describe('prim', () => {
  it('finds a known box, its sides and no others', () => {
    const { box, steps } = prim(casesOf(2000, ([a, , c]) => a < 0.35 && c > 0.6))
    expect(box.restrictions.map(({ input }) => input)).toEqual([0, 2])
    const [a, c] = box.restrictions
    expect([a.low, c.high]).toEqual([-Infinity, Infinity])
    expect(a.high).toBeCloseTo(0.35, 1)
    expect(c.low).toBeCloseTo(0.6, 1)
    expect(box.coverage).toBeGreaterThan(0.9)
    expect(box.density).toBeGreaterThan(0.9)
    expect(steps[0]).toMatchObject({ coverage: 1, mass: 1, inputs: 0 })
    for (const [at, step] of steps.slice(1).entries()) expect(step.coverage).toBeLessThanOrEqual(steps[at].coverage)
  })

  it('finds it where one case in ten is wrong', () => {
    const { box } = prim(casesOf(2000, ([a, b], noise) => (a < 0.4 && b < 0.5) !== noise < 0.1))
    expect(box.restrictions.map(({ input }) => input)).toEqual([0, 1])
    expect(box.density).toBeCloseTo(0.9, 1)
    for (const { chance } of box.restrictions) expect(chance).toBeLessThan(1e-6)
  })

  it('counts coverage, density and mass as the cases in the box say', () => {
    const cases = casesOf(1000, ([a, b]) => a + b < 0.6)
    const { box } = prim(cases)
    const inside = casesIn(cases, box)
    const both = inside.filter((is, row) => is && cases.events[row]).length
    expect(box.mass).toBe(inside.filter(Boolean).length / 1000)
    expect(box.density).toBe(both / inside.filter(Boolean).length)
    expect(box.coverage).toBe(both / cases.events.filter(Boolean).length)
  })

  it('restricts nothing where the event has nothing to do with the inputs', () => {
    const restrictions = [1, 2, 3, 4].map(
      seed =>
        prim(
          casesOf(500, (_, noise) => noise < 0.3, seed),
          { mostChance: 1e-3 },
        ).box.restrictions.length,
    )
    expect(restrictions.filter(count => count === 0).length).toBeGreaterThanOrEqual(3)
  })
})
