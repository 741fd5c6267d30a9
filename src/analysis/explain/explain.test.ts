import { describe, expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { openOnWasm } from '../region/wasm-region.ts'
import { packageStart } from '../../model/packages.ts'
import { costingOf } from '../policies/costs.ts'
import { packageFor } from '../policies/packages.ts'
import { explainPolicy, explainSource, explainTheme, outcomeAt } from './change.ts'
import { partsOf, themeParts } from './parts.ts'

const open = openRegion('northeast')
const costing = costingOf(open)
const policyOf = (id: string) => packageFor(open, costing, id).policy
const debt = outcomeAt(open, 'regionDebtToGdp@2035')

/** The first step of a year. */
const stepOf = (year: number): number => 4 * (year - open.region.start)

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

describe('explainPolicy', () => {
  const split = explainPolicy(open, policyOf('G'), debt)

  it('has the ends of the runs as they are run alone', () => {
    const mean = (policy = {}): number => {
      const { values } = open.simulator.run({ record: ['regionDebtToGdp'], policy }).series.get('regionDebtToGdp')!
      return sum([...values.subarray(stepOf(2035), stepOf(2036))]) / 4
    }
    expect(split.before).toBe(mean())
    expect(split.after).toBe(mean(policyOf('G')))
  })

  it('sums to the change at the time and in every quarter', () => {
    expect(Math.abs(sum(split.parts.map(({ value }) => value)) - split.change)).toBeLessThan(1e-12)
    expect(split.relativeLeftOver).toBeLessThan(1e-9)
    split.times.forEach((_, step) => {
      const change = split.paths.after[step] - split.paths.before[step]
      expect(Math.abs(sum(split.parts.map(({ path }) => path[step])) - change)).toBeLessThan(1e-12)
    })
    const alone = sum(split.parts.map(part => part.alone))
    expect(Math.abs(alone + split.together - split.change)).toBeLessThan(1e-12)
  })

  it('takes several values together: amounts as their sum, prices as their mean, stocks also as they close', () => {
    const policy = { publicInvestment: { value: 1 } }
    const run = open.simulator.run({
      record: ['deposits', 'closing(deposits)', 'housePrice', 'landRevenue'],
      policy,
    })
    const step = stepOf(2036) - 1
    const at = (name: string): number[] => {
      const { size, values } = run.series.get(name)!
      return [...values.subarray(step * size, (step + 1) * size)]
    }
    const after = (text: string): number => explainPolicy(open, policy, outcomeAt(open, `${text}@2035Q4`)).after
    const groups = at('deposits').length / 3
    const young = (name: string): number => sum(at(name).filter((_, element) => element % groups === 0))
    expect(after('all(deposits[young])')).toBeCloseTo(young('deposits'), 9)
    expect(after('all(closing(deposits)[young])')).toBeCloseTo(young('closing(deposits)'), 9)
    expect(after('all(closing(deposits))')).toBeCloseTo(sum(at('closing(deposits)')), 9)
    expect(after('all(deposits[CN-LN,young])')).toBeCloseTo(at('deposits')[0]!, 9)
    expect(after('all(housePrice)')).toBeCloseTo(sum(at('housePrice')) / 3, 9)
    expect(after('all(landRevenue)')).toBeCloseTo(sum(at('landRevenue')), 9)
    expect(() => outcomeAt(open, 'all(landRevenue[young])@2035')).toThrow('landRevenue has no value with young')
    expect(() => outcomeAt(open, 'all(closing(landRevenue))@2035')).toThrow('landRevenue is not a stock')
    expect(() => outcomeAt(open, 'all(landRevenue)')).toThrow('the time is missing')
  })

  it('explains the growth of an area, and sums to its change', () => {
    const outcome = outcomeAt(open, 'growth(output[CN-HL])@2035Q4')
    expect(outcome).toMatchObject({ text: 'growth(output[CN-HL])@2035Q4', unit: '1/year', growth: true })
    const grown = explainPolicy(open, policyOf('H'), outcome)
    const level = (at: string): number => explainPolicy(open, {}, outcomeAt(open, `output[CN-HL]@${at}`)).before
    expect(grown.before).toBeCloseTo(level('2035Q4') / level('2034Q4') - 1, 14)
    expect(Math.abs(sum(grown.parts.map(({ value }) => value)) - grown.change)).toBeLessThan(1e-12)
    expect(() => outcomeAt(open, `growth(regionOutput)@${open.region.start}Q2`)).toThrow(
      `from ${open.region.start + 1} on`,
    )
  })

  it('changes nothing before the package begins', () => {
    for (const { path } of split.parts)
      expect(path.slice(0, stepOf(packageStart)).every(value => Math.abs(value) < 1e-15)).toBe(true)
  })

  it('groups many levers by theme, and splits a theme over its levers', () => {
    expect(split.parts.filter(({ kind }) => kind === 'theme').length).toBeGreaterThan(3)
    const debts = split.parts.find(({ id }) => id === 'Debt')!
    const within = explainTheme(open, policyOf('G'), 'Debt', debt)
    expect(within.map(({ id }) => id)).toEqual(['swapPace', 'borrowingCap'])
    expect(Math.abs(sum(within.map(({ value }) => value)) - debts.value)).toBeLessThan(1e-12)
    expect(() => explainTheme(open, policyOf('G'), 'Householdz', debt)).toThrow('themes are')
  })

  it('gives a single lever the whole change, without pairs', () => {
    const policy = { publicInvestment: { value: 1 } }
    const one = explainPolicy(open, policy, debt)
    expect(one.parts.map(({ id }) => id)).toEqual(['publicInvestment'])
    expect(one.parts[0].value).toBeCloseTo(one.change, 15)
    expect(one.pairs).toEqual([])
  })

  it('counts levers of their own where they are few, and not those at what is in force', () => {
    const policy = { publicInvestment: { value: 1 }, childcarePlaces: { value: 8 }, residentTopUp: { value: 100 } }
    expect(partsOf(open, policy).map(({ id }) => id)).toEqual(['publicInvestment', 'residentTopUp'])
    expect(partsOf(open, {})).toEqual([])
    expect(explainPolicy(open, {}, debt)).toMatchObject({ change: 0, parts: [], relativeLeftOver: 0 })
  })

  it('puts every lever of every package into one part', () => {
    for (const id of ['B', 'C', 'D', 'E', 'F', 'G', 'H']) {
      const levers = themeParts(open, policyOf(id)).flatMap(({ policy }) => Object.keys(policy))
      expect(levers.toSorted()).toEqual(Object.keys(policyOf(id)).toSorted())
    }
  })

  it('gives the same bits side by side in a module', () => {
    const onWasm = openOnWasm(open.region)
    const policy = { publicInvestment: { value: 1 }, residentTopUp: { value: 100 }, swapPace: { value: 10 } }
    const many = explainPolicy(onWasm, policy, debt, { many: onWasm.simulator.runMany })
    expect(many).toEqual(explainPolicy(open, policy, debt))
  })
})

describe('explainSource', () => {
  it('tells what the policy changed from what the assumptions did', () => {
    // Below what history says of it.
    const assumptions = { poolElasticity: -0.2, wageFromSlack: 0.6 }
    const split = explainSource(open, policyOf('B'), assumptions, debt)
    expect(split.parts.map(({ id }) => id).toSorted()).toEqual(['policy', 'poolElasticity', 'wageFromSlack'])
    expect(split.runs).toBe(8)
    expect(Math.abs(sum(split.parts.map(({ value }) => value)) - split.change)).toBeLessThan(1e-12)
    // Less from the centre means more debt.
    expect(split.parts.find(({ id }) => id === 'poolElasticity')!.value).toBeGreaterThan(0.01)
  })
})

describe('outcomeAt', () => {
  it('reads one area and one quarter, and complains of what is none', () => {
    expect(outcomeAt(open, 'output[CN-JL]@2030Q2')).toMatchObject({ variable: 'output', from: 2030.25, to: 2030.5 })
    expect(() => outcomeAt(open, 'regionOutputt@2030')).toThrow("did you mean 'regionOutput'")
    expect(() => outcomeAt(open, 'output@2030')).toThrow('name one')
  })
})
