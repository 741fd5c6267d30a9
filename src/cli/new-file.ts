/** Writes files that people name: one that is there already is replaced only when that was asked for. */

import { writeFileSync } from 'node:fs'
import { Mistake } from '../analysis/mistakes.ts'

export interface OverwriteOption {
  readonly overwrite?: boolean
}

/** Throws a Mistake where the file is there already or cannot be written. */
export const writeNew = (file: string, content: string | Uint8Array, { overwrite = false }: OverwriteOption): void => {
  try {
    writeFileSync(file, content, { flag: overwrite ? 'w' : 'wx' })
  } catch (problem) {
    const { code, message } = problem as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new Mistake(`'${file}' is there already; name another file, or add --overwrite`)
    throw new Mistake(`'${file}' cannot be written: ${message}`)
  }
}
