/** Units of the model as readers see them behind a number, in both languages. */

import { currencyOf, modelUnit, withCurrency } from '../../../language/currency.ts'
import type { Language } from '../language.ts'

/** What a stored number is multiplied by, and what stands behind it. */
export interface UnitWords {
  readonly scale: number
  readonly text: string
}

const noBreak = '\u00a0'

const known: Readonly<Record<string, Readonly<Record<Language, UnitWords>>>> = {
  '%': { en: { scale: 1, text: `${noBreak}%` }, zh: { scale: 1, text: '%' } },
  '%/year': { en: { scale: 1, text: `${noBreak}% a year` }, zh: { scale: 1, text: '%/年' } },
  share: { en: { scale: 1, text: '' }, zh: { scale: 1, text: '' } },
  index: { en: { scale: 1, text: '' }, zh: { scale: 1, text: '' } },
  '1': { en: { scale: 1, text: '' }, zh: { scale: 1, text: '' } },
  year: { en: { scale: 1, text: `${noBreak}years` }, zh: { scale: 1, text: '年' } },
  '1/year': { en: { scale: 1, text: `${noBreak}a year` }, zh: { scale: 1, text: '/年' } },
  'CNY/person/month': { en: { scale: 1, text: `${noBreak}¤ a month` }, zh: { scale: 1, text: '¤/月' } },
  'CNY/person/year': { en: { scale: 1, text: `${noBreak}¤ a year` }, zh: { scale: 1, text: '¤/年' } },
  'CNY k/person/year': {
    en: { scale: 1, text: `${noBreak}thousand ¤ a year` },
    zh: { scale: 0.1, text: '万¤/年' },
  },
  'CNY k/person': { en: { scale: 1, text: `${noBreak}thousand ¤` }, zh: { scale: 0.1, text: '万¤' } },
  'CNY bn/year': { en: { scale: 1, text: `${noBreak}bn ¤ a year` }, zh: { scale: 10, text: '亿¤/年' } },
  'CNY bn': { en: { scale: 1, text: `${noBreak}bn ¤` }, zh: { scale: 10, text: '亿¤' } },
  'person m/year': {
    en: { scale: 1, text: `${noBreak}million people a year` },
    zh: { scale: 100, text: '万人/年' },
  },
  'household m': { en: { scale: 1, text: `${noBreak}million households` }, zh: { scale: 100, text: '万户' } },
  'robot k': { en: { scale: 1, text: `${noBreak}thousand robots` }, zh: { scale: 0.1, text: '万台' } },
  'm2 m': { en: { scale: 1, text: `${noBreak}million m²` }, zh: { scale: 100, text: '万平方米' } },
  'm2 m/year': { en: { scale: 1, text: `${noBreak}million m² a year` }, zh: { scale: 100, text: '万平方米/年' } },
  't m/year': { en: { scale: 1, text: `${noBreak}million tonnes a year` }, zh: { scale: 100, text: '万吨/年' } },
  'CNY k/m2': { en: { scale: 1, text: `${noBreak}thousand ¤ per m²` }, zh: { scale: 1000, text: '¤/平方米' } },
  'ug/m3': { en: { scale: 1, text: `${noBreak}µg/m³` }, zh: { scale: 1, text: ' 微克/立方米' } },
  'USD/barrel': { en: { scale: 1, text: `${noBreak}dollars a barrel` }, zh: { scale: 1, text: ' 美元/桶' } },
  month: { en: { scale: 1, text: `${noBreak}months` }, zh: { scale: 1, text: '个月' } },
  'person/robot': { en: { scale: 1, text: `${noBreak}people per robot` }, zh: { scale: 1, text: '人/台' } },
  'robot k/person m': { en: { scale: 1, text: `${noBreak}per thousand people` }, zh: { scale: 1, text: '台/千人' } },
  'CNY m/robot': { en: { scale: 1, text: `${noBreak}million ¤ per robot` }, zh: { scale: 100, text: '万¤/台' } },
  'CNY m/robot/year': {
    en: { scale: 1, text: `${noBreak}million ¤ per robot a year` },
    zh: { scale: 100, text: '万¤/台·年' },
  },
  '1 m/year': { en: { scale: 1, text: `${noBreak}million a year` }, zh: { scale: 100, text: '万/年' } },
  'household/person': { en: { scale: 1, text: `${noBreak}households per person` }, zh: { scale: 1, text: '户/人' } },
  'm2/household': { en: { scale: 1, text: `${noBreak}m² per household` }, zh: { scale: 1, text: '平方米/户' } },
  'm2/household/year': {
    en: { scale: 1, text: `${noBreak}m² per household a year` },
    zh: { scale: 1, text: '平方米/户·年' },
  },
  'person m': { en: { scale: 1, text: `${noBreak}million people` }, zh: { scale: 100, text: '万人' } },
}

/** A unit that is not in the list is shown as the model writes it; money by the name of its currency. */
export const unitWords = (unit: string, language: Language): UnitWords => {
  const found = (known[unit] ?? known[modelUnit(unit)])?.[language]
  if (found === undefined) return { scale: 1, text: `${noBreak}${unit}` }
  const currency = currencyOf(unit)
  return currency === undefined ? found : { ...found, text: withCurrency(found.text, currency, language) }
}
