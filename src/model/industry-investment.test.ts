/** Investment by industry: nothing said changes nothing, and what is said lands where it was said. */

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { memberInput } from '../engine/ensemble.ts'
import { readRun } from '../engine/run/reader.ts'
import { leversOf, type Policy } from '../engine/scenario.ts'

const { linked, region, simulator } = openRegion('northeast')
const { areas } = region
const industries = linked.dimensions.get('industry')!.labels
const record = [
  'output',
  'outputOfIndustry',
  'employmentOfIndustry',
  'exportsOfIndustry',
  'robotsOfIndustry',
  'robots',
  'capitalLed',
  'publicCapitalLed',
  'robotsLed',
  'capitalLead',
  'publicCapitalLead',
  'leadOfIndustry',
]

const set = (values: Readonly<Record<string, number>>): Policy =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, start: 2026, ramp: 1 }]))
const run = (values: Readonly<Record<string, number>>) => simulator.run({ policy: set(values), record })
const mean = (values: Readonly<Record<string, number>>, name: string, ...labels: readonly string[]): number =>
  readRun(run(values)).mean(name, 2035, ...labels)

const spent = { directedInvestment: 1.3, publicInvestment: 1, robotSubsidy: 40 }

describe('where nothing is said', () => {
  it('no industry has a lead, to the bit, whatever is invested and in random futures', () => {
    const draw = memberInput(linked, simulator, { seed: 2, members: 2 })
    for (const input of [{ policy: set(spent) }, draw(0), draw(1)]) {
      const { series } = simulator.run({ ...input, record })
      for (const name of ['capitalLead', 'publicCapitalLead', 'leadOfIndustry'])
        expect(new Set(series.get(name)!.values)).toEqual(new Set([1]))
      for (const name of ['capitalLed', 'publicCapitalLed', 'robotsLed'])
        expect(series.get(name)!.values.every(value => value === 0)).toBe(true)
    }
  })

  it('and an address without additional investment moves nothing', () => {
    const [plain, addressed] = [run({}), run({ 'investmentTo[vehicles]': 1 })]
    expect(addressed.series.get('outputOfIndustry')!.values).toEqual(plain.series.get('outputOfIndustry')!.values)
  })
})

describe('investment with an address', () => {
  it.each(['directedInvestment', 'publicInvestment'] as const)(
    '%s into an industry raises its output and jobs there, and what is directed elsewhere does not',
    lever => {
      const own = { [lever]: spent[lever] }
      for (const [area, industry] of [
        ['CN-JL', 'vehicles'],
        ['CN-LN', 'chemicals'],
      ] as const) {
        const into = { ...own, [`investmentTo[${industry}]`]: 1 }
        for (const name of ['outputOfIndustry', 'exportsOfIndustry', 'employmentOfIndustry']) {
          const spread = mean(own, name, area, industry)
          expect(mean(into, name, area, industry) / spread).toBeGreaterThan(1.01)
          expect(mean({ ...own, 'investmentTo[food]': 1 }, name, area, industry) / spread).toBeLessThan(1.01)
        }
      }
    },
  )

  it('does more for output in chemicals, whose sales answer cost, than in services', () => {
    for (const area of areas) {
      const [chemicals, services] = ['chemicals', 'services'].map(industry =>
        mean({ directedInvestment: 1.3, [`investmentTo[${industry}]`]: 1 }, 'output', area),
      )
      expect(chemicals).toBeGreaterThan(services!)
    }
  })

  it('raises sales by less than capital: with capital given, more sales cost more', () => {
    const read = readRun(run({ directedInvestment: 1.3, 'investmentTo[metals]': 0.5 }))
    for (const area of areas) {
      const [capital, sales] = ['capitalLead', 'leadOfIndustry'].map(name => read.mean(name, 2035, area, 'metals'))
      expect(sales).toBeGreaterThan(1)
      expect(sales).toBeLessThan(capital!)
    }
  })

  it('is all of it at most: shares above 1 together count as parts of their sum', () => {
    const [half, whole] = [0.5, 1].map(value => {
      const own = { value, start: 2026, ramp: 0 }
      return simulator.run({
        policy: { ...set(spent), 'investmentTo[vehicles]': own, 'investmentTo[food]': own },
        record,
      })
    })
    expect(whole!.series.get('outputOfIndustry')!.values).toEqual(half!.series.get('outputOfIndustry')!.values)
  })
})

describe('robots with an address', () => {
  it('stand in the industry, are as many in all, and take jobs there', () => {
    const own = { robotSubsidy: 40 }
    const into = { ...own, 'robotsTo[machinery]': 0.5 }
    for (const area of areas) {
      const read = readRun(run(into))
      const sum = industries.reduce((all, industry) => all + read.mean('robotsOfIndustry', 2035, area, industry), 0)
      const robots = ['state', 'private'].reduce((all, firm) => all + read.mean('robots', 2035, area, firm), 0)
      expect(sum / robots).toBeCloseTo(1, 12)
      for (const industry of industries)
        expect(read.mean('robotsOfIndustry', 2035, area, industry)).toBeGreaterThanOrEqual(0)
      const at = (values: typeof own, name: string): number => mean(values, name, area, 'machinery')
      expect(at(into, 'robotsOfIndustry') / at(own, 'robotsOfIndustry')).toBeGreaterThan(1.2)
      expect(at(into, 'employmentOfIndustry')).toBeLessThan(at(own, 'employmentOfIndustry'))
      expect(at(into, 'exportsOfIndustry')).toBeGreaterThan(at(own, 'exportsOfIndustry'))
    }
  })
})

describe('the accounts', () => {
  it('close with every address, more and less investment than the standard, and random futures', () => {
    const levers = leversOf(linked)
    const draw = memberInput(linked, simulator, { seed: 4, members: 1 })(0)
    for (const side of [0, 1]) {
      const money = Object.fromEntries(Object.keys(spent).map(name => [name, levers.get(name)!.bounds[side]!]))
      for (const industry of industries) {
        const policy = set({ ...money, [`investmentTo[${industry}]`]: 1, [`robotsTo[${industry}]`]: 1 })
        for (const input of [{}, draw]) {
          const { audit } = simulator.run({ ...input, policy, record: [], audit: true })
          expect(audit!.largestResidual).toBeLessThan(1e-9)
        }
      }
    }
  })
})

describe('a region without an input-output table', () => {
  it('has no such lever', () => {
    const michigan = openRegion('US-MI', { root: join(import.meta.dirname, '../../golden/michigan') })
    expect([...leversOf(michigan.linked).keys()].filter(name => name.includes('['))).toEqual([])
  })
})
