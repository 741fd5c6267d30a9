/** The outcome explained in the Why view, and the unit of changes. */

import { type Indicator, indicatorOf, chartIds, indicatorWords } from '../../../outcomes/catalogue.ts'
import { useLanguage, useWords } from '../../shell/use.ts'
import { pointOf } from '../../../analysis/explain/quantity.ts'
import { causeAsked } from '../../state/head.ts'
import { useAsked, useStore } from '../../state/store.ts'

export const explained: readonly Indicator[] = chartIds.map(indicatorOf)

/** The figure that was asked for: an outcome by its own name, or any variable of the model; debt unless something else was. */
export const useAskedCause = () => {
  const chart = useStore(state => state.chart)
  const asked = pointOf(useAsked(causeAsked) ?? '')
  const isOutcome = (name: string): boolean => explained.some(one => one.id === name)
  const plain = asked === undefined || (!asked.closing && Object.keys(asked.labels).length === 0)
  if (asked !== undefined && !(plain && isOutcome(asked.name)))
    return { id: undefined, variable: asked, time: asked.time }
  const id = asked?.name ?? chart
  return { id: isOutcome(id) ? id : 'debtToGdp', variable: undefined, time: asked?.time }
}

/** Of a change of a percentage. */
export const changeUnits = { en: 'pp', zh: '个百分点' } as const

/** Behind a change: points of a percentage, or the unit. */
export const useChangeUnit = (id: string): string => {
  const language = useLanguage()
  const { behind } = useWords(indicatorWords)[id]!
  return indicatorOf(id).shown.en.unit === '%' ? changeUnits[language] : behind
}
