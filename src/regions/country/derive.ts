/** Writes the folders of all areas of a country from its tables, by one file of rules. */

import { csvFormatRows } from 'd3-dsv'
import { formatTable } from '../derivation.ts'
import { deriveFolder, withDerived } from '../derive.ts'
import type { ReadText } from '../types.ts'
import { CountryFigures, type CountryRule } from './rules.ts'
import { appended, readTables, tableRows } from './tables.ts'

const columns = ['value', 'unit', 'evidence', 'source', 'note']
const csv = (rows: readonly (readonly string[])[]): string => `${csvFormatRows(rows.map(row => [...row]))}\n`
const digits = (value: number): string => String(Number(value.toPrecision(7)))

/** The first of November is the moment of the last three censuses. */
const censusOf = (year: string) => ({ moment: `${year}-11-01`, evidence: 'official', source: `census-${year}` })

export interface Derived {
  /** Path below the folder of regions, such as CN-ZJ/figures.csv, to its text. */
  readonly files: ReadonlyMap<string, string>
  readonly areas: readonly string[]
  /** The figures of all areas by name, labels and area. */
  readonly figure: (name: string, labels: string, area: string) => number
}

/**
 * The folders of the areas of `country` at 1 January of `start`. `read` finds files below countries/<country>, `regions`
 * those of the regions, whose sources and whose series of the nation the rules may name. Throws a PackError with the row
 * of the rule that fails.
 */
export const deriveCountry = (read: ReadText, country: string, start: number, regions: ReadText): Derived => {
  const tables = readTables(read, country, regions(`${country}/series.csv`) ?? '')
  const rules = tableRows(read, 'rules.csv') as unknown as CountryRule[]
  const sectors = new Map(tableRows(read, 'sectors.csv').map(({ code, sector }) => [code!, sector!]))
  const figures = new CountryFigures(country, start, tables, rules, sectors)
  const files = new Map<string, string>()
  const values = new Map<string, number>()
  files.set('sources.csv', appended(regions('sources.csv')!, tables.sources))
  const of = (file: CountryRule['file']): CountryRule[] => rules.filter(rule => rule.file === file)
  const origin = (rule: CountryRule): string[] => [rule.unit, rule.evidence, rule.source, rule.note]
  for (const { id, en, zh } of tables.areas) {
    const put = (file: string, text: string): void => void files.set(`${id}/${file}`, text)
    const dated = (rule: CountryRule): string[][] => {
      const years = [...figures.series(id, rule)]
      return years.map(([year, value], at) => [
        rule.name,
        String(year),
        digits(value),
        rule.unit,
        rule.evidence,
        tables.series.get(id)?.get(rule.of)?.get(year)?.source ?? rule.source,
        at > 0 && years[at - 1]![0] !== year - 1 && rule.file === 'series' ? 'Gap: not in the source' : rule.note,
      ])
    }
    const vital = csv([['name', 'year', ...columns], ...of('vital').flatMap(dated)])
    const census = tables.censuses.get(id)!
    put('vital.csv', vital)
    put('census.csv', census.get('2020')!)
    for (const year of ['2000', '2010']) put(`census-${year}.csv`, census.get(year)!)
    put('series.csv', csv([['series', 'year', ...columns], ...of('series').flatMap(dated)]))
    const { file: table } = figures.sectorsOf(id)
    put('input-output.csv', table)
    const column = { evidence: 'derived', source: 'census-2020' }
    const region = {
      id,
      kind: 'area',
      names: { en, zh },
      context: country,
      start,
      currency: 'CNY',
      census: censusOf('2020'),
      pastCensuses: ['2000', '2010'].map(censusOf),
      cohorts: {
        startPopulation: { unit: 'person m', year: start, ...column },
        censusMortality: { unit: '1/year', year: 2020, ...column },
      },
      inputOutput: { year: 2017, evidence: 'derived', source: 'input-output-tables-2017' },
    }
    put('region.json', `${JSON.stringify(region, undefined, 2)}\n`)
    const cohorts = deriveFolder(path => files.get(path) ?? regions(path), id)!
    put('cohorts.csv', formatTable(cohorts))
    const rows = of('figures').map(rule => {
      const value = figures.figure(id, rule)
      values.set(`${rule.name} ${rule.labels} ${id}`, value)
      return [rule.name, rule.labels, digits(value), rule.unit, String(start - 1), ...origin(rule).slice(1)]
    })
    const header = ['name', 'labels', 'value', 'unit', 'year', ...columns.slice(2)]
    put('figures.csv', withDerived(csv([header, ...rows]), cohorts.cohorts.factor, table))
  }
  return {
    files,
    areas: tables.areas.map(({ id }) => id),
    figure: (name, labels, area) => values.get(`${name} ${labels} ${area}`) ?? Number.NaN,
  }
}
