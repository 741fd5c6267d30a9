/**
 * Runs the simulations behind an answer, several policies with the same draws, and keeps what the verdict needs of
 * each.
 */

import type { EnsembleSettings } from '../../engine/ensemble.ts'
import { instantiate } from '../../engine/simd/instance.ts'
import { planRecording } from '../../engine/recording.ts'
import { orderRuns, type RunOrder } from '../../engine/run/inputs.ts'
import { type Reader, yearReader } from '../../engine/run/reader.ts'
import { checkFailures, createBlock, type MemberBlock, type MemberRunner } from '../../engine/run/runner.ts'
import { createWasmRunners, memoryFor } from '../../engine/run/wasm.ts'
import type { Assumptions, Policy } from '../../engine/scenario.ts'
import { advance, type Answers, type Task } from '../../threads/task.ts'
import {
  type Future,
  futureReader,
  type FutureSettings,
  futureSettings,
  futureVariables,
  regionVariables,
} from './future.ts'
import { settingsUnder } from '../region/outside.ts'
import type { BuiltModule } from '../region/wasm-region.ts'
import { type OpenRegion, timeOf } from '../region/simulation.ts'
import { worstAudit } from './accounts-hold.ts'

export interface MembersTask {
  readonly settings: EnsembleSettings
  readonly policies: readonly Policy[]
  readonly assumptions: Assumptions
  /** Of each policy, besides those for all: the regime of transfers, for example. */
  readonly assumptionsOf?: readonly Assumptions[]
  /** Only so many are run, the first ones: all of them when absent. */
  readonly first?: number
  /** The accounts of members whose number is a multiple of this are checked: of all of them when absent, of none for 0. */
  readonly auditEvery?: number
}

/** The largest residual of the accounts, and in which run it was found. */
export interface MembersAudit {
  readonly largestResidual: number
  readonly where: string
  readonly when: number
  readonly policy: number
  readonly member: number
}

export interface Members {
  /** futures[policy][member]. */
  readonly futures: Future[][]
  readonly audit: MembersAudit
}

export type MembersRange = readonly [from: number, to: number]

/** Before any run. */
const noAudit: MembersAudit = { largestResidual: 0, where: '', when: 0, policy: 0, member: 0 }

/** The worst, member by member. */
export const largest = (audits: readonly MembersAudit[]): MembersAudit =>
  worstAudit([noAudit, ...audits.toSorted((a, b) => a.member - b.member || a.policy - b.policy)])!

/** The data that threads are given to run the members: plain data, and no model. */
export interface MembersOrder {
  readonly built: BuiltModule
  /** By policy. */
  readonly runs: readonly RunOrder[]
}

export const orderMembers = (
  open: OpenRegion,
  built: BuiltModule,
  { settings: asked, policies, assumptions, assumptionsOf = [], auditEvery = 1 }: MembersTask,
  record: readonly string[],
): MembersOrder => {
  const { linked, region, simulator } = open
  const recording = planRecording(linked, record, timeOf(open))
  const settings = settingsUnder(open, asked)
  const tasks = policies.map((policy, at) => {
    const own = { ...assumptions, ...assumptionsOf[at] }
    return { settings, recording, policy, assumptions: own, auditEvery }
  })
  return { built, runs: orderRuns(linked, region, simulator.horizon, tasks) }
}

/** A member of a block, seen from an area. */
export type SeenMember = (area: number) => Reader

export interface KeptMembers<Result> extends Pick<Members, 'audit'> {
  /** results[policy][member - from]. */
  readonly results: Result[][]
}

export type RunMembers = <Result>(
  range: MembersRange,
  keep: (member: SeenMember, policy: number, number: number) => Result,
  /** Waited for between blocks, with the number of runs that were done in between. */
  pause?: (runs: number) => Promise<void> | void,
) => Promise<KeptMembers<Result>>

/** Runners of an order, by policy, on an instance of their own. */
export const runnersOf = ({ built: { module, manifest }, runs }: MembersOrder): MemberRunner[] =>
  createWasmRunners(instantiate(module, memoryFor(manifest, runs[0])), manifest, runs)

/** Runs members in this thread; the runners differ by policy. */
export const membersRunner = (runners: readonly MemberRunner[]): RunMembers => {
  const { recording, width } = runners[0]
  const block: MemberBlock = createBlock(recording, width)
  const { forget, read } = yearReader(recording, block)
  return async <Result>(
    [from, to]: MembersRange,
    keep: (member: SeenMember, policy: number, number: number) => Result,
    pause: (runs: number) => Promise<void> | void = () => {},
  ): Promise<KeptMembers<Result>> => {
    const results: Result[][] = runners.map(() => [])
    const audits: MembersAudit[] = []
    // All policies of a block, before the next block: they share what they begin with.
    for (let next = from; next < to; next += width) {
      for (const [policy, runner] of runners.entries()) {
        const [first, count] = [next, Math.min(width, to - next)]
        runner.run(first, count, block)
        checkFailures(first, block)
        forget()
        for (let lane = 0; lane < count; lane++)
          results[policy].push(keep(area => read(lane, area), policy, first + lane))
        for (const { lane, relative, where, when } of block.residuals)
          audits.push({ largestResidual: relative, where, when, policy, member: first + lane })
        const waiting = pause(count)
        if (waiting !== undefined) await waiting
      }
    }
    return { results, audit: largest(audits) }
  }
}

/** Parts of a simulation that are read: the region and its areas, or the region alone. */
export type KeptOfMembers = 'futures' | 'region'

/** One of the ensembles behind an answer. */
export interface MembersJob {
  readonly open: OpenRegion
  readonly task: MembersTask
  readonly kept: KeptOfMembers
}

/** The data that threads are given to run one of the ensembles behind an answer. */
export interface KeptOrder extends MembersOrder {
  readonly reading: FutureSettings
  readonly kept: KeptOfMembers
}

export const orderKept = (
  open: OpenRegion,
  built: BuiltModule,
  task: MembersTask,
  kept: KeptOfMembers,
  reading: FutureSettings = futureSettings(open),
): KeptOrder => ({
  ...orderMembers(open, built, task, kept === 'futures' ? futureVariables : regionVariables),
  reading: kept === 'futures' ? reading : { ...reading, areas: 0 },
  kept,
})

/** The results of a part of an ensemble, [policy][member - from]. */
export type KeptPart = Members

export interface MembersQuestion {
  /** Place of the ensemble among the orders. */
  readonly order: number
  readonly range: MembersRange
}

type RunPart = (range: MembersRange, task: Task) => Promise<KeptPart>

const partRunner = ({ reading, ...order }: KeptOrder): RunPart => {
  const run = membersRunner(runnersOf(order))
  const readFuture = futureReader(reading)
  return async (range, task) => {
    const all = (range[1] - range[0]) * order.runs.length
    let done = 0
    const pause = (runs: number): Promise<void> => advance(task, (done += runs), all)
    const { results, audit } = await run(range, (member, _, number) => readFuture(member, number), pause)
    return { futures: results, audit }
  }
}

/** The answers of a thread that runs members: `part` of one of the ensembles, prepared as long as it is asked for. */
export const memberAnswers = (orders: readonly KeptOrder[]) => {
  let prepared: { readonly order: number; readonly run: RunPart } | undefined
  return {
    part: ({ order, range }: MembersQuestion, task: Task): Promise<KeptPart> => {
      if (prepared?.order !== order) prepared = { order, run: partRunner(orders[order]) }
      return prepared.run(range, task)
    },
  } satisfies Answers
}

/** Parts of an ensemble, in the order of their members, as one. */
export const joinMembers = <Part extends Members>(parts: readonly Part[]): Members => ({
  futures: parts[0].futures.map((_, policy) => parts.flatMap(part => part.futures[policy])),
  audit: largest(parts.map(part => part.audit)),
})
