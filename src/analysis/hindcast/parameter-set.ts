/** A calibrated set of parameters as it is kept in the folder of its region: values, a posterior sample, and where it comes from. */

import type { Calibration } from '../../engine/calibrate/calibrate.ts'
import type { Range } from '../../engine/calibrate/informed.ts'
import { digestOf, parameterFile, type ParameterSet, parseParameterFile } from '../../regions/parameter-file.ts'
import type { ReadText } from '../../regions/types.ts'
import { Mistake } from '../mistakes.ts'

export interface CalibratedParameter {
  readonly name: string
  readonly prior: Range
  readonly posterior: Range
  /** Value of the most likely point. */
  readonly mode: number
  /** Posterior mean less the prior's median, in deviations of the prior; and the posterior's deviation over the prior's. */
  readonly shift: number
  readonly deviationRatio: number
  /** Informed by the data, or as assumed as before. */
  readonly label: 'informed' | 'assumed'
  readonly rHat: number
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
  /** Names of the model's parameters in the sample, and its draws. */
  readonly names: readonly string[]
  readonly draws: readonly (readonly number[])[]
  /** Digest of all of the above: the file is written by `heartland calibrate`, never by hand. */
  readonly digest: string
}

const digits = (value: number, kept = 6): number => Number(value.toPrecision(kept))

const rangeOf = ({ low, central, high }: Range): Range => ({
  low: digits(low),
  central: digits(central),
  high: digits(high),
})

export interface RecordSettings
  extends Pick<CalibrationRecord, 'region' | 'set' | 'lastYear' | 'seed' | 'model' | 'data' | 'past'> {
  /** How many parameters belong to the model; those of the measurement come after them. */
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
    names: names.slice(0, modelSize),
    draws,
  }
  return { ...record, digest: digestOf(record) }
}

/** One parameter and one draw a line, so that a change can be read. */
export const formatRecord = ({ parameters, draws, ...rest }: CalibrationRecord): string => {
  const { digest, names, ...head } = rest
  const list = (rows: readonly unknown[]): string => rows.map(row => `    ${JSON.stringify(row)}`).join(',\n')
  const headText = JSON.stringify(head, null, 2).replace(/\n\}$/, '')
  return `${headText},\n  "parameters": [\n${list(parameters)}\n  ],\n  "names": ${JSON.stringify(names)},\n  "draws": [\n${list(draws)}\n  ],\n  "digest": "${digest}"\n}\n`
}

/** Reads a set from the region's folder; undefined when there is none. A file that was edited is refused. */
export const readRecord = (read: ReadText, region: string, set: ParameterSet): CalibrationRecord | undefined => {
  const file = parameterFile(region, set)
  const text = read(file)
  if (text === undefined) return undefined
  const parsed = parseParameterFile<CalibrationRecord>(text)
  if ('record' in parsed) return parsed.record
  throw new Mistake(`${file} is ${parsed.wrong}: write it again with 'heartland calibrate ${region} --set ${set}'`)
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
