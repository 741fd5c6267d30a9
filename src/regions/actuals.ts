/** Reads a user's figures of whole years after the start, checks them, and finds figures that contradict each other. */

import { csvFormat } from 'd3-dsv'
import { ln } from '../language/elementary.ts'
import type { Message } from '../language/messages.ts'
import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import { hashOf } from './hash.ts'
import { complainJump } from './parse.ts'
import { PackError, type PackProblem } from './problems.ts'
import { nearestFix, readRows, type Row } from './rows.ts'
import type { RegionData, SeriesPoint } from './types.ts'

const columns = ['series', 'area', 'year', 'value', 'unit', 'source']

/** What a program gives in place of a file: an object for each row. */
export type ActualRow = Readonly<Record<string, string | number>>

export interface Actuals {
  /** As given, then what follows from it: the deflator and the index of output. */
  readonly points: readonly SeriesPoint[]
  readonly given: number
  /** Given in place of another figure that the region holds. */
  readonly replaced: ReadonlyArray<readonly [point: SeriesPoint, before: number]>
  readonly conflicts: readonly Message[]
  /** The year that opens from the last of them. */
  readonly start: number
  /** The region with these figures among its series. */
  readonly region: RegionData
}

/** What its readers would call the file, whatever door it came through. */
const file = 'figures.csv'

const keyOf = ({ area, series, year }: Pick<SeriesPoint, 'area' | 'series' | 'year'>): string =>
  `${area} ${series} ${year}`

const plain = (word: string): string => word.toLowerCase().replace(/省$/, '')

/** The areas and the nation, by id and by name. */
const placesOf = ({ areas, areaNames, context }: RegionData): Map<string, string> =>
  new Map([
    [plain(context), context],
    ...areas.flatMap(id => [id, areaNames[id]!.en, areaNames[id]!.zh ?? id].map(word => [plain(word), id] as const)),
  ])

const readYear = (row: Row, start: number): number => {
  const text = row.fields['year'] ?? ''
  // A quarter, a half, a month: 2025Q1, 2025-06, 2025年1月, 2025.5.
  if (/^\d{4}\D.+/.test(text)) {
    row.complain('year', fault.partOfYear({ text }), fix.wholeYear())
    return Number.NaN
  }
  const year = row.year()
  if (year < start) row.complain('year', fault.beforeStart({ year, start }), fix.correctSeries())
  return year
}

interface Read extends SeriesPoint {
  readonly row: Row
}

const readPoint = (row: Row, region: RegionData, start: number, unitOf: ReadonlyMap<string, string>): Read => {
  const { series = '', area: word = '', unit = '', source = '', note } = row.fields
  const area = placesOf(region).get(plain(word))
  const known = [...region.areas, region.context]
  if (area === undefined)
    row.complain(
      'area',
      fault.unknownArea({ word }),
      nearestFix(word, known, fix.nameGivenArea({ areas: known.join(', ') })),
    )
  const [year, value] = [readYear(row, start), row.number('value')]
  const wanted = unitOf.get(series)
  if (wanted === undefined) row.unknownName('series', series, unitOf.keys(), fix.listSeries({ region: region.id }))
  else {
    row.checkUnit(series, wanted)
    row.checkValue(series, unit, value)
  }
  if (source === '') row.complain('source', fault.sourceMissing(), fix.writeSource())
  return { row, area: area ?? word, series, year, value, unit, source, evidence: 'secondary', note: note ?? '' }
}

/** The deflator and the index of output follow from output at current prices and its growth. */
const completed = (points: readonly SeriesPoint[], valueOf: (key: string) => number | undefined): SeriesPoint[] => {
  const known = new Map(points.map(point => [keyOf(point), point.value]))
  const find = (area: string, series: string, year: number): number =>
    known.get(keyOf({ area, series, year })) ?? valueOf(keyOf({ area, series, year })) ?? Number.NaN
  return points
    .filter(({ series }) => series === 'outputGrowth')
    .toSorted((a, b) => a.year - b.year)
    .flatMap(({ area, year, value: growth, ...origin }) => {
      const grown = find(area, 'nominalOutput', year) / find(area, 'nominalOutput', year - 1)
      const index = find(area, 'outputIndex', year - 1) * (1 + growth)
      return (
        [
          ['outputDeflatorGrowth', grown / (1 + growth) - 1, '1/year'],
          ['outputIndex', index, 'index'],
        ] as const
      ).flatMap(([series, value, unit]) => {
        if (!Number.isFinite(value) || Number.isFinite(find(area, series, year))) return []
        known.set(keyOf({ area, series, year }), value)
        return [{ ...origin, area, series, year, value, unit }]
      })
    })
}

/** Logarithmic points by which a part may move against its whole in a year before one of them is doubted. */
const mostApart = 0.15

const parts = [
  ['taxRevenue', 'ownRevenue'],
  ['primaryOutput', 'nominalOutput'],
  ['exportsAbroad', 'tradeTotal'],
] as const

/** Sums and products that hold for figures of one year, and how far apart, as a share, they may be. */
const identities = [
  ['homeSalesValue', 'homeSales*housePrice', (at: Find) => at('homeSales') * at('housePrice'), 0.03],
  [
    'nominalOutput',
    'nominalOutput × (1 + outputGrowth) × (1 + outputDeflatorGrowth)',
    (at: Find) => at('nominalOutput', -1) * (1 + at('outputGrowth')) * (1 + at('outputDeflatorGrowth')),
    0.005,
  ],
  [
    'outputIndex',
    'outputIndex × (1 + outputGrowth)',
    (at: Find) => at('outputIndex', -1) * (1 + at('outputGrowth')),
    0.003,
  ],
  [
    'residentsTotal',
    'residentsTotal + births - deaths + netMigration',
    (at: Find) => at('residentsTotal', -1) + at('births') - at('deaths') + at('netMigration'),
    0.003,
  ],
] as const

type Find = (series: string, years?: number) => number

const percent = (share: number): number => Math.round(1000 * share) / 10

/** Figures that cannot both be right, or not as one series. Without one of them nothing is said. */
const conflictsIn = (points: readonly SeriesPoint[], region: RegionData): Message[] => {
  const values = new Map(region.series.map(point => [keyOf(point), point.value]))
  const given = new Set(points.map(keyOf))
  const placed = [...new Map(points.map(point => [`${point.area} ${point.year}`, point])).values()]
  return placed.flatMap(({ area, year }): Message[] => {
    const at: Find = (series, years = 0) => values.get(keyOf({ area, series, year: year + years })) ?? Number.NaN
    const isGiven = (...names: readonly string[]): boolean =>
      names.some(series => given.has(keyOf({ area, series, year })))
    const where = { area, year }
    const apart = parts.flatMap(([part, whole]): Message[] => {
      if (!isGiven(part, whole)) return []
      if (at(part) > at(whole)) return [fault.aboveWhole({ ...where, part, whole, value: at(part), of: at(whole) })]
      const [moved, all] = [part, whole].map(series => ln(at(series) / at(series, -1))) as [number, number]
      return Math.abs(moved - all) > mostApart
        ? [
            fault.apart({
              ...where,
              part,
              whole,
              moved: percent(Math.exp(moved) - 1),
              all: percent(Math.exp(all) - 1),
            }),
          ]
        : []
    })
    const unequal = identities.flatMap(([series, rule, of, most]): Message[] => {
      if (!isGiven(series, ...(rule.match(/[a-z]\w*/gi) ?? []))) return []
      const [value, expected] = [at(series), of(at)]
      return Math.abs(value / expected - 1) > most
        ? [fault.unequal({ ...where, series, rule, value, expected: Number(expected.toPrecision(5)) })]
        : []
    })
    return [...apart, ...unequal]
  })
}

/** Figures of years from `from` on. Throws a PackError with every problem of them. */
export const readActuals = (given: string | readonly ActualRow[], region: RegionData, from: number): Actuals => {
  const problems: PackProblem[] = []
  const text = typeof given === 'string' ? given : csvFormat([...given], [...columns, 'note'])
  const unitOf = new Map(region.series.map(({ series, unit }) => [series, unit]))
  const rows = readRows({ file, text, sources: {}, problems }, columns, { optional: ['note'] })
  if (rows.length === 0 && problems.length === 0)
    problems.push({ file, message: fault.noFigures(), fix: fix.giveRows({ columns: columns.join(',') }) })
  const read = rows.map(row => readPoint(row, region, from, unitOf))
  const before = new Map(region.series.map(point => [keyOf(point), point]))
  const seen = new Map<string, SeriesPoint>()
  for (const { row, ...point } of read.toSorted((a, b) => a.year - b.year)) {
    const { area, series, year } = point
    const key = keyOf(point)
    if (seen.has(key)) row.complain('year', fault.yearTwice({ name: series, year }), fix.keepOne())
    const earlier = [...region.series, ...seen.values()].filter(
      one => one.area === area && one.series === series && one.year < year,
    )
    const last = earlier.toSorted((a, b) => a.year - b.year).at(-1)
    if (last !== undefined && Number.isFinite(point.value)) complainJump(last, point, row)
    seen.set(key, point)
  }
  if (problems.length > 0) throw new PackError(region.id, problems)
  const own = [...seen.values()]
  const points = [...own, ...completed(own, key => before.get(key)?.value)]
  const replaced = own.flatMap(point => {
    const known = before.get(keyOf(point))?.value
    return known === undefined || known === point.value ? [] : [[point, known] as const]
  })
  const keys = new Set(points.map(keyOf))
  const hash = hashOf([region.hash, JSON.stringify(points)])
  const all = { ...region, hash, series: [...region.series.filter(point => !keys.has(keyOf(point))), ...points] }
  const last = Math.max(...own.map(({ year }) => year))
  return { points, given: own.length, replaced, conflicts: conflictsIn(own, all), start: last + 1, region: all }
}
