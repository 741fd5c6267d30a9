/** The outcomes of a future: what of the catalogue is read in a simulation, over which years. */

import { pow } from '../../language/elementary.ts'
import type { Both } from '../../language/messages.ts'
import { type Outlook, windowFrom, windowTo, yearCompared } from '../../model/measures.ts'
import { packageStart } from '../../model/packages.ts'
import { catalogue, type Indicator, indicatorOf, type Scope } from '../../outcomes/catalogue.ts'
import type { OutcomeUnit } from '../../outcomes/declared.ts'
import { ofYear } from '../../outcomes/year-values.ts'

const nameIn = ({ variables }: Indicator, scope: Scope): string => variables[scope === 'region' ? 0 : 1]

export const indicatorVariables = (scope: Scope): string[] => [
  ...new Set(
    catalogue.flatMap(one =>
      one.table === true || one.future !== undefined ? [nameIn(one, scope), one.over ?? []].flat() : [],
    ),
  ),
]

/** The mean of a year. */
const meanIn = (outlook: Outlook, indicator: Indicator, scope: Scope, year: number): number =>
  outlook.mean(nameIn(indicator, scope), year) / (indicator.over === undefined ? 1 : outlook.mean(indicator.over, year))

/** The value of a year; undefined where the run has no year before to grow on. */
export const inYear = (
  outlook: Outlook,
  indicator: Indicator,
  scope: Scope,
  year: number,
  firstYear: number,
): number | undefined => {
  const name = nameIn(indicator, scope)
  const reads = { mean: (of: number) => outlook.mean(name, of), last: (of: number) => outlook.last(name, of) }
  return ofYear(indicator.reading, reads, year, firstYear)
}

/** One number of a future. */
export interface Outcome {
  readonly id: string
  readonly names: Both<string>
  readonly unit: string
  readonly shown: Both<OutcomeUnit>
  /** The indicator that is read, and over which years; absent for a year that is looked for. */
  readonly of?: { readonly indicator: string; readonly from: number; readonly to: number }
  /** A calendar year: never averaged between two futures, infinite when it does not come. */
  readonly year?: boolean
  readonly read: (outlook: Outlook, scope: Scope) => number
}

const base = (id: string): Pick<Outcome, 'unit' | 'shown'> & { indicator: Indicator } => {
  const indicator = indicatorOf(id)
  return { indicator, unit: indicator.unit, shown: indicator.shown }
}

const over = ({ names }: Indicator, from: number, to: number): Both<string> => ({
  en: `${names.en} ${from}–${to % 100}`,
  zh: `${from}—${to}年${names.zh}`,
})

/** Mean yearly growth from the year before `from`, or the first of the run, to `to`. */
const growth = (id: string, from: number, to: number): Outcome => {
  const { indicator, ...rest } = base(id)
  const read: Outcome['read'] = (outlook, scope) => {
    const first = Math.max(from - 1, outlook.firstYear ?? 0)
    return pow(meanIn(outlook, indicator, scope, to) / meanIn(outlook, indicator, scope, first), 1 / (to - first)) - 1
  }
  const of = { indicator: id, from, to }
  return { ...rest, id: `${id}${from}to${to}`, names: over(indicator, from, to), of, read }
}

/** Mean over the years by which packages are judged. */
const average = (id: string): Outcome => {
  const { indicator, ...rest } = base(id)
  const [from, to] = [windowFrom, windowTo]
  const read: Outcome['read'] = (outlook, scope) => {
    let sum = 0
    for (let year = from; year <= to; year++) sum += meanIn(outlook, indicator, scope, year)
    return sum / (to - from + 1)
  }
  const of = { indicator: id, from, to }
  return { ...rest, id: `${id}${from}to${to}`, names: over(indicator, from, to), of, read }
}

/** At the end of a year, or its mean, as the indicator is read. */
const level = (id: string, year: number): Outcome => {
  const { indicator, ...rest } = base(id)
  const ends = indicator.reading === 'end'
  const read: Outcome['read'] = (outlook, scope) => inYear(outlook, indicator, scope, year, year)!
  return {
    ...rest,
    id: `${id}${ends ? 'End' : ''}${year}`,
    names: {
      en: `${indicator.names.en} ${ends ? 'end ' : ''}${year}`,
      zh: `${year}年${ends ? '末' : ''}${indicator.names.zh}`,
    },
    of: { indicator: id, from: year, to: year },
    read,
  }
}

/** The rise of the pension gap met by budgets above that of 2025, of output, at which others carry too much of it. */
const pensionBound = 0.015
export const pensionYearMeaning = (firstYear: number): string =>
  `The first year from ${packageStart} in which the pension gap met by budgets (pooling and subsidies) is more than 1.5 points of ` +
  `GDP above ${yearCompared({ firstYear })}.`

/** The last year that answers speak of. */
export const lastYear = 2040

const wholeYear: OutcomeUnit = { unit: '', scale: 1, digits: 0, changeDigits: 0 }

const pensionYear: Outcome = {
  id: 'pensionSolvencyYear',
  names: { en: 'Pensions solvent until', zh: '养老金可持续至' },
  unit: 'year',
  shown: { en: wholeYear, zh: wholeYear },
  year: true,
  read: (outlook, scope) => {
    const name = nameIn(indicatorOf('pensionSupport'), scope)
    const bound = outlook.mean(name, yearCompared(outlook)) + pensionBound
    for (let year = packageStart; year <= lastYear; year++) if (outlook.mean(name, year) > bound) return year
    return Number.POSITIVE_INFINITY
  },
}

const readers = {
  window: (id: string) => (indicatorOf(id).reading === 'growth' ? growth(id, windowFrom, windowTo) : average(id)),
  horizon: (id: string) => growth(id, packageStart, lastYear),
  early: (id: string) => level(id, 2030),
  close: (id: string) => level(id, windowTo),
  end: (id: string) => level(id, lastYear),
} as const

const read = catalogue.flatMap(({ id, future = {} }) => [
  // Beside the gap of which it tells the year.
  ...(id === 'pensionSupport' ? [{ outcome: pensionYear, at: 'shown' }] : []),
  ...(Object.keys(readers) as Array<keyof typeof readers>).flatMap(span =>
    future[span] === undefined ? [] : [{ outcome: readers[span](id), at: future[span] }],
  ),
])

/** In the order of the page. */
export const outcomes: readonly Outcome[] = read.map(({ outcome }) => outcome)

/** Those that the printed page shows. */
export const shownOutcomes: readonly Outcome[] = read.flatMap(({ outcome, at }) => (at === 'shown' ? [outcome] : []))
