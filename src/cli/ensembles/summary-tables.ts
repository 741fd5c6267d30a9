/** Calculates the tables and the summary of an ensemble from its counts. */

import { conditionsOf } from '../../questions/core/conditions.ts'
import {
  bandShares,
  type CellSummary,
  createCellReader,
  probabilityOf,
  type Probability,
} from '../../engine/summary/bands.ts'
import type { Counts, Grid } from '../../engine/summary/counts.ts'
import type { Recording } from '../../engine/recording.ts'
import type { Manifest } from './folder.ts'
import type { OpenEnsemble } from './job.ts'
import type { VerdictSummary } from '../../analysis/runs/fold.ts'
import type { Both, Message } from '../../language/messages.ts'
import { meansRemark } from '../../analysis/runs/mean-of-year.ts'
import { messages as say } from '../../texts/ensemble.ts'
import { emptyColumn, type RowGroup, type TableColumn } from './table.ts'

const percentName = (share: number): string => `q${String(Math.round(share * 100)).padStart(2, '0')}`

export const bandColumns: readonly TableColumn[] = [
  { name: 'outcome', kind: 'text' },
  { name: 'unit', kind: 'text' },
  { name: 'time', kind: 'double' },
  { name: 'step', kind: 'text' },
  { name: 'members', kind: 'integer' },
  ...['mean', 'meanError', 'deviation', 'skewness', 'kurtosis', 'least', 'greatest'].map(
    name => ({ name, kind: 'double' }) as const,
  ),
  ...bandShares.map(share => ({ name: percentName(share), kind: 'double' }) as const),
  ...bandShares.map(share => ({ name: `${percentName(share)}Error`, kind: 'double' }) as const),
  { name: 'beyond', kind: 'integer' },
]

/** '2037Q4', or '2037' in a model with yearly steps. */
export const stepName = ({ times, stepsPerYear }: Recording, step: number): string => {
  const time = times[step]
  const year = Math.floor(time + 1e-9)
  if (stepsPerYear === 1) return String(year)
  const place = Math.round((time - year) * stepsPerYear) + 1
  return stepsPerYear === 4 ? `${year}Q${place}` : `${year}-${place}`
}

/** The numbers of a row, after its texts. */
const bandNumbers = (time: number, cell: CellSummary): readonly number[] => [
  time,
  cell.members,
  cell.mean,
  cell.meanError,
  cell.deviation,
  cell.skewness,
  cell.kurtosis,
  cell.least,
  cell.greatest,
  ...cell.quantiles,
  ...cell.quantileErrors,
  cell.beyond,
]

/** One row an outcome and step; some outcomes in a row group, since groups of a few dozen rows are a burden to readers. */
export const bandRows = function* (counts: Counts, grid: Grid, recording: Recording): Generator<RowGroup> {
  const read = createCellReader(counts, grid)
  const { series, steps } = recording
  const together = Math.max(1, Math.floor(4096 / steps))
  for (let first = 0; first < series.length; first += together) {
    const chosen = series.slice(first, first + together)
    const columns = bandColumns.map(({ kind }) => emptyColumn(kind, chosen.length * steps))
    const numeric = columns.filter(column => ArrayBuffer.isView(column)) as Float64Array[]
    const [outcomes, units, names] = columns.filter(column => !ArrayBuffer.isView(column)) as unknown as string[][]
    for (let row = 0; row < chosen.length * steps; row++) {
      const { name, unit } = chosen[Math.floor(row / steps)]
      const step = row % steps
      outcomes[row] = name
      units[row] = unit
      names[row] = stepName(recording, step)
      bandNumbers(recording.times[step], read(first * steps + row)).forEach((value, column) => {
        numeric[column][row] = value
      })
    }
    yield columns
  }
}

export const probabilityColumns: readonly TableColumn[] = [
  { name: 'event', kind: 'text' },
  { name: 'step', kind: 'text' },
  { name: 'members', kind: 'integer' },
  ...['probability', 'error', 'low95', 'high95'].map(name => ({ name, kind: 'double' }) as const),
]

export interface EventProbability extends Probability {
  readonly event: string
  /** '2037Q4'; empty for an event that has its time in its name. */
  readonly step: string
}

const eventProbabilities = ({ events, recording }: OpenEnsemble, counts: Counts): EventProbability[] =>
  events.flatMap(({ event, first, size }) =>
    Array.from({ length: size }, (_, at) => ({
      event: event.text,
      step: size === 1 ? '' : stepName(recording, at),
      ...probabilityOf(counts.events[first + at], counts.members),
    })),
  )

export const probabilityRows = (probabilities: readonly EventProbability[], members: number): RowGroup => {
  const numbers = (value: (one: EventProbability) => number): Float64Array => Float64Array.from(probabilities, value)
  return [
    probabilities.map(({ event }) => event),
    probabilities.map(({ step }) => step),
    Int32Array.from(probabilities, () => members),
    numbers(({ share }) => share),
    numbers(({ error }) => error),
    numbers(({ low }) => low),
    numbers(({ high }) => high),
  ]
}

export interface SummaryBand {
  readonly outcome: string
  readonly unit: string
  readonly doc: string
  readonly step: string
  readonly q05: number
  readonly median: number
  readonly q95: number
  readonly medianError: number
  readonly mean: number
  readonly deviation: number
}

export interface EnsembleSummary {
  readonly id: string
  readonly region: string
  readonly scenario: string
  readonly conditions: Both<string>
  readonly seed: number
  readonly design: string
  readonly state: Manifest['state']
  readonly members: number
  readonly wanted: number
  readonly stop?: Manifest['stop']
  readonly verdict?: VerdictSummary
  readonly events: readonly EventProbability[]
  /** Region outcomes in the last quarter of some years; all of them, quarter by quarter, are in bands.parquet. */
  readonly bands: readonly SummaryBand[]
  /** Largest residual of the accounts over the members checked, relative to its scale. */
  readonly largestResidual: number
  readonly notes: ReadonlyArray<Both<string>>
}

const shownYears = [2025, 2030, 2035, 2040]

const checked = (every: number): Message => {
  if (every === 0) return say.notChecked()
  return every === 1 ? say.allChecked() : say.someChecked({ every })
}

const notesOf = ({ open, order, job }: OpenEnsemble): Both<string>[] => [
  // A yearly outcome is kept as its mean, also where other tables show its end.
  ...meansRemark(open, [...order.keep, ...order.events.map(({ outcome }) => outcome)]).map(({ text }) => ({
    en: `${text.en}.`,
    zh: `${text.zh}。`,
  })),
  ...[say.independent(), say.bins(), checked(job.auditEvery)].map(({ text }) => text),
]

export const summaryOf = (
  ensemble: OpenEnsemble,
  counts: Counts,
  grid: Grid,
  { id, state, stop }: Pick<Manifest, 'id' | 'state' | 'stop'>,
): EnsembleSummary => {
  const { job, recording, verdict, open } = ensemble
  const read = createCellReader(counts, grid)
  const [low, median, high] = [0.05, 0.5, 0.95].map(share => bandShares.indexOf(share as 0.05))
  const bands: SummaryBand[] = []
  recording.series.forEach(({ name, variable, unit, doc }, at) => {
    if (open.linked.variables.get(variable)!.dimensions.length > 0) return
    for (let step = 0; step < recording.steps; step++) {
      const year = Math.floor(recording.times[step] + 1e-9)
      const isLast = Math.floor((recording.times[step + 1] ?? year + 1) + 1e-9) > year
      if (!shownYears.includes(year) || !isLast) continue
      const { quantiles, quantileErrors, mean, deviation } = read(at * recording.steps + step)
      bands.push({
        outcome: name,
        unit,
        doc,
        step: stepName(recording, step),
        q05: quantiles[low],
        median: quantiles[median],
        q95: quantiles[high],
        medianError: quantileErrors[median],
        mean,
        deviation,
      })
    }
  })
  return {
    id,
    region: open.region.id,
    scenario: job.scenario,
    conditions: conditionsOf({ open, inputs: { simulations: counts.members, seed: job.seed }, scenario: job }),
    seed: job.seed,
    design: job.design,
    state,
    members: counts.members,
    wanted: job.members,
    ...(stop === undefined ? {} : { stop }),
    ...(verdict === undefined ? {} : { verdict: verdict.summarise(counts.events, counts.members) }),
    events: eventProbabilities(ensemble, counts),
    bands,
    largestResidual: counts.residual,
    notes: notesOf(ensemble),
  }
}
