import { expect, test } from 'vitest'
import { run } from '../../examples/run.ts'
import { base, datum, equation, exogenous, parameter, smooth, solved, stock, trial, yearMean } from './declare.ts'
import { interpret } from './emit/interpret.ts'
import { link } from './small-model-fixture.ts'
import { type Cause, inputsOf, trace, usersOfAll } from './trace.ts'

const program = interpret(
  link({
    taxRate: parameter('share', 0.2, 'Tax rate', { symbol: 'θ', source: 'S1', evidence: 'assumed' }),
    output: exogenous('CNY bn/year', 'Output', { over: ['area'] }),
    debtAtStart: datum('CNY bn', 'Debt at the start', { over: ['area'] }),
    taxes: equation('CNY bn/year', 'taxRate * output', 'Taxes', { over: ['area'] }),
    debt: stock('CNY bn', { initial: 'debtAtStart', inflow: 'interest', outflow: 'taxes', over: ['area'] }, 'Debt'),
    interest: equation('CNY bn/year', 'if(debt > 1000{CNY bn}, 0, 0.04{1/year} * debt)', 'Interest', {
      over: ['area'],
    }),
    totalDebt: equation('CNY bn', 'sum(debt)', 'Debt of all areas'),
    meanTaxes: yearMean('CNY bn/year', { of: 'taxes', initial: '0', over: ['area'] }, 'Taxes of last year'),
    peopleAtStart: datum('person m', 'People', { over: ['age'] }),
    mortality: datum('1/year', 'Mortality', { over: ['age'] }),
    deaths: equation('person m/year', 'people * mortality', 'Deaths', { over: ['age'], annual: true }),
    people: stock(
      'person m',
      { initial: 'peopleAtStart', outflow: 'deaths', ageing: 'age', over: ['age'], annual: true },
      'People',
    ),
    old: equation('person m', 'sum(people[4..])', 'Old people'),
    allDeaths: equation('person m/year', 'sum(people * mortality)', 'Deaths of all'),
    bySource: equation('CNY bn/year', { east: 'taxes', west: '2 * taxes' }, 'x', { over: ['area'] }),
    smoothed: smooth('CNY bn/year', { of: 'taxes', years: '1{year}', initial: '0', over: ['area'] }, 'x'),
    factor: solved('share', { residual: 'twice - taxRate', between: ['0', '1'] }, 'Half the tax rate'),
    twice: base('share', '2 * factor', 'x'),
    firstTaxes: trial('CNY bn/year', { of: 'taxes', start: '0', over: ['area'] }, 'x'),
  }),
)
const result = run(program, {
  startTime: 2024,
  timeStep: 0.25,
  steps: 10,
  inputs: {
    output: time => [100, 200 + time - 2024],
    debtAtStart: [10, 20],
    peopleAtStart: [1, 2, 3, 4, 5, 6],
    mortality: [0, 0, 0, 0.1, 0.1, 0.2],
  },
})
const valuesAt = (step: number): Float64Array => result.states[step] ?? new Float64Array()
const explain = (name: string, labels: Record<string, string>, step: number, depth = 1): Cause =>
  trace(program, valuesAt, name, labels, step, depth)
const told = (cause: Cause): string =>
  `${cause.closing ? 'closing ' : ''}${cause.name}[${Object.values(cause.labels).join(', ')}] at ${String(cause.time)}`

test('an equation is explained by what it read', () => {
  const cause = explain('taxes', { area: 'west' }, 4)
  expect(cause).toMatchObject({
    name: 'taxes',
    labels: { area: 'west' },
    unit: 'CNY bn/year',
    kind: 'equation',
    doc: 'Taxes',
    texts: [{ role: '', text: 'taxRate * output' }],
    time: 2025,
  })
  expect(cause.value).toBeCloseTo(0.2 * 201, 12)
  expect(cause.inputs.map(told)).toEqual(['taxRate[] at 2025', 'output[west] at 2025'])
  expect(cause.inputs[0]).toMatchObject({ symbol: 'θ', source: 'S1', evidence: 'assumed', value: 0.2, inputs: [] })
})

test('a stock is explained by its value and its flows one step before', () => {
  const cause = explain('debt', { area: 'east' }, 2, 2)
  expect(cause.texts).toEqual([
    { role: 'inflow', text: 'interest' },
    { role: 'outflow', text: 'taxes' },
  ])
  expect(cause.inputs.map(told)).toEqual([
    'debt[east] at 2024.25',
    'interest[east] at 2024.25',
    'taxes[east] at 2024.25',
  ])
  expect(cause.inputs[0]?.inputs.map(told)).toEqual([
    'debt[east] at 2024',
    'interest[east] at 2024',
    'taxes[east] at 2024',
  ])
})

test('at the first step it is explained by its initial text', () => {
  const cause = explain('debt', { area: 'east' }, 0)
  expect(cause.texts).toEqual([{ role: 'initial', text: 'debtAtStart' }])
  expect(cause.inputs.map(told)).toEqual(['debtAtStart[east] at 2024'])
})

test('sums are taken together', () => {
  const cause = explain('totalDebt', {}, 0)
  expect(cause.inputs.map(told)).toEqual(['debt[east..west] at 2024'])
  expect(cause.inputs[0]).toMatchObject({ value: 30, together: 'sum' })
  expect(explain('old', {}, 0).inputs[0]).toMatchObject({ labels: { age: '4..5' }, value: 11, together: 'sum' })
  expect(explain('allDeaths', {}, 0).inputs[1]).toMatchObject({ name: 'mortality', together: 'mean' })
})

test('annual states go back a year, along the ages', () => {
  const cause = explain('people', { age: '5' }, 6)
  expect(cause.inputs.map(told)).toEqual([
    'people[4] at 2024',
    'deaths[4] at 2024',
    'people[5] at 2024',
    'deaths[5] at 2024',
  ])
  expect(explain('people', {}, 6).inputs.map(told)).toEqual(['people[0..5] at 2024', 'deaths[0..5] at 2024'])
  expect(explain('people', { age: '3' }, 9).inputs.map(told)).toEqual(['people[2] at 2025', 'deaths[2] at 2025'])
  expect(explain('people', { age: '3' }, 3).inputs.map(told)).toEqual(['peopleAtStart[3] at 2024'])
  expect(explain('deaths', { age: '3' }, 7).inputs.map(told)).toEqual(['people[3] at 2025', 'mortality[3] at 2025'])
})

test('a mean of a year is explained by the steps of that year', () => {
  const cause = explain('meanTaxes', { area: 'west' }, 5)
  expect(cause.inputs.map(told)).toEqual([0, 1, 2, 3].map(quarter => `taxes[west] at ${String(2024 + quarter / 4)}`))
})

test('only the chosen branch and the own text count', () => {
  expect(explain('interest', { area: 'east' }, 1).inputs.map(told)).toEqual(['debt[east] at 2024.25'])
  expect(explain('bySource', { area: 'west' }, 1).texts).toEqual([{ role: '', text: '2 * taxes' }])
  expect(explain('smoothed', { area: 'west' }, 2).inputs.map(told)).toEqual([
    'smoothed[west] at 2024.25',
    'taxes[west] at 2024.25',
  ])
})

test('what was solved or tried at the start', () => {
  expect(explain('factor', {}, 5).inputs.map(told)).toEqual(['twice[] at 2024', 'taxRate[] at 2024'])
  expect(explain('firstTaxes', { area: 'east' }, 5)).toMatchObject({
    value: 20,
    texts: [
      { role: 'of', text: 'taxes' },
      { role: 'start', text: '0' },
    ],
  })
})

test('unknown names and labels are refused', () => {
  expect(() => explain('debbt', {}, 0)).toThrow("there is no variable 'debbt'; did you mean 'debt'?")
  expect(() => explain('debt', { area: 'eats' }, 0)).toThrow("'eats' is not a label of 'area'; did you mean 'east'?")
  expect(() => explain('debt', { are: 'east' }, 0)).toThrow("'debt' has no dimension 'are'; did you mean 'area'?")
})

test('inputs and users', () => {
  expect(inputsOf(program.model, 'debt')).toEqual(['debtAtStart', 'interest', 'taxes'])
  expect(inputsOf(program.model, 'people')).toEqual(['peopleAtStart', 'deaths'])
  expect(inputsOf(program.model, 'factor')).toEqual(['twice', 'taxRate'])
  expect(usersOfAll(program.model).get('taxes')).toEqual(['debt', 'meanTaxes', 'bySource', 'smoothed', 'firstTaxes'])
})
