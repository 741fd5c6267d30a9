/** All folders of a country: its context, its areas as derived or as made by hand, and the union of all. */

import { messages as fault } from '../../texts/region.ts'
import { messages as fix } from '../../texts/fix.ts'
import { PackError } from '../problems.ts'
import type { Names, ReadText } from '../types.ts'
import type { ContextFile } from '../schema.ts'
import { appended, readTables, tableRows } from './tables.ts'
import { csvFormatRows } from 'd3-dsv'
import { formatTable } from '../derivation.ts'
import { flowRows } from './flows.ts'
import { deriveFolder, withDerived } from '../derive.ts'
import { CountryFigures, type CountryRule } from './rules.ts'

/** Files of an area or a context; those that a folder lacks are left out. */
const folderFiles = `region.json figures.csv series.csv vital.csv cohorts.csv census.csv census-2000.csv census-2010.csv
  input-output.csv paths.csv reporting.csv history.csv past.csv targets.csv outside.csv levers.csv later.csv
  moments.csv provinces-output.csv words.csv`.split(/\s+/)

export interface CountryPacks {
  readonly files: ReadonlyMap<string, string>
  /** Ids of all areas, in the order of areas.csv, and those of them that are kept as made by hand. */
  readonly areas: readonly string[]
  readonly kept: readonly string[]
}

const columns = ['value', 'unit', 'evidence', 'source', 'note']
const csv = (rows: readonly (readonly string[])[]): string => `${csvFormatRows(rows.map(row => [...row]))}\n`
const digits = (value: number): string => String(Number(value.toPrecision(7)))

/** Provenance of a table. */
interface Origin {
  readonly evidence: string
  readonly source: string
}

/** country.json: what holds for all areas of a country. */
interface CountryFile {
  readonly currency: string
  /** Names of all areas together; some of them together, by id. */
  readonly all: Names
  readonly unions?: Readonly<Record<string, { readonly names: Names; readonly areas: readonly string[] }>>
  /** The areas are each other's rest of the country. */
  readonly whole?: true
  /** The areas add up to the nation and are not linked. */
  readonly sums?: true
  readonly censuses: Readonly<Record<string, Origin & { readonly moment: string }>>
  /** Of `tables/input-output.csv`, where there is one. */
  readonly inputOutput?: Origin & { readonly year: number }
  /** Years of the start that are offered, of a country whose nation is derived too; one that has a folder starts as it does. */
  readonly starts?: readonly number[]
  /** Series asked of an area of somebody's own, in order, and the series that are shared out by it. */
  readonly asked?: Readonly<Record<string, { readonly names: Names; readonly carries?: readonly string[] }>>
  readonly nation?: { readonly names: Names; readonly compared: readonly Names[]; readonly cyclical?: true }
}

/** country.json of a country, by files below countries/<country>. */
export const readCountry = (read: ReadText): CountryFile => JSON.parse(read('country.json')!) as CountryFile

/** The starts in which a country opens: that of the folder of its nation, or of one that is derived too those it offers. */
export const offeredStarts = ({ starts }: CountryFile, country: string, regions: ReadText): readonly number[] => {
  const context = regions(`${country}/region.json`)
  return context === undefined ? (starts ?? []) : [(JSON.parse(context) as Pick<ContextFile, 'start'>).start]
}

const unionId = (country: string): string => `${country}-all`

/** Each region.json of areas of a country together: of some that have a name, and last of all. */
export const unionsOf = (country: string, { all, unions, whole, sums }: CountryFile, areas: readonly string[]) => [
  ...Object.entries(unions ?? {}).map(([id, union]) => ({ id, kind: 'union', ...union })),
  { id: unionId(country), kind: 'union', names: all, areas, ...(whole && { whole }), ...(sums && { sums }) },
]

const originOf = ({ unit, evidence, source, note }: CountryRule): string[] => [unit, evidence, source, note]

/** paths.csv of a nation or an area: what the rules find, continued by `judged`, the points that no series gives. */
const pathRows = (
  judged: string | undefined,
  rules: readonly CountryRule[],
  pointsOf: (rule: CountryRule) => ReadonlyArray<readonly [time: number, value: number]>,
): string => {
  const found = rules.flatMap(rule =>
    pointsOf(rule).map(([time, value]) => [rule.name, String(time), digits(value), ...originOf(rule)]),
  )
  const ends = new Map(found.map(([name, time]) => [name!, Number(time)]))
  const header = ['name', 'time', ...columns]
  const later = judged === undefined ? [] : tableRows('paths.csv', judged, header.join(' '))
  const others = later.filter(one => Number(one['time']) > (ends.get(one['name']!) ?? Number.NEGATIVE_INFINITY))
  return csv([header, ...found, ...others.map(one => header.map(name => one[name]!))])
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
  const own = readCountry(read)
  const tables = readTables(read, country, regions(`${country}/series.csv`))
  const rules = tableRows<CountryRule>(
    'rules.csv',
    read('rules.csv'),
    'file name labels rule of total years least most unit evidence source note',
  )
  const codes = tableRows('sectors.csv', read('sectors.csv') ?? 'code,sector\n', 'code sector')
  const sectors = new Map(codes.map(({ code, sector }) => [code!, sector!]))
  const figures = new CountryFigures(country, start, tables, rules, sectors)
  const files = new Map<string, string>()
  const values = new Map<string, number>()
  files.set('sources.csv', appended(regions('sources.csv')!, tables.sources))
  const of = (file: CountryRule['file']): CountryRule[] => rules.filter(rule => rule.file === file)
  const years = Object.keys(own.censuses).filter(year => Number(year) < start)
  const [counted = '', ...earlier] = years.toReversed()
  const column = { evidence: 'derived', source: own.censuses[counted]!.source }
  const [people, mortality] = [
    { unit: 'person m', year: start, ...column },
    { unit: '1/year', year: Number(counted), ...column },
  ]
  /** Region.json, vital.csv, the censuses and the cohorts that follow from them; the factor of mortality. */
  const putPeople = (id: string, region: Readonly<Record<string, unknown>>): number => {
    const put = (name: string, text: string): void => void files.set(`${id}/${name}`, text)
    put('vital.csv', csv([['name', 'year', ...columns], ...of('vital').flatMap(rule => dated(id, rule))]))
    const census = tables.censuses.get(id)!
    put('census.csv', census.get(counted)!)
    for (const year of earlier) put(`census-${year}.csv`, census.get(year)!)
    put('region.json', `${JSON.stringify(region, undefined, 2)}\n`)
    const cohorts = deriveFolder(path => files.get(path) ?? regions(path), id)!
    put('cohorts.csv', formatTable(cohorts))
    return cohorts.cohorts.factor
  }
  const dated = (id: string, rule: CountryRule): string[][] => {
    const known = [...figures.series(id, rule)]
    return known.map(([year, value], at) => [
      rule.name,
      String(year),
      digits(value),
      rule.unit,
      rule.evidence,
      tables.series.get(id)?.get(rule.of)?.get(year)?.source ?? rule.source,
      at > 0 && known[at - 1]![0] !== year - 1 && rule.file === 'series' ? 'Gap: not in the source' : rule.note,
    ])
  }
  const seriesOf = (id: string): string =>
    csv([['series', 'year', ...columns], ...of('series').flatMap(rule => dated(id, rule))])
  const figureRows = (id: string, name: 'figures' | 'nation'): string => {
    const rows = of(name).map(rule => {
      const value = figures.figure(id, rule)
      values.set(`${rule.name} ${rule.labels} ${id}`, value)
      return [rule.name, rule.labels, digits(value), rule.unit, String(start - 1), ...originOf(rule).slice(1)]
    })
    return csv([['name', 'labels', 'value', 'unit', 'year', ...columns.slice(2)], ...rows])
  }
  if (own.nation !== undefined) {
    const cohorts = { nationalPopulation: people, nationalMortality: mortality }
    const { currency, censuses, nation } = own
    putPeople(country, { id: country, kind: 'context', ...nation, start, currency, census: censuses[counted], cohorts })
    files.set(`${country}/figures.csv`, figureRows(country, 'nation'))
    files.set(`${country}/series.csv`, seriesOf(country))
    files.set(
      `${country}/paths.csv`,
      pathRows(read('paths.csv'), of('paths'), rule => figures.path(country, rule)),
    )
    for (const name of ['institutions.csv', 'outside.csv', 'targets.csv', 'words.csv'])
      if (read(name) !== undefined) files.set(`${country}/${name}`, read(name)!)
  }
  for (const { id, en, zh } of tables.areas) {
    const put = (file: string, text: string): void => void files.set(`${id}/${file}`, text)
    put('series.csv', seriesOf(id))
    const table = figures.sectorsOf(id)?.file
    if (table !== undefined) put('input-output.csv', table)
    const factor = putPeople(id, {
      id,
      kind: 'area',
      names: { en, zh },
      context: country,
      ...((own.whole ?? own.sums) && { within: unionId(country) }),
      start,
      currency: own.currency,
      census: own.censuses[counted],
      pastCensuses: earlier.toReversed().map(year => own.censuses[year]),
      cohorts: { startPopulation: people, censusMortality: mortality },
      ...(table === undefined ? {} : { inputOutput: own.inputOutput }),
    })
    put('figures.csv', withDerived(figureRows(id, 'figures'), factor, table))
    const paths = of('areaPaths')
    if (paths.length > 0)
      put(
        'paths.csv',
        pathRows(undefined, paths, rule => figures.path(id, rule)),
      )
  }
  if (own.whole !== undefined) {
    const flows = flowRows(tables).map(({ name, from, to, value, origin: o }) => [name, from, to, digits(value), ...o])
    const header = ['name', 'from', 'to', 'value', 'unit', 'evidence', 'source']
    files.set(`${unionId(country)}/flows.csv`, csv([header, ...flows]))
  }
  return {
    files,
    areas: tables.areas.map(({ id }) => id),
    figure: (name, labels, area) => values.get(`${name} ${labels} ${area}`) ?? Number.NaN,
  }
}

/**
 * The folders of all areas of `country`, of their context, and of their union, CN-all for CN. `read` finds files below
 * countries/<country>, `regions` those of the regions.
 */
export const countryPacks = (
  read: ReadText,
  country: string,
  regions: ReadText,
  { handmade, start: wanted }: { readonly handmade: boolean; readonly start?: number | undefined },
): CountryPacks => {
  const about = readCountry(read)
  const starts = offeredStarts(about, country, regions)
  const start = wanted ?? starts.at(-1)!
  if (!starts.includes(start)) {
    const at = { file: `countries/${country}/country.json`, message: fault.notInYear({ id: country, year: start }) }
    throw new PackError(country, [{ ...at, fix: fix.knownStarts({ years: starts.join(', ') }) }])
  }
  const derived = deriveCountry(read, country, start, regions)
  const files = new Map(derived.files)
  const copy = (id: string): void => {
    for (const file of folderFiles) {
      const text = regions(`${id}/${file}`)
      if (text === undefined) files.delete(`${id}/${file}`)
      else files.set(`${id}/${file}`, text)
    }
  }
  if (about.nation === undefined) {
    copy(country)
    // The history of the nation gives some paths for single areas: the others get one of their own.
    const history = `${country}/history.csv`
    files.set(history, appended(files.get(history)!, read('history.csv') ?? ''))
  }
  const isArea = (id: string): boolean => /"kind": *"area"/.test(regions(`${id}/region.json`) ?? '')
  const kept = handmade ? derived.areas.filter(isArea) : []
  // Known errors in an area's figures hold for the derived ones as well.
  for (const id of derived.areas) {
    const known = regions(`${id}/reporting.csv`)
    if (known !== undefined) files.set(`${id}/reporting.csv`, known)
  }
  type Fields = Record<string, unknown>
  const fields = (id: string): Fields => JSON.parse(files.get(`${id}/region.json`)!) as Fields
  const put = (id: string, file: Fields): void =>
    void files.set(`${id}/region.json`, `${JSON.stringify(file, undefined, 2)}\n`)
  for (const id of kept) {
    copy(id)
    // Fits belong to the region that they were made for, which is not among these folders.
    const { parameters: _, ...file } = fields(id)
    put(id, { ...file, within: unionId(country) })
  }
  // All areas open in the year of those that are made by hand.
  const { opens } = kept.length > 0 ? fields(kept[0]!) : {}
  if (opens !== undefined) for (const id of derived.areas) put(id, { ...fields(id), opens })
  for (const union of unionsOf(country, about, derived.areas))
    files.set(`${union.id}/region.json`, `${JSON.stringify(union, undefined, 2)}\n`)
  return { files, areas: derived.areas, kept }
}
