/** A result folder and a small job for tests of ensembles, with helpers to run it and compare its bytes. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRegion } from '../testing/open-fixture.ts'
import type { Manifest } from './folder.ts'
import type { EnsembleJob } from './job.ts'
import { type EnsembleOutcome, type EnsembleRun, type EnsembleWatch, runEnsemble, silent } from './run-ensemble.ts'

export const baseJob: EnsembleJob = {
  region: 'northeast',
  scenario: 'baseline',
  policy: {},
  assumptions: {},
  uncertainty: {},
  seed: 7,
  members: 1000,
  design: 'sobol',
  parameters: true,
  shocks: true,
  outcomes: ['regionOutput', 'regionUnemployment', 'debtToGdp'],
  keep: ['regionOutput@2030', 'debtToGdp[CN-LN]@2037Q4', 'regionUnemployment@2033-2037'],
  events: ['regionUnemployment > 0.06', 'debtToGdp[CN-JL]@2037 > 1'],
  traces: [0, 136, 137, 500, 999],
  precision: 32,
  auditEvery: 64,
}

/** Runs in folders of their own below `root`, in this thread unless said otherwise. */
export const createRuns = () => {
  const root = mkdtempSync(join(tmpdir(), 'ensembles-'))
  const open = openRegion('northeast')
  let folders = 0
  const fresh = (): string => join(root, `run${folders++}`)
  const run = (
    job: Partial<EnsembleJob> = {},
    task: Partial<EnsembleRun> = {},
    watch: Partial<EnsembleWatch> = {},
  ): Promise<EnsembleOutcome> =>
    runEnsemble({ job: { ...baseJob, ...job }, folder: fresh(), threads: 0, open, ...task }, { ...silent, ...watch })
  return { root, open, fresh, run, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** Every file of a folder by its path, as text of its bytes. */
export const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => statSync(join(folder, name)).isFile())
      .toSorted()
      .map(name => [name, readFileSync(join(folder, name)).toString('base64')]),
  )

export const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
