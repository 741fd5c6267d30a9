/** Runs a sensitivity design over the uncertain parameters of a region and ranks them for some outcomes. */

import { uncertainParameters } from '../../engine/ensemble.ts'
import {
  morrisEffects,
  type MorrisEffect,
  shocksFactor,
  type SobolIndex,
  sobolIndices,
} from '../../engine/sensitivity.ts'
import { rowsOf, type SensitivityDesign, sensitivityPoints } from '../../engine/sensitivity-design.ts'
import type { Assumptions, Policy } from '../../engine/scenario.ts'
import type { Uncertainty } from '../../engine/uncertainty.ts'
import type { Prior } from '../../language/declare.ts'
import type { OpenRegion } from '../../analysis/simulation.ts'
import type { Range } from './files.ts'
import { type EnsembleJob, openEnsemble } from './job.ts'
import { createPool } from './pool.ts'
import { EnsembleError } from './problems.ts'
import { scalarReader, scalarTitle, scalarValues, verdictWords } from './scalars.ts'

export interface SensitivityTask {
  readonly open: OpenRegion
  readonly packs?: string
  readonly scenario: string
  readonly policy: Policy
  readonly assumptions: Assumptions
  readonly uncertainty: Uncertainty
  readonly seed: number
  readonly design: SensitivityDesign
  /** Outcomes at a time, or words of the verdict. */
  readonly outcomes: readonly string[]
  readonly threads: number
}

export interface SensitivityWatch {
  readonly planned: (rows: number) => void
  readonly progress: (rows: number) => void
  readonly note: (text: string) => void
  readonly cancellable: (cancel: () => void) => void
}

/** A parameter, what it is and how well it is known. */
export interface FactorInfo {
  readonly name: string
  readonly doc: string
  readonly unit: string
  readonly evidence: string
  readonly source: string
  readonly prior: Prior | undefined
}

export interface OutcomeSensitivity {
  readonly outcome: string
  readonly title: string
  readonly mean: number
  readonly deviation: number
  /** Most influential first. */
  readonly sobol?: ReadonlyArray<FactorInfo & SobolIndex>
  readonly morris?: ReadonlyArray<FactorInfo & MorrisEffect>
}

export interface Sensitivity {
  readonly region: string
  readonly scenario: string
  readonly seed: number
  readonly design: SensitivityDesign
  readonly runs: number
  readonly outcomes: readonly OutcomeSensitivity[]
}

/** Rows that a thread takes at a time. */
const SHARE = 512

/** Evidence of the random series: they are no guess about a number. */
const shocksInfo: FactorInfo = {
  name: shocksFactor,
  doc: 'Random series: national growth, prices, sanctions, harvests, weather and the like',
  unit: '',
  evidence: '',
  source: '18',
  prior: undefined,
}

export const factorInfo = ({ linked }: OpenRegion): Map<string, FactorInfo> =>
  new Map(
    uncertainParameters(linked).map(({ name, prior }) => {
      const variable = linked.variables.get(name.replace(/\[.*$/, ''))!
      return [
        name,
        {
          name,
          doc: variable.doc,
          unit: variable.unitText,
          evidence: variable.evidence ?? 'assumed',
          source: variable.source ?? '',
          prior,
        },
      ]
    }),
  )

export const runSensitivity = async (task: SensitivityTask, watch: SensitivityWatch): Promise<Sensitivity> => {
  const { open, design, seed, threads } = task
  if (design.kind === 'saltelli' && (task.uncertainty.correlations ?? []).length > 0) {
    throw new EnsembleError('Sobol indices suppose that parameters are independent; leave out the correlations')
  }
  // A parameter that is assumed is not uncertain: it stays in the design and shows no influence.
  const info = factorInfo(open)
  const names = [...info.keys()]
  const rows = rowsOf(design, names.length)
  const shocks = design.kind === 'saltelli' && design.shocks
  const job: EnsembleJob = {
    region: open.region.id,
    ...(task.packs === undefined ? {} : { packs: task.packs }),
    scenario: task.scenario,
    policy: task.policy,
    assumptions: task.assumptions,
    uncertainty: task.uncertainty,
    seed,
    members: rows,
    design,
    parameters: true,
    shocks,
    outcomes: ['nationalGrowthRate'],
    keep: task.outcomes.filter(text => !verdictWords.includes(text)),
    events: [],
    traces: [],
    precision: 64,
    auditEvery: 0,
  }
  // Without any outcome to keep, those of an ensemble would be taken.
  const keep = job.keep.length > 0 ? job.keep : [`nationalGrowthRate@${open.region.start}`]
  const columns = await readColumns({ ...job, keep }, open, rows, threads, watch)
  const independent = design.kind === 'saltelli' ? 2 * design.base : rows
  const points = sensitivityPoints(names, seed, design)
  const outcomes = task.outcomes.map((outcome): OutcomeSensitivity => {
    const values = scalarValues(columns, addressOf(columns, outcome), independent)
    const head = { outcome, title: scalarTitle(open, outcome), ...momentsOf(values.subarray(0, independent)) }
    const described = <Found extends { readonly name: string }>(found: Found): FactorInfo & Found => ({
      ...(info.get(found.name) ?? shocksInfo),
      ...found,
    })
    if (design.kind === 'morris') {
      const effects = morrisEffects(values, names, design, { seed }, points)
      return { ...head, morris: effects.toSorted((a, b) => b.size.value - a.size.value).map(described) }
    }
    const { factors } = sobolIndices(values, names, design, { seed }, points)
    return { ...head, sobol: factors.toSorted((a, b) => b.total.value - a.total.value).map(described) }
  })
  return { region: open.region.id, scenario: task.scenario, seed, design, runs: rows, outcomes }
}

/** Addresses are read under the name that parsing gave them. */
const addressOf = (columns: ReadonlyMap<string, Float64Array>, outcome: string): string =>
  [...columns.keys()].find(name => name.replaceAll(/\s/g, '') === outcome.replaceAll(/\s/g, '')) ?? outcome

const momentsOf = (values: Float64Array): { readonly mean: number; readonly deviation: number } => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) }
}

const readColumns = async (
  job: EnsembleJob,
  open: OpenRegion,
  rows: number,
  threads: number,
  watch: SensitivityWatch,
): Promise<ReadonlyMap<string, Float64Array>> => {
  const ensemble = openEnsemble(job, open)
  const { names } = scalarReader(ensemble)
  const columns = new Map(names.map(name => [name, new Float64Array(rows)]))
  const cancel = new SharedArrayBuffer(4)
  const flag = new Int32Array(cancel)
  watch.cancellable(() => Atomics.store(flag, 0, 1))
  watch.planned(rows)
  const task = { job, folder: '', cancel, fault: undefined }
  const pool = createPool(task, threads, { progress: watch.progress, note: watch.note, chunk: () => {} }, ensemble)
  const ranges = Array.from(
    { length: Math.ceil(rows / SHARE) },
    (_, at): Range => [at * SHARE, Math.min(rows, (at + 1) * SHARE)],
  )
  try {
    await pool.read(ranges, ([from, to], values) => {
      names.forEach((name, at) =>
        columns.get(name)!.set(values.subarray(at * (to - from), (at + 1) * (to - from)), from),
      )
    })
  } finally {
    await pool.close()
  }
  if (flag[0] !== 0) throw new EnsembleError('cancelled: a sensitivity analysis is nothing in part')
  return columns
}
