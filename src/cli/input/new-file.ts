/** Writes files that people name: one that is there already is replaced only when that was asked for. */

import { accessSync, constants, existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from '../../language/messages.ts'
import { commandMessages } from './messages.ts'
import { reasonOf } from '../terminal/problems.ts'

export interface OverwriteOption {
  readonly overwrite?: boolean
}

/** Throws a UsageError where a folder has the name, which no option replaces. `example` is a file to name in it. */
export const refuseFolder = (file: string, example: string): void => {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() !== true) return
  throw new UsageError(commandMessages.folderNotFile({ folder: file, file: join(file, example) }))
}

const exampleIn = (file: string): string => `results${/\.[^./\\]+$/.exec(file)?.[0] ?? ''}`

export const notWritten = (file: string, problem: unknown): UsageError => {
  const folder = dirname(file)
  if (!existsSync(folder)) return new UsageError(commandMessages.noFolderFor({ file, folder }))
  return new UsageError(commandMessages.notWritten({ path: file, reason: reasonOf(problem as NodeJS.ErrnoException) }))
}

/**
 * Before long work whose result goes into a file: throws a UsageError where it is there already, is a folder, or lies in
 * a folder that is not there or may not be written to.
 */
export const refuseExisting = (file: string | undefined, { overwrite = false }: OverwriteOption): void => {
  if (file === undefined) return
  refuseFolder(file, exampleIn(file))
  if (!overwrite && existsSync(file)) throw new UsageError(commandMessages.fileExists({ file }))
  try {
    accessSync(dirname(file), constants.W_OK)
  } catch (problem) {
    throw notWritten(file, problem)
  }
}

/** Whole or not at all: what stood there stays until the new content is complete, and half a file is taken away. */
const writeWhole = (file: string, content: string | Uint8Array, replaced: boolean): void => {
  const aside = replaced ? `${file}.${process.pid}.unfinished` : file
  try {
    writeFileSync(aside, content, { flag: replaced ? 'w' : 'wx' })
    if (replaced) renameSync(aside, file)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(aside, { force: true })
    throw problem
  }
}

/** Throws a UsageError where the file is there already or cannot be written. */
export const writeNew = (file: string, content: string | Uint8Array, { overwrite = false }: OverwriteOption): void => {
  refuseFolder(file, exampleIn(file))
  const there = overwrite ? statSync(file, { throwIfNoEntry: false }) : undefined
  try {
    // A pipe or a device takes what is written to it; a file behind a link is replaced, not the link.
    if (there !== undefined && !there.isFile()) writeFileSync(file, content)
    else writeWhole(there === undefined ? file : realpathSync(file), content, there !== undefined)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'EEXIST') throw new UsageError(commandMessages.fileExists({ file }))
    throw notWritten(file, problem)
  }
}
