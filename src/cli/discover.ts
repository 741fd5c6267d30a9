/** `heartland discover` finds the conditions under which a policy fails. */

import type { Command } from 'commander'
import { chineseNames } from '../app/words/terms/names.ts'
import {
  discover,
  type DiscoverInput,
  type Discovery,
  outsideInputs,
  parameterColumns,
  parameterInputs,
} from '../analysis/discover/discover.ts'
import { discoverMessages } from '../analysis/discover/messages.ts'
import { modelHash } from '../analysis/fingerprint.ts'
import { marginsOf, parseTarget } from '../analysis/goal/targets.ts'
import { number } from '../analysis/numbers.ts'
import { wholeNumber } from '../analysis/usage.ts'
import type { TreeNode } from '../engine/discover/cart.ts'
import { orderDraws } from '../engine/simd/draws.ts'
import { addressedVariable } from '../language/address.ts'
import { UsageError } from '../language/reported-error.ts'
import { announce } from './announce.ts'
import { uncertaintyOf } from '../analysis/choice.ts'
import { addChoice, type ChoiceOptions, choose, isSaved, openChosen } from './choice.ts'
import { collectValues, threadsOption } from './common-options.ts'
import { countOf, threadsFrom } from './ensembles/options.ts'
import { interruptible } from './interruptible.ts'
import { openTrials, trialSettings } from './policy-trials.ts'
import { print, printJson, type Session } from './session.ts'
import { aside, heading, paragraph } from './terminal/page.ts'
import { progress } from './terminal/progress.ts'
import { type Screen, screenOf } from './terminal/screen.ts'
import { textTable } from './terminal/table.ts'

interface DiscoverOptions extends ChoiceOptions {
  readonly package?: string
  readonly fails?: readonly string[]
  readonly simulations: string
  readonly seed: string
  readonly threads?: string
  readonly modelError: boolean
  readonly json?: boolean
}

const chineseName = (name: string): string => chineseNames[addressedVariable(name)] ?? name

const treeLines = (node: TreeNode, inputs: readonly DiscoverInput[], depth = 0): string[] => {
  const indent = '  '.repeat(depth)
  const own = `${number(100 * node.share, 0)} % of ${node.cases} simulations fail`
  if (node.split === undefined) return [`${indent}${own}`]
  const { input, at, below, above } = node.split
  const { name, kind } = inputs[input]
  const what = kind === 'parameter' ? name : `${name} (${kind})`
  return [
    `${indent}${own}; by ${what}:`,
    `${indent}up to ${at.toPrecision(3)}`,
    ...treeLines(below, inputs, depth + 1),
    `${indent}above ${at.toPrecision(3)}`,
    ...treeLines(above, inputs, depth + 1),
  ]
}

/** Every fifth step of the peeling: enough to see what more coverage costs in density. */
const tradeOffTable = ({ tradeOff }: Discovery, screen: Screen): string =>
  textTable(
    [
      { header: 'Coverage, %', kind: 'number', digits: 0 },
      { header: 'density, %', kind: 'number', digits: 0 },
      { header: 'simulations, %', kind: 'number', digits: 0 },
      { header: 'inputs', kind: 'number', digits: 0 },
    ],
    tradeOff
      .filter((_, at) => at % 5 === 0 || at === tradeOff.length - 1)
      .map(({ coverage, density, mass, inputs }) => [100 * coverage, 100 * density, 100 * mass, inputs]),
    screen,
  )

const page = (found: Discovery, title: string, screen: Screen): string => {
  const { members, failures, inputs, messages, boxes, tree, treeInputs, tradeOff } = found
  return [
    `${heading(title, screen)}  ${screen.colours.dim(`${failures} of ${members} simulations fail, ${inputs} inputs`)}`,
    ...messages.map(({ text }) => paragraph(text.en, screen)),
    ...(boxes.length > 1
      ? [aside('Each sentence after the first is about the simulations that the ones before leave.', screen)]
      : []),
    ...(tradeOff.length === 0
      ? []
      : [`${heading('Trade-off of the first box', screen)}\n${tradeOffTable(found, screen)}`]),
    ...(tree.split === undefined
      ? []
      : [`${heading('The same as a tree', screen)}\n${treeLines(tree, treeInputs).join('\n')}`]),
  ].join('\n\n')
}

const run = async (session: Session, word: string, options: DiscoverOptions): Promise<void> => {
  const members = wholeNumber('--simulations', options.simulations, 100, 100_000)
  const seed = countOf('--seed', options.seed, 0, 2 ** 32 - 1)
  const open = openChosen(word, options)
  const policy = isSaved(word) ? word : (options.package ?? options.policy)
  const { scenario, notes } = choose(open, policy, options)
  const targets = (options.fails ?? []).flatMap(text => parseTarget(open, text))
  if (targets.length === 0) throw new UsageError(discoverMessages.noEvent())
  announce(session, { open, scenario, notes })
  const lastYear = Math.max(...targets.map(({ outcome }) => Math.ceil(outcome.window![1]) - 1))
  const outside = outsideInputs(open, lastYear)
  const uncertainty = uncertaintyOf(scenario)
  const draws = orderDraws(open.linked, trialSettings({ seed, members, uncertainty }))
  const bar = progress('runs', members, session.err)
  const found = await interruptible(async signal => {
    const trials = await openTrials({
      open,
      assumptions: scenario.assumptions,
      uncertainty,
      readings: [...targets.map(({ outcome }) => ({ outcome })), ...outside.readings],
      seed,
      members,
      modelError: options.modelError,
      threads: threadsFrom(options, members),
      progress: runs => bar.advance(runs),
      signal,
    })
    try {
      const [values] = await trials.run([scenario.policy])
      // It fails where any of the conditions holds; a run that stops has failed.
      const met = targets.map((target, at) => marginsOf([target], [values[at]], [1]))
      const events = Array.from(values[0], (value, member) => Number.isNaN(value) || met.some(row => row[member] >= 0))
      const held = new Set(Object.keys(scenario.assumptions))
      const parameters = parameterInputs(open, draws)
      const columns = parameterColumns(draws, members)
      const free = [...parameters.keys()].filter(at => !held.has(parameters[at].name))
      return discover(
        {
          columns: [...free.map(at => columns[at]), ...values.slice(targets.length)],
          events,
        },
        [...free.map(at => parameters[at]), ...outside.inputs],
        chineseName,
      )
    } finally {
      await trials.close()
    }
  }).finally(() => bar.end())
  const fails = targets.map(({ text }) => text)
  if (options.json === true) {
    printJson(session, {
      region: open.region.id,
      model: modelHash(open.linked.source),
      data: open.region.hash,
      scenario: scenario.name,
      seed,
      fails,
      modelError: options.modelError,
      ...found,
    })
  } else {
    const title = `${open.region.names.en}, ${scenario.name}: when ${fails.join(' or ')}`
    print(session, page(found, title, screenOf(session.out)))
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
    .option('--json', 'print the result as JSON, with sentences in English and Chinese')
  addChoice(command)
    .addHelpText(
      'after',
      '\nExamples:\n  heartland discover northeast --package E --fails "regionDebtToGdp@2035 >= 1"\n  heartland discover CN-LN --fails "debtToGdp@2037 >= 1.2" --json',
    )
    .action((word: string, options: DiscoverOptions) => run(session, word, options))
}
