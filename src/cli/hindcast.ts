/** `heartland hindcast` is the back-test: forecasts from past years, scored beside naive forecasts. */

import { mostSimulations } from '../scenario/problems.ts'
import { announce } from './announce.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../language/reported-error.ts'
import { commandMessages } from './messages.ts'
import type { Command } from 'commander'
import { madeWith } from '../analysis/fingerprint.ts'
import { hindcast } from '../analysis/hindcast/hindcast.ts'
import { hindcastRecord, shownHorizons } from '../analysis/hindcast/record.ts'
import { regionErrors } from '../analysis/hindcast/region-error.ts'
import type { TimeSplit } from '../analysis/hindcast/score.ts'
import { splits } from '../analysis/hindcast/score.ts'
import { type CalibrationRecord, readRecord } from '../analysis/hindcast/parameter-set.ts'
import { oneOf } from '../language/usage.ts'
import type { OpenRegion } from '../analysis/simulation.ts'
import { formatModelError, modelErrorFile } from '../regions/model-error-file.ts'
import { readPast } from '../regions/past.ts'
import { ownPacks, readFrom } from '../regions/read.ts'
import { readTargets } from '../regions/targets.ts'
import type { ReadText } from '../regions/types.ts'
import { noteStale } from './calibrate.ts'
import { parameterSets } from '../regions/parameter-file.ts'
import { countOf } from './ensembles/options.ts'
import { hindcastPage } from './hindcast-page.ts'
import { addAssumptions, addPacks, type CommonOptions } from './common-options.ts'
import { assumptionsFrom, openUnfitted } from './opening.ts'
import { auditOnModule, builtModule } from './wasm-module.ts'
import { note, print, printJson, type Session } from './session.ts'
import { progress } from './terminal/progress.ts'
import { screenOf } from './terminal/screen.ts'

interface Options extends CommonOptions {
  readonly members: string
  readonly seed: string
  readonly horizon: string
  readonly split: string
  readonly parameters: string
  readonly saveError?: boolean
}

/** The set that was fitted without the held-out years, where the region has one; the priors otherwise. */
const parametersFor = (
  session: Session,
  open: OpenRegion,
  read: ReadText,
  { parameters }: Options,
): { readonly name: string; readonly record?: CalibrationRecord } => {
  const asked = oneOf('set', parameters, ['auto', 'priors', ...parameterSets])
  if (asked === 'priors') return { name: 'priors' }
  const set = asked === 'auto' ? 'train' : asked
  const { id } = open.region
  const record = readRecord(read, id, set)
  if (record === undefined) {
    if (asked === 'auto') return { name: 'priors' }
    throw new UsageError(commandMessages.notCalibrated({ region: id, set }))
  }
  noteStale(session, open, record)
  return { name: `fitted to figures up to ${record.lastYear}`, record }
}

const run = (session: Session, word: string, options: Options): void => {
  const members = countOf('--members', options.members, 39, mostSimulations)
  const seed = countOf('--seed', options.seed, 0, Number.MAX_SAFE_INTEGER)
  const horizon = Number(oneOf('horizon', options.horizon, shownHorizons.map(String)))
  const split = oneOf('part', options.split, splits)
  const open = openUnfitted(word, options)
  const read = readFrom(options.packs ?? ownPacks)
  const chosen = parametersFor(session, open, read, options)
  const assumptions = assumptionsFrom(open, options)
  announce(session, { open, scenario: { assumptions }, notes: [] }, auditOnModule)
  const past = readPast(read, open.region)
  const targets = readTargets(read, open.region)
  const [from, to] = past.years
  const bar = progress('years', 2 * (to - from + 1), session.err)
  const settings = {
    seed,
    members,
    assumptions,
    built: builtModule(open),
    ...(chosen.record === undefined ? {} : { record: chosen.record }),
    progress: () => bar.advance(1),
  }
  const found = hindcast(open, past, targets, settings)
  const unaided = hindcast(open, past, targets, { ...settings, outside: 'unknown' })
  bar.end()
  const parameters = Object.keys(assumptions).length === 0 ? chosen.name : `${chosen.name}, with your own assumptions`
  if (options.saveError === true) {
    const { id } = open.region
    const file = modelErrorFile(id)
    const measured = {
      region: id,
      parameters: chosen.record?.set ?? 'priors',
      ...madeWith(open),
      series: regionErrors(found.lines, open.region, past),
    }
    writeFileSync(join(options.packs ?? ownPacks, file), formatModelError(measured))
    note(session, `heartland: the error by horizon was saved to ${file}; answers about ${id} carry it`)
  }
  for (const failure of found.failures.slice(0, 3)) note(session, `heartland: ${failure}`)
  if (found.failures.length > 3) note(session, `heartland: and ${found.failures.length - 3} more such members`)
  if (options.json === true) {
    const { id } = open.region
    printJson(
      session,
      hindcastRecord(found, unaided, {
        region: id,
        ...madeWith(open),
        parameters,
        seed,
        members,
      }),
    )
  } else
    print(
      session,
      hindcastPage(
        found,
        unaided,
        open.region,
        parameters,
        { horizon, split: split as TimeSplit },
        screenOf(session.out),
      ),
    )
}

export const define = (command: Command, session: Session): void => {
  command
    .option('-m, --members <number>', 'simulations of each year, for the bands (at least 39)', '200')
    .option('-s, --seed <number>', 'random seed: the same seed gives the same bands', '1')
    .option('--horizon <years>', `forecast horizon to show, in years: ${shownHorizons.join(', ')}`, '5')
    .option('--split <part>', 'holdout (from 2019) or train (up to 2018)', 'holdout')
    .option(
      '--parameters <set>',
      'train (fitted to data up to 2018), all, or priors (default: train if available)',
      'auto',
    )
    .option('--save-error', 'save the error by horizon in the folder of the region: simulations of an answer carry it')
    .option('--json', 'print all scores, coverage and accuracy targets as JSON')
  addPacks(addAssumptions(command)).action((word: string, options: Options) => run(session, word, options))
}
