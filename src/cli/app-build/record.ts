/**
 * Calculates the back-test, the effects of measures and the claims of a region for the app at build time, and keeps them
 * until their inputs change.
 */

import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { claimsOf } from '../../analysis/claims/index.ts'
import { madeWith } from '../../analysis/fingerprint.ts'
import { hindcast } from '../../analysis/hindcast/hindcast.ts'
import { panelsOf } from '../../analysis/hindcast/panels.ts'
import { readRecord } from '../../analysis/hindcast/parameter-set.ts'
import { hindcastRecord } from '../../analysis/hindcast/record.ts'
import { multipliersOf } from '../../analysis/multipliers.ts'
import { requiredData } from '../../analysis/simulation.ts'
import { model } from '../../model/index.ts'
import type { AppRecord } from '../../app/state/record.ts'
import { readPast } from '../../regions/past.ts'
import { ownPacks, readFrom } from '../../regions/read.ts'
import { readRegion } from '../../regions/read-region.ts'
import { readTargets } from '../../regions/targets.ts'
import type { ReadText } from '../../regions/types.ts'
import { openRegion } from '../simulation.ts'
import { builtModule } from '../wasm-module.ts'
import { cache, sourcesOf } from './first.ts'
import { root } from './places.ts'

/** As the command line takes them unless told otherwise. */
const members = 200
const seed = 1

const compute = (id: string, read: ReadText): AppRecord => {
  const asShipped = openRegion(id)
  const open = openRegion(id, { parameters: 'priors' })
  const fitted = readRecord(read, id, 'train')
  const targets = readTargets(read, open.region)
  const past = readPast(read, open.region)
  const settings = { seed, members, built: builtModule(open), ...(fitted === undefined ? {} : { record: fitted }) }
  const found = hindcast(open, past, targets, settings)
  const unaided = hindcast(open, past, targets, { ...settings, outside: 'unknown' })
  const hashes = madeWith(open)
  const hasClaims = read(`${id}/claims.json`) !== undefined
  return {
    hindcast: hindcastRecord(found, unaided, {
      region: id,
      ...hashes,
      parameters: fitted === undefined ? 'priors' : `fitted to figures up to ${fitted.lastYear}`,
      seed,
      members,
    }),
    panels: panelsOf(found, open.region),
    outcomes: Object.fromEntries(targets.map(({ name, outcome }) => [name, outcome])),
    fittedBefore: fitted !== undefined && (fitted.model !== hashes.model || fitted.data !== hashes.data),
    effects: multipliersOf(asShipped),
    claims: hasClaims ? claimsOf(read, asShipped) : [],
  }
}

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
  const text = JSON.stringify(compute(id, readFrom(ownPacks)), (_, value: unknown) =>
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
