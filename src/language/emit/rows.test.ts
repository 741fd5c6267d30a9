import { expect, test } from 'vitest'
import { datum, equation, type Model, sector, stock } from '../declare.ts'
import { linkModel } from '../link.ts'
import type { Program } from '../program.ts'
import { interpret } from './interpret.ts'
import { compile } from './javascript.ts'

const areas = ['north', 'east', 'west']

/** Rows so long that they have functions of their own. */
const model: Model = {
  name: 'rows',
  dimensions: {
    area: { labels: areas, doc: 'Areas' },
    sex: { labels: ['female', 'male'], doc: 'Sexes' },
    age: { labels: { from: 0, to: 49 }, unit: 'year', doc: 'Ages' },
  },
  sectors: [
    sector(
      'People',
      { over: ['area', 'sex', 'age'] },
      {
        people: stock('share', { initial: 'start', outflow: 'start/7{year}', ageing: 'age', newborn: 'born' }, 'x'),
        start: datum('share', 'x'),
        weight: datum('share', 'x', { over: ['age'] }),
        tilt: datum('share', 'x', { over: ['sex', 'area'] }),
        born: equation('share', 'sum(people[20..39]*weight)', 'x', { over: ['area', 'sex'] }),
        rates: equation('share', 'people*tilt/(1 + max(tilt, weight)) + if(sex = male, 0.1, tilt*weight)', 'x'),
        all: equation('share', 'sum(people)', 'x', { over: [] }),
        some: equation('share', 'sum(people[3..17])', 'x', { over: ['area'] }),
        one: equation('share', 'sum(rates[female, 30..])', 'x', { over: ['area'] }),
        products: equation('share', 'sum(rates*weight)', 'x', { over: ['area'] }),
        squares: equation('share', 'sum(people*people, age, sex)', 'x', { over: ['area'] }),
        shares: equation('share', 'sum(rates/(1 + weight)*tilt)', 'x', { over: ['area'] }),
        shifted: equation('share', 'sum(shift(people, age)*weight - tilt)', 'x', { over: ['area'] }),
        bySex: equation('share', 'sum(sum(people*weight, age)*tilt, sex)', 'x', { over: ['area'] }),
        after: equation('share', 'shift(rates/some, age)*products', 'x'),
      },
    ),
  ],
}

const stepsOf = (program: Program): Float64Array[] => {
  const values = program.create()
  let state = 7
  for (let at = 0; at < program.model.inputsEnd; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    values[at] = state / 2 ** 32
  }
  values[program.model.clock.startTime.offset] = 2024
  values[program.model.clock.timeStep.offset] = 0.25
  program.initialise(values)
  return Array.from({ length: 3 }, () => {
    program.step(values)
    const kept = values.slice()
    program.commit(values)
    return kept
  })
}

test('long rows, alone, in sums and in sums of products', () => {
  const linked = linkModel(model)
  const expected = stepsOf(interpret(linked))
  const found = stepsOf(compile(linked))
  for (const variable of linked.variables.values()) {
    const { name, offset, size } = variable
    found.forEach((values, step) => {
      expect([name, step, ...values.subarray(offset, offset + size)]).toEqual([
        name,
        step,
        ...expected[step]!.subarray(offset, offset + size),
      ])
    })
  }
})

test('bounds keep NaN and the signs of zeros', () => {
  const texts = [
    'positive(x)',
    'max(x, 0)',
    'min(x, 0)',
    'max(2, x)',
    'min(x, -2)',
    'max(-0.5, x)',
    'clip(x, 0, 1)',
    'clip(x, -1, 0)',
    'clip(x, -1, 1)',
    'clip(x, 1, -1)',
    'clip(x, y, 1)',
    'clip(x, 0, y)',
    'min(x, y)',
    'max(x, y, 0)',
    'max(-x, 0)',
    'x*1',
    'x/1',
    '1*x',
    'x^2',
    '(x + y)^3',
    'min(max(x*y, -0), 1)',
  ]
  const linked = linkModel({
    name: 'bounds',
    dimensions: {},
    sectors: [
      sector(
        'Bounds',
        {},
        {
          x: datum('share', 'x'),
          y: datum('share', 'x'),
          ...Object.fromEntries(texts.map((text, at) => [`e${String(at)}`, equation('share', text, 'x')])),
        },
      ),
    ],
  })
  const numbers = [0, -0, Number.NaN, 1, -1, 0.3, -0.3, 2, -2, 5, -5, Infinity, -Infinity, 5e-324, -5e-324]
  const programs = [interpret(linked), compile(linked)]
  for (const x of numbers) {
    for (const y of numbers) {
      const [expected, found] = programs.map(program => {
        const values = program.create()
        values.set([2024], program.model.variables.get('startTime')?.offset)
        values.set([0.25], program.model.variables.get('timeStep')?.offset)
        values.set([x], program.model.variables.get('x')?.offset)
        values.set([y], program.model.variables.get('y')?.offset)
        program.initialise(values)
        program.step(values)
        return texts.map((text, at) => [text, x, y, values[program.model.variables.get(`e${String(at)}`)!.offset]])
      })
      // toEqual tells -0 from 0.
      expect(found).toEqual(expected)
    }
  }
})
