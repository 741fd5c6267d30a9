/**
 * The measures of the verdict: what is read off a simulation for each criterion, with the threshold that a reader can
 * move, in both languages. Everything that shows or moves a threshold reads this table.
 */

import { ln } from '../language/elementary.ts'
import { type Both, bothTexts } from '../language/messages.ts'
import { catalogue, type OutcomeId, type Scope, variableOf } from '../outcomes/catalogue.ts'
import texts from '../texts/criteria.ts'
import { packageStart } from './packages.ts'

/** A run seen by year; `where` is 'region' or the number of an area. */
export interface Outlook {
  /** The year in which the run starts, where that may be after the last year before the packages. */
  readonly firstYear?: number
  /** Mean of the year's steps. */
  mean(name: string, year: number): number
  /** Value of the year's last step. */
  last(name: string, year: number): number
  /** All steps of the years, both included. */
  steps(name: string, from: number, to: number): number[]
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

/** The year with whose level others are compared: the last before the packages, or the first of a run. */
export const yearCompared = ({ firstYear = 0 }: Pick<Outlook, 'firstYear'>): number =>
  Math.max(packageStart - 1, firstYear)

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

  /** The last year before the packages, or the first of the run: with its level others are compared. */
  readonly before: number

  constructor(outlook: Outlook, scope: Scope, window: Window) {
    this.outlook = outlook
    this.before = yearCompared(outlook)
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
    return ln(this.mean(variable, to) / this.mean(variable, this.before)) / (to - this.before)
  }
}

export interface Measure {
  readonly id: string
  readonly criterion: string
  readonly names: Both<string>
  /** A difference that may not be negative, said without a number. */
  readonly atZero?: Both<string>
  /** As numbers are kept. */
  readonly unit: string
  /** As people are shown it. */
  readonly shown: { readonly unit: Both<string>; readonly scale: number; readonly digits: number }
  /** The side of the threshold on which the criterion is met. */
  readonly better: 'higher' | 'lower'
  /** From a lenient to a strict reading of the criterion. */
  readonly threshold: { readonly lenient: number; readonly standard: number; readonly strict: number }
  /** A reading this far on the wrong side counts as not met at all, this far on the right side as fully met. */
  readonly margin: number
  readonly read: (reading: WindowReading) => number
}

const points: Both<string> = { en: 'percentage points a year', zh: '个百分点/年' }
const percent: Both<string> = { en: '%', zh: '%' }
const percentYear: Both<string> = { en: '% a year', zh: '%/年' }

const words = bothTexts(texts).measures

export const measures: readonly Measure[] = [
  {
    id: 'growthGap',
    ...words.growthGap,
    criterion: 'C1',
    unit: '1/year',
    shown: { unit: points, scale: 100, digits: 2 },
    better: 'higher',
    threshold: { lenient: -0.003, standard: 0, strict: 0.003 },
    margin: 0.003,
    read: reading => reading.growth('outputPerHead') - reading.nationalGrowth(reading.window.from - 1),
  },
  {
    id: 'distressDistance',
    ...words.distressDistance,
    criterion: 'C2',
    unit: 'share',
    shown: { unit: percent, scale: 100, digits: 0 },
    better: 'higher',
    threshold: { lenient: -0.1, standard: 0, strict: 0.1 },
    margin: 0.1,
    read: reading => reading.average('distressDistance'),
  },
  {
    id: 'netWorthChange',
    ...words.netWorthChange,
    criterion: 'C2',
    unit: '1/year',
    shown: { unit: points, scale: 100, digits: 2 },
    better: 'higher',
    threshold: { lenient: -0.015, standard: -0.01, strict: -0.005 },
    margin: 0.005,
    read: reading =>
      (reading.last('financialNetWorth', reading.window.to) - reading.last('financialNetWorth', reading.before)) /
      (reading.window.to - reading.before),
  },
  {
    id: 'pensionGrowth',
    ...words.pensionGrowth,
    criterion: 'C3',
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
    ...words.pensionSupport,
    criterion: 'C3',
    unit: 'share',
    shown: { unit: { en: 'percentage points', zh: '个百分点' }, scale: 100, digits: 1 },
    better: 'lower',
    threshold: { lenient: 0.03, standard: 0.02, strict: 0.01 },
    margin: 0.01,
    read: reading => reading.average('pensionSupport') - reading.mean('pensionSupport', reading.before),
  },
  {
    id: 'unemployment',
    ...words.unemployment,
    criterion: 'C4',
    unit: 'share',
    shown: { unit: percent, scale: 100, digits: 1 },
    better: 'lower',
    threshold: { lenient: 0.06, standard: 0.055, strict: 0.05 },
    margin: 0.005,
    read: reading => reading.average('unemployment'),
  },
  {
    id: 'youthMigration',
    ...words.youthMigration,
    criterion: 'C5',
    unit: '1/year',
    shown: { unit: percentYear, scale: 100, digits: 2 },
    better: 'higher',
    threshold: { lenient: -0.006, standard: -0.003, strict: 0 },
    margin: 0.003,
    read: reading => reading.average('youthMigration'),
  },
  {
    id: 'consumptionGap',
    ...words.consumptionGap,
    criterion: 'C6',
    unit: '1/year',
    shown: { unit: points, scale: 100, digits: 2 },
    better: 'higher',
    threshold: { lenient: 0, standard: 0.005, strict: 0.01 },
    margin: 0.005,
    read: reading => reading.growthSince('consumptionPerHead') - reading.nationalGrowth(reading.before),
  },
  {
    id: 'deepestFall',
    ...words.deepestFall,
    criterion: 'C7',
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
    ...words.births,
    criterion: 'C8',
    unit: 'share',
    shown: { unit: percent, scale: 100, digits: 0 },
    better: 'higher',
    threshold: { lenient: 0.7, standard: 0.8, strict: 0.9 },
    margin: 0.1,
    read: reading => reading.average('births') / reading.mean('births', reading.before),
  },
]
