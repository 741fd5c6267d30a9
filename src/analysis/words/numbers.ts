/**
 * Formats numbers for readers: money, shares, people and units, in the units of the language, converted at full precision
 * and rounded once. Never prints NaN, but reports it.
 */

import { currencyOf, currencyWord, modelCurrency } from '../../language/currency.ts'
import { unitInWords } from '../../language/unit-words.ts'
import type { Language } from '../../language/messages.ts'

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

const noBreak = '\u00a0'
const minus = '−'

/** Digits that leave three figures of the largest of some numbers. */
export const figureDigits = (values: readonly number[]): number => {
  const most = Math.max(...values.map(Math.abs))
  return most === 0 ? 1 : Math.min(8, Math.max(0, 2 - Number(most.toExponential().split('e')[1])))
}

export interface Numbers {
  readonly language: Language
  /** 1,234.5: three figures unless `digits` says otherwise. */
  plain(value: number, digits?: number): string
  /** With its sign, for changes: +2.5, −0.3, 0.0. */
  signed(value: number, digits?: number): string
  /** 0.035 -> 3.5 % */
  percent(share: number, digits?: number): string
  signedPercent(share: number, digits?: number): string
  /** A change between two shares, 0.012 -> +1.2 pp */
  points(change: number, digits?: number): string
  /** A chance in whole per cent, never 0 or 100: 'under 1 %'. */
  chance(share: number): string
  /** The same without its sign, for tables headed %: 'under 1'. */
  chanceNumber(share: number): string
  /** ± 1.96 standard errors of a chance, in points: '± 2.6'. */
  error(standardError: number): string
  /** Money in billions: 64.7 bn yuan, 647亿元; from 10,000 亿元 on in 万亿元. */
  money(billions: number, digits?: number): string
  signedMoney(billions: number, digits?: number): string
  /** Million people: 95.8 m, 9,583万人. */
  people(millions: number): string
  /** 2033–37, 2033—37 */
  years(from: number, to: number): string
  /** Calendar time within a quarter -> 2035 Q4 */
  quarter(time: number): string
  /** A power of ten, for residuals: 3 × 10⁻¹² */
  scientific(value: number): string
  /** The mark in place of a value that is not known. */
  readonly noFigure: string
}

/** A number as it is written, with a plus before what rises. */
export const withSign = (text: string, value: number): string => (value > 0 && /[1-9]/.test(text) ? `+${text}` : text)

const make = (language: Language, currency: string): Numbers => {
  const word = currencyWord(currency, language)
  const chinese = language === 'zh'
  const space = chinese ? '' : noBreak
  const plain = (value: number, digits?: number): string => number(value, digits).replace('-', minus)
  const change = (value: number, digits?: number): string => withSign(plain(value, digits), value)
  const ofHundred = (share: number, digits = 1): string => `${plain(share * 100, digits)}${space}%`
  const chanceNumber = (share: number): string => {
    if (share < 0.005) return chinese ? '不到1' : 'under 1'
    if (share >= 0.995) return chinese ? '超过99' : 'over 99'
    return plain(share * 100, 0)
  }
  const amount = (billions: number, digits?: number): string => {
    if (!chinese) {
      const trillions = Math.abs(billions) >= 9_999.5
      const value = trillions ? billions / 1000 : billions
      return `${plain(value, digits)}${noBreak}${trillions ? 'tn' : 'bn'} ${word}`
    }
    const hundredMillions = billions * 10
    if (Math.abs(hundredMillions) < 9_999.5) return `${plain(hundredMillions, digits)}亿${word}`
    return `${plain(hundredMillions / 10_000)}万亿${word}`
  }
  return {
    language,
    plain,
    signed: change,
    percent: ofHundred,
    signedPercent: (share, digits = 1) => withSign(ofHundred(share, digits), share),
    points: (parts, digits = 1) => `${change(parts * 100, digits)}${chinese ? '个百分点' : `${noBreak}pp`}`,
    chance: share => `${chanceNumber(share)}${space}%`,
    chanceNumber,
    error: standardError => `±${noBreak}${plain(1.96 * standardError * 100, 1)}`,
    money: amount,
    signedMoney: (billions, digits) => withSign(amount(billions, digits), billions),
    people: millions => {
      if (chinese) return `${plain(millions * 100)}万人`
      const thousands = Math.abs(millions) < 0.9995
      return thousands ? `${plain(millions * 1000)}${noBreak}thousand` : `${plain(millions)}${noBreak}m`
    },
    years: (from, to) => `${from}${chinese ? '—' : '–'}${String(to % 100).padStart(2, '0')}`,
    quarter: time => {
      const year = Math.floor(time + 1e-6)
      const quarter = Math.floor((time - year) * 4 + 1e-6)
      return chinese ? `${year}年${'一二三四'[quarter]}季度` : `${year} Q${quarter + 1}`
    },
    scientific: value => tiny(value).replace(/^-/, minus).replaceAll(' ', noBreak),
    noFigure: chinese ? '无数据' : 'no figure',
  }
}

const made = new Map<string, Numbers>()

/** The same object each time, so that components do not render anew. */
export const numbersIn = (language: Language, currency: string = modelCurrency): Numbers => {
  const key = `${language} ${currency}`
  const known = made.get(key) ?? make(language, currency)
  made.set(key, known)
  return known
}
