/**
 * Formats numbers for readers in both languages: money and people in the units of the language, converted at full
 * precision and rounded once; readable signs; never NaN.
 */

import { number, tiny } from './numbers.ts'
import { currencyWord, modelCurrency } from '../../language/currency.ts'
import type { Language } from '../../language/messages.ts'

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
  /** What stands for a value that is not known. */
  readonly noFigure: string
}

const withSign = (text: string, value: number): string => (value > 0 && /[1-9]/.test(text) ? `+${text}` : text)

const make = (language: Language, currency: string): Numbers => {
  const word = currencyWord(currency, language)
  const chinese = language === 'zh'
  const space = chinese ? '' : noBreak
  const plain = (value: number, digits?: number): string => number(value, digits).replace('-', minus)
  const signed = (value: number, digits?: number): string => withSign(plain(value, digits), value)
  const percent = (share: number, digits = 1): string => `${plain(share * 100, digits)}${space}%`
  const chanceNumber = (share: number): string => {
    if (share < 0.005) return chinese ? '不到1' : 'under 1'
    if (share >= 0.995) return chinese ? '超过99' : 'over 99'
    return plain(share * 100, 0)
  }
  const money = (billions: number, digits?: number): string => {
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
    signed,
    percent,
    signedPercent: (share, digits = 1) => withSign(percent(share, digits), share),
    points: (change, digits = 1) => `${signed(change * 100, digits)}${chinese ? '个百分点' : `${noBreak}pp`}`,
    chance: share => `${chanceNumber(share)}${space}%`,
    chanceNumber,
    error: standardError => `±${noBreak}${plain(1.96 * standardError * 100, 1)}`,
    money,
    signedMoney: (billions, digits) => withSign(money(billions, digits), billions),
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
