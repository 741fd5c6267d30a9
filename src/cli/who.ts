/** `heartland who` reports who gains and who loses under a policy, by birth year, household group, province and payer. */

import { mostSimulations } from '../scenario/problems.ts'
import { readingNames } from '../outcomes/year-values.ts'
import { currencyWord } from '../language/currency.ts'
import { UsageError } from '../language/reported-error.ts'
import { commandMessages } from './messages.ts'
import type { Command } from 'commander'
import { madeWith } from '../analysis/fingerprint.ts'
import { seedFrom, wholeNumber } from '../language/usage.ts'
import { number, signed, tiny } from '../analysis/numbers.ts'
import { type Gain, type Who, whoGains } from '../analysis/who/who.ts'
import { announce } from './announce.ts'
import { bandSimulations } from './ensembles/options.ts'
import { addChoice, type ChoiceOptions, chooseFor, openChosen } from './choice.ts'
import { runManyOf } from './wasm-module.ts'
import { print, printJson, type Session } from './session.ts'
import { progress } from './terminal/progress.ts'
import { type Screen, screenOf } from './terminal/screen.ts'
import type { TextColumn } from './terminal/table.ts'

interface WhoOptions extends ChoiceOptions {
  readonly members: string
  readonly seed: string
  readonly year: string
}

/** Some seconds. */
const defaultMembers = 50

/** '+0.54 (+0.38 to +0.81)'. */
const gainText = ({ central, low, high }: Gain, scale: number, digits: number): string => {
  const text = (value: number): string => signed(value * scale, digits)
  return low === null || high === null ? text(central) : `${text(central)} (${text(low)} to ${text(high)})`
}

const columns = (...headers: readonly string[]): TextColumn[] =>
  headers.map((header, at) => ({ header, kind: at === 0 ? 'text' : 'number' }))

const birthTable = ({ birthYears }: Who, screen: Screen): string =>
  screen.table(
    columns('Born', 'income', 'consumption'),
    birthYears
      .filter(({ born }) => born % 5 === 0)
      .map(({ born, income, consumption }) => [String(born), gainText(income, 1, 2), gainText(consumption, 1, 2)]),
  )

const peopleTable = ({ people }: Who, currency: string, screen: Screen): string =>
  screen.table(
    columns('Group', 'measure', `thousand ${currency}`, 'change, %').map((column, at) =>
      at === 1 ? { ...column, kind: 'text' } : column,
    ),
    people.map(({ label, of, before, change }) => [label, of, number(before, 1), gainText(change, 100, 1)]),
  )

const areaTable = ({ areas }: Who, screen: Screen): string =>
  screen.table(
    columns('Province', 'output per person, %', 'residents, thousand', 'unemployment, pp', 'debt, pp of output'),
    [...areas.slice(1), areas[0]].map(({ name, change }) => [
      name,
      gainText(change.outputPerHead, 100, 1),
      gainText(change.residents, 1000, 0),
      gainText(change.unemployment, 100, 1),
      gainText(change.debtToGdp, 100, 1),
    ]),
  )

const payerTable = ({ payers }: Who, currency: string, screen: Screen): string =>
  screen.table(
    columns('Payer', `change in balance, bn ${currency} a year`),
    payers
      .toSorted((a, b) => a.change.central - b.change.central)
      .map(({ label, change }) => [label, gainText(change, 1, 1)]),
  )

const page = (who: Who, title: string, currency: string, screen: Screen): string => {
  const { from, to, year, total, members } = who
  const bands = members === 0 ? '' : `; the ranges in brackets cover 80 % of ${members} simulations`
  return [
    `${screen.heading(title)}  ${screen.colours.dim('compared with current policy')}`,
    [
      screen.heading('By birth year'),
      birthTable(who, screen),
      screen.aside(
        `Thousand ${currency} per person and year at start-year prices, averaged over the years of ${from}–${to} in which the cohort is alive, discounted at ${who.discountRate * 100} %${bands}. Income is allocated to those who receive it; consumption is divided equally within household groups.`,
      ),
    ].join('\n'),
    [
      screen.heading(`By household group and livelihood, ${year}, ${readingNames.en.mean}`),
      peopleTable(who, currency, screen),
    ].join('\n'),
    ...(who.areas.length > 1
      ? [
          [
            screen.heading(`By province, ${year}`),
            areaTable(who, screen),
            screen.aside(
              `Output and unemployment: ${readingNames.en.mean}; residents and debt: ${readingNames.en.end}.`,
            ),
          ].join('\n'),
        ]
      : []),
    [
      screen.heading('By payer'),
      payerTable(who, currency, screen),
      screen.aside(
        `Change in receipts less payments, average of ${from}–${to}, start-year prices; a negative value means that the sector is worse off. The changes of all sectors sum to zero (residual ${tiny(who.balanceResidual)} of their sizes).`,
      ),
    ].join('\n'),
    screen.paragraph(
      `The real income of all households changes by ${signed(total.income, 1)} bn ${currency} a year: ${signed(total.perPerson, 1)} bn through income per person and ${signed(total.byNumbers, 1)} bn through the number of residents. Birth years add up to the household groups (residual ${tiny(who.residual)}).`,
    ),
  ].join('\n\n')
}

const tell = async (session: Session, word: string, options: WhoOptions): Promise<void> => {
  const members = bandSimulations('--members', options.members, mostSimulations)
  const seed = seedFrom('--seed', options.seed)
  const open = openChosen(word, options)
  const { region, simulator } = open
  const year = wholeNumber('--year', options.year, Math.floor(region.start), simulator.horizon.end - 1)
  const choice = chooseFor(open, word, options)
  const { policy, assumptions, name } = choice.scenario
  if (Object.keys(policy).length === 0) {
    throw new UsageError(commandMessages.noPolicy())
  }
  const bar = progress('simulations', members, session.err)
  let done = 0
  const who = await whoGains(
    open,
    { policy, assumptions, settings: { seed, members }, year },
    {
      many: runManyOf(open),
      payerMembers: members,
      pause: now => {
        bar.advance(now - done)
        done = now
      },
    },
  ).finally(() => bar.end())
  announce(session, choice)
  if (options.json === true) {
    printJson(session, {
      ...madeWith(open),
      scenario: choice.scenario,
      ...who,
      calibrated: region.parameters !== undefined,
    })
  } else {
    const title = `${region.names.en}: who gains and who loses under ${name}`
    print(session, page(who, title, currencyWord(region.currency, 'en'), screenOf(session.out)))
  }
}

export const define = (command: Command, session: Session): void => {
  command
    .option('-m, --members <number>', 'simulations for the bands; 0 for no bands', String(defaultMembers))
    .option('-s, --seed <number>', 'random seed: the same seed gives the same simulations', '1')
    .option('-y, --year <year>', 'year of the tables by household group and province', '2035')
    .option('--json', 'print everything as JSON, with every birth year and the population by age')
  addChoice(command).action((word: string, options: WhoOptions) => tell(session, word, options))
}
