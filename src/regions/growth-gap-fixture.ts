/** Derives how far the provinces have grown behind the nation, and what producer prices explain of it, for growthGap. */

import { csvParse } from 'd3-dsv'
import { ln } from '../language/elementary.ts'
import type { ReadText } from './types.ts'

const areas = ['CN-LN', 'CN-JL', 'CN-HL'] as const

type Years = ReadonlyMap<number, number>

const yearsIn = (text: string, column: 'series' | 'name', name: string): Years =>
  new Map(csvParse(text).flatMap(row => (row[column] === name ? [[Number(row['year']), Number(row['value'])]] : [])))

const growthOf = (levels: Years): Map<number, number> =>
  new Map(
    [...levels].flatMap(([year, value]) => {
      const before = levels.get(year - 1)
      return before === undefined ? [] : [[year, ln(value / before)]]
    }),
  )

/** Yearly growth (log) of an area less that of the nation, in total and per head. */
const growthGaps = (read: ReadText, area: string) => {
  const history = read('CN/history.csv')!
  const nation = yearsIn(history, 'name', 'nationalGrowth')
  const nationPeople = growthOf(yearsIn(history, 'name', 'nationalResidents'))
  const series = read(`${area}/series.csv`)!
  const output = growthOf(yearsIn(series, 'series', 'outputIndex'))
  const people = growthOf(yearsIn(series, 'series', 'residentsTotal'))
  const total = new Map<number, number>()
  const perHead = new Map<number, number>()
  for (const [year, growth] of output) {
    const national = nation.get(year)
    if (national === undefined) continue
    const gap = growth - ln(1 + national)
    total.set(year, gap)
    const [own, others] = [people.get(year), nationPeople.get(year)]
    if (own !== undefined && others !== undefined) perHead.set(year, gap - own + others)
  }
  return { total, perHead }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Mean of the years from `from` to `to` that are known. */
const meanGap = (gaps: Years, from: number, to: number): number =>
  mean([...gaps].filter(([year]) => year >= from && year <= to).map(([, gap]) => gap))

interface Point {
  readonly gap: number
  readonly before: number
  readonly prices: number
}

/** Response of the gap to producer prices of the year before, with the gap of the year before and a constant by area. */
const gapOnProducerPrices = (read: ReadText, from: number, to: number) => {
  const producer = yearsIn(read('CN/history.csv')!, 'name', 'nationalProducerPriceGrowth')
  const points = areas.flatMap(area => {
    const { total } = growthGaps(read, area)
    const own = [...total]
      .filter(([year]) => year >= from && year <= to)
      .map(([year, gap]): Point => ({ gap, before: total.get(year - 1)!, prices: producer.get(year - 1)! }))
    const centre = (pick: (point: Point) => number): number => mean(own.map(pick))
    const [gap0, before0, prices0] = [centre(one => one.gap), centre(one => one.before), centre(one => one.prices)]
    return own.map(({ gap, before, prices }) => ({
      gap: gap - gap0,
      before: before - before0,
      prices: prices - prices0,
    }))
  })
  const moment = (one: keyof Point, other: keyof Point): number =>
    points.reduce((sum, point) => sum + point[one] * point[other], 0)
  const [bb, pp, bp] = [moment('before', 'before'), moment('prices', 'prices'), moment('before', 'prices')]
  const [by, py] = [moment('before', 'gap'), moment('prices', 'gap')]
  const determinant = bb * pp - bp * bp
  const persistence = (pp * by - bp * py) / determinant
  const slope = (bb * py - bp * by) / determinant
  const left = points.reduce((sum, one) => sum + (one.gap - persistence * one.before - slope * one.prices) ** 2, 0)
  const error = Math.sqrt(((left / (points.length - areas.length - 2)) * bb) / determinant)
  return { slope, error, persistence, points: points.length }
}

/** The numbers that the model quotes, in points a year, a line each. */
export const growthGapLines = (read: ReadText): string[] => {
  const points = (value: number): string => (100 * value).toFixed(2)
  const lines = areas.flatMap(area => {
    const { total, perHead } = growthGaps(read, area)
    return [
      [2006, 2018],
      [2006, 2024],
      [2017, 2024],
    ].map(
      ([from, to]) =>
        `${area} ${from}-${to}: total ${points(meanGap(total, from!, to!))}, per head ${points(meanGap(perHead, from!, to!))}`,
    )
  })
  const prices = [2002, 2009].map(from => {
    const { slope, error, persistence, points: number } = gapOnProducerPrices(read, from, 2023)
    return (
      `gap on producer prices of the year before, ${from}-2023: ${slope.toFixed(3)} (${error.toFixed(3)}), ` +
      `on itself ${persistence.toFixed(2)}, n = ${number}`
    )
  })
  return [...lines, ...prices]
}
