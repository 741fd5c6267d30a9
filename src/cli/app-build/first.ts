/**
 * Calculates what the app shows before its workers start: the default answer, produced at build time by the code that
 * runs in the page, and kept on disk until the model, the data or that code change.
 */

import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openOnWasm } from '../../analysis/region/wasm-region.ts'
import { type ParameterVariant, parameterVariants } from '../../analysis/region/parameter-variants.ts'
import { openRegion } from '../input/simulation.ts'
import { type FirstResults, firstResults } from '../../app/worker/first-results.ts'
import { root } from './places.ts'

export const cache: string = join(root, 'node_modules/.cache/heartland')

/** The source that computes the results, and all that it imports, in order. */
export const sourcesOf = (file: string, found = new Set<string>()): Set<string> => {
  if (found.has(file)) return found
  found.add(file)
  for (const [, path] of readFileSync(file, 'utf8').matchAll(/from '(\.{1,2}\/[^']+\.ts)'/g))
    sourcesOf(join(dirname(file), path), found)
  return found
}

/** All that results can depend on. */
const keyOf = (variants: readonly ParameterVariant[]): string => {
  const hash = createHash('sha256')
  for (const { id, open } of variants) {
    const { hash: data, parameters, modelError } = open.region
    hash.update(`${id}\0${open.region.id}\0${data}\0${JSON.stringify([parameters, modelError])}`)
  }
  for (const file of [...sourcesOf(join(root, 'src/app/worker/first-results.ts'))].sort())
    hash.update(`\0${file.slice(root.length)}\0`).update(readFileSync(file))
  return hash.digest('hex').slice(0, 32)
}

const read = async (id: string, told: (text: string) => void): Promise<FirstResults> => {
  const own = openRegion(id)
  const variants = parameterVariants(own)
  const file = join(cache, `first-${keyOf(variants)}.json`)
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as FirstResults
  } catch {
    told(`Computing the first answer of ${id} …`)
  }
  const others = variants.filter(({ open }) => open !== own).map(one => ({ ...one, open: openOnWasm(one.open.region) }))
  const text = JSON.stringify(await firstResults(openOnWasm(own.region), others))
  try {
    mkdirSync(cache, { recursive: true })
    writeFileSync(file, text)
  } catch {
    // A disk that cannot be written is no problem: it is computed again.
  }
  return JSON.parse(text) as FirstResults
}

const underWay = new Map<string, Promise<FirstResults>>()

/** Several parts of a build ask for it, and it is computed once. */
export const readFirst = (id: string, told: (text: string) => void): Promise<FirstResults> => {
  const known = underWay.get(id)
  if (known !== undefined) return known
  const reading = read(id, told).finally(() => underWay.delete(id))
  underWay.set(id, reading)
  return reading
}
