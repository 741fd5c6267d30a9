/**
 * Tests the properties of shocks: the same for every policy, keyed by name and area, with the declared spread and
 * persistence.
 */
import { describe, expect, it } from 'vitest'
import { drawShocks, neutralShock, type ShockToDraw } from './shocks.ts'

const areas = ['liaoning', 'jilin', 'heilongjiang']
const shocks: ShockToDraw[] = [
  { name: 'growthShock', process: { type: 'ar1', deviation: 0.01, persistence: 0.88 }, areas: 'shared' },
  { name: 'demandShock', process: { type: 'ar1', deviation: 0.012, persistence: 0.6 }, areas },
  { name: 'harvestShock', process: { type: 'yearlyNormal', deviation: 0.05 }, areas },
  { name: 'airShock', process: { type: 'normal', deviation: 0.06 }, areas: 'shared' },
  { name: 'sanctionsDraw', process: { type: 'uniform' }, areas: 'shared' },
]
const settings = { seed: 2024, member: 3, steps: 60, stepsPerYear: 4 }
const all = drawShocks(shocks, settings)
const of = (name: string, series = all): Float64Array => series.get(name) as Float64Array
const deviationOf = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

describe('the draws of a run', () => {
  it('have one value a step and area, step after step', () => {
    expect([...all].map(([name, values]) => [name, values.length])).toEqual([
      ['growthShock', 60],
      ['demandShock', 180],
      ['harvestShock', 180],
      ['airShock', 60],
      ['sanctionsDraw', 60],
    ])
  })

  it('do not depend on the other shocks, the other areas or the length of the run', () => {
    const alone = drawShocks([{ ...shocks[1], areas: ['heilongjiang', 'liaoning'] }], { ...settings, steps: 20 })
    for (let step = 0; step < 20; step++) {
      expect(of('demandShock', alone)[step * 2]).toBe(of('demandShock')[step * 3 + 2])
      expect(of('demandShock', alone)[step * 2 + 1]).toBe(of('demandShock')[step * 3])
    }
    expect(of('demandShock')[0]).not.toBe(of('demandShock')[1])
  })

  it('differ by member and seed', () => {
    const firsts = [settings, { ...settings, member: 4 }, { ...settings, seed: 1 }].map(
      each => of('growthShock', drawShocks(shocks, each))[0],
    )
    expect(new Set(firsts).size).toBe(3)
  })

  it('stay what they were', () => {
    expect([...of('growthShock').slice(0, 3), of('sanctionsDraw')[59]]).toMatchInlineSnapshot(`
      [
        -0.009285346826249803,
        -0.009062541470057505,
        -0.014855813910232947,
        0.5970602992799136,
      ]
    `)
  })
})

describe('processes', () => {
  it('yearlyNormal holds one draw through each calendar year', () => {
    const harvest = of('harvestShock')
    for (let step = 0; step < 60; step++) expect(harvest[step * 3]).toBe(harvest[(step - (step % 4)) * 3])
    expect(new Set(harvest).size).toBe(45)
  })

  it('yearlyNormal changes in the first step of a year when the run starts within one', () => {
    const harvest = of(
      'harvestShock',
      drawShocks([{ ...shocks[2], areas: 'shared' }], { ...settings, firstStepOfYear: 2 }),
    )
    expect(harvest[0]).toBe(harvest[1])
    expect(harvest[1]).not.toBe(harvest[2])
    expect(harvest[2]).toBe(harvest[5])
    expect(harvest[5]).not.toBe(harvest[6])
  })

  it('ar1 starts from 0, and settles at its deviation and persistence', () => {
    const members = 3000
    const process = { type: 'ar1', deviation: 2, persistence: 0.88 } as const
    const paths = Array.from({ length: members }, (_, member) =>
      of('x', drawShocks([{ name: 'x', process, areas: 'shared' }], { ...settings, member, steps: 80 })),
    )
    const firsts = paths.map(path => path[0])
    const lasts = paths.map(path => path[79])
    // A deviation is known to about 1 / sqrt(2 * 3000) = 1.3 %.
    expect(deviationOf(firsts) / (2 * Math.sqrt(1 - 0.88 ** 2))).toBeCloseTo(1, 1)
    expect(Math.abs(deviationOf(lasts) / 2 - 1)).toBeLessThan(0.05)
    const product = paths.reduce((sum, path) => sum + path[79] * path[78], 0) / members
    expect(Math.abs(product / 4 - 0.88)).toBeLessThan(0.08)
  })

  it('have the statistics of quarters in steps of any length', () => {
    const members = 4000
    const yearsOf = (process: ShockToDraw['process'], stepsPerYear: number): number[][] =>
      Array.from({ length: members }, (_, member) => {
        const steps = 8 * stepsPerYear
        const path = of(
          'x',
          drawShocks([{ name: 'x', process, areas: 'shared' }], { ...settings, member, steps, stepsPerYear }),
        )
        // Means of quarters of the last two years.
        const quarter = stepsPerYear / 4
        return Array.from({ length: 8 }, (__, at) => {
          const first = steps - (8 - at) * quarter
          return path.slice(first, first + quarter).reduce((sum, value) => sum + value / quarter, 0)
        })
      })
    for (const process of [
      { type: 'ar1', deviation: 1, persistence: 0.88 },
      { type: 'normal', deviation: 1 },
    ] as const) {
      const [declared, halved] = [4, 8].map(steps => yearsOf(process, steps))
      const spread = (paths: number[][]): number => deviationOf(paths.map(path => path[7]))
      const together = (paths: number[][]): number =>
        paths.reduce((sum, path) => sum + path[3] * path[7], 0) / members / spread(paths) ** 2
      expect(Math.abs(spread(halved) / spread(declared) - 1)).toBeLessThan(0.05)
      expect(Math.abs(together(halved) - together(declared))).toBeLessThan(0.05)
    }
  })

  it('normal and uniform have their moments', () => {
    const series = drawShocks(shocks, { ...settings, steps: 20_000 })
    expect(Math.abs(deviationOf([...of('airShock', series)]) / 0.06 - 1)).toBeLessThan(0.02)
    const draws = of('sanctionsDraw', series)
    expect(Math.abs(draws.filter(u => u < 0.03).length / draws.length - 0.03)).toBeLessThan(0.005)
  })

  it('are neutral in a run without shocks: a uniform is 1, so that no hazard strikes', () => {
    expect(shocks.map(({ process }) => neutralShock(process))).toEqual([0, 0, 0, 0, 1])
  })

  it('refuse names listed twice, impossible processes and settings', () => {
    expect(() => drawShocks([shocks[0], shocks[0]], settings)).toThrow(/'growthShock' is listed twice/)
    const explosive = { type: 'ar1', deviation: 1, persistence: 1 } as const
    expect(() => drawShocks([{ name: 'x', process: explosive, areas }], settings)).toThrow(/persistence/)
    expect(() => drawShocks(shocks, { ...settings, member: -1 })).toThrow(/Member -1/)
    expect(() => drawShocks(shocks, { ...settings, firstStepOfYear: 4 })).toThrow(/first step within it/)
  })
})

describe('a shock that is known to be nothing in some years', () => {
  const process = { type: 'ar1', deviation: 0.01, persistence: 0.88 } as const
  const one: ShockToDraw[] = [{ name: 'growthShock', process, areas: 'shared' }]
  const windows = [
    [12, 16],
    [32, 36],
  ] as const
  const drawn = (member: number, known?: typeof windows): Float64Array =>
    of(
      'growthShock',
      drawShocks(one, { ...settings, member, ...(known === undefined ? {} : { known: { growthShock: known } }) }),
    )
  const [free, held] = [drawn(5), drawn(5, windows)]

  it('is 0 in them, and nothing else is touched', () => {
    for (const [from, to] of windows) for (let step = from; step < to; step++) expect(held[step]).toBe(0)
    expect(of('demandShock', drawShocks(shocks, { ...settings, known: { growthShock: windows } }))).toEqual(
      of('demandShock'),
    )
  })

  it('goes on from 0 after them, with the innovations that it has anyway', () => {
    const innovation = (step: number): number => free[step]! - process.persistence * free[step - 1]!
    let state = 0
    for (let step = 36; step < 60; step++) {
      state = process.persistence * state + innovation(step)
      expect(held[step]).toBeCloseTo(state, 12)
    }
  })

  it('has the spread of a bridge before and between them', () => {
    const members = 4000
    const paths = Array.from({ length: members }, (_, member) => drawn(member, windows))
    const { persistence, deviation } = process
    const variance = (since: number): number => deviation ** 2 * (1 - persistence ** (2 * since))
    // Of a process that starts from 0 `zero` steps before, and is 0 at `end`.
    const bridge = (since: number, end: number): number =>
      variance(since) - (persistence ** (end - since) * variance(since)) ** 2 / variance(end)
    for (const [step, since, end] of [
      [5, 6, 13],
      [10, 11, 13],
      [20, 5, 17],
      [30, 15, 17],
    ] as const) {
      const found = deviationOf(paths.map(path => path[step]!))
      expect(found / Math.sqrt(bridge(since, end)), `step ${step}`).toBeGreaterThan(0.96)
      expect(found / Math.sqrt(bridge(since, end)), `step ${step}`).toBeLessThan(1.04)
    }
  })
})
