/** Calculates the back-test and the claims of a region for the app at build time. */

import { fileURLToPath } from 'node:url'
import { claimsOf } from '../../analysis/evidence/claims/index.ts'
import { backTest } from '../../analysis/hindcast/back-test.ts'
import { requiredData } from '../../analysis/region/simulation.ts'
import { model } from '../../model/index.ts'
import type { AppRecord } from '../../app/state/record.ts'
import { ownPacks, readFrom } from '../../regions/read.ts'
import { readRegion } from '../../regions/read-region.ts'
import { openRegion } from '../input/simulation.ts'
import { builtModule } from '../threads/wasm-module.ts'
import { keptResult } from './kept.ts'

/** Files that a back-test and the claims read besides the figures of a run. */
const besides = [
  'claims.json',
  'facts.csv',
  'history.csv',
  'later.csv',
  'levers.csv',
  'moments.csv',
  'parameters-train-draws.csv',
  'parameters-train.json',
  'past.csv',
  'reporting.csv',
  'targets.csv',
  'vital.csv',
]

const compute = (id: string): AppRecord => {
  const open = openRegion(id)
  const found = {
    backTest: backTest(open, { seed: 1, members: 200, assumptions: {}, parameters: 'auto' }, builtModule),
    claims: claimsOf(open),
  }
  // Six digits are more than a chart or a table shows.
  return JSON.parse(
    JSON.stringify(found, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value)),
  ) as AppRecord
}

export const readAppRecord = (id: string, told: (text: string) => void): Promise<AppRecord> => {
  const { hash: data, areas, context, parameters } = readRegion(id, requiredData(model))
  const read = readFrom(ownPacks)
  const texts = [id, ...areas, context].flatMap(folder => besides.map(file => `\0${read(`${folder}/${file}`) ?? ''}`))
  const parts = [`${id}\0${data}\0${JSON.stringify(parameters)}`, ...texts]
  return keptResult('record', fileURLToPath(import.meta.url), parts, () => {
    told(`Computing the hindcast of ${id} …`)
    return compute(id)
  })
}
