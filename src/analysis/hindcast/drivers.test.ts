/**
 * Tests the historical conditions outside the region: they move past years as an economist expects, and leave the
 * present unchanged.
 */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { readRun } from '../../engine/run/reader.ts'
import { createSimulator, type RegionInput, RunError } from '../../engine/run.ts'
import { leversOf } from '../../engine/scenario.ts'
import { packAt, readPast } from '../../regions/past.ts'
import { ownPacks, readFrom } from '../../regions/read.ts'
import type { RegionData } from '../../regions/types.ts'

const open = openRegion('northeast', { parameters: 'priors' })
const read = readFrom(ownPacks)
const past = readPast(read, open.region)

/** Mean over the last year of a run, first area. */
const after = (pack: RegionInput, years: number, name: string, area = 0): number => {
  const simulator = createSimulator(open.program, pack, { end: pack.start + years, stepsPerYear: 4 })
  const { values, size } = simulator.run({ record: [name] }).series.get(name)!
  return [4, 3, 2, 1].reduce((sum, back) => sum + values[(years * 4 - back) * size + area]! / 4, 0)
}

/** The pack with a path that stays at one value. */
const flat = (pack: RegionData, name: string, value: number): RegionData => ({
  ...pack,
  paths: { ...pack.paths, [name]: { ...pack.paths[name]!, points: [[pack.start, value]] } },
})

const ofNation = (series: string, year: number): number =>
  open.region.series.find(one => one.area === 'CN' && one.series === series && one.year === year)!.value

describe('drivers of past years', () => {
  it.each([
    ['nationalGrowthWithin', 0],
    ['nationalOutputLost', open.region.values['nationalOutputLostStart']!.values[0]!],
    ['poolingSize', 1],
    ['lockdown', 0],
    ['workplacesClosed', 0],
    ['spendingLost', 0],
  ])('leave the years from the start on alone: %s is %d', (name, neutral) => {
    for (const [, value] of open.region.paths[name]!.points) expect(value).toBe(neutral)
  })

  it('credit of 2009 and 2010 raises investment', () => {
    const pack = packAt(open.region, past, 2009)
    const without = flat(pack, 'nationalCredit', pack.values['nationalCreditStart']!.values[0]!)
    const more = after(pack, 2, 'capitalFormation') / after(without, 2, 'capitalFormation')
    expect(more).toBeGreaterThan(1.01)
    expect(more).toBeLessThan(1.15)
  })

  it('the small quotas of 2015 and 2016 bind', () => {
    const pack = packAt(open.region, past, 2015)
    const issued = (one: RegionData): number => after(one, 2, 'bondIssue', 2)
    expect(issued(pack)).toBeLessThan(0.8 * issued(flat(pack, 'nationalBondQuota', 1)))
  })

  it('pooling takes over what the province paid for pensions', () => {
    const pack = packAt(open.region, past, 2018)
    expect(after(pack, 3, 'pensionSubsidy')).toBeLessThan(after(flat(pack, 'poolingSize', 0), 3, 'pensionSubsidy'))
  })

  it('coverage of 2024 is what contributors of the nation rose by beyond urban employed people, and holds', () => {
    const urbanEmployed = { 2023: 470.32, 2024: 473.45 }
    const risen =
      (ofNation('contributors', 2024) / ofNation('contributors', 2023)) * (urbanEmployed[2023] / urbanEmployed[2024])
    const [start, ...known] = open.region.paths['nationalPensionCoverage']!.points
    expect(start).toEqual([2024, 1])
    expect(known).toEqual([[2025, Number(risen.toFixed(4))]])
  })

  it('wider coverage brings contributors', () => {
    const pack = packAt(open.region, past, 2011)
    const more = after(pack, 4, 'contributors') / after(flat(pack, 'nationalPensionCoverage', 1), 4, 'contributors')
    expect(more).toBeGreaterThan(1.1)
  })

  it.each([2006, 2010, 2015])('house prices of the nation opened in %d rise from year to year as published', start => {
    const pack = packAt(open.region, past, start)
    const years = 4
    const simulator = createSimulator(open.program, pack, { end: start + years + 1, stepsPerYear: 4 })
    const { values } = simulator.run({ record: ['nationalHousePrice'] }).series.get('nationalHousePrice')!
    const halfYear = 0.5 * pack.paths['nationalHousePriceGrowth']!.points[0]![1]
    const published = new Map(
      open.region.series
        .filter(({ series, area }) => series === 'housePrice' && area === open.region.context)
        .map(({ year, value }) => [year, value]),
    )
    for (let year = 0; year < years; year++) {
      const middle = values[4 * year + 2]!
      const expected = published.get(start + year)! / published.get(start - 1)!
      expect(middle * Math.exp(halfYear), `in ${start + year}`).toBeCloseTo(expected, 3)
    }
  })

  it.each([2010, 2016, 2021, 2022])('farms opened in %d grow in the first year as those of the nation', start => {
    const pack = packAt(open.region, past, start)
    const grown = open.region.areas.map((_, area) => {
      const run = readRun(
        createSimulator(open.program, pack, { end: start + 1, stepsPerYear: 4 }).run({
          record: ['primaryOutput', 'primaryRealBaseYear'],
        }),
        area,
      )
      return run.mean('primaryOutput', start) / run.at('primaryRealBaseYear', start) - 1
    })
    const published = past.history.get('nationalFarmGrowth')!.find(({ year }) => year === start)!.value
    for (const growth of grown) expect(Math.abs(growth - published)).toBeLessThan(0.004)
  })

  it('the slump of the world in 2009 lowers exports', () => {
    const pack = packAt(open.region, past, 2009)
    expect(after(pack, 1, 'exportsWorld')).toBeLessThan(after(flat(pack, 'worldGrowthBeyond', 0), 1, 'exportsWorld'))
  })

  it('the nation grows in the pandemic as published, from mean to mean of the year and from end to end', () => {
    const grown = (pack: RegionData, name: string, year: number): number => {
      const run = readRun(createSimulator(open.program, pack, { end: 2024, stepsPerYear: 4 }).run({ record: [name] }))
      const level = (at: number): number =>
        name === 'nationalOutputNow' ? run.mean(name, at) : at < pack.start ? 1 : run.last(name, at)
      return level(year) / level(year - 1) - 1
    }
    const pack = packAt(open.region, past, 2019)
    const even = flat(flat(pack, 'nationalGrowthWithin', 0), 'nationalOutputLost', 0)
    for (const year of [2020, 2021, 2022, 2023]) {
      const published = ofNation('outputGrowth', year)
      expect(Math.abs(grown(pack, 'nationalOutputNow', year) - published), `in ${year}`).toBeLessThan(0.003)
      // To the growth of the last quarter comes what the year was revised by.
      const revised = published - ofNation('outputGrowthAnnounced', year)
      const within = ofNation('outputGrowthLastQuarter', year) + revised
      expect(grown(pack, 'closing(nationalOutputOpen)', year)).toBeCloseTo(within, 6)
    }
    // Even growth within each year smooths the fall of 2020 and the return of 2021.
    expect(grown(even, 'nationalOutputNow', 2020)).toBeGreaterThan(ofNation('outputGrowth', 2020) + 0.015)
    expect(grown(even, 'nationalOutputNow', 2021)).toBeLessThan(ofNation('outputGrowth', 2021) - 0.025)
  })

  it('closures keep households from spending, and a start within them knows that they pass', () => {
    const saved = (pack: RegionData): number => after(pack, 1, 'savingRate')
    const before = packAt(open.region, past, 2020)
    expect(saved(before) - saved(flat(before, 'spendingLost', 0))).toBeGreaterThan(0.025)
    expect(saved(before) - saved(flat(before, 'spendingLost', 0))).toBeLessThan(0.06)
    const within = packAt(open.region, past, 2021)
    expect(saved(within)).toBeLessThan(saved(flat(within, 'spendingLost', 0.0532)) - 0.02)
  })

  it('output lost in the lockdown of Jilin comes back in a start at its end', () => {
    const pack = packAt(open.region, past, 2023)
    const jilin = 1
    const closed = flat(pack, 'lockdown', pack.values['lockdownStart']!.values[0]!)
    const back = (years: number): number =>
      after(pack, years, 'marketOutput', jilin) / after(closed, years, 'marketOutput', jilin) - 1
    // Not at once: a part of it returns in each year.
    expect(back(1)).toBeGreaterThan(0.02)
    expect(back(1)).toBeLessThan(0.03)
    // Then all of it and what its wages buy, and no more.
    const lost = after(pack, 1, 'closedStart', jilin)
    expect(lost).toBeGreaterThan(0.05)
    expect(back(3)).toBeGreaterThan(lost / 2)
    expect(back(3)).toBeLessThan(1.1 * lost)
  })

  it('existing homes of the nation move as published to 2025, as all homes before 2021 and from 2026 on', () => {
    const pack = packAt(open.region, past, 2019)
    const simulator = createSimulator(open.program, pack, { end: 2030, stepsPerYear: 4 })
    const run = readRun(simulator.run({ record: ['closing(nationalHousePrice)', 'closing(existingHomesRelative)'] }))
    const price = (year: number): number =>
      run.last('closing(nationalHousePrice)', year) * run.last('closing(existingHomesRelative)', year)
    const published = open.region.series.filter(({ series }) => series === 'existingHomesSecondTierIndex')
    expect(published.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025])
    for (const { year, value } of published) expect(price(year) / price(2020)).toBeCloseTo(value, 3)
    expect(run.last('closing(existingHomesRelative)', 2020)).toBe(1)
    const ratio = run.last('closing(existingHomesRelative)', 2025)
    expect(ratio).toBeLessThan(0.95)
    expect(run.last('closing(existingHomesRelative)', 2029)).toBe(ratio)
  })

  it('capital that deepened before the start is no excess to firms', () => {
    const pack = packAt(open.region, past, 2006)
    expect(after(pack, 3, 'capitalDeepening')).toBeGreaterThan(1.1)
  })

  it('capital that grew by less than the rule before the start of today is wanted less, while that fades', () => {
    const record = ['capitalDeepening', 'deepeningKept', 'momentumYears']
    const run = readRun(open.simulator.run({ record }))
    const [kept, years] = ['deepeningKept', 'momentumYears'].map(name => run.at(name, 2024)) as [number, number]
    for (const [area, id] of open.region.areas.entries()) {
      const [grown, expected] = ['capitalGrowthStart', 'expectedOutputGrowthStart'].map(
        name => open.region.values[name]!.values[area]!,
      ) as [number, number]
      // Firms plan 2.5 % at normal growth of output, 4 %, and a quarter of a point for each point beyond.
      const missed = grown - 0.025 - 0.25 * (expected - 0.04)
      expect(missed, id).toBeLessThan(0)
      for (const later of [1, 3, 10]) {
        // A quarter of it in each quarter, less by the time passed.
        const wanted = (kept * missed * (1 - Math.exp(-later / years))) / (4 * (1 - Math.exp(-0.25 / years)))
        expect(Math.log(run.at('capitalDeepening', 2024 + later, id)), id).toBeCloseTo(wanted, 12)
      }
    }
  })
})

describe('levers as they stood', () => {
  const levers = leversOf(open.linked)

  it('are levers of the model, in its units and within its bounds', () => {
    expect(past.levers.length).toBeGreaterThan(0)
    for (const { name, unit, value } of past.levers) {
      const lever = levers.get(name)!
      expect(lever.unit).toBe(unit)
      expect(value).toBeGreaterThanOrEqual(lever.bounds[0])
      expect(value).toBeLessThanOrEqual(lever.bounds[1])
    }
  })

  it('hold until another takes their place, beside what each province swapped in 2023', () => {
    const pack = packAt(open.region, past, 2022)
    expect(after(pack, 1, 'debtSwap')).toBe(0)
    const standards = {
      swapPace: [
        [2021, 2.5],
        [2023, 0],
      ] as [number, number][],
    }
    const swapped = { ...pack, pastLevers: { until: open.region.start, standards } }
    expect(after(swapped, 1, 'debtSwap')).toBeGreaterThan(0)
    expect(after(swapped, 1, 'swapPace')).toBe(2.5)
    expect(after(swapped, 2, 'swapPace')).toBe(0)
    expect(after(swapped, 2, 'debtSwap')).toBeCloseTo(100.6, 0)
  })

  it('are refused where the model has no such lever', () => {
    const pack = { ...packAt(open.region, past, 2023), pastLevers: { until: 2024, standards: { swapSpeed: [] } } }
    expect(() => createSimulator(open.program, pack, { end: 2025, stepsPerYear: 4 })).toThrow(RunError)
  })
})
