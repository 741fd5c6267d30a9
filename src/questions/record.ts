/** The record of the model: forecasts of past years beside naive forecasts and what happened, and claims put to the test. */

import * as z from 'zod'
import texts from '../texts/record.ts'
import type { ClaimsFound } from '../analysis/evidence/claims/index.ts'
import type { CheckResult, ClaimResult } from '../analysis/evidence/claims/judge.ts'
import { messages as claimRemarks } from '../texts/claim.ts'
import { claimVerdicts } from '../analysis/evidence/claims/ledger.ts'
import { kindWords } from '../analysis/explain/messages.ts'
import type { BackTest } from '../analysis/hindcast/back-test.ts'
import type { Panel } from '../analysis/hindcast/panels.ts'
import { riskBlocks } from './near-risk.ts'
import type { RolledScore } from '../analysis/hindcast/rolled.ts'
import { shownHorizons, type ScoreRecord } from '../analysis/hindcast/record.ts'
import { splits } from '../analysis/hindcast/score.ts'
import { messages as analysisMessages } from '../texts/analysis.ts'
import { number } from '../analysis/words/numbers.ts'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { parameterSets } from '../regions/parameter-file.ts'
import { type Both, bothTexts, UsageError } from '../language/messages.ts'
import { tight } from '../language/typeset.ts'
import { unknownWord } from '../language/usage.ts'
import { gradeName } from '../model/names/evidence.ts'
import { figureName } from '../model/names/series.ts'
import { unitWords } from '../model/names/units.ts'
import { variableName } from '../model/names/variables.ts'
import { conditionsOf } from './core/conditions.ts'
import * as take from './core/inputs.ts'
import { question } from './core/question.ts'
import { areaName, percentSign, placeName, unitOf } from './core/names.ts'
import {
  both,
  type Block,
  type Cell,
  type Column,
  expert,
  joined,
  marks,
  note,
  section,
  type Series,
  text,
} from './core/report.ts'

const say = bothTexts(texts)

const naives = ['naive', 'drift', 'ar1', 'nation'] as const

/** A text of the list of claims, as the rest of a report is set. */
const set = ({ en, zh }: Both<string>): Both<string> => ({ en, zh: tight(zh) })

/** The naive forecasts that miss by no more than the model. */
const lostTo = (score: ScoreRecord) => naives.filter(one => score[one] !== null && score[one] <= score.rmse)

const known = (score: ScoreRecord): number[] => naives.flatMap(one => score[one] ?? [])

/** The error beside that of the best naive forecast: the larger, the worse. */
const relative = (score: ScoreRecord): number => score.rmse / Math.min(...known(score))

const worstFirst = (a: ScoreRecord, b: ScoreRecord): number => relative(b) - relative(a)

/** Pairs of series and area on the first screen, and those that are drawn. */
const [mostWorst, mostDrawn] = [10, 6]

const verdictOf = (score: ScoreRecord): Both<string> => {
  const lost = lostTo(score)
  if (lost.length > 0) return say.loses({ names: joined(lost.map(one => say.naiveNames[one])) })
  const { length } = known(score)
  return length === 0 ? say.alone : say.beats({ known: length, all: length === naives.length })
}

const seriesName = (series: string): Both<string> => both(language => figureName(series, undefined, language))

const scoreColumns: readonly Column[] = [
  { id: 'series', head: say.series, as: 'text' },
  { id: 'area', head: say.area, as: 'text' },
  { id: 'points', head: say.points, as: 'number', digits: 0 },
  ...(
    [
      ['model', say.model],
      ['last', say.last],
      ['drift', say.drift],
      ['ar1', say.ar1],
      ['nation', say.nation],
      ['unaided', say.unaided],
      ['bias', say.bias],
    ] as const
  ).map(([id, head]): Column => ({ id, head, as: 'number', unit: percentSign, scale: 100, digits: 1 })),
  { id: 'verdict', head: say.verdict, as: 'text' },
]

const scoreRow = (open: OpenRegion, score: ScoreRecord): Cell[] => [
  seriesName(score.series),
  areaName(open.region, score.area),
  score.points,
  score.rmse,
  ...naives.map(one => score[one]),
  score.unconditional,
  score.bias,
  verdictOf(score),
]

const winsOver = (scores: readonly ScoreRecord[], benchmark: (typeof naives)[number]): Both<string> => {
  const pairs = scores.filter(score => score[benchmark] !== null)
  const won = pairs.filter(score => score.rmse < score[benchmark]!)
  return say.of({ won: String(won.length), pairs: String(pairs.length) })
}

const markTexts: Readonly<Record<string, readonly [what: Both<string>, wanted: Both<string>]>> = say.marks

const marksTable = (open: OpenRegion, { record: { marks: targets, unconditional } }: BackTest): Block => {
  const column = (id: string, head: Both<string>): Column => ({ id, head, as: 'number', scale: 100, digits: 2 })
  return {
    kind: 'table',
    id: 'targets',
    title: say.marksTitle,
    columns: [
      { id: 'mark', head: say.mark, as: 'text' },
      { id: 'wanted', head: say.wanted, as: 'text' },
      column('found', say.found),
      column('unaided', say.foundUnaided),
      { id: 'verdict', head: say.verdict, as: 'text' },
    ],
    rows: targets.map(({ id, area, measured, met }, at): Cell[] => [
      area === undefined
        ? markTexts[id]![0]
        : say.ofArea({ series: markTexts[id]![0], area: areaName(open.region, area) }),
      markTexts[id]![1],
      measured ?? null,
      unconditional.marks[at]?.measured ?? null,
      measured === undefined ? say.unmeasured : met ? say.met : say.missed,
    ]),
  }
}

/** A factor, and the unit behind it. */
const unitOfPanel = ({
  unit,
  scale,
}: Panel): { readonly scale: number | Both<number>; readonly words: Both<string> } => {
  if (scale === 'growth') return { scale: 100, words: say.perYear }
  if (unit === 'share') return { scale: 100, words: percentSign }
  return unit === 'index' ? { scale: 1, words: say.index } : unitOf(unit)
}

/** Forecasts beside the actual course, drawn over the years; the errors stand below. */
const forecastOf = (open: OpenRegion, panel: Panel, score: ScoreRecord): Series => {
  const { series, area, points } = panel
  const { scale, words } = unitOfPanel(panel)
  const title = say.ofArea({ series: seriesName(series), area: areaName(open.region, area) })
  const line = (id: string, names: Both<string>, value: (point: Panel['points'][number]) => number | null) => ({
    id,
    names,
    values: points.map(point => value(point) ?? Number.NaN),
    unit: words,
    scale,
  })
  const [model, actual, last, low, high] = [
    line('model', say.model, point => point.model),
    line('actual', say.actual, point => point.observed),
    line('last', say.last, point => point.lastValue),
    line('low', say.low, point => point.low),
    line('high', say.high, point => point.high),
  ]
  const years = points.map(({ year }) => year)
  const error = (value: number | null): string => (value === null ? '–' : number(100 * value, 1))
  return {
    kind: 'series',
    id: `forecast-${series}-${area}`,
    title,
    head: say.year,
    years,
    shown: years,
    lines: [actual, model, low, high, last],
    drawing: {
      as: 'fan',
      title,
      unit: words,
      note: say.error({
        model: error(score.rmse),
        last: error(score.naive),
        unit: panel.scale === 'log' ? percentSign : say.points100,
        verdict: verdictOf(score),
      }),
      middle: model,
      bands: [[low.values, high.values]],
      beside: [actual, last],
      levels: [],
      scale,
    },
  }
}

/** The series of an office's forecast; the others follow for experts. */
const ofOffices = ['output', 'price', 'residentsTotal', 'ownRevenue', 'provincialBonds']

const rolledErrors = ['unconditioned', 'shifted', 'reopened'] as const

/** Forecasts from a year later beside the first ones: all starts, and those that are held out. */
const reopenedBlocks = ({ record: { reopened, lastTrainingYear: last } }: BackTest): Block[] => {
  const table = (id: string, title: Both<string>, own: boolean): Block => ({
    kind: 'table',
    id,
    title,
    columns: [
      { id: 'series', head: say.series, as: 'text' },
      { id: 'horizon', head: say.yearsAhead, as: 'number', digits: 0 },
      { id: 'starts', head: say.starts, as: 'text' },
      { id: 'points', head: say.points, as: 'number', digits: 0 },
      ...rolledErrors.map(
        one => ({ id: one, head: say[one], as: 'number', unit: percentSign, scale: 100, digits: 2 }) as const,
      ),
    ],
    rows: reopened
      .filter(({ series }) => ofOffices.includes(series) === own)
      .map(({ series, horizon, split, points, ...errors }): Cell[] => {
        const starts = split === 'all' ? say.drawn.all : say.heldOut({ first: last + 1 })
        return [seriesName(series), horizon, starts, points, ...rolledErrors.map(one => errors[one])]
      }),
  })
  const wins = (split: RolledScore['split'], horizon: number): Both<string> => {
    const some = reopened.filter(one => one.split === split && one.horizon === horizon)
    const won = some.filter(one => one.reopened < one.shifted)
    return say.of({ won: String(won.length), pairs: String(some.length) })
  }
  const [all2, all5, held2, held5] = [wins('all', 2), wins('all', 5), wins('holdout', 2), wins('holdout', 5)]
  return [
    text(say.reopenedWins({ all2, all5, held2, held5 })),
    table('reopened', say.reopenedTable, true),
    note(say.reopenedNote),
    expert(table('others', say.others, false)),
  ]
}

interface Choice {
  readonly area: string
  readonly horizon: number
  readonly split: (typeof splits)[number]
  readonly forecasts: 'worst' | 'all'
}

const scoresOf = (open: OpenRegion, { record }: BackTest, { area, horizon, split }: Choice): ScoreRecord[] =>
  record.scores
    .filter(score => score.horizon === horizon && score.split === split)
    .filter(score => (area === 'region' ? open.region.areas.includes(score.area) : score.area === area))
    .toSorted(worstFirst)

/** The finding with what stands on the first screen; and what only experts need, which comes after the claims. */
const backTestBlocks = (open: OpenRegion, found: BackTest, choice: Choice): { first: Block[]; more: Block[] } => {
  const { record, panels } = found
  const scores = scoresOf(open, found, choice)
  const [from, to] = record.origins
  const drawn = scores.slice(0, choice.forecasts === 'all' ? undefined : mostDrawn).flatMap(score => {
    const panel = panels.find(
      one => one.series === score.series && one.area === score.area && one.horizon === score.horizon,
    )
    return panel === undefined ? [] : [forecastOf(open, panel, score)]
  })
  const rows = scores.map(score => scoreRow(open, score))
  const table = (id: string, title: Both<string>, own: Cell[][]): Block => ({
    kind: 'table',
    id,
    title,
    columns: scoreColumns,
    rows: own,
  })
  const first = [
    text(
      say.wins({
        drift: winsOver(scores, 'drift'),
        nation: winsOver(scores, 'nation'),
        ar1: winsOver(scores, 'ar1'),
        last: winsOver(scores, 'naive'),
        lost: scores.filter(score => lostTo(score).length > 0).length,
        lines: scores.length,
      }),
    ),
    table('worst', say.worst, rows.slice(0, mostWorst)),
    ...(record.region === open.region.id ? [marksTable(open, found)] : [note(say.partOf({ id: open.region.id }))]),
    ...riskBlocks(open, found),
  ]
  const more = [
    expert(section(say.forecastsTitle, ...drawn, note(say.forecastsNote({ first: record.lastTrainingYear + 1 })))),
    ...(rows.length > mostWorst ? [expert(table('others', say.others, rows.slice(mostWorst)))] : []),
    expert(note(say.method({ from, to }))),
  ]
  return { first, more }
}

/** A number of a test in words: units of tests are their own. */
const tested = (value: number, unit: string | undefined): Both<string> => {
  if (unit === 'share') return say.inPercent({ value: number(100 * value, 1) })
  if (unit === '%') return say.inPercent({ value: number(value, 1) })
  if (unit === 'share/year') return say.pointsAYear({ value: number(100 * value, 2) })
  if (unit === '1/year') return say.aYear({ value: number(100 * value, 1) })
  if (unit === 'per thousand') return say.perThousand({ value: number(1000 * value, 2) })
  if (unit === 'times') return say.times({ value: number(value, 2) })
  if (unit === undefined || unit === 'index') return both(() => number(value, 2))
  return both(language => {
    const { scale, text: words } = unitWords(unit, language)
    return `${number(value * scale)}${words.replace('\u00a0', ' ')}`
  })
}

const resultOf = ({ value, asked, operator, unit, passes, untestable, ...check }: CheckResult): Both<string> => {
  const says = set(check.says)
  if (passes === undefined) return say.untested({ says, why: set(untestable!) })
  if (value === undefined || asked === undefined) return say.ofTest({ met: passes, says })
  const wanted = say.operators[(operator ?? '=') as keyof typeof say.operators]({ value: tested(asked, unit) })
  return say.ofValue({ met: passes, says, value: tested(value, unit), wanted })
}

const remarkOf = (open: OpenRegion, remark: ClaimResult['remarks'][number]): Both<string> => {
  const of = claimRemarks.interpolated.of(remark)
  if (of === undefined) return remark.text
  const { name, area, year, before, after } = of
  return say.interpolated({
    series: seriesName(String(name)),
    area: areaName(open.region, String(area)),
    year,
    before,
    after,
  })
}

/** One claim in full: its test with the results, the evidence with its sources, and the part of the model behind it. */
const claimSection = (open: OpenRegion, result: ClaimResult): Block => {
  const { id, claim, test, checks, shows, evidence, verdict, read, agrees, because, model, remarks } = result
  const kinds = kindWords as Both<Readonly<Record<string, string>>>
  const rows: Array<readonly [Both<string>, Both<string>]> = [
    [say.test, set(test)],
    ...checks.map(check => [check.on === 'model' ? say.shows : say.data, resultOf(check)] as const),
    ...shows.map(
      ({ says, value, unit }) => [say.shows, say.shown({ says: set(says), value: tested(value, unit) })] as const,
    ),
    ...remarks.map(remark => [say.remark, remarkOf(open, remark)] as const),
    ...(agrees ? [] : ([[say.reading, say.readVerdict({ verdict: say.verdicts[read] })]] as const)),
    ...(because === undefined ? [] : ([[say.reason, set(because)]] as const)),
    ...model.map(
      ({ name, kind, doc }) =>
        [
          both(language => kinds[language][kind] ?? say.kinds[kind === 'stock' ? 'stock' : 'equation'][language]),
          both(language => `${name}${language === 'zh' ? '：' : ': '}${variableName(name, doc, language)}`),
        ] as const,
    ),
  ]
  const addresses = new Map(
    evidence.flatMap(({ what, url }) => {
      const [address = ''] = url.split(' ; ')
      return address.startsWith('http') ? [[address, { text: what, address }] as const] : []
    }),
  )
  return section(
    say.one({ id, verdict: say.verdicts[verdict] }),
    text(set(claim)),
    {
      kind: 'table',
      id: `claim-${id}`,
      columns: [
        { id: 'part', head: say.part, as: 'text' },
        { id: 'says', head: say.says, as: 'text' },
      ],
      rows,
    },
    {
      kind: 'table',
      id: `evidence-${id}`,
      columns: [
        { id: 'grade', head: say.grade, as: 'text' },
        { id: 'evidence', head: say.evidence, as: 'text' },
        { id: 'source', head: say.source, as: 'text' },
      ],
      rows: evidence.map(({ grade, says, what }) => [gradeName(grade), set(says), what]),
    },
    addresses.size === 0 ? undefined : { kind: 'sources', list: [...addresses.values()] },
  )
}

const claimsBlocks = (results: readonly ClaimResult[]): Block[] => {
  const of = (verdict: string): number => results.filter(result => result.verdict === verdict).length
  const table: Block = {
    kind: 'table',
    id: 'claims',
    title: say.claimsTitle,
    columns: [
      { id: 'id', head: say.id, as: 'text' },
      { id: 'claim', head: say.claim, as: 'text' },
      { id: 'verdict', head: say.claimVerdict, as: 'text' },
      { id: 'result', head: say.result, as: 'text' },
    ],
    rows: results.map(({ id, claim, verdict, checks, because }) => [
      id,
      set(claim),
      say.verdicts[verdict],
      checks.length === 0 ? (because === undefined ? null : set(because)) : joined(checks.map(resultOf), marks.clauses),
    ]),
  }
  return [
    table,
    text(
      say.count({
        count: results.length,
        holds: of('holds'),
        partly: of('partly'),
        contradicted: of('contradicted'),
        open: of('open'),
      }),
    ),
    note(say.claimsNote),
  ]
}

export interface RecordFound {
  readonly backTest: BackTest | undefined
  readonly claims: ClaimsFound | undefined
}

const chosenClaims = (
  { results, ...found }: ClaimsFound,
  { claim: ids, verdict }: { readonly claim: readonly string[]; readonly verdict: string },
): ClaimsFound => {
  const all = results.map(({ id }) => id)
  const wanted = ids.map(id => id.toUpperCase())
  const wrong = ids.find((_, at) => !all.includes(wanted[at]!))
  if (wrong !== undefined) throw unknownWord('claim', wrong, all, { shown: [`${all[0]} … ${all.at(-1)}`] })
  const left = results
    .filter(({ id }) => wanted.length === 0 || wanted.includes(id))
    .filter(one => verdict === 'all' || one.verdict === verdict)
  if (left.length === 0)
    throw new UsageError(analysisMessages.noneOfVerdict({ ids: wanted.join(', ') || all.join(', ') }))
  return { ...found, results: left }
}

export const record = question({
  inputs: {
    area: take.place({ en: 'one area of the region, such as CN-LN', zh: '地区内的一个省，如 CN-LN' }),
    horizon: {
      type: z.literal([...shownHorizons]).default(5),
      help: { en: 'forecast horizon to show, in years', zh: '所显示的预测期限（年）' },
      placeholder: 'years',
      label: { en: 'Years ahead', zh: '提前年数' },
      options: () => shownHorizons.map(one => [String(one), both(() => String(one))] as const),
      shows: true as const,
    },
    split: {
      type: z.enum(splits).default('holdout'),
      help: {
        en: 'years to show: those not used for fitting, or those used (up to 2018)',
        zh: '所显示的年份：未参与拟合的年份，或参与拟合的年份（截至2018年）',
      },
      placeholder: 'part',
      label: { en: 'Years', zh: '年份' },
      options: () => splits.toReversed().map(one => [one, say.splits[one]] as const),
      shows: true as const,
    },
    forecasts: {
      type: z.enum(['worst', 'all']).default('worst'),
      help: {
        en: 'forecasts to draw beside what happened: those of the least accurate series, or all',
        zh: '与实际值并列显示的预测：误差最大的序列，或全部序列',
      },
      placeholder: 'which',
      label: { en: 'Forecasts', zh: '预测' },
      options: () => (['worst', 'all'] as const).map(one => [one, say.drawn[one]] as const),
      shows: true as const,
    },
    claims: take.flag({ en: 'the claims alone, without the back-test', zh: '仅显示论断，不做历史检验' }),
    claim: take.names({ en: 'claims to show in full, such as K1,K19', zh: '完整显示的论断，如 K1,K19' }, 'ids'),
    verdict: {
      type: z.enum(['all', ...claimVerdicts]).default('all'),
      help: { en: 'claims with this verdict only', zh: '仅显示此判定的论断' },
      placeholder: 'verdict',
    },
    scores: take.flag({ en: 'the back-test alone, without the claims', zh: '仅显示历史检验，不含论断' }),
    reopened: take.flag({
      en: 'forecasts from a year later beside the first ones and those moved by their first miss, alone',
      zh: '仅显示推后一年重新起算的预测，与原预测及按首年误差平移的原预测并列',
    }),
    parameters: {
      type: z.enum(['auto', 'priors', ...parameterSets]).default('auto'),
      help: {
        en: 'parameters of the back-test: fitted to data up to 2018 (train), to all data, or priors; auto takes train if available',
        zh: '历史检验所用参数：用截至2018年的数据拟合（train）、用全部数据拟合（all）或先验（priors）；auto 在有 train 时采用 train',
      },
      placeholder: 'set',
    },
    simulations: {
      ...take.simulations(200, { least: 39 }),
      help: { en: 'simulations of each year, for the bands', zh: '每年的模拟次数，用于计算区间' },
    },
    seed: take.seed,
  },
  find: async ({ scenario: { assumptions }, inputs }, { past }): Promise<RecordFound> => {
    const { claims, claim, reopened, parameters, simulations, seed } = inputs
    const claimsOnly = claims || claim.length > 0
    const scores = inputs.scores || reopened
    if (claimsOnly && scores) throw new UsageError(analysisMessages.scoresAndClaims())
    const judged = scores ? undefined : await past.claims(claimsOnly)
    const chosen = judged && chosenClaims(judged, inputs)
    if (claimsOnly) return { backTest: undefined, claims: chosen }
    return {
      backTest: await past.backTest({ seed, members: simulations, assumptions, parameters }),
      claims: chosen,
    }
  },
  audits: ({ claims }) => claims && [claims.audit],
  warnings: ({ open }, { backTest }) => {
    const { failures = [], fittedBefore = false } = backTest ?? {}
    return [
      ...(fittedBefore ? [analysisMessages.fittedBefore({ id: open.region.id })] : []),
      ...failures.slice(0, 3).map(failure => analysisMessages.backTestFailure({ text: failure })),
      ...(failures.length > 3 ? [analysisMessages.moreFailures({ number: failures.length - 3 })] : []),
    ]
  },
  record: (_, { backTest, claims }) => ({
    ...backTest?.record,
    ...(claims === undefined ? {} : { claims: claims.results }),
  }),
  conditions: (asked, { backTest }) => {
    if (backTest === undefined) return conditionsOf(asked, false)
    const { fittedTo } = backTest
    const assumed = Object.entries(asked.scenario.assumptions).map(([name, value]) => `${name}=${value}`)
    return joined(
      [
        say.given,
        fittedTo === null ? say.priors : say.fitted({ last: fittedTo }),
        ...(assumed.length === 0 ? [] : [say.ownAssumptions({ list: assumed })]),
        say.simulated({ simulations: asked.inputs.simulations, seed: asked.inputs.seed }),
      ],
      marks.clauses,
    )
  },
  report: ({ open, inputs }, { backTest, claims }) => {
    const { claim, claims: claimsOnly, horizon, split, scores } = inputs
    if (claims !== undefined && claim.length > 0)
      return { title: say.claimsTitle, blocks: claims.results.map(result => claimSection(open, result)) }
    if (claims !== undefined && claimsOnly)
      return { title: say.claimsTitle, blocks: [text(set(claims.about)), ...claimsBlocks(claims.results)] }
    const { id } = open.region
    const region = placeName(open.region)
    if (backTest === undefined)
      return { title: say.none({ region }), blocks: scores ? [] : [note(say.noneOwn({ id }))] }
    const { lastTrainingYear: last, origins } = backTest.record
    if (inputs.reopened) return { title: say.reopenedTitle({ region }), blocks: reopenedBlocks(backTest) }
    const { first, more } = backTestBlocks(open, backTest, inputs)
    const isHeldOut = split === 'holdout'
    return {
      title: say.title({ region, horizon, split, from: last + 1, to: isHeldOut ? origins[1] + 1 : last }),
      blocks: [...first, ...(claims === undefined ? [] : claimsBlocks(claims.results)), ...more],
    }
  },
})
