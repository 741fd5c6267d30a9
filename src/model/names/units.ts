/** Units of the model as readers see them behind a number, in both languages. */

import { currencyOf, modelUnit, withCurrency } from '../../language/currency.ts'
import type { Language } from '../../language/messages.ts'

/** Factor on a stored number, and the text behind it. */
export interface UnitWords {
  readonly scale: number
  readonly text: string
}

const noBreak = '\u00a0'

/** `scale` is that of Chinese; in English numbers are as they are stored. */
const said = (en: string, zh: string, scale = 1): Readonly<Record<Language, UnitWords>> => ({
  en: { scale: 1, text: en === '' ? '' : `${noBreak}${en}` },
  zh: { scale, text: zh },
})

const known: Readonly<Record<string, Readonly<Record<Language, UnitWords>>>> = {
  '%': said('%', '%'),
  '%/year': said('% a year', '%/年'),
  share: said('', ''),
  index: said('', ''),
  '1': said('', ''),
  year: said('years', '年'),
  '1/year': said('a year', '/年'),
  'CNY/person/month': said('¤ a month', '¤/月'),
  'CNY/person/year': said('¤ a year', '¤/年'),
  'CNY k/person/year': said('thousand ¤ a year', '万¤/年', 0.1),
  'CNY k/person': said('thousand ¤', '万¤', 0.1),
  'CNY bn/year': said('bn ¤ a year', '亿¤/年', 10),
  'CNY bn': said('bn ¤', '亿¤', 10),
  'person m/year': said('million people a year', '万人/年', 100),
  'household m': said('million households', '万户', 100),
  'robot k': said('thousand robots', '万台', 0.1),
  'm2 m': said('million m²', '万平方米', 100),
  'm2 m/year': said('million m² a year', '万平方米/年', 100),
  't m/year': said('million tonnes a year', '万吨/年', 100),
  'CNY k/m2': said('thousand ¤ per m²', '¤/平方米', 1000),
  'ug/m3': said('µg/m³', ' 微克/立方米'),
  'USD/barrel': said('dollars a barrel', ' 美元/桶'),
  month: said('months', '个月'),
  'person/robot': said('people per robot', '人/台'),
  'robot k/person m': said('per thousand people', '台/千人'),
  'CNY m/robot': said('million ¤ per robot', '万¤/台', 100),
  'CNY m/robot/year': said('million ¤ per robot a year', '万¤/台·年', 100),
  '1 m/year': said('million a year', '万/年', 100),
  'household/person': said('households per person', '户/人'),
  'm2/household': said('m² per household', '平方米/户'),
  'm2/household/year': said('m² per household a year', '平方米/户·年'),
  'person m': said('million people', '万人', 100),
}

/** A unit that is not in the list is shown as the model writes it; money by the name of its currency. */
export const unitWords = (unit: string, language: Language): UnitWords => {
  const found = (known[unit] ?? known[modelUnit(unit)])?.[language]
  if (found === undefined) return { scale: 1, text: `${noBreak}${unit}` }
  const currency = currencyOf(unit)
  return currency === undefined ? found : { ...found, text: withCurrency(found.text, currency, language) }
}
