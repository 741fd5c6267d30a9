/** Tests that figures are taken out of answers in every form, by every rule, and that damaged answers are refused in words. */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { PackError } from '../problems.ts'
import { coded } from '../region-texts-fixture.ts'
import { ReportedError } from '../../language/messages.ts'
import { filled, figuresIn, type Recipe, recipesOf } from './fetched.ts'
import { countryTablesOf } from './on-demand.ts'

const answer = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`answers/${file}`, import.meta.url)), 'utf8')

const tables = countryTablesOf('US')!
const recipes = recipesOf(tables)!
const michigan = { en: 'Michigan', fips: '26', area: 'MI' }
const years = Array.from({ length: 11 }, (_, at) => 2013 + at)

const recipeOf = (source: string, changes: Partial<Recipe> = {}): Recipe => ({
  ...recipes.find(one => one.source === source)!,
  ...changes,
})

/** As tables/series.csv has them. */
const known = (series: string, year: number): number =>
  Number(new RegExp(`^US-MI,${series},${year},([^,]+),`, 'm').exec(tables('tables/series.csv')!)![1])

/** The code of the refusal. */
const refusal = (recipe: Recipe, text: string, place = michigan): string => {
  try {
    figuresIn(recipe, text, place, years)
  } catch (problem) {
    if (problem instanceof ReportedError) return problem.messages[0]!.code
    throw problem
  }
  return 'none'
}

/** A recipe of JSON rows with a year, a part and a value. */
const plain = (changes: Partial<Recipe> = {}): Recipe =>
  recipeOf('bls-laus-3', { format: 'json', where: 'of=MI', part: 'part', rule: 'year', factor: '1', ...changes })
const rows = (list: ReadonlyArray<readonly [year: string, part: string, value: unknown]>): string =>
  JSON.stringify(list.map(([year, part, value]) => ({ of: 'MI', year, part, value })))

describe('recipes', () => {
  it('ask each address under an id of its own', () => {
    const addresses = Map.groupBy(recipes, ({ source }) => source)
    for (const [source, own] of addresses) expect(new Set(own.map(({ address }) => address)).size, source).toBe(1)
    expect(new Set(recipes.map(({ address }) => address)).size).toBe(addresses.size)
  })

  it('fill every series that is asked, with keys whose place is named, and every area has its code', () => {
    const { asked } = JSON.parse(tables('country.json')!) as { readonly asked: object }
    expect([...new Set(recipes.map(({ series }) => series))].toSorted()).toEqual(Object.keys(asked).toSorted())
    for (const { address, keyFrom } of recipes) expect(keyFrom === '').toBe(!/\{[A-Z_]+\}/.test(address))
    expect(
      tables('areas.csv')!
        .trim()
        .split('\n')
        .slice(1)
        .every(line => /,\d\d$/.test(line)),
    ).toBe(true)
  })

  it('with a word that is unknown are refused with their row', () => {
    const changed = (from: string, to: string): string[] => {
      try {
        recipesOf(path => tables(path)?.replace(from, to))
        return []
      } catch (problem) {
        if (problem instanceof PackError) return problem.problems.map(coded)
        throw problem
      }
    }
    expect(changed('mean of quarters', 'mean of quarter')).toEqual([expect.stringMatching(/^recipes.csv 12 rule: /)])
    expect(changed(',csv,NAME', ',cvs,NAME')).toEqual([expect.stringMatching(/^recipes.csv 5 format: /)])
    expect(changed(',year,0.001\n', ',year,thousand\n')).toEqual([expect.stringMatching(/^recipes.csv 2 factor: /)])
    expect(recipesOf(() => undefined)).toBeUndefined()
  })

  it('keep what is not given in their texts', () => {
    expect(filled('{fips}000&key={BEA_API_KEY}', michigan)).toBe('26000&key={BEA_API_KEY}')
  })
})

describe('an answer', () => {
  it.each([
    ['bea-sagdp1-3', 'bea-sagdp1-3.json', 0.0001],
    ['bea-sagdp1-1', 'bea-sagdp1-1.json', 0.0001],
    ['bea-sainc1-2', 'bea-sainc1-2.json', 0.0001],
    // The months are rounded to a tenth of a point.
    ['bls-laus-3', 'bls-laus-3.json', 0.01],
    ['bls-laus-5', 'bls-laus-5.json', 0.0001],
    ['fhfa-at-state', 'fhfa-at-state.csv', 0.0001],
  ])('%s gives the figures of the tables', (source, file, error) => {
    const recipe = recipeOf(source)
    const found = figuresIn(recipe, answer(file), michigan, years)
    expect([...found.keys()]).toEqual(years)
    for (const year of years) expect(Number(found.get(year)) / known(recipe.series, year), `${year}`).toBeCloseTo(1, 1)
    for (const year of years)
      expect(Math.abs(Number(found.get(year)) / known(recipe.series, year) - 1)).toBeLessThan(error)
  })

  it('with a column for each year gives its years', () => {
    const [births, deaths] = recipes.filter(({ source }) => source === 'census-pep-2024')
    const found = figuresIn(births!, answer('census-pep-2024.csv'), michigan, [2021, 2022, 2023])
    expect([...found]).toEqual([2021, 2022, 2023].map(year => [year, String(known('births', year))]))
    expect(Number(figuresIn(deaths!, answer('census-pep-2024.csv'), michigan, [2022]).get(2022))).toBeCloseTo(
      known('deaths', 2022),
      6,
    )
  })

  it('that is a list of lists has its header first', () => {
    const found = figuresIn(recipeOf('census-govs-7'), answer('census-govs-7.json'), michigan, years)
    expect(Number(found.get(2019))).toBeCloseTo(known('ownRevenue', 2019), 5)
  })

  it('in JSON-stat gives the cells of a region; a missing one is none', () => {
    const recipe = plain({
      format: 'json-stat',
      where: 'geo={area};unit=MIO_EUR',
      year: 'time',
      part: '',
      factor: '0.001',
    })
    const of = (area: string) => [
      ...figuresIn(recipe, answer('eurostat-nama-10r-2gdp.json'), { ...michigan, area }, [2021, 2022, 2023]),
    ]
    expect(of('DE11')).toEqual([
      [2021, '253.0005'],
      [2022, '261'],
    ])
    expect(of('DE12')).toEqual([
      [2021, '110.00025'],
      [2023, '118'],
    ])
    expect(() => of('DE13')).toThrow(/no row with geo=DE13/)
    const listed = answer('eurostat-nama-10r-2gdp.json').replace('{"DE11":0,"DE12":1}', '["DE11","DE12"]')
    expect(figuresIn(recipe, listed, { ...michigan, area: 'DE12' }, [2023]).get(2023)).toBe('118')
    expect(refusal(recipe, '{"error":[{"status":404}]}')).toBe('fetch.noRow')
  })

  it('of China gives those of an indicator and a province, without years that have none', () => {
    const recipe = plain({
      format: 'json returndata.datanodes',
      where: 'wds.0.valuecode=A020101;wds.1.valuecode=210000',
      year: 'wds.2.valuecode',
      part: '',
      value: 'data.strdata',
      factor: '0.1',
    })
    expect([...figuresIn(recipe, answer('china-easyquery.json'), michigan, years)]).toEqual([
      [2022, '2882.61'],
      [2023, '3020.94'],
    ])
  })
})

describe('of the parts of a year', () => {
  const months = Array.from(
    { length: 12 },
    (_, at) => ['2020', `M${String(at + 1).padStart(2, '0')}`, `${at + 1}`] as const,
  )
  const quarters = [1, 2, 3, 4].map(at => ['2020', `2020-Q${at}`, `${10 * at}`] as const)
  // The mean of a year that the office adds is no month.
  const withMean = [...months, ['2020', 'M13', '99']] as const

  it.each([
    ['mean of months', withMean, '6.5'],
    ['sum of months', withMean, '78'],
    ['december', withMean, '12'],
    ['mean of quarters', quarters, '25'],
    ['sum of quarters', quarters, '100'],
    ['first quarter', quarters, '10'],
  ])('%s', (rule, list, value) => {
    expect([...figuresIn(plain({ rule }), rows([...list]), michigan, years)]).toEqual([[2020, value]])
    // One that is missing, or marked so, leaves the year out.
    const needed = rule === 'december' ? 11 : 0
    expect(refusal(plain({ rule }), rows(list.filter((_, at) => at !== needed)))).toBe('fetch.noYear')
    const marked = list.map(([year, part, one], at) => [year, part, at === needed ? '(NA)' : one] as const)
    expect(refusal(plain({ rule }), rows(marked))).toBe('fetch.noYear')
  })

  it('a whole year needs none', () => {
    const list = [
      ['2020', '', '1,234.5'],
      ['2021', '', 2],
      ['2022', '', '..'],
      ['1999', '', 'none'],
    ] as const
    expect([...figuresIn(plain({ part: '' }), rows(list), michigan, years)]).toEqual([
      [2020, '1234.5'],
      [2021, '2'],
    ])
  })

  it('two values for one are refused', () => {
    const list = [
      ['2020', '', '1'],
      ['2020', '', '2'],
    ] as const
    expect(refusal(plain({ part: '' }), rows(list))).toBe('fetch.several')
  })
})

describe('a damaged answer', () => {
  const [bea, fhfa] = [recipeOf('bea-sagdp1-3'), recipeOf('fhfa-at-state')]
  const page = '<!DOCTYPE html>\n<html><title>Service unavailable</title></html>'

  it.each([
    ['a page in the place of JSON', bea, page, 'notJson'],
    ['a page in the place of a table', fhfa, page, 'noRow'],
    ['JSON that is cut off', bea, answer('bea-sagdp1-3.json').slice(0, 2000), 'notJson'],
    ['a table that is cut off', fhfa, answer('fhfa-at-state.csv').slice(0, 600), 'cut'],
    ['a row that is cut off', fhfa, answer('fhfa-at-state.csv').slice(0, -12), 'cut'],
    ['nothing', bea, ' \n', 'empty'],
    ['null', bea, 'null', 'noRow'],
    ['a message of the service', bea, '{"BEAAPI":{"Results":{"Error":{"APIErrorCode":"3"}}}}', 'noRow'],
    [
      'a word in the place of a number',
      bea,
      answer('bea-sagdp1-3.json').replace(/"DataValue":"[\d,.]+"/, '"DataValue":"n.a."'),
      'notNumber',
    ],
    ['another field', bea, answer('bea-sagdp1-3.json').replaceAll('DataValue', 'Value'), 'noColumn'],
    ['other years', bea, answer('bea-sagdp1-3.json').replaceAll(/"TimePeriod":"20/g, '"TimePeriod":"19'), 'noYear'],
  ])('%s is refused', (_, recipe, text, code) => {
    expect(refusal(recipe, text)).toBe(`fetch.${code}`)
  })

  it('of another area is refused in every form', () => {
    const ohio = { en: 'Ohio', fips: '39', area: 'OH' }
    for (const { source, format } of recipes) {
      const text = answer(`${source}.${format === 'csv' ? 'csv' : 'json'}`)
      expect(refusal(recipeOf(source), text, ohio), source).toBe('fetch.noRow')
    }
  })

  it('says how it begins', () => {
    expect(() => figuresIn(bea, page, michigan, years)).toThrow(/begins with “<!DOCTYPE html> <html><title>Service/)
  })
})
