import { expect, test } from 'vitest'
import { interpret } from '../src/language/emit/interpret.ts'
import { compile } from '../src/language/emit/javascript.ts'
import { linkModel } from '../src/language/link.ts'
import { run } from './run.ts'
import { sim } from './sim.ts'

const linked = linkModel(sim)
const always = (spending: number) => ({ governmentSpending: spending })

for (const [target, program] of [
  ['interpreted', interpret(linked)],
  ['compiled', compile(linked)],
] as const) {
  test(`SIM ${target}: the first two periods as printed`, () => {
    const result = run(program, { startTime: 0, timeStep: 1, steps: 2, inputs: always(20) })
    expect(result.at('output', 0).toFixed(4)).toBe('38.4615')
    expect(result.at('taxes', 0).toFixed(1)).toBe('7.7')
    expect(result.at('disposableIncome', 0).toFixed(1)).toBe('30.8')
    expect(result.at('consumption', 0).toFixed(1)).toBe('18.5')
    expect(result.closing('money', 0).toFixed(1)).toBe('12.3')
    expect(result.at('output', 1).toFixed(1)).toBe('47.9')
    expect(result.at('taxes', 1).toFixed(1)).toBe('9.6')
    expect(result.at('disposableIncome', 1).toFixed(1)).toBe('38.3')
    expect(result.closing('money', 1).toFixed(1)).toBe('22.7')
    expect(result.worst).toBeLessThan(1e-12)
  })

  test(`SIM ${target}: the steady state is the closed form`, () => {
    const result = run(program, { startTime: 0, timeStep: 1, steps: 300, inputs: always(20) })
    expect(result.at('output', 299)).toBeCloseTo(20 / 0.2, 9)
    expect(result.at('taxes', 299)).toBeCloseTo(20, 9)
    for (const name of ['disposableIncome', 'consumption', 'money']) expect(result.at(name, 299)).toBeCloseTo(80, 9)
    expect(result.worst).toBeLessThan(1e-12)
  })

  test(`SIM ${target}: more spending from an old steady state`, () => {
    const inputs = { ...always(30), initialMoney: 80 }
    const result = run(program, { startTime: 0, timeStep: 1, steps: 5, inputs })
    expect([0, 1, 2, 3, 4].map(step => Math.round(result.at('output', step)))).toEqual([119, 124, 128, 131, 134])
    expect(result.closing('money', 0).toFixed(1)).toBe('86.2')
  })
}

test('SIM: both targets agree to the bit', () => {
  const settings = { startTime: 0, timeStep: 1, steps: 40, inputs: always(20) }
  expect(run(compile(linked), settings).states).toEqual(run(interpret(linked), settings).states)
})

test('SIM: the accounts notice a leak and say where', () => {
  const program = compile(linked)
  const values = program.create()
  const write = (name: string, value: number): void => {
    values[program.model.variables.get(name)?.offset ?? -1] = value
  }
  for (const [name, value] of Object.entries({ spendingFromIncome: 0.6, spendingFromWealth: 0.4, taxRate: 0.2 }))
    write(name, value)
  for (const [name, value] of Object.entries({ initialMoney: 80, startTime: 0, timeStep: 1, governmentSpending: 20 }))
    write(name, value)
  program.initialise(values)
  program.step(values)
  write('consumption', 81)
  const residuals = program.auditAll(values)
  const broken = residuals.filter(({ relative, tolerance }) => relative > tolerance).map(({ where }) => where)
  expect(broken).toEqual(['transaction flows: column households', 'transaction flows: column production'])
  expect(program.audit(values).relative).toBeCloseTo(0.01, 12)
})
