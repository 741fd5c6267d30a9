/** Historical data of an indicator, for the part of a chart before the model starts. */

import type { RegionData } from '../../regions/types.ts'
import { indicatorOf } from '../../outcomes/catalogue.ts'

/** A series of the open area in a year; NaN where there is no figure. */
type Value = (series: string, year: number) => number

interface Measure {
  /** Of an area in a year, from its series: all areas are the sum of these over that of `over`, which is 1 by default. */
  readonly of: (value: Value, year: number, priceYear: number) => number
  readonly over?: (value: Value, year: number) => number
  /** A level at the close of the year; else of the whole year. */
  readonly close: boolean
}

/** Residents at the close of a year and of the one before, halved, as national accounts take them. */
const residents = (value: Value, year: number): number =>
  (value('residentsTotal', year - 1) + value('residentsTotal', year)) / 2

const measures: Readonly<Record<string, Measure>> = {
  population: { of: (value, year) => value('residentsTotal', year), close: true },
  share65: {
    of: (value, year) => value('share65', year) * value('residentsTotal', year),
    over: (value, year) => value('residentsTotal', year),
    close: true,
  },
  growth: {
    of: (value, year) => value('outputGrowth', year) * value('nominalOutput', year - 1),
    over: (value, year) => value('nominalOutput', year - 1),
    close: false,
  },
  outputPerHead: {
    of: (value, year, priceYear) =>
      (value('nominalOutput', priceYear) * value('outputIndex', year)) / value('outputIndex', priceYear),
    over: residents,
    close: false,
  },
  // Arrears, a small part of what the model counts, are in no series.
  debtToGdp: {
    of: (value, year) => value('provincialBonds', year) + value('vehicleDebt', year),
    over: (value, year) => value('nominalOutput', year),
    close: true,
  },
  contributorsPerPensioner: {
    of: (value, year) => value('contributors', year),
    over: (value, year) => value('pensioners', year),
    close: true,
  },
}

/** Calendar time at which the model's line begins: growth has none in the first year. */
export const lineStart = (id: string, start: number): number =>
  indicatorOf(id).reading === 'growth' ? start + 1 : start

/** By calendar time; in the unit of the model. */
export type MeasuredPath = ReadonlyArray<readonly [time: number, value: number]>

/** By indicator, the years in which all areas have a figure; without those of which nothing was measured. */
export const measuredPaths = ({
  series,
  areas,
  start,
}: Pick<RegionData, 'series' | 'areas' | 'start'>): Readonly<Record<string, MeasuredPath>> => {
  const values = new Map(series.map(point => [`${point.series} ${point.area} ${point.year}`, point.value]))
  const first = series.reduce((least, { year }) => Math.min(least, year), start)
  const paths = Object.entries(measures).map(([id, { of, over, close }]) => {
    const path: (readonly [number, number])[] = []
    for (let year = first; year + (close ? 1 : 0.5) <= lineStart(id, start); year++) {
      let sum = 0
      let whole = 0
      for (const area of areas) {
        const value: Value = (name, when) => values.get(`${name} ${area} ${when}`) ?? Number.NaN
        sum += of(value, year, start - 1)
        whole += over?.(value, year) ?? 1 / areas.length
      }
      // A level at the close of a year stands at its end.
      if (Number.isFinite(sum / whole)) path.push([close ? year + 1 : year + 0.5, sum / whole])
    }
    return [id, path] as const
  })
  return Object.fromEntries(paths.filter(([, path]) => path.length > 1))
}
