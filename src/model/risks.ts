/**
 * Risks over an ensemble: future recessions, and whether the debt is sustainable (specification, sections 20.1 and
 * 20.3).
 */

import type { Outlook } from './measures.ts'
import { packageStart } from './packages.ts'

/** Variables that the risks of the whole region read. */
export const riskVariables: readonly string[] = [
  'regionOutput',
  'regionDebtToGdp',
  'regionComprehensiveDebtRatio',
  'regionArrearsToGdp',
  'regionEvergreening',
  'regionDebtStabilisingGap',
]

/** Risks in one simulation. */
export interface RiskReading {
  /** A start of two falling quarters in a row within so many quarters from the year of `risksFrom`. */
  readonly recessionWithin: Readonly<Record<4 | 8 | 20, boolean>>
  /** A four-quarter growth below 0, below -2 % and below 1 % in the five years from then. */
  readonly annualFall: boolean
  readonly deepFall: boolean
  readonly nearRecession: boolean
  /** Debt ratio higher at the end of the horizon than five years before. */
  readonly debtRising: boolean
  /** Bills unpaid beyond the standing of the start, or interest of vehicles capitalised, in the last five years. */
  readonly paymentStress: boolean
  /** First year in which debt exceeds 1.2 years of own and transferred resources. */
  readonly thresholdYear: number | undefined
  /** Primary balance that would hold the debt ratio less the actual one, of output, mean of the last five years. */
  readonly adjustmentNeeded: number
}

/** Debt over comprehensive resources above which Chinese practice speaks of an alert. */
const resourceThreshold = 1.2

/** The year from which recessions are counted: growth of it needs the year before in the run. */
export const risksFrom = (start: number): number => Math.max(packageStart, Math.floor(start) + 1)

export const readRisks = (outlook: Outlook, first: number, end: number): RiskReading => {
  const from = risksFrom(first)
  const output = outlook.steps('regionOutput', from - 1, Math.min(from + 5, end))
  const perYear = outlook.steps('regionOutput', from, from).length
  const falls = output.map((value, at) => at > 0 && value < output[at - 1]!)
  const starts = output.flatMap((_, at) =>
    at >= perYear && falls[at] === true && falls[at + 1] === true && falls[at - 1] !== true ? [at - perYear] : [],
  )
  const growth = output.flatMap((value, at) =>
    at >= perYear && at < 6 * perYear ? [value / output[at - perYear]! - 1] : [],
  )
  const late = outlook.steps('regionArrearsToGdp', end - 4, end)
  const standing = outlook.steps('regionArrearsToGdp', first, first)[0]!
  let thresholdYear: number | undefined
  for (let year = first; year <= end && thresholdYear === undefined; year++) {
    if (outlook.mean('regionComprehensiveDebtRatio', year) > resourceThreshold) thresholdYear = year
  }
  let gap = 0
  for (let year = end - 4; year <= end; year++) gap += outlook.mean('regionDebtStabilisingGap', year) / 5
  return {
    recessionWithin: {
      4: starts.some(at => at < perYear),
      8: starts.some(at => at < 2 * perYear),
      20: starts.some(at => at < 5 * perYear),
    },
    annualFall: growth.some(value => value < 0),
    deepFall: growth.some(value => value < -0.02),
    nearRecession: growth.some(value => value < 0.01),
    debtRising: outlook.last('regionDebtToGdp', end) > outlook.last('regionDebtToGdp', end - 5),
    paymentStress:
      late.some(value => value > 1.5 * standing) ||
      outlook.steps('regionEvergreening', end - 4, end).some(value => value > 0),
    thresholdYear,
    adjustmentNeeded: gap,
  }
}

/** Below a fifth of futures green, above a half red. */
type Light = 'green' | 'amber' | 'red'
const lightOf = (share: number): Light => (share < 0.2 ? 'green' : share > 0.5 ? 'red' : 'amber')

export interface RiskSummary {
  readonly recession: Readonly<
    Record<
      'within4Quarters' | 'within8Quarters' | 'within20Quarters' | 'annualFall' | 'deepFall' | 'nearRecession',
      number
    >
  >
  readonly debt: {
    readonly rising: { readonly share: number; readonly light: Light }
    readonly paymentStress: { readonly share: number; readonly light: Light }
    readonly aboveThreshold: { readonly share: number; readonly light: Light; readonly medianYear: number | undefined }
    /** Median, of output. */
    readonly adjustmentNeeded: number
  }
}

const middle = (values: readonly number[]): number | undefined =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]

export const summariseRisks = (readings: readonly RiskReading[]): RiskSummary => {
  const share = (test: (reading: RiskReading) => boolean): number => readings.filter(test).length / readings.length
  const lit = (value: number): { share: number; light: Light } => ({ share: value, light: lightOf(value) })
  return {
    recession: {
      within4Quarters: share(reading => reading.recessionWithin[4]),
      within8Quarters: share(reading => reading.recessionWithin[8]),
      within20Quarters: share(reading => reading.recessionWithin[20]),
      annualFall: share(reading => reading.annualFall),
      deepFall: share(reading => reading.deepFall),
      nearRecession: share(reading => reading.nearRecession),
    },
    debt: {
      rising: lit(share(reading => reading.debtRising)),
      paymentStress: lit(share(reading => reading.paymentStress)),
      aboveThreshold: {
        ...lit(share(reading => reading.thresholdYear !== undefined)),
        medianYear: middle(
          readings.flatMap(({ thresholdYear }) => (thresholdYear === undefined ? [] : [thresholdYear])),
        ),
      },
      adjustmentNeeded: middle(readings.map(({ adjustmentNeeded }) => adjustmentNeeded)) ?? 0,
    },
  }
}
