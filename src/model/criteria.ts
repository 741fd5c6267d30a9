/** The criteria C1–C8 and the classes of simulations: when a region counts as revived (specification, section 20.2). */

import { pow } from '../language/elementary.ts'

/** A run seen by year; `where` is 'region' or the number of an area. */
export interface Outlook {
  /** Mean of the year's steps. */
  mean(name: string, year: number): number
  /** Value of the year's last step. */
  last(name: string, year: number): number
  /** All steps of the years, both included. */
  steps(name: string, from: number, to: number): number[]
}

export const windowFrom = 2033
export const windowTo = 2037

/** Variables a verdict reads; the second name is the area's. */
const measures = {
  output: ['regionOutput', 'output'],
  outputPerHead: ['regionOutputPerHead', 'outputPerHead'],
  debtToGdp: ['regionDebtToGdp', 'debtToGdp'],
  interestBurden: ['regionInterestBurden', 'interestBurden'],
  ownCoverage: ['regionPensionOwnCoverage', 'pensionOwnCoverage'],
  reserveMonths: ['regionReserveMonths', 'reserveMonths'],
  pensionSupport: ['regionPensionSupportToGdp', 'pensionSupportToGdp'],
  unemployment: ['regionUnemployment', 'unemploymentRate'],
  employmentRate: ['regionEmploymentRate', 'employmentRate'],
  youthMigration: ['regionYouthMigrationRate', 'youthMigrationRate'],
  consumptionShare: ['regionConsumptionToGdp', 'consumptionToGdp'],
  retailToBeijing: ['regionRetailToBeijing', 'retailToBeijing'],
  retailToSouthEast: ['regionRetailToSouthEast', 'retailToSouthEast'],
  fineDust: ['regionFineDust', 'fineDust'],
  primaryOutput: ['regionPrimaryOutput', 'primaryOutput'],
} as const

export type Measure = keyof typeof measures
export type Scope = 'region' | 'area'

const measureName = (measure: Measure, scope: Scope): string => measures[measure][scope === 'region' ? 0 : 1]

export const verdictVariables = (scope: Scope): string[] => [
  ...Object.keys(measures).map(measure => measureName(measure as Measure, scope)),
  'nationalGrowthRate',
]

/** Values of the year before the start, against which C6 and C8 are held. */
export interface Benchmarks {
  readonly consumptionShare: number
  readonly retailToBeijing: number
  readonly retailToSouthEast: number
  readonly primaryOutput: number
}

export interface Criterion {
  readonly id: string
  readonly name: string
  readonly threshold: string
  /** Undefined for C7, which belongs to the ensemble. */
  readonly met?: (read: Reading) => boolean
}

interface Reading {
  readonly mean: (measure: Measure, year: number) => number
  readonly last: (measure: Measure, year: number) => number
  /** Mean over the window. */
  readonly average: (measure: Measure) => number
  readonly nationalGrowth: number
  readonly before: Benchmarks
}

const yearlyGrowth = (from: number, to: number, years: number): number => pow(to / from, 1 / years) - 1

export const criteria: readonly Criterion[] = [
  {
    id: 'C1',
    name: 'Growth',
    threshold: 'growth per head at least 0.35 points above the nation, total growth at least 1.5 % a year, 2032–37',
    met: ({ mean, nationalGrowth }) =>
      yearlyGrowth(mean('outputPerHead', 2032), mean('outputPerHead', 2037), 5) >= nationalGrowth + 0.0035 &&
      yearlyGrowth(mean('output', 2032), mean('output', 2037), 5) >= 0.015,
  },
  {
    id: 'C2',
    name: 'Debt',
    threshold: 'debt ratio at the end of 2037 not above that of 2032; interest at most 12 % of fiscal resources',
    met: ({ last, average }) => last('debtToGdp', 2037) <= last('debtToGdp', 2032) && average('interestBurden') <= 0.12,
  },
  {
    id: 'C3',
    name: 'Pensions',
    threshold:
      'own coverage falls by at most 1 point a year; reserve of at least 2.5 months; gap met by budgets at most ' +
      '1.5 points of output above 2025',
    met: ({ mean, average }) =>
      (mean('ownCoverage', 2037) - mean('ownCoverage', 2032)) / 5 >= -0.01 &&
      average('reserveMonths') >= 2.5 &&
      average('pensionSupport') - mean('pensionSupport', 2025) <= 0.015,
  },
  {
    id: 'C4',
    name: 'Jobs',
    threshold: 'unemployment at most 5.5 %; employment rate of ages 20–59 falls by at most 0.2 points, 2033–37',
    met: ({ mean, average }) =>
      average('unemployment') <= 0.055 && mean('employmentRate', 2037) >= mean('employmentRate', 2033) - 0.002,
  },
  {
    id: 'C5',
    name: 'Young people',
    threshold: 'net migration of ages 20–39 at least −0.3 % of the age group a year',
    met: ({ average }) => average('youthMigration') >= -0.003,
  },
  {
    id: 'C6',
    name: 'Households',
    threshold:
      'consumption share at least 3 points above 2023; retail sales per person up 5 points relative to Beijing and ' +
      '7.5 relative to the south-east',
    met: ({ mean, before }) =>
      mean('consumptionShare', 2037) >= before.consumptionShare + 0.03 &&
      mean('retailToBeijing', 2037) >= before.retailToBeijing + 0.05 &&
      mean('retailToSouthEast', 2037) >= before.retailToSouthEast + 0.075,
  },
  {
    id: 'C7',
    name: 'Resilience',
    threshold: 'output falls in two consecutive quarters of 2036–37 in at most 15 % of simulations',
  },
  {
    id: 'C8',
    name: 'Air and grain',
    threshold: 'fine dust (PM2.5) at most 30 µg/m³; primary output not below 2023',
    met: ({ mean, before }) => mean('fineDust', 2037) <= 30 && mean('primaryOutput', 2037) >= before.primaryOutput,
  },
]

/** What one future shows before the ensemble is known. */
export interface Judgement {
  /** By criterion, C7 left out. */
  readonly met: Readonly<Record<string, boolean>>
  readonly recession: boolean
  /** A four-quarter growth below -2 % in the window. */
  readonly slump: boolean
}

export const judge = (outlook: Outlook, scope: Scope, before: Benchmarks): Judgement => {
  const mean = (measure: Measure, year: number): number => outlook.mean(measureName(measure, scope), year)
  const average = (measure: Measure): number => {
    let sum = 0
    for (let year = windowFrom; year <= windowTo; year++) sum += mean(measure, year)
    return sum / (windowTo - windowFrom + 1)
  }
  let growth = 0
  for (let year = windowFrom; year <= windowTo; year++) growth += outlook.mean('nationalGrowthRate', year)
  const reading: Reading = {
    mean,
    average,
    before,
    nationalGrowth: growth / (windowTo - windowFrom + 1),
    last: (measure, year) => outlook.last(measureName(measure, scope), year),
  }
  const output = measureName('output', scope)
  const late = outlook.steps(output, 2036, 2037)
  const previous = outlook.last(output, 2035)
  const rises = late.map((value, at) => value - (at === 0 ? previous : late[at - 1]!))
  const recession = rises.some((rise, at) => at > 0 && rise < 0 && rises[at - 1]! < 0)
  const path = outlook.steps(output, windowFrom - 1, windowTo)
  const perYear = path.length / (windowTo - windowFrom + 2)
  const slump = path.some((value, at) => at >= perYear && value / path[at - perYear]! - 1 < -0.02)
  return {
    met: Object.fromEntries(criteria.flatMap(({ id, met }) => (met === undefined ? [] : [[id, met(reading)]]))),
    recession,
    slump,
  }
}

export type FutureClass = 'revived' | 'stabilised' | 'managedDecline' | 'distress' | 'none'

export const classNames: Readonly<Record<FutureClass, string>> = {
  revived: 'Revived',
  stabilised: 'Stabilised',
  managedDecline: 'Managed decline',
  distress: 'Distress',
  none: 'No clear recovery',
}

/** The class of a future, in the order of precedence of the specification. */
export const classify = ({ met, slump }: Judgement, resilient: boolean): FutureClass => {
  const score = Object.values(met).filter(Boolean).length + (resilient ? 1 : 0)
  if (met.C1 && met.C2 && met.C3 && score >= 6) return 'revived'
  if (!met.C2 && !met.C3) return 'distress'
  if (met.C2 && met.C3 && !met.C1) return 'managedDecline'
  if (met.C2 && !slump && score >= 4) return 'stabilised'
  return 'none'
}

/** C7: at most this share of simulations with two falling quarters in a row. */
export const resilientShare = 0.15

export const isResilient = (recessions: number, members: number): boolean => recessions / members <= resilientShare
