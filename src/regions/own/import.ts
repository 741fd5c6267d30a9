/** Imports a user's own region from a folder, an archive or a workbook, or reports all its problems. */

import { csvFormatRows, csvParseRows } from 'd3-dsv'
import { messages as fault } from '../../texts/region.ts'
import { messages as fix } from '../../texts/fix.ts'
import { asItOpens } from '../at-start.ts'
import { loadRegion } from '../load.ts'
import { PackError, type PackProblem } from '../problems.ts'
import type { ReadText, RegionData, Required } from '../types.ts'
import { filesOfZip } from './archive.ts'
import { fromChinese } from './chinese.ts'
import { impossibleFigures } from './impossible.ts'
import { sheetsOfXlsx } from './read-spreadsheet.ts'
import { type Repair, repairOf, csvTablesOf, withRepairs } from './repair.ts'
import { type BroughtFile, broughtTexts } from './texts.ts'
import { type Brought, textsOfWorkbook } from './workbook.ts'

/** One .xlsx or .zip file, or the files of a folder. Throws a BroughtError on a damaged or too large one. */
export const bringFiles = async (files: readonly BroughtFile[]): Promise<Brought> => {
  const [only] = files
  if (files.length === 1 && only !== undefined && /\.xlsx$/i.test(only.path)) {
    return textsOfWorkbook((await sheetsOfXlsx(only.bytes)).map(fromChinese))
  }
  const unpacked =
    files.length === 1 && only !== undefined && /\.zip$/i.test(only.path) ? filesOfZip(only.bytes) : files
  return { ...broughtTexts(unpacked), sheetOf: new Map() }
}

export interface ImportProblem extends PackProblem {
  /** The change of cells that fixes it, where only one does. */
  readonly repair?: Repair
}

export interface Imported {
  /** Undefined where it cannot be loaded. One with problems is for looking at them, not for use. */
  readonly region: RegionData | undefined
  /** In the words and rows of what was brought. */
  readonly problems: readonly ImportProblem[]
  /** All that the region needs, also from the program: a folder of packs of its own. */
  readonly texts: ReadonlyMap<string, string>
  readonly unread: readonly string[]
}

/**
 * The sources that were brought, with the program's below them, so that rows keep their numbers; of the same id those
 * that were brought are meant. A file that says nothing new leaves the program's as it is.
 */
export const joinedSources = (brought: string, own: string): string => {
  const [header = [], ...theirs] = csvParseRows(brought)
  const [ownHeader = [], ...ours] = csvParseRows(own)
  if (header.join() !== ownHeader.join()) return brought
  const key = (row: readonly string[]): string => row.join('\n')
  const known = new Set(ours.map(key))
  if (theirs.every(row => row.join('') === '' || known.has(key(row)))) return own
  const given = new Set(theirs.map(([id]) => id))
  return `${brought.trimEnd()}\n${csvFormatRows(ours.filter(([id]) => !given.has(id)))}\n`
}

const joined = (brought: ReadonlyMap<string, string>, own: ReadText): ReadText => {
  const theirs = brought.get('sources.csv')
  const ours = own('sources.csv')
  const sources = theirs === undefined || ours === undefined ? (theirs ?? ours) : joinedSources(theirs, ours)
  return path => (path === 'sources.csv' ? sources : (brought.get(path) ?? own(path)))
}

const kindIn = (text: string): string | undefined => /"kind"\s*:\s*"(\w+)"/.exec(text)?.[1]

/** The brought regions that can be run: a union before areas. */
const candidates = (texts: ReadonlyMap<string, string>): string[] => {
  const found = [...texts].flatMap(([path, text]) => {
    const [, id] = /^([\w-]+)\/region\.json$/.exec(path) ?? []
    const kind = kindIn(text)
    return id === undefined ? [] : [{ id, kind }]
  })
  const unions = found.filter(({ kind }) => kind === 'union')
  // Areas without figures came along because the nation's paths name them.
  const areas = found.filter(({ id, kind }) => kind === 'area' && texts.has(`${id}/figures.csv`))
  const [chosen = []] = [unions, areas, found.filter(({ kind }) => kind === 'area'), found].filter(
    one => one.length > 0,
  )
  return chosen.map(({ id }) => id)
}

const chosenFrom = (ids: readonly string[], wanted: string | undefined): string | PackProblem => {
  if (wanted !== undefined && ids.includes(wanted)) return wanted
  const [only] = ids
  if (wanted === undefined && ids.length === 1 && only !== undefined) return only
  if (only === undefined) {
    return { file: 'region.json', message: fault.noRegion(), fix: fix.regionIs() }
  }
  const message =
    wanted === undefined
      ? fault.severalRegions({ count: ids.length, ids: ids.join(', ') })
      : fault.otherRegion({ id: wanted })
  return { file: 'region.json', message, fix: fix.nameOne() }
}

/** Read by commands that look back or draw, not by all that open a region. */
const readLater =
  /\/(region|model-error|claims|map|votes|parameters-\w+)\.json$|\/(census-\d+|history|later|levers|past|targets|moments|reporting|facts|provinces|provinces-output|cities|closures|parameters-\w+-draws)\.csv$/

/** The brought files with repairs applied; those given stay as they are. */
export const repairedBrought = (brought: Brought, repairs: readonly Repair[]): Brought => ({
  ...brought,
  texts: withRepairs(brought.texts, repairs),
})

/** Ids of brought folders that the program has with other files; on some disks names that differ in case are the same. */
const takenIds = (texts: ReadonlyMap<string, string>, program: ReadText): string[] => {
  const changed = [...texts].flatMap(([path, text]) => {
    const [folder = '', file] = path.split('/')
    const has = (id: string): boolean => program(`${id}/region.json`) !== undefined
    const otherCase = [folder.toUpperCase(), folder.toLowerCase()].some(id => id !== folder && has(id))
    return file !== undefined && (otherCase || (has(folder) && program(path) !== text)) ? [folder] : []
  })
  return [...new Set(changed)]
}

/** The files of a region, and those of the program that go with them. */
export interface Completed {
  readonly texts: Brought['texts']
  readonly own: ReadText
}

/** Further tests before a region is ready; the loader knows neither the other regions nor how one is run. */
export interface Checks {
  /** Files of the program: a folder of the same id may bring no others, or the two would be mixed. */
  readonly program?: ReadText
  /** Runs the region and says what is wrong with the run. */
  readonly trial?: (region: RegionData) => readonly PackProblem[]
  /** Adds the folders that the rules of its country make of an area without figures. */
  readonly complete?: (texts: Brought['texts'], own: ReadText, id: string) => Completed
}

/**
 * Loads what was brought, with the packs of the program for what it does not hold itself (its nation, comparators,
 * sources). `wanted` is needed where several regions were brought. Never throws on bad data: every problem is reported.
 */
export const importRegion = (
  brought: Brought,
  own: ReadText,
  required: readonly Required[],
  wanted?: string,
  {
    program = () => undefined,
    trial = () => [],
    complete = (texts, ofProgram) => ({ texts, own: ofProgram }),
  }: Checks = {},
): Imported => {
  const tables = csvTablesOf(brought.texts)
  const named = (problem: PackProblem): ImportProblem => {
    const repair = repairOf(problem, tables)
    const sheet = problem.sheet ?? brought.sheetOf.get(problem.file)
    return { ...problem, ...(sheet === undefined ? {} : { sheet }), ...(repair === undefined ? {} : { repair }) }
  }
  const failed = (problems: readonly PackProblem[]): Imported => ({
    region: undefined,
    problems: problems.map(named),
    texts: brought.texts,
    unread: brought.unread,
  })
  if (brought.problems.length > 0) return failed(brought.problems)
  const id = chosenFrom(candidates(brought.texts), wanted)
  if (typeof id !== 'string') return failed([id])
  const taken = takenIds(brought.texts, program)
  if (taken.length > 0) {
    return failed(
      taken.map(one => {
        const message = fault.idTaken({ id: one })
        return { file: `${one}/region.json`, field: 'id', message, fix: fix.otherId() }
      }),
    )
  }
  const wasRead = new Set<string>()
  try {
    const whole = complete(brought.texts, own, id)
    const read = joined(whole.texts, whole.own)
    const texts = new Map(whole.texts)
    const noting: ReadText = path => {
      const text = read(path)
      wasRead.add(path)
      if (text !== undefined) texts.set(path, text)
      return text
    }
    const region = loadRegion(noting, id, required)
    const impossible = impossibleFigures(region)
    // It is run as it opens, which may be later than its figures and then needs its past.
    const problems = impossible.length > 0 ? impossible : trial(asItOpens(noting, region))
    const strange = [...brought.texts.keys()].filter(path => !wasRead.has(path) && !readLater.test(path))
    const unread = [...brought.unread, ...strange.map(path => brought.sheetOf.get(path) ?? path)]
    return { region, problems: problems.map(named), texts, unread }
  } catch (problem) {
    if (problem instanceof PackError) return failed(problem.problems)
    throw problem
  }
}
