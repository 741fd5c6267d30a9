import { expect, test } from 'vitest'
import { interpret } from '../src/language/emit/interpret.ts'
import { compile } from '../src/language/emit/javascript.ts'
import { linkModel } from '../src/language/link.ts'
import { cohorts } from './cohorts.ts'
import { run, type Settings } from './run.ts'

const linked = linkModel(cohorts)
const cells = 3 * 2 * 101

/** The same rates at all ages: what happens to the sum then has a closed form. */
const uniform = { mortality: 0.02, migration: 0, fertility: 0, mortalityDecline: 0 }
const years = (inputs: Settings['inputs']): Settings => ({
  startTime: 0,
  timeStep: 1,
  steps: 61,
  inputs: { startPopulation: Array.from({ length: cells }, (_, at) => 1000 + (at % 101)), ...uniform, ...inputs },
})
const startOfArea = 2 * (101 * 1000 + (100 * 101) / 2)

for (const [target, program] of [
  ['interpreted', interpret(linked)],
  ['compiled', compile(linked)],
] as const) {
  test(`cohorts ${target}: without births, deaths shrink every cohort alike`, () => {
    const result = run(program, years({}))
    for (const step of [0, 1, 30, 60]) {
      expect(result.at('residents', step, 'middle') / (startOfArea * 0.98 ** step)).toBeCloseTo(1, 12)
    }
    // Those of 40 at the start are 70 after 30 years; nobody is younger than 30.
    const women = result.elements('population', 30).slice(0, 101)
    expect(women[70]! / ((1000 + 40) * 0.98 ** 30)).toBeCloseTo(1, 12)
    expect(women.slice(0, 30).every(count => count === 0)).toBe(true)
    // Everybody past 100 is counted at 100.
    const old = Array.from({ length: 31 }, (_, above) => 1000 + 70 + above).reduce((sum, count) => sum + count)
    expect(women[100]! / (old * 0.98 ** 30)).toBeCloseTo(1, 12)
  })

  test(`cohorts ${target}: arrivals offset deaths`, () => {
    const result = run(program, years({ migration: 0.02 }))
    expect(result.at('residents', 60, 'north') / startOfArea).toBeCloseTo(1, 12)
  })

  test(`cohorts ${target}: births grow with the number of women`, () => {
    const result = run(program, years({ fertility: 0.05, migration: 0.003 }))
    const stay = 1 - 0.02 + 0.003
    let women = startOfArea / 2
    let men = startOfArea / 2
    for (let step = 0; step <= 60; step++) {
      expect(result.at('residents', step, 'south') / (women + men)).toBeCloseTo(1, 12)
      const born = 0.05 * women
      women = women * stay + born / 2.06
      men = men * stay + (born * 1.06) / 2.06
    }
    // Women alone grow by a constant factor.
    expect(women / ((startOfArea / 2) * (stay + 0.05 / 2.06) ** 61)).toBeCloseTo(1, 12)
  })

  test(`cohorts ${target}: mortality falls`, () => {
    const result = run(program, years({ mortalityDecline: 0.1 }))
    let left = startOfArea
    for (let step = 0; step < 60; step++) left *= 1 - 0.02 * 0.9 ** step
    expect(result.at('residents', 60, 'north') / left).toBeCloseTo(1, 12)
  })
}

test('cohorts: both targets agree to the bit', () => {
  const settings = years({ fertility: 0.05, migration: 0.003 })
  expect(run(compile(linked), settings).states).toEqual(run(interpret(linked), settings).states)
})
