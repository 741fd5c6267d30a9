/** `heartland answer` reports whether a region can be revived, under which policy package and with what probability. */

import type { Command } from 'commander'
import { cellMembers, ownParameters, regimeIn } from '../analysis/cells.ts'
import { noteAudit, noteFit } from './announce.ts'
import { answerPage, briefPage } from './answer-page.ts'
import { standardMembers } from '../analysis/link/scenario-link.ts'
import { wholeNumber } from '../analysis/usage.ts'
import {
  addAssumptions,
  addOutside,
  addPacks,
  collectValues,
  type CommonOptions,
  threadsOption,
} from './common-options.ts'
import { assumptionsFrom, openWith } from './opening.ts'
import { print, printJson, type Session } from './session.ts'
import { progress } from './terminal/progress.ts'
import { screenOf } from './terminal/screen.ts'
import { answerOf, planOf } from '../analysis/verdict.ts'
import { joinMembers } from '../analysis/members.ts'
import { type MembersJob, runJobs } from './answer-members.ts'
import { parameterVariants } from './parameter-variants.ts'
import { cellJobs, readCells, runsOfCells } from './robustness-runs.ts'
import { thresholdsFrom } from './thresholds.ts'
import { threadsFor } from './threads.ts'
import { runManyOf } from './wasm-module.ts'

const mostMembers = 100_000
const mostThreads = 256

interface AnswerOptions extends CommonOptions {
  readonly members: string
  readonly seed: string
  readonly threads?: string
  readonly threshold?: readonly string[]
  readonly brief?: boolean
  readonly json?: boolean
}

const answer = async (session: Session, id: string, options: AnswerOptions): Promise<void> => {
  const members = wholeNumber('--members', options.members, 2, mostMembers)
  const seed = wholeNumber('--seed', options.seed, 0, 2 ** 32 - 1)
  const threads = options.threads === undefined ? undefined : wholeNumber('--threads', options.threads, 1, mostThreads)
  const open = openWith(id, options)
  const assumptions = assumptionsFrom(open, options)
  const thresholds = thresholdsFrom(options.threshold ?? [])
  const plan = planOf(open, assumptions, runManyOf(open))
  const policies = plan.runs.map(({ policy }) => policy)
  const settings = { seed, members }
  const variants = parameterVariants(open, options.packs)
  const all = members * policies.length + runsOfCells({ variants, plan, settings })
  const bar = progress('runs', all, session.err)
  const used = threads ?? threadsFor(all)
  const advance = (runs: number): void => bar.advance(runs)
  const { regime, rest } = regimeIn(assumptions)
  const cells = { open, plan, variants, settings, regime, rest }
  const jobs: MembersJob[] = [{ open, task: { settings, policies, assumptions }, kept: 'futures' }, ...cellJobs(cells)]
  const [own, ...others] = await runJobs(jobs, used, advance).finally(() => bar.end())
  const result = joinMembers(own)
  const found = answerOf(
    open,
    plan,
    result,
    { ...settings, assumptions, thresholds },
    {
      cells: readCells({ ...cells, futures: result.futures }, others),
      regime,
      parameters: ownParameters(open),
      members: Math.min(cellMembers, members),
    },
  )
  if (options.json === true) printJson(session, found)
  else print(session, (options.brief === true ? briefPage : answerPage)(found, open.region, screenOf(session.out)))
  noteFit(session, open)
  noteAudit(session, found.audit)
}

export const define = (command: Command, session: Session): void => {
  command
    .option('-m, --members <number>', 'simulations of each package', String(standardMembers))
    .option('-s, --seed <number>', 'random seed: the same seed gives the same simulations', '1')
    .option(...threadsOption)
    .option(
      '--threshold <measure=value>',
      'move a threshold of a criterion, such as unemployment=0.06 (may be repeated)',
      collectValues,
    )
    .option('-b, --brief', 'print the main result only')
    .option('--json', 'print the full answer as JSON')
  addAssumptions(addOutside(addPacks(command)))
    .addHelpText(
      'after',
      '\nExamples:\n  heartland answer northeast\n  heartland answer CN-LN --members 1000 --seed 7 --json',
    )
    .action((id: string, options: AnswerOptions) => answer(session, id, options))
}
