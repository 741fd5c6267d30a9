/** Parses equation texts into syntax trees with positions; the grammar is in docs/guide/language.md. */

import { messages as syntaxMessages } from '../texts/syntax.ts'
import { binaryValue } from './emit/arithmetic.ts'
import type { Both, Message } from './messages.ts'

export interface Selector {
  /** A single label has `from` only; a range may leave out either end. */
  readonly from: string | undefined
  readonly to: string | undefined
  readonly range: boolean
}

interface Place {
  /** Positions of the first character and of the one after the last. */
  readonly start: number
  readonly end: number
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '<' | '<=' | '>' | '>=' | '=' | '!=' | 'and' | 'or'

export type Syntax = Place &
  (
    | { readonly type: 'number'; readonly value: number; readonly unit: string | undefined }
    | { readonly type: 'name'; readonly name: string; readonly index: readonly Selector[] | undefined }
    | { readonly type: 'call'; readonly name: string; readonly inputs: readonly Syntax[] }
    | { readonly type: 'negate' | 'not'; readonly operand: Syntax }
    | { readonly type: 'binary'; readonly operator: BinaryOperator; readonly left: Syntax; readonly right: Syntax }
  )

/** Thrown by `parse`; the linker adds the declaration's name. */
export class SyntaxProblem extends Error {
  readonly what: Message
  readonly position: number

  constructor(what: Message, position: number) {
    super(what.text.en)
    this.what = what
    this.position = position
  }
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95
const isWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95

/** Kinds of tokens: a sign's character code, minus that of its first one where '=' follows, or one of these. */
const end = -1
const number = -2
const word = -3
const wordAnd = -4
const wordOr = -5
const wordNot = -6
const open = 40
const close = 41
const comma = 44
const minus = 45
const openIndex = 91
const closeIndex = 93
const openUnit = 123

const negationPower = 3
const comparisonPower = 4
const minusPower = 7
const powerPower = 8

/** Strength with which a token binds on both sides of it; 0 for what is no operator. */
const powerOf = (kind: number): number => {
  switch (kind) {
    case end:
    case close:
    case comma:
      return 0
    case 42:
    case 47:
      return 6
    case 43:
    case minus:
      return 5
    case 94:
      return powerPower
    case 60:
    case 61:
    case 62:
    case -33:
    case -60:
    case -62:
      return comparisonPower
    case wordAnd:
      return 2
    case wordOr:
      return 1
    default:
      return 0
  }
}

/** Operator precedence over tokens read one ahead. One parser reads any number of texts. */
export class Parser {
  private text = ''
  /** The earliest place at which the next token begins. */
  private position = 0
  /** The present token, and the word when it is one. */
  private kind = end
  private name = ''
  private start = 0
  private end = 0
  /** End of the token before it. */
  private lastEnd = 0

  parse(text: string): Syntax {
    this.text = text
    this.position = 0
    this.end = 0
    this.next()
    const tree = this.expression(1)
    if (this.kind !== end) throw this.unexpected(syntaxMessages.operator().text)
    return tree
  }

  /** Everything that binds at least as tightly as `least`. */
  private expression(least: number): Syntax {
    let left = this.prefix(least)
    for (;;) {
      const power = powerOf(this.kind)
      if (power < least) return left
      const operator = this.text.slice(this.start, this.end) as BinaryOperator
      this.next()
      const right = this.expression(power === powerPower ? powerPower : power + 1)
      left = { type: 'binary', operator, left, right, start: left.start, end: right.end }
      if (power === comparisonPower && powerOf(this.kind) === comparisonPower) {
        throw new SyntaxProblem(syntaxMessages.comparisonTwice(), this.start)
      }
    }
  }

  private prefix(least: number): Syntax {
    const { start } = this
    switch (this.kind) {
      case word:
        return this.named()
      case number:
        return this.number()
      case open: {
        this.next()
        const inner = this.expression(1)
        this.expect(close)
        // The tree is ours alone so far: its place may still be widened to the brackets.
        const place: { start: number; end: number } = inner
        place.start = start
        place.end = this.lastEnd
        return inner
      }
      case minus: {
        this.next()
        const operand = this.expression(minusPower)
        return { type: 'negate', operand, start, end: operand.end }
      }
      case wordNot: {
        if (least > negationPower) break
        this.next()
        const operand = this.expression(negationPower)
        return { type: 'not', operand, start, end: operand.end }
      }
      default:
    }
    throw this.unexpected(syntaxMessages.value().text)
  }

  private number(): Syntax {
    const { start, end: after, text } = this
    const value = Number(text.slice(start, after))
    if (Number.isNaN(value) || isLetter(text.charCodeAt(after))) {
      throw new SyntaxProblem(syntaxMessages.notNumber({ word: text.slice(start, after + 1) }), start)
    }
    this.next()
    if (this.kind !== openUnit) return { type: 'number', value, unit: undefined, start, end: after }
    const last = text.indexOf('}', this.start)
    if (last < 0) throw new SyntaxProblem(syntaxMessages.unitOpen({ open: '{', close: '}' }), this.start)
    const unit = text.slice(this.end, last)
    this.position = last + 1
    this.next()
    return { type: 'number', value, unit, start, end: last + 1 }
  }

  private named(): Syntax {
    const { name, start, end: after } = this
    this.next()
    if (this.kind === open) {
      this.next()
      const inputs = [this.expression(1)]
      while (this.at(comma)) {
        this.next()
        inputs.push(this.expression(1))
      }
      this.expect(close)
      return { type: 'call', name, inputs, start, end: this.lastEnd }
    }
    if (this.kind !== openIndex) return { type: 'name', name, index: undefined, start, end: after }
    const index = [this.selector()]
    while (this.at(comma)) index.push(this.selector())
    this.expect(closeIndex)
    return { type: 'name', name, index, start, end: this.lastEnd }
  }

  /** After '[' or ','. Labels may begin with a digit, so they are not tokens like others. */
  private selector(): Selector {
    const from = this.label()
    const range = this.text.startsWith('..', this.position)
    if (range) this.position += 2
    const to = range ? this.label() : undefined
    this.next()
    if (from === undefined && !range) throw this.unexpected(syntaxMessages.label().text)
    return { from, to, range }
  }

  private label(): string | undefined {
    const start = this.blanks()
    let at = start
    while (isWord(this.text.charCodeAt(at))) at++
    this.position = at
    this.end = at
    this.blanks()
    return at === start ? undefined : this.text.slice(start, at)
  }

  /** Reads the next token. */
  private next(): void {
    const { text } = this
    this.lastEnd = this.end
    const start = this.blanks()
    this.start = start
    if (start >= text.length) {
      this.kind = end
      this.end = start
      return
    }
    const code = text.charCodeAt(start)
    let at = start + 1
    if (isLetter(code)) {
      while (isWord(text.charCodeAt(at))) at++
      const name = text.slice(start, at)
      this.name = name
      this.kind =
        at > start + 3 ? word : name === 'and' ? wordAnd : name === 'or' ? wordOr : name === 'not' ? wordNot : word
    } else if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(at)))) {
      at = this.numberEnd(start)
      this.kind = number
    } else if ((code === 60 || code === 62 || code === 33) && text.charCodeAt(at) === 61) {
      at++
      this.kind = -code
    } else this.kind = code
    this.end = at
    this.position = at
  }

  private numberEnd(start: number): number {
    const { text } = this
    let at = start
    while (isDigit(text.charCodeAt(at))) at++
    if (text.charCodeAt(at) === 46) {
      at++
      while (isDigit(text.charCodeAt(at))) at++
    }
    const mark = text.charCodeAt(at)
    if (mark !== 101 && mark !== 69) return at
    const sign = text.charCodeAt(at + 1)
    let digits = sign === 43 || sign === 45 ? at + 2 : at + 1
    if (!isDigit(text.charCodeAt(digits))) return at
    while (isDigit(text.charCodeAt(digits))) digits++
    return digits
  }

  private at(kind: number): boolean {
    return this.kind === kind
  }

  private expect(kind: number): void {
    if (this.kind !== kind) {
      const sign = String.fromCharCode(kind)
      throw this.unexpected({ en: `'${sign}'`, zh: `“${sign}”` })
    }
    this.next()
  }

  /** Passes over blanks and comments; returns the position after them. */
  private blanks(): number {
    const { text } = this
    let at = this.position
    for (;;) {
      const code = text.charCodeAt(at)
      if (code === 32 || code === 10 || code === 9 || code === 13) at++
      else if (code === 35) {
        const line = text.indexOf('\n', at)
        at = line < 0 ? text.length : line
      } else {
        this.position = at
        return at
      }
    }
  }

  private unexpected(wanted: Both<string>): SyntaxProblem {
    const found = this.kind === end ? undefined : this.text.slice(this.start, this.end)
    return new SyntaxProblem(syntaxMessages.unexpected({ wanted, found }), this.start)
  }
}

export const parse = (text: string): Syntax => new Parser().parse(text)

/** The expressions that an expression is made of. */
export const syntaxParts = (syntax: Syntax): readonly Syntax[] => {
  if (syntax.type === 'call') return syntax.inputs
  if (syntax.type === 'binary') return [syntax.left, syntax.right]
  return 'operand' in syntax ? [syntax.operand] : []
}

/** The value of a text made of literals only, such as an exponent (1/3). */
export const literalValue = (syntax: Syntax): number | undefined => {
  if (syntax.type === 'number') return syntax.unit === undefined ? syntax.value : undefined
  if (syntax.type === 'negate') {
    const value = literalValue(syntax.operand)
    return value === undefined ? undefined : -value
  }
  if (syntax.type !== 'binary' || !'+-*/'.includes(syntax.operator)) return undefined
  const left = literalValue(syntax.left)
  const right = literalValue(syntax.right)
  return left === undefined || right === undefined ? undefined : binaryValue(syntax.operator, left, right)
}
