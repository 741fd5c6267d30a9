/**
 * A set of fitted parameters as saved in the folder of its region: values, a posterior sample, and their provenance.
 */

import type { Calibration } from '../../engine/calibrate/calibrate.ts'
import { correlationsOf } from '../../engine/calibrate/correlations.ts'
import type { CentralRange, LearntParameter } from '../../engine/calibrate/informed.ts'
import type { Message } from '../../language/messages.ts'
import { messages as fault } from '../../texts/region.ts'
import { messages as fix } from '../../texts/fix.ts'
import { hashOf } from '../../regions/hash.ts'
import {
  digestOf,
  drawsFile,
  parameterFile,
  type ParameterSet,
  parseParameterFile,
} from '../../regions/parameter-file.ts'
import { PackError } from '../../regions/problems.ts'
import type { ReadText } from '../../regions/types.ts'

export interface CalibratedParameter extends Omit<LearntParameter, 'divergence' | 'bulkSampleSize' | 'tailSampleSize'> {
  /** The lesser of the two. */
  readonly sampleSize: number
}

export interface CalibrationRecord {
  readonly what: string
  readonly region: string
  readonly set: ParameterSet
  /** Last year of the figures that were seen. */
  readonly lastYear: number
  readonly seed: number
  /** Hashes of the model, of the pack, and of what history.csv, levers.csv, past.csv, targets.csv and reporting.csv say. */
  readonly model: string
  readonly data: string
  readonly past: string
  /**
   * The model that was fitted, where the present one differs in nothing that the fit saw: the largest root mean square
   * change of a prediction over the draws, of its error, and which prediction that is (`npm run carry-fit`).
   */
  readonly carried?: { readonly from: string; readonly change: number; readonly where: string }
  readonly score: {
    readonly logPosterior: number
    readonly logLikelihood: number
    readonly observations: number
    /** Of the misses of the most likely point, made independent and of variance 1: near 1 when the errors are as stated. */
    readonly residualDeviation: number
  }
  readonly diagnostics: {
    readonly searchEnded: string
    readonly evaluations: number
    readonly failures: number
    readonly worstRHat: number
    readonly leastSampleSize: number
  }
  readonly parameters: readonly CalibratedParameter[]
  /** Of the model's parameters, those that go together: correlations of the normal scores of the sample. */
  readonly correlations: ReadonlyArray<readonly [a: string, b: string, value: number]>
  /** The model's parameters: the columns of the sample. */
  readonly names: readonly string[]
  /** Of the text of the file that holds the draws. */
  readonly drawsDigest: string
  /** Digest of all of the above: the files are written by `heartland calibrate`, never by hand. */
  readonly digest: string
  /** The posterior sample, in a file of its own. */
  readonly draws: readonly (readonly number[])[]
}

/** Smaller ones are left out: the sample cannot tell them from none. */
const leastCorrelation = 0.1

const digits = (value: number, kept = 6): number => Number(value.toPrecision(kept))

const rangeOf = ({ low, central, high }: CentralRange): CentralRange => ({
  low: digits(low),
  central: digits(central),
  high: digits(high),
})

export interface RecordSettings
  extends Pick<CalibrationRecord, 'region' | 'set' | 'lastYear' | 'seed' | 'model' | 'data' | 'past'> {
  /** The number of parameters that belong to the model; those of the measurement come after them. */
  readonly modelSize: number
  /** Draws that are kept, evenly out of the chains. */
  readonly kept: number
}

export const recordCalibration = (found: Calibration, settings: RecordSettings): CalibrationRecord => {
  const { modelSize, kept, ...provenance } = settings
  const { mode, chains, diagnostics, parameters, names } = found
  const all = chains.flat()
  const count = Math.min(kept, all.length)
  const draws = Array.from({ length: count }, (_, at) =>
    [...found.valuesAt(all[Math.floor((at * all.length) / count)]!)].slice(0, modelSize).map(value => digits(value)),
  )
  const squares = mode.residuals.reduce((sum, residual) => sum + residual * residual, 0)
  const record = {
    what: 'Written by `heartland calibrate`; not to be edited by hand',
    ...provenance,
    score: {
      logPosterior: digits(mode.logPosterior, 9),
      logLikelihood: digits(mode.logLikelihood, 9),
      observations: mode.residuals.length,
      residualDeviation: digits(Math.sqrt(squares / mode.residuals.length)),
    },
    diagnostics: {
      searchEnded: mode.end,
      evaluations: diagnostics.evaluations,
      failures: diagnostics.failures,
      worstRHat: digits(diagnostics.worstRHat, 4),
      leastSampleSize: Math.round(Math.min(diagnostics.leastBulkSampleSize, diagnostics.leastTailSampleSize)),
    },
    parameters: parameters.map(
      (one): CalibratedParameter => ({
        name: one.name,
        prior: rangeOf(one.prior),
        posterior: rangeOf(one.posterior),
        mode: digits(one.mode),
        shift: digits(one.shift, 4),
        deviationRatio: digits(one.deviationRatio, 4),
        label: one.label,
        rHat: digits(one.rHat, 4),
        sampleSize: Math.round(Math.min(one.bulkSampleSize, one.tailSampleSize)),
      }),
    ),
    correlations: correlationsOf(
      names.slice(0, modelSize),
      found.chains.map(chain => chain.map(found.valuesAt)),
      leastCorrelation,
    ).map(({ a, b, value }) => [a, b, digits(value, 3)] as const),
    names: names.slice(0, modelSize),
  }
  return withDigest({ ...record, drawsDigest: hashOf([formatDraws(record.names, draws)]), draws })
}

/** The record with the digest of what it says. */
export const withDigest = ({ draws, ...rest }: Omit<CalibrationRecord, 'digest'>): CalibrationRecord => ({
  ...rest,
  digest: digestOf(rest),
  draws,
})

const formatDraws = (names: readonly string[], draws: CalibrationRecord['draws']): string =>
  `${[names, ...draws].map(row => row.join(',')).join('\n')}\n`

/** The texts of the two files: one parameter and one draw a line, so that a change can be read. */
export const formatRecord = (record: CalibrationRecord): { readonly parameters: string; readonly draws: string } => {
  const { digest, draws, drawsDigest, names, correlations, parameters, ...head } = record
  const list = (rows: readonly unknown[]): string =>
    `[\n${rows.map(row => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`
  const headText = JSON.stringify(head, null, 2).replace(/\n\}$/, '')
  const rest = [
    `"parameters": ${list(parameters)}`,
    `"correlations": ${list(correlations)}`,
    `"names": ${JSON.stringify(names)}`,
    `"drawsDigest": ${JSON.stringify(drawsDigest)}`,
    `"digest": ${JSON.stringify(digest)}`,
  ]
  return { parameters: `${[headText, ...rest].join(',\n  ')}\n}\n`, draws: formatDraws(names, draws) }
}

/** Reads a set from the region's folder; undefined when there is none. Files that were edited are refused. */
export const readRecord = (read: ReadText, region: string, set: ParameterSet): CalibrationRecord | undefined => {
  const file = parameterFile(region, set)
  const text = read(file)
  if (text === undefined) return undefined
  const refuse = (damaged: string, message: Message): never => {
    throw new PackError(region, [{ file: damaged, message, fix: fix.calibrateAgain({ region, set }) }])
  }
  const parsed = parseParameterFile<Omit<CalibrationRecord, 'draws'>>(text)
  if (!('record' in parsed)) return refuse(file, parsed.message)
  const sample = drawsFile(region, set)
  const rows = read(sample) ?? refuse(sample, fault.fileMissing())
  if (hashOf([rows]) !== parsed.record.drawsDigest) refuse(sample, fault.edited({ digest: parsed.record.drawsDigest }))
  const draws = rows.trimEnd().split('\n').slice(1)
  return { ...parsed.record, draws: draws.map(row => row.split(',').map(Number)) }
}

/** The names of a record that a model no longer has. */
export const unknownNames = ({ names }: CalibrationRecord, known: ReadonlySet<string>): string[] =>
  names.filter(name => !known.has(name))

/** The record without names that a model no longer has, so that nothing of an old equation enters a new one. */
export const withoutUnknown = (record: CalibrationRecord, known: ReadonlySet<string>): CalibrationRecord => {
  if (unknownNames(record, known).length === 0) return record
  const kept = record.names.flatMap((name, at) => (known.has(name) ? [at] : []))
  return {
    ...record,
    names: kept.map(at => record.names[at]!),
    draws: record.draws.map(draw => kept.map(at => draw[at]!)),
  }
}

/** Values of the most likely point, by name, of the model's parameters only. */
export const mostLikely = ({ parameters, names }: CalibrationRecord): Readonly<Record<string, number>> => {
  const own = new Set(names)
  return Object.fromEntries(parameters.filter(({ name }) => own.has(name)).map(({ name, mode }) => [name, mode]))
}

/** Draw of a member, the sample over again where there are more members than draws. */
export const drawOf = ({ names, draws }: CalibrationRecord, member: number): ReadonlyMap<string, number> => {
  const draw = draws[member % draws.length]!
  return new Map(names.map((name, at) => [name, draw[at]!]))
}
