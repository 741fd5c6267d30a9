/**
 * What an ensemble is, as plain data that travels to threads, to other machines and into its manifest; and its id: with
 * the same id, a member has the same bits everywhere.
 */
import { createHash } from 'node:crypto'
import { memberInput } from '../../engine/ensemble.ts'
import { createBlock, createMemberRunner, type MemberBlock, type MemberRunner } from '../../engine/member-runner.ts'
import { declaredOutcomes, planRecording, type Recording, RecordingError } from '../../engine/recording.ts'
import { outcomeReader, parseOutcome } from '../../engine/outcome-address.ts'
import type { Design } from '../../engine/sample.ts'
import type { Assumptions, Policy } from '../../engine/scenario.ts'
import type { SensitivityDesign } from '../../engine/sensitivity-design.ts'
import { eventCounter, eventSize, type Event, parseEvent } from '../../engine/summary/event.ts'
import { createGrid, type Grid, pilotMembers } from '../../engine/summary/grid.ts'
import type { Uncertainty } from '../../engine/uncertainty.ts'
import { modelHash } from '../../analysis/fingerprint.ts'
import { lanesRunner } from '../lanes.ts'
import { type OpenRegion, timeOf } from '../../analysis/simulation.ts'
import { openRegion } from '../simulation.ts'
import { createMemberVerdict, type MemberVerdict, verdictSeries } from '../../analysis/member-verdict.ts'

export const mostMembers = 100_000_000
export const mostTraces = 500
/** Counters find their cell in 20 bits. */
const mostCells = 2 ** 20 - 1

export interface EnsembleJob {
  readonly region: string
  /** Folder of packs; those of the program when absent. */
  readonly packs?: string
  readonly scenario: string
  readonly policy: Policy
  readonly assumptions: Assumptions
  readonly uncertainty: Uncertainty
  readonly seed: number
  readonly members: number
  readonly design: Design | SensitivityDesign
  /** Are parameters sampled, shocks drawn? */
  readonly parameters: boolean
  readonly shocks: boolean
  /** Names with bands; all outcomes of the model when empty. */
  readonly outcomes: readonly string[]
  /** Numbers kept of each member. */
  readonly keep: readonly string[]
  readonly events: readonly string[]
  /** Members that are kept step by step, ascending. */
  readonly traces: readonly number[]
  /** Of the numbers kept, in bits. */
  readonly precision: 32 | 64
  /** The accounts of one member in so many are checked; 0 for none. */
  readonly auditEvery: number
  /** One member after the other instead of many side by side: slower, with the same bits. */
  readonly single?: boolean
}

/** Where and how it is run is no part of what an ensemble is. */
export type KeptJob = Omit<EnsembleJob, 'packs' | 'single'>

export const keptJob = ({ packs: _packs, single: _single, ...kept }: EnsembleJob): KeptJob => kept

/** An event with its place among the counters. */
interface PlacedEvent {
  readonly event: Event
  readonly first: number
  readonly size: number
}

export interface OpenEnsemble {
  readonly job: EnsembleJob
  readonly open: OpenRegion
  readonly recording: Recording
  /** Made when it is first asked for. */
  runner(): MemberRunner
  /** Names of the sampled parameters, in the order of the table. */
  readonly inputs: readonly string[]
  readonly keep: ReadonlyArray<{ readonly name: string; readonly read: (block: MemberBlock, lane: number) => number }>
  readonly events: readonly PlacedEvent[]
  /** Undefined where the horizon or the model leave none. */
  readonly verdict: MemberVerdict | undefined
  /** Counters of events and verdicts together. */
  readonly counters: number
  countEvents(block: MemberBlock, count: number, counters: Float64Array): void
  /** What the member was given, in the order of `inputs`. */
  inputsOf(member: number): number[]
}

/** Region outcomes in the middle and at the end of the horizon. */
const keptYears = [2030, 2035, 2040]

const defaultKeep = (open: OpenRegion): string[] => {
  const names = declaredOutcomes(open.linked).filter(name => open.linked.variables.get(name)!.dimensions.length === 0)
  const years = keptYears.filter(year => year >= open.region.start && year + 1 <= open.simulator.horizon.end)
  return names.flatMap(name => years.map(year => `${name}@${year}`))
}

/** Members that can be drawn: as many as the pilot takes, so that a small ensemble has the grid of one that grew. */
const drawable = ({ members, design }: EnsembleJob): number =>
  design === 'monteCarlo' || design === 'sobol' ? Math.max(members, pilotMembers) : members

/** Opens the region and prepares to run its members; the same job gives the same numbers. */
export const openEnsemble = (job: EnsembleJob, opened?: OpenRegion): OpenEnsemble => {
  const open = opened ?? openRegion(job.region, job.packs === undefined ? {} : { root: job.packs })
  const { linked, simulator } = open
  const time = timeOf(open)
  const keep = (job.keep.length > 0 ? job.keep : defaultKeep(open)).map(text => parseOutcome(linked, text, time))
  const events = job.events.map(text => parseEvent(linked, text, time))
  const judged = verdictSeries(open)
  const recording = planRecording(
    linked,
    [
      ...(job.outcomes.length > 0 ? job.outcomes : declaredOutcomes(linked)),
      ...(judged ?? []),
      ...keep.map(({ series }) => series),
      ...events.map(({ outcome }) => outcome.series),
    ],
    time,
  )
  const { seed, design, parameters, shocks, uncertainty } = job
  if (recording.cells > mostCells) {
    throw new RecordingError(
      `${recording.series.length} outcomes over ${recording.steps} steps are too many; choose some with --outcome`,
    )
  }
  const settings = { seed, members: drawable(job), design, parameters, shocks, uncertainty }
  const sample = memberInput(linked, simulator, { ...settings, shocks: false })
  const sampled = sample(0).sampled
  const inputs = sampled === undefined ? [] : [...sampled.keys()]
  const fixed = fixedInputs(inputs, job.assumptions)
  let first = 0
  const placed = events.map(event => {
    const size = eventSize(event, recording)
    first += size
    return { event, size, first: first - size }
  })
  let runner: MemberRunner | undefined
  const verdict = judged === undefined ? undefined : createMemberVerdict(open, recording, first)
  const counters = placed.map(({ event, first: from, size }) => ({
    count: eventCounter(recording, event),
    from,
    size,
  }))
  return {
    job,
    open,
    recording,
    inputs,
    verdict,
    events: placed,
    keep: keep.map(outcome => ({ name: outcome.text, read: outcomeReader(recording, outcome) })),
    counters: first + (verdict?.counters ?? 0),
    runner: () => (runner ??= runnerFor(job, open, recording)),
    countEvents: (block, count, into) => {
      for (const { count: add, from, size } of counters) add(block, count, into.subarray(from, from + size))
    },
    inputsOf: member => {
      const values = sample(member).sampled
      return inputs.map(name => fixed.get(name) ?? values!.get(name)!)
    },
  }

  function fixedInputs(names: readonly string[], assumptions: Assumptions): ReadonlyMap<string, number> {
    const values = new Map<string, number>()
    for (const name of names) {
      const given = assumptions[name] ?? assumptions[name.replace(/\[.*$/, '')]
      if (given !== undefined) values.set(name, given)
    }
    return values
  }
}

const runnerFor = (job: EnsembleJob, open: OpenRegion, recording: Recording): MemberRunner => {
  const { linked, simulator } = open
  const { policy, assumptions, auditEvery, seed, design, parameters, shocks, uncertainty } = job
  const settings = { seed, members: drawable(job), design, parameters, shocks, uncertainty }
  const single = createMemberRunner(simulator, recording, memberInput(linked, simulator, settings), {
    policy,
    assumptions,
    auditEvery,
  })
  if (job.single === true) return single
  try {
    const replay = (member: number): void => single.run(member, 1, createBlock(recording, single.width))
    return lanesRunner(open, { settings, recording, policy, assumptions, auditEvery }, replay)
  } catch (problem) {
    // A machine without what the fast runner needs.
    if (problem instanceof Error && /^(Compile|Link)Error$/.test(problem.name)) return single
    throw problem
  }
}

/** The first members in one block, run as wide as the runner likes it. */
export const pilotBlock = (runner: MemberRunner, members: number): MemberBlock => {
  const { recording, width } = runner
  const all = createBlock(recording, members)
  const block = createBlock(recording, width)
  for (let from = 0; from < members; from += width) {
    const count = Math.min(width, members - from)
    runner.run(from, count, block)
    for (let cell = 0; cell < recording.cells; cell++) {
      const first = cell * width
      all.values.set(block.values.subarray(first, first + count), cell * members + from)
    }
  }
  return all
}

export const pilotSize = (job: EnsembleJob): number => Math.min(pilotMembers, drawable(job))

/** The grid of the ensemble: it follows from the first members, so that every machine finds the same one. */
export const pilotGrid = ({ recording, runner, job }: OpenEnsemble): Grid =>
  createGrid(pilotBlock(runner(), pilotSize(job)), recording.cells, pilotSize(job))

/** All that decides the numbers of a member and how they are summed up. */
export type Identity = Readonly<Record<string, unknown>>

const format = 1

export const identityOf = (ensemble: OpenEnsemble, grid: Grid): Identity => {
  const { job, open, recording, keep, events } = ensemble
  const numbers = createHash('sha256')
  for (const values of [grid.centre, grid.scale])
    numbers.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
  return {
    format,
    model: modelHash(open.linked.source),
    data: open.region.hash,
    region: open.region.id,
    scenario: job.scenario,
    policy: sorted(job.policy),
    assumptions: sorted(job.assumptions),
    uncertainty: job.uncertainty,
    seed: job.seed,
    design: job.design,
    // In a Latin hypercube a member depends on how many there are.
    ...(job.design === 'latinHypercube' ? { members: job.members } : {}),
    parameters: job.parameters,
    shocks: job.shocks,
    recorded: recording.series.map(({ name }) => name),
    keep: keep.map(({ name }) => name),
    events: events.map(({ event }) => event.text),
    traces: job.traces,
    precision: job.precision,
    auditEvery: job.auditEvery,
    // Numbers of the first members: another engine or machine that computes otherwise shows here.
    pilot: numbers.digest('hex').slice(0, 16),
  }
}

const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)))

export const idOf = (identity: Identity): string =>
  createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16)

/** In which ways two ensembles differ, in words. */
export const differences = (one: Identity, other: Identity): string[] => {
  const shown = (value: unknown): string => {
    const text = JSON.stringify(value) ?? 'none'
    return text.length > 60 ? `${text.slice(0, 57)}…` : text
  }
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter(key => JSON.stringify(one[key]) !== JSON.stringify(other[key]))
    .map(key => `${key} ${shown(one[key])} against ${shown(other[key])}`)
}
