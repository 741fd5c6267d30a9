import { expect, test } from 'vitest'
import { interpret } from '../src/language/emit/interpret.ts'
import { compile } from '../src/language/emit/javascript.ts'
import { linkModel } from '../src/language/link.ts'
import { reg } from './reg.ts'
import { run } from './run.ts'

const linked = linkModel(reg)
const rate = { interestRate: 0.025 }
/** South imports more from the second period on. */
const southImports = {
  ...rate,
  importShare: (time: number) => [0.18781, time < 1 ? 0.18781 : 0.20781],
}

/** Output of North in the first period of the change: two linear equations, solved by hand. */
const wealth = 20 / (0.25 - 0.75 * 0.025)
const interest = 0.025 * 0.75 * wealth
const [northOwn, southOwn] = [1 - 0.6 * 0.8 + 0.18781, 1 - 0.7 * 0.8 + 0.20781]
const northRest = 0.6 * 0.8 * interest + 0.4 * wealth + 20
const southRest = 0.7 * 0.8 * interest + 0.3 * wealth + 20
const firstNorth = (northRest * southOwn + 0.20781 * southRest) / (northOwn * southOwn - 0.20781 * 0.18781)

for (const [target, program] of [
  ['interpreted', interpret(linked)],
  ['compiled', compile(linked)],
] as const) {
  test(`REG ${target}: each region is like PC`, () => {
    const result = run(program, { startTime: 0, timeStep: 1, steps: 100, inputs: { ...rate, importShare: 0.18781 } })
    for (const region of ['north', 'south']) {
      expect(result.at('output', 99, region).toFixed(6)).toBe('106.486486')
      expect(result.at('wealth', 99, region).toFixed(6)).toBe('86.486486')
      expect(result.at('bills', 99, region).toFixed(6)).toBe('64.864865')
      expect(result.at('money', 99, region).toFixed(6)).toBe('21.621622')
    }
    expect(result.worst).toBeLessThan(1e-12)
  })

  test(`REG ${target}: South imports more`, () => {
    const result = run(program, { startTime: 0, timeStep: 1, steps: 1500, inputs: southImports })
    const north = [1, 2, 3, 4, 5].map(step => result.at('output', step, 'north'))
    // The stored series stops its iteration a little early: its fourth decimal is one above the exact solution.
    expect(Math.abs((north[0] ?? 0) - 108.7204)).toBeLessThan(1e-4)
    expect(Math.abs((north[1] ?? 0) - 109.0749)).toBeLessThan(1e-4)
    expect(north[0]).toBeCloseTo(firstNorth, 9)
    expect(north.slice(2).map(output => output.toFixed(3))).toEqual(['109.344', '109.548', '109.703'])
    const end = (name: string, region: string) => result.at(name, 1499, region).toFixed(6)
    expect(end('output', 'north')).toBe('110.136801')
    expect(end('output', 'south')).toBe('102.836172')
    expect(end('wealth', 'north')).toBe('89.451209')
    expect(end('wealth', 'south')).toBe('83.521764')
    expect(end('tradeBalance', 'south')).toBe('-0.685592')
    expect(end('budgetBalance', 'south')).toBe('-0.685592')
    expect(result.worst).toBeLessThan(1e-12)
  })
}

test('REG: both targets agree to the bit', () => {
  const settings = { startTime: 0, timeStep: 1, steps: 40, inputs: southImports }
  expect(run(compile(linked), settings).states).toEqual(run(interpret(linked), settings).states)
})
