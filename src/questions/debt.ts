/** Debt as those who lend look at it: one place in full, and the areas of a region side by side. */

import * as z from 'zod'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { type DebtReport, debtReport } from '../analysis/debt/debt.ts'
import type { Decomposition } from '../analysis/debt/decomposition.ts'
import { debtFans, type Fan, fanShares } from '../analysis/debt/fan.ts'
import type { HeatCell } from '../analysis/debt/heat-map.ts'
import type { Line as DebtLine } from '../analysis/debt/lines.ts'
import { standardDiscount } from '../analysis/debt/pension-debt.ts'
import { realismHorizons, realismIn } from '../analysis/debt/realism.ts'
import { debtColumns, debtRows } from '../analysis/debt/rows.ts'
import { benchmarkSets, benchmarksOf, riskWords, type DebtSource, srdsfGuidance } from '../analysis/debt/thresholds.ts'
import { debtWords as words, fanRemark, peopleRemark, realismRemark, rolloverRemark } from '../analysis/debt/words.ts'
import { madeWith } from '../analysis/region/fingerprint.ts'
import { number, percent } from '../analysis/words/numbers.ts'
import { stressOutcomes } from '../analysis/debt/stress.ts'
import { debtViewWords as view } from '../analysis/debt/page-words.ts'
import { numbersIn } from '../analysis/words/readable-numbers.ts'
import { scenarioName } from './core/scenario-words.ts'
import { currencyWord } from '../language/currency.ts'
import type { Both } from '../language/messages.ts'
import { question } from './core/question.ts'
import * as take from './core/inputs.ts'
import {
  type Block,
  both,
  type Cell,
  type Column,
  type Line,
  note,
  section,
  type Series,
  type Show,
  type Table,
  text,
} from './core/report.ts'

const standardYears = [2024, 2026, 2028, 2030, 2035, 2040]

const joined = (between: string, ...parts: ReadonlyArray<Both<string> | string | number>): Both<string> =>
  both(language => parts.map(part => (typeof part === 'object' ? part[language] : String(part))).join(between))

/** Per cent, points with their sign, and amounts in the unit of the language. */
const plain: Show = { scale: 100, digits: 1 }
const withPercent: Show = { ...plain, suffix: ' %' }
const points: Show = { ...plain, signed: true }
const amount: Show = { scale: { en: 1, zh: 10 }, digits: 0 }

const lineOf = ({ id, names, values }: DebtLine, show: Show): Line => ({ id, names, values, ...show })
const column = (id: string, head: Both<string>, show: Show = {}): Column => ({ id, head, as: 'number', ...show })
const first = (head: Both<string> = joined('', '')): Column => ({ id: 'name', head, as: 'text' })

/** Of the rows of the heat map, for the heads of columns. */
const shortNames: Readonly<Record<string, Both<string>>> = {
  debtToGdp: words.debtOfOutput,
  grossFinancingNeedToGdp: words.needOfOutput,
  comprehensiveDebtRatio: words.ofResources,
}

export const debt = question({
  inputs: {
    area: take.place({
      en: 'the page of one area, such as CN-LN (default: the region, and a table of its areas)',
      zh: '一个省的页面，如 CN-LN（默认：整个地区及分省表）',
    }),
    years: take.years(standardYears),
    simulations: take.bandSimulations(400, 256),
    seed: take.seed,
    discount: {
      type: z
        .number()
        .min(0)
        .max(10)
        .default(100 * standardDiscount),
      help: { en: 'real discount rate of pension rights, % a year', zh: '养老金权益的实际贴现率，每年 %' },
      placeholder: 'percent',
      label: view.discount,
      read: (_: OpenRegion, given: number) => given / 100,
    },
    benchmarks: {
      type: z.enum(benchmarkSets).default('emerging'),
      help: { en: 'the economies whose benchmarks of the IMF are used', zh: '采用国际货币基金组织哪类经济体的基准' },
      placeholder: 'set',
    },
  },
  soon: { simulations: 0 },
  find: async ({ open, inputs, scenario: { policy, assumptions } }, runs) => {
    const { seed: given, simulations: members, discount: discountRate, benchmarks } = inputs
    const report = debtReport(open, { policy, assumptions, discountRate, benchmarks })
    if (members === 0) return { report, fans: undefined }
    runs.begin(members)
    const widening = await runs.widening({ settings: { seed: given, members }, assumptions })
    const task = { policy, assumptions, seed: given, members, benchmarks }
    return { report, fans: await debtFans(open, runs.built, task, widening, runs.advance) }
  },
  audits: ({ report, fans }) => [
    {
      largestResidual: Math.max(report.largestResidual, fans?.audit.largestResidual ?? 0),
      where: fans?.audit.where ?? '',
    },
  ],
  csv: (_, { report, fans }) => [
    [...debtColumns],
    ...debtRows(report, fans).map(row => row.map(cell => String(cell ?? ''))),
  ],
  record: ({ open, scenario }, { report, fans }) => ({
    ...madeWith(open),
    scenario,
    ...report,
    simulations: fans,
    calibrated: open.region.parameters !== undefined,
  }),
  report: ({ inputs, scenario }, { report, fans }) => {
    const { years, currency } = report
    const place = inputs.area
    const own = report.of[place]
    const shown = inputs.years.filter(year => years.includes(year))
    const lastYear = years.at(-1)!
    const last = years.length - 1
    const money = { en: `bn ${currencyWord(currency, 'en')}`, zh: `亿${currencyWord(currency, 'zh')}` }
    const series = (id: string, head: Both<string>, lines: readonly Line[], drawing?: Series['drawing']): Series => ({
      kind: 'series',
      id,
      head,
      years,
      shown,
      lines,
      ...(drawing === undefined ? {} : { drawing }),
    })
    const table = (id: string, columns: readonly Column[], rows: Table['rows'], bars?: Table['bars']): Table => ({
      kind: 'table',
      id,
      columns,
      rows,
      ...(bars === undefined ? {} : { bars }),
    })
    const chanceOf = (id: string) => fans?.places[id].find(({ measure }) => measure === 'debtToGdp')?.thresholds[0]

    const changes = (one: Decomposition, drawing?: Series['drawing']): Series =>
      series(
        one.id,
        joined(', ', one.names, '%'),
        [
          lineOf(one.level, plain),
          ...one.lines.map(line => lineOf(line, points)),
          { id: 'residual', names: words.residual, values: one.residual, power: true },
        ],
        drawing,
      )
    const hundredfold = (lines: readonly DebtLine[]) =>
      lines.map(({ id, names, values }) => ({ id, names, values: values.map(value => 100 * value) }))
    const { lines: drivers } = own.decomposition
    const small = drivers.slice(4)
    const rest = {
      id: 'other',
      names: view.other,
      values: years.map((_, at) => small.reduce((sum, { values }) => sum + values[at], 0)),
    }

    const [debtBenchmark] = benchmarksOf(report.benchmarks)
    const areas = table(
      'areas',
      [
        first(joined(', ', words.atStart, lastYear, '%')),
        column('before', words.debtOfOutput, plain),
        column('last', joined('', lastYear), plain),
        column('need', words.needOfOutput, plain),
        column('ofResources', words.ofResources, plain),
        column('netWorth', words.netWorth, plain),
        column('pensions', words.pensionRights, plain),
        ...(fans === undefined
          ? []
          : [column('above', joined(' ', words.above, number(100 * debtBenchmark.value, 0)), plain)]),
      ],
      report.places.map(({ id, names }): Cell[] => {
        const of = report.of[id]
        const chance = chanceOf(id)
        return [
          names,
          of.decomposition.before,
          of.decomposition.level.values[last],
          of.financing.needToGdp.values[last],
          report.stress[0].places[id]['comprehensiveDebtRatio'][last],
          of.balance.netWorthToGdp.values[last],
          report.pensionDebt.places[id].toGdp,
          ...(chance === undefined ? [] : [chance.share[last]]),
        ]
      }),
    )

    const fanSeries = ({ measure, names, bands, thresholds }: Fan): Series =>
      series(
        measure,
        joined(', ', names, '%'),
        [
          ...fanShares.map((share, band): Line => {
            const rank = number(100 * share, 0)
            return {
              id: `p${rank}`,
              names: { en: `${rank}th percentile`, zh: `第${rank}百分位` },
              values: bands[band],
              ...plain,
            }
          }),
          ...thresholds.map(
            ({ risk, names: class_, threshold, share }): Line => ({
              id: risk,
              names:
                risk === 'above'
                  ? joined(' ', words.shareAbove, percent(threshold, 0))
                  : joined('', words.shareIn, ' ', class_, ' (', riskWords[risk], ')'),
              values: share,
              ...plain,
            }),
          ),
        ],
        {
          as: 'fan',
          title: names,
          unit: view.fanUnit,
          digits: 1,
          middle: { id: 'median', names: view.median, values: bands[2].map(value => 100 * value) },
          bands: [
            [0, 4],
            [1, 3],
          ].map(([low, high]) => [bands[low].map(value => 100 * value), bands[high].map(value => 100 * value)]),
          levels: thresholds
            .filter(({ threshold }) => threshold > 0)
            .map(one => ({ value: 100 * one.threshold, name: view.threshold })),
        },
      )

    const graded = ({ risk, value, note: why }: HeatCell): Cell =>
      risk === null ? { level: null, word: why!, value: null } : { level: risk, word: riskWords[risk], value, ...plain }
    const levels = own.heatMap.rows.filter(({ id }) => id !== 'profile')
    const profile = own.heatMap.rows.find(({ id }) => id === 'profile')!
    const heat = [
      table(
        'heat',
        [
          first(both(() => `${own.heatMap.from}–${own.heatMap.to}, %`)),
          ...levels.map(({ id }) => column(id, shortNames[id])),
        ],
        [
          [words.benchmark, ...levels.map(({ benchmarks }) => benchmarks.map(one => number(100 * one, 0)).join('/'))],
          ...levels[0].cells.map(({ names }, test): Cell[] => [
            names,
            ...levels.map(({ cells }) => graded(cells[test])),
          ]),
        ],
      ),
      table(
        'profile',
        [first(profile.names), { id: 'reading', head: joined('', ''), as: 'text' }],
        profile.cells.map(cell => [cell.names, graded(cell)]),
      ),
    ]

    const tests = report.stress.slice(1)
    const stress = table(
      'stress',
      [first(), ...tests.map(({ test }) => column(test!.id, test!.short, points))],
      stressOutcomes
        .filter(({ name }) => ['debtToGdp', 'grossFinancingNeedToGdp', 'comprehensiveDebtRatio'].includes(name))
        .flatMap(({ name, names }) =>
          shown
            .filter(year => year >= 2027)
            .map((year): Cell[] => {
              const valueIn = (one: DebtReport['stress'][number]): number =>
                one.places[place][name][years.indexOf(year)]
              return [joined(' ', names, year), ...tests.map(one => valueIn(one) - valueIn(report.stress[0]))]
            }),
        ),
    )

    const hasVehicles = own.kinds.some(({ id }) => id === 'vehicles')
    const kinds = hasVehicles ? (['bonds', 'vehicles'] as const) : (['bonds'] as const)
    const maturity = table(
      'maturity',
      [
        first(joined(', ', words.maturityAt, money)),
        ...own.profiles.flatMap(({ at }) =>
          kinds.map(kind =>
            column(`${kind}-${at}`, joined(' ', words[kind], at === 'start' ? words.atStart : at), amount),
          ),
        ),
      ],
      own.profiles[0].bands.map(({ names }, band): Cell[] => [
        names,
        ...own.profiles.flatMap(({ bands }) => kinds.map(kind => bands[band][kind])),
      ]),
      own.profiles.map(({ at }) => {
        const when = both(language => (at === 'start' ? view.start[language] : view.atEnd[language](at)))
        return {
          title: joined(', ', words.maturity, when),
          unit: both(language =>
            view.profileUnit[language](when[language]).replace('¤', currencyWord(currency, language)),
          ),
          columns: kinds.map(kind => `${kind}-${at}`),
        }
      }),
    )

    const pension = report.pensionDebt.places[place]
    const { central, sensitivity } = pension
    const parts = ['pensioners', 'contributors', 'residents', 'total', 'reserve', 'unfunded'] as const
    const pensionBlocks = [
      table(
        'pension',
        [first(), column('amount', money, amount)],
        [
          ...parts.filter(name => central[name] !== 0).map((name): Cell[] => [words[name], central[name]]),
          [joined(', ', words.unfunded, words.ofOutput, '%'), { value: pension.toGdp, ...plain }],
          [words.today, pension.atWagesOfToday.contributors],
        ],
      ),
      note(
        peopleRemark(
          pension.basis,
          both(language => currencyWord(currency, language)),
        ),
      ),
      table(
        'sensitivity',
        [
          first(joined(', ', words.discount, '%')),
          ...sensitivity.indexations.map(({ value, names }) =>
            column(String(value), joined(' ', words.indexedTo, names), plain),
          ),
        ],
        sensitivity.discountRates.map((rate, at): Cell[] => [number(100 * rate, 1), ...sensitivity.toGdp[at]]),
      ),
    ]

    const realism = (): Table => {
      const measures = [
        { word: words.bias, show: points },
        { word: words.rmse, show: plain },
        { word: words.forecast, show: points },
      ]
      return table(
        'realism',
        [
          first(joined('', '%')),
          ...measures.flatMap(({ word: one, show }) =>
            realismHorizons.map(horizon => column(`${one.en}-${horizon}`, joined(' ', one, horizon), show)),
          ),
        ],
        realismIn(report.realism!, place).map(({ names, bias, rmse, forecast }): Cell[] => [
          names,
          ...[bias, rmse, forecast[place]].flatMap(values => realismHorizons.map((_, at) => values[at] ?? null)),
        ]),
      )
    }

    const sources = [
      ...own.heatMap.rows.map(({ source }) => source),
      srdsfGuidance,
      ...report.pensionDebt.assumptions.map(({ source }) => source),
    ].filter((source): source is DebtSource => source !== undefined)
    const output = years.map((_, at) => own.financing.need.values[at] / own.financing.needToGdp.values[at])
    const { names: placeNames } = report.places.find(({ id }) => id === place)!
    const chance = chanceOf(place)
    const chanceSentence = ({ share, threshold }: NonNullable<typeof chance>) =>
      both(language => {
        const { chance: odds, percent: whole } = numbersIn(language)
        return view.shares[language](odds(share[last]), whole(threshold, 0), lastYear)
      })

    return {
      title: joined(
        '',
        placeNames,
        { en: ': ', zh: '：' },
        words.title,
        { en: ', ', zh: '，' },
        both(language => scenarioName(scenario.name, language)),
      ),
      lead: both(language => {
        const { percent: plainShare } = numbersIn(language)
        const share = (value: number): string => plainShare(value, 0)
        const { before, level } = own.decomposition
        return [
          view.lead[language](placeNames[language], share(before), share(level.values[last]), lastYear, years[0] - 1),
          view.need[language](share(own.financing.needToGdp.values[last]), lastYear),
          view.pension[language](share(pension.toGdp)),
        ].join('')
      }),
      blocks: [
        ...(report.places.length > 1 ? [section(words.places, areas, note(words.placesNote))] : []),
        section(
          words.decomposition,
          changes(own.decomposition, {
            as: 'stack',
            title: words.decomposition,
            unit: view.pointsAYear,
            digits: 1,
            parts: hundredfold([...drivers.slice(0, 4), rest]),
          }),
          note(words.decompositionNote),
        ),
        ...(own.kinds.length === 0 ? [] : [section(words.kinds, ...own.kinds.map(one => changes(one)))]),
        section(
          words.financing,
          series(
            'financing',
            money,
            [
              ...own.financing.lines.map(line => lineOf(line, amount)),
              lineOf(own.financing.need, amount),
              lineOf(own.financing.needToGdp, withPercent),
              ...own.rollover.lines.map(line => lineOf(line, withPercent)),
            ],
            {
              as: 'stack',
              title: words.financing,
              unit: view.ofOutput,
              digits: 1,
              parts: own.financing.lines.map(({ id, names, values }) => ({
                id,
                names,
                values: values.map((value, at) => (100 * value) / output[at]),
              })),
            },
          ),
          note(words.financingNote),
        ),
        section(words.maturity, maturity),
        section(
          words.rollover,
          table(
            'rollover',
            [first(), column('change', joined('', report.rolloverTest.to), points)],
            report.rolloverTest.outcomes[place].map(({ names, change }): Cell[] => [names, change]),
          ),
          note(rolloverRemark(report.rolloverTest.from, report.rolloverTest.to)),
        ),
        ...(fans === undefined
          ? []
          : [
              section(
                words.fan,
                ...(chance === undefined ? [] : [text(chanceSentence(chance))]),
                ...fans.places[place].map(fanSeries),
                note(fanRemark(fans.members, fans.seed, fans.modelError)),
              ),
            ]),
        section(words.heat, ...heat, note(words.heatNote)),
        section(
          words.stress,
          stress,
          note(words.stressNote),
          ...tests.map(
            ({ test }): Block =>
              note({ en: `${test!.short.en}: ${test!.names.en}.`, zh: `${test!.short.zh}：${test!.names.zh}。` }),
          ),
        ),
        ...(report.realism === undefined
          ? []
          : [section(words.realism, realism(), note(realismRemark(report, place)))]),
        section(
          words.contingent,
          series(
            'contingent',
            money,
            own.contingent.lines.map(line => lineOf(line, amount)),
          ),
          ...own.contingent.remarks.map(one => note(one.text)),
        ),
        section(
          words.balance,
          series('balance', money, [
            ...own.balance.lines.map(line => lineOf(line, amount)),
            lineOf(own.balance.netWorth, amount),
            lineOf(own.balance.netWorthToGdp, withPercent),
            lineOf(own.balance.financialNetWorthToGdp, withPercent),
          ]),
          note(words.balanceNote),
        ),
        section(words.pension, ...pensionBlocks),
        section(
          words.sources,
          ...[...report.remarks, ...report.pensionDebt.assumptions.map(one => one.text)].map(note),
          ...[...new Map(sources.map(source => [source.address, source])).values()].map(one =>
            note(joined('', one.text, { en: ': ', zh: '：' }, one.address)),
          ),
        ),
      ],
    }
  },
})
