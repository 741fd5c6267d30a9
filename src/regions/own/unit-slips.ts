/** Converts units used by statistical offices to those of the model, such as 亿元 to a tenth of a billion. */

import { currencyOf } from '../../language/currency.ts'

/** Base unit -> words for it -> how many of the base unit one of them is. */
const bases: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  CNY: { CNY: 1, RMB: 1, yuan: 1, 元: 1 },
  person: { person: 1, persons: 1, people: 1, 人: 1 },
  household: { household: 1, households: 1, 户: 1 },
  m2: { m2: 1, 'm²': 1, sqm: 1, 平方米: 1 },
  t: { t: 1, ton: 1, tons: 1, tonnes: 1, 吨: 1 },
  robot: { robot: 1, robots: 1, 台: 1 },
}

/** Behind a base word in English, before it in Chinese. */
const behind: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  m: 1e6,
  bn: 1e9,
  tn: 1e12,
  million: 1e6,
  billion: 1e9,
}
const before: Readonly<Record<string, number>> = {
  '': 1,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  万亿: 1e12,
}

/** Parts of a whole, and rates of them. */
const parts: Readonly<Record<string, number>> = {
  share: 1,
  比例: 1,
  '1': 1,
  '%': 0.01,
  百分之: 0.01,
  '‰': 0.001,
  per10000: 1e-4,
}

/** Not what every object has, such as a constructor. */
const ownOf = (record: Readonly<Record<string, number>>, word: string): number | undefined =>
  Object.hasOwn(record, word) ? record[word] : undefined

interface Measure {
  readonly base: string
  readonly scale: number
}

const word = (text: string): Measure | undefined => {
  for (const [base, words] of Object.entries(bases)) {
    for (const [name, one] of Object.entries(words)) {
      if (text.startsWith(name)) {
        const scale = ownOf(behind, text.slice(name.length).trim())
        if (scale !== undefined) return { base, scale: one * scale }
      }
      if (text.endsWith(name)) {
        const scale = ownOf(before, text.slice(0, -name.length))
        if (scale !== undefined) return { base, scale: one * scale }
      }
    }
  }
  // Other currencies go by their code.
  const scale = currencyOf(text) === undefined ? undefined : ownOf(behind, text.slice(3).trim())
  if (scale !== undefined) return { base: text.slice(0, 3), scale }
  const part = ownOf(parts, text)
  return part === undefined ? undefined : { base: 'share', scale: part }
}

interface Parsed {
  /** The measured quantity and its base: 'CNY/person'. */
  readonly of: string
  readonly scale: number
  readonly yearly: boolean
}

const isYear = (text: string): boolean => ['year', 'a', 'yr', '年'].includes(text)

const parsed = (unit: string): Parsed | undefined => {
  const [top = '', ...below] = unit.split('/').map(part => part.trim())
  const measures = [top, ...below.filter(part => !isYear(part))].map(word)
  if (measures.some(measure => measure === undefined)) return undefined
  const [first, ...others] = measures as Measure[]
  return {
    of: [first!.base, ...others.map(({ base }) => base)].join('/'),
    scale: others.reduce((scale, other) => scale / other.scale, first!.scale),
    yearly: below.some(isYear),
  }
}

/**
 * Factor that brings a value in `given` to `wanted`; undefined where the two do not measure the same. Tables of a year
 * leave 'a year' away, so a missing one is no other unit; one too many is.
 */
export const factorBetween = (given: string, wanted: string): number | undefined => {
  const [from, to] = [parsed(given.trim()), parsed(wanted)]
  if (from === undefined || to === undefined || from.of !== to.of) return undefined
  if (from.yearly && !to.yearly) return undefined
  return Number((from.scale / to.scale).toPrecision(12))
}

/** A value times a factor, without the dust of binary fractions. */
export const times = (text: string | number, factor: number): string =>
  String(Number((Number(text) * factor).toPrecision(12)))

/** Units in which offices publish what the model has in another. */
const published = [
  '亿元',
  '万元',
  '百万元',
  '元',
  '万人',
  '千人',
  '人',
  '万户',
  '户',
  '万平方米',
  '平方米',
  '万吨',
  '吨',
  '万台',
  '台',
  '%',
  '‰',
]
const perHead = ['元/人', '万元/人', '元/平方米', '万元/平方米']

/** Factors on values that were written in a unit of offices while the unit beside them was left as it stood. */
export const likelySlips = (unit: string): number[] => {
  const factors = [...published, ...perHead].map(given => factorBetween(given, unit))
  return [...new Set(factors.filter(factor => factor !== undefined && factor !== 1) as number[])]
}
