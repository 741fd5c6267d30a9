import { expect, test } from 'vitest'
import { interpret } from '../src/language/emit/interpret.ts'
import { compile } from '../src/language/emit/javascript.ts'
import { linkModel } from '../src/language/link.ts'
import { pc } from './pc.ts'
import { run } from './run.ts'

const linked = linkModel(pc)
/** The rate rises by a point in the second period. */
const rise = { interestRate: (time: number) => (time < 1 ? 0.025 : 0.035) }

for (const [target, program] of [
  ['interpreted', interpret(linked)],
  ['compiled', compile(linked)],
] as const) {
  test(`PC ${target}: the steady state as printed`, () => {
    const result = run(program, { startTime: 0, timeStep: 1, steps: 200, inputs: { interestRate: 0.025 } })
    for (const step of [0, 199]) {
      expect(result.at('output', step).toFixed(6)).toBe('106.486486')
      expect(result.at('disposableIncome', step).toFixed(6)).toBe('86.486486')
      expect(result.at('wealth', step).toFixed(6)).toBe('86.486486')
      expect(result.at('taxes', step).toFixed(6)).toBe('21.621622')
      expect(result.at('bills', step).toFixed(6)).toBe('64.864865')
      expect(result.at('money', step).toFixed(6)).toBe('21.621622')
    }
    const closedForm = (20 + 0.8 * 0.025 * result.at('bills', 199)) / 0.2
    expect(result.at('output', 199)).toBeCloseTo(closedForm, 9)
    expect(result.worst).toBeLessThan(1e-12)
  })

  test(`PC ${target}: a higher rate raises income`, () => {
    const result = run(program, { startTime: 0, timeStep: 1, steps: 400, inputs: rise })
    // Bills of the period before still bear the old rate.
    expect(result.at('output', 1).toFixed(2)).toBe('106.49')
    expect([2, 3, 4, 5].map(step => result.at('output', step).toFixed(2))).toEqual([
      '107.22',
      '107.62',
      '107.95',
      '108.25',
    ])
    expect(result.at('output', 399).toFixed(6)).toBe('110.090090')
    expect(result.at('disposableIncome', 399).toFixed(6)).toBe('90.090090')
    expect(result.at('bills', 399).toFixed(6)).toBe('72.072072')
    expect(result.at('money', 399).toFixed(6)).toBe('18.018018')
    expect(result.worst).toBeLessThan(1e-12)
  })
}

test('PC: both targets agree to the bit', () => {
  const settings = { startTime: 0, timeStep: 1, steps: 40, inputs: rise }
  expect(run(compile(linked), settings).states).toEqual(run(interpret(linked), settings).states)
})
