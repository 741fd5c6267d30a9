/** Equation texts to syntax trees with positions in the text; the grammar is in docs/guide/language.md. */

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
  readonly position: number

  constructor(message: string, position: number) {
    super(message)
    this.position = position
  }
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95
const isWord = (code: number): boolean => isDigit(code) || isLetter(code)

/** How tightly each operator binds. */
const powers: ReadonlyMap<string, number> = new Map([
  ['or', 1],
  ['and', 2],
  ['<', 4],
  ['<=', 4],
  ['>', 4],
  ['>=', 4],
  ['=', 4],
  ['!=', 4],
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['/', 6],
  ['^', 8],
])
const negationPower = 3
const comparisonPower = 4
const minusPower = 7
const powerPower = 8

/** Operator precedence over tokens read one ahead. */
class Parser {
  private readonly text: string
  /** Where the next token begins, at the earliest. */
  private position = 0
  /** The present token: its sign or word, or 'number', or '' at the end. */
  private sign = ''
  private isName = false
  private start = 0
  private end = 0
  /** End of the token before it. */
  private lastEnd = 0

  constructor(text: string) {
    this.text = text
  }

  whole(): Syntax {
    this.next()
    const tree = this.expression(0)
    if (this.sign !== '') throw this.unexpected('an operator')
    return tree
  }

  /** Everything that binds at least as tightly as `least`. */
  private expression(least: number): Syntax {
    let left = this.prefix(least)
    for (;;) {
      const { sign } = this
      if (sign === ',' || sign === ')' || sign === '') return left
      const power = powers.get(sign)
      if (power === undefined || power < least) return left
      this.next()
      const right = this.expression(power === powerPower ? powerPower : power + 1)
      left = { type: 'binary', operator: sign as BinaryOperator, left, right, start: left.start, end: right.end }
      if (power === comparisonPower && powers.get(this.sign) === comparisonPower) {
        throw new SyntaxProblem("a comparison of a comparison; write 'a < b and b < c'", this.start)
      }
    }
  }

  private prefix(least: number): Syntax {
    const { sign, start } = this
    if (this.isName) {
      if (sign !== 'not') return this.name()
      if (least > negationPower) throw this.unexpected('a number, a name or a bracket')
      this.next()
      const operand = this.expression(negationPower)
      return { type: 'not', operand, start, end: operand.end }
    }
    if (sign === 'number') return this.number()
    if (sign === '(') {
      this.next()
      const inner = this.expression(0)
      this.expect(')')
      // The tree is ours alone so far: its place may still be widened to the brackets.
      const place: { start: number; end: number } = inner
      place.start = start
      place.end = this.lastEnd
      return inner
    }
    if (sign !== '-') throw this.unexpected('a number, a name or a bracket')
    this.next()
    const operand = this.expression(minusPower)
    return { type: 'negate', operand, start, end: operand.end }
  }

  private number(): Syntax {
    const { start, end, text } = this
    const value = Number(text.slice(start, end))
    if (Number.isNaN(value) || isLetter(text.charCodeAt(end))) {
      throw new SyntaxProblem(`'${text.slice(start, end + 1)}' is not a number`, start)
    }
    this.next()
    if (this.sign !== '{') return { type: 'number', value, unit: undefined, start, end }
    const close = text.indexOf('}', this.start)
    if (close < 0) throw new SyntaxProblem("the unit's '{' has no '}'", this.start)
    const unit = text.slice(this.end, close)
    this.position = close + 1
    this.next()
    return { type: 'number', value, unit, start, end: close + 1 }
  }

  private name(): Syntax {
    const { sign: name, start, end } = this
    if (name === 'and' || name === 'or') throw this.unexpected('a number, a name or a bracket')
    this.next()
    if (this.at('(')) {
      this.next()
      const inputs = [this.expression(0)]
      while (this.at(',')) {
        this.next()
        inputs.push(this.expression(0))
      }
      this.expect(')')
      return { type: 'call', name, inputs, start, end: this.lastEnd }
    }
    if (!this.at('[')) return { type: 'name', name, index: undefined, start, end }
    const index: Selector[] = []
    do index.push(this.selector())
    while (this.at(','))
    this.expect(']')
    return { type: 'name', name, index, start, end: this.lastEnd }
  }

  /** After '[' or ','. Labels may begin with a digit, so they are not tokens like others. */
  private selector(): Selector {
    const from = this.label()
    const range = this.text.startsWith('..', this.position)
    if (range) this.position += 2
    const to = range ? this.label() : undefined
    this.next()
    if (from === undefined && !range) throw this.unexpected('a label')
    return { from, to, range }
  }

  private label(): string | undefined {
    this.blanks()
    const start = this.position
    let at = start
    while (isWord(this.text.charCodeAt(at))) at++
    this.position = at
    this.lastEnd = at
    this.blanks()
    return at === start ? undefined : this.text.slice(start, at)
  }

  /** Reads the next token. */
  private next(): void {
    const { text } = this
    this.lastEnd = this.end
    this.blanks()
    const start = this.position
    const code = text.charCodeAt(start)
    let at = start + 1
    this.isName = false
    if (isLetter(code)) {
      while (isWord(text.charCodeAt(at))) at++
      this.sign = text.slice(start, at)
      this.isName = true
    } else if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(at)))) {
      at = this.numberEnd(start)
      this.sign = 'number'
    } else {
      if ((code === 60 || code === 62 || code === 33) && text.charCodeAt(at) === 61) at++
      this.sign = text.slice(start, at)
    }
    this.start = start
    this.end = Math.min(at, text.length)
    this.position = this.end
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

  private at(sign: string): boolean {
    return this.sign === sign
  }

  private expect(sign: string): void {
    if (this.sign !== sign || this.isName) throw this.unexpected(`'${sign}'`)
    this.next()
  }

  private blanks(): void {
    const { text } = this
    for (;;) {
      const code = text.charCodeAt(this.position)
      if (code === 32 || code === 10 || code === 9 || code === 13) this.position++
      else if (code === 35) {
        const line = text.indexOf('\n', this.position)
        this.position = line < 0 ? text.length : line
      } else return
    }
  }

  private unexpected(wanted: string): SyntaxProblem {
    const found = this.sign === '' ? 'the end' : `'${this.text.slice(this.start, this.end)}'`
    return new SyntaxProblem(`expected ${wanted} but found ${found}`, this.start)
  }
}

export const parse = (text: string): Syntax => new Parser(text).whole()

/** The value of a text made of literals only, such as an exponent (1/3). */
export const literalValue = (syntax: Syntax): number | undefined => {
  if (syntax.type === 'number') return syntax.unit === undefined ? syntax.value : undefined
  if (syntax.type === 'negate') {
    const value = literalValue(syntax.operand)
    return value === undefined ? undefined : -value
  }
  if (syntax.type !== 'binary') return undefined
  const left = literalValue(syntax.left)
  const right = literalValue(syntax.right)
  if (left === undefined || right === undefined) return undefined
  switch (syntax.operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    default:
      return undefined
  }
}
