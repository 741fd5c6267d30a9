/** How an outcome is displayed: unit, scale and digits, for the value and for a change in it. */

import { currencyOf, modelCurrency, withCurrency } from '../../language/currency.ts'
import { catalogued, unitBehind } from '../../outcomes/catalogue.ts'
import { unitInWords } from '../../language/unit-words.ts'

export interface Shown {
  readonly unit: string
  /** A change of percents is in points. */
  readonly changeUnit: string
  readonly scale: number
  readonly digits: number
}

/** Shares, rates of growth and ratios to output are shown in per cent, and changes of them in points. */
export const isInPercent = (variable: string, unit: string): boolean =>
  unit === 'share' || unit === '1/year' || variable.endsWith('ToGdp')

/** A variable by its name and unit: as the tables show it where they do, shares as percents, others as they are. */
export const shownAs = (variable: string, unit: string): Shown => {
  const shown = catalogued(variable)?.shown.en
  if (shown !== undefined) {
    const own = withCurrency(unitBehind(shown, 'en'), currencyOf(unit) ?? modelCurrency, 'en')
    // A change is smaller than its level: one digit at least.
    return {
      scale: shown.scale,
      unit: own,
      digits: Math.max(1, shown.digits),
      changeUnit: shown.unit === '%' ? 'points' : own,
    }
  }
  if (unit === 'share') return { unit: '%', changeUnit: 'points', scale: 100, digits: 1 }
  if (unit === '1/year') return { unit: '% a year', changeUnit: 'points', scale: 100, digits: 2 }
  if (variable.endsWith('ToGdp')) return { unit: '% of output', changeUnit: 'points', scale: 100, digits: 1 }
  const words = unitInWords(unit)
  return { unit: words, changeUnit: words, scale: 1, digits: 2 }
}
