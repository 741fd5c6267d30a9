/** Writes docs/hindcast.md, the report of the back-test (`npm run hindcast-report`). */

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { measureFacts } from './measured-facts.ts'
import { hindcast } from '../../src/analysis/hindcast/hindcast.ts'
import { readRecord } from '../../src/analysis/hindcast/parameter-set.ts'
import { hindcastReport } from './hindcast-text.ts'
import { readFacts } from './facts.ts'
import { readPast } from '../../src/regions/past.ts'
import { ownPacks, readFrom } from '../../src/regions/read.ts'
import { readTargets } from '../../src/regions/targets.ts'
import { openRegion } from '../../src/cli/input/simulation.ts'
import { builtModule } from '../../src/cli/threads/wasm-module.ts'

export const reportFile: string = fileURLToPath(new URL('../../docs/hindcast.md', import.meta.url))

const drawn = { seed: 1, members: 80 }

/** The full text; takes some seconds. */
export const reportOf = (id: string): string => {
  const open = openRegion(id, { parameters: 'priors' })
  const read = readFrom(ownPacks)
  const past = readPast(read, open.region)
  const targets = readTargets(read, open.region)
  const record = readRecord(read, id, 'train')
  const settings = { ...drawn, built: builtModule(open) }
  const fitted = record === undefined ? settings : { ...settings, record }
  const found = hindcast(open, past, targets, fitted)
  const unaided = hindcast(open, past, targets, { ...fitted, outside: 'unknown' })
  const priors = record === undefined ? found : hindcast(open, past, targets, settings)
  const facts = measureFacts(open.region, past, targets, readFacts(read, open.region), found.reopened)
  return hindcastReport({ region: open.region, found, unaided, priors, facts, record, ...drawn })
}

if (import.meta.main) {
  writeFileSync(reportFile, reportOf('northeast'))
  process.stdout.write('docs/hindcast.md\n')
}
