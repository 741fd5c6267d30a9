/** `heartland calibrate` fits the parameters to historical data and saves them in the region's folder. */

import { UsageError } from '../../language/reported-error.ts'
import { messages as analysisMessages } from '../../texts/analysis.ts'
import { commandMessages } from '../input/messages.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { standardSampling, standardSearch } from '../../engine/calibrate/calibrate.ts'
import { measuredError } from '../../analysis/hindcast/back-test.ts'
import { calibrateRegion } from '../../analysis/hindcast/calibration.ts'
import {
  type CalibrationRecord,
  formatRecord,
  mostLikely,
  readRecord,
  unknownNames,
} from '../../analysis/hindcast/parameter-set.ts'
import { modelHash } from '../../analysis/region/fingerprint.ts'
import { rangedParameters } from '../../analysis/region/fitted-model.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import { oneOf } from '../../language/usage.ts'
import { drawsFile, parameterFile, type ParameterSet, parameterSets } from '../../regions/parameter-file.ts'
import { readPast } from '../../regions/past.ts'
import { ownPacks, readFrom } from '../../regions/read.ts'
import { readTargets } from '../../regions/targets.ts'
import { threadsFrom } from '../ensembles/options.ts'
import { countOf } from '../input/counts.ts'
import { addPacks, type CommonOptions, threadsOption } from '../input/common-options.ts'
import { openUnfitted } from '../input/opening.ts'
import { parametersPage } from './parameters-page.ts'
import { refuseSave, writeScenario } from '../input/scenario-file.ts'
import type { OverwriteOption } from '../input/new-file.ts'
import { note, print, printJson, type Session } from '../terminal/session.ts'
import { progress } from '../terminal/progress.ts'
import { screenOf } from '../terminal/screen.ts'
import { builtModule } from '../threads/wasm-module.ts'
import { runVectors, type VectorThreads } from '../threads/vector-threads.ts'

interface Options extends CommonOptions, OverwriteOption {
  readonly set: string
  readonly seed: string
  readonly evaluations: string
  readonly draws: string
  readonly show?: boolean
  readonly scenario?: string
  readonly dryRun?: boolean
  readonly saveError?: boolean
}

export const setFrom = (word: string): ParameterSet => oneOf('set', word, parameterSets)

/** Says that a fit is of another version, and how to renew it. */
export const noteStale = (session: Session, { linked, region }: OpenRegion, record: CalibrationRecord): void => {
  if (record.model === modelHash(linked.source) && record.data === region.hash) return
  const { set } = record
  const left = unknownNames(record, rangedParameters(linked.source)).length
  const ignored = left === 0 ? '' : ` (${left} of them are ignored, because the model no longer has them)`
  note(
    session,
    `heartland: the parameters '${set}' were fitted to another version of the model or the data${ignored}; 'heartland calibrate ${region.id} --set ${set}' fits them again`,
  )
}

/** Saves the most likely parameters as a scenario under current policy. */
const saveScenario = (session: Session, options: Options, record: CalibrationRecord): void => {
  const { scenario: file } = options
  if (file === undefined) return
  const { region, model, data, set } = record
  const name = `parameters fitted, ${set === 'all' ? 'all figures' : 'up to 2018'}`
  writeScenario(file, { name, region, assumptions: mostLikely(record), policy: {}, model, data }, options)
  note(session, `heartland: the most likely parameters were saved to ${file}; run them with 'heartland run ${file}'`)
}

const run = async (session: Session, word: string, options: Options): Promise<void> => {
  const set = setFrom(options.set)
  if (options.show === true && options.saveError === true)
    throw new UsageError(commandMessages.notBoth({ first: '--show', second: '--save-error' }))
  refuseSave({ ...options, save: options.scenario }, '--scenario')
  const seed = countOf('--seed', options.seed, 0, Number.MAX_SAFE_INTEGER)
  const mostEvaluations = countOf('--evaluations', options.evaluations, 1000, 10_000_000)
  const draws = countOf('--draws', options.draws, 20, 100_000)
  const root = options.packs ?? ownPacks
  const read = readFrom(root)
  const open = openUnfitted(word, options)
  const { id } = open.region
  if (options.show === true) {
    const record = readRecord(read, id, set)
    if (record === undefined) {
      throw new UsageError(analysisMessages.notCalibrated({ region: id, set }))
    }
    const unknown = unknownNames(record, rangedParameters(open.linked.source))
    if (unknown.length > 0) {
      throw new UsageError(commandMessages.fitUnknown({ region: id, set, names: unknown.join(', ') }))
    }
    noteStale(session, open, record)
    saveScenario(session, options, record)
    if (options.json === true) printJson(session, record)
    else print(session, parametersPage(record, screenOf(session.out)))
    return
  }
  if (options.saveError === true) {
    const { file, text } = measuredError(open, set === 'train' ? 'auto' : set, builtModule)
    if (options.dryRun === true) return print(session, text)
    writeFileSync(join(root, file), text)
    note(session, `heartland: the error by horizon was saved to ${file}; answers about ${id} carry it`)
    return
  }
  const past = readPast(read, open.region)
  const bar = progress('steps', 200, session.err)
  let threads: VectorThreads | undefined
  let shown = 0
  const record = await calibrateRegion(open, past, readTargets(read, open.region), {
    seed,
    set,
    search: { mostEvaluations },
    sampling: { draws },
    running: orders => {
      threads = runVectors(orders, threadsFrom(options))
      return threads.run
    },
    progress: (stage, share) => {
      const now = Math.floor(100 * (share + (stage === 'sample' ? 1 : 0)))
      if (now > shown) bar.advance(now - shown)
      shown = Math.max(shown, now)
    },
  })
  bar.end()
  await threads?.close()
  const file = parameterFile(id, set)
  if (options.dryRun !== true) {
    const texts = formatRecord(record)
    writeFileSync(join(root, file), texts.parameters)
    writeFileSync(join(root, drawsFile(id, set)), texts.draws)
    note(session, `heartland: parameters saved to ${file}, with their posterior draws in the same folder`)
  }
  saveScenario(session, options, record)
  if (options.json === true) printJson(session, record)
  else print(session, parametersPage(record, screenOf(session.out)))
}

export const define = (command: Command, session: Session): void => {
  command
    .option('--set <set>', 'data to fit: train (up to 2018) or all', 'train')
    .option('-s, --seed <number>', 'random seed: the same seed gives identical parameters', '1')
    .option(
      '--evaluations <number>',
      'maximum number of evaluations in the search for the most likely parameters',
      String(standardSearch.mostEvaluations),
    )
    .option('--draws <number>', 'posterior draws from each of the 16 chains', String(standardSampling.draws))
    .option(...threadsOption)
    .option('--show', 'show the saved parameters without fitting them again')
    .option(
      '--save-error',
      'fit nothing; measure the error by horizon with the saved parameters (or the priors) and save it in the folder of the region: simulations of an answer carry it',
    )
    .option('--scenario <file>', 'save the most likely parameters as a scenario that can be run and compared')
    .option('--overwrite', 'replace a scenario file that is there already')
    .option('--dry-run', 'fit without writing any file')
    .option('--json', 'print the result as JSON')
  addPacks(command).action((word: string, options: Options) => run(session, word, options))
}
