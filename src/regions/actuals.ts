/** Reads a user's figures since the start, of whole years and of parts of one, checks them, and finds what contradicts. */

import { csvFormat } from 'd3-dsv'
import { ln } from '../language/elementary.ts'
import { midQuarter } from '../language/quarters.ts'
import type { Message } from '../language/messages.ts'
import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import { hashOf } from './hash.ts'
import { complainJump } from './parse.ts'
import { PackError, type PackProblem } from './problems.ts'
import { nearestFix, readRows, type Row } from './rows.ts'
import type { PartOfYear, RegionData, SeriesPoint } from './types.ts'

const columns = ['series', 'area', 'year', 'value', 'unit', 'source']

/** Rows from a program, in place of a file: an object each. */
export type ActualRow = Readonly<Record<string, string | number>>

/** The name of the file in messages, whatever door it came through. */
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

/** The quarters of '2026Q1', '2026H1' or '2026Q1-Q3', by the time in their middle. */
const quartersIn = (text: string): number[] => {
  const [, year, quarter, half, last] = /^(\d{4})(?:Q([1-4])|H([12])|Q1-Q([2-4]))$/i.exec(text.trim()) ?? []
  if (year === undefined) return []
  const [from, to] =
    quarter !== undefined
      ? [Number(quarter), Number(quarter)]
      : half !== undefined
        ? [2 * Number(half) - 1, 2 * Number(half)]
        : [1, Number(last)]
  return Array.from({ length: to - from + 1 }, (_, at) => midQuarter(Number(year), from + at))
}

/** Growth on the same part of the year before: levels of parts of a year have seasons, which the model has not. */
const readPart = (row: Row, region: RegionData, unitOf: ReadonlyMap<string, string>): PartOfYear => {
  const { series = '', area: word = '', year = '', unit = '', source = '' } = row.fields
  const area = placesOf(region).get(plain(word))
  if (area === undefined || area === region.context)
    row.complain('area', fault.unknownArea({ word }), fix.nameGivenArea({ areas: region.areas.join(', ') }))
  if (!unitOf.has(series)) row.unknownName('series', series, unitOf.keys(), fix.listSeries({ region: region.id }))
  const growth = row.number('value')
  if (unit !== '1/year' || !(Math.abs(growth) < 1))
    row.complain('unit', fault.partOfYear({ text: year }), fix.partGrowth())
  if (source === '') row.complain('source', fault.sourceMissing(), fix.writeSource())
  return { area: area ?? word, series, quarters: quartersIn(year), growth, source }
}

const readYear = (row: Row, start: number): number => {
  const text = row.fields['year'] ?? ''
  // A month, a season: 2025-06, 2025年1月, 2025.5.
  if (/^\d{4}\D.+/.test(text)) {
    row.complain('year', fault.partOfYear({ text }), fix.wholeYear())
    return Number.NaN
  }
  const year = row.year()
  if (year < start) row.complain('year', fault.beforeStart({ year, start }), fix.correctSeries())
  return year
}

const readPoint = (row: Row, region: RegionData, start: number, unitOf: ReadonlyMap<string, string>): SeriesPoint => {
  const { series = '', area: word = '', unit = '', source = '', note = '' } = row.fields
  const area = placesOf(region).get(plain(word))
  const known = [...region.areas, region.context]
  const nameArea = fix.nameGivenArea({ areas: known.join(', ') })
  if (area === undefined) row.complain('area', fault.unknownArea({ word }), nearestFix(word, known, nameArea))
  const [year, value] = [readYear(row, start), row.number('value')]
  const wanted = unitOf.get(series)
  if (wanted === undefined) row.unknownName('series', series, unitOf.keys(), fix.listSeries({ region: region.id }))
  else {
    row.checkUnit(series, wanted)
    row.checkValue(series, unit, value)
  }
  if (source === '') row.complain('source', fault.sourceMissing(), fix.writeSource())
  return { area: area ?? word, series, year, value, unit, source, evidence: 'secondary', note }
}

type Find = (series: string, years?: number) => number

/** Figures of an area in a year, or so many years after it; NaN where there is none. */
const findIn =
  (values: ReadonlyMap<string, number>, { area, year }: Pick<SeriesPoint, 'area' | 'year'>): Find =>
  (series, years = 0) =>
    values.get(keyOf({ area, series, year: year + years })) ?? Number.NaN

const derivations = [
  [
    'outputDeflatorGrowth',
    '1/year',
    (at: Find) => at('nominalOutput') / at('nominalOutput', -1) / (1 + at('outputGrowth')) - 1,
  ],
  ['outputIndex', 'index', (at: Find) => at('outputIndex', -1) * (1 + at('outputGrowth'))],
] as const

/** The deflator and the index of output follow from output at current prices and its growth; `values` take them in. */
const completed = (points: readonly SeriesPoint[], values: Map<string, number>): SeriesPoint[] =>
  points
    .filter(({ series }) => series === 'outputGrowth')
    .flatMap(point => {
      const at = findIn(values, point)
      return derivations.flatMap(([series, unit, of]) => {
        const value = of(at)
        if (!Number.isFinite(value) || Number.isFinite(at(series))) return []
        values.set(keyOf({ ...point, series }), value)
        return [{ ...point, series, value, unit }]
      })
    })

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
  ['outputIndex', 'outputIndex × (1 + outputGrowth)', derivations[1][2], 0.003],
  [
    'residentsTotal',
    'residentsTotal + births - deaths + netMigration',
    (at: Find) => at('residentsTotal', -1) + at('births') - at('deaths') + at('netMigration'),
    0.003,
  ],
] as const

const percent = (share: number): number => Math.round(1000 * share) / 10

/** Figures that cannot both be right, or not as one series. Without one of them nothing is said. */
const conflictsIn = (points: readonly SeriesPoint[], values: ReadonlyMap<string, number>): Message[] => {
  const given = new Set(points.map(keyOf))
  const placed = [...new Map(points.map(point => [`${point.area} ${point.year}`, point])).values()]
  return placed.flatMap(({ area, year }): Message[] => {
    const where = { area, year }
    const at = findIn(values, where)
    const isGiven = (...names: readonly string[]): boolean =>
      names.some(series => given.has(keyOf({ ...where, series })))
    const apart = parts.flatMap(([part, whole]): Message[] => {
      if (!isGiven(part, whole)) return []
      const of = { ...where, part, whole }
      if (at(part) > at(whole)) return [fault.aboveWhole({ ...of, value: at(part), of: at(whole) })]
      const [moved, all] = [at(part) / at(part, -1), at(whole) / at(whole, -1)]
      const isApart = Math.abs(ln(moved / all)) > mostApart
      return isApart ? [fault.apart({ ...of, moved: percent(moved - 1), all: percent(all - 1) })] : []
    })
    const unequal = identities.flatMap(([series, rule, of, most]): Message[] => {
      if (!isGiven(series, ...(rule.match(/[a-z]\w*/gi) ?? []))) return []
      const [value, expected] = [at(series), of(at)]
      const isEqual = !(Math.abs(value / expected - 1) > most)
      return isEqual
        ? []
        : [fault.unequal({ ...where, series, rule, value, expected: Number(expected.toPrecision(5)) })]
    })
    return [...apart, ...unequal]
  })
}

/** Figures of years from `from` on. Throws a PackError with every problem of them. */
export const readActuals = (given: string | readonly ActualRow[], region: RegionData, from: number) => {
  const problems: PackProblem[] = []
  const text = typeof given === 'string' ? given : csvFormat([...given], [...columns, 'note'])
  const unitOf = new Map(region.series.map(({ series, unit }) => [series, unit]))
  const rows = readRows({ file, text, sources: {}, problems }, columns, { optional: ['note'] })
  if (rows.length === 0 && problems.length === 0)
    problems.push({ file, message: fault.noFigures(), fix: fix.giveRows({ columns: columns.join(',') }) })
  const isPart = (row: Row): boolean => quartersIn(row.fields['year'] ?? '').length > 0
  const partsOfYear = rows.filter(isPart).map(row => readPart(row, region, unitOf))
  const read = rows.filter(row => !isPart(row)).map(row => [readPoint(row, region, from, unitOf), row] as const)
  const before = Map.groupBy(region.series, ({ area, series }) => `${area} ${series}`)
  const own = new Map<string, SeriesPoint>()
  for (const [point, row] of read.toSorted(([a], [b]) => a.year - b.year)) {
    const { area, series, year, value } = point
    if (own.has(keyOf(point))) row.complain('year', fault.yearTwice({ name: series, year }), fix.keepOne())
    own.set(keyOf(point), point)
    const last = (before.get(`${area} ${series}`) ?? []).findLast(one => one.year < year)
    if (last !== undefined && Number.isFinite(value)) complainJump(last, point, row)
  }
  if (problems.length > 0) throw new PackError(region.id, problems)
  const held = new Map(region.series.map(point => [keyOf(point), point.value]))
  const values = new Map([...held, ...[...own].map(([key, { value }]) => [key, value] as const)])
  const points = [...own.values(), ...completed([...own.values()], values)]
  const keys = new Set(points.map(keyOf))
  const series = [...region.series.filter(point => !keys.has(keyOf(point))), ...points]
  return {
    /** As given, then what follows from it: the deflator and the index of output. */
    points,
    given: own.size,
    /** Given in place of another figure that the region holds. */
    replaced: [...own].flatMap(([key, point]) => {
      const known = held.get(key) ?? point.value
      return known === point.value ? [] : [[point, known] as const]
    }),
    conflicts: conflictsIn([...own.values()], values),
    /** The year that opens from the last of them. */
    start: points.length === 0 ? from : Math.max(...points.map(({ year }) => year)) + 1,
    /** The region with these figures among its series. */
    region: {
      ...region,
      series,
      ...(partsOfYear.length === 0 ? {} : { parts: partsOfYear }),
      hash: hashOf([region.hash, JSON.stringify([...points, ...partsOfYear])]),
    },
  }
}
