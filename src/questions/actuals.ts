/** A region opened again from figures of whole years after its start: what they were forecast as, and what moves. */

import * as z from 'zod'
import texts from '../texts/actuals.ts'
import { type Forward, forward, wantedFor } from '../analysis/hindcast/forward.ts'
import { figureDigits } from '../analysis/words/numbers.ts'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { type Both, bothTexts, UsageError } from '../language/messages.ts'
import { figureName } from '../model/names/series.ts'
import { startNamed } from '../regions/at-start.ts'
import { messages as analysisMessages } from '../texts/analysis.ts'
import { unitOf, areaName, placeName, percentSign } from './core/names.ts'
import * as take from './core/inputs.ts'
import { question } from './core/question.ts'
import { heldBlocks } from './judgement.ts'
import { both, type Cell, type Column, expert, note, type Report, section, type Table, text } from './core/report.ts'

const say = bothTexts(texts)

/** The header alone asks which figures the next opening needs. */
const header = 'series,area,year,value,unit,source'

const nameOf = (series: string, doc?: string): Both<string> => both(language => figureName(series, doc, language))

const percents: Readonly<Record<string, Both<string>>> = { share: percentSign, '1/year': say.perYear }

/** In the words and at the scale of its unit; shares as per cent. */
const shownIn = (unit: string) => {
  const words = percents[unit]
  return words === undefined ? unitOf(unit) : { words, scale: { en: 100, zh: 100 } }
}

const words = (ids: ReadonlyArray<'series' | 'area' | 'unit' | 'year' | 'code' | 'areas' | 'last'>): Column[] =>
  ids.map(id => ({ id, head: say[id], as: 'text' }))

const numbers = (...columns: ReadonlyArray<readonly [id: string, head: Both<string>]>): Column[] =>
  columns.map(([id, head]) => ({ id, head, as: 'number' }))

/** Figures of a series of an area in its unit, with further cells before and after. */
export const rowOf = (
  { region, linked }: OpenRegion,
  { series, area, unit }: { readonly series: string; readonly area: string; readonly unit: string },
  values: ReadonlyArray<number | null>,
  { year = [], more = [] }: { readonly year?: readonly number[]; readonly more?: readonly Cell[] } = {},
): Cell[] => {
  const shown = shownIn(unit)
  const doc = linked.variables.get(series)?.doc
  const digits = (value: number) => both(language => figureDigits([value * shown.scale[language]]))
  return [
    nameOf(series, doc),
    areaName(region, area),
    shown.words,
    ...year.map(String),
    ...values.map(value => (value === null ? null : { value, scale: shown.scale, digits: digits(value) })),
    ...more,
  ]
}

const wantedReport = ({ region }: OpenRegion, { start, wanted }: ReturnType<typeof wantedFor>): Report => ({
  title: say.wantedTitle({ region: placeName(region), start }),
  blocks: [
    text(say.wantedText({ year: start - 1, header })),
    {
      kind: 'table',
      id: 'wanted',
      title: say.wantedTable,
      columns: words(['code', 'series', 'areas', 'unit', 'last']),
      rows: wanted.map(({ series, places, unit, last }) => [series, nameOf(series), places, unit, last]),
    },
    note(say.wantedNote),
  ],
})

/** After the series, the area, the unit and the year of a figure: its forecast, what came, and the miss. */
export const comparedColumns = (...ids: ReadonlyArray<'forecast' | 'figure' | 'miss' | 'usual'>): Column[] => {
  const percent = { as: 'number', scale: 100, digits: 1 } as const
  const columns = {
    forecast: { id: 'forecast', head: say.forecast, as: 'number' },
    figure: { id: 'figure', head: say.figure, as: 'number' },
    miss: { id: 'miss', head: say.miss, ...percent, signed: true },
    usual: { id: 'usual', head: say.usual, ...percent },
  } as const
  return [...words(['series', 'area', 'unit', 'year']), ...ids.map(id => columns[id])]
}

export const comparedNote = note(say.comparedNote)

const tablesOf = (open: OpenRegion, { from, start, replaced, compared, revisions, moves }: Forward) => {
  const [ofYear, plain] = [words(['series', 'area', 'unit', 'year']), words(['series', 'area', 'unit'])]
  const table = (id: string, columns: readonly Column[], rows: readonly Cell[][], title?: Both<string>): Table[] =>
    rows.length === 0
      ? []
      : [{ kind: 'table', id, columns, rows, wide: true, ...(title === undefined ? {} : { title }) }]
  return {
    replaced: table(
      'replaced',
      [...ofYear, ...numbers(['held', say.held], ['figure', say.figure])],
      replaced.map(([one, before]) => rowOf(open, one, [before, one.value], { year: [one.year] })),
      say.replacedTitle,
    ),
    compared: table(
      'compared',
      comparedColumns('forecast', 'figure', 'miss', 'usual'),
      compared.map(({ point, forecast, miss, usual = null }) =>
        rowOf(open, point, [forecast, point.value], { year: [point.year], more: [miss, usual] }),
      ),
      say.comparedTitle,
    ),
    revisions: table(
      'revisions',
      [
        ...plain,
        ...(revisions[0]?.years ?? []).flatMap(({ year }) =>
          numbers([`${year}-before`, say.was({ year })], [`${year}-after`, say.is({ year })]),
        ),
      ],
      revisions.map(one =>
        rowOf(
          open,
          one,
          one.years.flatMap(({ before, after }) => [before, after]),
        ),
      ),
      say.revisionsTitle,
    ),
    moves: table(
      'opening',
      [...plain, ...numbers(['before', say.before({ year: from })], ['after', say.after({ year: start })])],
      moves.map(one => rowOf(open, one, [one.before, one.after])),
    ),
  }
}

const forwardReport = (open: OpenRegion, found: Forward, check: boolean): Report => {
  const { from, start, given, points, conflicts, judged } = found
  const { replaced, compared, revisions, moves } = tablesOf(open, found)
  return {
    title: (check ? say.checked : say.title)({ region: placeName(open.region), start }),
    blocks: [
      ...(points.length === 0
        ? []
        : [text(say.given({ given, derived: points.length - given, year: start - 1, from: from - 1 }))]),
      ...(conflicts.length === 0 ? [] : [section(say.conflictsTitle, ...conflicts.map(text))]),
      ...replaced,
      ...(judged === undefined ? [] : [section(say.partsTitle, ...heldBlocks(judged), note(say.partsNote))]),
      ...(check || points.length === 0
        ? []
        : [...compared, comparedNote, ...revisions, expert(section(say.movesTitle, ...moves))]),
    ],
  }
}

export const actuals = question({
  inputs: {
    figures: {
      type: z.union([z.string(), z.array(z.record(z.string(), z.union([z.string(), z.number()])))]),
      help: {
        en: 'figures of whole years after the start: rows with series, area, year, value, unit and source, or such a table as CSV',
        zh: '起点之后整年的数据：含 series、area、year、value、unit、source 的各行，或同样内容的 CSV',
      },
      placeholder: 'file',
      label: { en: 'Figures (CSV)', zh: '数据（CSV）' },
      page: header,
      file: true as const,
    },
    check: take.flag({ en: 'only check the figures, without a forecast', zh: '仅检查数据，不做预测' }),
  },
  find: async ({ open, scenario: { assumptions }, inputs: { figures, check } }, { past }) => {
    const read = await past.read()
    if (read === undefined) throw new UsageError(analysisMessages.noPast({ region: startNamed(open.region.id).id }))
    if (typeof figures === 'string' && figures.trim() === header) return wantedFor(open, read)
    return forward(open, read, figures, { check, assumptions })
  },
  audits: found => ('wanted' in found ? [] : found.audits),
  record: ({ open: { region } }, found) => {
    if ('wanted' in found) return { region: region.id, ...found }
    const { points, given, replaced, conflicts, from, start, compared, revisions, moves, parts } = found
    return {
      region: region.id,
      from,
      start,
      given: points.slice(0, given),
      derived: points.slice(given),
      replaced: replaced.map(([point, before]) => ({ ...point, before })),
      parts,
      conflicts: conflicts.map(({ text: { en } }) => en),
      compared,
      revisions,
      moves: moves.map(({ series, ...move }) => ({ name: series, ...move })),
    }
  },
  report: ({ open, inputs: { check } }, found) =>
    'wanted' in found ? wantedReport(open, found) : forwardReport(open, found, check),
})
