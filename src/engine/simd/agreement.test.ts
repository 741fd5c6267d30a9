/**
 * Tests that a module agrees with the interpreter to the bit, for each member: random models, long loops, the start.
 */
import { assert, nat, property } from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { run } from '../../../examples/run.ts'
import { randomModel } from '../../language/emit/random-models-fixture.ts'
import { interpret } from '../../language/emit/interpret.ts'
import { schedule } from '../../language/emit/schedule.ts'
import { withTotals } from '../../language/emit/totals.ts'
import { passedOn, type Settings } from '../../language/emit/wasm/module.ts'
import {
  base,
  type Declaration,
  datum,
  equation,
  identity,
  level,
  parameter,
  sector,
  solved,
  stock,
  trial,
} from '../../language/declare.ts'
import { link } from '../../language/small-model-fixture.ts'
import type { LinkedModel } from '../../language/linked.ts'
import { linkModel } from '../../language/link.ts'
import { batchOf } from './small-blocks-fixture.ts'
import { thoroughly } from '../../thorough-fixture.ts'

type Inputs = Readonly<Record<string, number | readonly number[]>>

/** Compares every value of every step of every member with a run of its own; gives the members' results. */
const compare = (
  model: LinkedModel,
  inputs: readonly Inputs[],
  { steps = 6, stepsPerYear = 4, members = 4, settings = {} as Partial<Settings> } = {},
) => {
  const startTime = 2024
  const batch = batchOf(model, members, 0, settings)
  const fixed = Object.fromEntries(
    [...model.variables.values()].flatMap(({ name, declaration }) =>
      declaration?.kind === 'parameter' ? [[name, declaration.value as number]] : [],
    ),
  )
  const results = inputs.map(own =>
    run(interpret(model), { startTime, timeStep: 1 / stepsPerYear, steps, inputs: own }),
  )
  for (let member = 0; member < members; member++)
    for (const [name, value] of Object.entries({ ...fixed, ...inputs[member % inputs.length] }))
      batch.write(member, name, value)
  batch.initialise({ start: startTime, stepsPerYear })
  const worst = results.map(() => 0)
  const kept = new Set(batch.manifest.variables.map(({ name }) => name))
  for (let step = 0; step < steps; step++) {
    batch.step()
    batch.audit()
    for (let member = 0; member < members; member++) {
      const expected = results[member % inputs.length].states[step]
      for (const variable of [...model.variables.values(), ...model.hidden.filter(({ name }) => kept.has(name))]) {
        for (const closing of variable.state ? [false, true] : [false]) {
          batch.read(member, variable.name, closing).forEach((value, element) => {
            const other = expected[(closing ? variable.closingOffset : variable.offset) + element]
            if (!Object.is(value, other))
              throw new Error(`step ${step}, member ${member}: ${variable.name} is ${other}, not ${value}`)
          })
        }
      }
      const { relative } = batch.residual(member)
      if (!(relative <= worst[member])) worst[member] = relative
    }
    batch.commit()
  }
  results.forEach((result, member) => expect(worst[member]).toBe(result.worst))
  return batch
}

test('random models', () => {
  assert(
    property(nat(), seed => {
      const path = [seed % 7, 1 - (seed % 11) / 3]
      compare(randomModel(seed), [
        { path },
        { path, p0: 2.5, p1: -0.75 },
        { path: [-3, 0], p1: 0, p2: 1e-3 },
        { path: [1e6, -1e-9], p0: -1, p2: 40 },
      ])
    }),
    { numRuns: thoroughly(200, 25), seed: 20261124 },
  )
}, 120_000)

describe('long loops', () => {
  // Sums of every kind beside ageing: at one sex, over more ages than move up, of one area, of closing values.
  const ages = Array.from({ length: 41 }, (_, age) => String(age))
  const cohorts = linkModel({
    name: 'long loops',
    dimensions: {
      area: { labels: ['east', 'middle', 'west'], doc: 'Areas' },
      sex: { labels: ['female', 'male'], doc: 'Sexes' },
      age: { labels: { from: 0, to: 40 }, unit: 'year', doc: 'Ages' },
    },
    sectors: [
      sector(
        'People',
        { over: ['area', 'sex', 'age'] },
        {
          start: datum('person', 'x'),
          rate: datum('1/year', 'x'),
          fertility: datum('1/year', 'x', { over: ['area', 'age'] }),
          level: parameter('share', 1, 'x'),
          fertilityLevel: parameter('share', 1, 'x'),
          people: stock(
            'person',
            { initial: 'start', outflow: 'level*rate*people', ageing: 'age', newborn: 'births*timeStep/2' },
            'x',
          ),
          births: equation('person/year', '1{person/year} + fertilityLevel*sum(fertility*people[female])', 'x', {
            over: ['area'],
          }),
          sons: equation('person/year', 'sum(fertility*people[male])', 'x', { over: ['area'] }),
          residents: equation('person', 'sum(people)', 'x', { over: ['area'] }),
          everybody: equation('person', '2*sum(people)', 'x', { over: [] }),
          // A loop over all ages but one, which a sum over all must not be taken along with.
          counted: equation(
            'person',
            Object.fromEntries(ages.map(age => [age, age === '0' ? '3*people' : 'people'])),
            'x',
          ),
          allCounted: equation('person', 'sum(counted)', 'x', { over: ['area'] }),
          young: equation('person', 'sum(people[..20])', 'x', { over: ['area'] }),
          byAge: equation('person', 'sum(people)', 'x', { over: ['age'] }),
          relative: equation('share', 'people/everybody', 'x'),
          spread: equation('share', 'level*sum(relative*relative) + sum(relative)', 'x', { over: [] }),
          // Loops that are cut where these ask something of the age; the last asks too often.
          asked: equation(
            'person',
            `if(age < 3{year} or age = 40{year}, 0, if(sex = female and not (age >= 20{year}), 2*people, people/3))
            + if(30{year} <= age, level, -level)*1{person}`,
            'x',
          ),
          allAsked: equation('person', 'sum(asked)', 'x', { over: ['area'] }),
          askedBelow: equation(
            'person',
            'shift(if(age > 10{year}, people, 0), age) - if(age != 11{year}, people, 0)',
            'x',
          ),
          askedOften: equation(
            'person',
            ages
              .filter(age => Number(age) % 3 === 0)
              .map(age => `if(age > ${age}{year}, people, level*people)`)
              .join(' + '),
            'x',
          ),
          ended: level('person', { over: [], initial: '0', next: 'sum(closing(people))' }, 'x'),
          newYear: equation('person', 'sum(people)', 'x', { over: [], annual: true }),
        },
      ),
    ],
  })
  const numbers = (count: number, from: number): number[] =>
    Array.from({ length: count }, (_, at) => from + ((at * 37) % 101) / 500)
  const data = { start: numbers(246, 3), rate: numbers(246, 0.01), fertility: numbers(123, 0) }
  const inputs = [0, 0.5, 1, 2].map((share, at) => ({ ...data, level: share, fertilityLevel: 1.5 - at / 3 }))

  it('agree, with ageing and sums of every kind in them, in every number of members', () => {
    for (const members of [4, 8, 12]) compare(cohorts, inputs, { steps: 9, members })
    compare(cohorts, inputs, { steps: 5, stepsPerYear: 1 })
  })

  it('take births along where people age, and keep no people before ageing', () => {
    const item = cohorts.order.step.find(({ type }) => type === 'equations')
    if (item?.type !== 'equations') throw new Error('there are no equations')
    const helper = cohorts.hidden.find(({ name }) => name === 'people before ageing')!
    expect([...passedOn(cohorts)]).toEqual([helper])
    const nests = withTotals(schedule(item.nodes, 80), {
      nest: ({ loops, parts }) => loops.length > 2 && parts.every(({ node }) => node.variable !== helper),
      loosely: true,
    })
    const ageing = nests.find(({ parts }) => parts.some(({ piece }) => piece.expression.op === 'shift'))
    // The residents go with `relative`, whose loops are just theirs.
    expect(ageing?.totals.map(({ node }) => node.variable.name).sort()).toEqual(['births', 'everybody', 'sons'])
    expect(nests.flatMap(({ totals }) => totals).some(({ node }) => node.variable.name === 'residents')).toBe(true)
    expect(batchOf(cohorts).manifest.variables.map(({ name }) => name)).not.toContain(helper.name)
  })

  it('are made for one length of a step on wish, and refuse others', () => {
    const batch = compare(cohorts, inputs, { settings: { stepsPerYear: 4 } })
    expect(() => batch.initialise({ start: 2024, stepsPerYear: 12 })).toThrow('built for 4 steps a year, not 12')
  })

  it('read data anew when they have changed between two runs', () => {
    const batch = compare(cohorts, inputs)
    const clock = { start: 2024, stepsPerYear: 4 }
    const births = (sameData: boolean): number[] => {
      batch.initialise(clock, sameData)
      batch.step()
      return batch.read(1, 'births')
    }
    const before = births(true)
    for (let member = 0; member < 4; member++) batch.write(member, 'fertility', numbers(123, 1))
    expect(births(true)).toEqual(before)
    expect(births(false)).not.toEqual(before)
  })
})

describe('the start', () => {
  const declarations: Readonly<Record<string, Declaration>> = {
    goal: datum('share', 'x', { over: ['area'] }),
    factor: solved('share', { residual: 'reached - goal', between: ['0', '10'], over: ['area'] }, 'x'),
    squared: base('share', 'factor^2.5', 'x', { over: ['area'] }),
    reached: base('share', 'squared + factor', 'x', { over: ['area'] }),
  }
  it('finds unknowns for each member, some sooner than others', () => {
    compare(link(declarations), [{ goal: [2, 12] }, { goal: [0, 1e-7] }, { goal: [2, 2] }, { goal: [0.3, 150] }])
  })

  it('reports a member without solution and leaves the others alone', () => {
    const batch = batchOf(link(declarations))
    const goals = [
      [2, 12],
      [2, 5000],
      [2, 12],
      [-1, 3],
    ]
    goals.forEach((goal, member) => batch.write(member, 'goal', goal))
    batch.initialise({ start: 2024, stepsPerYear: 1 })
    expect([...batch.failures].map(([member, { text }]) => [member, text.en])).toEqual([
      [3, 'factor[east]: no solution between its bounds'],
      [1, 'factor[west]: no solution between its bounds'],
    ])
    expect(batch.read(0, 'factor')).toEqual(batch.read(2, 'factor'))
  })

  it('takes the nearest bound on wish', () => {
    const nearest = solved(
      'share',
      { residual: 'reached - goal', between: ['0', '10'], nearest: true, over: ['area'] },
      'x',
    )
    compare(link({ ...declarations, factor: nearest }), [{ goal: [2, 5000] }, { goal: [-5, 12] }])
  })

  it('takes trial values from the first step of a pass', () => {
    const model = link({
      rate: parameter('1/year', 0.5, 'x'),
      income: trial('CNY bn/year', { of: 'dividends', start: '1{CNY bn/year}' }, 'x'),
      wealth: base('CNY bn', 'income * 10{year}', 'x'),
      cash: stock('CNY bn', { initial: 'wealth', inflow: 'dividends' }, 'x'),
      dividends: equation('CNY bn/year', 'rate * cash', 'x'),
    })
    const batch = compare(model, [{ rate: 0.5 }, { rate: 0.1 }, { rate: 0 }, { rate: -2 }])
    expect(batch.read(0, 'income')).toEqual([5])
    expect(batch.read(1, 'income')).toEqual([1])
  })

  it('is refused where an ordinary run refuses it', () => {
    const batch = batchOf(link({ yearly: equation('year', 'time', 'x', { annual: true }) }))
    expect(() => batch.initialise({ start: 2024.5, stepsPerYear: 4 })).toThrow('starts on 1 January')
    expect(() => batch.initialise({ start: 2024, stepsPerYear: 3.5 })).toThrow('whole steps a year')
    expect(() => batch.initialise({ start: Number.NaN, stepsPerYear: 4 })).toThrow('cannot start')
  })
})

describe('simultaneous blocks', () => {
  const together = { over: ['area'], simultaneous: 'income' }
  const model = link(
    {
      spending: datum('CNY bn/year', 'x', { over: ['area'] }),
      propensity: parameter('share', 0.8, 'x'),
      income: equation('CNY bn/year', 'consumption + spending', 'x', together),
      consumption: equation('CNY bn/year', 'propensity * income', 'x', together),
      total: equation('CNY bn/year', 'sum(income)', 'x'),
    },
    { simultaneous: { income: { doc: 'x', tolerance: 1e-9, most: 200 } } },
  )
  it('settle for each member after as many rounds as it needs alone', () => {
    const spending = [20, 3]
    compare(
      model,
      [0.8, 0, 0.5, 0.85].map(propensity => ({ spending, propensity })),
    )
  })
  it('report a member that does not settle', () => {
    const batch = batchOf(model)
    for (let member = 0; member < 4; member++) {
      batch.write(member, 'spending', [20, 20])
      batch.write(member, 'propensity', member === 2 ? 1.2 : 0.5)
    }
    batch.initialise({ start: 2024, stepsPerYear: 1 })
    batch.step()
    expect([...batch.failures].map(([member, { text }]) => [member, text.en, text.zh])).toEqual([
      [2, "simultaneous block 'income' did not settle", '联立方程组“income”未能收敛'],
    ])
  })
})

describe('the accounts', () => {
  const model = link({
    paid: datum('CNY bn', 'x', { over: ['area', 'firm'] }),
    received: datum('CNY bn', 'x', { over: ['area', 'firm'] }),
    money: equation('CNY bn', 'paid', 'x', { over: ['area', 'firm'] }),
    books: identity(
      'CNY bn',
      { left: 'money', right: 'received', scale: 'received', over: ['area', 'firm'], tolerance: 1e-9 },
      'x',
    ),
    yearly: identity(
      'CNY bn',
      { over: [], left: 'sum(paid)', right: 'sum(received)', scale: '0.001{CNY bn}', annual: true },
      'x',
    ),
  })
  const even = { paid: [1, 2, 3, 4], received: [1, 2, 3, 4] }
  it('show the same largest residual for each member', () => {
    const batch = compare(model, [
      even,
      { paid: [1, 2, 3, 4], received: [1, 2, 3.5, 4] },
      { paid: [1, 2, 3, 4], received: [0, 2, 3, 4] },
      { paid: [1, 2, Number.NaN, 4], received: [1, 2, 3, 4.5] },
    ])
    const places = (): string[] => [0, 1, 2, 3].map(member => batch.checkAt(batch.residual(member).place).where)
    const within = ['identity books [east, state]', 'identity books [west, state]', 'identity books [east, state]']
    expect(places()).toEqual([...within, 'identity books [west, state]'])
    batch.initialise({ start: 2024, stepsPerYear: 4 })
    batch.step()
    batch.audit()
    // Annual checks count in the first step of a year; an infinite residual is larger, and one that is no number ends it.
    const opening = ['identity books [east, state]', 'identity yearly', 'identity books [east, state]']
    expect(places()).toEqual([...opening, 'identity books [west, state]'])
  })
})
