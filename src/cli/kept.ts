/** Files in which the program keeps what takes long to make, under hashes of all that decides it. */

import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { programRoot } from './version.ts'

export const standardFolder: string =
  process.env['HEARTLAND_CACHE'] ?? join(programRoot, 'node_modules/.cache/heartland')

export const contentHash = (...parts: ReadonlyArray<string | Uint8Array>): string => {
  const made = createHash('sha256')
  for (const part of parts) made.update(part)
  return made.digest('hex')
}

export const readKept = (folder: string, name: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return new Uint8Array(readFileSync(join(folder, name)))
  } catch {
    return undefined
  }
}

/**
 * Writes aside and renames, so that nobody ever reads half a file; of each kind, known by the end of its name, the newest
 * `most` stay. A disk that cannot be written is no problem: it is made again.
 */
export const keep = (folder: string, name: string, content: string | Uint8Array, most: number): void => {
  const path = join(folder, name)
  const aside = `${path}.${process.pid}.${contentHash(String(process.hrtime.bigint())).slice(0, 8)}`
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(aside, content)
    renameSync(aside, path)
    const kept = readdirSync(folder)
      .filter(one => extname(one) === extname(name))
      .map(one => ({ one, age: statSync(join(folder, one)).mtimeMs }))
      .sort((a, b) => b.age - a.age)
    for (const { one } of kept.slice(most)) rmSync(join(folder, one), { force: true })
  } catch {}
}
