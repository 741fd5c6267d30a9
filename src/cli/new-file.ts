/** Writes files that people name: one that is there already is replaced only when that was asked for. */

import { existsSync, writeFileSync } from 'node:fs'
import { UsageError } from '../language/reported-error.ts'
import { commandMessages } from './messages.ts'

export interface OverwriteOption {
  readonly overwrite?: boolean
}

/** Before long work whose result goes into a file: throws a UsageError where it is there already. */
export const refuseExisting = (file: string | undefined, { overwrite = false }: OverwriteOption): void => {
  if (file !== undefined && !overwrite && existsSync(file)) throw new UsageError(commandMessages.fileExists({ file }))
}

/** Throws a UsageError where the file is there already or cannot be written. */
export const writeNew = (file: string, content: string | Uint8Array, { overwrite = false }: OverwriteOption): void => {
  try {
    writeFileSync(file, content, { flag: overwrite ? 'w' : 'wx' })
  } catch (problem) {
    const { code, message } = problem as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new UsageError(commandMessages.fileExists({ file }))
    throw new UsageError(commandMessages.notWritten({ path: file, why: message }))
  }
}
