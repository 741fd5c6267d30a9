/**
 * Estimates how long net movement lasts: by how much the mean of the years after a date follows that of the years before
 * it, in all provinces (regions/CN/provinces.csv). Run with `node tools/derivations/movement.ts`.
 *
 * Net movement of a year is the change of residents less natural growth, over the people. Residents are of two vintages:
 * those revised to the census of 2020 (years to 2020; surveys since) and those that yearly surveys gave before it (2010
 * to 2019). Sources, in sources.csv: nbs-provincial-annual-export-2011-2020-revised and -2024-vintage for residents,
 * nbs-provincial-annual-export-before-census-revision as first published, nbs-provincial-export-april-2026 for natural
 * growth. Slopes go through zero: a constant adds nothing. Errors allow for what the years of a province share.
 */

import { allProvinces, mean } from './derivation.ts'

type Vintage = 'residents' | 'residentsFirstPublished'
type Years = readonly [first: number, last: number]

interface Window {
  readonly before: readonly [Vintage, Years]
  readonly after: readonly [Vintage, Years]
}

const figures = new Map(allProvinces().map(row => [`${row['province']} ${row['year']}`, row]))
const all = [...new Set(allProvinces().map(row => row['province']!))]
const northeast = ['Liaoning', 'Jilin', 'Heilongjiang']
/** Two cities that capped their residents, one whose totals were restated, and the epidemic of 2020. */
const special = ['Beijing', 'Shanghai', 'Tianjin', 'Hubei']

const without = (left: readonly string[]): string[] => all.filter(province => !left.includes(province))

export const provinceGroups = {
  all,
  'without the three': without(northeast),
  'nor the four special': without([...northeast, ...special]),
  'the three alone': northeast,
}

/** Net movement of a year, % of the people. */
const moved = (province: string, year: number, vintage: Vintage): number => {
  const [before, row] = [year - 1, year].map(one => figures.get(`${province} ${one}`))
  const [opened, ended] = [before, row].map(one => Number(one?.[vintage] || Number.NaN))
  return (200 * (ended - opened)) / (opened + ended) - Number(row?.['naturalGrowth'] || Number.NaN) / 10
}

const meanOf = (province: string, [vintage, [first, last]]: Window['before']): number =>
  mean(Array.from({ length: last - first + 1 }, (_, later) => moved(province, first + later, vintage)))

const rolling = (vintage: Vintage, first: number, last: number): Window[] =>
  Array.from({ length: last - first + 1 }, (_, later) => first + later).map(date => ({
    before: [vintage, [date - 2, date]],
    after: [vintage, [date + 1, date + 4]],
  }))

export const movementWindows: Readonly<Record<string, readonly Window[]>> = {
  'revised to the census, dates 2013 to 2016': rolling('residents', 2013, 2016),
  'revised to the census, years to 2018': rolling('residents', 2013, 2014),
  'surveys, dates 2013 to 2015': rolling('residentsFirstPublished', 2013, 2015),
  'surveys, years to 2018': rolling('residentsFirstPublished', 2013, 2014),
  'surveys of 2017-19 to those of 2021-24': [
    { before: ['residentsFirstPublished', [2017, 2019]], after: ['residents', [2021, 2024]] },
  ],
  'surveys of 2021-22 to those of 2023-24': [
    { before: ['residents', [2021, 2022]], after: ['residents', [2023, 2024]] },
  ],
  'revised 2018-20 to surveys of 2021-24': [
    { before: ['residents', [2018, 2020]], after: ['residents', [2021, 2024]] },
  ],
  'revised 2011-20 to surveys of 2021-24': [
    { before: ['residents', [2011, 2020]], after: ['residents', [2021, 2024]] },
  ],
  'revised 2011-19 to surveys of the same years': [
    { before: ['residents', [2011, 2019]], after: ['residentsFirstPublished', [2011, 2019]] },
  ],
}

/** Slope through zero with its standard error by province; `which` chooses among provinces that lost or gained before. */
export const carriedOn = (
  areas: readonly string[],
  over: readonly Window[],
  which: (before: number) => boolean = () => true,
): { slope: number; error: number; points: number } => {
  const points = areas.flatMap(area =>
    over
      .map(({ before, after }) => ({ area, x: meanOf(area, before), y: meanOf(area, after) }))
      .filter(({ x }) => which(x)),
  )
  const sum = (of: (point: (typeof points)[number]) => number, from = points): number =>
    from.reduce((total, point) => total + of(point), 0)
  const squares = sum(({ x }) => x * x)
  const slope = sum(({ x, y }) => x * y) / squares
  const shared = areas.map(area =>
    sum(
      ({ x, y }) => x * (y - slope * x),
      points.filter(point => point.area === area),
    ),
  )
  const clusters = new Set(points.map(({ area }) => area)).size
  const variance = (shared.reduce((total, one) => total + one * one, 0) * clusters) / (clusters - 1)
  return { slope, error: Math.sqrt(variance) / squares, points: points.length }
}

if (import.meta.main) {
  const row = (label: string, over: readonly Window[], which?: (before: number) => boolean): void => {
    const shown = Object.entries(provinceGroups).flatMap(([group, areas]) => {
      const { slope, error, points } = carriedOn(areas, over, which)
      return points === 0 ? [] : [`${group} ${slope.toFixed(2)} (${error.toFixed(2)}; n ${points})`]
    })
    process.stdout.write(`${label}: ${shown.join(', ')}\n`)
  }
  for (const [label, over] of Object.entries(movementWindows)) row(label, over)
  const [label, over] = Object.entries(movementWindows)[0]!
  row(`${label}, lost people before`, over, x => x < 0)
  row(`${label}, gained`, over, x => x > 0)
}
