/** Values and changes of an outcome as tables show it, in both languages. */

import { type Shown, shownAs } from '../../analysis/explain/shown.ts'
import { number, signed } from '../../analysis/words/numbers.ts'
import type { Both } from '../../language/messages.ts'
import { unitWords } from '../../model/names/units.ts'
import { both } from './report.ts'

/** A unit of the model: the factor of its numbers, and what stands behind them. */
export const unitOf = (unit: string): { readonly scale: Both<number>; readonly words: Both<string> } => {
  const [en, zh] = [unitWords(unit, 'en'), unitWords(unit, 'zh')]
  return { scale: { en: en.scale, zh: zh.scale }, words: { en: en.text.trim(), zh: zh.text.trim() } }
}

/** As the catalogue shows the variable, but for its growth, which is a rate whatever grows. */
export const shownOf = ({
  variable,
  unit,
  growth = false,
}: {
  readonly variable: string
  readonly unit: string
  readonly growth?: boolean
}): Both<Shown> => both(language => shownAs(growth ? '' : variable, unit, language))

/** The scale and the digits of a column. */
export const showOf = ({ en, zh }: Both<Shown>) => ({
  scale: { en: en.scale, zh: zh.scale },
  digits: { en: en.digits, zh: zh.digits },
})

/** The unit of changes, for a head. */
export const changeUnitOf = ({ en, zh }: Both<Shown>): Both<string> => ({
  en: en.changeUnit,
  zh: zh.changeUnit.trim().replace(/^个(?=百分点)/, ''),
})

/** With its unit. */
export const valueIn = (shown: Both<Shown>, value: number): Both<string> =>
  both(language => {
    const { scale, digits, unit } = shown[language]
    return `${number(value * scale, digits)}${language === 'en' ? ' ' : ''}${unit}`.trimEnd()
  })

/** The size of changes, such as a deviation. */
export const sizeIn = (shown: Both<Shown>, value: number): Both<string> =>
  valueIn({ en: { ...shown.en, unit: shown.en.changeUnit }, zh: { ...shown.zh, unit: shown.zh.changeUnit } }, value)

/** With its sign and, if it stands alone, its unit. */
export const changeIn = (shown: Both<Shown>, value: number, alone = true): Both<string> =>
  both(language => {
    const { scale, digits, changeUnit } = shown[language]
    const own = signed(value * scale, digits)
    return alone ? `${own}${language === 'en' ? ' ' : ''}${changeUnit}`.trimEnd() : own
  })
