/** Input-output tables: what they give the model, the multipliers of the provinces, and the tables that are refused. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { coded, required, withTexts } from './region-texts-fixture.ts'
import { localInverse, outlets, outputFor, parseInputOutput, saleOutlets } from './input-output.ts'
import { loadRegion } from './load.ts'
import { PackError } from './problems.ts'
import { ownPacks, readFrom } from './read.ts'
import type { ReadText, InputOutputTable } from './types.ts'

const own = readFrom(ownPacks)
const textOf = (area: string): string => readFileSync(join(ownPacks, area, 'input-output.csv'), 'utf8')
const tableOf = (area: string): InputOutputTable =>
  parseInputOutput({ file: 'input-output.csv', text: textOf(area), problems: [] })!

/**
 * Of the provincial tables of 2017, in the order of the sectors, 100m yuan: gross output, and their GDP; output in the
 * province for a unit sold outside, worked out apart from this program with the purchase shares of the table.
 */
const official = {
  'CN-LN': {
    output: [
      3851.62, 808.6152, 289.0042, 2235.5677, 6979.2795, 4397.0959, 4765.1251, 3779.4219, 3816.0505, 9213.27, 8605.78,
      9393.35, 2948.69,
    ],
    gdp: 23409.24,
    multipliers: [
      1.52724, 1.23699, 1.26721, 1.99711, 1.41129, 1.6438, 1.68557, 1.73908, 1.46377, 1.67852, 1.4, 1.36054, 1.28058,
    ],
  },
  'CN-JL': {
    output: [
      2064.29, 784.398, 164.368, 5053.1013, 4029.3436, 780.2577, 2453.8064, 7982.8171, 5089.8179, 3517.21, 4794.25,
      5766.36, 3311.71,
    ],
    gdp: 14806.62,
    multipliers: [
      1.26593, 1.39805, 1.21289, 1.52396, 1.3768, 1.43867, 1.32221, 1.44346, 1.43845, 1.42988, 1.38045, 1.35717,
      1.39111,
    ],
  },
  'CN-HL': {
    output: [
      5586.6294, 878.824, 883.5696, 3215.0968, 2121.2379, 221.9054, 1088.4034, 441.2124, 2814.7819, 3267.34, 6287.8909,
      5467.6571, 3449.7786,
    ],
    gdp: 15902.68,
    multipliers: [
      1.37705, 1.19708, 1.08232, 1.78889, 1.47972, 1.39898, 1.24382, 1.29528, 1.39376, 1.33517, 1.33074, 1.24623,
      1.19036,
    ],
  },
} as const
const areas = ['CN-LN', 'CN-JL', 'CN-HL'] as const

const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0)

describe('the table of 2017', () => {
  it.each(areas)('of %s gives output = L x final demand, and GDP from both sides', area => {
    const table = tableOf(area)
    const { output, gdp } = official[area]
    const final = output.map(
      (value, from) => value - sumOf(output.map((bought, to) => table.inputs[from]![to]! * bought)),
    )
    const everywhere = table.sectors.map(() => 1)
    const found = outputFor(localInverse(table, everywhere), final)
    for (const [at, value] of output.entries()) expect(Math.abs(found[at]! / value - 1)).toBeLessThan(1e-9)
    // Coefficients are published to five digits.
    expect(sumOf(output.map((value, at) => value * table.valueAdded[at]!)) / gdp).toBeCloseTo(1, 4)
    expect(sumOf(final) / gdp).toBeCloseTo(1, 4)
  })

  it.each(areas)('of %s gives the multipliers worked out from it elsewhere', area => {
    const table = tableOf(area)
    const inverse = localInverse(table, table.localTable)
    const multipliers = table.sectors.map((_, good) => sumOf(inverse.map(row => row[good]!)))
    for (const [at, value] of official[area].multipliers.entries()) expect(multipliers[at]).toBeCloseTo(value, 3)
  })
})

describe('what a region takes from its table', () => {
  const region = loadRegion(own, 'northeast', required, { parameters: 'priors' })

  it('are shares that are not negative and sum to 1 for every outlet and every kind of sale', () => {
    for (const [name, labels] of [
      ['industryContent', outlets],
      ['industrySellers', saleOutlets],
    ] as const) {
      const { values } = region.values[name]!
      expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
      for (const at of areas.keys()) {
        for (const column of labels.keys()) {
          const cells = Array.from(
            { length: 10 },
            (_, industry) => values[(at * 10 + industry) * labels.length + column]!,
          )
          expect(Math.abs(sumOf(cells) - 1)).toBeLessThan(1e-12)
        }
      }
    }
  })

  it('says where they come from, and keeps the tables', () => {
    const figure = region.figures.find(({ name, area }) => name === 'industryContent' && area === 'CN-JL')!
    expect(figure).toMatchObject({ year: 2017, evidence: 'derived', source: 'input-output-tables-2017' })
    expect(Object.keys(region.inputOutput!)).toEqual([...areas])
  })

  it('has an official mix of industries within GDP, and jobs within all jobs', () => {
    for (const [at] of areas.entries()) {
      const of = (name: string): number => sumOf(region.values[name]!.values.slice(10 * at, 10 * at + 10))
      const [gdp, primary, oil] = ['gdpBaseYear', 'primaryOutputBaseYear', 'oilOutputStart'].map(
        name => region.values[name]!.values[at]!,
      )
      // The rest is public service.
      expect((of('industryOutputBaseYear') + primary! + oil!) / gdp!).toBeGreaterThan(0.84)
      expect((of('industryOutputBaseYear') + primary! + oil!) / gdp!).toBeLessThan(0.9)
      expect(of('industryEmployedBaseYear') / region.values['employedStart']!.values[at]!).toBeLessThan(0.62)
    }
  })
})

const complaints = (read: ReadText, id: string): string[] => {
  try {
    loadRegion(read, id, required, { parameters: 'priors' })
  } catch (error) {
    expect(error).toBeInstanceOf(PackError)
    return (error as PackError).problems.map(coded)
  }
  return []
}

const file = 'CN-LN/input-output.csv'
const withTable = (...changes: ReadonlyArray<readonly [from: string | RegExp, to: string]>): ReadText => {
  const text = changes.reduce((so, [from, to]) => so.replace(from, to), textOf('CN-LN'))
  expect(text).not.toBe(textOf('CN-LN'))
  return withTexts(own, { [file]: text })
}
const withoutIndustries = (area: string): Record<string, string> => ({
  [`${area}/figures.csv`]: own(`${area}/figures.csv`)!.replaceAll(/^industry.*\n/gm, ''),
})

describe('a table is refused', () => {
  it('that does not sum, with row, column and what to do', () => {
    expect(complaints(withTable(['farming,0.17904', 'farming,0.27904']), 'CN-LN')).toEqual([
      `${file} 15 farming: columnSum farming 1.10001 -> balanceColumn`,
    ])
  })

  it('with a cell below 0, above 1 or without a number', () => {
    const cells = withTable(['mining,0.00112', 'mining,-0.00112'], ['oil,0,0.0018', 'oil,,1.8'])
    expect(complaints(cells, 'CN-LN')).toEqual([
      `${file} 3 farming: negativeCell mining farming -0.00112 -> netOut`,
      `${file} 4 farming: numberMissing -> writeNumber`,
      `${file} 4 mining: cellAboveOne oil mining 1.8 -> divideByOutput`,
    ])
  })

  it('whose transit trade makes a purchase share negative', () => {
    expect(complaints(withTable(['localTable,0.89477', 'localTable,-0.31']), 'CN-LN')).toEqual([
      `${file} 16 farming: transit farming -0.31 -> replaceTransit`,
    ])
  })

  it('that lacks a sector of the model, or the row of one', () => {
    expect(complaints(withTable([/^metals,.*\n/m, '']), 'CN-LN')).toEqual([
      `${file}: tableRowMissing metals -> addSectorRow`,
    ])
    const renamed = withTable([/metals/g, 'steel'])
    expect(complaints(renamed, 'CN-LN')).toEqual([`${file} 1 metals: tableSectorMissing metals -> addSector`])
  })

  it('where another area of the union has none, or figures by industry stand without one', () => {
    const none = { 'CN-LN/input-output.csv': undefined }
    expect(complaints(withTexts(own, none), 'CN-LN')).toEqual([
      'CN-LN/figures.csv name: tableMissing industryOutputBaseYear -> addTable',
    ])
    expect(complaints(withTexts(own, { ...none, ...withoutIndustries('CN-LN') }), 'northeast')).toEqual([
      'CN-LN/input-output.csv: tableInOthers CN-JL CN-LN -> tableForAll',
    ])
  })

  it('not where a region has none and says nothing by industry', () => {
    const none = withTexts(own, { 'CN-LN/input-output.csv': undefined, ...withoutIndustries('CN-LN') })
    const region = loadRegion(none, 'CN-LN', required, { parameters: 'priors' })
    expect(region.inputOutput).toBeUndefined()
    expect(Object.keys(region.values).filter(name => name.startsWith('industry'))).toEqual([])
  })
})
