/** The outcome explained in the Why view, and how its values and changes are displayed. */

import { type Indicator, indicatorOf, chartIds, indicatorWords } from '../../../outcomes/catalogue.ts'
import { useLanguage, useNumbers, useWords } from '../../shell/use.ts'
import { useStore } from '../../state/store.ts'

export interface ShownOutcome {
  readonly title: string
  /** Behind a value: '% of GDP'. */
  readonly unit: string
  /** Behind a change: 'pp', or the unit. */
  readonly changeUnit: string
  readonly isPercent: boolean
  /** Unsigned, as shown. */
  readonly value: (value: number) => string
  /** Signed, as shown. */
  readonly change: (value: number) => string
  /** What a stored number is multiplied by. */
  readonly scale: number
}

export const explained: readonly Indicator[] = chartIds.map(indicatorOf)

/** The indicator that was asked for, by a point of a chart or here; debt unless something else was. */
export const useOutcomeId = (): string => {
  const asked = useStore(state => state.asked)
  const chart = useStore(state => state.chart)
  const id = asked?.indicator ?? chart
  return explained.some(one => one.id === id) ? id : 'debtToGdp'
}

const changeUnits = { en: 'pp', zh: '个百分点' } as const

export const useShownOutcome = (id: string): ShownOutcome => {
  const language = useLanguage()
  const indicators = useWords(indicatorWords)
  const numbers = useNumbers()
  const indicator = indicatorOf(id)
  const words = indicators[id]
  const shown = indicator.shown[language]
  const { scale } = shown
  const isPercent = indicator.shown.en.unit === '%'
  // Changes of growth are small: one digit more.
  const digits = Math.max(indicator.reading === 'growth' ? 2 : 1, shown.digits)
  const unit = words.behind
  return {
    title: words.title,
    unit,
    changeUnit: isPercent ? changeUnits[language] : unit,
    isPercent,
    scale,
    value: value => numbers.plain(value * scale, digits),
    change: value => numbers.signed(value * scale, digits),
  }
}
