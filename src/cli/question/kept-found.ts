/** Keeps what a question found, so that the same one is not computed again: by this program, of the same files. */

import { deserialize, serialize } from 'node:v8'
import { modelHash } from '../../analysis/region/fingerprint.ts'
import type { PreparedQuestion } from '../../questions/core/ask.ts'
import type { ReadText } from '../../regions/types.ts'
import { openedHash } from '../input/kept-opening.ts'
import { keep, readKept, contentHash, standardFolder } from '../kept.ts'
import { loadedStamp } from '../stamp.ts'

/** Milliseconds: what takes less is computed as fast as it is found. */
const leastTime = 100
const mostKept = 40
const mostBytes = 20e6

interface Kept {
  /** The files of the region, by path, from which it was opened and which it was found with. */
  readonly files: Readonly<Record<string, string>>
  readonly found: unknown
}

const remembered = new WeakMap<ReadText, Set<string>>()

/** Reads, and remembers what it read beside the files `ofProgram`: a result is that of the same files alone. */
export const remembering = (read: ReadText, ofProgram: boolean): ReadText => {
  const paths = new Set<string>()
  const reading: ReadText = path => {
    if (!ofProgram) paths.add(path)
    return read(path)
  }
  remembered.set(reading, paths)
  return reading
}

const hashesOf = (read: ReadText, paths: Iterable<string>): Record<string, string> =>
  Object.fromEntries(Array.from(paths, path => [path, contentHash(read(path) ?? '\0')]))

/** A hash of all that decides what is found, but for files; undefined where something of it is no plain data. */
const keyOf = ({ of, asked: { open, inputs, scenario, choices, brief } }: PreparedQuestion): string | undefined => {
  const { region, linked, simulator } = open
  const stated = [inputs, scenario, choices.map(choice => choice.scenario), simulator.horizon, brief]
  try {
    return contentHash(loadedStamp(), of.name, modelHash(linked.source), openedHash(region), serialize(stated))
  } catch {
    return undefined
  }
}

const runsSimulations = ({ of, asked }: PreparedQuestion): boolean =>
  of.simulates?.(asked) ?? Object.hasOwn(of.inputs as object, 'simulations')

/**
 * The result of `compute`, or, where it runs simulations, its former one. Nothing is kept where the environment says
 * HEARTLAND_RESULTS=new, as tests and timings do.
 */
export const keptFound = async (
  prepared: PreparedQuestion,
  compute: () => Promise<unknown>,
  folder: string = standardFolder,
): Promise<unknown> => {
  const read = prepared.asked.open.files?.read
  const paths = read && remembered.get(read)
  const wanted = process.env['HEARTLAND_RESULTS'] !== 'new' && runsSimulations(prepared)
  const key = wanted ? keyOf(prepared) : undefined
  if (read === undefined || paths === undefined || key === undefined) return compute()
  const name = `${key}.found`
  const bytes = readKept(folder, name)
  try {
    const { files, found } = deserialize(bytes!) as Kept
    const now = hashesOf(read, Object.keys(files))
    if (Object.entries(files).every(([path, one]) => now[path] === one)) return found
  } catch {
    // None, or half of one.
  }
  const begun = performance.now()
  const found = await compute()
  if (performance.now() - begun < leastTime) return found
  try {
    const content = serialize({ files: hashesOf(read, [...paths]), found } satisfies Kept)
    if (content.length <= mostBytes) keep(folder, name, content, mostKept)
  } catch {
    // A result that holds more than data is computed each time.
  }
  return found
}
