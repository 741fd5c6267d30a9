import { expect, test } from 'vitest'
import { run } from '../../../examples/run.ts'
import { equation, level, type Model, sector, stock } from '../declare.ts'
import { linkModel } from '../link.ts'
import { makeProgram } from '../period.ts'
import { interpret } from './interpret.ts'
import { compile, javascriptSource } from './javascript.ts'

const model: Model = {
  name: 'totals',
  dimensions: {
    area: { labels: ['east', 'west'], doc: 'Areas' },
    sex: { labels: ['female', 'male'], doc: 'Sexes' },
    age: { labels: { from: 0, to: 60 }, unit: 'year', doc: 'Ages' },
  },
  sectors: [
    sector(
      'People',
      { over: ['area', 'sex', 'age'] },
      {
        people: stock(
          'share',
          {
            initial: '1 + age/7{year} + if(sex = male, 0.3, 0)',
            outflow: 'deaths',
            ageing: 'age',
            newborn: 'born',
          },
          'People',
        ),
        // Moved later, into the loop over deaths.
        residents: equation('share', 'sum(people)', 'Adds what is there at the start', { over: ['area'] }),
        everybody: equation('share', 'sum(people*2)', 'Over all dimensions', { over: [] }),
        deaths: equation('1/year', 'people*(0.01{1/year} + 0.0002{1/year}*age/1{year})', 'In the same loop'),
        allDeaths: equation('1/year', 'sum(deaths)', 'Adds what the loop has just computed', { over: ['area'] }),
        // Must stay: the loop needs it, or it needs more of the loop than the present element.
        crowding: equation('share', 'sum(people[..20])', 'A part of the ages', { over: ['area'] }),
        first: equation('share', 'sum(people)', 'Read by the loop below', { over: [] }),
        shares: equation('share', 'people/first', 'Needs the sum'),
        below: equation('share', 'sum(shift(shares, age))', 'Needs its neighbours', { over: ['area'] }),
        born: equation('share', 'sum(people[female, 20..40])*0.02 + allDeaths*0{year}', 'Newborn', {
          over: ['area', 'sex'],
        }),
        counted: level('share', { over: ['area'], initial: '0', next: 'sum(closing(people))' }, 'A closing value'),
      },
    ),
  ],
}

const linked = linkModel(model)
const settings = { startTime: 0, timeStep: 1, steps: 12 }

test('sums inside loops agree with the interpreter to the bit', () => {
  const slow = run(interpret(linked), settings)
  const fast = run(compile(linked), settings)
  fast.states.forEach((values, step) => {
    const different = values.findIndex((value, at) => !Object.is(value, slow.states[step]?.[at]))
    expect(different).toBe(-1)
  })
})

test('a sum over all elements of a loop has no loop of its own', () => {
  let source = ''
  const program = makeProgram(linked, (inner, routines) => {
    source = javascriptSource(inner, routines)
    return routines.map(() => () => undefined)
  })
  const values = program.create()
  values[linked.clock.startTime.offset] = 2024
  values[linked.clock.timeStep.offset] = 1
  program.initialise(values)
  const { offset } = linked.variables.get('residents') ?? { offset: -1 }
  expect(source).toMatch(new RegExp(`\\nv\\[[^\\]]*\\b${String(offset)}\\b[^\\]]*\\]=s\\d+\\n`))
  // Ageing copies rows.
  expect(source).toContain('v.copyWithin(')
})
