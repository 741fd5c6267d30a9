/** `heartland answer` reports whether a region can be revived, under which policy package and with what probability. */

import type { Command } from 'commander'
import { answerPage, briefPage } from './answer-page.ts'
import { standardMembers } from '../analysis/link/scenario-link.ts'
import { wholeNumber } from '../analysis/usage.ts'
import { addAssumptions, addPacks, type CommonOptions } from './common-options.ts'
import { assumptionsFrom, openWith } from './opening.ts'
import { note, print, printJson, type Session } from './session.ts'
import { progress } from './terminal/progress.ts'
import { screenOf } from './terminal/screen.ts'
import { answerOf, auditTolerance, planOf } from '../analysis/verdict.ts'
import { runMembers } from './answer-members.ts'
import { threadsFor } from './threads.ts'

const mostMembers = 100_000
const mostThreads = 256

interface AnswerOptions extends CommonOptions {
  readonly members: string
  readonly seed: string
  readonly threads?: string
  readonly brief?: boolean
  readonly json?: boolean
}

const answer = async (session: Session, id: string, options: AnswerOptions): Promise<void> => {
  const members = wholeNumber('--members', options.members, 1, mostMembers)
  const seed = wholeNumber('--seed', options.seed, 0, 2 ** 32 - 1)
  const threads = options.threads === undefined ? undefined : wholeNumber('--threads', options.threads, 1, mostThreads)
  const open = openWith(id, options)
  const assumptions = assumptionsFrom(open, options)
  const plan = planOf(open, assumptions)
  const policies = plan.runs.map(({ policy }) => policy)
  const bar = progress('runs', members * policies.length, session.err)
  const task = { settings: { seed, members }, policies, assumptions }
  const used = threads ?? threadsFor(members * policies.length)
  const result = await runMembers(open, task, used, runs => bar.advance(runs)).finally(() => bar.end())
  const found = answerOf(open, plan, result, { seed, members, assumptions })
  if (options.json === true) printJson(session, found)
  else print(session, (options.brief === true ? briefPage : answerPage)(found, open.region, screenOf(session.out)))
  if (!(found.audit.largestResidual < auditTolerance)) {
    note(session, `heartland: the accounts do not balance (${found.audit.where}): do not use this answer`)
    session.exitCode = 1
  }
}

export const define = (command: Command, session: Session): void => {
  command
    .option('-m, --members <number>', 'simulations of each package', String(standardMembers))
    .option('-s, --seed <number>', 'random seed: the same seed gives the same simulations', '1')
    .option('-t, --threads <number>', 'number of threads; does not affect results (default: one per processor)')
    .option('-b, --brief', 'print the main result only')
    .option('--json', 'print the full answer as JSON')
  addAssumptions(addPacks(command))
    .addHelpText(
      'after',
      '\nExamples:\n  heartland answer northeast\n  heartland answer CN-LN --members 1000 --seed 7 --json',
    )
    .action((id: string, options: AnswerOptions) => answer(session, id, options))
}
