/** `heartland stress` runs the standard stress tests of external conditions and shows them beside the baseline. */

import type { Command } from 'commander'
import { debtParts } from '../analysis/debt/decomposition.ts'
import { madeWith } from '../analysis/fingerprint.ts'
import { sumOf } from '../analysis/moments.ts'
import { number, signed } from '../analysis/numbers.ts'
import { type StressOutcome, stressOutcomes, type StressResult, stressResults } from '../analysis/stress.ts'
import type { Language } from '../language/messages.ts'
import { announce } from './announce.ts'
import type { Choice } from '../analysis/choice.ts'
import { addChoice, type ChoiceOptions, chooseFor, openChosen } from './choice.ts'
import { languageFrom, languageOption } from './common-options.ts'
import { commandMessages } from './messages.ts'
import { scenarioName } from './scenario-words.ts'
import { print, printJson, type Session } from './session.ts'
import { type Screen, screenOf } from './terminal/screen.ts'
import { type Cell, numberColumns, textColumns } from './terminal/table.ts'
import { parseYears } from '../analysis/years.ts'

interface StressOptions extends ChoiceOptions {
  readonly years: string
  readonly lang: string
}

/** The baseline as a level, a test as its difference to it; output as a difference in per cent. */
const cell = ({ name, scale }: StressOutcome, value: number, baseline: number, isBaseline: boolean): string => {
  if (name === 'output') return isBaseline ? '' : signed(scale * (value / baseline - 1), 1)
  const digits = scale === 1 ? 2 : 1
  return isBaseline ? number(scale * value, digits) : signed(scale * (value - baseline), digits)
}

const page = (
  { open, scenario }: Choice,
  years: readonly number[],
  results: readonly StressResult[],
  language: Language,
  screen: Screen,
): string => {
  const { names, areaNames, areas } = open.region
  const nameOf = (place: string): string => {
    const own = place === 'region' ? names : areaNames[place]!
    return language === 'zh' ? (own.zh ?? own.en) : own.en
  }
  const words = commandMessages.stress({ years: years.join(', ') }).text[language].split('|')
  const [baselineWord = '', remark = ''] = words
  const tests = results.flatMap(({ test }) => (test === undefined ? [] : [test]))
  const tables = ['region', ...(areas.length > 1 ? areas : [])].map(place => {
    const columns = [
      ...textColumns(nameOf(place)),
      ...numberColumns(baselineWord, ...tests.map(({ short }) => short[language])),
    ]
    const rows = stressOutcomes.flatMap(outcome =>
      years.map((year, at): Cell[] => {
        const values = results.map(({ places }) => places[place][outcome.name][at])
        return [
          `${outcome.names[language]} ${year}`,
          ...values.map((value, test) => cell(outcome, value, values[0], test === 0)),
        ]
      }),
    )
    return screen.table(columns, rows)
  })
  const { text: causes } = commandMessages.stressDebt({ year: years.at(-1)! })
  const [debtHead = '', together = '', debtRemark = ''] = causes[language].split('|')
  const last = years.length - 1
  const moved = (id: string): number[] =>
    results.slice(1).map(({ debtFrom }) => debtFrom['region'][id][last] - results[0].debtFrom['region'][id][last])
  const points = (values: readonly number[]): string[] => values.map(value => signed(100 * value, 1))
  const parts = debtParts.map(({ id, names: own }) => ({ name: own[language], values: moved(id) }))
  const sums = tests.map((_, at) => sumOf(parts.map(({ values }) => values[at])))
  const lowered = sums[tests.findIndex(({ id }) => id === 'contingent')] < 0
  const debtTable = screen.table(
    [...textColumns(debtHead), ...numberColumns(...tests.map(({ short }) => short[language]))],
    [
      ...parts
        .filter(({ values }) => values.some(value => Math.abs(value) >= 0.0005))
        .map(({ name, values }): Cell[] => [name, ...points(values)]),
      [together, ...points(sums)],
    ],
  )
  const written = ([term = '', text = '']: readonly string[]): string =>
    language === 'zh' ? `${term}：${text}。` : `${term}: ${text}.`
  const legend = tests.map(({ short, names: own }) => written([short[language], own[language]]))
  return [
    screen.heading(
      commandMessages.stressTitle({ place: nameOf('region'), scenario: scenarioName(scenario.name, language) }).text[
        language
      ],
    ),
    ...tables,
    debtTable,
    ...(lowered ? [screen.aside(debtRemark)] : []),
    ...legend.map(text => screen.aside(text)),
    screen.aside(remark),
  ].join('\n\n')
}

const stress = (session: Session, word: string, options: StressOptions): void => {
  const language = languageFrom(options.lang)
  const open = openChosen(word, options)
  const choice = chooseFor(open, word, options)
  const years = parseYears(choice.open, options.years)
  announce(session, choice)
  const results = stressResults(choice.open, choice.scenario, years)
  if (options.json !== true) {
    print(session, page(choice, years, results, language, screenOf(session.out)))
    return
  }
  printJson(session, {
    region: open.region.id,
    ...madeWith(open),
    scenario: choice.scenario,
    years,
    outcomes: stressOutcomes,
    results,
  })
}

export const define = (command: Command, session: Session): void => {
  command
    .option('-y, --years <years>', 'years to show', '2028,2035')
    .option(...languageOption)
    .option('--json', 'print the results as JSON')
  addChoice(command).action((word: string, options: StressOptions) => stress(session, word, options))
}
