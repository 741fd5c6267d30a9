/** `heartland goal` finds the least setting of some levers that meets targets with a stated chance. */

import { mostSimulations } from '../scenario/problems.ts'
import type { Command } from 'commander'
import { explainPolicy, outcomeAt, outcomeIn, recordFor } from '../analysis/explain/change.ts'
import { financedBase } from '../scenario/financing.ts'
import { madeWith } from '../analysis/fingerprint.ts'
import { type Aim, findGoal } from '../analysis/goal/goal.ts'
import { freeLevers } from '../analysis/goal/levers.ts'
import { goalMessages } from '../analysis/goal/messages.ts'
import { parseTargets } from '../analysis/goal/targets.ts'
import { grossPresentValues } from '../analysis/costs.ts'
import { number } from '../analysis/numbers.ts'
import { typedNumber, wholeNumber } from '../language/usage.ts'
import { UsageError } from '../language/reported-error.ts'
import { announce, noteAudit, noteMeans } from './announce.ts'
import { uncertaintyOf } from '../scenario/scenario.ts'
import { addChoice, type ChoiceOptions, chooseFor, linkTo, openChosen } from './choice.ts'
import { collectValues, languageFrom, languageOption, overwriteOption, threadsOption } from './common-options.ts'
import { countOf, threadsFrom } from './ensembles/options.ts'
import { goalPage } from './goal-page.ts'
import { withTrials } from './policy-trials.ts'
import { refuseSave, saveScenario } from './scenario-file.ts'
import { scenarioName } from '../questions/core/scenario-words.ts'
import { note, print, printJson, type Session } from './session.ts'
import { screenOf } from './terminal/screen.ts'
import { runManyOf } from './wasm-module.ts'

interface GoalOptions extends ChoiceOptions {
  readonly keep?: readonly string[]
  readonly with?: readonly string[]
  readonly chance: string
  readonly least: string
  readonly simulations: string
  readonly settings: string
  readonly seed: string
  readonly modelError: boolean
  readonly save?: string
  readonly overwrite?: boolean
  readonly link?: boolean
  readonly lang: string
}

export const leverNames = (given: readonly string[] = []): string[] =>
  given.flatMap(text => text.split(',').map(name => name.trim())).filter(name => name !== '')

const chanceFrom = (text: string, members: number): number => {
  const value = typedNumber(text)
  const [least, most] = [1 / members, 1]
  if (value !== undefined && value >= least && value <= most) return value
  throw new UsageError(goalMessages.noChance({ text, least: number(least, 3), most }))
}

const aimFrom = (text: string): Aim => {
  if (text === 'cost' || text === 'change') return text
  throw new UsageError(goalMessages.unknownAim({ text }))
}

const goal = async (session: Session, word: string, options: GoalOptions): Promise<void> => {
  const language = languageFrom(options.lang)
  const members = wholeNumber('--simulations', options.simulations, 20, mostSimulations)
  const seed = countOf('--seed', options.seed, 0, 2 ** 32 - 2)
  const mostPoints = countOf('--settings', options.settings, 50, 100_000)
  const chance = chanceFrom(options.chance, members)
  const aim = aimFrom(options.least)
  const open = openChosen(word, options)
  const choice = chooseFor(open, word, options)
  const { scenario, costing } = choice
  const targets = parseTargets(open, options.keep ?? [])
  const levers = freeLevers(open, leverNames(options.with))
  const twice = levers.find(({ name }) => scenario.policy[name] !== undefined)
  if (twice !== undefined) throw new UsageError(goalMessages.setTwice({ name: twice.name }))
  refuseSave(options)
  announce(session, choice)
  noteMeans(
    session,
    open,
    targets.map(({ outcome }) => outcome),
  )
  const many = runManyOf(open)
  const trials = {
    open,
    assumptions: scenario.assumptions,
    uncertainty: uncertaintyOf(scenario),
    readings: targets.map(({ outcome }) => ({ outcome })),
    seed,
    members,
    modelError: options.modelError,
    threads: threadsFrom(options, members * 20),
  }
  const found = await withTrials(
    session,
    members * (levers.length === 1 ? 160 : mostPoints),
    [trials, { ...trials, seed: seed + 1 }],
    (run, check) =>
      findGoal({
        targets,
        levers,
        base: financedBase(
          scenario.policy,
          levers.map(({ name }) => name),
        ),
        chance,
        aim,
        seed,
        mostPoints,
        run,
        check,
        costs: policies => grossPresentValues(open, policies, costing, many),
        budget: costing.budget,
      }),
  )
  const moved = Object.keys(found.policy).length > 0
  const explained = moved
    ? [...new Set(targets.map(({ outcome }) => outcome.text))].map(text =>
        explainPolicy(open, found.policy, outcomeAt(open, text), { assumptions: scenario.assumptions, many }),
      )
    : []
  const name = `${scenario.name === 'baseline' ? '' : `${scenario.name} + `}${found.targets.join(', ')}`
  const result = { ...choice, scenario: { ...scenario, name, policy: found.policy }, package: undefined }
  const { policy, assumptions } = result.scenario
  noteAudit(session, open.simulator.run({ policy, assumptions, record: [], audit: true }).audit!)
  if (options.json === true) {
    printJson(session, {
      region: open.region.id,
      ...madeWith(open),
      seed,
      modelError: options.modelError,
      ...found,
      explained: explained.map(({ outcome, before, after, change, parts }) => ({
        outcome: outcome.text,
        before,
        after,
        change,
        parts: parts.map(({ id, levers: own, value, alone }) => ({ id, levers: own, value, alone })),
      })),
    })
  } else {
    const head = {
      region: open.region,
      name: scenarioName(scenario.name, language),
      modelError: options.modelError,
    }
    const outcomes = targets.map(({ outcome }) => outcomeAt(open, outcome.text))
    const before = open.simulator.run({
      policy: scenario.policy,
      assumptions: scenario.assumptions,
      record: [...new Set(outcomes.flatMap(recordFor))],
    })
    const standings = targets.map((target, at) => {
      const outcome = outcomes[at]!
      return { target, outcome, now: outcomeIn(open, outcome)(before) }
    })
    print(session, goalPage(found, standings, explained, head, screenOf(session.out, language)))
  }
  saveScenario(session, open, result.scenario, options)
  if (options.link === true) note(session, `link (append it to the address of the app):\n${linkTo(result)}`)
}

export const define = (command: Command, session: Session): void => {
  command
    .option('--keep <outcome@time <= number>', 'a target, with <= or >= (repeatable: all must hold)', collectValues)
    .option('--with <levers>', 'levers that may change, separated by commas (repeatable)', collectValues)
    .option('--chance <share>', 'share of the simulations in which all targets must hold', '0.8')
    .option('--least <cost|change>', 'what to minimise: the gross outlay, or the change of the levers', 'change')
    .option('-m, --simulations <number>', 'simulations of each setting', '200')
    .option('--settings <number>', 'settings that a search over several levers may try', '300')
    .option('-s, --seed <number>', 'random seed: the same seed gives the same setting', '1')
    .option(...threadsOption)
    .option('--no-model-error', 'leave the error of the model out, as `heartland ensemble` does')
    .option('--save <file>', 'save the setting as a scenario that can be run, compared, explained and shared')
    .option(...overwriteOption)
    .option('--link', 'print a link that contains the setting')
    .option(...languageOption)
    .option('--json', 'print the result as JSON')
  addChoice(command).action((word: string, options: GoalOptions) => goal(session, word, options))
}
