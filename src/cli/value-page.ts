/** The page of `heartland value`: a ranked chart with its table, settings and published estimates, and free measures. */

import { lowered } from '../language/lowered.ts'
import { number, signed } from '../analysis/numbers.ts'
import { shownAs } from '../analysis/explain/shown.ts'
import { valueMessages } from '../analysis/value/messages.ts'
import type { Spread, LeverValue, Value, ValueAt } from '../analysis/value/value.ts'
import { chineseName } from '../model/names/names.ts'
import { leverName, leverUnit, payerName } from '../model/names/levers.ts'
import { unitWords } from '../model/names/units.ts'
import { currencyWord } from '../language/currency.ts'
import type { Both, Language, Message } from '../language/messages.ts'
import { packageStart } from '../model/packages.ts'
import { readingNames } from '../analysis/year-values.ts'
import type { RegionData } from '../regions/types.ts'
import { citationOf } from '../model/published-studies.ts'
import { multiplierRange, settingOf } from './multipliers.ts'
import type { Screen } from './terminal/screen.ts'
import { type Cell, numberColumns, type TextColumn, textColumns } from './terminal/table.ts'

const chartWidth = 20

/** Digits that leave three figures of the largest of some numbers. */
const digitsOf = (values: readonly number[]): number => {
  const most = Math.max(...values.map(Math.abs))
  return most === 0 ? 1 : Math.min(8, Math.max(0, 2 - Math.floor(Math.log10(most))))
}

/** The band as a line, its mean as a point, and zero. */
const chartOf = ({ low, high, mean }: Spread, [from, to]: readonly [number, number]): string => {
  const place = (value: number): number =>
    Math.min(chartWidth - 1, Math.max(0, Math.round(((value - from) / (to - from || 1)) * (chartWidth - 1))))
  const line = Array.from({ length: chartWidth }, (_, at): string =>
    at >= place(low) && at <= place(high) ? '─' : ' ',
  )
  line[place(0)] = '│'
  line[place(mean)] = '●'
  return line.join('')
}

/** Beyond these the chart is cut off: the extremes of single bands would hide the others. */
const chartRange = (estimates: readonly Spread[]): readonly [number, number] => [
  Math.min(0, ...estimates.map(({ low }) => low)),
  Math.max(0, ...estimates.map(({ high }) => high)),
]

const name = ({ lever, doc }: Pick<LeverValue, 'lever' | 'doc'>, language: Language): string =>
  leverName(lever, doc, language)

const namesOf = (list: readonly LeverValue[]): Array<Both<string>> =>
  list.map(one => ({ en: name(one, 'en'), zh: name(one, 'zh') }))

/** What the effects say: the best and those tied with it, the wrong way, and those without a clear direction. */
const valueSentences = (found: Value): Message[] => {
  const { levers, rankedAt, years, better } = found
  const year = packageStart + rankedAt - 1
  const at = ({ at: list }: LeverValue): ValueAt => list[years.indexOf(year)]
  const ranked = levers.filter(({ rank }) => rank !== null)
  const wrong = better === 'higher' ? 'lowers' : 'raises'
  const best = ranked.filter(({ rank }) => rank === 1)
  const having = (sign: ValueAt['sign']): LeverValue[] => levers.filter(one => at(one).sign === sign)
  return [
    ...(best.length === 0 ? [] : [valueMessages.best({ names: namesOf(best), year })]),
    ...(having(wrong).length === 0 ? [] : [valueMessages.worse({ names: namesOf(having(wrong)), year })]),
    ...(having('unclear').length === 0 ? [] : [valueMessages.unclear({ names: namesOf(having('unclear')), year })]),
  ]
}

/** '0.0 to 1.0 %' and '0.0 至 1.0%', in the unit of the lever. */
const settingIn = (one: LeverValue, language: Language): string => {
  if (language === 'en') return settingOf(one)
  const chinese = leverUnit(one.lever, one.unit, 'zh')
  const [scale, text] = one.unit === 'share' ? ([100, '%'] as const) : [chinese.scale, chinese.text]
  return `${number(scale * one.standard)} 至 ${number(Number((scale * one.value).toPrecision(3)))}${text.trim()}`
}

/** '0.6 to 2', '0.6 至 2'. */
const rangeIn = (effect: LeverValue['published'][number], language: Language): string =>
  language === 'en' ? multiplierRange(effect) : multiplierRange(effect).replace(' to ', ' 至 ')

interface Head {
  readonly seed: number
}

export const valuePage = (found: Value, region: RegionData, { seed }: Head, screen: Screen): string => {
  const { levers, years, rankedAt, members, failed, variable, unit, doc, outcome, reading } = found
  const { language, say } = screen
  const yearRanked = packageStart + rankedAt - 1
  const place = years.indexOf(yearRanked)
  const shown = shownAs(variable, unit)
  const percent = shown.changeUnit === 'points'
  const chinese = unitWords(unit, 'zh')
  const scale = language === 'zh' && !percent ? chinese.scale : shown.scale
  const unitText: Both<string> = {
    en: percent ? 'percentage points' : shown.changeUnit,
    zh: percent ? '百分点' : chinese.text.trim() === '' ? '数值' : chinese.text.trim(),
  }
  const outcomeText: Both<string> = {
    en: `${lowered(doc)} (${outcome})`,
    zh: `${chineseName(variable) ?? variable}（${outcome}）`,
  }
  const measuredAs: Both<string> = {
    en: `${outcomeText.en}, ${readingNames.en[reading]}`,
    zh: `${outcomeText.zh}的${readingNames.zh[reading]}`,
  }
  const money: Both<string> = {
    en: `bn ${currencyWord(region.currency, 'en')}`,
    zh: `10亿${currencyWord(region.currency, 'zh')}`,
  }
  const amount: Both<string> = { en: money.en, zh: money.zh.slice(2) }
  const ranked = levers.filter(({ rank }) => rank !== null)
  const reforms = levers.filter(({ rank }) => rank === null)
  const effects = ranked.flatMap(({ at }) => at.map(({ perGross }) => scale * perGross!.mean))
  const digits = digitsOf(effects)
  const told = (value: number): string => signed(scale * value, digits)
  const band = ({ low, high }: Spread): string => `${told(low)}…${told(high)}`
  const range = chartRange(ranked.map(({ at }) => at[place].perGross!))
  const publishedOf = (list: LeverValue['published']): string =>
    list
      .map(effect => say(valueMessages.publishedIn({ range: rangeIn(effect, language), year: effect.year })))
      .join(', ')
  const net = ({ perNet, netShare }: ValueAt): string =>
    perNet !== null ? told(perNet) : say(netShare!.high <= 0 ? valueMessages.pays() : valueMessages.unclearNet())
  const yearHeads = years.map((year): TextColumn => ({ header: String(year), kind: 'number' }))
  const chart = screen.table(
    [
      ...numberColumns(say(valueMessages.rank())),
      ...textColumns(say(valueMessages.measure())),
      ...yearHeads,
      ...numberColumns(
        say(valueMessages.band({ year: yearRanked })),
        String(yearRanked).padEnd(chartWidth),
        say(valueMessages.netShare()),
        say(valueMessages.perNet()),
      ),
    ],
    ranked.map((one): Cell[] => {
      const own = one.at[place]
      return [
        `${one.rank}${one.ties.length > 0 ? '=' : ''}`,
        name(one, language),
        ...one.at.map(({ perGross }) => told(perGross!.mean)),
        band(own.perGross!),
        chartOf(own.perGross!, range),
        number(100 * own.netShare!.mean, 0),
        net(own),
      ]
    }),
  )
  const settings = screen.table(
    [
      ...textColumns(say(valueMessages.measure()), say(valueMessages.setting())),
      ...numberColumns(say(valueMessages.outlay({ year: yearRanked, money: amount }))),
      ...textColumns(say(valueMessages.payer()), say(valueMessages.published())),
    ],
    ranked.map((one): Cell[] => [
      name(one, language),
      settingIn(one, language),
      number(one.outlay![place].mean * (language === 'zh' ? 10 : 1), language === 'zh' ? 0 : 1),
      payerName(one.payer, language),
      publishedOf(one.published),
    ]),
  )
  const reformDigits = digitsOf(reforms.flatMap(({ at }) => at.map(({ effect }) => scale * effect.mean)))
  const wide = (value: number): string => signed(scale * value, reformDigits)
  const perBillion = ({ perGross }: ValueAt): string =>
    perGross === null ? say(valueMessages.nothing()) : signed(scale * perGross.mean, digitsOf([scale * perGross.mean]))
  const reformTable = screen.table(
    [
      ...textColumns(say(valueMessages.measure()), say(valueMessages.setting())),
      ...yearHeads,
      ...numberColumns(say(valueMessages.band({ year: yearRanked })), say(valueMessages.perGross())),
    ],
    reforms.map((one): Cell[] => [
      name(one, language),
      settingIn(one, language),
      ...one.at.map(({ effect }) => wide(effect.mean)),
      `${wide(one.at[place].effect.low)}…${wide(one.at[place].effect.high)}`,
      perBillion(one.at[place]),
    ]),
  )
  const studies = new Set(
    ranked.flatMap(one => one.published.flatMap(({ estimates }) => estimates)).map(({ study }) => study),
  )
  const yearsText: Both<string> = { en: years.join(', '), zh: years.join('、') }
  const head = `${region.names[language]}${language === 'zh' ? '：' : ': '}${say(valueMessages.title())}`
  return [
    `${screen.heading(head)}  ${screen.colours.dim(say(valueMessages.subtitle({ members, seed })))}`,
    screen.paragraph(say(valueMessages.measured({ outcome: measuredAs, unit: unitText, money, years: yearsText }))),
    ...(ranked.length === 0 ? [] : [chart]),
    ...valueSentences(found).map(message => screen.paragraph(say(message))),
    ...(ranked.length === 0 ? [] : [`${screen.heading(say(valueMessages.settings()))}\n${settings}`]),
    ...(studies.size === 0
      ? []
      : [[...studies].map(study => `${screen.paragraph(citationOf(study))}\n  ${study.address}`).join('\n')]),
    ...(reforms.length === 0
      ? []
      : [
          `${screen.heading(say(valueMessages.reforms()))}\n${reformTable}`,
          screen.aside(say(valueMessages.reformsRemark({ outcome: outcomeText, unit: unitText, year: yearRanked }))),
        ]),
    ...(ranked.length === 0 ? [] : [screen.aside(say(valueMessages.net({ year: yearRanked })))]),
    screen.aside(say(valueMessages.method({ year: packageStart }))),
    ...(failed === 0 ? [] : [screen.aside(say(valueMessages.failed({ failed })))]),
  ].join('\n\n')
}
