/** Arranges the files of a user's region as texts by path ('MY-REGION/figures.csv'). */

import { messages as fault } from '../../texts/region.ts'
import { messages as fix } from '../../texts/fix.ts'
import { messages as unreadable } from '../../texts/brought.ts'
import type { PackProblem } from '../problems.ts'
import { ReportedError } from '../../language/messages.ts'
import { mostBytes, mostCells, mostColumns, mostFiles, mostRows } from './budget.ts'

/** A file as it was dropped, chosen or found in an archive. */
export interface BroughtFile {
  /** With the folders it lay in, such as 'Downloads/MY-REGION/figures.csv'. */
  readonly path: string
  readonly bytes: Uint8Array
}

export interface BroughtTexts {
  readonly texts: ReadonlyMap<string, string>
  /** Files that are no part of a pack. */
  readonly unread: readonly string[]
  readonly problems: readonly PackProblem[]
}

/** Files that systems and editors leave behind in folders, and the answers that `heartland fetch` keeps. */
const isDebris = (path: string): boolean =>
  path.endsWith('/') ||
  path.split('/').some(part => part.startsWith('.') || part.startsWith('~$') || part === '__MACOSX' || part === 'raw')

const slashes = (path: string): string => path.replaceAll('\\', '/').replace(/^(\.?\/)+/, '')

/**
 * UTF-8, or the encoding in which Chinese spreadsheets save CSV files; undefined where it is neither. Chinese comes in
 * pairs of high bytes; a lonely one is a letter with an accent of some other encoding, which would be read as Chinese.
 */
const decode = (bytes: Uint8Array): string | undefined => {
  const mayBeChinese = bytes.some((byte, at) => byte > 0xa0 && bytes[at + 1]! > 0xa0)
  for (const encoding of mayBeChinese ? ['utf-8', 'gb18030'] : ['utf-8']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next one may fit.
    }
  }
  return undefined
}

/** Rows and most columns of a table, without taking it apart: a large one would fill the memory. */
const sizeOf = (text: string): { readonly rows: number; readonly columns: number } => {
  let [rows, columns, here] = [1, 1, 1]
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 34) quoted = !quoted
    else if (!quoted && code === 44) columns = Math.max(columns, ++here)
    // A line ends with a line feed, a carriage return, or both.
    else if (!quoted && (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10))) {
      rows++
      here = 1
    }
  }
  return { rows, columns }
}

const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/')

/** The folder in which the folders of regions lie: above the first region.json. */
const rootOf = (paths: readonly string[]): string => {
  const [first] = paths
    .filter(path => path === 'region.json' || path.endsWith('/region.json'))
    .toSorted((a, b) => a.split('/').length - b.split('/').length)
  if (first === undefined) return ''
  const root = folderOf(folderOf(first))
  return root === '' ? '' : `${root}/`
}

const idIn = (text: string | undefined): string | undefined => /"id"\s*:\s*"([A-Za-z0-9-]+)"/.exec(text ?? '')?.[1]

/** Thrown for files that cannot be read at all; faults of what is in them are problems of the region. */
export class BroughtError extends ReportedError {}

/**
 * The texts of files, wherever their folder lay. A folder that was chosen from the inside, so that region.json has no
 * folder, gets the id for its name.
 */
export const broughtTexts = (files: readonly BroughtFile[]): BroughtTexts => {
  const problems: PackProblem[] = []
  if (files.length > mostFiles || files.reduce((sum, { bytes }) => sum + bytes.length, 0) > mostBytes) {
    throw new BroughtError(unreadable.filesLarge({ files: mostFiles, megabytes: mostBytes / 1e6 }))
  }
  const wanted = files
    .map(({ path, bytes }) => ({ path: slashes(path), bytes }))
    .filter(({ path }) => !isDebris(path))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const root = rootOf(wanted.map(({ path }) => path))
  const inside = wanted.some(({ path }) => path === 'region.json')
  const texts = new Map<string, string>()
  const unread: string[] = []
  for (const { path, bytes } of wanted) {
    const short = path.startsWith(root) ? path.slice(root.length) : path
    if (!/^([\w-]+\/)?[\w-]+\.(csv|json)$/.test(short)) {
      unread.push(path)
      continue
    }
    const text = decode(bytes)
    if (text === undefined) {
      problems.push({ file: short, message: fault.encoding(), fix: fix.saveAsUtf8() })
      continue
    }
    const { rows, columns } = short.endsWith('.csv') ? sizeOf(text) : { rows: 0, columns: 0 }
    if (rows > mostRows || columns > mostColumns || rows * columns > mostCells) {
      const message = fault.tableLarge({ rows, columns, mostRows, mostColumns })
      problems.push({ file: short, message, fix: fix.splitTable() })
    } else texts.set(short, text)
  }
  if (!inside) return { texts, unread, problems }
  const id = idIn(texts.get('region.json')) ?? 'region'
  const named = [...texts].map(
    ([path, text]) => [path.includes('/') || path === 'sources.csv' ? path : `${id}/${path}`, text] as const,
  )
  return { texts: new Map(named), unread, problems }
}
