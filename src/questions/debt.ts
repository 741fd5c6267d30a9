/** Debt as those who lend look at it: one place in full, and the areas of a region side by side. */

import * as z from 'zod'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { madeWith } from '../analysis/region/fingerprint.ts'
import { type DebtReport, debtReport } from '../analysis/debt/debt.ts'
import type { Decomposition } from '../analysis/debt/decomposition.ts'
import { debtFans, type Fan, fanShares } from '../analysis/debt/fan.ts'
import type { HeatCell } from '../analysis/debt/heat-map.ts'
import type { Line as DebtLine } from '../analysis/debt/lines.ts'
import { standardDiscount } from '../analysis/debt/pension-debt.ts'
import { realismHorizons, realismIn } from '../analysis/debt/realism.ts'
import { benchmarkSets, benchmarksOf, riskWords, type DebtSource, srdsfGuidance } from '../analysis/debt/thresholds.ts'
import texts from '../texts/debt-report.ts'
import { number, numbersIn } from '../analysis/words/numbers.ts'
import { stressOutcomes } from '../analysis/debt/stress.ts'
import { billionsIn, currencyIn, percentIn, percentSign, points as pointsWord, policyName } from './core/names.ts'
import { type Both, bothTexts } from '../language/messages.ts'
import { question } from './core/question.ts'
import * as take from './core/inputs.ts'
import {
  type Block,
  both,
  type Cell,
  type Column,
  joined,
  type Line,
  marks,
  note,
  section,
  type Series,
  type Show,
  type Table,
  text,
} from './core/report.ts'

const say = bothTexts(texts)

/** The first year of the run and some later ones. */
const standardYears = ({ region: { start } }: OpenRegion): number[] =>
  [...new Set([Math.floor(start), 2026, 2028, 2030, 2035, 2040])].filter(year => year >= start)

/** Texts, words and numbers side by side. */
const row = (between: string, ...parts: ReadonlyArray<Both<string> | string | number>): Both<string> =>
  both(language => parts.map(part => (typeof part === 'object' ? part[language] : String(part))).join(between))

/** Per cent, and points with their sign. */
const plain: Show = { unit: percentSign, scale: 100, digits: 1 }
const withPercent: Show = { ...plain, suffix: ' %' }
const points: Show = { ...plain, unit: pointsWord, signed: true }

const lineOf = ({ id, names, values }: DebtLine, show: Show): Line => ({ id, names, values, ...show })
const column = (id: string, head: Both<string>, show: Show = {}): Column => ({ id, head, as: 'number', ...show })
const first = (head: Both<string> = row('', '')): Column => ({ id: 'name', head, as: 'text' })

/** Of the rows of the heat map, for the heads of columns. */
const shortNames: Readonly<Record<string, Both<string>>> = {
  debtToGdp: say.debtOfOutput,
  grossFinancingNeedToGdp: say.needOfOutput,
  comprehensiveDebtRatio: say.ofResources,
}

/** The errors beside the forecast for a place are those of a whole region: back-tests are kept of no area. */
const realismNote = ({ region, realism }: DebtReport, place: string): Both<string> => {
  const { errorsOf = region } = realism ?? {}
  if (errorsOf !== region) return joined([say.realismNote, say.errorsOfWhole({ name: errorsOf })], marks.sentences)
  return place === 'region' ? say.realismNote : joined([say.realismNote, say.errorsOfRegion], marks.sentences)
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
      label: say.discountRate,
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
  record: ({ open, scenario }, { report, fans }) => ({
    ...madeWith(open),
    scenario,
    ...report,
    simulations: fans,
    calibrated: open.region.parameters !== undefined,
  }),
  report: ({ inputs, scenario }, { report, fans }) => {
    const { years } = report
    const place = inputs.area
    const own = report.of[place]
    const shown = inputs.years.filter(year => years.includes(year))
    const lastYear = years.at(-1)!
    const last = years.length - 1
    const money = billionsIn(report)
    const amount: Show = { unit: money, scale: { en: 1, zh: 10 }, digits: 0 }
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

    const debtOf = (id: string) => ({ outcome: 'debtToGdp', area: id === 'region' ? undefined : id })
    const changes = (one: Decomposition, drawing?: Series['drawing']): Series =>
      series(
        one.id,
        row(', ', one.names, '%'),
        [
          one.id === own.decomposition.id
            ? { ...lineOf(one.level, plain), of: debtOf(place) }
            : lineOf(one.level, plain),
          ...one.lines.map(line => lineOf(line, points)),
          { id: 'residual', names: say.residual, values: one.residual, power: true },
        ],
        drawing,
      )
    const hundredfold = (lines: readonly DebtLine[]) =>
      lines.map(({ id, names, values }) => ({ id, names, values: values.map(value => 100 * value) }))
    const { lines: drivers } = own.decomposition
    const small = drivers.slice(4)
    const rest = {
      id: 'other',
      names: say.other,
      values: years.map((_, at) => small.reduce((sum, { values }) => sum + values[at], 0)),
    }

    const [debtBenchmark] = benchmarksOf(report.benchmarks)
    const areas = table(
      'areas',
      [
        first(row(', ', say.atStart, lastYear, '%')),
        column('before', say.debtOfOutput, plain),
        column('last', row('', lastYear), plain),
        column('need', say.needOfOutput, plain),
        column('ofResources', say.ofResources, plain),
        column('netWorth', say.netWorth, plain),
        column('pensions', say.pensionRights, plain),
        ...(fans === undefined
          ? []
          : [column('above', row(' ', say.above, number(100 * debtBenchmark.value, 0)), plain)]),
      ],
      report.places.map(({ id, names }): Cell[] => {
        const of = report.of[id]
        const chance = chanceOf(id)
        return [
          names,
          of.decomposition.before,
          { value: of.decomposition.level.values[last]!, ...plain, of: { ...debtOf(id), when: lastYear } },
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
        row(', ', names, '%'),
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
                  ? row(' ', say.shareAbove, percentIn(threshold, 0))
                  : row('', say.shareIn, ' ', class_, ' (', riskWords[risk], ')'),
              values: share,
              ...plain,
            }),
          ),
        ],
        {
          as: 'fan',
          title: names,
          unit: say.fanUnit,
          digits: 1,
          middle: { id: 'median', names: say.median, values: bands[2].map(value => 100 * value) },
          bands: [
            [0, 4],
            [1, 3],
          ].map(([low, high]) => [bands[low].map(value => 100 * value), bands[high].map(value => 100 * value)]),
          levels: thresholds
            .filter(({ threshold }) => threshold > 0)
            .map(one => ({ value: 100 * one.threshold, name: say.threshold })),
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
          [say.benchmark, ...levels.map(({ benchmarks }) => benchmarks.map(one => number(100 * one, 0)).join('/'))],
          ...levels[0].cells.map(({ names }, test): Cell[] => [
            names,
            ...levels.map(({ cells }) => graded(cells[test])),
          ]),
        ],
      ),
      table(
        'profile',
        [first(profile.names), { id: 'reading', head: row('', ''), as: 'text' }],
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
              return [row(' ', names, year), ...tests.map(one => valueIn(one) - valueIn(report.stress[0]))]
            }),
        ),
    )

    const hasVehicles = own.kinds.some(({ id }) => id === 'vehicles')
    const kinds = hasVehicles ? (['bonds', 'vehicles'] as const) : (['bonds'] as const)
    const maturity = table(
      'maturity',
      [
        first(row(', ', say.maturityAt, money)),
        ...own.profiles.flatMap(({ at }) =>
          kinds.map(kind => column(`${kind}-${at}`, row(' ', say[kind], at === 'start' ? say.atStart : at), amount)),
        ),
      ],
      own.profiles[0].bands.map(({ names }, band): Cell[] => [
        names,
        ...own.profiles.flatMap(({ bands }) => kinds.map(kind => bands[band][kind])),
      ]),
      own.profiles.map(({ at }) => {
        const when = at === 'start' ? say.start : say.atEnd({ year: at })
        return {
          title: row(', ', say.maturity, when),
          unit: say.profileUnit({ money, when }),
          columns: kinds.map(kind => `${kind}-${at}`),
        }
      }),
    )

    const pension = report.pensionDebt.places[place]
    const { central, sensitivity, basis } = pension
    const peopleIn = (millions: number, who: string): Both<string> => ({
      en: `${number(millions, 2)} million ${who}`,
      zh: `${number(100 * millions, 0)}万人`,
    })
    const thousandsIn = (amounts: number): Both<string> => {
      const { en, zh } = currencyIn(report)
      return { en: `${number(amounts, 1)} thousand ${en}`, zh: `${number(amounts / 10, 2)}万${zh}` }
    }
    const parts = ['pensioners', 'contributors', 'residents', 'total', 'reserve', 'unfunded'] as const
    const pensionBlocks = [
      table(
        'pension',
        [first(), column('amount', money, amount)],
        [
          ...parts.filter(name => central[name] !== 0).map((name): Cell[] => [say[name], central[name]]),
          [row(', ', say.unfunded, say.ofOutput, '%'), { value: pension.toGdp, ...plain }],
          [say.today, pension.atWagesOfToday.contributors],
        ],
      ),
      note(
        say.basis({
          pensioners: peopleIn(basis.pensioners, 'pensioners'),
          pension: thousandsIn(basis.pension),
          contributors: peopleIn(basis.contributors, 'contributors'),
          wage: thousandsIn(basis.wage),
          growth: number(100 * basis.wageGrowth, 1),
          pooled: number(100 * basis.pooled, 1),
        }),
      ),
      table(
        'sensitivity',
        [
          first(row(', ', say.discount, '%')),
          ...sensitivity.indexations.map(({ value, names }) =>
            column(String(value), row(' ', say.indexedTo, names), plain),
          ),
        ],
        sensitivity.discountRates.map((rate, at): Cell[] => [number(100 * rate, 1), ...sensitivity.toGdp[at]]),
      ),
    ]

    const realism = (): Table => {
      const measures = [
        { word: say.bias, show: points },
        { word: say.rmse, show: plain },
        { word: say.forecast, show: points },
      ]
      return table(
        'realism',
        [
          first(row('', '%')),
          ...measures.flatMap(({ word: one, show }) =>
            realismHorizons.map(horizon => column(`${one.en}-${horizon}`, row(' ', one, horizon), show)),
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
      say.shares({
        share: both(language => numbersIn(language).chance(share[last])),
        threshold: percentIn(threshold, 0),
        year: lastYear,
      })

    return {
      title: row('', placeNames, { en: ': ', zh: '：' }, say.title, { en: ', ', zh: '，' }, policyName(scenario)),
      lead: joined(
        [
          say.lead({
            place: placeNames,
            from: percentIn(own.decomposition.before, 0),
            to: percentIn(own.decomposition.level.values[last], 0),
            year: lastYear,
            before: years[0] - 1,
          }),
          say.needIn({ need: percentIn(own.financing.needToGdp.values[last], 0), year: lastYear }),
          say.rights({ rights: percentIn(pension.toGdp, 0) }),
        ],
        marks.sentences,
      ),
      blocks: [
        ...(report.places.length > 1 ? [section(say.places, areas, note(say.placesNote))] : []),
        section(
          say.decomposition,
          changes(own.decomposition, {
            as: 'stack',
            title: say.decomposition,
            unit: say.pointsAYear,
            digits: 1,
            parts: hundredfold([...drivers.slice(0, 4), rest]),
          }),
          note(say.decompositionNote),
        ),
        ...(own.kinds.length === 0 ? [] : [section(say.kinds, ...own.kinds.map(one => changes(one)))]),
        section(
          say.financing,
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
              title: say.financing,
              unit: say.ofGdp,
              digits: 1,
              parts: own.financing.lines.map(({ id, names, values }) => ({
                id,
                names,
                values: values.map((value, at) => (100 * value) / output[at]),
              })),
            },
          ),
          note(say.financingNote),
        ),
        section(say.maturity, maturity),
        section(
          say.rollover,
          table(
            'rollover',
            [first(), column('change', row('', report.rolloverTest.to), points)],
            report.rolloverTest.outcomes[place].map(({ names, change }): Cell[] => [names, change]),
          ),
          note(say.rolloverNote(report.rolloverTest)),
        ),
        ...(fans === undefined
          ? []
          : [
              section(
                say.fan,
                ...(chance === undefined ? [] : [text(chanceSentence(chance))]),
                ...fans.places[place].map(fanSeries),
                note(say.fanNote({ ...fans, points: Math.ceil(50 / Math.sqrt(fans.members)) })),
              ),
            ]),
        section(say.heat, ...heat, note(say.heatNote)),
        section(
          say.stress,
          stress,
          note(say.stressNote),
          ...tests.map(
            ({ test }): Block =>
              note({ en: `${test!.short.en}: ${test!.names.en}.`, zh: `${test!.short.zh}：${test!.names.zh}。` }),
          ),
        ),
        ...(report.realism === undefined ? [] : [section(say.realism, realism(), note(realismNote(report, place)))]),
        section(
          say.contingent,
          series(
            'contingent',
            money,
            own.contingent.lines.map(line => lineOf(line, amount)),
          ),
          ...own.contingent.remarks.map(one => note(one.text)),
        ),
        section(
          say.balance,
          series('balance', money, [
            ...own.balance.lines.map(line => lineOf(line, amount)),
            lineOf(own.balance.netWorth, amount),
            lineOf(own.balance.netWorthToGdp, withPercent),
            lineOf(own.balance.financialNetWorthToGdp, withPercent),
          ]),
          note(say.balanceNote),
        ),
        section(say.pension, ...pensionBlocks),
        section(
          say.sources,
          ...[...report.remarks, ...report.pensionDebt.assumptions.map(one => one.text)].map(note),
          ...[...new Map(sources.map(source => [source.address, source])).values()].map(one =>
            note(row('', one.text, { en: ': ', zh: '：' }, one.address)),
          ),
        ),
      ],
    }
  },
})
