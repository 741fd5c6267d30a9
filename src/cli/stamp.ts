/** Hashes of the program itself: what another version computed or built is not taken for its own. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentHash } from './kept.ts'
import { programRoot } from './version.ts'

/** Files of src/ that are no part of the program. */
const noPart = /\.test\.tsx?$|fixture\.ts$|\.md$|[/\\]app[/\\]browser[/\\]/

const filesIn = (folder: string): string[] =>
  folder.includes('.')
    ? [folder]
    : readdirSync(join(programRoot, folder), { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name).slice(join(programRoot).length))
        .filter(file => !noPart.test(file))
        .sort()

/** Of the files in folders of the sources; a bundle is one folder of scripts. */
const stamp = (inSources: readonly string[], inBundle: readonly string[]): string => {
  const files = (existsSync(join(programRoot, 'src')) ? inSources : inBundle).flatMap(filesIn)
  return contentHash(...files.flatMap(file => [`\0${file}\0`, readFileSync(join(programRoot, file))]))
}

/** Of all that results and the built app depend on: the program, the regions, the tables of countries and the versions of the libraries. */
export const sourcesStamp = (): string =>
  stamp(['src', 'regions', 'countries', 'package-lock.json'], ['lib', 'regions', 'countries'])

/** Of the program that writes modules. */
export const writerStamp = (): string => stamp(['src/language', 'src/engine'], ['lib/cli'])
