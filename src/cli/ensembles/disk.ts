/**
 * Writes files completely or not at all: under a temporary name, forced to disk, then renamed. Files that a crash
 * leaves behind end in '.partial' and are never read.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { commandMessages } from '../input/messages.ts'
import { reasonOf } from '../terminal/problems.ts'
import { messages as ensembleMessages } from '../../texts/ensemble.ts'
import { EnsembleError } from './problems.ts'

/** Node's own way of making folders above a folder never ends where the system makes none, as in /proc. */
function makeAll(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) return
  if (!existsSync(dirname(path))) makeAll(dirname(path))
  try {
    mkdirSync(path)
  } catch (problem) {
    // Another process may have made it just now.
    if (!existsSync(path) || !statSync(path).isDirectory()) throw problem
  }
}

/** All that ensembles ask of Node's file system. */
export const nodeDisk = {
  openSync: (path: string, flags: string): number => openSync(path, flags),
  readSync: (file: number, into: Uint8Array, offset: number, length: number, position: number): number =>
    readSync(file, into, offset, length, position),
  writeSync: (file: number, bytes: Uint8Array, offset: number, length: number): number =>
    writeSync(file, bytes, offset, length),
  fsyncSync: (file: number): void => fsyncSync(file),
  closeSync: (file: number): void => closeSync(file),
  renameSync: (from: string, to: string): void => renameSync(from, to),
  linkSync: (from: string, to: string): void => linkSync(from, to),
  unlinkSync: (path: string): void => unlinkSync(path),
  /** A file, or a folder with all that is in it; nothing where there is none. */
  removeSync: (path: string): void => rmSync(path, { recursive: true, force: true }),
  /** With the folders above it. */
  mkdirSync: makeAll,
  readdirSync: (path: string): string[] => readdirSync(path),
  readFileSync: (path: string): Uint8Array => readFileSync(path),
  existsSync: (path: string): boolean => existsSync(path),
  sizeSync: (path: string): number => statSync(path).size,
}

/** Tests put one in its place that fails, tears files or crashes. */
export type Disk = typeof nodeDisk

export const diskError = (path: string, problem: unknown): EnsembleError =>
  new EnsembleError(ensembleMessages.notWritten({ path, reason: reasonOf(problem as NodeJS.ErrnoException) }))

/** An error of the file system in words; any other problem as it is. */
export const inWords = (folder: string, problem: unknown): unknown => {
  const { syscall, path = folder } = problem as NodeJS.ErrnoException
  if (syscall === undefined) return problem
  return new EnsembleError(commandMessages.fileUnusable({ path, reason: reasonOf(problem as NodeJS.ErrnoException) }))
}

export type Append = (bytes: Uint8Array) => void

/** Size and checksum of what was to be written: a file that has both is the one that was written. */
export interface FileMark {
  readonly bytes: number
  readonly crc: number
}

const partialOf = (path: string): string => join(dirname(path), `.${basename(path)}.partial`)

/** A file being written: nothing is under its name until it is finished. */
export interface Whole {
  readonly append: Append
  finish(): FileMark
  /** Takes back what was written; returns the problem in words. */
  abandon(problem: unknown): unknown
}

export function openWhole(path: string, disk: Disk = nodeDisk): Whole {
  const partial = partialOf(path)
  let file: number | undefined
  let bytes = 0
  let crc = 0
  const abandon = (problem: unknown): unknown => {
    try {
      if (file !== undefined) disk.closeSync(file)
      if (disk.existsSync(partial)) disk.unlinkSync(partial)
    } catch {
      // The remains are never read, and the first problem is the one to report.
    }
    return (problem as NodeJS.ErrnoException).syscall === undefined ? problem : diskError(path, problem)
  }
  try {
    file = disk.openSync(partial, 'w')
  } catch (problem) {
    throw abandon(problem)
  }
  const open = file
  return {
    append: piece => {
      // The checksum is of what was meant, before the disk had it.
      crc = crc32(piece, crc)
      bytes += piece.length
      for (let at = 0; at < piece.length; ) at += disk.writeSync(open, piece, at, piece.length - at)
    },
    finish: () => {
      disk.fsyncSync(open)
      file = undefined
      disk.closeSync(open)
      disk.renameSync(partial, path)
      syncFolder(dirname(path), disk)
      return { bytes, crc }
    },
    abandon,
  }
}

/** `produce` hands over the bytes piece by piece; a failure leaves no file, and an old one as it was. */
export function writeWhole(path: string, produce: (append: Append) => void, disk: Disk = nodeDisk): FileMark {
  const whole = openWhole(path, disk)
  try {
    produce(whole.append)
    return whole.finish()
  } catch (problem) {
    throw whole.abandon(problem)
  }
}

/** Answers of systems that cannot force a folder to the disk: Windows opens none, some network disks sync none. */
const cannotSync = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])

/** A rename is on the disk only when its folder is. Where the disk tried and failed, the rename may be lost: that is told. */
export function syncFolder(folder: string, disk: Disk = nodeDisk): void {
  let file: number | undefined
  try {
    file = disk.openSync(folder, 'r')
    disk.fsyncSync(file)
  } catch (problem) {
    if (!cannotSync.has((problem as NodeJS.ErrnoException).code ?? '')) throw problem
  } finally {
    if (file !== undefined) disk.closeSync(file)
  }
}

export const writeText = (path: string, text: string, disk: Disk = nodeDisk): FileMark =>
  writeWhole(path, append => append(new TextEncoder().encode(text)), disk)

export const makeFolder = (path: string, disk: Disk = nodeDisk): void => {
  try {
    if (disk.existsSync(path)) return disk.mkdirSync(path)
    disk.mkdirSync(path)
    syncFolder(dirname(path), disk)
  } catch (problem) {
    throw diskError(path, problem)
  }
}

/** Removes what an earlier crash left half-written. */
export const sweepFolder = (path: string, disk: Disk = nodeDisk): void => {
  if (!disk.existsSync(path)) return
  for (const name of disk.readdirSync(path)) {
    if (name.startsWith('.') && name.endsWith('.partial')) disk.removeSync(join(path, name))
  }
}
