/** Switches of the industries: at 0 nothing moves, at 1 what it is for does, and the accounts close at any position. */

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openData } from '../analysis/region/simulation.ts'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { memberInput } from '../engine/ensemble.ts'
import { readRun } from '../engine/run/reader.ts'
import { type Assumptions, leversOf } from '../engine/scenario.ts'
import { addressedVariable } from '../language/address.ts'

const open = openRegion('northeast')
const { linked, region, simulator } = open
const { areas } = region
const industries = linked.dimensions.get('industry')!.labels
const switches = [
  'nationByIndustry',
  'commodityTerms',
  'ceilingByIndustry',
  'chipsByIndustry',
  'robotsByIndustry',
  'taxesByIndustry',
] as const
const all = Object.fromEntries(switches.map(name => [name, 1]))
const none = Object.fromEntries(switches.map(name => [name, 0]))
const outcomes = ['output', 'nominalOutput', 'ownRevenue', 'employed', 'exportsNation', 'capitalFormation'] as const

type Setting = Parameters<typeof simulator.run>[0]
const run = (input: Omit<Setting, 'record'>, record: readonly string[] = outcomes) =>
  readRun(simulator.run({ ...input, record, assumptions: { ...none, ...input.assumptions } }))
const off = run({})

/** Largest relative difference of the outcomes in all years and areas. */
const apart = (one: ReturnType<typeof run>, other: ReturnType<typeof run>): number =>
  Math.max(
    ...outcomes.flatMap(name =>
      areas.flatMap(area =>
        [region.start, 2030, 2040].map(year => Math.abs(one.mean(name, year, area) / other.mean(name, year, area) - 1)),
      ),
    ),
  )

describe('the switches', () => {
  it('are 0 or 1 unless set, and never drawn', () => {
    for (const name of switches) {
      const { declaration } = linked.variables.get(name)!
      expect(declaration).toMatchObject({ kind: 'parameter' })
      expect([0, 1]).toContain(declaration?.kind === 'parameter' && declaration.value)
    }
  })

  it.each(switches)('%s: what it works with moves nothing while it is 0', name => {
    const inputs: Record<(typeof switches)[number], Assumptions> = {
      nationByIndustry: { 'cycleOfIndustry[metals]': 9, 'growthOfIndustry[vehicles]': 2, 'costOfIndustry[food]': 5 },
      commodityTerms: { metalsFromOre: 0.1, farmsFromGrain: 0.9 },
      ceilingByIndustry: { capitalYears: 1 },
      chipsByIndustry: { 'chipLoss[machinery]': 0.5 },
      robotsByIndustry: { 'robotIntensity[trade]': 1 },
      taxesByIndustry: { 'taxOfIndustry[services]': 0.5, 'centralTaxOfIndustry[food]': 0 },
    }
    expect(apart(run({ assumptions: inputs[name] }), off)).toBe(0)
  })

  it.each([...switches.map(name => [name, { [name]: 1 }] as const), ['all', all] as const])(
    'the accounts and the totals of industries close at 1: %s',
    (_, assumptions) => {
      const bounds = [0, 1].map(side =>
        Object.fromEntries(
          [...leversOf(linked)].map(([name, { bounds: own }]) => [name, { value: own[side]!, start: 2026, ramp: 1 }]),
        ),
      )
      for (const policy of [{}, ...bounds]) {
        const { audit } = simulator.run({ record: [], audit: true, policy, assumptions })
        expect(audit!.largestResidual).toBeLessThan(1e-9)
      }
    },
  )

  it('the accounts close with all of them in random futures', () => {
    const inputOf = memberInput(linked, simulator, { seed: 5, members: 4 })
    for (let member = 0; member < 4; member++) {
      const input = inputOf(member)
      const { audit } = simulator.run({
        ...input,
        record: [],
        audit: true,
        assumptions: all,
      })
      expect(audit!.largestResidual).toBeLessThan(1e-9)
    }
  })
})

describe('every switch at 0', () => {
  it('is the market as one, without a table, to the bit', () => {
    const asOne = openData({ ...region, inputOutput: undefined })
    const record = [...asOne.linked.variables.values()].flatMap(({ name, outcome }) => (outcome ? [name] : []))
    expect(record.length).toBeGreaterThan(150)
    const draw = memberInput(linked, simulator, { seed: 6, members: 1 })(0)
    for (const input of [{}, draw]) {
      const known = [...(input.sampled ?? [])].filter(([name]) => asOne.linked.variables.has(addressedVariable(name)))
      const without = asOne.simulator.run({ ...input, sampled: new Map(known), record })
      const at = simulator.run({ ...input, record, assumptions: none })
      for (const name of record) expect(at.series.get(name)!.values, name).toEqual(without.series.get(name)!.values)
    }
  })
})

describe('industries that are all alike', () => {
  const same = (name: string, value: number) =>
    Object.fromEntries(industries.map(industry => [`${name}[${industry}]`, value]))
  it('are the market as one, with every switch at 1', () => {
    const alike = {
      ...all,
      ...same('cycleOfIndustry', 1),
      ...same('growthOfIndustry', 1),
      ...same('goodsOfIndustry', 1),
      ...same('costOfIndustry', 1),
      ...same('taxOfIndustry', 0.2),
      ...same('centralTaxOfIndustry', 0.5),
      ...same('chipLoss', 0.05),
      chipExposure: 0.05,
      farmsFromGrain: 0,
      metalsFromOre: 0,
      miningFromOre: 0,
      miningFromCoal: 0,
      chemicalsFromOil: 0,
      foodFromGrain: 0,
    }
    expect(apart(run({ assumptions: alike }), run({ assumptions: { chipExposure: 0.05 } }))).toBeLessThan(1e-9)
  })
})

describe('what each switch is for', () => {
  const later = (input: Omit<Setting, 'record'>, name: string, area: string, ...labels: readonly string[]): number =>
    run(input, [name]).mean(name, 2035, area, ...labels)

  it('sales: a boom of the nation lifts sales of Liaoning, maker of metals and machines, more than at 0', () => {
    const boom = {
      nationalGrowthShock: new Float64Array(simulator.steps).map((_, at) => {
        const time = region.start + at / 4
        return time > 2026 && time < 2028 ? 0.02 : 0
      }),
    }
    const gain = (nationByIndustry: number): number => {
      const under = run({ assumptions: { nationByIndustry }, shocks: new Map(Object.entries(boom)) }, [
        'exportsOfIndustry',
      ])
      const without = run({ assumptions: { nationByIndustry } }, ['exportsOfIndustry'])
      return (
        under.mean('exportsOfIndustry', 2027, 'CN-LN', 'metals') /
        without.mean('exportsOfIndustry', 2027, 'CN-LN', 'metals')
      )
    }
    expect(gain(1)).toBeGreaterThan(gain(0))
  })

  it('commodities: cheap coal and ore since 2023 cost the mines, and money but no output of the year itself', () => {
    const terms = run({ assumptions: { commodityTerms: 1 } }, ['termsOfTrade', 'output', 'nominalOutput'])
    for (const area of areas) expect(terms.mean('termsOfTrade', 2025, area)).toBeLessThan(0)
    const change = (name: string): number =>
      Math.abs(terms.at(name, region.start, 'CN-LN') / off.at(name, region.start, 'CN-LN') - 1)
    expect(change('output')).toBeLessThan(1e-6)
    expect(change('nominalOutput')).toBeGreaterThan(1e-3)
  })

  it('ceilings: an order wave to one industry is in part met outside', () => {
    const wave = { 'growthOfIndustry[vehicles]': 6, nationByIndustry: 1, nationElasticity: 1 }
    const without = later({ assumptions: wave }, 'excessByIndustry', 'CN-JL')
    const under = later({ assumptions: { ...wave, ceilingByIndustry: 1 } }, 'excessByIndustry', 'CN-JL')
    expect(without).toBe(0)
    expect(under).toBeGreaterThan(0)
  })

  it('chips: a ban costs the exposed area less than the one figure for all, which no table bears out', () => {
    const ban = { chipRestriction: { value: 1, start: 2026, ramp: 1 } }
    const loss = (chipsByIndustry: number): number =>
      later({ policy: ban, assumptions: { chipsByIndustry } }, 'output', 'CN-LN') /
        later({ assumptions: { chipsByIndustry } }, 'output', 'CN-LN') -
      1
    expect(loss(1)).toBeGreaterThan(loss(0))
    expect(loss(1)).toBeLessThan(0)
  })

  it('robots: they take jobs where they are, and give as many elsewhere', () => {
    const subsidy = { robotSubsidy: { value: leversOf(linked).get('robotSubsidy')!.bounds[1]!, start: 2026, ramp: 1 } }
    const jobs = (robotsByIndustry: number, industry: string): number =>
      later({ policy: subsidy, assumptions: { robotsByIndustry } }, 'employmentOfIndustry', 'CN-JL', industry)
    expect(jobs(1, 'vehicles')).toBeLessThan(jobs(0, 'vehicles'))
    expect(jobs(1, 'services')).toBeGreaterThan(jobs(0, 'services'))
    const total = (at: number) => industries.reduce((sum, industry) => sum + jobs(at, industry), 0)
    expect(total(1)).toBeCloseTo(total(0), 9)
  })

  it('taxes: fuel is central, so that the province gains nothing from a boom of chemicals', () => {
    const boom = { nationByIndustry: 1, 'growthOfIndustry[chemicals]': 4 }
    const shift = run({ assumptions: { ...boom, taxesByIndustry: 1 } }, ['provinceTaxMix', 'centralTaxMix'])
    expect(shift.mean('centralTaxMix', 2035, 'CN-LN')).toBeGreaterThan(shift.mean('provinceTaxMix', 2035, 'CN-LN'))
  })
})

describe('a region without an input-output table', () => {
  const michigan = openRegion('US-MI', { root: join(import.meta.dirname, '../../golden/michigan') })
  it('has the market as one, without switches, and closed accounts', () => {
    for (const name of switches) expect(michigan.linked.variables.has(name)).toBe(false)
    const { audit, series } = michigan.simulator.run({ record: ['nationGain', 'termsOfTrade'], audit: true })
    expect(audit!.largestResidual).toBeLessThan(1e-9)
    for (const { values } of series.values()) expect(new Set(values)).toEqual(new Set([0]))
  })
})
