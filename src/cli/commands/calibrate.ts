/** `heartland calibrate` fits the parameters to historical data and saves them in the region's folder. */

import { UsageError } from '../../language/messages.ts'
import { messages as analysisMessages } from '../../texts/analysis.ts'
import { commandMessages, countOf } from '../input/messages.ts'
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
  type CalibratedParameter,
} from '../../analysis/hindcast/parameter-set.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import { modelHash } from '../../analysis/region/fingerprint.ts'
import { rangedParameters } from '../../analysis/region/fitted-model.ts'
import { oneOf } from '../../language/usage.ts'
import { drawsFile, parameterFile, type ParameterSet, parameterSets } from '../../regions/parameter-file.ts'
import { readPast } from '../../regions/past.ts'
import { packsOf } from '../../regions/country/on-demand.ts'
import { ownPacks } from '../../regions/read.ts'
import { readTargets } from '../../regions/targets.ts'
import { threadsFrom } from '../threads/wanted.ts'
import { addPacks, type CommonOptions, threadsOption } from '../input/common-options.ts'
import { openUnfitted, refuseDerived } from '../input/opening.ts'
import { refuseSave, writeScenario } from '../input/scenario-file.ts'
import type { OverwriteOption } from '../input/new-file.ts'
import { note, print, printJson, type Session, screenOf, type Screen } from '../terminal/session.ts'
import { progress } from '../terminal/progress.ts'
import { builtModule } from '../threads/wasm-module.ts'
import { runVectors, type VectorThreads } from '../threads/vector-threads.ts'
import { numberColumns, type TextColumn, textColumns } from '../terminal/table.ts'

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

const figures = (value: number): string => String(Number(value.toPrecision(3)))

const width = 12

/** Draws the prior range as a thin line, the posterior range as a thick one and its median as a dot, on one scale. */
const drawnRange = ({ prior, posterior }: CalibratedParameter): string => {
  const low = Math.min(prior.low, posterior.low)
  const high = Math.max(prior.high, posterior.high)
  const place = (value: number): number =>
    high > low ? Math.round(((value - low) / (high - low)) * (width - 1)) : Math.floor(width / 2)
  const inside = (at: number, range: { low: number; high: number }): boolean =>
    at >= place(range.low) && at <= place(range.high)
  return Array.from({ length: width }, (_, at) => {
    if (at === place(posterior.central)) return '●'
    if (inside(at, posterior)) return '━'
    return inside(at, prior) ? '─' : ' '
  }).join('')
}

const columns: TextColumn[] = [
  ...textColumns('Parameter'),
  ...numberColumns('prior', 'posterior'),
  ...textColumns('prior ─, post. ━', ''),
]

const band = ({ low, central, high }: CalibratedParameter['prior']): string =>
  `${figures(central)} (${figures(low)} to ${figures(high)})`

const parametersPage = (record: CalibrationRecord, screen: Screen): string => {
  const { diagnostics, score, parameters } = record
  const informed = parameters.filter(({ label }) => label === 'informed').length
  const ordered = parameters.toSorted((a, b) => a.deviationRatio - b.deviationRatio)
  return [
    screen.heading(`Parameters of ${record.region}, fitted to figures up to ${record.lastYear}`),
    screen.table(
      columns,
      ordered.map(one => [one.name, band(one.prior), band(one.posterior), drawnRange(one), one.label]),
    ),
    screen.paragraph(
      `The ${score.observations} observations inform ${informed} of ${parameters.length} parameters; the others keep their assumed distributions. Values are medians, with the 10 % and 90 % points in brackets.`,
    ),
    screen.paragraph(
      `Seed ${record.seed}, ${diagnostics.evaluations} evaluations (${diagnostics.failures} failed), the search ended by ${diagnostics.searchEnded}; largest R-hat ${diagnostics.worstRHat}, smallest effective sample size ${diagnostics.leastSampleSize}; ratio of residuals to their expected size ${figures(score.residualDeviation)}. Model ${record.model}, data ${record.data}, past ${record.past}.`,
    ),
  ].join('\n\n')
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
  const open = openUnfitted(word, options)
  const { id } = open.region
  const { read } = packsOf(id, root)
  // Fitted parameters are kept in the folder of their region, and a derived region has none.
  if (options.show !== true && options.dryRun !== true) refuseDerived(id, root)
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
