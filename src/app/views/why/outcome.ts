/** The outcome explained in the Why view, and the unit of changes. */

import { type Indicator, indicatorOf, chartIds, indicatorWords } from '../../../outcomes/catalogue.ts'
import { useLanguage, useWords } from '../../shell/use.ts'
import { useStore } from '../../state/store.ts'

export const explained: readonly Indicator[] = chartIds.map(indicatorOf)

/** The indicator that was asked for, by a point of a chart or here; debt unless something else was. */
export const useOutcomeId = (): string => {
  const asked = useStore(state => state.asked)
  const chart = useStore(state => state.chart)
  const id = asked?.indicator ?? chart
  return explained.some(one => one.id === id) ? id : 'debtToGdp'
}

/** Of a change of a percentage. */
export const changeUnits = { en: 'pp', zh: '个百分点' } as const

/** Behind a change: points of a percentage, or the unit. */
export const useChangeUnit = (id: string): string => {
  const language = useLanguage()
  const { behind } = useWords(indicatorWords)[id]!
  return indicatorOf(id).shown.en.unit === '%' ? changeUnits[language] : behind
}
