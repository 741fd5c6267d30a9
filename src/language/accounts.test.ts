import { expect, test } from 'vitest'
import { datum, delay, equation, identity, matrix } from './declare.ts'
import { interpret } from './emit/interpret.ts'
import { compile } from './emit/javascript.ts'
import { link, modelOf } from './small-model-fixture.ts'
import { linkModel } from './link.ts'
import type { Program } from './program.ts'

const flow = (doc: string) => datum('CNY bn/year', doc, { over: ['area'] })

const model = link({
  wages: flow('x'),
  wagesPaid: flow('x'),
  scaleOf: flow('x'),
  half: datum('share', 'x'),
  yearly: equation('share', 'half', 'x', { annual: true }),
  before: delay('share', { of: 'half', initial: '0' }, 'x'),
  flows: matrix({
    title: 'transaction flows',
    doc: 'x',
    unit: 'CNY bn/year',
    scale: 'scaleOf',
    over: ['area'],
    columns: { households: 'x', firms: 'x', rest: 'x' },
    zeroColumns: ['rest'],
    redundant: 'rest',
    rows: {
      wages: { doc: 'x', cells: { households: 'wages', firms: '-wagesPaid' } },
      memo: { doc: 'x', cells: { rest: '0' } },
    },
  }),
  onlyRows: matrix({
    title: 'memo',
    doc: 'x',
    unit: 'share',
    scale: '1',
    columns: { a: 'x' },
    zeroRows: [],
    zeroColumns: ['a'],
    rows: { one: { doc: 'x', cells: { a: 'half - half' } } },
  }),
  loose: identity('share', { left: 'half', right: '0.5', scale: '1', tolerance: 0.1 }, 'x'),
  eachYear: identity('share', { left: 'before', right: '0', scale: '1', annual: true }, 'x'),
})

const values = (program: Program, settings: Readonly<Record<string, readonly number[]>>): Float64Array => {
  const array = program.create()
  const inputs = {
    startTime: [2024],
    timeStep: [0.25],
    wages: [3, 4],
    wagesPaid: [3, 4],
    scaleOf: [10, 10],
    half: [0.5],
    ...settings,
  }
  for (const [name, numbers] of Object.entries(inputs)) array.set(numbers, program.model.variables.get(name)?.offset)
  program.initialise(array)
  program.step(array)
  return array
}

for (const [target, build] of [
  ['interpreted', interpret],
  ['compiled', compile],
] as const) {
  const program = build(model)

  test(`accounts that close (${target})`, () => {
    expect(program.audit(values(program, {})).relative).toBe(0)
  })

  test(`a gap is found where it is (${target})`, () => {
    const array = values(program, { wagesPaid: [3, 5] })
    expect(program.audit(array)).toEqual({
      where: 'transaction flows: row wages [west]',
      relative: 0.1,
      tolerance: 1e-9,
    })
    expect(program.auditAll(array).map(({ where }) => where)).toEqual([
      'transaction flows: row wages [west]',
      'transaction flows: row memo [east]',
      'transaction flows: column rest [east]',
      'memo: column a',
      'identity loose',
      'identity eachYear',
    ])
  })

  test(`a tolerance of its own counts (${target})`, () => {
    const array = values(program, { half: [0.55], wagesPaid: [3, 4.00001] })
    expect(program.audit(array).where).toBe('transaction flows: row wages [west]')
  })

  test(`a gap that is no number is never hidden (${target})`, () => {
    expect(program.audit(values(program, { wagesPaid: [3, Number.NaN] }))).toMatchObject({
      where: 'transaction flows: row wages [west]',
      relative: Number.NaN,
    })
  })

  test(`annual identities are checked in the first step of a year (${target})`, () => {
    const array = values(program, {})
    program.commit(array)
    program.step(array)
    expect(program.auditAll(array).some(({ where }) => where === 'identity eachYear')).toBe(false)
  })
}

test('cells can be read by whoever shows the matrix', () => {
  const program = compile(model)
  const array = values(program, {})
  program.audit(array)
  const cell = model.matrices[0]?.cells.get('wages')?.get('firms')
  expect([...array.subarray(cell?.offset, (cell?.offset ?? 0) + (cell?.size ?? 0))]).toEqual([-3, -4])
})

const labels = { area: ['east', 'west'] }

test('accounts linked later are the same accounts in the same places', () => {
  const later = linkModel(model.source, labels, { accounts: 'later' })
  expect(later.size).toBe(model.size)
  const program = compile(later)
  const array = values(program, { wagesPaid: [3, 5] })
  expect(program.auditAll(array)).toEqual(compile(model).auditAll(array))
  expect(later.checks.map(({ gap }) => gap.offset)).toEqual(model.checks.map(({ gap }) => gap.offset))
  expect(later.hidden.map(({ name, offset }) => [name, offset])).toEqual(
    model.hidden.map(({ name, offset }) => [name, offset]),
  )
})

test('problems of the accounts are reported with the rest, or when somebody asks for the accounts', () => {
  const wrong = modelOf({
    half: datum('share', 'x', { over: [] }),
    broken: identity('share', { left: 'hlaf', right: '0', scale: '1' }, 'x'),
  })
  const problem = "broken (left): in 'hlaf', unknown name 'hlaf'; did you mean 'half'?"
  expect(() => linkModel(wrong, labels)).toThrow(problem)
  const later = linkModel(wrong, labels, { accounts: 'later' })
  const program = compile(later)
  const array = program.create()
  array.set([2024], program.model.variables.get('startTime')?.offset)
  array.set([0.25], program.model.variables.get('timeStep')?.offset)
  program.initialise(array)
  program.step(array)
  for (let time = 0; time < 2; time++) {
    expect(() => program.audit(array)).toThrow(problem)
    expect(() => later.checks).toThrow(problem)
  }
})
