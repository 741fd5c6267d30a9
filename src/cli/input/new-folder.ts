/** Writes folders that people name: whole, and never over files that are there. */

import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from '../../language/messages.ts'
import { commandMessages } from './messages.ts'
import { notWritten } from './new-file.ts'

/** Before long work whose result goes into a folder: throws a UsageError where one with files is there already. */
export const refuseFilled = (out: string): void => {
  if (existsSync(out) && !(statSync(out).isDirectory() && readdirSync(out).length === 0))
    throw new UsageError(commandMessages.exists({ path: out }))
}

/** Writes all files or none: they go into a temporary folder, which is then renamed. */
export const writeFolder = (out: string, texts: ReadonlyMap<string, string>): void => {
  const unfinished = `${out}.unfinished`
  const clear = (): void => {
    if (existsSync(unfinished)) rmSync(unfinished, { recursive: true })
  }
  try {
    clear()
    for (const [path, text] of texts) {
      mkdirSync(dirname(join(unfinished, path)), { recursive: true })
      writeFileSync(join(unfinished, path), text)
    }
    // The folder that was named is empty; not every system renames another one over it.
    if (existsSync(out)) rmdirSync(out)
    renameSync(unfinished, out)
  } catch (problem) {
    clear()
    throw notWritten(out, problem)
  }
}
