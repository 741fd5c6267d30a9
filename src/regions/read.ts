/** Lists and reads the folders of regions on disk: the only part of the loader that accesses files. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import { PackError } from './problems.ts'
import type { ReadText } from './types.ts'

/** The packs that come with the program. */
export const ownPacks: string = fileURLToPath(new URL('../../regions', import.meta.url))

/** Tables and rules of countries, which come with the program too. */
export const ownCountries: string = fileURLToPath(new URL('../../countries', import.meta.url))

/** The pack of the reference run, for tests and examples.
 * @internal
 */
export const referencePacks: string = fileURLToPath(new URL('../../golden/reference', import.meta.url))

/** The text of a file, with its byte order mark; undefined where it is not UTF-8, which would change it silently. */
export const readUtf8 = (file: string): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file))
  } catch (problem) {
    if (problem instanceof TypeError) return undefined
    throw problem
  }
}

export const readFrom =
  (root: string): ReadText =>
  path => {
    const file = join(root, path)
    if (!existsSync(file)) return undefined
    const text = readUtf8(file)
    if (text !== undefined) return text
    const [id = path] = path.split('/')
    throw new PackError(id, [{ file: path, message: fault.encoding(), fix: fix.saveAsUtf8() }])
  }

const listKinds = (root: string, kinds: RegExp): string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && existsSync(join(root, entry.name, 'region.json')))
    .map(entry => entry.name)
    .filter(id => kinds.test(readFileSync(join(root, id, 'region.json'), 'utf8')))
    .toSorted()

/** A folder that can be run; false where it is a comparator, a context, or none. */
export const isRunnable = (read: ReadText, id: string): boolean =>
  /^[\w-]+$/.test(id) && /"kind": *"(area|union|variant)"/.test(read(`${id}/region.json`) ?? '')

/** Ids of the areas and unions that can be run. */
export const listRegions = (root: string = ownPacks): string[] => listKinds(root, /"kind": *"(area|union)"/)

/** Ids of the variants: regions that start from other cohorts than their figures give. They can be run as well. */
export const listVariants = (root: string = ownPacks): string[] => listKinds(root, /"kind": *"variant"/)
