/** The page of `heartland debt`: one place in full, and the areas of a region side by side. */

import type { DebtReport } from '../analysis/debt/debt.ts'
import type { Decomposition } from '../analysis/debt/decomposition.ts'
import { type DebtFans, fanShares } from '../analysis/debt/fan.ts'
import type { HeatMap } from '../analysis/debt/heat-map.ts'
import type { Line } from '../analysis/debt/lines.ts'
import type { PensionDebtOfPlace } from '../analysis/debt/pension-debt.ts'
import { realismHorizons, realismIn } from '../analysis/debt/realism.ts'
import { benchmarksOf, riskWords, type DebtSource, srdsfGuidance } from '../analysis/debt/thresholds.ts'
import { debtWords as words, fanRemark, peopleRemark, realismRemark, rolloverRemark } from '../analysis/debt/words.ts'
import { number, percent, signed } from '../analysis/numbers.ts'
import { stressOutcomes } from '../analysis/stress.ts'
import { currencyWord } from '../language/currency.ts'
import type { Both, Language } from '../language/messages.ts'
import { tiny } from './answer-foot.ts'
import type { Screen } from './terminal/screen.ts'
import { type Cell, textColumns } from './terminal/table.ts'

interface PageSettings {
  /** Id of the place that is shown in full. */
  readonly place: string
  readonly years: readonly number[]
  readonly scenario: string
  readonly language: Language
}

/** Of the rows of the heat map, for the heads of columns. */
const shortNames: Readonly<Record<string, Both<string>>> = {
  debtToGdp: words.debtOfOutput,
  grossFinancingNeedToGdp: words.needOfOutput,
  comprehensiveDebtRatio: words.ofResources,
}

export const debtPage = (
  report: DebtReport,
  fans: DebtFans | undefined,
  { place, years, scenario, language }: PageSettings,
  screen: Screen,
): string => {
  const say = (text: Both<string>): string => text[language]
  const own = report.of[place]
  const at = years.map(year => report.years.indexOf(year))
  const hasVehicles = own.kinds.some(({ id }) => id === 'vehicles')
  const shownPlace = report.places.find(({ id }) => id === place)!
  const money = { en: `bn ${currencyWord(report.currency, 'en')}`, zh: `亿${currencyWord(report.currency, 'zh')}` }
  const table = (heads: readonly string[], rows: readonly Cell[][]): string =>
    screen.table(
      heads.map((header, column) => ({ header, kind: column === 0 ? ('text' as const) : ('number' as const) })),
      rows,
    )
  const section = (title: Both<string>, ...parts: ReadonlyArray<string | Both<string> | undefined>): string =>
    [
      screen.heading(say(title)),
      ...parts.flatMap(part => (part === undefined ? [] : [typeof part === 'string' ? part : screen.aside(say(part))])),
    ].join('\n')
  const yearHeads = (title: string): string[] => [title, ...years.map(String)]
  const row = ({ names, values }: Line, show: (value: number) => string): Cell[] => [
    say(names),
    ...at.map(place_ => show(values[place_])),
  ]
  const points = (value: number): string => signed(100 * value, 1)
  const plainPercent = (value: number): string => number(100 * value, 1)
  const amount = (value: number): string => number(value * (language === 'zh' ? 10 : 1), 0)

  const changes = (one: Decomposition): string =>
    table(yearHeads(`${say(one.names)}, %`), [
      row(one.level, plainPercent),
      ...one.lines.map(line => row(line, points)),
      [say(words.residual), ...at.map(year => tiny(one.residual[year]))],
    ])

  const areaRows = report.places.map(({ id, names }): Cell[] => {
    const of = report.of[id]
    const last = report.years.length - 1
    const chance = fans?.places[id].find(({ measure }) => measure === 'debtToGdp')?.thresholds[0]
    const stress = report.stress[0].places[id]
    return [
      say(names),
      plainPercent(of.decomposition.before),
      plainPercent(of.decomposition.level.values[last]),
      plainPercent(of.financing.needToGdp.values[last]),
      plainPercent(stress['comprehensiveDebtRatio'][last]),
      plainPercent(of.balance.netWorthToGdp.values[last]),
      plainPercent(report.pensionDebt.places[id].toGdp),
      ...(chance === undefined ? [] : [plainPercent(chance.share[last])]),
    ]
  })
  const lastYear = report.years.at(-1)!
  const [debtBenchmark] = benchmarksOf(report.benchmarks)
  const areas = section(
    words.places,
    table(
      [
        `${say(words.atStart)}, ${lastYear}, %`,
        say(words.debtOfOutput),
        String(lastYear),
        say(words.needOfOutput),
        say(words.ofResources),
        say(words.netWorth),
        say(words.pensionRights),
        ...(fans === undefined ? [] : [`${say(words.above)} ${number(100 * debtBenchmark.value, 0)}`]),
      ],
      areaRows,
    ),
    words.placesNote,
  )

  const fanTables = (fans?.places[place] ?? []).map(fan =>
    table(yearHeads(`${say(fan.names)}, %`), [
      ...fanShares.map((share, band): Cell[] => [
        language === 'zh' ? `第${number(100 * share, 0)}百分位` : `${number(100 * share, 0)}th percentile`,
        ...at.map(year => plainPercent(fan.bands[band][year])),
      ]),
      ...fan.thresholds.map(({ risk, names, threshold, share }): Cell[] => [
        risk === 'above'
          ? `${say(words.shareAbove)} ${percent(threshold, 0)}`
          : `${say(words.shareIn)} ${say(names)} (${say(riskWords[risk])})`,
        ...at.map(year => plainPercent(share[year])),
      ]),
    ]),
  )

  const heatTable = ({ rows, from, to }: HeatMap): string => {
    const risky = ({ risk, value, note }: HeatMap['rows'][number]['cells'][number]): string =>
      risk === null ? `– ${say(note!)}` : `${say(riskWords[risk])} ${plainPercent(value!)}`
    const levels = rows.filter(({ id }) => id !== 'profile')
    const profile = rows.find(({ id }) => id === 'profile')!
    return [
      table(
        [`${from}–${to}, %`, ...levels.map(({ id }) => say(shortNames[id]!))],
        [
          [
            say(words.benchmark),
            ...levels.map(({ benchmarks }) => benchmarks.map(one => number(100 * one, 0)).join('/')),
          ],
          ...levels[0].cells.map(({ names }, test): Cell[] => [
            say(names),
            ...levels.map(({ cells }) => risky(cells[test])),
          ]),
        ],
      ),
      screen.table(
        [...textColumns(say(profile.names), '')],
        profile.cells.map(cell => [say(cell.names), risky(cell)]),
      ),
    ].join('\n\n')
  }

  const tests = report.stress.slice(1)
  const stressTable = table(
    ['', ...tests.map(({ test }) => say(test!.short))],
    stressOutcomes
      .filter(({ name }) => ['debtToGdp', 'grossFinancingNeedToGdp', 'comprehensiveDebtRatio'].includes(name))
      .flatMap(({ name, names }) =>
        at
          .filter(year => report.years[year] >= 2027)
          .map((year): Cell[] => [
            `${say(names)} ${report.years[year]}`,
            ...tests.map(({ places }) =>
              points(places[place][name][year] - report.stress[0].places[place][name][year]),
            ),
          ]),
      ),
  )

  const pensionTables = ({ central, atWagesOfToday, sensitivity, basis, toGdp }: PensionDebtOfPlace) => [
    table(
      ['', say(money)],
      [
        ...(['pensioners', 'contributors', 'residents', 'total', 'reserve', 'unfunded'] as const)
          .filter(name => central[name] !== 0)
          .map((name): Cell[] => [say(words[name]), amount(central[name])]),
        [`${say(words.unfunded)}, ${say(words.ofOutput)}, %`, plainPercent(toGdp)],
        [say(words.today), amount(atWagesOfToday.contributors)],
      ],
    ),
    peopleRemark(basis, { en: currencyWord(report.currency, 'en'), zh: currencyWord(report.currency, 'zh') }),
    table(
      [
        `${say(words.discount)}, %`,
        ...sensitivity.indexations.map(({ names }) => `${say(words.indexedTo)} ${say(names)}`),
      ],
      sensitivity.discountRates.map((rate, at_): Cell[] => [
        number(100 * rate, 1),
        ...sensitivity.toGdp[at_].map(plainPercent),
      ]),
    ),
  ]

  const realismTable =
    report.realism === undefined
      ? undefined
      : table(
          [
            '%',
            ...([words.bias, words.rmse, words.forecast] as const).flatMap(one =>
              realismHorizons.map(horizon => `${say(one)} ${horizon}`),
            ),
          ],
          realismIn(report.realism, place).map(({ names, bias, rmse, forecast }): Cell[] => {
            const filled = (values: readonly number[], show: (value: number) => string): Cell[] =>
              realismHorizons.map((_, horizon) => (horizon < values.length ? show(values[horizon]) : null))
            return [
              say(names),
              ...filled(bias, points),
              ...filled(rmse, plainPercent),
              ...filled(forecast[place], points),
            ]
          }),
        )

  const sources = new Map<string, DebtSource>()
  const cite = (source: DebtSource | undefined): void => void (source && sources.set(source.address, source))
  own.heatMap.rows.forEach(({ source }) => cite(source))
  cite(srdsfGuidance)
  report.pensionDebt.assumptions.forEach(({ source }) => cite(source))

  return [
    screen.heading(
      say({
        en: `${shownPlace.names.en}: ${words.title.en}, ${scenario}`,
        zh: `${shownPlace.names.zh}：${words.title.zh}，${scenario}`,
      }),
    ),
    ...(report.places.length > 1 ? [areas] : []),
    section(words.decomposition, changes(own.decomposition), words.decompositionNote),
    ...(own.kinds.length === 0 ? [] : [section(words.kinds, own.kinds.map(changes).join('\n\n'))]),
    section(
      words.financing,
      table(yearHeads(say(money)), [
        ...own.financing.lines.map(line => row(line, amount)),
        row(own.financing.need, amount),
        row(own.financing.needToGdp, value => `${plainPercent(value)} %`),
        ...own.rollover.lines.map(line => row(line, value => `${plainPercent(value)} %`)),
      ]),
      words.financingNote,
    ),
    section(
      words.maturity,
      table(
        [
          `${say(words.maturityAt)}, ${say(money)}`,
          ...own.profiles.flatMap(({ at: when }) =>
            (hasVehicles ? [words.bonds, words.vehicles] : [words.bonds]).map(
              kind => `${say(kind)} ${when === 'start' ? say(words.atStart) : String(when)}`,
            ),
          ),
        ],
        own.profiles[0].bands.map(({ names }, band): Cell[] => [
          say(names),
          ...own.profiles.flatMap(({ bands }) => [
            amount(bands[band].bonds),
            ...(hasVehicles ? [amount(bands[band].vehicles)] : []),
          ]),
        ]),
      ),
    ),
    section(
      words.rollover,
      table(
        ['', String(report.rolloverTest.to)],
        report.rolloverTest.outcomes[place].map(({ names, change }): Cell[] => [say(names), points(change)]),
      ),
      rolloverRemark(report.rolloverTest.from, report.rolloverTest.to),
    ),
    ...(fans === undefined
      ? []
      : [section(words.fan, fanTables.join('\n\n'), fanRemark(fans.members, fans.seed, fans.modelError))]),
    section(words.heat, heatTable(own.heatMap), words.heatNote),
    section(
      words.stress,
      stressTable,
      words.stressNote,
      ...tests.map(({ test }) => ({
        en: `${test!.short.en}: ${test!.names.en}.`,
        zh: `${test!.short.zh}：${test!.names.zh}。`,
      })),
    ),
    ...(realismTable === undefined ? [] : [section(words.realism, realismTable, realismRemark(report, place))]),
    section(
      words.contingent,
      table(
        yearHeads(say(money)),
        own.contingent.lines.map(line => row(line, amount)),
      ),
      ...own.contingent.remarks.map(({ text }) => text),
    ),
    section(
      words.balance,
      table(yearHeads(say(money)), [
        ...own.balance.lines.map(line => row(line, amount)),
        row(own.balance.netWorth, amount),
        row(own.balance.netWorthToGdp, value => `${plainPercent(value)} %`),
        row(own.balance.financialNetWorthToGdp, value => `${plainPercent(value)} %`),
      ]),
      words.balanceNote,
    ),
    section(words.pension, ...pensionTables(report.pensionDebt.places[place])),
    section(
      words.sources,
      ...report.remarks,
      ...report.pensionDebt.assumptions.map(({ text }) => text),
      ...[...sources.values()].map(({ text, address }) => ({
        en: `${text.en}: ${address}`,
        zh: `${text.zh}：${address}`,
      })),
    ),
  ].join('\n\n')
}
