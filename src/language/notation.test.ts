/** Tests that written syntax trees are read back as the same trees, without superfluous brackets. */

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plain, tidy, written } from './notation.ts'
import { type BinaryOperator, parse, type Syntax } from './parse.ts'

/** A tree without the places of its nodes. */
const shape = (syntax: Syntax): unknown =>
  JSON.parse(JSON.stringify(syntax, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value)))

const place = { start: 0, end: 0 }
const operators: BinaryOperator[] = ['+', '-', '*', '/', '^', '<', '<=', '>', '>=', '=', '!=', 'and', 'or']
const { tree } = fc.letrec<{ tree: Syntax }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom('a', 'b').map((name): Syntax => ({ type: 'name', name, index: undefined, ...place })),
    fc.constantFrom(1, 0.5, 1e-9).map((value): Syntax => ({ type: 'number', value, unit: 'CNY bn', ...place })),
    fc
      .tuple(fc.constantFrom(...operators), tie('tree'), tie('tree'))
      .map(([operator, left, right]): Syntax => ({ type: 'binary', operator, left, right, ...place })),
    fc
      .tuple(fc.constantFrom('negate' as const, 'not' as const), tie('tree'))
      .map(([type, operand]): Syntax => ({ type, operand, ...place })),
    fc
      .array(tie('tree'), { minLength: 1, maxLength: 2 })
      .map((inputs): Syntax => ({ type: 'call', name: 'f', inputs, ...place })),
  ),
}))

describe('a written tree', () => {
  it('is read back as the same tree', () => {
    fc.assert(
      fc.property(tree, one => {
        const text = written(one, plain)
        expect(shape(parse(text))).toEqual(shape(one))
      }),
      { seed: 1, numRuns: 3000 },
    )
  })

  it('has the brackets it needs and no others', () => {
    expect(tidy('((a)) + (b*c)')).toBe('a + b*c')
    expect(tidy('(a + b)*c/(d*e)')).toBe('(a + b)*c/(d*e)')
    expect(tidy('a - (b - c) - (d)')).toBe('a - (b - c) - d')
    expect(tidy('(-a)^2 + -a^2 + a^-b')).toBe('(-a)^2 + (-a^2) + a^(-b)')
    expect(tidy('(a^b)^c^d')).toBe('(a^b)^c^d')
    expect(tidy('not (a < b and (c = d or e))')).toBe('not (a < b and (c = d or e))')
    expect(tidy('sum(x[18..34,female], age)')).toBe('sum(x[18..34, female], age)')
    expect(tidy('max( x ,1e-9{CNY bn})\n  * .25')).toBe('max(x, 1e-9{CNY bn})*0.25')
  })
})
