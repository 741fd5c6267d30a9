/** Hashes of the program itself: what another version computed or built is not taken for its own. */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { contentHash, keep, readKept, standardFolder } from './kept.ts'
import { programRoot } from './version.ts'

/** Files of src/ that are no part of the program. */
const noPart = /\.test\.tsx?$|fixture\.ts$|\.md$|[/\\]app[/\\]browser[/\\]/

const filesIn = (root: string, folder: string): string[] =>
  folder.includes('.')
    ? [folder]
    : readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name).slice(root.length))
        .filter(file => !noPart.test(file))
        .sort()

/** Of places, sizes and times of the last change, which nobody sets: a file that is written has another one. */
const untouched = (root: string, files: readonly string[]): string =>
  contentHash(
    ...files.map(file => {
      const { ino, size, ctimeMs } = statSync(join(root, file))
      return `\0${file}\0${ino} ${size} ${ctimeMs}`
    }),
  )

/** Of the content of the files in folders of `root`; they are read again only where one has been touched. */
export const contentStamp = (root: string, folders: readonly string[], kept: string = standardFolder): string => {
  const files = folders.flatMap(folder => filesIn(root, folder))
  const name = `${untouched(root, files)}.stamp`
  const known = new TextDecoder().decode(readKept(kept, name))
  if (/^[0-9a-f]{64}$/.test(known)) return known
  const made = contentHash(...files.flatMap(file => [`\0${file}\0`, readFileSync(join(root, file))]))
  keep(kept, name, made, 20)
  return made
}

/** A bundle is one folder of scripts. */
const stamp = (inSources: readonly string[], inBundle: readonly string[]): string =>
  contentStamp(programRoot, existsSync(join(programRoot, 'src')) ? inSources : inBundle)

/** Of all that results and the built app depend on: the program, the regions, the tables of countries and the versions of the libraries. */
export const sourcesStamp = (): string =>
  stamp(['src', 'regions', 'countries', 'package-lock.json'], ['lib', 'regions', 'countries'])

let loaded: string | undefined

/** As `sourcesStamp`, of the program as it was loaded. */
export const loadedStamp = (): string => (loaded ??= sourcesStamp())

/** Of the program that writes modules. */
export const writerStamp = (): string => stamp(['src/language', 'src/engine'], ['lib/cli'])
