import { describe, expect, test } from 'vitest'
import { parse, type Syntax, SyntaxProblem } from './parse.ts'

/** The tree as text with all its brackets. */
const shape = (tree: Syntax): string => {
  switch (tree.type) {
    case 'number':
      return String(tree.value) + (tree.unit === undefined ? '' : `{${tree.unit}}`)
    case 'name':
      return (
        tree.name +
        (tree.index === undefined
          ? ''
          : `[${tree.index.map(({ from = '', to = '', range }) => (range ? `${from}..${to}` : from)).join(',')}]`)
      )
    case 'call':
      return `${tree.name}(${tree.inputs.map(shape).join(',')})`
    case 'negate':
      return `(-${shape(tree.operand)})`
    case 'not':
      return `(not ${shape(tree.operand)})`
    case 'binary':
      return `(${shape(tree.left)}${tree.operator}${shape(tree.right)})`
  }
}

const shapes: ReadonlyArray<readonly [text: string, expected: string]> = [
  ['a + b * c', '(a+(b*c))'],
  ['a - b - c', '((a-b)-c)'],
  ['a / b / c * d', '(((a/b)/c)*d)'],
  ['-x^2', '(-(x^2))'],
  ['2^-x^2', '(2^(-(x^2)))'],
  ['a^b^c', '(a^(b^c))'],
  ['-a * b', '((-a)*b)'],
  ['a * -b', '(a*(-b))'],
  ['--a', '(-(-a))'],
  ['a < b + 1 and not c = d or e >= f', '(((a<(b+1))and(not (c=d)))or(e>=f))'],
  ['a != b', '(a!=b)'],
  ['.25 + 1e-9 + 2.5E+3', '((0.25+1e-9)+2500)'],
  ['4.0{CNY k/m2} * x', '(4{CNY k/m2}*x)'],
  ['4 {year}', '4{year}'],
  ['sum(population[20..64], sex, age)', 'sum(population[20..64],sex,age)'],
  ['x[young] + x[0] + x[60..] + x[..19] + x[female, 0]', '((((x[young]+x[0])+x[60..])+x[..19])+x[female,0])'],
  ['x[ 20 .. 39 ]', 'x[20..39]'],
  ['(a + b) * c', '((a+b)*c)'],
  ['a # a comment\n + b # another', '(a+b)'],
  ['notional + order + android', '((notional+order)+android)'],
]

describe('texts become trees', () => {
  for (const [text, expected] of shapes) test(text, () => expect(shape(parse(text))).toBe(expected))
})

test('trees know their place in the text', () => {
  const tree = parse('alpha * (beta + gamma)')
  expect(tree).toMatchObject({ start: 0, end: 22, right: { start: 8, end: 22, left: { start: 9, end: 13 } } })
})

const wrong: ReadonlyArray<readonly [text: string, message: string, position: number]> = [
  ['a +', 'expected a number, a name or a bracket but found the end', 3],
  ['a + )', "expected a number, a name or a bracket but found ')'", 4],
  ['(a + b', "expected ')' but found the end", 6],
  ['a b', "expected an operator but found 'b'", 2],
  ['a ; b', "expected an operator but found ';'", 2],
  ['a < b < c', "a comparison of a comparison; write 'a < b and b < c'", 6],
  ['x[]', "expected a label but found ']'", 2],
  ['3x', "'3x' is not a number", 0],
  ['3{year', "the unit's '{' has no '}'", 1],
  ['a + not b', "expected a number, a name or a bracket but found 'not'", 4],
  ['', 'expected a number, a name or a bracket but found the end', 0],
]

describe('wrong texts are refused with a reason and a place', () => {
  for (const [text, message, position] of wrong) {
    test(text, () => {
      try {
        parse(text)
        expect.unreachable()
      } catch (problem) {
        expect(problem).toBeInstanceOf(SyntaxProblem)
        expect(problem).toMatchObject({ message, position })
      }
    })
  }
})
