/** `heartland value` ranks the levers by what they do to an outcome for each billion spent. */

import { mostSimulations } from '../scenario/problems.ts'
import type { Command } from 'commander'
import { madeWith } from '../analysis/fingerprint.ts'
import { horizons, measuredLevers } from '../analysis/multipliers.ts'
import { freeLevers } from '../analysis/goal/levers.ts'
import { betterOf } from '../analysis/outcomes.ts'
import { valueForMoney, valueOutcome, valueReadings } from '../analysis/value/value.ts'
import { valueMessages } from '../analysis/value/messages.ts'
import { wholeNumber } from '../language/usage.ts'
import type { OpenRegion } from '../analysis/simulation.ts'
import { UsageError } from '../language/reported-error.ts'
import { noteAudit, noteFit } from './announce.ts'
import {
  addAssumptions,
  addPacks,
  collectValues,
  type CommonOptions,
  languageFrom,
  languageOption,
  threadsOption,
} from './common-options.ts'
import { countOf, threadsFrom } from './ensembles/options.ts'
import { leverNames } from './goal.ts'
import { assumptionsFrom, openWith } from './opening.ts'
import { withTrials } from './policy-trials.ts'
import { print, printJson, type Session } from './session.ts'
import { screenOf } from './terminal/screen.ts'
import { valuePage } from './value-page.ts'

interface ValueOptions extends CommonOptions {
  readonly outcome: string
  readonly after: string
  readonly less?: boolean
  readonly with?: readonly string[]
  readonly simulations: string
  readonly seed: string
  readonly lang: string
}

const horizonFrom = (text: string): number => {
  const found = horizons.find(one => String(one) === text.trim())
  if (found === undefined) throw new UsageError(valueMessages.noHorizon({ text, known: horizons.join(', ') }))
  return found
}

/** All levers that have an effect by themselves, or those that are named. */
const leversFrom = (open: OpenRegion, given: readonly string[] | undefined) => {
  const all = measuredLevers(open)
  if (given === undefined) return all
  const names = new Set(freeLevers(open, leverNames(given)).map(({ name }) => name))
  const found = all.filter(({ name }) => names.has(name))
  if (found.length === 0)
    throw new UsageError(valueMessages.noneLeft({ text: [...names].join(','), command: 'heartland list levers' }))
  return found
}

const value = async (session: Session, word: string, options: ValueOptions): Promise<void> => {
  const members = wholeNumber('--simulations', options.simulations, 20, mostSimulations)
  const seed = countOf('--seed', options.seed, 0, 2 ** 32 - 1)
  const rankedAt = horizonFrom(options.after)
  const open = openWith(word, options)
  const assumptions = assumptionsFrom(open, options)
  const outcome = valueOutcome(open, options.outcome)
  const better = options.less === true ? 'lower' : betterOf(outcome.variable)
  const levers = leversFrom(open, options.with)
  const places = valueReadings(open, outcome)
  const runs = members * (levers.length + 1)
  const trials = {
    open,
    assumptions,
    uncertainty: {},
    readings: places.readings,
    seed,
    members,
    modelError: false,
    threads: threadsFrom(options, runs),
  }
  const found = await withTrials(session, runs, [trials], run =>
    valueForMoney(open, { outcome, places, levers, better, rankedAt, run }),
  )
  if (options.json === true)
    printJson(session, {
      region: open.region.id,
      ...madeWith(open),
      assumptions,
      seed,
      ...found,
    })
  else print(session, valuePage(found, open.region, { seed }, screenOf(session.out, languageFrom(options.lang))))
  noteFit(session, open)
  noteAudit(session, open.simulator.run({ assumptions, record: [], audit: true }).audit!)
}

export const define = (command: Command, session: Session): void => {
  command
    .option('--outcome <name>', 'the outcome, such as regionConsumption or debtToGdp[CN-LN]', 'regionOutput')
    .option('--after <years>', `rank by the effect after so many years: ${horizons.join(', ')}`, '5')
    .option('--less', 'less of the outcome is better (assumed for debt, unemployment and the like)')
    .option('--with <levers>', 'these levers only, separated by commas (repeatable)', collectValues)
    .option('-m, --simulations <number>', 'simulations of each lever', '200')
    .option('-s, --seed <number>', 'random seed: the same seed gives the same simulations', '1')
    .option(...threadsOption)
    .option(...languageOption)
    .option('--json', 'print the result as JSON')
  addAssumptions(addPacks(command)).action((word: string, options: ValueOptions) => value(session, word, options))
}
