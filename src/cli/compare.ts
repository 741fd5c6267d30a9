/** `heartland compare` shows the outcomes of two policies and the differences between them. */

import { fitSentence } from '../analysis/fitted-model.ts'
import type { Command } from 'commander'
import { announceRun } from './announce.ts'
import {
  type CentralRun,
  centralRun,
  comparedYears,
  comparisonRecord,
  type Where,
  whereCalled,
  type YearRow,
} from '../analysis/central-run.ts'
import type { Choice } from '../analysis/choice.ts'
import { choose, isSaved } from './choice.ts'
import { commandMessages } from './messages.ts'
import { yearTitle } from '../analysis/outcomes.ts'
import { addAssumptions, addOutside, addPacks, type CommonOptions } from './common-options.ts'
import { openWith } from './opening.ts'
import { costSentence, shownValue, yearHead } from './run.ts'
import { readScenario } from './scenario-file.ts'
import { note, print, printJson, type Session } from './session.ts'
import { money, signed } from '../analysis/numbers.ts'
import { type Screen, screenOf } from './terminal/screen.ts'
import { type Cell, type TextColumn, textColumns } from './terminal/table.ts'
import { parseYears } from '../analysis/years.ts'
import { firstRegion } from '../regions/first-region.ts'

interface CompareOptions extends CommonOptions {
  readonly region?: string
  readonly area?: string
  readonly years?: string
}

const difference = (row: YearRow, from: number | undefined, to: number | undefined): string | null => {
  if (from === undefined || to === undefined) return null
  const { scale, digits } = row.indicator.shown
  return signed((to - from) * scale, digits)
}

/** 'A' and 'G' for packages, else the first and the second. */
const shortNames = (choices: readonly Choice[]): readonly string[] => {
  const ids = choices.map(({ package: policyPackage }) => policyPackage?.id)
  return ids.every(id => id !== undefined) && ids[0] !== ids[1] ? (ids as string[]) : ['first', 'second']
}

const compareTable = (
  years: readonly number[],
  names: readonly string[],
  results: readonly CentralRun[],
  screen: Screen,
): string => {
  const columns: TextColumn[] = [
    ...textColumns(yearHead),
    ...years.flatMap((year): TextColumn[] => [
      { header: `${names[0]} ${year}`, kind: 'number' },
      { header: `${names[1]} ${year}`, kind: 'number' },
      { header: 'difference', kind: 'number' },
    ]),
  ]
  const [first, second] = results
  const rows = first.rows.map((row, at): Cell[] => [
    yearTitle(row.indicator),
    ...years.flatMap((_, year) => {
      const [from, to] = [row.values[year], second.rows[at].values[year]]
      return [shownValue(row, from), shownValue(row, to), difference(row, from, to)]
    }),
  ])
  return screen.table(columns, rows)
}

/** States whether the two policies have the same cost. */
const costs = (choices: readonly Choice[], results: readonly CentralRun[]): string => {
  const [first, second] = results.map(({ cost }) => cost.gross.presentValue)
  const { currency } = choices[0].open.region
  const largest = Math.max(Math.abs(first), Math.abs(second))
  if (largest === 0) return 'Neither policy has a gross outlay beyond current policy.'
  if (Math.abs(first - second) <= 0.005 * largest)
    return `Equal cost: the gross outlays of both policies have a present value of ${money(first, currency)}.`
  const nothing = choices.some(({ package: policyPackage }) => policyPackage?.id === 'A')
  return `Different cost: the present values of the gross outlays are ${money(first, currency)} and ${money(second, currency)}.${nothing ? '' : ' Packages B to H have equal cost.'}`
}

const page = (
  choices: readonly Choice[],
  where: Where,
  years: readonly number[],
  results: readonly CentralRun[],
  screen: Screen,
): string => {
  const names = shortNames(choices)
  const titles = choices.map(({ scenario }, at) =>
    names[at] === choices[at].package?.id ? scenario.name : `${names[at]}: ${scenario.name}`,
  )
  return [
    `${screen.heading(`${where.name}: ${titles.join(' compared with ')}`)}  ${screen.colours.dim('central projections, no shocks')}`,
    compareTable(years, names, results, screen),
    screen.paragraph(costs(choices, results)),
    ...results.map((result, at) =>
      screen.aside(`${titles[at]}. ${costSentence(result, choices[0].open.region.currency)}`),
    ),
    screen.aside(
      `${fitSentence(choices[0].open.region)} For the probability of each outcome, run \`heartland answer\`.`,
    ),
  ].join('\n\n')
}

const areSame = ([first, second]: readonly CentralRun[]): boolean =>
  first.rows.every(({ values }, at) => values.every((value, year) => value === second.rows[at].values[year]))

const regionOf = (words: readonly string[], options: CompareOptions): string => {
  const file = words.find(isSaved)
  return options.region ?? (file === undefined ? firstRegion : readScenario(file).region)
}

const compare = (session: Session, words: readonly string[], options: CompareOptions): void => {
  const open = openWith(regionOf(words, options), options)
  const choices = words.map(word => choose(open, word, options))
  const years = options.years === undefined ? comparedYears(open) : parseYears(open, options.years)
  const where = whereCalled(open, options.area)
  const results = choices.map(choice => announceRun(session, choice, () => centralRun(choice, where, years)))
  if (areSame(results)) {
    const [first, second] = choices.map(({ scenario }) => scenario.name)
    note(session, `heartland: ${commandMessages.sameResults({ first, second }).text.en}`)
  }
  if (options.json === true) printJson(session, comparisonRecord(choices, where, years, results))
  else print(session, page(choices, where, years, results, screenOf(session.out)))
}

export const define = (command: Command, session: Session): void => {
  command
    .option('-r, --region <region>', `the region (default: the one in the file, or ${firstRegion})`)
    .option('-a, --area <area>', 'one area of the region, such as CN-LN')
    .option('-y, --years <years>', 'years to show, or all (default: 2030 and the last year)')
    .option('--json', 'print the result as JSON')
  addAssumptions(addOutside(addPacks(command))).action((first: string, second: string, options: CompareOptions) =>
    compare(session, [first, second], options),
  )
}
