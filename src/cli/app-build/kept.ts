/** Results that take long are computed once, and kept on disk until what they depend on changes. */

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hash, keep, readKept, standardFolder } from '../kept.ts'
import { root } from './places.ts'

/** Of results as former builds had them. */
const mostKept = 40

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
  const sources = [...sourcesOf(source)].sort()
  const texts = sources.flatMap(file => [`\0${file.slice(root.length)}\0`, readFileSync(file)])
  const file = `${name}-${hash(...parts, ...texts).slice(0, 32)}.json`
  try {
    return JSON.parse(new TextDecoder().decode(readKept(standardFolder, file))) as Found
  } catch {}
  const text = JSON.stringify(await compute())
  keep(standardFolder, file, text, mostKept)
  return JSON.parse(text) as Found
}
