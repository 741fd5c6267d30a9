/** Tests the folders that are derived from the tables of China: sums, the table of Liaoning, past years, faults. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { coded, required } from '../region-texts-fixture.ts'
import { loadRegion } from '../load.ts'
import { packAt, readPast } from '../past.ts'
import { PackError } from '../problems.ts'
import { ownPacks, readFrom } from '../read.ts'
import type { ReadText, Required } from '../types.ts'
import { deriveCountry, countryPacks } from './packs.ts'

const folder = fileURLToPath(new URL('../../../countries/CN', import.meta.url))
const read = readFrom(folder)
const own = readFrom(ownPacks)
const derived = deriveCountry(read, 'CN', 2024, own)
const all = countryPacks(read, 'CN', own, { handmade: false })
const packs: ReadText = path => all.files.get(path)

const pairs = ['tradeShare', 'moveShare'].map(
  (name): Required => ({ kind: 'flow', name, unit: 'share', dimensions: [] }),
)

const sumOf = (name: string, labels: readonly string[] = ['']): number =>
  labels.reduce((sum, label) => sum + derived.areas.reduce((so, area) => so + derived.figure(name, label, area), 0), 0)

/** Problems of the tables, in code. */
const refused = (changed: ReadText): string[] => {
  try {
    deriveCountry(changed, 'CN', 2024, own)
    return []
  } catch (problem) {
    if (!(problem instanceof PackError)) throw problem
    return problem.problems.map(coded)
  }
}

/** The nation's own figures: series of regions/CN, or what tables/series.csv holds of it. */
const nation = (series: string, year = 2023): number => {
  const line = own('CN/series.csv')!
    .split('\n')
    .find(one => one.startsWith(`${series},${year},`))
  if (line !== undefined) return Number(line.split(',')[2])
  return Number(
    read('tables/series.csv')!
      .split('\n')
      .find(one => one.startsWith(`CN,${series},`))!
      .split(',')[3],
  )
}

describe('the figures of all provinces', () => {
  it.each([
    ['gdpBaseYear', 'nominalOutput'],
    ['primaryOutputBaseYear', 'primaryOutput'],
    ['employedStart', 'employed'],
    ['retailSalesBaseYear', 'retailSales'],
    ['ownRevenueBaseYear', 'ownRevenue'],
    ['centralTransfersBaseYear', 'centralTransfers'],
    ['provincialBondsStart', 'provincialBonds'],
    ['landRevenueStart', 'landRevenue'],
    ['contributorsStart', 'contributors'],
    ['pensionersStart', 'pensioners'],
    ['deathsStart', 'deaths'],
    ['exportsRussiaBaseYear', 'exportsRussia'],
    ['robotsStart', 'robotStock'],
  ])('%s adds up to the official total within 2 per cent', (figure, series) => {
    expect(Math.abs(sumOf(figure) / nation(series) - 1)).toBeLessThan(0.02)
  })

  it('shares out what is known of the nation alone, whole', () => {
    const groups = ['group=young', 'group=middle', 'group=old']
    expect(sumOf('householdDepositsStart', groups)).toBeCloseTo(nation('householdDeposits'), 6)
    expect(sumOf('householdLoansStart', groups)).toBeCloseTo(nation('householdLoans'), 6)
    expect(sumOf('firmLoansStart', ['firm=state', 'firm=private'])).toBeCloseTo(nation('firmLoans'), 6)
    expect(sumOf('healthCostBaseYear')).toBeCloseTo(nation('healthCost'), 6)
  })

  it('lose to one another whom they gain: net migration is that of the nation, next to nobody', () => {
    expect(Math.abs(sumOf('netMigrationStart'))).toBeLessThan(0.05)
  })

  it('have residents on 1 January of 2024 as counted, but for the army', () => {
    const people = derived.areas.reduce((sum, area) => {
      const region = loadRegion(packs, area, required, { parameters: 'priors' })
      return sum + region.values['startPopulation']!.values.reduce((so, one) => so + one, 0)
    }, 0)
    expect(Math.abs(people / nation('residentsTotal') - 1)).toBeLessThan(0.005)
  })
})

describe('an area', () => {
  it('of Liaoning has the input-output table that was made by hand, but for rounding', () => {
    // By hand, sales to the rest of the country are the residual of 2023.
    const cells = (text: string): number[] => {
      const [header = [], ...rows] = text.split('\n').map(line => line.split(','))
      return rows.flatMap(row => row.flatMap((cell, at) => (at === 0 || header[at] === 'nation' ? [] : [Number(cell)])))
    }
    const [made, byHand] = [cells(all.files.get('CN-LN/input-output.csv')!), cells(own('CN-LN/input-output.csv')!)]
    expect(made.length).toBe(byHand.length)
    for (const [at, value] of made.entries()) expect(Math.abs(value - byHand[at]!)).toBeLessThan(1e-4)
  })

  it('opens in past years with the figures that were published then', () => {
    const region = loadRegion(packs, 'CN-ZJ', required, { parameters: 'priors' })
    const past = readPast(packs, region)
    for (const year of [2006, 2010, 2016, 2020]) {
      const pack = packAt(region, past, year)
      const published = (series: string): number =>
        region.series.find(one => one.series === series && one.area === 'CN-ZJ' && one.year === year - 1)!.value
      expect(pack.values['gdpBaseYear']!.values[0]).toBeCloseTo(published('nominalOutput'), 3)
      expect(pack.values['ownRevenueBaseYear']!.values[0]).toBeCloseTo(published('ownRevenue'), 3)
    }
  })

  it('made by hand stands in place of the derived one, without the fit of another region', () => {
    const { files, kept } = countryPacks(read, 'CN', own, { handmade: true })
    expect(kept).toEqual(['CN-LN', 'CN-JL', 'CN-HL'])
    expect(files.get('CN-LN/figures.csv')).toBe(own('CN-LN/figures.csv'))
    expect(files.get('CN-LN/region.json')).not.toContain('parameters')
    // All areas of the union open in the same year.
    expect(loadRegion(path => files.get(path), 'CN-all', [...required, ...pairs]).areas).toHaveLength(31)
    expect(files.get('CN-ZJ/figures.csv')).toBe(all.files.get('CN-ZJ/figures.csv'))
  })
})

describe('flows between the areas', () => {
  const rowsOf = (text: string): Record<string, string>[] => {
    const [header = [], ...lines] = text
      .trim()
      .split('\n')
      .map(line => line.split(','))
    return lines.map(line => Object.fromEntries(header.map((column, at) => [column, line[at] ?? ''])))
  }
  const flows = rowsOf(all.files.get('CN-all/flows.csv')!)
  const share = (name: string, from: string, to: string): number =>
    Number(flows.find(row => row['name'] === name && row['from'] === from && row['to'] === to)?.['value'] ?? 0)
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
  const { areas } = derived

  /** The largest miss of what reaches an area, as a part of it, where all that leaves an area is shared out. */
  const miss = (name: string, out: readonly number[], into: readonly number[]): number => {
    const scale = total(out) / total(into)
    const reached = areas.map(to => total(areas.map((from, at) => out[at]! * share(name, from, to))))
    return Math.max(...reached.map((value, at) => Math.abs(value / (scale * into[at]!) - 1)))
  }

  it('are shares of what leaves an area, in order, none from an area to itself', () => {
    expect(flows.length).toBe(2 * 31 * 30)
    const places = flows.map(row => `${row['name']} ${row['from']} ${row['to']}`)
    expect(places).toEqual([...new Set(places)].toSorted())
    for (const name of ['tradeShare', 'moveShare'])
      for (const from of areas) {
        expect(share(name, from, from)).toBe(0)
        expect(Math.abs(total(areas.map(to => share(name, from, to))) - 1)).toBeLessThan(1e-6)
      }
    expect(Math.min(...flows.map(row => Number(row['value'])))).toBeGreaterThan(0)
  })

  it('of trade meet what every area sells and buys by its table, at most one and a half times its value added', () => {
    const table = rowsOf(read('tables/input-output.csv')!)
    const isProduct = (code: string): boolean => /^\d/.test(code)
    const bought = areas.map(area => {
      const cells = table.filter(row => row['area'] === area)
      const column = (name: string): number =>
        total(cells.filter(row => isProduct(row['row']!)).map(row => Number(row[name])))
      const added = total(
        cells
          .filter(row => !isProduct(row['row']!))
          .flatMap(row => Object.keys(row).flatMap(code => (isProduct(code) ? [Number(row[code])] : []))),
      )
      return ['OF', 'IF'].map(name => Math.min(column(name), 1.5 * added))
    })
    const sales = bought.map(([sold]) => sold!)
    const purchases = bought.map(([, inflow]) => inflow!)
    expect(miss('tradeShare', sales, purchases)).toBeLessThan(1e-6)
  })

  it('of people meet departures and arrivals of one survey, which are a possible share of the residents', () => {
    const series = rowsOf(read('tables/series.csv')!)
    const in2015 = (name: string): number[] =>
      areas.map(area =>
        Number(series.find(row => row['area'] === area && row['series'] === name && row['year'] === '2015')!['value']),
      )
    const [leave, arrive, residents] = ['departures5Years', 'arrivals5Years', 'residentsTotal'].map(in2015)
    expect(Math.abs(total(leave!) / total(arrive!) - 1)).toBeLessThan(1e-5)
    expect(miss('moveShare', leave!, arrive!)).toBeLessThan(1e-6)
    // The source names six areas after one another; wrongly named, a fifth of Qinghai would have left.
    for (const [at, people] of residents!.entries()) {
      expect(leave![at]! / people, areas[at]).toBeLessThan(0.08)
      expect(arrive![at]! / people, areas[at]).toBeLessThan(0.2)
    }
  })

  it('fall with distance: neighbours trade and move more than areas of the same size far away', () => {
    // Whatever the sizes, they cancel where each of two neighbours is exchanged for one of two others.
    for (const name of ['tradeShare', 'moveShare']) {
      const near = share(name, 'CN-BJ', 'CN-TJ') * share(name, 'CN-SH', 'CN-JS')
      const far = share(name, 'CN-BJ', 'CN-JS') * share(name, 'CN-SH', 'CN-TJ')
      expect(near / far).toBeGreaterThan(10)
    }
    // Jilin and Guangxi buy about as much.
    expect(share('tradeShare', 'CN-LN', 'CN-JL')).toBeGreaterThan(4 * share('tradeShare', 'CN-LN', 'CN-GX'))
    expect(share('tradeShare', 'CN-GD', 'CN-GX')).toBeGreaterThan(2 * share('tradeShare', 'CN-GD', 'CN-JL'))
  })

  it('need their series and the places of the areas', () => {
    const without = (file: string, from: string, to: string): ReadText => {
      const text = read(file)!
      expect(text).toContain(from)
      return path => (path === file ? text.replace(from, to) : read(path))
    }
    const [line = ''] = /CN-GD,arrivals5Years,2015,[^\n]*\n/.exec(read('tables/series.csv')!) ?? []
    expect(refused(without('tables/series.csv', line, ''))).toEqual([
      'tables/series.csv: figureMissing CN-GD arrivals5Years 2015 -> addRows',
    ])
    expect(refused(without('areas.csv', '116.4', 'east'))).toEqual([
      expect.stringMatching(/^areas.csv 2 longitude: notNumber east/),
    ])
  })

  it('are read where a model asks for them, and mark the union as a whole nation', () => {
    const region = loadRegion(packs, 'CN-all', [...required, ...pairs], { parameters: 'priors' })
    expect(region.whole).toBe(true)
    const [from, to] = [region.areas.indexOf('CN-LN'), region.areas.indexOf('CN-JL')]
    const { values } = region.flows!['tradeShare']!
    expect(values).toHaveLength(31 * 31)
    expect(values[from * 31 + to]).toBe(share('tradeShare', 'CN-LN', 'CN-JL'))
    expect(values[to * 31 + from]).toBe(share('tradeShare', 'CN-JL', 'CN-LN'))
    expect(values[to * 31 + to]).toBe(0)
  })
})

describe('rules', () => {
  const withRules =
    (change: (text: string) => string): ReadText =>
    path =>
      path === 'rules.csv' ? change(read(path)!) : read(path)

  it('that name a series that no table holds are refused, with their row', () => {
    const row =
      read('rules.csv')!
        .split('\n')
        .findIndex(line => line.startsWith('figures,gdpBaseYear,')) + 1
    const found = refused(
      withRules(text =>
        text.replace('figures,gdpBaseYear,,level,nominalOutput', 'figures,gdpBaseYear,,level,nominlOutput'),
      ),
    )
    expect(found).toEqual([expect.stringMatching(new RegExp(`rules.csv.*${row}.*noSeries`))])
  })

  it('of an unknown word are refused, with what was probably meant', () => {
    const row =
      read('rules.csv')!
        .split('\n')
        .findIndex(line => line.startsWith('figures,gdpBaseYear,')) + 1
    const found = refused(withRules(text => text.replace('figures,gdpBaseYear,,level', 'figures,gdpBaseYear,,levl')))
    expect(found).toEqual([expect.stringMatching(new RegExp(`rules.csv.*${row}.*unknownRule`))])
  })

  it('name every chain of past years by series that some region has', () => {
    const held = new Set(
      [...all.files, ...['CN', ...derived.areas].map(id => [id, own(`${id}/series.csv`) ?? ''] as const)].flatMap(
        ([, text]) => text.split('\n').map(line => line.split(',')[0]!),
      ),
    )
    const paths = new Set(
      ['CN/paths.csv', 'CN/history.csv', 'CN-LN/paths.csv'].flatMap(file =>
        own(file)!
          .split('\n')
          .map(line => line.split(',')[0]!),
      ),
    )
    const named = own('CN/past.csv')!
      .split('\n')
      .slice(1)
      .flatMap(line => line.split(',')[3]?.split(/[;*/]|(?<=\w)-(?=[a-z])/) ?? [])
    const missing = named
      .map(name => name.replace(/^=/, '').replace(/^[A-Z-]+:/, ''))
      .filter(name => name !== '' && !held.has(name) && !paths.has(name))
    expect(missing).toEqual([])
  })
})

it('the tables name sources that are listed, and every area of the country', () => {
  const listed = new Set(
    all.files
      .get('sources.csv')!
      .split('\n')
      .map(line => line.split(',')[0]),
  )
  const sources = new Set(
    read('tables/series.csv')!
      .trim()
      .split('\n')
      .slice(1)
      .map(line => line.split(',').at(-1)!),
  )
  expect([...sources].filter(source => !listed.has(source))).toEqual([])
  expect(derived.areas.length).toBe(31)
  expect(existsSync(join(folder, 'README.md'))).toBe(true)
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('rules.csv')
})
