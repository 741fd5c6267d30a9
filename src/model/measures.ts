/**
 * The measures of the verdict: what is read off a simulation for each criterion, with the threshold that a reader can
 * move, in both languages. Everything that shows or moves a threshold reads this table.
 */

import { ln } from '../language/elementary.ts'
import { catalogue, type OutcomeId, type Scope, variableOf } from '../outcomes/catalogue.ts'
import { packageStart } from './packages.ts'

/** A run seen by year; `where` is 'region' or the number of an area. */
export interface Outlook {
  /** Mean of the year's steps. */
  mean(name: string, year: number): number
  /** Value of the year's last step. */
  last(name: string, year: number): number
  /** All steps of the years, both included. */
  steps(name: string, from: number, to: number): number[]
}

export interface Texts {
  readonly en: string
  readonly zh: string
}

/** The years over which a simulation is judged. */
export interface Window {
  readonly id: 'early' | 'main' | 'late'
  readonly from: number
  readonly to: number
}

export const windows: readonly Window[] = [
  { id: 'early', from: 2029, to: 2033 },
  { id: 'main', from: 2033, to: 2037 },
  { id: 'late', from: 2036, to: 2040 },
]

/** The window of the answer; the others show how the ranking depends on it. */
export const mainWindow = windows.findIndex(({ id }) => id === 'main')

export const windowFrom = windows[mainWindow].from
export const windowTo = windows[mainWindow].to

/** The last year before the packages start, with which levels are compared. */
const yearBefore = packageStart - 1

/** The same for all areas. */
const nationalOutputPerHead = 'nationalOutputPerHead'

export const measureVariables = (scope: Scope): string[] => [
  ...catalogue.filter(({ judged }) => judged === true).map(({ id }) => variableOf(id, scope)),
  nationalOutputPerHead,
]

/** A simulation over one window, by variable. */
export class WindowReading {
  readonly outlook: Outlook
  readonly scope: Scope
  readonly window: Window

  constructor(outlook: Outlook, scope: Scope, window: Window) {
    this.outlook = outlook
    this.scope = scope
    this.window = window
  }

  mean(variable: OutcomeId, year: number): number {
    return this.outlook.mean(variableOf(variable, this.scope), year)
  }

  last(variable: OutcomeId, year: number): number {
    return this.outlook.last(variableOf(variable, this.scope), year)
  }

  steps(variable: OutcomeId): number[] {
    return this.outlook.steps(variableOf(variable, this.scope), this.window.from - 1, this.window.to)
  }

  average(variable: OutcomeId): number {
    const { from, to } = this.window
    let sum = 0
    for (let year = from; year <= to; year++) sum += this.mean(variable, year)
    return sum / (to - from + 1)
  }

  /** Mean yearly growth (log) from the year before the window to its last. */
  growth(variable: OutcomeId): number {
    const { from, to } = this.window
    return ln(this.mean(variable, to) / this.mean(variable, from - 1)) / (to - from + 1)
  }

  /** The same of national output per head. */
  nationalGrowth(from: number): number {
    const { to } = this.window
    const at = (year: number): number => this.outlook.mean(nationalOutputPerHead, year)
    return ln(at(to) / at(from)) / (to - from)
  }

  /** Mean yearly growth (log) from the last year before the packages to the last of the window. */
  growthSince(variable: OutcomeId): number {
    const { to } = this.window
    return ln(this.mean(variable, to) / this.mean(variable, yearBefore)) / (to - yearBefore)
  }
}

export interface Measure {
  readonly id: string
  readonly criterion: string
  readonly names: Texts
  /** A difference that may not be negative, said without a number. */
  readonly atZero?: Texts
  /** As numbers are kept. */
  readonly unit: string
  /** As people are shown it. */
  readonly shown: { readonly unit: Texts; readonly scale: number; readonly digits: number }
  /** The side of the threshold on which the criterion is met. */
  readonly better: 'higher' | 'lower'
  /** From a lenient to a strict reading of the criterion. */
  readonly threshold: { readonly lenient: number; readonly standard: number; readonly strict: number }
  /** A reading this far on the wrong side counts as not met at all, this far on the right side as fully met. */
  readonly margin: number
  readonly read: (reading: WindowReading) => number
}

const points: Texts = { en: 'percentage points a year', zh: '个百分点/年' }
const percent: Texts = { en: '%', zh: '%' }
const percentYear: Texts = { en: '% a year', zh: '%/年' }

export const measures: readonly Measure[] = [
  {
    id: 'growthGap',
    criterion: 'C1',
    names: { en: 'growth of GDP per person less that of the nation', zh: '人均地区生产总值增速与全国之差' },
    atZero: {
      en: 'growth of GDP per person at least as fast as that of the nation',
      zh: '人均地区生产总值增速不低于全国',
    },
    unit: '1/year',
    shown: { unit: points, scale: 100, digits: 2 },
    better: 'higher',
    threshold: { lenient: -0.003, standard: 0, strict: 0.003 },
    margin: 0.003,
    read: reading => reading.growth('outputPerHead') - reading.nationalGrowth(reading.window.from - 1),
  },
  {
    id: 'distressDistance',
    criterion: 'C2',
    names: {
      en: 'distance to distress (room to the limits of interest, debt and unpaid bills)',
      zh: '距财政困境的距离（距利息、债务、拖欠各项警戒线的余地）',
    },
    unit: 'share',
    shown: { unit: percent, scale: 100, digits: 0 },
    better: 'higher',
    threshold: { lenient: -0.1, standard: 0, strict: 0.1 },
    margin: 0.1,
    read: reading => reading.average('distressDistance'),
  },
  {
    id: 'netWorthChange',
    criterion: 'C2',
    names: {
      en: 'change since 2025 in saleable public assets less debt, % of GDP',
      zh: '2025年以来可变现公共资产减债务与地区生产总值之比的年均变动',
    },
    unit: '1/year',
    shown: { unit: points, scale: 100, digits: 2 },
    better: 'higher',
    threshold: { lenient: -0.015, standard: -0.01, strict: -0.005 },
    margin: 0.005,
    read: reading =>
      (reading.last('financialNetWorth', reading.window.to) - reading.last('financialNetWorth', yearBefore)) /
      (reading.window.to - yearBefore),
  },
  {
    id: 'pensionGrowth',
    criterion: 'C3',
    names: { en: 'real growth of the average pension since 2025', zh: '2025年以来人均养老金实际年均增速' },
    unit: '1/year',
    shown: { unit: percentYear, scale: 100, digits: 1 },
    better: 'higher',
    // Half of the growth of national output per head from 2025 to the window, 3 % a year.
    threshold: { lenient: 0.01, standard: 0.015, strict: 0.02 },
    margin: 0.005,
    read: reading => reading.growthSince('pensionPerRetiree'),
  },
  {
    id: 'pensionSupport',
    criterion: 'C3',
    names: {
      en: 'rise since 2025 in pensions paid by budgets, % of GDP',
      zh: '2025年以来财政和全国统筹负担的养老金占地区生产总值比重升幅',
    },
    unit: 'share',
    shown: { unit: { en: 'percentage points', zh: '个百分点' }, scale: 100, digits: 1 },
    better: 'lower',
    threshold: { lenient: 0.03, standard: 0.02, strict: 0.01 },
    margin: 0.01,
    read: reading => reading.average('pensionSupport') - reading.mean('pensionSupport', yearBefore),
  },
  {
    id: 'unemployment',
    criterion: 'C4',
    names: { en: 'unemployment rate', zh: '失业率' },
    unit: 'share',
    shown: { unit: percent, scale: 100, digits: 1 },
    better: 'lower',
    threshold: { lenient: 0.06, standard: 0.055, strict: 0.05 },
    margin: 0.005,
    read: reading => reading.average('unemployment'),
  },
  {
    id: 'youthMigration',
    criterion: 'C5',
    names: { en: 'net migration of ages 20–39, % of the age group', zh: '20—39岁净迁入率' },
    unit: '1/year',
    shown: { unit: percentYear, scale: 100, digits: 2 },
    better: 'higher',
    threshold: { lenient: -0.006, standard: -0.003, strict: 0 },
    margin: 0.003,
    read: reading => reading.average('youthMigration'),
  },
  {
    id: 'consumptionGap',
    criterion: 'C6',
    names: {
      en: 'growth of consumption per person since 2025 less the growth of national GDP per person',
      zh: '2025年以来人均消费增速与全国人均国内生产总值增速之差',
    },
    atZero: {
      en: 'growth of consumption per person since 2025 at least as fast as the growth of national GDP per person',
      zh: '2025年以来人均消费增速不低于全国人均国内生产总值增速',
    },
    unit: '1/year',
    shown: { unit: points, scale: 100, digits: 2 },
    better: 'higher',
    threshold: { lenient: 0, standard: 0.005, strict: 0.01 },
    margin: 0.005,
    read: reading => reading.growthSince('consumptionPerHead') - reading.nationalGrowth(yearBefore),
  },
  {
    id: 'deepestFall',
    criterion: 'C7',
    names: { en: 'lowest growth of GDP per person over four quarters', zh: '人均地区生产总值四个季度内的最低增幅' },
    unit: '1/year',
    shown: { unit: percent, scale: 100, digits: 1 },
    better: 'higher',
    threshold: { lenient: 0, standard: 0.01, strict: 0.02 },
    margin: 0.01,
    read: reading => {
      const path = reading.steps('outputPerHead')
      const perYear = path.length / (reading.window.to - reading.window.from + 2)
      return path.reduce(
        (least, value, at) => (at < perYear ? least : Math.min(least, value / path[at - perYear] - 1)),
        Number.POSITIVE_INFINITY,
      )
    },
  },
  {
    id: 'births',
    criterion: 'C8',
    names: { en: 'births relative to 2025', zh: '出生人口与2025年之比' },
    unit: 'share',
    shown: { unit: percent, scale: 100, digits: 0 },
    better: 'higher',
    threshold: { lenient: 0.7, standard: 0.8, strict: 0.9 },
    margin: 0.1,
    read: reading => reading.average('births') / reading.mean('births', yearBefore),
  },
]
