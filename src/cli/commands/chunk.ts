/** `heartland chunk` computes part of an ensemble on any machine, to be merged with the other parts. */

import { UsageError } from '../../language/messages.ts'
import { commandMessages, countOf } from '../input/messages.ts'
import type { Command } from 'commander'
import { announce } from '../terminal/announce.ts'
import { addChoice } from '../input/choice.ts'
import { languageOption } from '../input/common-options.ts'
import { runWatched } from './ensemble.ts'
import { addEnsembleOptions, type EnsembleOptions, jobFrom } from '../ensembles/options.ts'
import { threadsFrom } from '../threads/wanted.ts'
import { type Session } from '../terminal/session.ts'
import { auditOnModule } from '../threads/wasm-module.ts'

interface Options extends EnsembleOptions {
  readonly from: string
  readonly to: string
  readonly lang: string
}

const chunk = async (session: Session, word: string, options: Options): Promise<void> => {
  const { open, job, notes } = jobFrom(word, options)
  const from = countOf('--from', options.from, 0, job.members - 1)
  const to = countOf('--to', options.to, 1, job.members)
  const threads = threadsFrom(options, to - from)
  if (to <= from) throw new UsageError(commandMessages.emptyRange({ from, to }))
  announce(session, { open, scenario: job, notes }, auditOnModule)
  await runWatched(session, { job, open, threads, folder: options.out, range: [from, to] }, options)
}

export const define = (command: Command, session: Session): void => {
  command
    .requiredOption('--from <member>', 'first member, counted from 0')
    .requiredOption('--to <member>', 'one more than the last member')
  addChoice(
    addEnsembleOptions(command)
      .option(...languageOption)
      .option('--json', 'print the summary of the part as JSON'),
  ).action((word: string, options: Options) => chunk(session, word, options))
}
