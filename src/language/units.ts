/** Unit algebra: products of base units with rational exponents, scales kept apart as exact powers of ten and twelve. */

import { messages as unitMessages } from '../texts/unit.ts'
import type { Message } from './messages.ts'

/** Exponents by base, without zeros, in the order of the bases' names; `key` is equal for equal units. */
export interface Unit {
  readonly key: string
  readonly powers: ReadonlyArray<readonly [base: string, exponent: number]>
}

/** A unit as declared: `%` is taken out of the unit and counts as hundredths of the stored number. */
export interface DeclaredUnit {
  readonly unit: Unit
  /** Stored number = natural number times this: 100 for `%`. */
  readonly factor: number
}

/** A model may list further ones. */
export const baseUnits: readonly string[] = ['CNY', 'person', 'year', 'm2']

/** Powers of ten that words stand for. */
const scales: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['m', 6],
  ['bn', 9],
  ['tn', 12],
])

/** Scales are pseudo-bases: units that differ in scale differ, and are never converted. */
const ten = '10'
const twelve = '12'

/** Sums of thirds and the like are brought back to the nearest fraction of small whole numbers. */
const exact = (exponent: number): number => {
  if (Number.isInteger(exponent)) return exponent
  const fraction = Math.round(exponent * 2520) / 2520
  return Math.abs(exponent - fraction) < 1e-9 ? fraction : exponent
}

type Power = Unit['powers'][number]

const keyed = (powers: readonly Power[]): Unit => {
  let key = ''
  for (const power of powers) key += `${power[0]}^${String(power[1])} `
  return { key, powers }
}

const unitOf = (exponents: ReadonlyMap<string, number>): Unit => {
  const powers: Power[] = []
  exponents.forEach((exponent, base) => {
    const rounded = exact(exponent)
    if (rounded !== 0) powers.push([base, rounded])
  })
  return keyed(powers.sort((a, b) => (a[0] < b[0] ? -1 : 1)))
}

export const dimensionless: Unit = { key: '', powers: [] }
export const yearUnit: Unit = keyed([['year', 1]])

/** Merges two lists of powers, both in the order of the bases' names. */
const combine = (a: readonly Power[], b: readonly Power[], sign: number): Unit => {
  const powers: Power[] = []
  let left = 0
  let right = 0
  while (left < a.length || right < b.length) {
    const first = a[left]
    const second = b[right]
    if (second === undefined || (first !== undefined && first[0] < second[0])) {
      powers.push(first)
      left++
    } else if (first === undefined || second[0] < first[0]) {
      powers.push([second[0], sign * second[1]])
      right++
    } else {
      const exponent = exact(first[1] + sign * second[1])
      if (exponent !== 0) powers.push([first[0], exponent])
      left++
      right++
    }
  }
  return keyed(powers)
}

export const raiseUnit = (a: Unit, exponent: number): Unit =>
  a.powers.length === 0 ? a : unitOf(new Map(a.powers.map(([base, power]) => [base, power * exponent])))

/** Remembers what units were combined to: a model has few, and combines them thousands of times. */
export class UnitTable {
  private readonly units = new Map<string, Unit>()
  private readonly products = new Map<Unit, Map<Unit, Unit>>()
  private readonly quotients = new Map<Unit, Map<Unit, Unit>>()

  private one(unit: Unit): Unit {
    const known = this.units.get(unit.key)
    if (known !== undefined) return known
    this.units.set(unit.key, unit)
    return unit
  }

  multiply(a: Unit, b: Unit): Unit {
    if (b.powers.length === 0) return a
    if (a.powers.length === 0) return b
    return this.combined(this.products, a, b, 1)
  }

  divide(a: Unit, b: Unit): Unit {
    return b.powers.length === 0 ? a : this.combined(this.quotients, a, b, -1)
  }

  private combined(known: Map<Unit, Map<Unit, Unit>>, a: Unit, b: Unit, sign: number): Unit {
    let row = known.get(a)
    if (row === undefined) known.set(a, (row = new Map()))
    let unit = row.get(b)
    if (unit === undefined) row.set(b, (unit = this.one(combine(a.powers, b.powers, sign))))
    return unit
  }
}

export const sameUnit = (a: Unit, b: Unit): boolean => a === b || a.key === b.key

/** A unit text that cannot be read; the linker adds the declaration's name. */
export class UnitProblem extends Error {
  readonly what: Message

  constructor(what: Message) {
    super(what.text.en)
    this.what = what
  }
}

const separators = ' */^'

const tokens = (text: string): string[] => {
  const found: string[] = []
  let word = ''
  for (const letter of text) {
    if (separators.includes(letter)) {
      if (word !== '') found.push(word)
      word = ''
      if (letter !== ' ') found.push(letter)
    } else word += letter
  }
  if (word !== '') found.push(word)
  return found
}

/** Reads `CNY bn/year`, `person m`, `1/year`, `%`, `CNY^0.5`; `bases` are the words allowed besides the scales. */
export const parseUnit = (text: string, bases: ReadonlySet<string>): DeclaredUnit => {
  const words = tokens(text)
  const exponents = new Map<string, number>()
  const add = (base: string, exponent: number): void => {
    exponents.set(base, (exponents.get(base) ?? 0) + exponent)
  }
  let hundredths = 0
  let position = 0
  let sign = 1
  const factor = (): void => {
    let scale = 0
    let base: string | undefined
    for (; position < words.length; position++) {
      const word = words[position] ?? ''
      const power = scales.get(word)
      if (power !== undefined && scale === 0) scale = power
      else if (base === undefined && !separators.includes(word)) base = word
      else break
    }
    if (base === undefined) throw new UnitProblem(unitMessages.missing({ text }))
    let exponent = sign
    if (words[position] === '^') {
      const power = Number(words[position + 1])
      if (!Number.isFinite(power)) throw new UnitProblem(unitMessages.power({ text }))
      exponent = sign * power
      position += 2
    }
    add(ten, scale * exponent)
    if (base === '%') hundredths += exponent
    else if (base === 'month') {
      add('year', exponent)
      add(twelve, -exponent)
    } else if (bases.has(base)) add(base, exponent)
    else if (base !== '1' && base !== 'share' && base !== 'index') {
      throw new UnitProblem(unitMessages.unknown({ base, text, known: [...bases].join(', ') }))
    }
  }
  factor()
  while (position < words.length) {
    const operator = words[position]
    if (operator !== '*' && operator !== '/')
      throw new UnitProblem(unitMessages.operator({ operator: operator ?? '', text }))
    sign = operator === '*' ? 1 : -1
    position++
    factor()
  }
  return { unit: unitOf(exponents), factor: 100 ** hundredths }
}

const wordOfScale = (power: number): string | undefined => {
  for (const [word, scale] of scales) if (scale === power) return word
  return undefined
}

const rank = (base: string): number => {
  const at = baseUnits.indexOf(base)
  return at < 0 ? baseUnits.length : at
}

/** The unit in the notation of declarations: 'CNY bn/year'. */
export const formatUnit = (unit: Unit): string => {
  const exponents = new Map<string, number>(unit.powers)
  const power = exponents.get(ten) ?? 0
  const dozen = exponents.get(twelve) ?? 0
  const years = exponents.get('year') ?? 0
  exponents.delete(ten)
  exponents.delete(twelve)
  // month^n is year^n with 12^-n.
  const months = dozen !== 0 && dozen === -years
  if (months) {
    exponents.delete('year')
    exponents.set('month', years)
  }
  const bases = [...exponents].sort((a, b) => Math.sign(b[1]) - Math.sign(a[1]) || rank(a[0]) - rank(b[0]))
  const scaled = bases.find(([, exponent]) => wordOfScale(power / exponent) !== undefined)
  const write = ([base, exponent]: readonly [string, number]): string => {
    const scale = scaled?.[0] === base ? ` ${wordOfScale(power / exponent) ?? ''}` : ''
    const size = Math.abs(exponent)
    return base + scale + (size === 1 ? '' : `^${String(size)}`)
  }
  const above = bases.filter(([, exponent]) => exponent > 0).map(write)
  const below = bases.filter(([, exponent]) => exponent < 0).map(entry => `/${write(entry)}`)
  const prefix =
    (power !== 0 && scaled === undefined ? `1e${String(power)} ` : '') +
    (dozen !== 0 && !months ? `12^${String(dozen)} ` : '')
  return prefix + (above.length === 0 ? '1' : above.join('*')) + below.join('')
}
