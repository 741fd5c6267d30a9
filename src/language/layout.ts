/** Breaks a long equation text over several lines, and joins such lines into the text that the model contains. */

import { powers } from './notation.ts'
import { parse, type Syntax } from './parse.ts'

/**
 * The text on one line. A line break counts as a blank, and as nothing next to a bracket, `*`, `/` or `^`, so that a
 * text laid out by `laidOut` comes back to the letter. A text with a comment keeps its lines.
 */
export const joined = (text: string): string =>
  text.includes('\n') && !text.includes('#')
    ? text
        .trim()
        .replace(/[(^]\s*\n\s*/g, mark => mark.charAt(0))
        .replace(/\s*\n\s*(?=[)*/^])/g, '')
        .replace(/\s*\n\s*/g, ' ')
    : text

/** Terms up to this length share a line; longer ones stand alone, so that each can be read as a term. */
const shortTerm = 32

interface Term {
  readonly operator: string
  readonly syntax: Syntax
}

/** The operands of operators of one level, from left to right, each with the operator before it. */
const termsOf = (syntax: Syntax & { readonly type: 'binary' }): Term[] => {
  // Operators that bind equally tightly are broken together.
  const level = powers[syntax.operator]
  const terms: Term[] = []
  let rest: Syntax = syntax
  while (
    rest.type === 'binary' &&
    powers[rest.operator] === level &&
    (rest === syntax || rest.start === rest.left.start)
  ) {
    terms.unshift({ operator: rest.operator, syntax: rest.right })
    rest = rest.left
  }
  terms.unshift({ operator: '', syntax: rest })
  return terms
}

class Layout {
  private readonly text: string
  private readonly width: number

  constructor(text: string, width: number) {
    this.text = text
    this.width = width
  }

  private flat(syntax: Syntax): string {
    return this.text.slice(syntax.start, syntax.end)
  }

  /** The lines of one expression between what stands before it on its first line and after it on its last. */
  lines(syntax: Syntax, indent: number, before: string, after: string): string[] {
    const pad = ' '.repeat(indent)
    const flat = this.flat(syntax)
    if (indent + before.length + flat.length + after.length <= this.width) return [pad + before + flat + after]
    const bracketed = syntax.type === 'binary' ? syntax.start < syntax.left.start : flat.startsWith('(')
    if (bracketed) {
      const inner = flat.slice(1, -1).trim()
      const lines = new Layout(inner, this.width).lines(parse(inner), indent + 2, '', '')
      return [`${pad}${before}(`, ...lines, `${pad})${after}`]
    }
    switch (syntax.type) {
      case 'number':
      case 'name':
        return [pad + before + flat + after]
      case 'negate':
      case 'not':
        return this.lines(syntax.operand, indent, `${before}${syntax.type === 'not' ? 'not ' : '-'}`, after)
      case 'call': {
        const { name, inputs } = syntax
        const last = inputs.length - 1
        const lines = inputs.flatMap((input, at) => this.lines(input, indent + 2, '', at < last ? ',' : ''))
        return [`${pad}${before}${name}(`, ...lines, `${pad})${after}`]
      }
      case 'binary':
        return this.terms(syntax, indent, before, after)
    }
  }

  private terms(syntax: Syntax & { readonly type: 'binary' }, indent: number, before: string, after: string): string[] {
    const terms = termsOf(syntax)
    const product = powers[syntax.operator] >= powers['*']
    const space = product ? '' : ' '
    const together = product || terms.every(term => this.flat(term.syntax).length <= shortTerm)
    // The factors of a term stand further in than the terms themselves.
    const inside = product && before.endsWith(' ') ? indent + 2 : indent
    const last = terms.length - 1
    let lines: string[] = []
    terms.forEach((term, at) => {
      const tail = at === last ? after : ''
      const lead = at === 0 ? before : `${term.operator}${space}`
      const open = lines.at(-1)
      const continued = `${open ?? ''}${space}${lead}${this.flat(term.syntax)}${tail}`
      if (at > 0 && together && continued.length <= this.width) lines = [...lines.slice(0, -1), continued]
      else lines.push(...this.lines(term.syntax, at === 0 ? indent : inside, lead, tail))
    })
    return lines
  }
}

/** The lines of a text on one line, none wider than `width` where an operator, a bracket or a comma allows it. */
export const laidOut = (text: string, width: number): string[] => new Layout(text, width).lines(parse(text), 0, '', '')
