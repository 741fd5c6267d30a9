/**
 * Calculates the back-test and the claims of a region for the app at build time, and keeps them until their inputs change.
 */

import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { claimsOf } from '../../analysis/evidence/claims/index.ts'
import { backTest } from '../../analysis/hindcast/back-test.ts'
import { type OpenRegion, requiredData } from '../../analysis/region/simulation.ts'
import { model } from '../../model/index.ts'
import type { AppRecord } from '../../app/state/record.ts'
import { ownPacks, readFrom } from '../../regions/read.ts'
import { readRegion } from '../../regions/read-region.ts'
import { openRegion } from '../input/simulation.ts'
import { builtModule } from '../threads/wasm-module.ts'
import { cache, sourcesOf } from './first.ts'
import { root } from './places.ts'

const compute = (open: OpenRegion): AppRecord => ({
  backTest: backTest(open, { seed: 1, members: 200, assumptions: {}, parameters: 'auto' }, { build: builtModule }),
  claims: claimsOf(open),
})

/** All that results can depend on: sources, the figures that a run reads, and the files that a hindcast reads besides. */
const keyOf = (id: string): string => {
  const { hash: data, areas, context, parameters } = readRegion(id, requiredData(model))
  const hash = createHash('sha256').update(`${id}\0${data}\0${JSON.stringify(parameters)}`)
  for (const file of [...sourcesOf(fileURLToPath(import.meta.url))].sort())
    hash.update(`\0${file.slice(root.length)}\0`).update(readFileSync(file))
  const read = readFrom(ownPacks)
  for (const folder of [id, ...areas, context]) {
    for (const file of [
      'claims.json',
      'facts.csv',
      'parameters-train.json',
      'parameters-train-draws.csv',
      'reporting.csv',
      'vital.csv',
    ])
      hash.update(`\0${read(`${folder}/${file}`) ?? ''}`)
    for (const file of ['history.csv', 'levers.csv', 'past.csv', 'targets.csv'])
      hash.update(`\0${read(`${folder}/${file}`) ?? ''}`)
  }
  return hash.digest('hex').slice(0, 32)
}

export const readAppRecord = (id: string, told: (text: string) => void): AppRecord => {
  const file = join(cache, `record-${keyOf(id)}.json`)
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as AppRecord
  } catch {
    told(`Computing the hindcast of ${id} …`)
  }
  // Six digits are more than a chart or a table shows.
  const text = JSON.stringify(compute(openRegion(id)), (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(6)) : value,
  )
  try {
    mkdirSync(cache, { recursive: true })
    writeFileSync(file, text)
  } catch {
    // A disk that cannot be written is no problem: it is computed again.
  }
  return JSON.parse(text) as AppRecord
}
