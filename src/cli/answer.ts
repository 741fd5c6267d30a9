/** `heartland answer` reports whether a region can be revived, under which policy package and with what probability. */

import type { Command } from 'commander'
import { type AnswerReason, answerReasons } from '../analysis/answer-reasons.ts'
import { answerFor } from '../analysis/answer-runs.ts'
import { noteAudit, noteFit } from './announce.ts'
import { answerPage, briefPage } from './answer-page.ts'
import { standardMembers } from '../scenario/scenario.ts'
import { mostSimulations } from '../scenario/problems.ts'
import { seedFrom, wholeNumber } from '../language/usage.ts'
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
import { parameterVariants } from '../analysis/parameter-variants.ts'
import { ownPacks, readFrom } from '../regions/read.ts'
import { runJobs } from './answer-members.ts'
import { thresholdsFrom } from '../scenario/thresholds.ts'
import { threadsFor } from './threads.ts'
import { sideBySideOf } from './wasm-module.ts'

const mostThreads = 256

interface AnswerOptions extends CommonOptions {
  readonly members: string
  readonly seed: string
  readonly threshold?: readonly string[]
  readonly brief?: boolean
}

const answer = async (session: Session, id: string, options: AnswerOptions): Promise<void> => {
  const members = wholeNumber('--members', options.members, 2, mostSimulations)
  const seed = seedFrom('--seed', options.seed)
  const threads = options.threads === undefined ? undefined : wholeNumber('--threads', options.threads, 1, mostThreads)
  const open = openWith(id, options)
  const assumptions = assumptionsFrom(open, options)
  const thresholds = thresholdsFrom(options.threshold ?? [])
  const read = readFrom(options.packs ?? ownPacks)
  const variants = parameterVariants(open, read, (loaded, parameters) => openWith(id, options, { loaded, parameters }))
  const { runMany, valuesMany } = sideBySideOf(open)
  const found = await answerFor(open, { seed, members, assumptions, thresholds, variants }, runMany, (jobs, all) => {
    const bar = progress('runs', all, session.err)
    return runJobs(jobs, threads ?? threadsFor(all), runs => bar.advance(runs)).finally(() => bar.end())
  })
  const screen = screenOf(session.out)
  const reasons = (): AnswerReason[] => answerReasons(open, found, valuesMany)
  if (options.json === true) printJson(session, { ...found, reasons: reasons() })
  else if (options.brief === true) print(session, briefPage(found, open.region, screen))
  else print(session, answerPage(found, open.region, reasons(), screen))
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
  addAssumptions(addOutside(addPacks(command))).action((id: string, options: AnswerOptions) =>
    answer(session, id, options),
  )
}
