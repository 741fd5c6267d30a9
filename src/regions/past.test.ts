import { describe, expect, it } from 'vitest'
import { coded, required, withTexts } from './region-texts-fixture.ts'
import { loadRegion } from './load.ts'
import { packAt, readPast, seriesFinder } from './past.ts'
import { PackError } from './problems.ts'
import { ownPacks, readFrom } from './read.ts'
import { observedOf, readTargets } from './targets.ts'
import type { ReadText } from './types.ts'

const own = readFrom(ownPacks)
const region = loadRegion(own, 'northeast', required)

const linesOf = (file: string): string[] => own(file)!.split('\n')
const complaints = (read: ReadText): string[] => {
  try {
    readPast(read, region)
    return []
  } catch (error) {
    if (!(error instanceof PackError)) throw error
    return error.problems.map(coded)
  }
}
/** The text of a file with one line replaced, added (at the end) or removed. */
const changed = (file: string, at: number, line: string | undefined): ReadText => {
  const lines = linesOf(file)
  if (line === undefined) lines.splice(at - 1, 1)
  else lines.splice(at - 1, 1, line)
  return withTexts(own, { [file]: lines.join('\n') })
}

const past = readPast(own, region)

const figure = (pack: typeof region, name: string, area: string): number =>
  pack.values[name]!.values[pack.areas.indexOf(area)]!
const published = (series: string, area: string, year: number): number =>
  region.series.find(one => one.series === series && one.area === area && one.year === year)!.value

describe('a region opened in an earlier year', () => {
  const pack = packAt(region, past, 2015)

  it('is the pack itself at its own start', () => {
    expect(packAt(region, past, region.start)).toBe(region)
  })

  it('has the figures that were published of the year before', () => {
    expect(figure(pack, 'gdpBaseYear', 'CN-LN')).toBeCloseTo(published('nominalOutput', 'CN-LN', 2014), 6)
    expect(figure(pack, 'employedStart', 'CN-HL')).toBeCloseTo(published('employed', 'CN-HL', 2014), 1)
    const sold = figure(pack, 'homeSalesStart', 'CN-HL') / figure(packAt(region, past, 2010), 'homeSalesStart', 'CN-HL')
    expect(sold).toBeCloseTo(published('homeSales', 'CN-HL', 2014) / published('homeSales', 'CN-HL', 2009), 9)
    expect(figure(pack, 'growthBeforeStart', 'CN-JL')).toBeCloseTo(published('outputGrowth', 'CN-JL', 2014), 9)
  })

  it('sold to Russia what customs of that time counted, not what the share of the base year gives', () => {
    const opened = (year: number) => packAt(region, past, year)
    for (const [area, year] of [
      ['CN-HL', 2021],
      ['CN-JL', 2021],
      ['CN-LN', 2022],
      ['CN-JL', 2022],
    ] as const) {
      expect(figure(opened(year + 1), 'exportsRussiaBaseYear', area), `${area} ${year}`).toBeCloseTo(
        published('exportsRussia', area, year),
        6,
      )
    }
    // Before customs of a province are known it moves with the nation, from its own first year and not from 2023.
    const nation = new Map(past.history.get('russiaDemand')!.map(({ year, value }) => [year, value]))
    expect(figure(opened(2019), 'exportsRussiaBaseYear', 'CN-HL')).toBeCloseTo(
      (published('exportsRussia', 'CN-HL', 2020) * nation.get(2018)!) / nation.get(2020)!,
      6,
    )
    for (let year = past.years[0]; year <= region.start; year++) {
      const then = opened(year)
      for (const area of region.areas) {
        const [all, russia, cars] = ['exportsAbroadBaseYear', 'exportsRussiaBaseYear', 'exportsRussiaCarsStart'].map(
          name => figure(then, name, area),
        )
        expect(cars!, `${area} ${year}`).toBeLessThan(russia!)
        expect(russia!, `${area} ${year}`).toBeLessThan(all!)
      }
    }
  })

  it('has growth of yearly means from the middle of one year to that of the next', () => {
    const { points } = pack.paths['nationalHousePriceGrowth']!
    const given = new Map(past.history.get('nationalHousePriceGrowth')!.map(({ year, value }) => [year, value]))
    const seen = (time: number): number => points.findLast(([when]) => when <= time)![1]
    const expected = { 2015: 2015, 2015.4: 2015, 2015.6: 2016, 2020.4: 2020, 2020.6: 2021, 2021.9: 2021, 2022.1: 2022 }
    for (const [time, year] of Object.entries(expected)) expect(seen(Number(time)), `at ${time}`).toBe(given.get(year))
    const { points: other } = pack.paths['nationalGrowth']!
    expect(other[1]![0]).toBeCloseTo(2016, 5)
  })

  it('takes out what reports had inflated', () => {
    const reported = published('ownRevenue', 'CN-LN', 2014)
    const ofOwnStart = figure(region, 'ownRevenueBaseYear', 'CN-LN') / published('ownRevenue', 'CN-LN', 2023)
    expect(figure(pack, 'ownRevenueBaseYear', 'CN-LN')).toBeCloseTo((ofOwnStart * reported) / 1.23, 2)
    expect(figure(pack, 'ownRevenueBaseYear', 'CN-JL')).toBeCloseTo(published('ownRevenue', 'CN-JL', 2014), 2)
  })

  it('has the people of that year, without those whom the census counted too many', () => {
    const people = pack.values['startPopulation']!.values
    const third = people.length / 3
    const total = (area: number): number => people.slice(area * third, (area + 1) * third).reduce((a, b) => a + b, 0)
    const overcount = (area: string): number =>
      past.reporting.find(one => one.area === area && one.series === 'residentsTotal' && one.year === 2014)!.inflated
    for (const [at, area] of pack.areas.entries()) {
      expect(overcount(area)).toBeGreaterThan(0)
      expect(total(at)).toBeCloseTo(published('residentsTotal', area, 2014) / (1 + overcount(area)), 2)
    }
  })

  it('has no people who come or go because a census counted too many', () => {
    // Liaoning's total rose by 0.34 m in 2010, most of it the census; 0.05 m a year were never there.
    const before = past.cohorts('CN-LN', 2011).before!
    const start = figure(packAt(region, past, 2011), 'netMigrationStart', 'CN-LN')
    const years = [2009, 2010, 2011].map(year => past.cohorts('CN-LN', year).before!.netMigration)
    expect(before.netMigration).toBe(years[2])
    expect(start).toBeCloseTo(years.reduce((a, b) => a + b) / 3 - 0.455 / 10, 2)
  })

  it('after the latest census takes movement as yearly surveys saw it, as the totals then do', () => {
    const seen = (year: number) => past.cohorts('CN-HL', year + 1).before!
    const surveyed = [2017, 2018, 2019].map(year => seen(year).surveyedMigration!)
    expect(surveyed.every(moved => moved < 0 && moved > seen(2019).netMigration / 3)).toBe(true)
    expect(figure(packAt(region, past, 2021), 'netMigrationStart', 'CN-HL')).toBeCloseTo(
      surveyed.reduce((a, b) => a + b) / 3,
      6,
    )
    // Up to it, as the census found.
    expect(figure(packAt(region, past, 2020), 'netMigrationStart', 'CN-HL')).toBeLessThan(-0.3)
  })

  it('meets what happened outside, year by year, and then the path of the pack', () => {
    const growth = pack.paths['nationalGrowth']!.points
    expect(growth[0]).toEqual([2015, 0.07])
    // To the end of the year, wherever in a step of whatever length the path is read.
    const endOf = (points: typeof growth, year: number) => points.findLast(([time]) => time < year + 1)!
    expect(endOf(growth, 2020)[0]).toBeGreaterThan(2020.999)
    expect(endOf(growth, 2020)[1]).toBe(0.022)
    expect(growth.find(([time]) => time === 2021)?.[1]).toBe(0.084)
    expect(growth.find(([time]) => time === 2024)?.[1]).toBe(0.05)
  })

  it('measures levels from outside on the year before its start', () => {
    const volume = pack.paths['nationalFertility']!.points[0]![1]
    const of = (year: number) => past.history.get('nationalFertility')!.find(one => one.year === year)!.value
    expect(volume).toBeCloseTo(of(2015) / of(2014), 12)
  })

  it('meets paths by area as each area met them', () => {
    const { ofAreas } = pack.paths['bondQuotaByArea']!
    for (const area of region.areas) {
      const of2019 = past.history.get(`${area}:bondQuotaByArea`)!.find(({ year }) => year === 2019)!.value
      expect(ofAreas![area]!.findLast(([time]) => time < 2020)?.[1]).toBe(of2019)
    }
    // Debt rose beyond new bonds in 2023 by the refinancing bonds of each province.
    const { ofAreas: swaps } = packAt(region, past, 2016).paths['refinancingCalendar']!
    for (const area of ['CN-JL', 'CN-HL']) {
      const rise = published('provincialBonds', area, 2023) - published('provincialBonds', area, 2022)
      const swapped = rise - published('newBonds', area, 2023)
      const calendar = swaps![area]!.findLast(([time]) => time < 2024)![1]
      expect(calendar * figure(region, 'hiddenDebtSwap', area)).toBeCloseTo(swapped, 1)
      expect(swaps![area]![0]).toEqual([2022, 0])
    }
    // Liaoning got hardly any new bonds in 2016 to 2018.
    const before = figure(packAt(region, past, 2019), 'deficitShareStart', 'CN-LN')
    expect(before).toBeLessThan(0.5 * figure(region, 'deficitShareStart', 'CN-LN'))
  })

  it('builds as far below the price of its homes as it does today', () => {
    const boom = packAt(region, past, 2006)
    for (const area of region.areas) {
      const ratio = (one: typeof region): number =>
        figure(one, 'buildingCostStart', area) / figure(one, 'housePriceStart', area)
      expect(ratio(boom) / ratio(region)).toBeCloseTo(1, 1)
    }
  })

  it('has people at work without the break of the census of 2010', () => {
    const [before, after] = [2010, 2011].map(year => figure(packAt(region, past, year), 'employedStart', 'CN-JL'))
    expect(after! / before!).toBeGreaterThan(1)
    expect(after! / before!).toBeLessThan(1.02)
    expect(published('employed', 'CN-JL', 2010) / published('employed', 'CN-JL', 2009)).toBeGreaterThan(1.2)
  })

  it('has no pooling of pensions before 2018, and half a year of it after', () => {
    const size = (year: number): number => packAt(region, past, year).values['poolingSizeStart']!.values[0]!
    expect(size(2018)).toBe(0)
    expect(size(2019)).toBeGreaterThan(0.2)
    expect(size(2019)).toBeLessThan(0.5)
    expect(region.values['poolingSizeStart']!.values[0]).toBe(1)
  })

  it('carries what levers stood at until its own start, and none at its own start', () => {
    const later = changed('CN/levers.csv', linesOf('CN/levers.csv').length, 'swapPace,2021,3,%/year,assumed,judgement,')
    const { until, standards } = packAt(region, readPast(later, region), 2022).pastLevers!
    expect(until).toBe(region.start)
    expect(standards['swapPace']).toEqual([
      [2003, 0],
      [2021, 3],
    ])
    expect(region.pastLevers).toBeUndefined()
  })

  it('says of every figure how it was found, and grades it as derived or assumed', () => {
    const one = pack.figures.find(({ name, area }) => name === 'gdpBaseYear' && area === 'CN-LN')!
    expect(one).toMatchObject({ year: 2014, evidence: 'derived', value: figure(pack, 'gdpBaseYear', 'CN-LN') })
    expect(one.note).toContain('scale nominalOutput')
    expect(pack.figures.find(({ name }) => name === 'stateShareStart')!.evidence).toBe('assumed')
  })

  it('has a hash of its own', () => {
    expect(pack.hash).not.toBe(region.hash)
  })

  it.each([2005, 2015.5])('is refused in %d', year => {
    expect(() => packAt(region, past, year)).toThrow('cannot be opened')
  })
})

describe('the tables of the past', () => {
  const rowOf = (file: string, start: string): number => linesOf(file).findIndex(line => line.startsWith(start)) + 1

  it('are refused with a year missing', () => {
    const row = rowOf('CN/history.csv', 'nationalGrowth,2010,')
    expect(complaints(changed('CN/history.csv', row, undefined))).toContain(
      `CN/history.csv ${row} year: yearSkipped nationalGrowth 2009 2011 -> everyYear`,
    )
  })

  it('are refused with another unit or an unknown name', () => {
    const row = rowOf('CN/history.csv', 'nationalGrowth,2010,')
    expect(complaints(changed('CN/history.csv', row, 'nationalGrowth,2010,10.6,%,secondary,judgement,,'))).toContain(
      `CN/history.csv ${row} unit: unitDiffers nationalGrowth % 1/year -> convert`,
    )
    expect(complaints(changed('CN/history.csv', row, 'nationalGrwth,2010,0.1,1/year,secondary,judgement,,'))).toContain(
      `CN/history.csv ${row} name: unknownName nationalGrwth -> didYouMean nationalGrowth`,
    )
  })

  it('are refused with a rule that is no rule, or none', () => {
    const row = rowOf('CN/past.csv', 'gdpBaseYear,')
    expect(complaints(changed('CN/past.csv', row, 'gdpBaseYear,scales,,nominalOutput,'))).toContain(
      `CN/past.csv ${row} rule: unknownRule scales -> didYouMean scale`,
    )
    expect(complaints(changed('CN/past.csv', row, undefined))).toContain('CN/past.csv: noRule gdpBaseYear -> addRule')
  })

  it('are refused with a lever that goes back in time, or past the start', () => {
    const lines = linesOf('CN/levers.csv').length
    const added = (line: string): ReadText => changed('CN/levers.csv', lines, line)
    expect(complaints(added('swapPace,2002,3,%/year,assumed,judgement,'))).toEqual([
      `CN/levers.csv ${lines} from: timeOrder swapPace 2002 2003 -> orderTimes`,
    ])
    expect(complaints(added('swapPace,2024,3,%/year,assumed,judgement,'))).toEqual([
      `CN/levers.csv ${lines} from: leverTooLate swapPace 2024 -> endLever 2024`,
    ])
  })

  it('are refused with a response whose range, weight or years run backwards', () => {
    const row = 2
    const given = linesOf('CN/moments.csv')[row - 1]!
    const replaced = (from: string, to: string): string[] => {
      expect(given).toContain(from)
      return complaints(changed('CN/moments.csv', row, given.replace(from, to)))
    }
    expect(replaced(',0.4,0.8,8,', ',0.8,0.4,8,')).toEqual([
      'CN/moments.csv 2 weight: errorNotPositive -3.2 -> positiveError',
    ])
    expect(replaced(',0.8,8,', ',0.8,0,')).toEqual(['CN/moments.csv 2 weight: errorNotPositive 0 -> positiveError'])
    expect(replaced(',2015,2017,', ',2017,2015,')).toEqual([
      'CN/moments.csv 2 to: timeOrder publicInvestmentMultiplier 2015 2017 -> orderTimes',
    ])
  })

  it('name the series that a rule asks for in vain, with its row', () => {
    const row = linesOf('CN/past.csv').findIndex(line => line.startsWith('gdpBaseYear,')) + 1
    const wrong = readPast(changed('CN/past.csv', row, 'gdpBaseYear,scale,,nominalOutptu,'), region)
    expect(() => packAt(region, wrong, 2015)).toThrow("there is no series 'nominalOutptu'")
  })
})

describe('targets', () => {
  const targets = readTargets(own, region)
  const of = (name: string) => targets.find(target => target.name === name)!

  it('are read from the series, older ones carried back by their growth', () => {
    const seen = observedOf(of('nominalOutput'), seriesFinder(region, past)('CN-LN'))
    expect(seen.get(2020)).toBe(published('nominalOutput', 'CN-LN', 2020))
    const growth =
      published('nominalOutputFourthCensus', 'CN-LN', 2005) / published('nominalOutputFourthCensus', 'CN-LN', 2006)
    expect(seen.get(2005)).toBeCloseTo(published('nominalOutput', 'CN-LN', 2006) * growth, 9)
  })

  it('are true to what was, not to what was reported', () => {
    const seen = observedOf(of('ownRevenue'), seriesFinder(region, past)('CN-LN'))
    expect(seen.get(2014)).toBeCloseTo(published('ownRevenue', 'CN-LN', 2014) / 1.23, 9)
  })

  it('end where the series changes its scope, and begin anew after it', () => {
    const years = (name: string) => [...observedOf(of(name), seriesFinder(region, past)('CN-JL')).keys()]
    expect(years('pensioners').at(-1)).toBe(2016)
    expect(years('pensionersWithInstitutions')).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024])
    expect(of('pensionersWithInstitutions').of).toBe(of('pensioners').of)
  })

  it('are refused when they are given twice or have no error', () => {
    const [head, first] = linesOf('CN/targets.csv')
    const text = [head, first, first, first!.replace(',0.01,', ',0,').replace('nominalOutput,', 'other,')].join('\n')
    expect(() => readTargets(withTexts(own, { 'CN/targets.csv': text }), region)).toThrow(
      /row 3, name: 'nominalOutput' is given twice[\s\S]*row 4, error: the measurement error is 0/,
    )
  })
})
