/** Writes files that people name: one that is there already is replaced only when that was asked for. */

import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../language/reported-error.ts'
import { commandMessages } from './messages.ts'

export interface OverwriteOption {
  readonly overwrite?: boolean
}

/** Throws a UsageError where a folder has the name, which no option replaces. `example` is a file to name in it. */
const refuseFolder = (file: string, example: string): void => {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() !== true) return
  throw new UsageError(commandMessages.folderNotFile({ folder: file, file: join(file, example) }))
}

const exampleIn = (file: string): string => `results${/\.[^./\\]+$/.exec(file)?.[0] ?? ''}`

/** Before long work whose result goes into a file: throws a UsageError where it is there already, or is a folder. */
export const refuseExisting = (file: string | undefined, { overwrite = false }: OverwriteOption): void => {
  if (file === undefined) return
  refuseFolder(file, exampleIn(file))
  if (!overwrite && existsSync(file)) throw new UsageError(commandMessages.fileExists({ file }))
}

/** Throws a UsageError where the file is there already or cannot be written. */
export const writeNew = (file: string, content: string | Uint8Array, { overwrite = false }: OverwriteOption): void => {
  refuseFolder(file, exampleIn(file))
  try {
    writeFileSync(file, content, { flag: overwrite ? 'w' : 'wx' })
  } catch (problem) {
    const { code, message } = problem as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new UsageError(commandMessages.fileExists({ file }))
    throw new UsageError(commandMessages.notWritten({ path: file, why: message }))
  }
}
