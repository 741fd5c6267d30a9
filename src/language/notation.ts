/** Writes syntax trees as text, in the equation language or in words, with brackets only where needed. */

import { type BinaryOperator, parse, type Selector, type Syntax } from './parse.ts'

/** Notation for the parts of a tree. */
export interface Notation {
  readonly name: (name: string) => string
  readonly label: (label: string) => string
  readonly number: (value: number, unit: string | undefined) => string
  /** With the blanks around it. */
  readonly operator: (operator: BinaryOperator | 'not') => string
  /** A function that stands before its first input without brackets, such as Σ; undefined for the others. */
  readonly prefix?: (name: string) => string | undefined
  /** Another tree in place of a node, such as a number without the guard against zero. */
  readonly instead?: (syntax: Syntax) => Syntax
}

/** Strength with which operators bind; those that bind as tightly as `-x` or less need brackets under `^`. */
export const powers: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '=': 4,
  '!=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '^': 8,
}
const notPower = 3
const comparisonPower = 4
const minusPower = 7
const prefixPower = 9
const whole = 10

interface Written {
  readonly text: string
  readonly power: number
}

const bracketed = ({ text, power }: Written, least: number): string => (power < least ? `(${text})` : text)

class Writer {
  private readonly notation: Notation

  constructor(notation: Notation) {
    this.notation = notation
  }

  write(given: Syntax): Written {
    const { notation } = this
    const syntax = notation.instead?.(given) ?? given
    switch (syntax.type) {
      case 'number':
        return { text: notation.number(syntax.value, syntax.unit), power: whole }
      case 'name':
        return { text: `${notation.name(syntax.name)}${this.index(syntax.index)}`, power: whole }
      case 'call':
        return this.call(syntax)
      case 'negate':
        return { text: `-${bracketed(this.write(syntax.operand), minusPower)}`, power: minusPower }
      case 'not':
        return {
          text: `${notation.operator('not')}${bracketed(this.write(syntax.operand), notPower)}`,
          power: notPower,
        }
      case 'binary':
        return this.binary(syntax)
    }
  }

  private binary({ operator, left, right }: Syntax & { readonly type: 'binary' }): Written {
    const power = powers[operator]
    // A power binds to the right, a comparison to neither side, the others to the left.
    const leastLeft = operator === '^' || power === comparisonPower ? power + 1 : power
    const leastRight = operator === '^' ? power : power + 1
    const second = this.write(right)
    // 'a * -b' is read by the parser, but not by people.
    const after = second.text.startsWith('-') ? `(${second.text})` : bracketed(second, leastRight)
    return { text: `${bracketed(this.write(left), leastLeft)}${this.notation.operator(operator)}${after}`, power }
  }

  private call({ name, inputs }: Syntax & { readonly type: 'call' }): Written {
    const prefix = this.notation.prefix?.(name)
    if (prefix !== undefined)
      return { text: `${prefix} ${bracketed(this.write(inputs[0]), whole)}`, power: prefixPower }
    return {
      text: `${this.notation.name(name)}(${inputs.map(input => this.write(input).text).join(', ')})`,
      power: whole,
    }
  }

  private index(selectors: readonly Selector[] | undefined): string {
    if (selectors === undefined) return ''
    const label = (word: string | undefined): string => (word === undefined ? '' : this.notation.label(word))
    return `[${selectors.map(({ from, to, range }) => `${label(from)}${range ? '..' : ''}${label(to)}`).join(', ')}]`
  }
}

export const written = (syntax: Syntax, notation: Notation): string => new Writer(notation).write(syntax).text

const same = (word: string): string => word

/** The equation language itself: `written` in it and parsed again gives the same tree. */
export const plain: Notation = {
  name: same,
  label: same,
  number: (value, unit) => (unit === undefined ? String(value) : `${String(value)}{${unit}}`),
  operator: operator => (operator === 'not' ? 'not ' : powers[operator] >= 6 ? operator : ` ${operator} `),
}

/** A text of the equation language in one way of writing: one line, the same blanks and brackets everywhere. */
export const tidy = (text: string): string => written(parse(text), plain)
