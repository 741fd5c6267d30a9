/** Numbers in equations are parameters, with name, unit and source. What may stay a number follows these rules. */

import { describe, expect, it } from 'vitest'
import type { Declaration, EquationText } from '../language/declare.ts'
import { parse, type Syntax } from '../language/parse.ts'
import { model } from './index.ts'

type NumberSyntax = Syntax & { readonly type: 'number' }

/** A number in a text, and what it is an operand of. */
interface Literal {
  readonly syntax: NumberSyntax
  readonly parent: Syntax | undefined
}

const literals = (syntax: Syntax, parent?: Syntax): Literal[] => {
  switch (syntax.type) {
    case 'number':
      return [{ syntax, parent }]
    case 'call':
      return syntax.inputs.flatMap(input => literals(input, syntax))
    case 'binary':
      return [...literals(syntax.left, syntax), ...literals(syntax.right, syntax)]
    case 'negate':
    case 'not':
      return literals(syntax.operand, syntax)
    default:
      return []
  }
}

/** Changes of unit: by definition, so that they need no source. */
const conversions: ReadonlyArray<readonly [value: number, unit: string]> = [
  [12, 'month/year'],
  [0.001, 'CNY k/CNY'],
  [0.001, 'person m/person k'],
]

const isConversion = ({ value, unit }: NumberSyntax): boolean =>
  conversions.some(([factor, name]) => factor === value && name === unit)

const comparisons = new Set(['<', '<=', '>', '>=', '=', '!='])

/** An age in a comparison is a label, like the ages in brackets. */
const isLabel = ({ syntax, parent }: Literal): boolean =>
  parent?.type === 'binary' &&
  comparisons.has(parent.operator) &&
  [parent.left, parent.right].some(side => side !== syntax && side.type === 'name' && side.name in model.dimensions)

const isSum = (syntax: Syntax): boolean => syntax.type === 'binary' && syntax.operator === '+'

const isNamed = (syntax: Syntax, name: string): boolean => syntax.type === 'name' && syntax.name === name

/** True if the length of the step is a factor. */
const readsStep = (syntax: Syntax): boolean =>
  isNamed(syntax, 'timeStep') || (syntax.type === 'binary' && (readsStep(syntax.left) || readsStep(syntax.right)))

const rules: ReadonlyArray<readonly [rule: string, holds: (literal: Literal) => boolean]> = [
  ['nothing and one', ({ syntax }) => syntax.value === 0 || syntax.value === 1],
  [
    'the least that a denominator or a comparison may be',
    ({ syntax }) => syntax.value === 1e-9 || syntax.value === 1e-6,
  ],
  ['a change of unit', ({ syntax }) => isConversion(syntax)],
  [
    'a square or a root',
    ({ syntax, parent }) => parent?.type === 'binary' && parent.operator === '^' && [2, 0.5].includes(syntax.value),
  ],
  ['an age', isLabel],
  ['the middle of a year', ({ syntax }) => syntax.value === 0.5 && syntax.unit === 'year'],
  [
    'the mean of two',
    ({ syntax, parent }) =>
      syntax.value === 0.5 && parent?.type === 'binary' && parent.operator === '*' && isSum(parent.right),
  ],
  [
    'the middle of a step, or the mean of opening and closing',
    ({ syntax, parent }) =>
      syntax.value === 2 &&
      parent?.type === 'binary' &&
      ((parent.operator === '/' && (isNamed(parent.left, 'timeStep') || isSum(parent.left))) ||
        (parent.operator === '+' && readsStep(parent.right)) ||
        (parent.operator === '*' && parent.left === syntax)),
  ],
  ['per cent', ({ syntax, parent }) => syntax.value === 100 && parent?.type === 'binary' && parent.operator === '/'],
]

/** Numbers that no rule covers, each with the reason why it has no name. */
const exceptions: Readonly<Record<string, string>> = {
  'fertilityDensity: 2': 'part of the normal density',
  'childrenCovered: 12{year}': 'tells the three ages that the lever childAllowanceYears can have',
  'childrenCovered: 4{year}': 'tells the three ages that the lever childAllowanceYears can have',
  'wageIncomeShare: 3': 'equal shares of the three groups where nobody works',
  'employedShare: 3': 'equal shares of the three groups where nobody works',
  'spendingShare: 3': 'equal shares of the three groups where nobody lives',
}

const textsOf = (text: EquationText | undefined): string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text)

const equationsOf = (declaration: Declaration): string[] => {
  switch (declaration.kind) {
    case 'base':
    case 'equation':
      return textsOf(declaration.text)
    case 'stock':
      return [declaration.initial, declaration.inflow, declaration.outflow, declaration.newborn].flatMap(textsOf)
    case 'level':
      return [declaration.initial, declaration.next].flatMap(textsOf)
    case 'index':
      return [declaration.initial, declaration.growth].flatMap(textsOf)
    case 'smooth':
      return [declaration.of, declaration.years, declaration.initial].flatMap(textsOf)
    case 'delay':
    case 'yearMean':
      return [declaration.of, declaration.initial].flatMap(textsOf)
    // The bounds of the search for an unknown are settings of the search.
    case 'solved':
      return [declaration.residual]
    case 'trial':
      return [declaration.start]
    case 'lever':
      return 'cost' in declaration ? equationTexts(declaration.cost) : []
    case 'identity':
      return [declaration.left, declaration.right, declaration.scale]
    case 'matrix':
      return Object.values(declaration.rows).flatMap(({ cells }) => Object.values(cells))
    default:
      return []
  }
}

/** Texts of the cost of a lever: those of its values that read as equations. */
const equationTexts = (value: unknown): string[] => {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(equationTexts)
  return typeof value === 'string' && reads(value) ? [value] : []
}

const reads = (text: string): boolean => {
  try {
    parse(text)
    return true
  } catch {
    return false
  }
}

const found = model.sectors.flatMap(({ declarations }) =>
  Object.entries(declarations).flatMap(([name, declaration]) =>
    equationsOf(declaration).flatMap(text =>
      literals(parse(text))
        .filter(literal => !rules.some(([, holds]) => holds(literal)))
        .map(({ syntax }) => ({ address: `${name}: ${text.slice(syntax.start, syntax.end)}`, text })),
    ),
  ),
)

describe('numbers in equations', () => {
  it('have a name, unless a rule or an exception says why not', () => {
    const advice = 'declare a parameter with unit, sentence, source and evidence, and write its name in the equation'
    const nameless = found.filter(({ address }) => !(address in exceptions))
    expect(nameless, advice).toEqual([])
  })

  it('are exceptions only where they still stand', () => {
    const addresses = new Set(found.map(({ address }) => address))
    expect(Object.keys(exceptions).filter(address => !addresses.has(address))).toEqual([])
  })
})
