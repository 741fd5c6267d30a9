/**
 * Files that are whole or not there: written under another name, forced to the disk, then renamed. What a crash leaves
 * behind ends in '.partial' and is never read.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { EnsembleError } from './problems.ts'

/** The part of Node's file system that writes; tests put a full disk in its place. */
export interface Disk {
  openSync(path: string, flags: string): number
  writeSync(file: number, bytes: Uint8Array, offset: number, length: number): number
  fsyncSync(file: number): void
  closeSync(file: number): void
  renameSync(from: string, to: string): void
  unlinkSync(path: string): void
}

export const nodeDisk: Disk = { openSync, writeSync, fsyncSync, closeSync, renameSync, unlinkSync }

/** A file that could not be written, in words. */
export class DiskError extends EnsembleError {}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your quota on the disk is used up',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  EIO: 'the disk reports an error',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EMFILE: 'too many files are open',
}

export const diskError = (path: string, problem: unknown): DiskError => {
  const { code, message } = problem as NodeJS.ErrnoException
  const reason = code === undefined ? message : (reasons[code] ?? message)
  return new DiskError(`'${path}' was not written: ${reason}`)
}

export type Append = (bytes: Uint8Array) => void

const partialOf = (path: string): string => join(dirname(path), `.${basename(path)}.partial`)

/** A file being written: nothing is under its name until it is finished. */
export interface Whole {
  readonly append: Append
  finish(): void
  /** Takes back what was written; returns the problem in words. */
  abandon(problem: unknown): unknown
}

export function openWhole(path: string, disk: Disk = nodeDisk): Whole {
  const partial = partialOf(path)
  let file: number | undefined
  const abandon = (problem: unknown): unknown => {
    try {
      if (file !== undefined) disk.closeSync(file)
      if (existsSync(partial)) disk.unlinkSync(partial)
    } catch {
      // What is left over is never read, and the first problem is the one to tell.
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
    append: bytes => {
      for (let at = 0; at < bytes.length; ) at += disk.writeSync(open, bytes, at, bytes.length - at)
    },
    finish: () => {
      disk.fsyncSync(open)
      disk.closeSync(open)
      file = undefined
      disk.renameSync(partial, path)
      syncFolder(dirname(path), disk)
    },
    abandon,
  }
}

/** `produce` hands over the bytes piece by piece; a failure leaves no file, and an old one as it was. */
export function writeWhole(path: string, produce: (append: Append) => void, disk: Disk = nodeDisk): void {
  const whole = openWhole(path, disk)
  try {
    produce(whole.append)
    whole.finish()
  } catch (problem) {
    throw whole.abandon(problem)
  }
}

/** A rename is on the disk only when its folder is; some systems cannot do that, and need not. */
export function syncFolder(folder: string, disk: Disk = nodeDisk): void {
  let file: number | undefined
  try {
    file = disk.openSync(folder, 'r')
    disk.fsyncSync(file)
  } catch {
    // Windows opens no folders.
  } finally {
    if (file !== undefined) disk.closeSync(file)
  }
}

export const writeText = (path: string, text: string, disk: Disk = nodeDisk): void =>
  writeWhole(path, append => append(new TextEncoder().encode(text)), disk)

export const makeFolder = (path: string): void => {
  try {
    mkdirSync(path, { recursive: true })
  } catch (problem) {
    throw diskError(path, problem)
  }
}

/** Removes what an earlier crash left half-written. */
export const sweepFolder = (path: string): void => {
  if (!existsSync(path)) return
  for (const name of readdirSync(path)) {
    if (name.startsWith('.') && name.endsWith('.partial')) rmSync(join(path, name), { recursive: true, force: true })
  }
}
