/**
 * The currency of money. Units of the model are written in one currency; a region may be in another, and then every unit
 * and every text says so.
 */

import type { Language } from './messages.ts'

/** The currency in which the units of the model and of its texts are written. */
export const modelCurrency = 'CNY'

/** A unit or an equation of the model with the currency of a region: 'CNY bn/year' -> 'USD bn/year'. */
export const unitIn = (text: string, currency: string): string =>
  currency === modelCurrency ? text : text.replaceAll(/\bCNY\b/g, currency)

/** The currency of a unit of money: 'USD' of 'USD bn/year'; undefined for units of anything else. */
export const currencyOf = (unit: string): string | undefined => /^[A-Z]{3}(?=[ /]|$)/.exec(unit)?.[0]

/** The reverse of `unitIn`: the unit as the model writes it. */
export const modelUnit = (unit: string): string => unit.replace(/^[A-Z]{3}(?=[ /]|$)/, modelCurrency)

/** Behind an amount: yuan and 元; other currencies by their code in English and by their name in Chinese. */
export const currencyWord = (currency: string, language: Language): string => {
  if (currency === modelCurrency) return language === 'zh' ? '元' : 'yuan'
  return language === 'zh' ? (new Intl.DisplayNames('zh', { type: 'currency' }).of(currency) ?? currency) : currency
}

/** Stands for the currency of the region in our own texts, as in the number patterns of CLDR. */
const sign = '¤'

/** A text of ours with the currency of the region in place of ¤. */
export const withCurrency = (text: string, currency: string, language: Language): string =>
  text.includes(sign) ? text.replaceAll(sign, currencyWord(currency, language)) : text
