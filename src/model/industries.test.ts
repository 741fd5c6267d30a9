/** Industries of the Northeast: the official mix at the start, totals in every step and member, and what moves them. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { memberInput } from '../engine/ensemble.ts'
import { createSimulator, type RunInput } from '../engine/run.ts'
import { leversOf, type Policy } from '../engine/scenario.ts'
import { largestResiduals } from './audit-fixture.ts'

const open = openRegion('northeast')
const { linked, region, simulator } = open
const labels = linked.dimensions.get('industry')!.labels
const outlets = linked.dimensions.get('outlet')!.labels
const areas = region.areas
const record = ['outputOfIndustry', 'employmentOfIndustry', 'exportsOfIndustry', 'marketOutput', 'regionOutput']

type Run = ReturnType<typeof simulator.run>
const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0)

/** A figure of an industry in an area at the end of a run. */
const last = (run: Run, name: string, area: string, industry: string): number => {
  const { values } = run.series.get(name)!
  const cells = areas.length * labels.length
  return values[values.length - cells + areas.indexOf(area) * labels.length + labels.indexOf(industry)]!
}

/** Values of a variable at the end of the first step. */
const atStart = (input: Omit<RunInput, 'record'>, name: string, on = simulator): number[] => {
  const { offset, dimensions } = linked.variables.get(name)!
  const size = dimensions.reduce((product, dimension) => product * dimension.labels.length, 1)
  let found: number[] | undefined
  on.run({
    ...input,
    record: [],
    observe: values => (found ??= Array.from(values.subarray(offset, offset + size))),
  })
  return found!
}

const members = Array.from({ length: 8 }, (_, member) =>
  memberInput(linked, simulator, { seed: 3, members: 8 })(member),
)

describe('the industries at the start', () => {
  it('have exactly the official mix, whatever the parameters are', () => {
    for (const input of [{}, ...members]) {
      const weights = atStart(input, 'contentWeight')
      const demand = atStart(input, 'outletStart')
      const share = atStart(input, 'industryShareStart')
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0)
      for (const area of areas.keys()) {
        const of = demand.slice(area * outlets.length, (area + 1) * outlets.length)
        for (const industry of labels.keys()) {
          const row = area * labels.length + industry
          const orders = sumOf(of.map((value, outlet) => value * weights[row * outlets.length + outlet]!))
          expect(Math.abs(orders / sumOf(of) - share[row]!)).toBeLessThan(1e-12)
        }
        for (const outlet of outlets.keys()) {
          const column = labels.map((_, at) => weights[(area * labels.length + at) * outlets.length + outlet]!)
          expect(Math.abs(sumOf(column) - 1)).toBeLessThan(1e-12)
        }
      }
    }
  })

  it('make in the first quarter what the mix of the base year says, within a third of a point', () => {
    // With as many cars to Russia as in the year before: of 2025 customs have 44 % fewer, which Jilin makes.
    const { paths, start } = region
    const cars = ['chineseCarShare', 'russianCarMarket', 'carStocking'].map(name => {
      const value = name === 'chineseCarShare' ? 0.5 : 1
      return [name, { ...paths[name]!, points: [[start, value] as const] }] as const
    })
    const steady = { ...region, paths: { ...paths, ...Object.fromEntries(cars) } }
    const on = createSimulator(open.program, steady, simulator.horizon)
    const [output, market, share] = ['outputOfIndustry', 'marketOutput', 'industryShareStart'].map(name =>
      atStart({}, name, on),
    )
    for (const [at, value] of output!.entries()) {
      expect(Math.abs(value / market![Math.floor(at / labels.length)]! - share![at]!)).toBeLessThan(0.0033)
    }
  })
})

describe('the totals of the industries', () => {
  const identities = ['outputOfIndustries', 'employmentOfIndustries', 'exportsOfIndustries']
  it.each<readonly [name: string, input: Omit<RunInput, 'record'>]>([
    ['current policy', {}],
    ['every lever at its upper bound', { policy: allLevers(1) }],
    ['every lever at its lower bound', { policy: allLevers(0) }],
    ...members.map((input, member) => [`member ${member}`, input] as const),
  ])('hold in every step: %s', (_, input) => {
    const residuals = largestResiduals(simulator, input)
    const own = [...residuals].filter(([name]) => identities.some(identity => name.includes(identity)))
    expect(own.length).toBe(identities.length)
    for (const [, residual] of own) expect(residual).toBeLessThan(1e-12)
  })
})

function allLevers(side: 0 | 1): Policy {
  return Object.fromEntries(
    [...leversOf(linked)].map(([name, { bounds }]) => [name, { value: bounds[side], start: 2026, ramp: 1 }]),
  )
}

describe('what moves the industries', () => {
  const base = simulator.run({ record })
  const change = (run: Run, area: string, industry: string, name = 'outputOfIndustry'): number =>
    last(run, name, area, industry) / last(base, name, area, industry) - 1

  it('the end of trade with Russia hits the car makers of Jilin first', () => {
    const none = simulator.run({ record, assumptions: { russiaDemandTest: 0 } })
    const jilin = labels.map(industry => change(none, 'CN-JL', industry))
    expect(Math.min(...jilin)).toBe(change(none, 'CN-JL', 'vehicles'))
    expect(change(none, 'CN-JL', 'vehicles')).toBeLessThan(-0.005)
    for (const area of areas) expect(change(none, area, 'machinery')).toBeLessThan(0)
  })

  it('public investment builds first', () => {
    const more = simulator.run({
      record,
      policy: { publicInvestment: { value: leversOf(linked).get('publicInvestment')!.bounds[1], start: 2038 } },
    })
    for (const area of areas) {
      const all = labels.map(industry => change(more, area, industry))
      expect(Math.max(...all)).toBe(change(more, area, 'construction'))
      expect(change(more, area, 'construction', 'employmentOfIndustry')).toBeGreaterThan(0)
    }
  })
})
