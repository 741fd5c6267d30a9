/** `heartland sensitivity` ranks parameters by their influence on an outcome or on the result, beside their evidence. */

import { UsageError } from '../language/reported-error.ts'
import { commandMessages } from './messages.ts'
import type { Command } from 'commander'
import type { SensitivityDesign } from '../engine/sensitivity-design.ts'
import { announce, noteMeans } from './announce.ts'
import { uncertaintyOf } from '../scenario/scenario.ts'
import { addChoice, type ChoiceOptions, chooseFor, openChosen } from './choice.ts'
import { countOf, threadsFrom } from './ensembles/options.ts'
import { interruptible } from './interruptible.ts'
import { runSensitivity } from './ensembles/run-sensitivity.ts'
import { checkScalar } from '../analysis/scalars.ts'
import { sensitivityPage } from './ensembles/sensitivity-page.ts'
import { unknownWord } from '../language/usage.ts'
import { collectValues, threadsOption } from './common-options.ts'
import { note, print, printJson, type Session } from './session.ts'
import { type Progress, progress } from './terminal/progress.ts'
import { screenOf } from './terminal/screen.ts'

interface Options extends ChoiceOptions {
  readonly outcome?: readonly string[]
  readonly method: string
  readonly base: string
  readonly walks: string
  readonly seed: string
  readonly top: string
  readonly shocks: boolean
}

const methods = ['sobol', 'morris']

const designFrom = (options: Options): SensitivityDesign => {
  const method = options.method.toLowerCase()
  if (!methods.includes(method)) throw unknownWord('method', options.method, methods)
  if (method === 'morris') {
    return { kind: 'morris', trajectories: countOf('--walks', options.walks, 2, 100_000), levels: 4 }
  }
  const base = countOf('--base', options.base, 64, 2 ** 22)
  if (!Number.isInteger(Math.log2(base))) {
    throw new UsageError(commandMessages.powerOfTwo({ text: options.base, near: 2 ** Math.round(Math.log2(base)) }))
  }
  return { kind: 'saltelli', base, shocks: options.shocks }
}

const sensitivity = async (session: Session, word: string, options: Options): Promise<void> => {
  const design = designFrom(options)
  const threads = threadsFrom(options)
  const top = countOf('--top', options.top, 1, 1000)
  const seed = countOf('--seed', options.seed, 0, Number.MAX_SAFE_INTEGER)
  const open = openChosen(word, options)
  const { scenario, notes } = chooseFor(open, word, options)
  const outcomes = options.outcome ?? ['score']
  const addresses = outcomes.flatMap(outcome => checkScalar(open, outcome) ?? [])
  announce(session, { open, scenario, notes })
  noteMeans(session, open, addresses)
  let bar: Progress = { advance: () => {}, end: () => {} }
  const found = await interruptible(signal =>
    runSensitivity(
      {
        open,
        ...(options.packs === undefined ? {} : { packs: options.packs }),
        scenario: scenario.name,
        policy: scenario.policy,
        assumptions: scenario.assumptions,
        uncertainty: uncertaintyOf(scenario),
        seed,
        design,
        outcomes,
        threads,
      },
      {
        planned: rows => {
          bar = progress('runs', rows, session.err)
        },
        progress: rows => bar.advance(rows),
        note: text => note(session, `heartland: ${text}`),
        cancellable: stop => signal.addEventListener('abort', stop),
      },
    ),
  ).finally(() => bar.end())
  if (options.json === true) printJson(session, found)
  else print(session, sensitivityPage(found, top, screenOf(session.out)))
}

export const define = (command: Command, session: Session): void => {
  command
    .option('--outcome <outcome>', 'outcome@time, score, revived, C1 … (repeatable; default: score)', collectValues)
    .option('--method <method>', 'sobol (shares of variance) or morris (quick screening)', 'sobol')
    .option(
      '--base <number>',
      'size of the Sobol sample, a power of 2; the number of runs is this times the number of parameters plus three',
      '512',
    )
    .option(
      '--walks <number>',
      'walks of the Morris screening; the number of runs is this times the number of parameters plus one',
      '40',
    )
    .option('-s, --seed <number>', 'random seed: the same seed gives the same indices', '1')
    .option(...threadsOption)
    .option('--top <number>', 'number of parameters to show', '15')
    .option('--no-shocks', 'run without random shocks')
    .option('--json', 'print all parameters as JSON')
  addChoice(command).action((word: string, options: Options) => sensitivity(session, word, options))
}
