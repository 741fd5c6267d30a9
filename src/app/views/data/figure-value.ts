/** How the figures of a region are written: their values in the units of the language, and their times. */

import { useTexts } from '../../shell/use.ts'
import dataWords from '../../../texts/app/data.ts'
import { unitWords } from '../../../model/names/units.ts'

/** Years and calendar times: without separators. */
export const timeText = (time: number): string => String(Number(time.toFixed(2)))

/** A figure as its source gives it, in the units of the language. */
export const useValueText = (): ((value: number | undefined, unit: string) => string) => {
  const { words, language, numbers } = useTexts(dataWords)
  return (value, unit) => {
    if (value === undefined) return words.table
    // Factors and indices are shares by unit only.
    if ((unit === 'share' && Math.abs(value) <= 1) || unit === '1/year')
      return numbers.percent(value, Math.abs(value) < 0.0995 ? 2 : 1)
    const { scale, text } = unitWords(unit, language)
    return `${numbers.plain(value * scale)}${text}`
  }
}
