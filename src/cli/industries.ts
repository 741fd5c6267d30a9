/** `heartland industries` shows output, jobs and external sales by industry, and multipliers beside those of the table. */

import type { Command } from 'commander'
import { madeWith } from '../analysis/fingerprint.ts'
import { areaCalled } from '../analysis/central-run.ts'
import { type AreaMultipliers, type IndustryTable, industryTable } from '../analysis/industries/industry-table.ts'
import { industryMessages as said } from '../analysis/industries/messages.ts'
import { type Band, signed } from '../analysis/numbers.ts'
import { wholeNumber } from '../language/usage.ts'
import { labelName } from '../model/names/parameters.ts'
import { currencyWord } from '../language/currency.ts'
import type { Both, Language } from '../language/messages.ts'
import type { RegionData } from '../regions/types.ts'
import { announce } from './announce.ts'
import { addChoice, type ChoiceOptions, chooseFor, openChosen } from './choice.ts'
import { languageFrom, languageOption } from './common-options.ts'
import { bandsFrom, countOf } from './ensembles/options.ts'
import { print, printJson, type Session } from './session.ts'
import { type Screen, screenOf } from './terminal/screen.ts'
import { type Cell, numberColumns, type TextColumn, textColumns } from './terminal/table.ts'

interface IndustriesOptions extends ChoiceOptions {
  readonly year: string
  readonly area?: string
  readonly members: string
  readonly seed: string
  readonly lang: string
}

/** Amounts as an office writes them: billions and thousands of people, or 亿 and 万人. */
export const scalesIn = (language: Language) =>
  language === 'zh' ? { money: 10, people: 100 } : { money: 1, people: 1000 }

export const currencyIn = ({ currency }: Pick<RegionData, 'currency'>): Both<string> => ({
  en: currencyWord(currency, 'en'),
  zh: currencyWord(currency, 'zh'),
})

const figuresTable = (table: IndustryTable, isChanged: boolean, screen: Screen): string => {
  const { language, say } = screen
  const { money, people } = scalesIn(language)
  const column = (header: string, digits: number): TextColumn => ({ header, kind: 'number', digits })
  const changes = isChanged ? [column(say(said.change()), 1)] : []
  const pair = (now: number, before: number, scale: number): Cell[] => [
    now * scale,
    ...(isChanged ? [signed((now - before) * scale, 1)] : []),
  ]
  return screen.table(
    [
      ...textColumns(say(said.industry())),
      column(say(said.valueAdded()), 1),
      ...changes,
      { header: say(said.share()), kind: 'share', digits: 1 },
      column(say(said.employed()), language === 'zh' ? 1 : 0),
      ...changes,
      column(say(said.soldOutside()), 1),
      ...changes,
    ],
    [
      ...table.figures.map(row => [labelName(row.industry, language), row] as const),
      [say(said.total()), table.total] as const,
    ].map(([name, row]): Cell[] => [
      name,
      ...pair(row.output, row.before.output, money),
      row.share,
      ...pair(row.employed, row.before.employed, people),
      ...pair(row.exports, row.before.exports, money),
    ]),
  )
}

const changesTable = ({ figures }: IndustryTable, screen: Screen): string => {
  const { language, say } = screen
  const { money, people } = scalesIn(language)
  const range = ({ low, high }: Band, scale: number, digits: number): string =>
    say(said.range({ low: signed(low * scale, digits), high: signed(high * scale, digits) }))
  return screen.table(
    [
      ...textColumns(say(said.industry())),
      ...numberColumns(...[said.valueAdded(), said.employed(), said.soldOutside()].map(head => say(head))),
    ],
    figures.map(({ industry, changes }): Cell[] => [
      labelName(industry, language),
      range(changes!.output, money, 2),
      range(changes!.employed, people, 1),
      range(changes!.exports, money, 2),
    ]),
  )
}

const multipliersTable = (own: AreaMultipliers, currency: Both<string>, screen: Screen): string => {
  const { language, say } = screen
  const column = (header: string, digits = 2): TextColumn => ({ header, kind: 'number', digits })
  return screen.table(
    [
      ...textColumns(say(said.industry())),
      column(say(said.modelValueAdded())),
      column(say(said.tableValueAdded())),
      column(say(said.modelOutput())),
      column(say(said.tableOutput())),
      column(say(said.modelJobs({ currency })), language === 'zh' ? 0 : 1),
    ],
    own.industries.map(({ industry, model, table }): Cell[] => [
      labelName(industry, language),
      model.valueAdded,
      table.valueAdded,
      model.output,
      table.output,
      // Thousand per billion is one per million, and a hundred per 亿.
      language === 'zh' ? model.jobs * 100 : model.jobs,
    ]),
  )
}

const page = (
  region: RegionData,
  table: IndustryTable,
  {
    area,
    policy,
    members,
  }: {
    readonly area?: string | undefined
    readonly policy: string
    readonly members: number
  },
  screen: Screen,
): string => {
  const { say } = screen
  const currency = currencyIn(region)
  const names = area === undefined ? region.names : region.areaNames[area]!
  return [
    screen.heading(say(said.industriesTitle({ names, year: table.year }))),
    figuresTable(table, policy !== '', screen),
    screen.aside(say(said.figuresSaid({ currency, policy }))),
    ...(members === 0 ? [] : [`${screen.heading(say(said.changesHead({ members })))}\n${changesTable(table, screen)}`]),
    ...table.multipliers.map(
      own =>
        `${screen.heading(say(said.multipliersTitle({ names: region.areaNames[own.area]! })))}\n${multipliersTable(own, currency, screen)}`,
    ),
    screen.aside(say(said.multipliersSaid())),
  ].join('\n\n')
}

const industries = (session: Session, word: string, options: IndustriesOptions): void => {
  const language = languageFrom(options.lang)
  const open = openChosen(word, options)
  const { region, simulator } = open
  const area = options.area === undefined ? undefined : region.areas[areaCalled(open, options.area).element]
  const year = wholeNumber('--year', options.year, Math.floor(region.start), simulator.horizon.end - 1)
  const choice = chooseFor(open, word, options)
  const { policy, assumptions, name } = choice.scenario
  const isChanged = Object.keys(policy).length > 0
  const asked = bandsFrom('--members', options.members, 1000)
  const members = isChanged ? asked : 0
  const seed = countOf('--seed', options.seed, 0, Number.MAX_SAFE_INTEGER)
  const settings = { year, policy, assumptions, members, seed }
  const table = industryTable(open, { ...settings, ...(area === undefined ? {} : { area }) })
  announce(session, choice)
  if (options.json === true) {
    printJson(session, {
      region: region.id,
      area,
      ...madeWith(open),
      scenario: choice.scenario,
      ...table,
    })
  } else {
    const changed = isChanged ? name : ''
    print(session, page(region, table, { area, policy: changed, members }, screenOf(session.out, language)))
  }
}

export const define = (command: Command, session: Session): void => {
  command
    .option('-y, --year <year>', 'year of the figures', '2030')
    .option('-a, --area <area>', 'one area of the region, such as CN-LN')
    .option('-m, --members <number>', 'simulations for the ranges of what a policy changes; 0 for none', '40')
    .option('-s, --seed <number>', 'random seed of the ranges', '1')
    .option(...languageOption)
    .option('--json', 'print everything as JSON')
  addChoice(command).action((word: string, options: IndustriesOptions) => industries(session, word, options))
}
