/** Calculates the back-test and the claims of a region for the app at build time. */

import { claimsOf } from '../../analysis/evidence/claims/index.ts'
import { backTest } from '../../analysis/hindcast/back-test.ts'
import type { AppRecord } from '../../app/state/record.ts'
import { openRegion } from '../input/simulation.ts'
import { builtModule } from '../threads/wasm-module.ts'
import { keptResult } from './kept.ts'

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

export const readAppRecord = (id: string, told: (text: string) => void): Promise<AppRecord> =>
  keptResult(`record-${id}`, () => {
    told(`Computing the hindcast of ${id} …`)
    return compute(id)
  })
