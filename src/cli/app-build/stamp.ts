/** A hash of all that results and the built app depend on. */

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.ts'

/** Files of src/ that are no part of the program. */
const noPart = /\.test\.tsx?$|fixture\.ts$|\.md$|[/\\]app[/\\]browser[/\\]/

/** Of the program's sources, the regions and the versions of the libraries: another one may give other results. */
export const sourcesStamp = (): string => {
  const hash = createHash('sha256')
  for (const folder of ['src', 'regions', 'package-lock.json']) {
    const place = join(root, folder)
    const files = folder.includes('.')
      ? ['']
      : readdirSync(place, { recursive: true, withFileTypes: true })
          .filter(entry => entry.isFile())
          .map(entry => join(entry.parentPath, entry.name).slice(place.length))
          .filter(file => !noPart.test(file))
          .sort()
    for (const file of files) hash.update(`\0${folder}${file}\0`).update(readFileSync(place + file))
  }
  return hash.digest('hex')
}
