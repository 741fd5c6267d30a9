/**
 * The heat map of the IMF's framework for market-access countries: debt and the gross financing need under each stress
 * test against their benchmarks, and the profile of debt against early-warning benchmarks. As there, a reading is high
 * where the baseline exceeds the benchmark, moderate where only the test does, low where neither does.
 */

import type { Run } from '../../engine/run.ts'
import type { Both } from '../../language/messages.ts'
import type { StressResult } from './stress.ts'
import { maturityProfile } from './financing.ts'
import { type DebtPlace, type PlaceReader, words } from './lines.ts'
import {
  bandOfRatio,
  type BenchmarkSet,
  benchmarksOf,
  ministryBands,
  profileBenchmarks,
  type Risk,
  type DebtSource,
} from './thresholds.ts'

export interface HeatCell {
  readonly id: string
  readonly names: Both<string>
  /** Null where there is no figure; the note says why. */
  readonly risk: Risk | null
  /** Largest in the years of the map; null where there is no figure. */
  readonly value: number | null
  readonly note?: Both<string>
}

export interface HeatRow {
  readonly id: string
  readonly names: Both<string>
  /** Readings are compared with these, in the unit of the values. */
  readonly benchmarks: readonly number[]
  readonly source: DebtSource
  readonly cells: readonly HeatCell[]
}

export interface HeatMap {
  readonly from: number
  readonly to: number
  readonly rows: readonly HeatRow[]
}

const peak = (values: readonly number[]): number => Math.max(...values)

/** Rows whose columns are the baseline and the stress tests. */
const stressRows = (results: readonly StressResult[], place: string, nation: string, set: BenchmarkSet): HeatRow[] => {
  const [baseline] = results
  const cells = (name: string, riskOf: (value: number, atBaseline: number) => Risk): HeatCell[] => {
    const atBaseline = peak(baseline.places[place][name])
    return results.map(({ test, places }) => {
      const value = peak(places[place][name])
      return {
        id: test?.id ?? 'baseline',
        names: test?.short ?? words.baseline,
        risk: riskOf(value, atBaseline),
        value,
      }
    })
  }
  return [
    ...benchmarksOf(set).map(
      ({ id, names, value: benchmark, source }): HeatRow => ({
        id,
        names,
        benchmarks: [benchmark],
        source,
        cells: cells(id, (value, atBaseline) =>
          atBaseline > benchmark ? 'high' : value > benchmark ? 'moderate' : 'low',
        ),
      }),
    ),
    ...(nation === ministryBands.nation
      ? [
          {
            id: 'comprehensiveDebtRatio',
            names: words.ofResources,
            benchmarks: ministryBands.bands.slice(1).map(({ from }) => from),
            source: ministryBands.source,
            cells: cells('comprehensiveDebtRatio', value => bandOfRatio(value).risk),
          },
        ]
      : []),
  ]
}

const between = (value: number, { low, high }: { readonly low: number; readonly high: number }): Risk =>
  value > high ? 'high' : value > low ? 'moderate' : 'low'

/** The row of the debt profile, in the columns that the framework has for it. */
const profileRow = (
  run: Run,
  read: PlaceReader,
  place: DebtPlace,
  years: readonly number[],
  set: BenchmarkSet,
): HeatRow => {
  const [spread, shortTerm] = profileBenchmarks[set]
  const hasVehicles = read.sum('vehicleDebt', read.stepsOf(years[0])[0]) > 0
  const spreads = (): number[] =>
    years.map(year =>
      read.yearly(year, step => {
        const dearer = read.sumOf(step, own => own('vehicleDebt') * (own('vehicleRateNew') - own('bondRateNew')))
        return dearer / read.sum('vehicleDebt', step)
      }),
    )
  const due = [years[0] - 1, ...years].map(year => maturityProfile(run, place, year < read.firstYear ? 'start' : year))
  const rises = due.slice(1).map(({ withinYear }, at) => withinYear - due[at].withinYear)
  const cell = (id: keyof typeof words.profile, values: readonly number[], bounds: Parameters<typeof between>[1]) => ({
    id,
    names: words.profile[id],
    risk: between(peak(values), bounds),
    value: peak(values),
  })
  const noFigure = (id: keyof typeof words.noFigure): HeatCell => ({
    id,
    names: words.profile[id],
    risk: null,
    value: null,
    note: words.noFigure[id],
  })
  return {
    id: 'profile',
    names: words.tables.profile,
    benchmarks: [],
    source: benchmarksOf(set)[0].source,
    cells: [
      hasVehicles ? cell('spread', spreads(), spread) : noFigure('spread'),
      cell('shortTerm', rises, shortTerm),
      noFigure('external'),
      noFigure('holders'),
    ],
  }
}

export const heatMap = (
  run: Run,
  read: PlaceReader,
  place: DebtPlace,
  {
    results,
    years,
    nation,
    set,
  }: {
    readonly results: readonly StressResult[]
    readonly years: readonly number[]
    readonly nation: string
    readonly set: BenchmarkSet
  },
): HeatMap => ({
  from: years[0],
  to: years.at(-1)!,
  rows: [...stressRows(results, place.id, nation, set), profileRow(run, read, place, years, set)],
})

export const heatVariables: readonly string[] = ['vehicleRateNew', 'bondRateNew', 'vehicleDebt']
