/** The files of a result folder: names, checksums, and counts with a description of what they count. */

import type { Message } from '../../language/messages.ts'
import { messages as ensembleMessages } from '../../texts/ensemble.ts'
import { crc32 } from 'node:zlib'
import { addEncoded, encodeCounts } from '../../engine/summary/codec.ts'
import type { Counts } from '../../engine/summary/counts.ts'
import { type Disk, type FileMark, nodeDisk, writeWhole } from './disk.ts'
import { EnsembleError } from './problems.ts'

/** Members from … to - 1. */
export type Range = readonly [from: number, to: number]

/** Rows of a file of members, and what a chunk is cut to: files of whole parts are alike wherever they come from. */
export const PART = 8192

export const rangeName = ([from, to]: Range): string =>
  [from, to].map(member => String(member).padStart(9, '0')).join('-')

export const showRange = ([from, to]: Range): string => `members ${from} to ${to - 1}`

/** Ascending, with neighbours joined. */
export const joinRanges = (ranges: readonly Range[]): Range[] => {
  const joined: Array<[number, number]> = []
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

/** The parts of `wanted` that are not in `done`. */
export const missingRanges = (wanted: Range, done: readonly Range[]): Range[] => {
  const missing: Range[] = []
  let at = wanted[0]
  for (const [from, to] of joinRanges(done)) {
    if (from >= wanted[1]) break
    if (from > at) missing.push([at, from])
    at = Math.max(at, to)
  }
  if (at < wanted[1]) missing.push([at, wanted[1]])
  return missing
}

export const sizeOf = (ranges: readonly Range[]): number => ranges.reduce((sum, [from, to]) => sum + to - from, 0)

/** Cut where parts begin. */
export const cutAtParts = (ranges: readonly Range[]): Range[] =>
  ranges.flatMap(([from, to]) => {
    const parts: Range[] = []
    for (let at = from; at < to; at = Math.min(to, (Math.floor(at / PART) + 1) * PART)) {
      parts.push([at, Math.min(to, (Math.floor(at / PART) + 1) * PART)])
    }
    return parts
  })

export const overlaps = ([from, to]: Range, [otherFrom, otherTo]: Range): boolean => from < otherTo && otherFrom < to

const crcOf = (path: string, bytes: number, disk: Disk): number => {
  const block = new Uint8Array(Math.min(1 << 20, bytes + 1))
  const file = disk.openSync(path, 'r')
  try {
    let crc = 0
    for (let at = 0; ; ) {
      const length = disk.readSync(file, block, 0, block.length, at)
      if (length === 0) return crc
      at += length
      crc = crc32(block.subarray(0, length), crc)
    }
  } finally {
    disk.closeSync(file)
  }
}

/** The fault of a file that is missing, cut off or changed; undefined for one that is as it was written. */
export const damageOf = (path: string, mark: FileMark, disk: Disk = nodeDisk): Message | undefined => {
  if (!disk.existsSync(path)) return ensembleMessages.fileMissing({ path })
  const bytes = disk.sizeSync(path)
  if (bytes !== mark.bytes) return ensembleMessages.fileLength({ path, bytes, wanted: mark.bytes })
  return crcOf(path, bytes, disk) === mark.crc ? undefined : ensembleMessages.fileChanged({ path })
}

/** Complains of a file that is not as it was written: to be called before its bytes are used. */
export const checkFile = (path: string, mark: FileMark, disk: Disk = nodeDisk): void => {
  const damage = damageOf(path, mark, disk)
  if (damage !== undefined) throw new EnsembleError(ensembleMessages.damaged({ damage }))
}

interface CountsTrailer {
  readonly id: string
  readonly ranges: readonly Range[]
  /** Of the counts before it. */
  readonly bytes: number
  /** Of the counts, then of the other fields. */
  readonly crc: number
}

const LENGTH = 8

const withFields = (crc: number, { id, ranges, bytes }: Omit<CountsTrailer, 'crc'>): number =>
  crc32(JSON.stringify([id, ranges, bytes]), crc)

/** The counts, then a line of JSON that says what they are, then the length of the line in eight digits. */
export const writeCounts = (
  path: string,
  id: string,
  ranges: readonly Range[],
  counts: Counts,
  disk?: Disk,
): FileMark =>
  writeWhole(
    path,
    append => {
      let bytes = 0
      let crc = 0
      encodeCounts(counts, piece => {
        bytes += piece.length
        crc = crc32(piece, crc)
        append(piece)
      })
      const fields = { id, ranges: joinRanges(ranges), bytes }
      const trailer: CountsTrailer = { ...fields, crc: withFields(crc, fields) }
      const line = new TextEncoder().encode(JSON.stringify(trailer))
      append(line)
      append(new TextEncoder().encode(String(line.length).padStart(LENGTH, '0')))
    },
    disk,
  )

const damaged = (path: string): EnsembleError => new EnsembleError(ensembleMessages.countsDamaged({ path }))

const trailerIn = (text: string): CountsTrailer | undefined => {
  try {
    const trailer = JSON.parse(text) as Partial<CountsTrailer> | null
    return Array.isArray(trailer?.ranges) ? (trailer as CountsTrailer) : undefined
  } catch {
    return undefined
  }
}

const readTrailer = (path: string, disk: Disk): CountsTrailer => {
  const size = disk.sizeSync(path)
  const file = disk.openSync(path, 'r')
  const textAt = (from: number, length: number): string => {
    const bytes = new Uint8Array(length)
    disk.readSync(file, bytes, 0, length, from)
    return new TextDecoder().decode(bytes)
  }
  try {
    const length = size < LENGTH ? 0 : Number(textAt(size - LENGTH, LENGTH))
    if (!(length > 0 && length <= size - LENGTH)) throw damaged(path)
    const trailer = trailerIn(textAt(size - LENGTH - length, length))
    if (trailer === undefined || trailer.bytes !== size - LENGTH - length) throw damaged(path)
    return trailer
  } finally {
    disk.closeSync(file)
  }
}

/** Gives the first `bytes` of a file piece by piece, at last an empty one. */
const pieces = (file: number, bytes: number, disk: Disk): (() => Uint8Array) => {
  const buffer = new Uint8Array(Math.min(1 << 18, bytes))
  let at = 0
  return () => {
    const length = disk.readSync(file, buffer, 0, Math.min(buffer.length, bytes - at), at)
    at += length
    return buffer.subarray(0, length)
  }
}

/** The trailer of a file of counts, once its checksum is found right. Throws an EnsembleError where it is not. */
export const checkCounts = (path: string, id: string, disk: Disk = nodeDisk): CountsTrailer => {
  const trailer = readTrailer(path, disk)
  const file = disk.openSync(path, 'r')
  try {
    const next = pieces(file, trailer.bytes, disk)
    let crc = 0
    for (let piece = next(); piece.length > 0; piece = next()) crc = crc32(piece, crc)
    if (withFields(crc, trailer) !== trailer.crc) throw damaged(path)
  } finally {
    disk.closeSync(file)
  }
  if (trailer.id !== id)
    throw new EnsembleError(ensembleMessages.otherEnsemble({ path, found: trailer.id, wanted: id }))
  return trailer
}

/** Adds what a file counts; returns which members those are. */
export const addCountsFile = (path: string, id: string, into: Counts, disk: Disk = nodeDisk): readonly Range[] => {
  const { ranges, bytes } = checkCounts(path, id, disk)
  const file = disk.openSync(path, 'r')
  try {
    addEncoded(into, pieces(file, bytes, disk))
    return ranges
  } finally {
    disk.closeSync(file)
  }
}
