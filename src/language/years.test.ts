/** Calendar years: what moves once a year, means over a year, and clocks that do not fit. */

import { describe, expect, test } from 'vitest'
import { run } from '../../examples/run.ts'
import { delay, equation, exogenous, stock, yearMean } from './declare.ts'
import { interpret } from './emit/interpret.ts'
import { link } from './small-model-fixture.ts'
import { all, play } from './play-fixture.ts'

describe('years', () => {
  play(
    'annual parts keep their value through the year',
    {
      push: exogenous('person m/year', 'x'),
      yearly: equation('person m/year', '2 * push', 'x', { annual: true }),
      read: equation('person m/year', 'yearly + 0 * push', 'x'),
      mean: yearMean('person m/year', { of: 'push', initial: '-1{person m/year}' }, 'x'),
      fromMean: equation('person m/year', 'mean', 'x', { annual: true }),
      people: stock('person m', { initial: '10{person m}', inflow: 'yearly' }, 'x'),
      yearlyPeople: { ...stock('person m', { initial: '10{person m}', inflow: 'yearly' }, 'x'), annual: true },
      soFar: equation('person m', 'yearlyPeople + (closing(yearlyPeople) - yearlyPeople) * 0.5', 'x'),
      lastYear: { ...delay('person m/year', { of: 'yearly', initial: '0' }, 'x'), annual: true },
    },
    { inputs: { push: time => time - 2023 }, steps: 10 },
    result => {
      const steps = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
      expect(steps.map(step => result.at('read', step))).toEqual([2, 2, 2, 2, 4, 4, 4, 4, 6, 6])
      expect(steps.map(step => result.at('mean', step))).toEqual([
        -1, -1, -1, -1, 1.375, 1.375, 1.375, 1.375, 2.375, 2.375,
      ])
      expect(steps.map(step => result.at('fromMean', step))).toEqual([
        -1, -1, -1, -1, 1.375, 1.375, 1.375, 1.375, 2.375, 2.375,
      ])
      expect(result.at('people', 1)).toBe(10.5)
      expect(steps.map(step => result.at('yearlyPeople', step))).toEqual([10, 10, 10, 10, 12, 12, 12, 12, 16, 16])
      expect(result.at('soFar', 2)).toBe(11)
      expect(result.at('lastYear', 5)).toBe(2)
    },
  )
  play(
    'steps that do not divide evenly still find the year',
    {
      yearly: equation('year', 'time', 'x', { annual: true }),
    },
    { steps: 30, timeStep: 1 / 12 },
    result => {
      expect(result.at('yearly', 11)).toBe(2024)
      expect(Math.round(result.at('yearly', 12) * 1e6) / 1e6).toBe(2025)
      expect(Math.round(result.at('yearly', 24) * 1e6) / 1e6).toBe(2026)
    },
  )
  play(
    'ageing moves what is left up one label; the last keeps',
    {
      people: stock(
        'person m',
        {
          initial: 'if(age = 5, 50{person m}, 10{person m})',
          outflow: '0.1{1/year} * people',
          ageing: 'age',
          newborn: '3{person m} * if(sex = female, 1, 2)',
        },
        'x',
      ),
      deaths: equation('person m/year', '0.1{1/year} * people', 'x'),
      total: equation('person m', 'sum(closing(people)) - sum(people) + sum(deaths) * 1{year}', 'x', { over: [] }),
    },
    { over: ['sex', 'age'], annual: true, steps: 5 },
    result => {
      expect(all(result, 'people', 3)).toEqual([10, 10, 10, 10, 10, 50, 10, 10, 10, 10, 10, 50])
      expect(all(result, 'people', 4)).toEqual([3, 9, 9, 9, 9, 54, 6, 9, 9, 9, 9, 54])
      expect(result.at('total', 0)).toBeCloseTo(9, 12)
    },
  )
})

describe('clocks that do not fit', () => {
  const declarations = { yearly: equation('year', 'time', 'x', { annual: true }) }
  const program = interpret(link(declarations))
  const start = (startTime: number, timeStep: number) => () => run(program, { startTime, timeStep, steps: 1 })
  test('start within a year', () => {
    expect(start(2024.5, 0.25)).toThrow('startTime: a model with annual parts starts on 1 January, not at 2024.5')
  })
  test('steps that do not fill a year', () => {
    expect(start(2024, 0.3)).toThrow(
      'timeStep: a model with annual parts needs a whole number of steps a year, not steps of 0.3 year',
    )
  })
  test('no clock', () => {
    expect(() => program.initialise(program.create())).toThrow(
      'startTime: not set; write the opening of the first step into its slot',
    )
  })
})
