/** The back-test of a region from the files from which it was opened: scored, and once more without knowledge of what happened outside. */

import type { Assumptions } from '../../engine/scenario.ts'
import { UsageError } from '../../language/messages.ts'
import { startNamed } from '../../regions/at-start.ts'
import { loadRegion } from '../../regions/load.ts'
import { modelErrorFile, formatModelError } from '../../regions/model-error-file.ts'
import type { ParameterSet } from '../../regions/parameter-file.ts'
import { type Past, readPast } from '../../regions/past.ts'
import { pastOfStarts } from '../../regions/past-of-starts.ts'
import { PackError } from '../../regions/problems.ts'
import { readTargets, type TargetRow } from '../../regions/targets.ts'
import type { ReadText } from '../../regions/types.ts'
import { type OpenRegion, requiredData } from '../region/simulation.ts'
import { madeWith } from '../region/fingerprint.ts'
import { messages as analysisMessages } from '../../texts/analysis.ts'
import type { BuiltModule } from '../region/wasm-region.ts'
import { model } from '../../model/index.ts'
import { factorSizes } from './factor-sizes.ts'
import { wantedFor } from './forward.ts'
import { type Hindcast, hindcast, type HindcastSettings, startsOf } from './hindcast.ts'
import { nearRisk } from './near-risk.ts'
import { type Panel, panelsOf } from './panels.ts'
import { type CalibrationRecord, mostLikely, readRecord } from './parameter-set.ts'
import { type HindcastRecord, hindcastRecord } from './record.ts'
import { regionErrors } from './region-error.ts'

export interface BackTestSettings {
  readonly seed: number
  readonly members: number
  readonly assumptions: Assumptions
  /** 'auto': those that were fitted without the held-out years, where the region has them; the priors otherwise. */
  readonly parameters: 'auto' | 'priors' | ParameterSet
}

export interface BackTest {
  readonly record: HindcastRecord
  readonly panels: readonly Panel[]
  /** The last year of the figures to which the parameters were fitted; null for priors. */
  readonly fittedTo: number | null
  /** True where the parameters were fitted to another version of the model or the figures. */
  readonly fittedBefore: boolean
  /** Simulations that could not be started, with year and reason. */
  readonly failures: readonly string[]
}

interface Opened {
  readonly open: OpenRegion
  readonly past: Past
  readonly targets: readonly TargetRow[]
  /** The last year in which the figures of the folder open it. */
  readonly opens: number
  readonly fit: CalibrationRecord | undefined
  readonly run: (settings: Partial<HindcastSettings>) => Hindcast
}

/** The last year in which the figures of a folder open its region; that of the figures where rules for later years are missing. */
const lastOpening = (open: OpenRegion, read: ReadText): number => {
  try {
    return wantedFor(open, read).start - 1
  } catch (problem) {
    if (problem instanceof PackError) return open.region.start
    throw problem
  }
}

/** The region as its folder holds it, with the parameters of the model's own priors, which a fit replaces. */
const openPast = (
  { region: { id: named }, files }: OpenRegion,
  { seed, members, assumptions, parameters }: BackTestSettings,
  build: (open: OpenRegion) => BuiltModule,
): Opened => {
  if (files === undefined) throw new UsageError(analysisMessages.noFiles({ region: named }))
  const { id, year = 0 } = startNamed(named)
  const { read } = files
  const open = files.open(loadRegion(read, id, requiredData(model), { parameters: 'priors' }))
  const set = parameters === 'auto' ? 'train' : parameters
  const fit = set === 'priors' ? undefined : readRecord(read, id, set)
  if (fit === undefined && set === parameters && set !== 'priors')
    throw new UsageError(analysisMessages.notCalibrated({ region: id, set }))
  const known = pastOfStarts(read, open.region, requiredData(model)) ?? readPast(read, open.region)
  const [first, last] = known.years
  // A region that is asked for in a year after that of its figures is scored from there too, as far as its folder reaches.
  const opens = lastOpening(open, read)
  const past: Past = year > last ? { ...known, years: [first, Math.min(year, opens)] } : known
  const targets = readTargets(read, open.region)
  const made = { seed, members, assumptions, built: build(open), ...(fit === undefined ? {} : { record: fit }) }
  return { open, past, targets, opens, fit, run: settings => hindcast(open, past, targets, { ...made, ...settings }) }
}

const idle = { begin: () => {}, advance: () => {} }

/** `advance` is told of each year that has been run, `begin` how many there are. */
export const backTest = (
  opened: OpenRegion,
  settings: BackTestSettings,
  build: (open: OpenRegion) => BuiltModule,
  { begin, advance }: { readonly begin: (all: number) => void; readonly advance: (years: number) => void } = idle,
): BackTest => {
  const { open, past, targets, opens, fit, run } = openPast(opened, settings, build)
  begin(2 * startsOf(past).length)
  const progress = (): void => advance(1)
  const found = run({ progress })
  const unaided = run({ progress, outside: 'unknown', next: Math.min(opened.region.start, opens) })
  const risk = nearRisk(open.region, past, targets, [...unaided.reopened, ...unaided.next], settings.seed)
  const { seed, members, assumptions } = settings
  const made = madeWith(open)
  const chosen = fit === undefined ? 'priors' : `fitted to figures up to ${fit.lastYear}`
  return {
    record: hindcastRecord(found, unaided, risk, {
      region: opened.region.id,
      ...made,
      parameters: Object.keys(assumptions).length === 0 ? chosen : `${chosen}, with your own assumptions`,
      seed,
      members,
    }),
    panels: panelsOf(found, open.region),
    fittedTo: fit?.lastYear ?? null,
    fittedBefore: fit !== undefined && (fit.model !== made.model || fit.data !== made.data),
    failures: found.failures,
  }
}

/** The name and the text of the file that holds the error by horizon; central runs decide it, so that none are simulated. */
export const measuredError = (
  opened: OpenRegion,
  parameters: BackTestSettings['parameters'],
  build: (open: OpenRegion) => BuiltModule,
): { readonly file: string; readonly text: string } => {
  const settings = { seed: 0, members: 0, assumptions: {}, parameters }
  const { open, past, targets, fit, run } = openPast(opened, settings, build)
  const { id } = open.region
  return {
    file: modelErrorFile(id),
    text: formatModelError({
      region: id,
      parameters: fit?.set ?? 'priors',
      ...madeWith(open),
      factors: factorSizes(open, past, targets, fit === undefined ? {} : mostLikely(fit)),
      series: regionErrors(run({}).lines, open.region, past),
    }),
  }
}
