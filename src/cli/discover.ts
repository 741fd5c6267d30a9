/** `heartland discover` finds the conditions under which a policy fails. */

import { mostSimulations } from '../scenario/problems.ts'
import type { Command } from 'commander'
import { type Discovery, failuresOf, outsideInputs } from '../analysis/discover/discover.ts'
import { commandMessages } from './messages.ts'
import { discoverMessages } from '../analysis/discover/messages.ts'
import { type TreeLine, treeOf } from '../analysis/discover/tree.ts'
import { madeWith } from '../analysis/fingerprint.ts'
import { parseTarget } from '../analysis/goal/targets.ts'
import { wholeNumber } from '../language/usage.ts'
import { orderDraws } from '../engine/simd/draws.ts'
import type { Language, Message } from '../language/messages.ts'
import { UsageError } from '../language/reported-error.ts'
import { announce, noteMeans } from './announce.ts'
import { uncertaintyOf } from '../scenario/scenario.ts'
import { addChoice, type ChoiceOptions, chooseFor, openChosen } from './choice.ts'
import { collectValues, languageFrom, languageOption, threadsOption } from './common-options.ts'
import { countOf, threadsFrom } from './ensembles/options.ts'
import { trialSettings, withTrials } from './policy-trials.ts'
import { scenarioName } from '../questions/core/scenario-words.ts'
import { print, printJson, type Session } from './session.ts'
import { type Screen, screenOf } from './terminal/screen.ts'

interface DiscoverOptions extends ChoiceOptions {
  readonly package?: string
  readonly fails?: readonly string[]
  readonly simulations: string
  readonly seed: string
  readonly modelError: boolean
  readonly lang: string
}

const treeLines = ({ text, children }: TreeLine, language: Language, depth = 0): string[] => [
  `${'  '.repeat(depth)}${text[language]}`,
  ...children.flatMap(child => treeLines(child, language, depth + 1)),
]

/** Every fifth step of the peeling: enough to see what more coverage costs in density. */
const tradeOffTable = ({ tradeOff }: Discovery, screen: Screen): string =>
  screen.table(
    [discoverMessages.coverage(), discoverMessages.density(), discoverMessages.mass(), discoverMessages.inputs()].map(
      ({ text }) => ({ header: text[screen.language], kind: 'number' as const, digits: 0 }),
    ),
    tradeOff
      .filter((_, at) => at % 5 === 0 || at === tradeOff.length - 1)
      .map(({ coverage, density, mass, inputs }) => [100 * coverage, 100 * density, 100 * mass, inputs]),
  )

const page = (found: Discovery, title: Message, screen: Screen): string => {
  const { language, say } = screen
  const { members, failures, inputs, messages, boxes, tree, tradeOff } = found
  return [
    `${screen.heading(say(title))}  ${screen.colours.dim(say(discoverMessages.counted({ failures, members, inputs })))}`,
    ...messages.map(message => screen.paragraph(say(message))),
    ...(boxes.length > 1 ? [screen.aside(say(discoverMessages.left()))] : []),
    ...(tradeOff.length === 0
      ? []
      : [`${screen.heading(say(discoverMessages.tradeOff()))}\n${tradeOffTable(found, screen)}`]),
    ...(tree.split === undefined
      ? []
      : [`${screen.heading(say(discoverMessages.tree()))}\n${treeLines(treeOf(found), language).join('\n')}`]),
  ].join('\n\n')
}

const run = async (session: Session, word: string, options: DiscoverOptions): Promise<void> => {
  const language = languageFrom(options.lang)
  const members = wholeNumber('--simulations', options.simulations, 100, mostSimulations)
  const seed = countOf('--seed', options.seed, 0, 2 ** 32 - 1)
  const open = openChosen(word, options)
  const { package: first, policy: second } = options
  if (first !== undefined && second !== undefined && first !== second)
    throw new UsageError(commandMessages.twoValues({ option: '--policy', first, second }))
  const { scenario, notes } = chooseFor(open, word, { ...options, policy: first ?? second })
  const targets = (options.fails ?? []).flatMap(text => parseTarget(open, text))
  if (targets.length === 0) throw new UsageError(discoverMessages.noEvent())
  announce(session, { open, scenario, notes })
  noteMeans(
    session,
    open,
    targets.map(({ outcome }) => outcome),
  )
  const lastYear = Math.max(...targets.map(({ outcome }) => Math.ceil(outcome.window![1]) - 1))
  const outside = outsideInputs(open, lastYear)
  const uncertainty = uncertaintyOf(scenario)
  const draws = orderDraws(open.linked, trialSettings({ seed, members, uncertainty }))
  const { assumptions, policy } = scenario
  const trials = {
    open,
    assumptions,
    uncertainty,
    readings: [...targets.map(({ outcome }) => ({ outcome })), ...outside.readings],
    seed,
    members,
    modelError: options.modelError,
    threads: threadsFrom(options, members),
  }
  const found = await withTrials(session, members, [trials], async trial => {
    const [values] = await trial([policy])
    return failuresOf(open, {
      targets,
      fails: 'met',
      values,
      outside,
      draws,
      members,
      assumptions,
    })
  })
  const fails = targets.map(({ text }) => text)
  if (options.json === true) {
    printJson(session, {
      region: open.region.id,
      ...madeWith(open),
      scenario: scenario.name,
      seed,
      fails,
      modelError: options.modelError,
      ...found,
    })
  } else {
    const { en, zh = en } = open.region.names
    const title = discoverMessages.title({ region: { en, zh }, name: scenarioName(scenario.name, language), fails })
    print(session, page(found, title, screenOf(session.out, language)))
  }
}

export const define = (command: Command, session: Session): void => {
  command
    .option('--package <package|file>', 'the policy package or scenario file to test (as --policy)')
    .option(
      '--fails <outcome@time >= number>',
      'what counts as failure, with <= or >= (repeatable: any)',
      collectValues,
    )
    .option('-m, --simulations <number>', 'number of simulations', '2000')
    .option('-s, --seed <number>', 'random seed: the same seed gives the same conditions', '1')
    .option(...threadsOption)
    .option('--no-model-error', 'leave the error of the model out')
    .option(...languageOption)
    .option('--json', 'print the result as JSON, with sentences in English and Chinese')
  addChoice(command).action((word: string, options: DiscoverOptions) => run(session, word, options))
}
