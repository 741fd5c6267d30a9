/** The outcome explained in the Why view, and how its values and changes are displayed. */

import type { Quantity } from '../../../analysis/explain/quantity.ts'
import { type Indicator, indicatorOf } from '../../../analysis/outcomes.ts'
import { chartIds } from '../../state/indicators.ts'
import { digitsOf, scaleOf } from '../../charts/path-points.ts'
import { useLanguage, useNumbers, useTerms } from '../../shell/use.ts'
import { useStore } from '../../state/store.ts'
import { indicatorWords } from '../../../model/names/outcomes.ts'
import { spelt } from '../../../model/names/variables.ts'
import { shownUnit, useQuantityName } from './cause-words.tsx'

export interface ShownOutcome {
  readonly title: string
  readonly short: string
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

/** Digits that tell changes of a quantity of this size. */
const digitsFor = (size: number): number => (size >= 1000 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4)

/** A variable that is no indicator; `known` once it has been read: its sentence and unit in the model, and its size. */
export const useShownQuantity = (): ((
  quantity: Quantity,
  known: { readonly doc: string; readonly unit: string; readonly size: number } | undefined,
) => ShownOutcome) => {
  const language = useLanguage()
  const numbers = useNumbers()
  const nameOf = useQuantityName()
  return (quantity, known) => {
    const title = nameOf({ ...quantity, doc: known?.doc ?? spelt(quantity.name) })
    const { scale, unit, isPercent } = shownUnit(quantity.name, known?.unit ?? '', language)
    const digits = isPercent ? 2 : digitsFor((known?.size ?? 0) * scale)
    return {
      title,
      short: title,
      unit,
      changeUnit: isPercent ? changeUnits[language] : unit,
      isPercent,
      scale,
      value: value => numbers.plain(value * scale, digits),
      change: value => numbers.signed(value * scale, digits),
    }
  }
}

export const useShownOutcome = (id: string): ShownOutcome => {
  const language = useLanguage()
  const indicators = useTerms(indicatorWords)
  const numbers = useNumbers()
  const indicator = indicatorOf(id)
  const words = indicators[id]
  const scale = scaleOf(indicator, language)
  const isPercent = indicator.shown.unit.startsWith('%')
  // Changes of growth are small: one digit more.
  const digits = Math.max(indicator.reading === 'growth' ? 2 : 1, digitsOf(indicator, language))
  // In Chinese the base comes first: '占地区生产总值的比重，%'.
  const unit = words.unit.replace(/^([^，；%]+)，(%[^；]*).*$/, '$2，$1').split(/[:：；]|, /)[0]!
  const show = numbers.plain
  return {
    title: words.title,
    short: words.short,
    unit,
    changeUnit: isPercent ? changeUnits[language] : unit,
    isPercent,
    scale,
    value: value => show(value * scale, digits),
    change: value => numbers.signed(value * scale, digits),
  }
}
