/** Tests the measures of robustness on a table whose regrets are published. */

import { describe, expect, it } from 'vitest'
import { measuresOf, type Objective } from './search.ts'

/**
 * Returns in per cent when interest rates rise, stay and fall, of stocks, bonds and the money market: the example of the
 * encyclopaedia's article on regret (en.wikipedia.org/wiki/Regret_(decision_theory)), after Savage (1951, "The theory of
 * statistical decision", Journal of the American Statistical Association 46). Published: the
 * largest regrets are 7 of stocks, 5 of bonds and 11 of the money market, so that bonds are the minimax-regret choice.
 */
const table = [
  [-4, 4, 12],
  [-2, 3, 8],
  [3, 2, 1],
]

const items = table.map((values, at) => ({
  point: Float64Array.of(0.1 * at),
  values: [Float64Array.from(values)],
  cost: at,
}))
const objective = (kind: Objective['kind'], rest: Partial<Objective> = {}): Objective => ({
  text: kind,
  kind,
  maximise: true,
  from: 0,
  targets: [],
  ...rest,
})
const measured = (one: Objective, all = items): number[] =>
  measuresOf(items, all, { objectives: [one], levers: [] }).map(([value]) => value)

describe('measures of robustness', () => {
  it('have the published regrets of each choice, the least of which is that of bonds', () => {
    // Simulation by simulation: 7, 0, 0; 5, 1, 4; 0, 2, 11.
    expect(measured(objective('regret'))).toEqual([7, 5, 11])
    // Less is better: the best are -4, 2 and 1.
    expect(measured(objective('regret', { maximise: false }))).toEqual([11, 7, 7])
  })

  it('exceed the 90 % regret in a tenth of the simulations', () => {
    // Linear between the sorted regrets: 0, 0, 7; 1, 4, 5; 0, 2, 11, at 1.8 of 2 steps.
    expect(measured(objective('regret90')).map(value => Number(value.toFixed(9)))).toEqual([5.6, 4.8, 9.2])
  })

  it('count the simulations that meet thresholds, and take means', () => {
    const outcome = { text: 'x@2037', series: 'x', window: [2037, 2038] as const }
    const name = { en: 'x', zh: 'x' }
    const targets = [{ text: 'x@2037 >= 2', of: 'x@2037', name, outcome, growth: false, atLeast: true, bound: 2 }]
    expect(measured(objective('share', { targets }))).toEqual([2 / 3, 2 / 3, 2 / 3])
    expect(measured(objective('mean'))).toEqual([4, 3, 2])
    expect(measured(objective('cost'))).toEqual([0, 1, 2])
  })
})
