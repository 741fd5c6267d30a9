/** Migration against the nation, the national drivers, and growth against the nation, on the shipped region. */

import { describe, expect, it } from 'vitest'
import { memberInput } from '../engine/ensemble.ts'
import { createSimulator, type RunInput } from '../engine/run.ts'
import { leversOf } from '../engine/scenario.ts'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { equation, index, type Declaration, type Index, type Model } from '../language/declare.ts'
import { netLossByAge } from '../regions/net-loss-by-age-fixture.ts'
import { ownPacks, readFrom } from '../regions/read.ts'
import { model } from './index.ts'

const open = openRegion('northeast')
const { start } = open.region
const years = Array.from({ length: 2041 - start }, (_, year) => start + year)
const declared = (name: string): Declaration =>
  model.sectors.flatMap(({ declarations }) => declarations[name] ?? [])[0]!
const provinces = ['Liaoning', 'Jilin', 'Heilongjiang']

const runOf = (input: Omit<RunInput, 'record'>, names: readonly string[], { simulator } = open) => {
  const { series } = simulator.run({ ...input, record: names })
  const value = (name: string, step: number, area = 0): number => {
    const { size, values } = series.get(name)!
    return values[step * size + (size === 1 ? 0 : area)]!
  }
  return {
    /** Mean of the four quarters of a year. */
    mean: (name: string, year: number, area = 0): number =>
      [0, 1, 2, 3].reduce((sum, quarter) => sum + value(name, (year - start) * 4 + quarter, area), 0) / 4,
    least: (name: string): number => series.get(name)!.values.reduce((low, one) => Math.min(low, one), Infinity),
    values: (name: string): Float64Array => series.get(name)!.values,
  }
}
const ofRegion = (of: (area: number) => number): number => [0, 1, 2].reduce((sum, area) => sum + of(area), 0)

describe('migration', () => {
  const baseline = runOf({}, ['netMigration'])

  it('continues what was seen where no cause moves it', () => {
    const still = runOf({ assumptions: { migrationResponse: 0 } }, ['netMigration'])
    for (const year of years) {
      const all = ofRegion(area => still.mean('netMigration', year, area))
      expect(all, `${year}`).toBeGreaterThan(-0.22)
      expect(all, `${year}`).toBeLessThan(-0.1)
      expect(Math.abs(still.mean('netMigration', year)), `Liaoning ${year}`).toBeLessThan(0.04)
    }
  })

  it.each(provinces.map((name, area) => ({ name, area })))('starts in $name as it was', ({ area }) => {
    const seen = open.region.values['netMigrationStart']!.values[area]!
    expect(Math.abs(baseline.mean('netMigration', start, area) - seen)).toBeLessThan(0.0025)
  })

  it('does not take for better services what is spent on each because others left', () => {
    const names = ['servicesGap', 'residentsTotal']
    // Homes left empty take land revenue from budgets, which is another matter: here they take no sales.
    const leaning = (migrationLean: number) => runOf({ assumptions: { migrationLean, salesFromVacated: 0 } }, names)
    const [stay, leave] = [leaning(-0.1), leaning(0.1)]
    for (const [area, name] of provinces.entries()) {
      const people = Math.log(
        leave.mean('residentsTotal', start + 7, area) / stay.mean('residentsTotal', start + 7, area),
      )
      expect(people, name).toBeLessThan(-0.03)
      const better = leave.mean('servicesGap', start + 7, area) - stay.mean('servicesGap', start + 7, area)
      // Spending per head rises by .4 to .5 per cent for each per cent of the people who left.
      expect(Math.abs(better / people), name).toBeLessThan(0.2)
    }
  })

  it('sees no gap in an area that moves as the nation does, whatever the nation does', () => {
    const nationalWage = declared('nationalWage') as Index
    const asNation: Readonly<Record<string, Declaration>> = {
      housePrice: index('CNY k/m2', { initial: 'housePriceStart', growth: 'nationalHousePriceRate' }, 'As the nation'),
      wage: index('CNY k/person/year', { initial: 'wageStart', growth: nationalWage.growth }, 'As the nation'),
      unemploymentRate: equation(
        'share',
        'unemploymentRateStart + nationalUnemployment - nationalUnemploymentStart',
        'As the nation',
      ),
      fineDust: equation('ug/m3', 'pmStart*cleanAir', 'As the nation'),
    }
    const variant: Model = {
      ...model,
      sectors: model.sectors.map(sector => ({
        ...sector,
        declarations: Object.fromEntries(
          Object.entries(sector.declarations).map(([name, declaration]) => [name, asNation[name] ?? declaration]),
        ),
      })),
    }
    const { program, region } = openRegion('northeast', { model: variant })
    const shifted = (name: string, points: ReadonlyArray<readonly [number, number]>) => ({
      [name]: { ...region.paths[name]!, points },
    })
    const bust = {
      ...shifted('nationalHousePriceGrowth', [[start, -0.2]]),
      ...shifted('nationalUnemployment', [
        [start, 0.05],
        [start + 2, 0.12],
      ]),
      ...shifted('nationalFineDust', [
        [start, 30],
        [start + 6, 10],
      ]),
      ...shifted('nationalGrowth', [[start, 0]]),
    }
    for (const paths of [region.paths, { ...region.paths, ...bust }]) {
      const simulator = createSimulator(program, { ...region, paths }, { end: 2041, stepsPerYear: 4 })
      const gaps = ['incomeGap', 'housingGap', 'unemploymentGap', 'amenityGap']
      const { series } = simulator.run({ record: gaps, assumptions: { amenityFromCulture: 0, publicHomeRentSaved: 0 } })
      for (const gap of gaps) {
        expect(
          series.get(gap)!.values.reduce((most, one) => Math.max(most, Math.abs(one)), 0),
          gap,
        ).toBeLessThan(1e-12)
      }
    }
  })

  it('loses people by age as two censuses saw it in Jilin and Heilongjiang', () => {
    const table = declared('netMoveShape')
    const points = new Map(table.kind === 'table' ? table.points : [])
    const derived = netLossByAge(readFrom(ownPacks), ['CN-JL', 'CN-HL']).filter(({ age }) => age <= 65)
    expect(derived).toHaveLength(12)
    // People aged 27 on average at the second census moved at 22, half-way between the two.
    for (const { age, shape } of derived) expect(points.get(age - 3), `${age}`).toBeCloseTo(shape, 2)
  })
})

describe('a direct payment of 3,000 yuan a year from 2027 on', () => {
  const watched = ['netMigration', 'regionResidents', 'incomeGap', 'wageLastYear']
  const runWith = (levers: Readonly<Record<string, number>>, assumptions = {}) => {
    const policy = Object.fromEntries(
      Object.entries(levers).map(([lever, value]) => [lever, { value, start: 2027, ramp: 0 }]),
    )
    return runOf({ policy, assumptions }, watched)
  }
  const now = runWith({})
  const paidByCentre = runWith({ directPayment: 3000, financedByCentre: 1 })

  it.each(provinces.map((name, area) => ({ name, area })))('counts as a wage in $name', ({ area }) => {
    const wage = (run: typeof now): number => run.mean('wageLastYear', 2028, area)
    const closed = now.mean('incomeGap', 2028, area) - paidByCentre.mean('incomeGap', 2028, area)
    expect(closed).toBeCloseTo(Math.log((wage(paidByCentre) + 3) / wage(now)), 12)
  })

  it('draws people in from the year after on where the centre pays it', () => {
    const moved = (year: number) =>
      ofRegion(area => paidByCentre.mean('netMigration', year, area) - now.mean('netMigration', year, area))
    expect(moved(2027)).toBe(0)
    expect(moved(2028)).toBeGreaterThan(0.03)
    expect(moved(2028)).toBeLessThan(0.15)
    for (const year of [2028, 2030, 2035, 2040]) {
      expect(paidByCentre.mean('regionResidents', year), `${year}`).toBeGreaterThan(now.mean('regionResidents', year))
    }
  })

  it('without funding draws people in by the money and drives them out by the cut of public services', () => {
    const gained = (migrationFromServices: number): number =>
      runWith({ directPayment: 3000 }, { migrationFromServices }).mean('regionResidents', 2037) -
      runWith({}, { migrationFromServices }).mean('regionResidents', 2037)
    const byMoney = gained(0)
    expect(byMoney).toBeGreaterThan(0)
    expect(gained(0.25)).toBeLessThan(byMoney)
    const unfunded = runWith({ directPayment: 3000 }).mean('regionResidents', 2037)
    expect(unfunded).toBeLessThan(paidByCentre.mean('regionResidents', 2037))
  })
})

describe('the old', () => {
  const cells = ['departures', 'arrivals', 'population']
  const run = open.simulator.run({ record: cells })
  /** Sum over sexes and ages of all areas in the first quarter of a year. */
  const of = (name: string, year: number, from: number, to: number): number => {
    const { values } = run.series.get(name)!
    const ages = 101
    const first = (year - start) * 4 * 6 * ages
    return values
      .subarray(first, first + 6 * ages)
      .reduce((sum, value, at) => sum + (at % ages >= from && at % ages <= to ? value : 0), 0)
  }
  const part = (name: string, year: number): number => of(name, year, 60, 100) / of(name, year, 0, 100)

  it('are a smaller part of those who leave than of those who live here, however many they become', () => {
    for (const year of [start, 2030, 2035, 2040]) {
      expect(part('departures', year), `${year}`).toBeLessThan(0.7 * part('population', year))
      expect(part('departures', year), `${year}`).toBeGreaterThan(0.1)
    }
  })

  it('leave less often on balance as fewer children leave before them', () => {
    const loss = (year: number): number =>
      (of('departures', year, 60, 100) - of('arrivals', year, 60, 100)) / of('population', year, 60, 100)
    expect(loss(2040)).toBeGreaterThan(-0.001)
    expect(loss(2040)).toBeLessThan(0.75 * loss(start))
  })
})

describe('people who left', () => {
  it('send home a constant part of what is earned in the rest of the country', () => {
    const { mean, values } = runOf({}, ['remittances', 'emigrants', 'nationalWage'])
    // Three areas with three groups each in a step; emigrants are those before the year's movement.
    const sent = (year: number): number => {
      const first = (year - start) * 4 * 9
      const received = values('remittances').subarray(first, first + 9)
      return received.reduce((sum, one) => sum + one, 0) / ofRegion(area => mean('emigrants', year, area))
    }
    expect(sent(2040) / sent(start) / (mean('nationalWage', 2040) / mean('nationalWage', start))).toBeCloseTo(1, 1)
  })

  const stocks = ['emigrants', 'recentEmigrants', 'returnLimit']
  const draw = memberInput(open.program.model, open.simulator, { seed: 11, members: 24 })

  it.each(['lowest', 'highest'] as const)('are never fewer than none: levers at their %s', side => {
    const policy = Object.fromEntries(
      [...leversOf(open.linked)].map(([name, { bounds }]) => [
        name,
        { value: bounds[side === 'lowest' ? 0 : 1], start: 2026, ramp: 0 },
      ]),
    )
    for (let member = 0; member < 24; member++) {
      const { least } = runOf({ ...draw(member), policy }, stocks)
      for (const stock of stocks) expect(least(stock), `${stock} of ${member}`).toBeGreaterThanOrEqual(0)
    }
  })

  it('are never fewer than none where everybody wants to return and few are left', () => {
    const values = { ...open.region.values }
    values['emigrantsStart'] = { ...values['emigrantsStart']!, values: Float64Array.of(0.2, 0.2, 0.2) }
    const simulator = createSimulator(open.program, { ...open.region, values }, { end: 2041, stepsPerYear: 4 })
    const { least } = runOf({ assumptions: { migrationLean: -1.5, migrationResponse: 2, returnShare: 0.6 } }, stocks, {
      ...open,
      simulator,
    })
    expect(least('emigrants')).toBeGreaterThanOrEqual(0)
    expect(least('returnLimit')).toBeLessThan(1)
  })
})

describe('drivers from outside', () => {
  const withPath = (name: string, points: ReadonlyArray<readonly [number, number]>) => {
    const paths = { ...open.region.paths, [name]: { ...open.region.paths[name]!, points } }
    return {
      ...open,
      simulator: createSimulator(open.program, { ...open.region, paths }, { end: 2041, stepsPerYear: 4 }),
    }
  }
  const plain = runOf({}, ['output', 'exportsRussia', 'tradeWithRussia', 'importsRussia', 'fineDust'])

  it('a lockdown takes most from the area that was closed', () => {
    const closed = runOf(
      {},
      ['output'],
      withPath('lockdown', [
        [start, 0.54],
        [start + 0.75, 0.54],
        [start + 1, 0],
      ]),
    )
    const [liaoning, jilin, heilongjiang] = [0, 1, 2].map(
      area => closed.mean('output', start, area) / plain.mean('output', start, area) - 1,
    )
    expect(jilin!).toBeLessThan(-0.03)
    expect(jilin!).toBeGreaterThan(-0.06)
    expect(liaoning!).toBeGreaterThan(jilin! / 2)
    expect(heilongjiang!).toBeGreaterThan(liaoning!)
    expect(heilongjiang!).toBeLessThan(-0.004)
  })

  it('trade with Russia follows that of the nation, imports without an effect on output', () => {
    const less = runOf({}, ['output', 'importsRussia'], withPath('russiaSupply', [[start, 0.5]]))
    expect(less.values('output')).toEqual(plain.values('output'))
    const supplyOf2030 = open.region.paths['russiaSupply']!.points.at(-1)![1]
    expect(less.mean('importsRussia', 2030)).toBeCloseTo((0.5 / supplyOf2030) * plain.mean('importsRussia', 2030), 6)
    const weak = runOf({}, ['exportsRussia', 'output'], withPath('russiaDemand', [[start, 0.5]]))
    expect(weak.mean('exportsRussia', start + 2, 2) / plain.mean('exportsRussia', start + 2, 2)).toBeLessThan(0.7)
    expect(weak.mean('output', start + 2, 2)).toBeLessThan(plain.mean('output', start + 2, 2))
  })

  it('cleaner air of the nation reaches the provinces', () => {
    const dusty = runOf({}, ['fineDust'], withPath('nationalFineDust', [[start, 30]]))
    for (const area of [0, 1, 2]) {
      expect(dusty.mean('fineDust', 2040, area)).toBeGreaterThan(1.2 * plain.mean('fineDust', 2040, area))
    }
  })
})
