/**
 * A result folder: finished results with a manifest, and chunks not yet put together. What the manifest names is whole.
 *
 *   manifest.json  which ensemble, which members, sizes and checksums of the files
 *   members/       one row a member, a file for each part of 8192 members
 *   bands.parquet  one row an outcome and step · probabilities.parquet · traces.parquet · summary.json
 *   counts.bin     from which the bands follow, and which counts of other chunks are added to
 *   chunks/        work in progress: what a resumed run goes on from
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ChunkRecord } from './chunk.ts'
import { makeFolder, sweepFolder, syncFolder, writeText } from './disk.ts'
import { checkFile, type FileMark, joinRanges, type Range, rangeName, showRange } from './files.ts'
import { differences, type Identity, type KeptJob } from './job.ts'
import { lockFolder } from './lock.ts'
import { EnsembleError } from './problems.ts'

export interface Stop {
  /** Largest error of a band relative to its width that was asked for, and what it is. */
  readonly wanted: number
  readonly reached: number
  readonly outcome: string
}

export interface Manifest {
  readonly format: 'heartland ensemble'
  readonly version: 1
  readonly id: string
  readonly identity: Identity
  readonly job: KeptJob
  /** `stopped`: as many as the stop rule wanted. `partial`: more are to come, or are elsewhere. */
  readonly state: 'complete' | 'stopped' | 'partial'
  /** Members in the tables. */
  readonly ranges: readonly Range[]
  readonly stop?: Stop
  /** By path inside the folder. */
  readonly files: Readonly<Record<string, FileMark>>
}

export const chunksFolder = (folder: string): string => join(folder, 'chunks')
const manifestPath = (folder: string): string => join(folder, 'manifest.json')
/** New results that are whole but not yet in their place. */
const nextFolder = (folder: string): string => join(folder, '.next')

const writeManifest = (folder: string, manifest: Manifest): void =>
  writeText(manifestPath(folder), `${JSON.stringify(manifest, null, 2)}\n`)

export const readManifest = (folder: string): Manifest | undefined => {
  const path = manifestPath(folder)
  if (!existsSync(path)) return undefined
  let manifest: Manifest
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest
  } catch {
    throw new EnsembleError(`'${path}' is no manifest of an ensemble: it is not JSON; choose another folder`)
  }
  if (manifest.format !== 'heartland ensemble') {
    throw new EnsembleError(`'${path}' is no manifest of an ensemble; choose another folder`)
  }
  if (manifest.version !== 1) {
    throw new EnsembleError(`'${path}' was written by another version of heartland (format ${manifest.version}, not 1)`)
  }
  return manifest
}

/**
 * Makes the folder, or goes on with one of the same ensemble; what a crash left half-done is completed or removed. The
 * folder is taken until `unlock`.
 */
export const prepareFolder = (
  folder: string,
  fresh: Manifest,
): { readonly found: Manifest; readonly unlock: () => void } => {
  if (
    existsSync(folder) &&
    !existsSync(manifestPath(folder)) &&
    readdirSync(folder).some(name => !name.startsWith('.'))
  ) {
    throw new EnsembleError(`'${folder}' holds other files; choose a folder that is new, empty or of an ensemble`)
  }
  makeFolder(folder)
  const unlock = lockFolder(folder)
  try {
    return { found: openResult(folder, fresh), unlock }
  } catch (problem) {
    unlock()
    throw problem
  }
}

const openResult = (folder: string, fresh: Manifest): Manifest => {
  makeFolder(chunksFolder(folder))
  sweepFolder(folder)
  sweepFolder(chunksFolder(folder))
  completeReplacement(folder)
  const found = readManifest(folder)
  if (found === undefined) {
    writeManifest(folder, fresh)
    return fresh
  }
  if (found.id !== fresh.id) {
    throw new EnsembleError(
      `'${folder}' holds another ensemble: ${differences(found.identity, fresh.identity).join('; ')}. ` +
        'Choose another folder, or repeat its own options to go on with it.',
    )
  }
  return found
}

/** The chunks that are whole; those that are not are forgotten, and will be computed again. */
export const readChunks = (folder: string, id: string, forget: (problem: string) => void): ChunkRecord[] => {
  const chunks = chunksFolder(folder)
  if (!existsSync(chunks)) return []
  const records: ChunkRecord[] = []
  for (const name of readdirSync(chunks)
    .filter(one => one.endsWith('.json'))
    .toSorted()) {
    const path = join(chunks, name)
    try {
      const record = JSON.parse(readFileSync(path, 'utf8')) as ChunkRecord
      if (record.id !== id) throw new EnsembleError(`'${path}' belongs to another ensemble`)
      checkChunk(folder, record)
      records.push(record)
    } catch (problem) {
      forget((problem as Error).message)
      rmSync(path)
    }
  }
  return records
}

export const chunkFile = (folder: string, { from, to }: Pick<ChunkRecord, 'from' | 'to'>, ending: string): string =>
  join(chunksFolder(folder), `${rangeName([from, to])}.${ending}`)

/** Counts may have been added to others; the rest must be whole. */
const checkChunk = (folder: string, record: ChunkRecord): void => {
  for (const [ending, mark] of Object.entries(record.files)) {
    const path = chunkFile(folder, record, ending)
    if (ending !== 'counts' || existsSync(path)) checkFile(path, mark)
  }
}

/** Every file that a manifest names is there, whole. */
export const checkResult = (folder: string, manifest: Manifest): void => {
  for (const [path, mark] of Object.entries(manifest.files)) checkFile(join(folder, path), mark)
}

/** `build` fills a new folder; only when all is there do the new files take the place of the old ones. */
export const replaceResult = async (folder: string, build: (next: string) => Promise<Manifest>): Promise<Manifest> => {
  const building = `${nextFolder(folder)}.partial`
  rmSync(building, { recursive: true, force: true })
  makeFolder(join(building, 'members'))
  const manifest = await build(building)
  writeManifest(building, manifest)
  syncFolder(join(building, 'members'))
  // From here on the new result is certain: if what follows is cut short, it is completed when the folder is opened.
  renameSync(building, nextFolder(folder))
  syncFolder(folder)
  completeReplacement(folder)
  return manifest
}

const optionalFiles = [
  'traces.parquet',
  'probabilities.parquet',
  'members.csv',
  'bands.csv',
  'probabilities.csv',
  'traces.csv',
]

const completeReplacement = (folder: string): void => {
  const next = nextFolder(folder)
  if (!existsSync(next)) return
  const names = readdirSync(next).filter(name => name !== 'manifest.json')
  for (const name of names) {
    rmSync(join(folder, name), { recursive: true, force: true })
    renameSync(join(next, name), join(folder, name))
  }
  const manifest = readManifest(next)
  if (manifest !== undefined) {
    // Tables of an earlier result that the new one does not have.
    for (const name of optionalFiles)
      if (manifest.files[name] === undefined) rmSync(join(folder, name), { force: true })
    renameSync(join(next, 'manifest.json'), manifestPath(folder))
  }
  syncFolder(folder)
  rmSync(next, { recursive: true, force: true })
}

/** Complains of ranges that two chunks share. */
export const checkDisjoint = (
  sources: ReadonlyArray<{ readonly name: string; readonly ranges: readonly Range[] }>,
): void => {
  const all = sources
    .flatMap(({ name, ranges }) => ranges.map(range => ({ name, range })))
    .toSorted((a, b) => a.range[0] - b.range[0])
  for (let at = 1; at < all.length; at++) {
    const [before, here] = [all[at - 1], all[at]]
    if (here.range[0] < before.range[1]) {
      throw new EnsembleError(
        `'${before.name}' and '${here.name}' both hold ${showRange([here.range[0], Math.min(before.range[1], here.range[1])])}; leave one out`,
      )
    }
  }
}

export const isWhole = (ranges: readonly Range[], members: number): boolean => {
  const [first, ...others] = joinRanges(ranges)
  return first !== undefined && others.length === 0 && first[0] === 0 && first[1] === members
}
