/** `heartland ensemble` runs many simulations of a region, and writes bands, probabilities and one row per member. */

import { UsageError } from '../../language/messages.ts'
import { commandMessages } from '../input/messages.ts'
import type { Command } from 'commander'
import { announce, noteAudit } from '../terminal/announce.ts'
import { addChoice } from '../input/choice.ts'
import { fullOption, languageFrom, languageOption } from '../input/common-options.ts'
import { addEnsembleOptions, type EnsembleOptions, jobFrom } from '../ensembles/options.ts'
import { threadsFrom } from '../threads/wanted.ts'
import { ensemblePage } from '../ensembles/page.ts'
import { type EnsembleRun, runEnsemble } from '../ensembles/run-ensemble.ts'
import { interruptible } from '../threads/interruptible.ts'
import { note, print, printJson, type Session, screenOf } from '../terminal/session.ts'
import { auditOnModule } from '../threads/wasm-module.ts'
import { type Progress, progress } from '../terminal/progress.ts'

interface Options extends EnsembleOptions {
  readonly until?: string
  readonly csv?: boolean
  readonly full?: boolean
  readonly lang: string
}

/** '1%', '1 %' or '0.01'. */
const shareFrom = (text: string): number => {
  const [, digits = '', percent] = /^([\d.]+)\s*(%?)$/.exec(text.trim()) ?? []
  const value = Number(digits) / (percent === '%' ? 100 : 1)
  if (digits !== '' && value > 0 && value < 1) return value
  throw new UsageError(commandMessages.untilForm({ text }))
}

/** Runs with a progress bar; the first Ctrl-C assembles the members completed so far, the second stops at once. */
export const runWatched = async (
  session: Session,
  task: EnsembleRun,
  { json = false, full = false, lang }: Pick<Options, 'json' | 'full' | 'lang'>,
): Promise<void> => {
  const screen = screenOf(session.out, languageFrom(lang))
  let bar: Progress = { advance: () => {}, end: () => {} }
  const stopping = (): void => {
    process.once('SIGINT', () => process.exit(130))
    bar.end()
    note(session, 'stopping: assembling the members completed so far (press Ctrl-C again to stop at once)')
  }
  const start = performance.now()
  await interruptible(async signal => {
    signal.addEventListener('abort', stopping)
    const outcome = await runEnsemble(task, {
      planned: members => {
        bar = progress('members', members, session.err)
      },
      progress: members => bar.advance(members),
      note: text => note(session, `heartland: ${text}`),
      cancellable: stop => signal.addEventListener('abort', stop),
    })
    bar.end()
    const seconds = (performance.now() - start) / 1000
    if (json) printJson(session, outcome.summary)
    else print(session, ensemblePage(outcome, task.folder, { seconds, full, screen }))
    if (outcome.cancelled) {
      note(session, `heartland: cancelled; run the same command to continue from ${outcome.summary.members} members`)
      session.exitCode = 1
    }
    noteAudit(session, { largestResidual: outcome.summary.largestResidual, where: outcome.summary.id })
  }).finally(() => bar.end())
}

const ensemble = async (session: Session, word: string, options: Options): Promise<void> => {
  const until = options.until === undefined ? undefined : shareFrom(options.until)
  const { open, job, notes } = jobFrom(word, options)
  const threads = threadsFrom(options, job.members)
  announce(session, { open, scenario: job, notes }, auditOnModule)
  const task = {
    job,
    open,
    threads,
    folder: options.out,
    ...(until === undefined ? {} : { until }),
    ...(options.csv === true ? { csv: true } : {}),
  }
  await runWatched(session, task, options)
}

export const define = (command: Command, session: Session): void => {
  addChoice(
    addEnsembleOptions(command)
      .option('--until <error>', 'stop once the error of every band is below this share of its width, such as 1%')
      .option('--csv', 'also write the tables as CSV')
      .option(...languageOption)
      .option(...fullOption)
      .option('--json', 'print the summary as JSON'),
  ).action((word: string, options: Options) => ensemble(session, word, options))
}
