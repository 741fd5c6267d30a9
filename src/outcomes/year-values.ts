/**
 * The meaning of "2040" for a path of quarters, in one place: flows, rates, ratios, shares and prices are the mean of
 * the year; amounts that are held (people, debt), and debts and reserves measured in years of output, are its end;
 * growth is that of the yearly mean on the year before.
 */

import type { Unit } from '../language/units.ts'

export type YearReading = 'mean' | 'end' | 'growth'

/** In heads of tables and beside axes. */
export const readingNames: Readonly<Record<'en' | 'zh', Readonly<Record<YearReading, string>>>> = {
  en: { mean: 'yearly mean', end: 'end of year', growth: 'growth of the yearly mean' },
  zh: { mean: '年均', end: '年末', growth: '年均值增速' },
}

/** The value of a year, in the unit of what is read; undefined for growth where there is no year before. */
export const ofYear = (
  reading: YearReading,
  { mean, last }: { readonly mean: (year: number) => number; readonly last: (year: number) => number },
  year: number,
  firstYear: number,
): number | undefined => {
  if (reading === 'end') return last(year)
  if (reading === 'mean') return mean(year)
  return year === firstYear ? undefined : mean(year) / mean(year - 1) - 1
}

/** The values of all whole years of a path that begins with a year: the first is that of its first year. */
export const yearValues = (
  reading: YearReading,
  values: ArrayLike<number>,
  stepsPerYear: number,
): Array<number | undefined> => {
  const last = (year: number): number => values[(year + 1) * stepsPerYear - 1]
  const mean = (year: number): number => {
    let sum = 0
    for (let step = year * stepsPerYear; step < (year + 1) * stepsPerYear; step++) sum += values[step]
    return sum / stepsPerYear
  }
  const years = Math.floor(values.length / stepsPerYear)
  return Array.from({ length: years }, (_, year) => ofYear(reading, { mean, last }, year, 0))
}

/** A unit of one base alone (persons, currency, square metres, years of output) is one of an amount that is held. */
export const readingOfUnit = ({ powers }: Unit): YearReading => {
  const bases = powers.filter(([base]) => !/^\d+$/.test(base))
  return bases.length === 1 && bases[0][1] === 1 ? 'end' : 'mean'
}
