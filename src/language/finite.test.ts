import { expect, test } from 'vitest'
import { datum, equation, exogenous, parameter, stock } from './declare.ts'
import { compile } from './emit/javascript.ts'
import { link } from './small-model-fixture.ts'
import { firstNotFinite } from './finite.ts'

const program = compile(
  link({
    debtAtStart: datum('CNY bn', 'Debt at the start', { over: ['area'] }),
    output: exogenous('CNY bn/year', 'Output'),
    rate: parameter('1/year', 0.1, 'Rate'),
    debt: stock('CNY bn', { initial: 'debtAtStart', inflow: 'rate * debt', over: ['area'] }, 'Debt'),
    debtToOutput: equation('year', 'debt / output', 'Debt as years of output', { over: ['area'] }),
    years: equation('year', 'sum(debtToOutput)', 'x'),
  }),
)

const prepared = (output: number): Float64Array => {
  const values = program.create()
  const inputs = { startTime: 2024, timeStep: 0.25, rate: 0.1, output }
  for (const [name, value] of Object.entries(inputs)) values[program.model.variables.get(name)?.offset ?? -1] = value
  values.set([10, 20], program.model.variables.get('debtAtStart')?.offset)
  program.initialise(values)
  program.step(values)
  return values
}

test('finite numbers pass', () => {
  expect(firstNotFinite(program, prepared(100))).toBeUndefined()
})

test('the first number that is none is named with its inputs', () => {
  expect(firstNotFinite(program, prepared(0))).toMatchObject({
    name: 'debtToOutput',
    labels: ['east'],
    value: Number.POSITIVE_INFINITY,
    message: { text: { en: 'debtToOutput[east] is Infinity; it was computed from debt[east] = 10, output = 0' } },
  })
})

test('an input that nobody wrote is named', () => {
  const values = prepared(100)
  values[(program.model.variables.get('debtAtStart')?.offset ?? 0) + 1] = Number.NaN
  expect(firstNotFinite(program, values)?.message.text.en).toBe(
    'debtAtStart[west] is NaN; it is an input that was not set',
  )
})
