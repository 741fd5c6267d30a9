/** `heartland search` finds packages that no other beats in several robust measures. */

import { mostSimulations } from '../scenario/problems.ts'
import type { Command } from 'commander'
import { grossPresentValues } from '../analysis/costs.ts'
import { financedBase } from '../scenario/financing.ts'
import { madeWith } from '../analysis/fingerprint.ts'
import { freeLevers } from '../analysis/goal/levers.ts'
import { goalMessages } from '../analysis/goal/messages.ts'
import {
  generationsOf,
  type Objective,
  packageLevers,
  parseObjectives,
  searchPackages,
  type SearchResult,
  standardMaximise,
  standardMinimise,
} from '../analysis/goal/search.ts'
import { wholeNumber } from '../language/usage.ts'
import { UsageError } from '../language/reported-error.ts'
import { announce, noteMeans } from './announce.ts'
import { uncertaintyOf } from '../scenario/scenario.ts'
import { addChoice, type ChoiceOptions, chooseFor, openChosen } from './choice.ts'
import { collectValues, languageFrom, languageOption, overwriteOption, threadsOption } from './common-options.ts'
import { countOf, threadsFrom } from './ensembles/options.ts'
import { leverNames } from './goal.ts'
import { leverTable, moneyInBoth } from './goal-page.ts'
import { withTrials } from './policy-trials.ts'
import { refuseSave, saveScenario } from './scenario-file.ts'
import { print, printJson, type Session } from './session.ts'
import { type Screen, screenOf } from './terminal/screen.ts'
import { type Cell, numberColumn } from './terminal/table.ts'
import { runManyOf } from './wasm-module.ts'

interface SearchOptions extends ChoiceOptions {
  readonly maximise?: readonly string[]
  readonly minimise?: readonly string[]
  readonly with?: readonly string[]
  readonly budget?: string
  readonly simulations: string
  readonly runs: string
  readonly seed: string
  readonly modelError: boolean
  readonly package?: string
  readonly save?: string
  readonly overwrite?: boolean
  readonly lang: string
}

const resultTable = ({ packages }: SearchResult, objectives: readonly Objective[], screen: Screen): string => {
  const { say } = screen
  const asksCost = objectives.some(({ kind }) => kind === 'cost')
  return screen.table(
    [
      numberColumn(say(goalMessages.number()), 0),
      ...objectives.map(({ text }) => ({ header: text, kind: 'number' as const, digits: 3 })),
      ...(asksCost ? [] : [{ header: say(goalMessages.cost()), kind: 'number' as const, digits: 0 }]),
    ],
    packages.map(({ measures, presentValue }, at): Cell[] => [
      at + 1,
      ...objectives.map(({ text }) => measures[text]),
      ...(asksCost ? [] : [presentValue]),
    ]),
  )
}

const progressTable = ({ progress: stages }: SearchResult, members: number, { say, table }: Screen): string =>
  table(
    [
      numberColumn(say(goalMessages.runs()), 0),
      numberColumn(say(goalMessages.triedHead()), 0),
      numberColumn(say(goalMessages.notDominated()), 0),
      numberColumn(say(goalMessages.hypervolume()), 3),
    ],
    stages.map(({ tried, packages, hypervolume }) => [tried * members, tried, packages, hypervolume]),
  )

const search = async (session: Session, word: string, options: SearchOptions): Promise<void> => {
  const language = languageFrom(options.lang)
  const members = wholeNumber('--simulations', options.simulations, 20, mostSimulations)
  const runs = countOf('--runs', options.runs, 4 * members, 1e9)
  const seed = countOf('--seed', options.seed, 0, 2 ** 32 - 1)
  const shownPackage = countOf('--package', options.package ?? '1', 1, 1e6)
  const open = openChosen(word, options)
  const choice = chooseFor(open, word, options)
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
  refuseSave(options)
  announce(session, choice)
  noteMeans(
    session,
    open,
    readings.flatMap(reading => ('outcome' in reading ? [reading.outcome] : [])),
  )
  const many = runManyOf(open)
  const size = generationsOf(Math.floor(runs / members))
  const trials = {
    open,
    assumptions: scenario.assumptions,
    uncertainty: uncertaintyOf(scenario),
    readings,
    seed,
    members,
    modelError: options.modelError,
    threads: threadsFrom(options, runs),
  }
  const found = await withTrials(session, size.population * (size.generations + 1) * members, [trials], run =>
    searchPackages({
      levers,
      base: financedBase(
        scenario.policy,
        levers.map(({ name }) => name),
      ),
      objectives,
      seed,
      ...size,
      run,
      costs: policies => grossPresentValues(open, policies, costing, many),
      budget,
    }),
  )
  const chosen = found.packages.at(shownPackage - 1)
  if (options.json === true) {
    printJson(session, {
      region: open.region.id,
      ...madeWith(open),
      seed,
      modelError: options.modelError,
      budget,
      measures: objectives.map(({ text, kind, maximise }) => ({ text, kind, maximise })),
      levers: levers.map(({ name, bounds, standard }) => ({ name, bounds, standard })),
      ...found,
    })
  } else {
    const screen = screenOf(session.out, language)
    const { currency, names } = open.region
    const { say } = screen
    const title = `${names[language] ?? names.en}${language === 'zh' ? '：' : ': '}${say(goalMessages.packages())}`
    const tried = goalMessages.packagesTried({ found: found.packages.length, tried: found.tried, members, seed })
    print(
      session,
      [
        `${screen.heading(title)}  ${screen.colours.dim(say(tried))}`,
        resultTable(found, objectives, screen),
        progressTable(found, members, screen),
        ...(options.package === undefined || chosen === undefined
          ? []
          : [
              `${screen.heading(say(goalMessages.chosen({ number: shownPackage })))}\n${leverTable(
                {
                  levers: levers.flatMap(lever =>
                    chosen.levers[lever.name] === undefined ? [] : [{ ...lever, value: chosen.levers[lever.name] }],
                  ),
                },
                screen,
              )}`,
            ]),
        screen.aside(say(goalMessages.searchNote({ budget: moneyInBoth(budget, currency) }))),
      ].join('\n\n'),
    )
  }
  if (chosen === undefined)
    throw new UsageError(goalMessages.noPackage({ text: String(shownPackage), most: found.packages.length }))
  if (options.save === undefined) return
  const saved = { ...scenario, name: `package ${shownPackage} of a search`, policy: chosen.policy }
  saveScenario(session, open, saved, options)
}

export const define = (command: Command, session: Session): void => {
  command
    .option(
      '--maximise <measure>',
      'mean(…), share(… >= … and …), regret(…), regret90(…), revival, cost, change (repeatable)',
      collectValues,
    )
    .option(
      '--minimise <measure>',
      'like --maximise; a regret is minimised with either option (repeatable)',
      collectValues,
    )
    .option(
      '--with <levers>',
      'levers that may change: names, themes, or all (default: those of the packages)',
      collectValues,
    )
    .option(
      '--budget <number>',
      'maximum outlay of a package a year, in billions (default: that of the packages of the program)',
    )
    .option('-m, --simulations <number>', 'simulations of each package', '200')
    .option('--runs <number>', 'total number of runs: packages tried times simulations', '60000')
    .option('-s, --seed <number>', 'random seed: the same seed gives the same packages', '1')
    .option(...threadsOption)
    .option('--no-model-error', 'leave the error of the model out')
    .option(
      '--package <number>',
      'the number in the table of the package whose levers are shown, and which --save saves',
    )
    .option('--save <file>', 'save a package as a scenario that can be run, compared, explained and shared')
    .option(...overwriteOption)
    .option(...languageOption)
    .option('--json', 'print the result as JSON')
  addChoice(command).action((word: string, options: SearchOptions) => search(session, word, options))
}
