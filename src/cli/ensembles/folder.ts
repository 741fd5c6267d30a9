/**
 * A result folder: finished results with a manifest, and chunks not yet put together. What the manifest names is whole.
 *
 *   manifest.json  which ensemble, which members, sizes and checksums of the files
 *   members/       one row a member, a file for each part of 8192 members
 *   bands.parquet  one row an outcome and step · probabilities.parquet · traces.parquet · summary.json
 *   counts.bin     from which the bands follow, and which counts of other chunks are added to
 *   chunks/        work in progress: what a resumed run goes on from
 */
import type { Message } from '../../language/messages.ts'
import { messages as ensembleMessages } from '../../texts/ensemble.ts'
import { basename, join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { ChunkRecord } from './chunk.ts'
import { type Disk, type FileMark, makeFolder, nodeDisk, sweepFolder, syncFolder, writeText } from './disk.ts'
import { damageOf, joinRanges, type Range, rangeName } from './files.ts'
import { differences, type JobIdentity, idOf, type KeptJob } from './job.ts'
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
  readonly version: 2
  readonly id: string
  readonly identity: JobIdentity
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

const format = 2

/** Of all fields, however the file is laid out. */
const manifestCrc = (manifest: Manifest): number => crc32(JSON.stringify(manifest))

const writeManifest = (folder: string, manifest: Manifest, disk: Disk = nodeDisk): void =>
  void writeText(
    manifestPath(folder),
    `${JSON.stringify({ ...manifest, crc: manifestCrc(manifest) }, null, 2)}\n`,
    disk,
  )

/** Undefined where there is none. Throws an EnsembleError where it is damaged, no manifest or of another version. */
export const readManifest = (folder: string, disk: Disk = nodeDisk): Manifest | undefined => {
  const path = manifestPath(folder)
  if (!disk.existsSync(path)) return undefined
  let read: Manifest & { readonly crc?: number }
  try {
    read = JSON.parse(new TextDecoder().decode(disk.readFileSync(path))) as Manifest
  } catch (problem) {
    if (!(problem instanceof SyntaxError)) throw problem
    throw new EnsembleError(ensembleMessages.manifestNotJson({ path }))
  }
  if (read?.format !== 'heartland ensemble') {
    throw new EnsembleError(ensembleMessages.noManifest({ path }))
  }
  if (read.version !== format) {
    throw new EnsembleError(ensembleMessages.manifestVersion({ path, version: read.version, known: format }))
  }
  const { crc, ...manifest } = read
  if (crc !== manifestCrc(manifest) || manifest.id !== idOf(manifest.identity)) {
    throw new EnsembleError(ensembleMessages.manifestChanged({ path }))
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
  disk: Disk = nodeDisk,
): { readonly found: Manifest; readonly unlock: () => void } => {
  if (
    disk.existsSync(folder) &&
    !disk.existsSync(manifestPath(folder)) &&
    disk.readdirSync(folder).some(name => !name.startsWith('.'))
  ) {
    throw new EnsembleError(ensembleMessages.otherFiles({ folder }))
  }
  makeFolder(folder, disk)
  const unlock = lockFolder(folder, disk)
  try {
    return { found: openResult(folder, fresh, disk), unlock }
  } catch (problem) {
    unlock()
    throw problem
  }
}

const openResult = (folder: string, fresh: Manifest, disk: Disk): Manifest => {
  sweepFolder(folder, disk)
  sweepFolder(chunksFolder(folder), disk)
  completeReplacement(folder, disk)
  const found = readManifest(folder, disk)
  // The manifest comes before all else: a folder with other files and without one is somebody else's.
  if (found === undefined) writeManifest(folder, fresh, disk)
  makeFolder(chunksFolder(folder), disk)
  if (found === undefined) return fresh
  if (found.id !== fresh.id) {
    throw new EnsembleError(
      ensembleMessages.folderOfOther({ folder, differences: differences(found.identity, fresh.identity).join('; ') }),
    )
  }
  return found
}

/** The chunks that are whole; those that are not are forgotten, and will be computed again. */
export const readChunks = (
  folder: string,
  id: string,
  forget: (problem: string) => void,
  disk: Disk = nodeDisk,
): ChunkRecord[] => {
  const chunks = chunksFolder(folder)
  if (!disk.existsSync(chunks)) return []
  const records: ChunkRecord[] = []
  const names = disk.readdirSync(chunks).toSorted()
  for (const name of names.filter(one => one.endsWith('.json'))) {
    const path = join(chunks, name)
    const record = chunkRecord(new TextDecoder().decode(disk.readFileSync(path)))
    const damage =
      record === undefined || name !== `${rangeName([record.from, record.to])}.json`
        ? `'${path}' was changed or damaged`
        : record.id === id
          ? chunkDamage(folder, record, disk)
          : `'${path}' belongs to another ensemble`
    if (record !== undefined && damage === undefined) records.push(record)
    else {
      forget(`${damage}; its members are run again`)
      disk.unlinkSync(path)
    }
  }
  // Files without a record: a crash came before it was written, or after it was removed.
  const kept = new Set([basename(totalCounts(folder)), ...records.flatMap(record => chunkNames(record))])
  for (const name of names) if (!kept.has(name)) disk.removeSync(join(chunks, name))
  return records
}

const chunkRecord = (text: string): ChunkRecord | undefined => {
  try {
    const { id, from, to, files } = JSON.parse(text) as ChunkRecord
    return Number.isInteger(from) && Number.isInteger(to) && typeof files === 'object' && files !== null
      ? { id, from, to, files }
      : undefined
  } catch {
    return undefined
  }
}

const chunkNames = ({ from, to, files }: ChunkRecord): string[] =>
  ['json', ...Object.keys(files)].map(ending => `${rangeName([from, to])}.${ending}`)

/** The counts of all chunks so far, which are folded into one file so that they do not fill the disk. */
export const totalCounts = (folder: string): string => join(chunksFolder(folder), 'total.counts')

export const chunkFile = (folder: string, { from, to }: Pick<ChunkRecord, 'from' | 'to'>, ending: string): string =>
  join(chunksFolder(folder), `${rangeName([from, to])}.${ending}`)

/** Counts may have been added to others; the rest must be whole. */
const chunkDamage = (folder: string, record: ChunkRecord, disk: Disk): string | undefined => {
  if (record.files['parquet'] === undefined) return `'${chunkFile(folder, record, 'json')}' was changed or damaged`
  for (const [ending, mark] of Object.entries(record.files)) {
    const path = chunkFile(folder, record, ending)
    if (ending === 'counts' && !disk.existsSync(path)) continue
    const damage = damageOf(path, mark, disk)
    if (damage !== undefined) return damage.text.en
  }
  return undefined
}

/** The faults of files of a result, by their paths in the folder; empty where all are as they were written. */
export const damageInResult = (folder: string, { files }: Manifest, disk: Disk = nodeDisk): Map<string, Message> =>
  new Map(
    Object.entries(files).flatMap(([path, mark]) => {
      const damage = damageOf(join(folder, path), mark, disk)
      return damage === undefined ? [] : [[path, damage] as const]
    }),
  )

/** Complains of every file of a result that is not as it was written. */
export const checkResult = (folder: string, manifest: Manifest, disk: Disk = nodeDisk): void => {
  const found = [...damageInResult(folder, manifest, disk).values()]
  if (found.length > 0) throw new EnsembleError(...found.map(damage => ensembleMessages.damaged({ damage })))
}

/** `build` fills a new folder; only when all is there do the new files take the place of the old ones. */
export const replaceResult = async (
  folder: string,
  build: (next: string) => Promise<Manifest>,
  disk: Disk = nodeDisk,
): Promise<Manifest> => {
  const building = `${nextFolder(folder)}.partial`
  disk.removeSync(building)
  makeFolder(join(building, 'members'), disk)
  const manifest = await build(building)
  writeManifest(building, manifest, disk)
  syncFolder(join(building, 'members'), disk)
  // From here on the new result is certain: if what follows is cut short, it is completed when the folder is opened.
  disk.renameSync(building, nextFolder(folder))
  syncFolder(folder, disk)
  completeReplacement(folder, disk)
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

const completeReplacement = (folder: string, disk: Disk): void => {
  const next = nextFolder(folder)
  if (!disk.existsSync(next)) return
  const names = disk.readdirSync(next).filter(name => name !== 'manifest.json')
  for (const name of names) {
    disk.removeSync(join(folder, name))
    disk.renameSync(join(next, name), join(folder, name))
  }
  const manifest = readManifest(next, disk)
  if (manifest !== undefined) {
    // Tables of an earlier result that the new one does not have.
    for (const name of optionalFiles) if (manifest.files[name] === undefined) disk.removeSync(join(folder, name))
    // The files are in their place for good before the manifest names them.
    syncFolder(folder, disk)
    disk.renameSync(join(next, 'manifest.json'), manifestPath(folder))
  }
  syncFolder(folder, disk)
  disk.removeSync(next)
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
        ensembleMessages.overlap({
          one: before.name,
          other: here.name,
          from: here.range[0],
          last: Math.min(before.range[1], here.range[1]) - 1,
        }),
      )
    }
  }
}

export const isWhole = (ranges: readonly Range[], members: number): boolean => {
  const [first, ...others] = joinRanges(ranges)
  return first !== undefined && others.length === 0 && first[0] === 0 && first[1] === members
}
