/** The files of a result folder: their names, their checksums, and counts as a file that says what it counts. */

import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { addEncoded, encodeCounts } from '../../engine/summary/codec.ts'
import type { Counts } from '../../engine/summary/counts.ts'
import { type Disk, writeWhole } from './disk.ts'
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

/** What of `wanted` is not in `done`. */
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
export const partsOf = (ranges: readonly Range[]): Range[] =>
  ranges.flatMap(([from, to]) => {
    const parts: Range[] = []
    for (let at = from; at < to; at = Math.min(to, (Math.floor(at / PART) + 1) * PART)) {
      parts.push([at, Math.min(to, (Math.floor(at / PART) + 1) * PART)])
    }
    return parts
  })

export const overlaps = ([from, to]: Range, [otherFrom, otherTo]: Range): boolean => from < otherTo && otherFrom < to

/** Size and checksum: a file that has both is the one that was written. */
export interface FileMark {
  readonly bytes: number
  readonly crc: number
}

export const markOf = (path: string): FileMark => {
  const block = new Uint8Array(1 << 20)
  const file = openSync(path, 'r')
  try {
    let bytes = 0
    let crc = 0
    for (;;) {
      const length = readSync(file, block)
      if (length === 0) return { bytes, crc }
      bytes += length
      crc = crc32(block.subarray(0, length), crc)
    }
  } finally {
    closeSync(file)
  }
}

/** Complains of a file that is missing, cut off or changed. */
export const checkFile = (path: string, mark: FileMark): void => {
  const problem = !existsSync(path)
    ? 'is missing'
    : statSync(path).size !== mark.bytes
      ? `has ${statSync(path).size} bytes instead of ${mark.bytes}: it was cut off or changed`
      : markOf(path).crc === mark.crc
        ? undefined
        : 'was changed or damaged: its checksum differs'
  if (problem !== undefined) throw new EnsembleError(`'${path}' ${problem}; compute this chunk again`)
}

interface CountsTrailer {
  readonly id: string
  readonly ranges: readonly Range[]
  /** Of the counts before it. */
  readonly bytes: number
  readonly crc: number
}

const LENGTH = 8

/** The counts, then a line of JSON that says what they are, then the length of the line in eight digits. */
export const writeCounts = (path: string, id: string, ranges: readonly Range[], counts: Counts, disk?: Disk): void => {
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
      const trailer: CountsTrailer = { id, ranges: joinRanges(ranges), bytes, crc }
      const line = new TextEncoder().encode(JSON.stringify(trailer))
      append(line)
      append(new TextEncoder().encode(String(line.length).padStart(LENGTH, '0')))
    },
    disk,
  )
}

const damaged = (path: string): EnsembleError =>
  new EnsembleError(`'${path}' holds no whole counts: it was cut off or changed; compute this chunk again`)

const readTrailer = (path: string): CountsTrailer => {
  const { size } = statSync(path)
  const file = openSync(path, 'r')
  const textAt = (from: number, length: number): string => {
    const bytes = new Uint8Array(length)
    readSync(file, bytes, 0, length, from)
    return new TextDecoder().decode(bytes)
  }
  try {
    const length = Number(textAt(size - LENGTH, LENGTH))
    if (size < LENGTH || !(length > 0 && length < size)) throw damaged(path)
    const trailer = JSON.parse(textAt(size - LENGTH - length, length)) as CountsTrailer
    if (trailer.bytes !== size - LENGTH - length) throw damaged(path)
    return trailer
  } catch {
    throw damaged(path)
  } finally {
    closeSync(file)
  }
}

/** Gives the first `bytes` of a file piece by piece, at last an empty one. */
const pieces = (file: number, bytes: number): (() => Uint8Array) => {
  const buffer = new Uint8Array(1 << 18)
  let at = 0
  return () => {
    const length = readSync(file, buffer, 0, Math.min(buffer.length, bytes - at), at)
    at += length
    return buffer.subarray(0, length)
  }
}

/** Which members a file counts, as it says itself. */
export const countedRanges = (path: string): readonly Range[] => readTrailer(path).ranges

/** Adds what a file counts; returns which members those are. */
export const addCountsFile = (path: string, id: string, into: Counts): readonly Range[] => {
  const { id: own, ranges, bytes, crc } = readTrailer(path)
  if (own !== id) throw new EnsembleError(`'${path}' belongs to another ensemble (${own}, not ${id})`)
  const file = openSync(path, 'r')
  try {
    const check = pieces(file, bytes)
    let found = 0
    for (let piece = check(); piece.length > 0; piece = check()) found = crc32(piece, found)
    if (found !== crc) throw damaged(path)
    addEncoded(into, pieces(file, bytes))
    return ranges
  } finally {
    closeSync(file)
  }
}
