/**
 * Debt as those who lend look at it: everything but the fans, from the central run, the stress tests and a test of lost
 * renewal. After the IMF's frameworks for market-access countries, for a province with its cities and counties.
 */

import type { SetInputs } from '../../engine/scenario.ts'
import type { Both } from '../../language/messages.ts'
import { packageStart } from '../../model/packages.ts'
import { readRun } from '../../engine/run/reader.ts'
import { type OpenRegion } from '../region/simulation.ts'
import { stressResults, type StressResult } from './stress.ts'
import {
  type BalanceSheet,
  balanceSheet,
  balanceVariables,
  type Contingent,
  contingentOf,
  contingentVariables,
} from './balance.ts'
import { debtDecomposition, type Decomposition, decompositionVariables, kindDecompositions } from './decomposition.ts'
import {
  type FinancingNeed,
  financingNeed,
  financingVariables,
  type MaturityProfile,
  maturityProfile,
  rolloverLines,
  type RolloverTest,
  rolloverTest,
  rolloverVariables,
} from './financing.ts'
import { type HeatMap, heatMap, heatVariables } from './heat-map.ts'
import { type LineTable, type DebtPlace, placeReader, debtPlaces, reportYears } from './lines.ts'
import { messages as debtMessages } from '../../texts/debt.ts'
import { pensionDebt, type PensionDebtReport, pensionVariables } from './pension-debt.ts'
import { type Realism, realismLines, realismVariables } from './realism.ts'
import type { BenchmarkSet } from './thresholds.ts'

export interface DebtOfPlace {
  readonly decomposition: Decomposition
  readonly kinds: readonly Decomposition[]
  readonly financing: FinancingNeed
  /** At the start, and at the end of the year before the last decade begins. */
  readonly profiles: readonly MaturityProfile[]
  readonly rollover: LineTable
  readonly balance: BalanceSheet
  readonly contingent: Contingent
  readonly heatMap: HeatMap
}

export interface DebtReport {
  readonly region: string
  readonly currency: string
  readonly years: readonly number[]
  readonly places: readonly DebtPlace[]
  /** By the id of a place. */
  readonly of: Readonly<Record<string, DebtOfPlace>>
  readonly stress: readonly StressResult[]
  readonly rolloverTest: RolloverTest
  /** Undefined where no back-test was kept; the remarks say so. */
  readonly realism: Realism | undefined
  readonly pensionDebt: PensionDebtReport
  readonly benchmarks: BenchmarkSet
  /** Omissions with their reasons, and assumptions. */
  readonly remarks: ReadonlyArray<Both<string>>
  /** Of all runs behind it, relative to output. */
  readonly largestResidual: number
}

export interface DebtQuestion extends SetInputs {
  /** Real, a year. */
  readonly discountRate: number
  readonly benchmarks: BenchmarkSet
}

/** Years of the heat map: five, as in the framework. */
const mapYears = 5

/** Year at whose end the profile of due dates is shown a second time. */
const laterProfile = 2030

export const debtReport = (open: OpenRegion, question: DebtQuestion): DebtReport => {
  const { policy, assumptions, discountRate, benchmarks } = question
  const { region, simulator } = open
  const places = debtPlaces(open)
  const years = reportYears(open)
  const record = [
    ...new Set([
      ...decompositionVariables(places),
      ...financingVariables(places),
      ...balanceVariables,
      ...contingentVariables,
      ...heatVariables,
      ...pensionVariables,
      ...realismVariables,
      ...rolloverVariables,
    ]),
  ]
  const run = simulator.run({ policy, assumptions, record, audit: true })
  const stress = stressResults(open, { policy, assumptions }, years)
  const lost = rolloverTest(open, { policy, assumptions }, run)
  const mapped = years.filter(year => year >= packageStart && year < packageStart + mapYears)
  const inMap = (one: StressResult): StressResult => ({
    ...one,
    places: Object.fromEntries(
      Object.entries(one.places).map(([place, values]) => [
        place,
        Object.fromEntries(
          Object.entries(values).map(([name, list]) => [name, list.filter((_, at) => mapped.includes(years[at]))]),
        ),
      ]),
    ),
  })
  const mapResults = stress.map(inMap)
  const ofPlace = (place: DebtPlace): DebtOfPlace => {
    const read = placeReader(run, place)
    return {
      decomposition: debtDecomposition(read, years),
      kinds: kindDecompositions(read, years),
      financing: financingNeed(read, years),
      profiles: [
        maturityProfile(run, place, 'start'),
        ...(years.includes(laterProfile) ? [maturityProfile(run, place, laterProfile)] : []),
      ],
      rollover: rolloverLines(read, years),
      balance: balanceSheet(read, years),
      contingent: contingentOf(read, years),
      heatMap: heatMap(run, read, place, {
        results: mapResults,
        years: mapped,
        nation: region.context,
        set: benchmarks,
      }),
    }
  }
  const { numbers } = readRun(run)
  const ever = (name: string): boolean => {
    const { at, size } = numbers(name)
    return run.times.some((_, step) =>
      Array.from({ length: size }, (__, area) => at(step, area)).some(one => one !== 0),
    )
  }
  const realism =
    region.modelError === undefined
      ? undefined
      : {
          errorsOf: region.modelErrorOf ?? region.id,
          lines: realismLines(
            region.modelError,
            Object.fromEntries(places.map(place => [place.id, placeReader(run, place)])),
          ),
        }
  const remarks = [
    debtMessages.dueDates(),
    ...(region.series.some(({ series }) => series === 'bondsMaturing') ? [debtMessages.dueDatesChecked()] : []),
    ...(ever('closing(vehicleDebt)') ? [] : [debtMessages.noVehicles()]),
    ...(ever('closing(provincialBonds)') ? [] : [debtMessages.noBonds()]),
    ...(realism === undefined ? [debtMessages.noBackTest()] : []),
    ...(stress.some(({ test }) => test?.id === 'growth') ? [] : [debtMessages.noGrowthTest()]),
  ].map(({ text }) => text)
  return {
    region: region.id,
    currency: region.currency,
    years,
    places,
    of: Object.fromEntries(places.map(place => [place.id, ofPlace(place)])),
    stress,
    rolloverTest: lost,
    realism,
    pensionDebt: pensionDebt(run, places, discountRate),
    benchmarks,
    remarks,
    largestResidual: Math.max(
      run.audit!.largestResidual,
      lost.largestResidual,
      ...stress.map(({ largestResidual }) => largestResidual),
    ),
  }
}
