/** `heartland fetch` fills the template of an area from the services of statistical offices, by the recipes of its country. */

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Command } from 'commander'
import { csvFormat, csvParse } from 'd3-dsv'
import { type Message, ReportedError, UsageError } from '../../../language/messages.ts'
import { askedTexts, askedYears } from '../../../regions/country/own-area.ts'
import { figuresIn, filled, type Recipe, recipesOf } from '../../../regions/country/fetched.ts'
import { countryIds, countryOfArea, countryTablesOf } from '../../../regions/country/on-demand.ts'
import { tableRows } from '../../../regions/country/tables.ts'
import { joinedSources } from '../../../regions/own/import.ts'
import { messages as say } from '../../../texts/fetch.ts'
import { languageFrom, languageOption } from '../../input/common-options.ts'
import { writeNew } from '../../input/new-file.ts'
import { refuseFilled } from '../../input/new-folder.ts'
import { regionCalled } from '../../input/opening.ts'
import { note, type Session } from '../../terminal/session.ts'
import { version } from '../../version.ts'

interface FetchOptions {
  readonly out?: string
  readonly offline?: boolean
  readonly lang: string
}

/** Lists the answers that are kept. */
const indexFile = 'raw/index.csv'

interface Patience {
  /** For one try. */
  readonly seconds: number
  readonly tries: number
  /** Before the second try; twice as long before the next. */
  readonly pause: number
}

/** The bytes of an address as text. Throws a ReportedError with the reason where none come; a service that is busy is asked again. */
export const answerFrom = async (
  address: string,
  { seconds, tries, pause }: Patience = { seconds: 60, tries: 3, pause: 2 },
): Promise<string> => {
  try {
    const headers = { 'user-agent': `heartland/${version()}` }
    const answer = await fetch(address, { headers, signal: AbortSignal.timeout(seconds * 1000) })
    if (answer.ok) return await answer.text()
    const reason = say.refused({ status: answer.status, text: answer.statusText })
    if (answer.status < 500 && answer.status !== 429) throw new ReportedError(reason)
    if (tries === 1) throw new ReportedError(reason)
  } catch (problem) {
    if (problem instanceof ReportedError) throw problem
    if (tries === 1) {
      if ((problem as Error).name === 'TimeoutError') throw new ReportedError(say.tooLong({ seconds }))
      const { cause = problem } = problem as Error
      throw new ReportedError(say.noAnswer({ why: (cause as Error).message }))
    }
  }
  await wait(pause * 1000)
  return answerFrom(address, { seconds, tries: tries - 1, pause: 2 * pause })
}

/** An answer that is kept, as raw/index.csv lists it. */
interface Kept {
  readonly file: string
  readonly address: string
  readonly date: string
  readonly sha256: string
  readonly text: string
}

const textAt = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The answers that are kept in a folder, by file; one that was altered since is none. */
const keptIn = (out: string): Map<string, Kept> => {
  const rows = csvParse(textAt(join(out, indexFile)) ?? '') as unknown as Kept[]
  const own = rows.filter(({ file }) => /^raw\/[\w-]+\.(csv|json)$/.test(file))
  const found = own.map(row => ({ ...row, text: textAt(join(out, row.file)) ?? '' }))
  return new Map(found.filter(({ text, sha256 }) => sha256Of(text) === sha256).map(one => [one.file, one]))
}

/** The answer to a recipe that is kept, or else a new one. Throws a ReportedError with the reason where there is none. */
const answerTo = async (
  recipe: Recipe,
  address: string,
  kept: ReadonlyMap<string, Kept>,
  offline = false,
): Promise<Kept> => {
  const file = `raw/${recipe.source}.${recipe.format === 'csv' ? 'csv' : 'json'}`
  const known = kept.get(file)
  if (known?.address === address) return known
  if (offline) throw new ReportedError(say.notKept({ file }))
  const keys = [...address.matchAll(/\{([A-Z_]+)\}/g)].map(([, variable = '']) => {
    const key = process.env[variable]?.trim() ?? ''
    if (key === '') throw new ReportedError(say.keyMissing({ variable, place: recipe.keyFrom }))
    return [variable, key] as const
  })
  const answer = await answerFrom(filled(address, Object.fromEntries(keys)))
  // Some services repeat the key.
  const text = keys.reduce((without, [variable, key]) => without.replaceAll(key, `{${variable}}`), answer)
  return { file, address, date: new Date().toISOString().slice(0, 10), sha256: sha256Of(text), text }
}

type SeriesRow = Readonly<Record<'series' | 'year' | 'value' | 'unit' | 'source', string>>

const rowsOf = (text: string): SeriesRow[] => csvParse(text) as unknown as SeriesRow[]

/** Rows of a recipe's series. Throws a ReportedError where they are unlike those that the program has. */
const rowsBy = ({ series, source }: Recipe, figures: ReadonlyMap<number, string>, known: readonly SeriesRow[]) => {
  const own = known.filter(row => row.series === series)
  const last = own.findLast(({ year }) => figures.has(Number(year)))
  const value = last && figures.get(Number(last.year))!
  // Offices revise, but never by so much.
  if (last && Math.abs(Number(value) / Number(last.value) - 1) > 0.25)
    throw new ReportedError(say.unlike({ value: value!, year: last.year, known: last.value }))
  const { unit } = own[0]!
  return [...figures].map(([year, one]): SeriesRow => ({ series, year: String(year), value: one, unit, source }))
}

const fetchArea = async (session: Session, word: string, options: FetchOptions): Promise<void> => {
  const tell = ({ text }: Pick<Message, 'text'>): void => note(session, text[languageFrom(options.lang)])
  const id = regionCalled(word)
  const of = countryOfArea(id)
  const recipes = of && recipesOf(of.read)
  if (of === undefined || recipes === undefined) {
    const known = countryIds().filter(country => countryTablesOf(country)!('recipes.csv') !== undefined)
    throw new UsageError(say.noRecipes({ word, known: known.join(', ') }))
  }
  const { out = id } = options
  if (!existsSync(join(out, indexFile))) refuseFilled(out)
  const kept = keptIn(out)
  const template = askedTexts(of.read, of.country, id)
  const seriesFile = `${id}/series.csv`
  const known = rowsOf(template.get(seriesFile)!)
  const place = tableRows('areas.csv', of.read('areas.csv'), 'id').find(row => row['id'] === id)!
  const fetched: SeriesRow[] = []
  const sources: Array<Readonly<Record<'id' | 'what' | 'url', string>>> = []
  const failed = new Set<string>()
  for (const recipe of recipes) {
    const years = askedYears(of.read).filter(one => one >= Number(recipe.from) && one <= Number(recipe.to || one))
    if (years.length === 0) continue
    const span = { from: String(years[0]), to: String(years.at(-1)), years: years.join(',') }
    const values = { ...place, ...span, area: id.slice(of.country.length + 1) }
    const address = filled(recipe.address, values)
    try {
      const answer = await answerTo(recipe, address, kept, options.offline)
      fetched.push(...rowsBy(recipe, figuresIn(recipe, answer.text, values, years), known))
      // Only one that held figures: a page of an error would be found again the next time.
      kept.set(answer.file, answer)
      sources.push({ id: recipe.source, what: `${recipe.what}, fetched on ${answer.date}`, url: address })
    } catch (problem) {
      if (!(problem instanceof ReportedError)) throw problem
      failed.add(recipe.series)
      tell(say.notFetched({ series: recipe.series, reason: problem.messages[0]!.text, address }))
    }
  }
  // Whole or not at all: no series is made of two vintages.
  const bySeries = Map.groupBy(fetched, ({ series }) => series)
  for (const series of failed) bySeries.delete(series)
  for (const [series, rows] of bySeries) {
    const [from, to] = [rows[0]!.year, rows.at(-1)!.year]
    const named = [...new Set(rows.map(({ source }) => source))].join(', ')
    tell(say.fetched({ series, count: rows.length, from, to, sources: named }))
  }
  if (failed.size > 0) session.exitCode = 1
  if (bySeries.size === 0) return
  // Cells that somebody filled in since the last time stay, but for the series that are fetched.
  const texts = new Map([...template].map(([path, text]) => [path, textAt(join(out, path)) ?? text]))
  const others = rowsOf(texts.get(seriesFile)!)
  const names = new Set([...known, ...others].map(({ series }) => series))
  const rows = [...names].flatMap(name => bySeries.get(name) ?? others.filter(({ series }) => series === name))
  texts.set(seriesFile, csvFormat(rows))
  const named = csvFormat([...new Map(sources.map(one => [one.id, one])).values()])
  texts.set('sources.csv', joinedSources(named, texts.get('sources.csv')!))
  for (const { file, text } of kept.values()) texts.set(file, text)
  texts.set(indexFile, csvFormat([...kept.values()], ['file', 'address', 'date', 'sha256']))
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(out, path)), { recursive: true })
    writeNew(join(out, path), text, { overwrite: true })
  }
  tell(say.saved({ out, missing: [...failed].join(', ') }))
}

export const define = (command: Command, session: Session): void => {
  command
    .option('-o, --out <folder>', 'the folder to write (default: the id of the area)')
    .option('--offline', 'use only the answers that are kept in the folder')
    .option(...languageOption)
    .action((area: string, options: FetchOptions) => fetchArea(session, area, options))
}
