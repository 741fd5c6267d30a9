/** `heartland impact` shows the effects of a change in external sales by industry: by the input-output table and in the full model. */

import type { Command } from 'commander'
import { madeWith } from '../analysis/fingerprint.ts'
import { type Impact, impactOf, impactReasons, type SectorImpact } from '../analysis/industries/impact.ts'
import { reasonMessages } from '../analysis/explain/messages.ts'
import type { Division } from '../analysis/explain/reasons.ts'
import { industryMessages as said } from '../analysis/industries/messages.ts'
import { restrictions, shockedVariables } from '../analysis/industries/shock-text.ts'
import { parseShock } from '../analysis/industries/shocks.ts'
import { type Band, percent, signed } from '../analysis/numbers.ts'
import { wholeNumber } from '../language/usage.ts'
import { labelName } from '../model/names/parameters.ts'
import { variableName } from '../model/names/variables.ts'
import type { RegionData } from '../regions/types.ts'
import { noteAudit, noteFit, watched } from './announce.ts'
import { addPacks, collectValues, type CommonOptions, languageFrom, languageOption } from './common-options.ts'
import { bandsFrom, countOf } from './ensembles/options.ts'
import { currencyIn, scalesIn } from './industries.ts'
import { onceEach, openWith } from './opening.ts'
import { reasonSentences } from '../analysis/explain/reasons-in-words.ts'
import { print, printJson, type Session } from './session.ts'
import { type Screen, screenOf } from './terminal/screen.ts'
import { type Cell, numberColumns, textColumns } from './terminal/table.ts'

interface ImpactOptions extends CommonOptions {
  readonly shock: readonly string[]
  readonly year: string
  readonly members: string
  readonly seed: string
  readonly lang: string
}

/** Zero has no sign, also where rounding makes it. */
const change = (value: number, digits: number): string => signed(value, digits)

const sectorsTable = (impact: Impact, screen: Screen): string => {
  const { language, say } = screen
  const { money, people } = scalesIn(language)
  const digits = language === 'zh' ? 1 : 2
  const jobDigits = language === 'zh' ? 2 : 1
  // The first year of the shock, when little has answered, and the year asked for.
  const shownYears = impact.years.slice(0, 2)
  const places = shownYears.map((_, at) => at)
  const cells = ({ valueAdded, employed, model }: Omit<SectorImpact, 'sector'>): Cell[] => [
    ...[valueAdded.direct, valueAdded.indirect, valueAdded.induced, valueAdded.total].map(value =>
      change(value * money, digits),
    ),
    ...places.map(at => (model === undefined ? null : change(model[at]!.valueAdded * money, digits))),
    change(employed.total * people, jobDigits),
    ...places.map(at => (model === undefined ? null : change(model[at]!.employed * people, jobDigits))),
  ]
  const heads = [
    said.direct(),
    said.indirect(),
    said.induced(),
    said.sum(),
    ...shownYears.map(year => said.byModel({ year })),
    said.jobsSum(),
    ...shownYears.map(year => said.byModel({ year })),
  ]
  return screen.table(
    [...textColumns(say(said.industry())), ...numberColumns(...heads.map(head => say(head)))],
    [
      ...impact.sectors.map((one): Cell[] => [labelName(one.sector, language), ...cells(one)]),
      [say(said.all()), ...cells(impact.total)],
    ],
  )
}

const bandsTable = (impact: Impact, screen: Screen): string => {
  const { language, say } = screen
  const { money, people } = scalesIn(language)
  const range = ({ low, high }: Band, scale: number, digits: number): string =>
    say(said.range({ low: change(low * scale, digits), high: change(high * scale, digits) }))
  const { sectors, total } = impact.bands!
  const asked = impact.years.indexOf(impact.year)
  const shown = [...new Set([0, asked])]
  const cells = ({ table, model }: (typeof sectors)[number]): Cell[] => [
    range(table, money, 2),
    ...shown.map(at => (model === undefined ? null : range(model[at]!.valueAdded, money, 2))),
    model === undefined ? null : range(model[asked]!.employed, people, 1),
  ]
  const heads = [
    said.byTable(),
    ...shown.map(at => said.byModel({ year: impact.years[at]! })),
    said.jobsByModel({ year: impact.year }),
  ]
  return screen.table(
    [...textColumns(say(said.industry())), ...numberColumns(...heads.map(head => say(head)))],
    [
      ...impact.sectors.map(({ sector }, at): Cell[] => [labelName(sector, language), ...cells(sectors[at]!)]),
      [say(said.all()), ...cells(total)],
    ],
  )
}

const modelTable = ({ changes, years }: Impact, screen: Screen): string => {
  const { language, say } = screen
  const { money } = scalesIn(language)
  const told = ({ unit, relative }: Impact['changes'][number], value: number): string => {
    const isShare = relative || unit === 'share' || unit === 'year'
    return change(isShare ? value * 100 : value * money, 2)
  }
  return screen.table(
    [...textColumns(say(said.outcome())), ...numberColumns(...years.map(String))],
    changes.map((one): Cell[] => [
      variableName(one.variable, one.doc, language),
      ...one.at.map(value => told(one, value)),
    ]),
  )
}

const reasonsPart = (reasons: readonly Division[], year: number, screen: Screen): string[] =>
  reasons.length === 0
    ? []
    : [
        [
          screen.heading(screen.say(reasonMessages.head({ year }))),
          ...reasonSentences(reasons, screen.language).map(text => screen.paragraph(text)),
        ].join('\n'),
      ]

interface Head {
  readonly reasons: readonly Division[]
  readonly shocks: string
}

const page = (region: RegionData, impact: Impact, { reasons, shocks }: Head, screen: Screen): string => {
  const { language, say } = screen
  const { money } = scalesIn(language)
  const currency = currencyIn(region)
  const sales = change(impact.sales * money, 1)
  const share = percent(impact.total.valueAdded.total / impact.output, 2)
  return [
    screen.heading(say(said.impactTitle({ names: region.names, shocks }))),
    screen.paragraph(say(said.impactSaid({ sales, currency, year: impact.year, share }))),
    `${screen.heading(say(said.impactHead({ currency })))}\n${sectorsTable(impact, screen)}`,
    screen.aside(say(said.partsSaid())),
    ...(impact.bands === undefined
      ? []
      : [
          `${screen.heading(say(said.bandsHead({ members: impact.bands.members, currency })))}\n${bandsTable(impact, screen)}`,
        ]),
    `${screen.heading(say(said.modelHead()))}\n${modelTable(impact, screen)}`,
    screen.aside(say(said.modelSaid({ start: Math.min(...impact.shocks.map(({ from }) => from)) }))),
    ...reasonsPart(reasons, impact.year, screen),
  ].join('\n\n')
}

const impact = (session: Session, word: string, options: ImpactOptions): void => {
  const language = languageFrom(options.lang)
  const open = openWith(word, options)
  const { region, simulator } = open
  const shocks = options.shock.map(text => parseShock(open, text))
  const first = Math.min(...shocks.map(({ from }) => from))
  const year = wholeNumber('--year', options.year, first, simulator.horizon.end - 1)
  // Two shocks of the same sales would follow one another, which is more than either says.
  onceEach(
    '--shock',
    options.shock.map(text => [text.split('=')[0].replaceAll(/\s/g, ''), text]),
  )
  const audited = watched(open)
  const members = bandsFrom('--members', options.members, 1000)
  const seed = countOf('--seed', options.seed, 0, Number.MAX_SAFE_INTEGER)
  const found = impactOf(audited.open, shocks, year, { members, seed })
  const reasons = impactReasons(open, found)
  noteFit(session, open)
  noteAudit(session, audited.audit())
  if (options.json === true) {
    printJson(session, { region: region.id, ...madeWith(open), ...found, reasons })
  } else {
    const head = { reasons, shocks: options.shock.join(language === 'zh' ? '、' : ', ') }
    print(session, page(region, found, head, screenOf(session.out, language)))
  }
}

export const define = (command: Command, session: Session): void => {
  command
    .requiredOption(
      '--shock <variable=change>',
      `a change in external sales, in per cent (repeatable): ${Object.keys(shockedVariables).join(', ')}, with one area or industry in brackets if wanted; plant[area,industry] with its sales in bn a year; or the level of a restriction: ${restrictions.join(', ')}`,
      collectValues,
    )
    .option('-y, --year <year>', 'year of the table by industry', '2030')
    .option('-m, --members <number>', 'simulations for the ranges; 0 for none', '40')
    .option('-s, --seed <number>', 'random seed of the ranges', '1')
    .option(...languageOption)
    .option('--json', 'print everything as JSON')
  addPacks(command).action((word: string, options: ImpactOptions) => impact(session, word, options))
}
