/**
 * What the app shows before its workers have begun: the default answer, computed when the app is built by the code that
 * computes it in the page, and kept on disk until the model, the data or the code behind it change.
 */

import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openOnLanes } from '../../analysis/lanes-region.ts'
import { requiredData } from '../../analysis/simulation.ts'
import { model } from '../../model/index.ts'
import { readRegion } from '../../regions/read.ts'
import { type FirstResults, firstResults } from '../../app/worker/first-results.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const cache = join(root, 'node_modules/.cache/heartland')

/** All sources that results can depend on. */
const keyOf = (region: string, data: string): string => {
  const hash = createHash('sha256').update(`${region}\0${data}`)
  for (const folder of ['src/language', 'src/model', 'src/engine', 'src/analysis', 'src/regions', 'src/app/worker']) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    for (const name of files.filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts')).sort())
      hash.update(`\0${name}\0`).update(readFileSync(join(root, folder, name)))
  }
  return hash.digest('hex').slice(0, 32)
}

export const readFirst = async (id: string, told: (text: string) => void): Promise<FirstResults> => {
  const region = readRegion(id, requiredData(model))
  const file = join(cache, `first-${keyOf(id, region.hash)}.json`)
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as FirstResults
  } catch {
    told(`Computing the first answer of ${id} …`)
  }
  const text = JSON.stringify(await firstResults(openOnLanes(region)))
  try {
    mkdirSync(cache, { recursive: true })
    writeFileSync(file, text)
  } catch {
    // A disk that cannot be written is no problem: it is computed again.
  }
  return JSON.parse(text) as FirstResults
}
