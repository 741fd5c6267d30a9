/** Formats numbers for readers: money, shares, people and units. Never prints NaN, but reports it. */

import { currencyOf, currencyWord } from '../../language/currency.ts'
import { unitInWords } from '../../language/unit-words.ts'

/** Quantiles of an ensemble, in the unit of the quantity. */
export interface Band {
  readonly low: number
  readonly median: number
  readonly high: number
}

/** Digits after the point that leave three figures: the one rule of pages; files carry one figure more. */
const digitsFor = (size: number): number => {
  const magnitude = Math.abs(size)
  if (magnitude >= 99.95) return 0
  if (magnitude >= 9.995 || magnitude === 0) return 1
  return magnitude >= 0.9995 ? 2 : 3
}

/** Making one takes longer than a hundred uses of it, and labels are written in every frame of a drag. */
const formats = new Map<number, Intl.NumberFormat>()

/** Thousands are grouped in both languages: an axis from 8,000 to 10,000 has one way of writing them. */
const formatOf = (digits: number): Intl.NumberFormat => {
  const made =
    formats.get(digits) ??
    new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  formats.set(digits, made)
  return made
}

/** 6180.4 -> '6,180', 2.5 -> '2.50', 0.46 -> '0.460'; the same number of digits everywhere when `digits` is given. */
export function number(value: number, digits: number = digitsFor(value)): string {
  if (!Number.isFinite(value)) {
    throw new RangeError(
      `cannot show ${value} as a number; find the variable that produced it and correct its equation`,
    )
  }
  const text = formatOf(digits).format(value)
  return /^-[0.,]+$/.test(text) ? text.slice(1) : text
}

const asStated = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 })

/** A number that somebody set, such as a bound or a budget: three figures at most, and no digit that it does not have. */
export const stated = (value: number): string => asStated.format(value)

/** A share of 0.035 -> '3.5 %'. */
export const percent = (share: number, digits = 1): string => `${number(share * 100, digits)} %`

/** With its sign, for changes against a baseline: '+2.5', '-0.3', '0.0'. */
export function signed(value: number, digits: number = digitsFor(value)): string {
  const text = number(value, digits)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** Money in billions: '64.7 bn yuan', '6,180 bn USD', from ten trillion on '11.5 tn yuan'. */
export const money = (billions: number, currency: string): string => {
  const word = currencyWord(currency, 'en')
  return Math.abs(billions) >= 9_999.5 ? `${number(billions / 1000)} tn ${word}` : `${number(billions)} bn ${word}`
}

/** Million people: '95.8 million people', '363 thousand people', '120 people'. */
export function people(millions: number): string {
  const size = Math.abs(millions)
  if (size >= 0.9995) return `${number(millions)} million people`
  if (size >= 0.0009995) return `${number(millions * 1000)} thousand people`
  return `${number(millions * 1_000_000, 0)} people`
}

/** A quantity in a unit of the equation language: (0.035, 'share') -> '3.5 %', (3.1, 'CNY k/person') -> '3.1 thousand yuan per person'. */
export function quantity(value: number, unit: string): string {
  if (unit === 'share') return percent(value)
  const currency = currencyOf(unit)
  if (currency !== undefined && unit === `${currency} bn`) return money(value, currency)
  if (unit === 'person m') return people(value)
  if (unit === 'index' || unit === '1') return number(value)
  return `${number(value)} ${unitInWords(unit)}`
}

const superscript = (exponent: number): string =>
  [...String(exponent)].map(letter => (letter === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(letter)])).join('')

/** A power of ten, for residuals: 3e-15 -> '3 × 10⁻¹⁵'. */
export const tiny = (value: number): string => {
  if (value === 0 || !Number.isFinite(value)) return String(value)
  const [mantissa, exponent] = value.toExponential(0).split('e')
  return `${mantissa} × 10${superscript(Number(exponent))}`
}
