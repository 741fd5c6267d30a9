/** Runs the simulations behind an answer and builds the answer. The caller provides the threads, whose number does not matter. */

import type { RunMany } from '../../engine/run/many.ts'
import type { Assumptions } from '../../engine/scenario.ts'
import type { Thresholds } from '../../model/criteria.ts'
import { cutParts } from '../../threads/parts.ts'
import {
  cellMembers,
  financedTask,
  judgementsOf,
  ownParameters,
  regimeIn,
  cellRuns,
  cellsOf,
  type RobustnessCell,
} from './robustness.ts'
import { type FutureSettings, futureSettings, type Future } from '../runs/future.ts'
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
import type { ParameterVariant } from '../region/parameter-variants.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { pilotTask, pilotVariables, wideningOf } from '../runs/unexplained.ts'
import { type Answer, answerOf, planOf, type Plan } from './verdict.ts'
import type { BuiltModule } from '../region/wasm-region.ts'
import type { EnsembleSettings } from '../../engine/ensemble.ts'
import { type Regime, regimes } from '../../model/regimes.ts'

/** The readings of each member, with the error of the model that it carries. */
export const futureSettingsOf = async (
  open: OpenRegion,
  task: MembersTask,
  built: BuiltModule,
): Promise<FutureSettings> => {
  const pilot = (): RunMembers => membersRunner(runnersOf(orderMembers(open, built, pilotTask(task), pilotVariables)))
  return { ...futureSettings(open), widening: await wideningOf(open, task, pilot) }
}

/** What whoever runs ensembles has: the modules of regions, and threads that answer `memberAnswers` of orders. */
export interface MembersHouse {
  builtModule(open: OpenRegion): BuiltModule
  /** The parts that are asked for, in the order of the questions. */
  askAll(orders: readonly KeptOrder[], questions: readonly MembersQuestion[]): Promise<KeptPart[]>
}

/** The data that threads are given; regions that are the same object are built once, and their pilot is run once. */
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
  /** The region with each set of parameters that there is. */
  readonly variants: readonly ParameterVariant[]
}

interface CellsTask {
  readonly open: OpenRegion
  readonly plan: Plan
  readonly variants: readonly ParameterVariant[]
  readonly settings: EnsembleSettings
  /** Of the answer itself. */
  readonly regime: Regime['id']
  /** Without those of a regime. */
  readonly rest: Assumptions
  /** futures[policy][simulation] of the answer, which are the cell of its own regime and parameters. */
  readonly futures: ReadonlyArray<readonly Future[]>
}

/** Runs that the cells take, for a progress bar. */
const runsOfCells = ({ variants, plan, settings }: Pick<CellsTask, 'variants' | 'plan' | 'settings'>): number =>
  ((variants.length * regimes.length - 1) * plan.packages.length + plan.financed.policies.length) *
  Math.min(cellMembers, settings.members)

/** The ensembles of the cells that the answer itself has not run, one for each set of parameters. */
const cellJobs = ({ open, plan, variants, settings, regime, rest }: Omit<CellsTask, 'futures'>): MembersJob[] => {
  const members = Math.min(cellMembers, settings.members)
  const packages = plan.packages.map(({ policy }) => policy)
  return variants.map(variant => {
    const runs = cellRuns(packages, rest, variant.id === ownParameters(open) ? regime : undefined)
    const task = { settings: { ...settings, members }, ...runs, auditEvery: 0 }
    return { open: variant.open, task, kept: 'judgements' }
  })
}

/** All cells, from the parts of their ensembles. */
const readCells = (
  { open, plan, variants, regime, futures }: CellsTask,
  parts: ReadonlyArray<readonly KeptPart[]>,
): RobustnessCell[] => {
  const packages = plan.packages.length
  return variants.flatMap((variant, at) => {
    const known =
      variant.id === ownParameters(open)
        ? { regime, judgements: futures.map(list => list.map(({ judgement }) => judgement)) }
        : undefined
    return cellsOf(variant.id, packages, judgementsOf(parts[at]), known)
  })
}

/** `run` runs the ensembles that it is given, so many runs in all. */
export const answerFor = async (
  open: OpenRegion,
  { seed, members, assumptions, thresholds, variants }: AnswerTask,
  runMany: RunMany,
  run: (jobs: readonly MembersJob[], runs: number) => Promise<KeptPart[][]>,
): Promise<Answer> => {
  const plan = planOf(open, assumptions, runMany)
  const policies = plan.runs.map(({ policy }) => policy)
  const settings = { seed, members }
  const { regime, rest } = regimeIn(assumptions)
  const cells = { open, plan, variants, settings, regime, rest }
  const jobs: MembersJob[] = [
    { open, task: { settings, policies, assumptions }, kept: 'futures' },
    { open, task: financedTask(plan.financed.policies, settings, assumptions), kept: 'judgements' },
    ...cellJobs(cells),
  ]
  const [own, financed, ...others] = await run(
    jobs,
    members * policies.length + runsOfCells({ variants, plan, settings }),
  )
  const result = joinMembers(own)
  return answerOf(
    open,
    plan,
    result,
    { ...settings, assumptions, thresholds },
    {
      cells: readCells({ ...cells, futures: result.futures }, others),
      financed: judgementsOf(financed),
      regime,
      parameters: ownParameters(open),
      members: Math.min(cellMembers, members),
    },
  )
}
