/** `heartland search` finds packages that no other beats in several robust measures. */

import type { Command } from 'commander'
import { grossPresentValues } from '../analysis/costs.ts'
import { modelHash } from '../analysis/fingerprint.ts'
import { freeLevers } from '../analysis/goal/levers.ts'
import { goalMessages } from '../analysis/goal/messages.ts'
import { type Objective, parseObjectives, searchPackages, type SearchResult } from '../analysis/goal/search.ts'
import { money, number } from '../analysis/numbers.ts'
import { financingLevers } from '../analysis/policy.ts'
import { wholeNumber } from '../analysis/usage.ts'
import { UsageError } from '../language/reported-error.ts'
import { playbooks } from '../model/playbooks.ts'
import { announce } from './announce.ts'
import { uncertaintyOf } from '../analysis/choice.ts'
import { addChoice, type ChoiceOptions, choose, isSaved, openChosen } from './choice.ts'
import { collectValues, threadsOption } from './common-options.ts'
import { countOf, threadsFrom } from './ensembles/options.ts'
import { leverNames } from './goal.ts'
import { interruptible } from './interruptible.ts'
import { openTrials } from './policy-trials.ts'
import { saveScenario } from './scenario-file.ts'
import { print, printJson, type Session } from './session.ts'
import { aside, heading } from './terminal/page.ts'
import { progress } from './terminal/progress.ts'
import { type Screen, screenOf } from './terminal/screen.ts'
import { type Cell, textTable } from './terminal/table.ts'
import { runManyOf } from './wasm-module.ts'

interface SearchOptions extends ChoiceOptions {
  readonly maximise?: readonly string[]
  readonly minimise?: readonly string[]
  readonly with?: readonly string[]
  readonly budget?: string
  readonly simulations: string
  readonly runs: string
  readonly seed: string
  readonly threads?: string
  readonly modelError: boolean
  readonly package?: string
  readonly save?: string
  readonly overwrite?: boolean
  readonly json?: boolean
}

const standardMaximise = ['mean(regionOutputPerHead@2033-2037)']
const standardMinimise = ['mean(regionDebtToGdp@2037)', 'regret90(regionUnemployment@2033-2037)', 'cost']

/** Levers that the packages of the program move. */
const packageLevers = (): string[] => [
  ...new Set(
    playbooks
      .flatMap(({ levers }) => Object.keys(levers))
      .filter(name => !(financingLevers as readonly string[]).includes(name)),
  ),
]

/** Packages of a generation. */
const population = 48

const resultTable = ({ packages }: SearchResult, objectives: readonly Objective[], screen: Screen): string =>
  textTable(
    [
      { header: 'No.', kind: 'number', digits: 0 },
      ...objectives.map(({ text }) => ({ header: text, kind: 'number' as const, digits: 3 })),
      { header: 'cost', kind: 'number', digits: 0 },
      { header: 'levers', kind: 'text' },
    ],
    packages.map(({ measures, presentValue, levers }, at): Cell[] => [
      at + 1,
      ...objectives.map(({ text }) => measures[text]),
      presentValue,
      Object.entries(levers)
        .map(([name, value]) => `${name}=${number(value)}`)
        .join(' '),
    ]),
    screen,
  )

const progressTable = ({ progress: stages }: SearchResult, members: number, screen: Screen): string =>
  textTable(
    [
      { header: 'Runs', kind: 'number', digits: 0 },
      { header: 'packages tried', kind: 'number', digits: 0 },
      { header: 'not dominated', kind: 'number', digits: 0 },
      { header: 'hypervolume', kind: 'number', digits: 3 },
    ],
    stages.map(({ tried, packages, hypervolume }) => [tried * members, tried, packages, hypervolume]),
    screen,
  )

const search = async (session: Session, word: string, options: SearchOptions): Promise<void> => {
  const members = wholeNumber('--simulations', options.simulations, 20, 100_000)
  const runs = countOf('--runs', options.runs, 4 * members, 1e9)
  const seed = countOf('--seed', options.seed, 0, 2 ** 32 - 1)
  const open = openChosen(word, options)
  const choice = choose(open, isSaved(word) ? word : options.policy, options)
  const { scenario, costing } = choice
  const given = options.maximise !== undefined || options.minimise !== undefined
  const { objectives, readings } = parseObjectives(
    open,
    options.maximise ?? (given ? [] : standardMaximise),
    options.minimise ?? (given ? [] : standardMinimise),
  )
  const levers = freeLevers(open, options.with === undefined ? packageLevers() : leverNames(options.with)).filter(
    ({ name }) => options.with !== undefined || scenario.policy[name] === undefined,
  )
  const twice = levers.find(({ name }) => scenario.policy[name] !== undefined)
  if (twice !== undefined) throw new UsageError(goalMessages.setTwice({ name: twice.name }))
  // A year's amount, as the budget of packages is stated.
  const perYear = options.budget === undefined ? costing.envelope : countOf('--budget', options.budget, 1, 1e6)
  const budget = (perYear / costing.envelope) * costing.budget
  announce(session, choice)
  const many = runManyOf(open)
  const size = Math.max(4, Math.min(population, 2 * Math.floor(runs / members / 4)))
  const generations = Math.max(1, Math.floor(runs / members / size) - 1)
  const bar = progress('runs', size * (generations + 1) * members, session.err)
  const found = await interruptible(async signal => {
    const trials = await openTrials({
      open,
      assumptions: scenario.assumptions,
      uncertainty: uncertaintyOf(scenario),
      readings,
      seed,
      members,
      modelError: options.modelError,
      threads: threadsFrom(options, runs),
      progress: more => bar.advance(more),
      signal,
    })
    try {
      return await searchPackages({
        levers,
        base: scenario.policy,
        objectives,
        seed,
        population: size,
        generations,
        run: trials.run,
        costs: policies => grossPresentValues(open, policies, costing, many),
        budget,
      })
    } finally {
      await trials.close()
    }
  }).finally(() => bar.end())
  if (options.json === true) {
    printJson(session, {
      region: open.region.id,
      model: modelHash(open.linked.source),
      data: open.region.hash,
      seed,
      modelError: options.modelError,
      budget,
      measures: objectives.map(({ text, kind, maximise }) => ({ text, kind, maximise })),
      levers: levers.map(({ name, bounds, standard }) => ({ name, bounds, standard })),
      ...found,
    })
  } else {
    const screen = screenOf(session.out)
    const { currency, names } = open.region
    print(
      session,
      [
        `${heading(`${names.en}: packages that no other beats`, screen)}  ${screen.colours.dim(`${found.packages.length} of ${found.tried} tried, ${members} simulations each, seed ${seed}`)}`,
        resultTable(found, objectives, screen),
        progressTable(found, members, screen),
        aside(
          `Cost: present value of the gross outlay, at most ${money(budget, currency)}. Hypervolume: part of the box between the extremes of the packages found, with a margin of a tenth, that they dominate. A regret is measured against the best package tried in each simulation. Save one with --package 3 --save three.json.`,
          screen,
        ),
      ].join('\n\n'),
    )
  }
  if (options.save === undefined) return
  const at = Number(options.package ?? '1') - 1
  const chosen = found.packages[at]
  if (chosen === undefined)
    throw new UsageError(goalMessages.noPackage({ text: options.package ?? '1', most: found.packages.length }))
  const saved = { ...scenario, name: `package ${at + 1} of a search`, policy: chosen.policy }
  saveScenario(session, open, saved, options)
}

export const define = (command: Command, session: Session): void => {
  command
    .option(
      '--maximise <measure>',
      'mean(…), share(… >= …), regret(…), regret90(…), cost, change (repeatable)',
      collectValues,
    )
    .option('--minimise <measure>', 'as --maximise; a regret is minimised under either (repeatable)', collectValues)
    .option('--with <levers>', 'levers that may be moved (default: those of the packages)', collectValues)
    .option('--budget <number>', 'most that a package may spend a year, in billions (default: as packages spend)')
    .option('-m, --simulations <number>', 'simulations of each package', '200')
    .option('--runs <number>', 'runs in all: packages tried times simulations', '100000')
    .option('-s, --seed <number>', 'random seed: the same seed gives the same packages', '1')
    .option(...threadsOption)
    .option('--no-model-error', 'leave the error of the model out')
    .option('--package <number>', 'the package to save, by its number in the table')
    .option('--save <file>', 'save a package as a scenario that can be run, compared, explained and shared')
    .option('--overwrite', 'replace a file that is there already')
    .option('--json', 'print the result as JSON')
  addChoice(command)
    .addHelpText(
      'after',
      '\nExamples:\n  heartland search northeast\n  heartland search CN-LN --maximise "share(debtToGdp@2035 <= 1)" --minimise cost',
    )
    .action((word: string, options: SearchOptions) => search(session, word, options))
}
