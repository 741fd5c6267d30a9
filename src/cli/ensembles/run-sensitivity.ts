/** Runs a sensitivity design over the uncertain parameters of a region, on several threads. */

import { messages as ensembleMessages } from '../../texts/ensemble.ts'
import { scalarReader, verdictWords } from '../../analysis/scalars.ts'
import { checkIndependence, factorInfo, rankFactors, type Sensitivity } from '../../analysis/sensitivity.ts'
import type { OpenRegion } from '../../analysis/simulation.ts'
import type { SetInputs } from '../../engine/scenario.ts'
import { rowsOf, type SensitivityDesign } from '../../engine/sensitivity-design.ts'
import type { Uncertainty } from '../../engine/uncertainty.ts'
import { cutParts } from '../../threads/parts.ts'
import { spread } from '../../threads/spread.ts'
import { isCancelled } from '../../threads/task.ts'
import { builtModule } from '../wasm-module.ts'
import { createThreads } from '../threads.ts'
import { ensembleAnswers, type EnsembleSetup } from './handler.ts'
import { type EnsembleJob, openEnsemble } from './job.ts'
import { EnsembleError, revived } from './problems.ts'

export interface SensitivityTask extends SetInputs {
  readonly open: OpenRegion
  readonly packs?: string
  readonly scenario: string
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

/** Rows that a thread takes at a time. */
const SHARE = 512

export const runSensitivity = async (task: SensitivityTask, watch: SensitivityWatch): Promise<Sensitivity> => {
  const { open, design, seed, threads } = task
  checkIndependence(task.uncertainty)
  // A parameter that is assumed is not uncertain: it stays in the design and shows no influence.
  const rows = rowsOf(design, factorInfo(open).size)
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
  const outcomes = rankFactors(open, task, columns)
  return { region: open.region.id, scenario: task.scenario, seed, design, runs: rows, outcomes }
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
  const cancel = new AbortController()
  watch.cancellable(() => cancel.abort())
  watch.planned(rows)
  const setup: EnsembleSetup = { order: ensemble.order, built: builtModule(open), folder: '' }
  const pool = createThreads('ensemble', setup, ensembleAnswers, threads)
  try {
    await spread(pool, {
      pieces: cutParts([0, rows], SHARE),
      ask: (client, range, options) => client.ask<Float64Array>('scalars', range, options),
      take: (values, [from, to]) =>
        names.forEach((name, at) =>
          columns.get(name)!.set(values.subarray(at * (to - from), (at + 1) * (to - from)), from),
        ),
      progress: watch.progress,
      signal: cancel.signal,
      died: ([from, to], why) =>
        watch.note(`a thread died over runs ${from} to ${to - 1} (${why}); they are run again`),
    })
  } catch (problem) {
    if (isCancelled(problem)) throw new EnsembleError(ensembleMessages.sensitivityCancelled())
    throw revived(problem)
  } finally {
    await pool.close()
  }
  return columns
}
