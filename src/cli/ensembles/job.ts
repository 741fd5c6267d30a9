/**
 * The description of an ensemble as plain data for threads, other machines and the manifest, and its id: members of
 * ensembles with the same id are identical everywhere.
 */
import { addressedVariable } from '../../language/address.ts'
import { lastPer } from '../../language/once-per.ts'
import { UsageError } from '../../language/messages.ts'
import { messages as ensembleMessages } from '../../texts/ensemble.ts'
import { messages as say } from '../../texts/question.ts'
import { conditionsOf } from '../../questions/core/conditions.ts'
import { createHash } from 'node:crypto'
import { declaredOutcomes, planRecording, type Recording } from '../../engine/recording.ts'
import { type OutcomeAddress, outcomeReader, parseOutcome } from '../../engine/outcome-address.ts'
import { sampleOf } from '../../engine/simd/draws.ts'
import { instantiate } from '../../engine/simd/instance.ts'
import { type EnsembleSettings, memberInput } from '../../engine/ensemble.ts'
import { orderRuns, type RunOrder } from '../../engine/run/inputs.ts'
import { createJavaScriptRunner } from '../../engine/run/javascript.ts'
import {
  checkFailures,
  createBlock,
  type MemberBlock,
  type MemberInput,
  type MemberRunner,
} from '../../engine/run/runner.ts'
import { createWasmRunners, memoryFor } from '../../engine/run/wasm.ts'
import type { Sample, Design } from '../../engine/sample.ts'
import type { Assumptions, SetInputs } from '../../engine/scenario.ts'
import { eventCounter, eventSize, type Event, parseEvent } from '../../engine/summary/event.ts'
import { createGrid, type Grid, pilotMembers } from '../../engine/summary/counts.ts'
import type { OutsidePaths } from '../../engine/outside.ts'
import type { Uncertainty } from '../../engine/uncertainty.ts'
import { type OpenRegion, timeOf } from '../../analysis/region/simulation.ts'
import { madeWith } from '../../analysis/region/fingerprint.ts'
import type { BuiltModule } from '../../analysis/region/wasm-region.ts'
import { openUnder } from '../../analysis/region/open-under.ts'
import { settingsUnder } from '../../analysis/region/outside.ts'
import { openRegion } from '../input/simulation.ts'
import { createMemberVerdict, type MemberVerdict, verdictSeries } from '../../analysis/runs/fold.ts'

export const mostMembers = 1_000_000_000
export const mostTraces = 500
/** Counters find their cell in 20 bits. */
const mostCells = 2 ** 20 - 1

export interface EnsembleJob extends SetInputs {
  readonly region: string
  /** Folder of packs; those of the program when absent. */
  readonly packs?: string
  readonly scenario: string
  /** External conditions other than those of the region. */
  readonly outside?: OutsidePaths
  readonly uncertainty: Uncertainty
  readonly seed: number
  readonly members: number
  readonly design: Design
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
}

/** An ensemble stays the same wherever it is run. */
export type KeptJob = Omit<EnsembleJob, 'packs'>

export const keptJob = ({ packs: _packs, ...kept }: EnsembleJob): KeptJob => kept

/** An event with its place among the counters. */
interface PlacedEvent {
  readonly event: Event
  readonly first: number
  readonly size: number
}

/** Everything that members are run and read with, as plain data: a thread needs no model beside it. */
export interface EnsembleOrder {
  readonly job: EnsembleJob
  readonly runs: RunOrder
  readonly keep: readonly OutcomeAddress[]
  readonly events: readonly Event[]
  /** False where the horizon or the model leave no verdict. */
  readonly judged: boolean
  /** In the metadata of every table. */
  readonly conditions: string
}

export interface MemberReading {
  readonly job: EnsembleJob
  readonly conditions: string
  readonly recording: Recording
  /** Names of the sampled parameters, in the order of the table. */
  readonly inputs: readonly string[]
  readonly keep: ReadonlyArray<{ readonly name: string; readonly read: (block: MemberBlock, lane: number) => number }>
  readonly events: readonly PlacedEvent[]
  /** Undefined where the horizon or the model leave none. */
  readonly verdict: MemberVerdict | undefined
  /** Counters of events and verdicts together. */
  readonly counters: number
  countEvents(block: MemberBlock, count: number, counters: Float64Array): void
  /** Inputs of the member, in the order of `inputs`. */
  inputsOf(member: number): number[]
  readonly sample: Sample
}

export interface OpenEnsemble extends MemberReading {
  readonly open: OpenRegion
  readonly order: EnsembleOrder
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

const settingsOf = (job: EnsembleJob): EnsembleSettings => {
  const { seed, design, parameters, shocks, uncertainty } = job
  return { seed, members: drawable(job), design, parameters, shocks, uncertainty }
}

/** Repeated requests are kept once: other programs do not read a table with two columns of one name. */
const onceByText = <One extends { readonly text: string }>(all: readonly One[]): One[] => [
  ...new Map(all.map(one => [one.text, one])).values(),
]

/** Opens the region and plans what is run and read; the same job gives the same numbers. */
export const openEnsemble = (job: EnsembleJob, opened?: OpenRegion): OpenEnsemble => {
  const open =
    opened ?? openUnder(openRegion(job.region, job.packs === undefined ? {} : { root: job.packs }), job.outside ?? {})
  const { linked, region, simulator } = open
  const time = timeOf(open)
  const keep = onceByText(
    (job.keep.length > 0 ? job.keep : defaultKeep(open)).map(one => parseOutcome(linked, one, time)),
  )
  const events = onceByText(job.events.map(one => parseEvent(linked, one, time)))
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
  const { policy, assumptions, auditEvery } = job
  if (recording.cells > mostCells) {
    throw new UsageError(ensembleMessages.tooManyOutcomes({ count: recording.series.length, steps: recording.steps }))
  }
  const [runs] = orderRuns(linked, region, simulator.horizon, [
    { settings: settingsUnder(open, settingsOf(job)), recording, policy, assumptions, auditEvery },
  ])
  // Of no number of simulations: the same members serve an ensemble that grows.
  const conditions = conditionsOf({ open, inputs: {}, scenario: job }, true, say.drawn({ seed: String(job.seed) }))
  const order = { job, runs, keep, events, judged: judged !== undefined, conditions: conditions.en }
  return { ...memberReading(order), open, order }
}

export const memberReading = ({ job, conditions, runs, keep, events, judged }: EnsembleOrder): MemberReading => {
  const { recording, draws } = runs
  const sample = sampleOf(draws)
  const inputs = draws.parameters.map(({ name }) => name)
  const fixed = fixedInputs(inputs, job.assumptions)
  let first = 0
  const placed = events.map(event => {
    const size = eventSize(event, recording)
    first += size
    return { event, size, first: first - size }
  })
  const verdict = judged ? createMemberVerdict(recording, first) : undefined
  const counters = placed.map(({ event, first: from, size }) => ({
    count: eventCounter(recording, event),
    from,
    size,
  }))
  return {
    job,
    conditions,
    recording,
    inputs,
    sample,
    verdict,
    events: placed,
    keep: keep.map(outcome => ({ name: outcome.text, read: outcomeReader(recording, outcome) })),
    counters: first + (verdict?.counters ?? 0),
    countEvents: (block, count, into) => {
      for (const { count: add, from, size } of counters) add(block, count, into.subarray(from, from + size))
    },
    inputsOf: member => {
      const values = sample(member)
      return inputs.map(name => fixed.get(name) ?? values.get(name)!)
    },
  }
}

const fixedInputs = (names: readonly string[], assumptions: Assumptions): ReadonlyMap<string, number> => {
  const values = new Map<string, number>()
  for (const name of names) {
    const given = assumptions[name] ?? assumptions[addressedVariable(name)]
    if (given !== undefined) values.set(name, given)
  }
  return values
}

/** Runs members one after the other in JavaScript: the same bits, computed another way. */
export const oneByOneRunner = ({ job, open, recording }: OpenEnsemble): MemberRunner => {
  const { policy, assumptions, auditEvery } = job
  const draw = memberInput(open.linked, open.simulator, settingsOf(job))
  const inputOf = (member: number): MemberInput => ({ ...draw(member), policy, assumptions })
  return createJavaScriptRunner(open.simulator, recording, inputOf, auditEvery)
}

const pilotSize = (job: EnsembleJob): number => Math.min(pilotMembers, drawable(job))

/** A runner of the members, on an instance of its own. */
export const runnerOf = (
  { runs }: EnsembleOrder,
  { module, manifest }: BuiltModule,
  { sample }: Pick<MemberReading, 'sample'>,
): MemberRunner => createWasmRunners(instantiate(module, memoryFor(manifest, runs)), manifest, [runs], sample)[0]

/** The first members in a block of their own, which is as wide as they are many. */
export const runPilot = ({ recording, job }: MemberReading, runner: MemberRunner): MemberBlock => {
  const block = createBlock(recording, pilotSize(job))
  runner.run(0, block.width, block)
  checkFailures(0, block)
  return block
}

/** A grid whose memory all threads share. */
const shared = ({ cells, centre, scale }: Grid): Grid => {
  const copy = (values: Float64Array): Float64Array => {
    const found = new Float64Array(new SharedArrayBuffer(values.byteLength))
    found.set(values)
    return found
  }
  return { cells, centre: copy(centre), scale: copy(scale) }
}

/** Of the ensemble run last in a region that stays open: a worker computes many chunks of one, each on the same grid. */
const grids = lastPer<OpenRegion, Grid>()

/** The grid of the ensemble: it follows from the first members, so that every machine finds the same one. */
export const gridOf = ({ open, job, recording }: OpenEnsemble, pilot: () => MemberBlock): Grid =>
  grids.of(open, JSON.stringify(keptJob(job)), () => {
    const block = pilot()
    return shared(createGrid(block, recording.cells, block.width))
  })

/** All that decides the numbers of a member and how they are summed up. */
export type JobIdentity = Readonly<Record<string, unknown>>

const format = 1

export const identityOf = (ensemble: OpenEnsemble, grid: Grid): JobIdentity => {
  const { job, open, recording, keep, events } = ensemble
  const numbers = createHash('sha256')
  for (const values of [grid.centre, grid.scale])
    numbers.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
  return {
    format,
    ...madeWith(open),
    region: open.region.id,
    scenario: job.scenario,
    policy: sorted(job.policy),
    assumptions: sorted(job.assumptions),
    ...(job.outside === undefined ? {} : { outside: sorted(job.outside) }),
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

export const idOf = (identity: JobIdentity): string =>
  createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16)

/** In which ways two ensembles differ, in words. */
export const differences = (one: JobIdentity, other: JobIdentity): string[] => {
  const shown = (value: unknown): string => {
    const text = JSON.stringify(value) ?? 'none'
    return text.length > 60 ? `${text.slice(0, 57)}…` : text
  }
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter(key => JSON.stringify(one[key]) !== JSON.stringify(other[key]))
    .map(key => `${key} ${shown(one[key])} against ${shown(other[key])}`)
}
