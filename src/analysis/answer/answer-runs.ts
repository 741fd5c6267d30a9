/** Runs the simulations behind an answer and builds the answer. The caller provides the threads, whose number does not matter. */

import type { RunMany } from '../../engine/run/many.ts'
import type { Assumptions, Policy } from '../../engine/scenario.ts'
import type { Thresholds } from '../../model/criteria.ts'
import { compared, isBeyondEffects } from '../../model/design.ts'
import { envelopeShare } from '../../model/packages.ts'
import { cutParts } from '../../threads/parts.ts'
import { type FutureSettings, futureSettings } from '../runs/future.ts'
import {
  joinMembers,
  type KeptOrder,
  type KeptPart,
  type MembersJob,
  membersRunner,
  type MembersQuestion,
  type MembersTask,
  orderKept,
  orderMembers,
  type RunMembers,
  runnersOf,
} from '../runs/members.ts'
import { reformFindings } from './reforms.ts'
import { keptVotes, makeVotes, type Votes } from './votes.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { pilotTask, pilotVariables, wideningOf } from '../runs/unexplained.ts'
import { type Answer, answerOf, type Plan, planOf } from './verdict.ts'
import type { BuiltModule } from '../region/wasm-region.ts'

/** Settings for reading each member, with the error of the model that it carries. */
export const futureSettingsOf = async (
  open: OpenRegion,
  task: MembersTask,
  built: BuiltModule,
): Promise<FutureSettings> => {
  const pilot = (): RunMembers => membersRunner(runnersOf(orderMembers(open, built, pilotTask(task), pilotVariables)))
  return { ...futureSettings(open), widening: await wideningOf(open, task, pilot) }
}

/** Whoever runs ensembles has the modules of regions, and threads that answer `memberAnswers` of orders. */
export interface MembersHouse {
  builtModule(open: OpenRegion): BuiltModule
  /** The parts that are asked for, in the order of the questions. */
  askAll(orders: readonly KeptOrder[], questions: readonly MembersQuestion[]): Promise<KeptPart[]>
}

/** Orders for threads; regions that are the same object are built once, and their pilot is run once. */
const ordersOf = async (
  jobs: readonly MembersJob[],
  builtModule: MembersHouse['builtModule'],
): Promise<KeptOrder[]> => {
  const modules = new Map<OpenRegion, BuiltModule>()
  const readings = new Map<string, FutureSettings>()
  const orders: KeptOrder[] = []
  for (const { open, task, kept } of jobs) {
    const built = modules.get(open) ?? builtModule(open)
    modules.set(open, built)
    const key = JSON.stringify([[...modules.keys()].indexOf(open), task.settings.seed, task.assumptions])
    const reading = readings.get(key) ?? (await futureSettingsOf(open, task, built))
    readings.set(key, reading)
    orders.push(orderKept(open, built, task, kept, reading))
  }
  return orders
}

/** The parts of each ensemble, in the order of their members; all of them share the threads. */
export const partsOfJobs = async (jobs: readonly MembersJob[], house: MembersHouse): Promise<KeptPart[][]> => {
  const orders = await ordersOf(jobs, open => house.builtModule(open))
  const questions = jobs.flatMap(({ task: { settings, first = settings.members } }, order) =>
    cutParts([0, first]).map((range): MembersQuestion => ({ order, range })),
  )
  const found = await house.askAll(orders, questions)
  return jobs.map((_, order) => found.filter((__, place) => questions[place].order === order))
}

export interface AnswerTask {
  readonly seed: number
  readonly members: number
  readonly assumptions: Assumptions
  readonly thresholds: Thresholds
  /** Spending of a package, as a share of output; that of the votes that are kept when absent. */
  readonly share?: number | undefined
  /** Policies that stand beside the packages. */
  readonly own?: ReadonlyArray<{ readonly name: string; readonly policy: Policy }>
  /** Only the main effects of spending and of reform are simulated. */
  readonly brief?: boolean
}

type RunJobs = (jobs: readonly MembersJob[], runs: number) => Promise<KeptPart[][]>

/** The votes that were kept for this question, or those of a reduced list. */
const votesFor = async (
  open: OpenRegion,
  { assumptions, share }: AnswerTask,
  plan: Plan,
  run: RunJobs,
): Promise<Votes> =>
  (share === undefined || share === envelopeShare ? keptVotes(open, assumptions) : undefined) ??
  makeVotes(open, plan.packages.slice(0, compared.length), assumptions, run, true)

/** `run` runs the ensembles that it is given, so many runs in all. */
export const answerFor = async (
  open: OpenRegion,
  asked: AnswerTask,
  runMany: RunMany,
  run: RunJobs,
): Promise<Answer> => {
  const { seed, members, assumptions, thresholds, share, own = [], brief = false } = asked
  const whole = planOf(open, assumptions, { share, own }, runMany)
  const settings = { seed, members }
  const votes = await votesFor(open, asked, whole, run)
  const reforms = reformFindings(open, whole.packages, assumptions, runMany)
  const isShown = (_: unknown, at: number): boolean => !brief || !isBeyondEffects(whole.packages[at]!.id)
  const plan = { ...whole, packages: whole.packages.filter(isShown), names: whole.names.filter(isShown) }
  const policies = plan.packages.map(({ policy }) => policy)
  const [parts] = await run(
    [{ open, task: { settings, policies, assumptions }, kept: 'futures' }],
    members * policies.length,
  )
  return answerOf(open, plan, joinMembers(parts), { ...settings, assumptions, thresholds }, { votes, reforms })
}
