/** The areas of a region side by side, of which no place is named that the simulations leave open. */

import {
  type Course,
  firstLeagueYear,
  leagueBand,
  openPlaces,
  writtenPlaces,
} from '../analysis/evidence/league-places.ts'
import {
  lastLeagueYear,
  type League,
  type LeagueMeasure,
  leagueMeasures,
  leagueOf,
  type LeagueRow,
} from '../analysis/evidence/league.ts'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { madeWith } from '../analysis/region/fingerprint.ts'
import type { Both } from '../language/messages.ts'
import type { Standing } from '../model/standing.ts'
import { messages as say } from '../texts/league.ts'
import { areaCalled } from '../analysis/runs/central-run.ts'
import { parseYears } from '../analysis/runs/years.ts'
import * as z from 'zod'
import * as take from './core/inputs.ts'
import { areaName, percentIn, percentSign, placeName } from './core/names.ts'
import { question } from './core/question.ts'
import {
  both,
  type Cell,
  type Column,
  expert,
  joined,
  marks,
  note,
  type Report,
  type Show,
  spread,
  text,
} from './core/report.ts'

const percent: Show = { unit: percentSign, scale: 100, digits: 1 }

const standings: Readonly<Record<Standing, () => Both<string>>> = {
  gains: () => say.gains().text,
  holds: () => say.holds().text,
  keeps: () => say.keeps().text,
  loses: () => say.loses().text,
  open: () => say.open().text,
}

const perHead: Show = { unit: joined([say.ofMean()]), scale: 100, digits: 0 }

/** The written form of a measure. */
export const leagueShows: Readonly<Record<LeagueMeasure, Show>> = {
  weight: percent,
  growth: { ...percent, signed: true },
  people: { ...percent, digits: 2, signed: true },
  residents: { digits: 1, scale: { en: 1, zh: 100 } },
  income: perHead,
  share65: percent,
  debt: { ...percent, digits: 0 },
  pensionGap: percent,
  unemployment: percent,
}

export const leagueNames: Readonly<Record<LeagueMeasure, Both<string>>> = {
  weight: say.weight().text,
  growth: say.growthFive().text,
  people: say.people().text,
  residents: say.residents().text,
  income: say.income().text,
  share65: say.share65().text,
  debt: say.debt().text,
  pensionGap: say.pensionGapOf().text,
  unemployment: say.unemploymentOf().text,
}

const column = (id: string, head: Both<string>, as: Column['as'], show: Show = {}): Column => ({
  id,
  head,
  as,
  ...show,
})
const year = (of: number): Both<string> => both(() => String(of))

const kept = ({ published, simulated }: Course, years: readonly number[]): Course => {
  const those = <Of>(of: Readonly<Record<number, Of>>): Record<number, Of> =>
    Object.fromEntries(years.flatMap(one => (of[one] === undefined ? [] : [[one, of[one]]])))
  return { published: those(published), simulated: those(simulated) }
}

/** A course in a year: a range where it is simulated, a number where it is published. */
const courseCell = ({ published, simulated }: Course, of: number, show?: Show): Cell => {
  const [band, value] = [simulated[of], published[of]]
  if (band !== undefined) return spread(band, show)
  return value === undefined ? null : show === undefined ? value : { value, ...show }
}

/** One area in every measure, with its places among all: as last published, or at the start, and in the last year. */
const amongAll = (
  region: OpenRegion['region'],
  rows: readonly LeagueRow[],
  { area, from, years }: { readonly area: string; readonly from: number; readonly years: readonly number[] },
): Report => {
  const at = rows.findIndex(row => row.area === area)
  const last = years.at(-1)!
  const placeIn = (measure: LeagueMeasure, of: number): string | null => {
    const own = openPlaces(rows.map(({ courses }) => leagueBand(courses[measure], of)))[at]
    return own === undefined ? null : writtenPlaces(own)
  }
  return {
    title: say.amongAll({ area: areaName(region, area), count: rows.length }),
    blocks: [
      {
        kind: 'table',
        id: 'places',
        columns: [
          column('measure', say.measure().text, 'text'),
          ...years.map(of => column(`y${of}`, year(of), of < from ? 'number' : 'band')),
          column('placeBefore', say.placeIn({ year: from - 1 }).text, 'text'),
          column('place', say.placeIn({ year: last }).text, 'text'),
        ],
        rows: leagueMeasures.map((measure): Cell[] => {
          const { unit, ...show } = leagueShows[measure]
          const name = leagueNames[measure]
          return [
            unit === percentSign ? joined([name, unit], marks.parts) : name,
            ...years.map(of => courseCell(rows[at]!.courses[measure], of, show)),
            placeIn(measure, from - 1) ?? placeIn(measure, from),
            placeIn(measure, last),
          ]
        }),
      },
      note(say.measureNote({ from, last })),
    ],
  }
}

export const league = question({
  inputs: {
    measure: {
      type: z.enum(leagueMeasures).default('weight'),
      help: { en: 'what is compared', zh: '对照的指标' },
      placeholder: 'measure',
      shows: true,
    },
    years: {
      ...take.years([]),
      help: {
        en: 'years to show, such as 2010,2035, or all; those before the start as published (default: 2005, 2014, the last published and the last year)',
        zh: '要显示的年份，如 2010,2035 或 all；起点以前为公布数（默认 2005、2014、最近公布年和末年）',
      },
      read: (open, given, called) =>
        given === undefined
          ? [firstLeagueYear, 2014, Math.floor(open.region.start) - 1, lastLeagueYear(open)]
          : parseYears(open, [given].flat().join(','), called, [firstLeagueYear, lastLeagueYear(open)]),
    } satisfies ReturnType<typeof take.years>,
    area: take.area({ en: 'one area: all measures, with its places', zh: '一个地区：各项指标及位次' }, (open, given) =>
      given === undefined ? undefined : areaCalled(open, given).element,
    ),
    simulations: take.simulations(100),
    seed: take.seed,
  },
  find: ({ open, scenario: { assumptions }, inputs: { simulations: members, seed } }, runs): Promise<League> => {
    runs.begin(members)
    return leagueOf(open, readings => runs.trials({ readings, members, seed, assumptions }), members)
  },
  record: ({ open, inputs: { seed, years } }, { rows, ...found }) => ({
    region: open.region.id,
    ...madeWith(open),
    seed,
    ...found,
    rows: rows.map(({ courses, ...row }) => ({
      ...row,
      courses: Object.fromEntries(leagueMeasures.map(one => [one, kept(courses[one], years)])),
    })),
  }),
  report: ({ open: { region }, inputs: { measure, years, area: asked } }, { from, to, rows: found, unexplained }) => {
    if (asked !== undefined) return amongAll(region, found, { area: region.areas[asked]!, from, years })
    const named = (wanted: Standing): Both<string> =>
      joined(found.filter(({ standing }) => standing === wanted).map(({ area }) => areaName(region, area)))
    const counted = (wanted: Standing): number => found.filter(({ standing }) => standing === wanted).length
    const name = (row: LeagueRow): Both<string> => areaName(region, row.area)
    const fromTo = both(() => `${from} → ${to}`)
    const last = years.at(-1)!
    const isWeight = measure === 'weight'
    const show = leagueShows[measure]
    const at = ({ courses }: LeagueRow): Course => courses[measure]
    const by = (row: LeagueRow): number => leagueBand(at(row), last)?.median ?? Number.NEGATIVE_INFINITY
    const rows = isWeight ? found : found.toSorted((one, two) => by(two) - by(one))
    const places = openPlaces(rows.map(row => leagueBand(at(row), last)))
    const cell = (row: LeagueRow, of: number): Cell => courseCell(at(row), of)
    return {
      title: say.title({ region: placeName(region), year: to }),
      blocks: [
        ...(counted('gains') + counted('loses') === 0 ? [text(say.noneSure({ to }))] : []),
        ...(['gains', 'loses'] as const).flatMap(one =>
          counted(one) === 0
            ? []
            : [text((one === 'gains' ? say.gain : say.lose)({ count: counted(one), list: named(one), to }))],
        ),
        {
          kind: 'table',
          id: measure === 'weight' ? 'weights' : measure,
          ...(isWeight ? {} : { title: leagueNames[measure] }),
          columns: [
            column('area', say.area().text, 'text'),
            ...years.map(of => column(`${measure}${of}`, year(of), of < from ? 'number' : 'band', show)),
            ...(isWeight
              ? [
                  column('against', say.against().text, 'band', { ...percent, digits: 2, signed: true }),
                  column('standing', say.standing().text, 'text'),
                ]
              : []),
            column('places', say.place().text, 'text'),
          ],
          rows: rows.map((row, place): Cell[] => {
            const own = isWeight ? row.places : places[place]
            return [
              name(row),
              ...years.map(of => cell(row, of)),
              ...(isWeight ? [spread(row.against), standings[row.standing]()] : []),
              own === undefined ? null : writtenPlaces(own),
            ]
          }),
        },
        note(isWeight ? say.weightsNote({ from, to }) : say.measureNote({ from, last })),
        ...(unexplained === undefined
          ? []
          : [
              note(say.assumed()),
              note(
                say.unexplained({
                  demand: percentIn(unexplained.demand),
                  year: unexplained.year,
                  technology: percentIn(unexplained.technology, 2),
                }),
              ),
            ]),
        expert({
          kind: 'table',
          id: 'others',
          title: say.others({ from, to }),
          columns: [
            column('area', say.area().text, 'text'),
            column('growth', say.growth().text, 'band', { ...percent, digits: 2 }),
            column('residents', joined([say.residents(), fromTo], { en: ', ', zh: '，' }), 'number', {
              digits: 1,
              scale: { en: 1, zh: 100 },
            }),
            column('residentsLast', year(to), 'range', { digits: 1, scale: { en: 1, zh: 100 } }),
            column('share65', say.share65().text, 'number', percent),
            column('share65Last', year(to), 'range', percent),
            column('debt', say.debt().text, 'number', { ...percent, digits: 0 }),
            column('debtLast', year(to), 'range', { ...percent, digits: 0 }),
            column('pensionGapLast', say.pensionGap().text, 'range', percent),
            column('unemploymentLast', say.unemployment().text, 'range', percent),
          ],
          rows: rows.map((row): Cell[] => [
            name(row),
            spread(row.growth),
            row.courses.residents.simulated[from]!.median,
            spread(row.courses.residents.simulated[to]!),
            row.courses.share65.simulated[from]!.median,
            spread(row.courses.share65.simulated[to]!),
            row.courses.debt.simulated[from]!.median,
            spread(row.courses.debt.simulated[to]!),
            spread(row.courses.pensionGap.simulated[to]!),
            spread(row.courses.unemployment.simulated[to]!),
          ]),
        }),
      ],
    }
  },
})
