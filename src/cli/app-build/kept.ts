/** Results that take long are computed once, and kept on disk until what they depend on changes. */

import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './places.ts'

const cache = join(root, 'node_modules/.cache/heartland')

/** A source file and all that it imports, at once or when it is wanted: questions are loaded by name. */
const sourcesOf = (file: string, found = new Set<string>()): Set<string> => {
  if (found.has(file)) return found
  found.add(file)
  for (const [, path] of readFileSync(file, 'utf8').matchAll(/(?:from |import\()'(\.{1,2}\/[^']+\.ts)'/g))
    sourcesOf(join(dirname(file), path), found)
  return found
}

/** `source` is the file that computes the results; `parts` is all else that they depend on. */
export const keptResult = async <Found>(
  name: string,
  source: string,
  parts: readonly string[],
  compute: () => Found | Promise<Found>,
): Promise<Found> => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  for (const file of [...sourcesOf(source)].sort())
    hash.update(`\0${file.slice(root.length)}\0`).update(readFileSync(file))
  const file = join(cache, `${name}-${hash.digest('hex').slice(0, 32)}.json`)
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Found
  } catch {}
  const text = JSON.stringify(await compute())
  try {
    mkdirSync(cache, { recursive: true })
    writeFileSync(file, text)
  } catch {
    // A disk that cannot be written is no problem: it is computed again.
  }
  return JSON.parse(text) as Found
}
