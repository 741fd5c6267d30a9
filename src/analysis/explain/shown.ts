/** Display of an outcome: unit, scale and digits, for the value and for a change in it. */

import { currencyOf, modelCurrency, withCurrency } from '../../language/currency.ts'
import { catalogued, unitBehind } from '../../outcomes/catalogue.ts'
import type { Language } from '../../language/messages.ts'
import { unitInWords } from '../../language/unit-words.ts'
import { unitWords } from '../../model/names/units.ts'

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

const words = {
  en: { points: 'points', yearly: '% a year', ofOutput: '% of output' },
  zh: { points: '个百分点', yearly: '%/年', ofOutput: '%（占产出）' },
}

/** A variable by its name and unit: as the tables show it where they do, shares as percents, others as they are. */
export const shownAs = (variable: string, unit: string, language: Language = 'en'): Shown => {
  const { points, yearly, ofOutput } = words[language]
  const shown = catalogued(variable)?.shown[language]
  if (shown !== undefined) {
    const behind = language === 'zh' ? shown.unit : unitBehind(shown, language)
    const own = withCurrency(behind, currencyOf(unit) ?? modelCurrency, language)
    // A change is smaller than its level: one digit at least.
    return {
      scale: shown.scale,
      unit: own,
      digits: Math.max(1, shown.digits),
      changeUnit: shown.unit === '%' ? points : own,
    }
  }
  if (unit === 'share') return { unit: '%', changeUnit: points, scale: 100, digits: 1 }
  if (unit === '1/year') return { unit: yearly, changeUnit: points, scale: 100, digits: 2 }
  if (variable.endsWith('ToGdp')) return { unit: ofOutput, changeUnit: points, scale: 100, digits: 1 }
  if (language === 'zh') {
    const { scale, text } = unitWords(unit, language)
    return { unit: text, changeUnit: text, scale, digits: 2 }
  }
  const own = unitInWords(unit)
  return { unit: own, changeUnit: own, scale: 1, digits: 2 }
}
