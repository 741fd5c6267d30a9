/**
 * An area of somebody's own in a country whose areas follow from rules: a few series are asked of it, and the rules make its
 * folder of them. What is not asked or given is the part of the nation's that goes with a series that is.
 */

import { csvFormat, csvFormatRows } from 'd3-dsv'
import { messages as fix } from '../../texts/fix.ts'
import { messages as fault } from '../../texts/region.ts'
import { PackError, type PackProblem } from '../problems.ts'
import { readRows } from '../rows.ts'
import type { Names, ReadText } from '../types.ts'
import { type Completed, joinedSources } from '../own/import.ts'
import { type AskedArea, askedAreaIn } from '../schema.ts'
import { countryPacks, readCountry } from './packs.ts'
import { tableRows } from './tables.ts'

/** Years that rules look back from the start: a mean of ten years' changes. */
const yearsAsked = 11

const columns = ['series', 'year', 'value', 'unit', 'source']

type SeriesRow = Readonly<Record<string, string>>

const seriesRows = (read: ReadText): SeriesRow[] =>
  tableRows('tables/series.csv', read('tables/series.csv'), ['area', ...columns].join(' '))

/** The last census before the start. */
const countedBefore = (read: ReadText, start: number): string =>
  Object.keys(readCountry(read).censuses).findLast(year => Number(year) < start)!

/** The series asked of an area, in the order in which it is filled in, with its names; undefined where the country asks nothing. */
export const askedSeries = (read: ReadText): ReadonlyMap<string, Names> | undefined => {
  const { asked } = readCountry(read)
  return asked && new Map(Object.entries(asked).map(([name, { names }]) => [name, names]))
}

/** The years of which series are asked, before the last start. */
export const askedYears = (read: ReadText): readonly number[] => {
  const start = readCountry(read).starts!.at(-1)!
  return Array.from({ length: yearsAsked }, (_, at) => start - yearsAsked + at)
}

/** The files that a template shows of an area: its id and names, the series asked, and the people counted last. */
export const askedTexts = (read: ReadText, country: string, area: string): ReadonlyMap<string, string> => {
  const start = readCountry(read).starts!.at(-1)!
  const rows = seriesRows(read).filter(row => row['area'] === area)
  const years = askedYears(read)
  const asked = [...askedSeries(read)!.keys()].flatMap(name =>
    rows.filter(row => row['series'] === name && years.includes(Number(row['year']))),
  )
  const counted = countedBefore(read, start)
  const people = tableRows('tables/census.csv', read('tables/census.csv'), 'area year sex age persons deaths')
    .filter(row => row['area'] === area && row['year'] === counted)
    .map(row => [row['sex']!, row['age']!, row['persons']!, row['deaths']!])
  const { en, zh } = tableRows('areas.csv', read('areas.csv'), 'id en zh').find(({ id }) => id === area)!
  const about = { id: area, kind: 'area', names: { en, zh }, context: country, start }
  return new Map([
    [`${area}/region.json`, JSON.stringify(about)],
    [`${area}/series.csv`, csvFormatRows([columns, ...asked.map(row => columns.map(column => row[column]!))])],
    [`${area}/census.csv`, csvFormatRows([['sex', 'age', 'persons', 'deaths'], ...people])],
    ['sources.csv', read('sources.csv')!],
  ])
}

/** Rows of series that are given; an empty value is none. Throws a PackError in the rows of the file. */
const givenRows = (file: string, text: string, units: ReadonlyMap<string, string>): SeriesRow[] => {
  const problems: PackProblem[] = []
  const rows = readRows({ file, text, sources: {}, problems }, columns, { open: true }).filter(row => {
    const { series = '', value } = row.fields
    const unit = units.get(series)
    if (unit === undefined) row.unknownName('series', series, units.keys(), fix.removeFigure())
    else row.checkUnit(series, unit)
    return value !== '' && Number.isFinite(row.number('value')) && Number.isFinite(row.year())
  })
  if (problems.length > 0) throw new PackError(file, problems)
  return rows.map(({ fields }) => fields)
}

/** The row of the year that is nearest. */
const nearestTo = (year: number, rows: readonly SeriesRow[] = []): SeriesRow | undefined =>
  rows.toSorted((a, b) => Math.abs(Number(a['year']) - year) - Math.abs(Number(b['year']) - year))[0]

/** The series of the nation; of one that it lacks the sum of its areas. */
const seriesOfNation = (country: string, rows: readonly SeriesRow[]): ReadonlyMap<string, readonly SeriesRow[]> => {
  const found = Map.groupBy(rows, ({ series = '' }) => series)
  return new Map(
    [...found].map(([name, all]) => {
      const own = all.filter(row => row['area'] === country)
      const years = Map.groupBy(all, ({ year = '' }) => year)
      const sums = [...years.values()].map(([row, ...more]) => ({
        ...row,
        value: String(more.reduce((sum, { value }) => sum + Number(value), Number(row!['value']))),
      }))
      return [name, own.length > 0 ? own : sums]
    }),
  )
}

/** Rules whose figure rests on a series that nobody gave: assumed. */
const regraded = (read: ReadText, missing: ReadonlySet<string>): string => {
  const rules = tableRows('rules.csv', read('rules.csv'), 'file name rule of evidence source')
  const resting = new Set(missing)
  const rests = (chain: string): boolean =>
    (chain.match(/(?<![\w:.])[A-Za-z]\w*(?!\w*:)/g) ?? []).some(one => resting.has(one))
  const own = rules.filter(({ file }) => file === 'own')
  for (let before = -1; before < resting.size; ) {
    before = resting.size
    for (const { name, of } of own) if (rests(of!)) resting.add(name!)
  }
  const isAreas = (file = ''): boolean => ['figures', 'series', 'vital', 'areaPaths'].includes(file)
  return csvFormat(
    rules.map(one =>
      isAreas(one['file']) && rests(one['of']!) ? { ...one, evidence: 'assumed', source: 'judgement' } : one,
    ),
  )
}

/**
 * The folders of the country with one area more, which stands alone in it, or in place of the one of the same id. `given`
 * are its files as a template asks for them.
 */
const withOwnArea = (
  read: ReadText,
  { id: area, names, context: country, start: wanted }: AskedArea & { readonly id: string },
  given: ReadText,
  regions: ReadText,
): ReadonlyMap<string, string> => {
  const about = readCountry(read)
  const start = wanted ?? about.starts!.at(-1)!
  const others = seriesRows(read).filter(row => row['area'] !== area)
  const nation = seriesOfNation(country, others)
  const units = new Map([...nation].map(([name, [row]]) => [name, row!['unit']!]))
  const file = `${area}/series.csv`
  const own = Map.groupBy(givenRows(file, given(file) ?? columns.join(), units), ({ series = '' }) => series)
  const absent = Object.keys(about.asked!).filter(name => !own.has(name))
  if (absent.length > 0)
    throw new PackError(
      area,
      absent.map(name => ({ file, message: fault.missing({ name }), fix: fix.addFigure({ unit: units.get(name)! }) })),
    )
  const carrierOf = new Map(
    Object.entries(about.asked!).flatMap(([name, { carries = [] }]) => carries.map(one => [one, name] as const)),
  )
  /** The part of the nation that the area is in a year, by what it has of a series. */
  const partIn = (carrier: string, year: number): number | undefined => {
    const here = nearestTo(year, own.get(carrier))
    return here && Number(here['value']) / Number(nearestTo(Number(here['year']), nation.get(carrier))!['value'])
  }
  const shared = [...nation].flatMap(([name, rows]) => {
    if (own.has(name)) return []
    const carrier = carrierOf.get(name)
    return rows.map(row => {
      const part = carrier === undefined ? 1 : partIn(carrier, Number(row['year']))
      return { ...row, area, source: 'judgement', value: String(Number(row['value']) * (part ?? 1)) }
    })
  })
  const census = [...tableRows('tables/census.csv', read('tables/census.csv'), 'area year sex age persons deaths')]
  const counted = countedBefore(read, start)
  const people = census.flatMap(row => {
    if (row['area'] !== country || (row['year'] === counted && given(`${area}/census.csv`) !== undefined)) return []
    const part = partIn('residents', Number(row['year'])) ?? 1
    const [persons, deaths] = ['persons', 'deaths'].map(column => String(Math.round(Number(row[column]) * part)))
    return [{ ...row, area, persons, deaths }]
  })
  const theirs = tableRows(
    `${area}/census.csv`,
    given(`${area}/census.csv`) ?? 'sex,age,persons,deaths\n',
    'sex age persons deaths',
  )
  const counts = theirs.map(row => ({ area, year: counted, ...row }))
  const texts: Readonly<Record<string, string>> = {
    'country.json': JSON.stringify({ ...about, sums: undefined, unions: {} }),
    'areas.csv': csvFormat([{ id: area, en: names.en, zh: names.zh ?? names.en }]),
    'tables/series.csv': csvFormat([
      ...others.filter(row => row['area'] === country),
      ...[...own.values()].flat().map(row => ({ ...row, area })),
      ...shared,
    ]),
    'tables/census.csv': csvFormat([...census.filter(row => row['area'] === country), ...people, ...counts]),
    // The derivation of the people reads the sources of births and deaths.
    'sources.csv': joinedSources(given('sources.csv') ?? 'id,what,url\n', read('sources.csv')!),
    'rules.csv': regraded(read, new Set([...nation.keys()].filter(name => !own.has(name)))),
  }
  return countryPacks(path => texts[path] ?? read(path), country, regions, { handmade: false, start }).files
}

/** Texts that were brought, with the folders that the rules of its country, of the tables in `countries`, make of an area without figures. */
export const completedBy =
  (countries: (country: string) => ReadText | undefined) =>
  (texts: ReadonlyMap<string, string>, own: ReadText, id: string): Completed => {
    const area = askedAreaIn(texts.get(`${id}/region.json`) ?? '')
    const country = area && !texts.has(`${id}/figures.csv`) ? countries(area.context) : undefined
    if (area === undefined || country === undefined || askedSeries(country) === undefined) return { texts, own }
    const made = withOwnArea(country, { ...area, id }, path => texts.get(path), own)
    const ofArea = [...made].filter(([path]) => path.startsWith(`${id}/`))
    return { texts: new Map([...texts, ...ofArea]), own: path => made.get(path) ?? own(path) }
  }
