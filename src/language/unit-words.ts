/** Units of the equation language in words for readers. */

import { currencyOf, currencyWord } from './currency.ts'

const scaleWords: Readonly<Record<string, string>> = { k: 'thousand', m: 'million', bn: 'bn', tn: 'tn' }

/** Base units as people write them: of a number of things, and of one of them. */
const baseWords: Readonly<Record<string, readonly [many: string, one: string]>> = {
  person: ['people', 'person'],
  household: ['households', 'household'],
  robot: ['robots', 'robot'],
  m2: ['m²', 'm²'],
  m3: ['m³', 'm³'],
}

/** 'CNY bn/year' -> 'bn yuan a year', 'CNY k/m2' -> 'thousand yuan per m²'. Products of units stay as they are written. */
export const unitInWords = (unit: string): string => {
  if (unit.includes('*') || unit.includes('^')) return unit
  if (unit === 'ug/m3') return 'µg/m³'
  const [above, ...below] = unit.split('/')
  const [base, scale] = above.split(' ')
  const currency = currencyOf(base)
  const many = currency === undefined ? (baseWords[base]?.[0] ?? base) : currencyWord(currency, 'en')
  const amount = [...(scale === undefined ? [] : [scaleWords[scale] ?? scale]), many]
  const per = below.filter(one => one !== 'year').map(one => baseWords[one]?.[1] ?? one)
  const yearly = below.includes('year')
  const rate =
    per.length === 0 ? (yearly ? ['a year'] : []) : [`per ${[...per, ...(yearly ? ['year'] : [])].join(' and ')}`]
  return [...(above === '1' ? [] : amount), ...rate].join(' ')
}
