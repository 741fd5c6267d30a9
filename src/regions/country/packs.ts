/** All folders of a country: its context, its areas as derived or as made by hand, and the union of all. */

import type { ReadText } from '../types.ts'
import type { ContextFile } from '../schema.ts'
import { appended, readTables, tableRows } from './tables.ts'
import { formatTable } from '../derivation.ts'
import { flowRows } from './flows.ts'
import { areaFiles, csv, sevenDigits, nationFiles } from './nation.ts'
import { deriveFolder, withDerived } from '../derive.ts'
import { CountryFigures, type CountryRule } from './rules.ts'

/** Files of an area or a context; those that a folder lacks are left out. */
const folderFiles = `region.json figures.csv series.csv vital.csv cohorts.csv census.csv census-2000.csv census-2010.csv
  input-output.csv paths.csv reporting.csv history.csv past.csv targets.csv outside.csv levers.csv later.csv
  moments.csv provinces-output.csv`.split(/\s+/)

export interface CountryPacks {
  readonly files: ReadonlyMap<string, string>
  /** Ids of all areas, in the order of areas.csv, and those of them that are kept as made by hand. */
  readonly areas: readonly string[]
  readonly kept: readonly string[]
}

const columns = ['value', 'unit', 'evidence', 'source', 'note']

/** The first of November is the moment of the last three censuses. */
const censusOf = (year: string) => ({ moment: `${year}-11-01`, evidence: 'official', source: `census-${year}` })

const unionId = (country: string): string => `${country}-all`

/** The region.json of all areas of a country together, which are the whole of it. */
export const unionOf = (country: string, regions: ReadText, areas: readonly string[]) => {
  const { names, cyclical } = JSON.parse(regions(`${country}/region.json`)!) as Pick<ContextFile, 'names' | 'cyclical'>
  const whole = cyclical === undefined
  const ofAll = whole
    ? { en: `${names.en}, ${areas.length} provinces`, zh: `全国${areas.length}个省份` }
    : { en: `${names.en}, ${areas.length} areas`, zh: `${names.zh ?? names.en}${areas.length}个地区` }
  return { id: unionId(country), kind: 'union', names: ofAll, areas, ...(whole ? { whole } : {}) }
}

interface Derived {
  /** Path below the folder of regions, such as CN-ZJ/figures.csv, to its text. */
  readonly files: ReadonlyMap<string, string>
  readonly areas: readonly string[]
  /** The figures of all areas by name, labels and area. */
  readonly figure: (name: string, labels: string, area: string) => number
}

/**
 * The folders of the areas of `country` at 1 January of `start`, and who sells to whom and moves where among them.
 * `read` finds files below countries/<country>, `regions` those of the regions, whose sources and whose series of the
 * nation the rules may name. Throws a PackError with the row of the rule that fails.
 */
export const deriveCountry = (read: ReadText, country: string, start: number, regions: ReadText): Derived => {
  const tables = readTables(read, country, regions(`${country}/series.csv`))
  const rules = tableRows<CountryRule>(
    'rules.csv',
    read('rules.csv'),
    'file name labels rule of total years least most unit evidence source note',
  )
  const products = read('sectors.csv')
  const sectors = new Map(
    products === undefined
      ? []
      : tableRows('sectors.csv', products, 'code sector').map(({ code, sector }) => [code!, sector!]),
  )
  const figures = new CountryFigures(country, start, tables, rules, sectors)
  const files = new Map<string, string>()
  const values = new Map<string, number>()
  const derived = (): Derived => ({
    files,
    areas: tables.areas.map(({ id }) => id),
    figure: (name, labels, area) => values.get(`${name} ${labels} ${area}`) ?? Number.NaN,
  })
  files.set('sources.csv', appended(regions('sources.csv')!, tables.sources))
  const of = (file: CountryRule['file']): CountryRule[] => rules.filter(rule => rule.file === file)
  const origin = (rule: CountryRule): string[] => [rule.unit, rule.evidence, rule.source, rule.note]
  const header = ['name', 'labels', 'value', 'unit', 'year', ...columns.slice(2)]
  const figureRows = (id: string): string[][] =>
    of('figures').map(rule => {
      const value = figures.figure(id, rule)
      values.set(`${rule.name} ${rule.labels} ${id}`, value)
      return [rule.name, rule.labels, sevenDigits(value), rule.unit, String(start - 1), ...origin(rule).slice(1)]
    })
  const own = read('region.json')
  if (own !== undefined) {
    const { currency } = JSON.parse(own) as Pick<ContextFile, 'currency'>
    for (const [path, text] of nationFiles(read, country, start, figures, rules, tables)) files.set(path, text)
    for (const { id, en, zh } of tables.areas) {
      const column = { evidence: 'derived', source: 'this-pack' }
      const cohorts = {
        startPopulation: { unit: 'person m', year: start, ...column },
        censusMortality: { unit: '1/year', year: start - 1, ...column },
      }
      const region = { id, kind: 'area', names: { en, zh }, context: country, start, currency, cohorts }
      files.set(`${id}/region.json`, `${JSON.stringify(region, undefined, 2)}\n`)
      files.set(`${id}/figures.csv`, csv([header, ...figureRows(id)]))
      for (const [file, text] of Object.entries(areaFiles(id, start, figures, tables))) files.set(`${id}/${file}`, text)
    }
    return derived()
  }
  for (const { id, en, zh } of tables.areas) {
    const put = (file: string, text: string): void => void files.set(`${id}/${file}`, text)
    const dated = (rule: CountryRule): string[][] => {
      const years = [...figures.series(id, rule)]
      return years.map(([year, value], at) => [
        rule.name,
        String(year),
        sevenDigits(value),
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
      within: unionId(country),
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
    put('figures.csv', withDerived(csv([header, ...figureRows(id)]), cohorts.cohorts.factor, table))
  }
  const flows = flowRows(tables).map(({ value, ...row }) => [
    row.name,
    row.from,
    row.to,
    sevenDigits(value),
    ...row.origin,
  ])
  files.set(
    `${unionId(country)}/flows.csv`,
    csv([['name', 'from', 'to', 'value', 'unit', 'evidence', 'source'], ...flows]),
  )
  return derived()
}

/**
 * The folders of all areas of `country`, of their context, and of their union, CN-all for CN. `read` finds files below
 * countries/<country>, `regions` those of the regions.
 */
export const countryPacks = (
  read: ReadText,
  country: string,
  regions: ReadText,
  handmade: boolean,
  wanted?: number,
): CountryPacks => {
  const made = read('region.json')
  const { start } = JSON.parse(made ?? regions(`${country}/region.json`)!) as Pick<ContextFile, 'start'>
  const derived = deriveCountry(read, country, made === undefined ? start : (wanted ?? start), regions)
  const files = new Map(derived.files)
  if (made !== undefined) {
    const union = unionOf(country, path => derived.files.get(path), derived.areas)
    files.set(`${union.id}/region.json`, `${JSON.stringify(union, undefined, 2)}\n`)
    return { files, areas: derived.areas, kept: [] }
  }
  const copy = (id: string): void => {
    for (const file of folderFiles) {
      const text = regions(`${id}/${file}`)
      if (text === undefined) files.delete(`${id}/${file}`)
      else files.set(`${id}/${file}`, text)
    }
  }
  copy(country)
  // The history of the nation gives some paths for single areas: the others get one of their own.
  const history = `${country}/history.csv`
  files.set(history, appended(files.get(history)!, read('history.csv') ?? ''))
  const isArea = (id: string): boolean => /"kind": *"area"/.test(regions(`${id}/region.json`) ?? '')
  const kept = handmade ? derived.areas.filter(isArea) : []
  // Known errors in an area's figures hold for the derived ones as well.
  for (const id of derived.areas) {
    const known = regions(`${id}/reporting.csv`)
    if (known !== undefined) files.set(`${id}/reporting.csv`, known)
  }
  type Fields = Record<string, unknown>
  const fields = (id: string): Fields => JSON.parse(files.get(`${id}/region.json`)!) as Fields
  const put = (id: string, own: Fields): void =>
    void files.set(`${id}/region.json`, `${JSON.stringify(own, undefined, 2)}\n`)
  for (const id of kept) {
    copy(id)
    // Fits belong to the region that they were made for, which is not among these folders.
    const { parameters: _, ...file } = fields(id)
    put(id, { ...file, within: unionId(country) })
  }
  // All areas open in the year of those that are made by hand.
  const { opens } = kept.length > 0 ? fields(kept[0]!) : {}
  if (opens !== undefined) for (const id of derived.areas) put(id, { ...fields(id), opens })
  const union = unionOf(country, regions, derived.areas)
  files.set(`${union.id}/region.json`, `${JSON.stringify(union, undefined, 2)}\n`)
  return { files, areas: derived.areas, kept }
}
