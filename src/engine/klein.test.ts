/**
 * Klein's Model I in the equation language, against what another program prints: with the instruments that bimets 4 finds
 * for its targets, consumption and output are those of its own check (reference manual, RENORM). bimets stops at a
 * convergence of .01, so that its instruments miss its targets; ours meet them, by the solver that holds outcomes.
 *
 * Klein, L. R. (1950): Economic Fluctuations in the United States, 1921-1941. Wiley. Figures: manual of bimets, SIMULATE.
 */

import { expect, it } from 'vitest'
import { exactly, smallestMoves, slopesOf } from './holds.ts'
import { createSimulator, type RegionInput } from './run.ts'
import { delay, equation, exogenous, type Model, sector, stock } from '../language/declare.ts'
import { compile } from '../language/emit/javascript.ts'
import { linkModel } from '../language/link.ts'

const money = 'CNY bn/year'
const together = { simultaneous: 'income' }

/** Ordinary least squares on the manual's figures of 1921 to 1941. */
const text = {
  consumption: `16.23660027190389{${money}} + 0.19293438131197183*profits + 0.08988489781477334*profitsBefore
    + 0.7962187497189319*(wages + publicWages)`,
  investment: `10.125788542038231{${money}} + 0.479635644559544*profits + 0.33303871351358283*profitsBefore
    - 0.11179468366079116{1/year}*capital`,
  wages: `1.4970438467370826{${money}} + 0.43947696715291434*(output + taxes - publicWages)
    + 0.14608994682209514*privateBefore + 0.13024523025466056{CNY bn/year^2}*(time - 1931{year})`,
}

const model = {
  name: 'Klein I',
  dimensions: {},
  units: [],
  simultaneous: { income: { doc: 'Income of a year', tolerance: 1e-14, most: 400 } },
  sectors: [
    sector(
      'Klein',
      {},
      {
        spending: exogenous(money, 'Government spending'),
        taxes: exogenous(money, 'Taxes'),
        publicWages: exogenous(money, 'Wages paid by the government'),
        consumption: equation(money, text.consumption, 'Consumption', together),
        investment: equation(money, text.investment, 'Investment', together),
        wages: equation(money, text.wages, 'Private wages', together),
        output: equation(money, 'consumption + investment + spending - taxes', 'Output', together),
        profits: equation(money, 'output - (wages + publicWages)', 'Profits', together),
        profitsBefore: delay(money, { of: 'profits', initial: `19{${money}}` }, 'Profits of the year before'),
        privateBefore: delay(
          money,
          { of: 'output + taxes - publicWages', initial: `69.5{${money}}` },
          'Private product of the year before',
        ),
        capital: stock(
          'CNY bn',
          { initial: '201.2{CNY bn}', inflow: 'investment', negative: 'Net investment' },
          'Capital',
        ),
      },
    ),
  ],
} as unknown as Model

const linked = linkModel(model, {})
const program = compile(linked)

/** Public wages of 1940 and 1941, then spending. */
const run = (instruments: ArrayLike<number>): number[] => {
  const path = (values: readonly number[]) => ({
    points: values.flatMap(
      (value, year): Array<[number, number]> => [
        [1940 + year, value],
        [1940.999 + year, value],
      ],
    ),
  })
  const [wages1940, wages1941, spending1940, spending1941] = Array.from(instruments)
  const paths = {
    spending: path([spending1940, spending1941]),
    taxes: path([9.6, 11.6]),
    publicWages: path([wages1940, wages1941]),
  }
  const region = { start: 1940, values: {}, paths } as unknown as RegionInput
  const { series } = createSimulator(program, region, { end: 1942, stepsPerYear: 1 }).run({
    record: ['consumption', 'output'],
  })
  return [0, 1].flatMap(year => ['consumption', 'output'].map(name => series.get(name)!.values[year]))
}

it('has the numbers of bimets with the instruments of bimets', () => {
  const printed = [66.01116, 77.01772, 78.02538, 98.04121]
  const found = run([7.41333, 9.3436, 16.1069, 22.6599])
  // The manual prints seven digits of a solution that has converged to .01.
  for (const [at, value] of found.entries()) expect(Math.abs(value / printed[at] - 1)).toBeLessThan(3e-6)
})

it('meets targets exactly by the solver of holds, with the instruments of the closed form', () => {
  const targets = [66, 77, 78, 98]
  const start = [8, 8.5, 15.4, 22.3]
  const task = {
    unknowns: 4,
    distances: (points: readonly Float64Array[]) =>
      points.map(point =>
        Float64Array.from(run(point.map((move, at) => start[at] + move)), (value, at) => value - targets[at]),
      ),
  }
  const nowhere = new Float64Array(4)
  const from = task.distances([nowhere])[0]
  const { point, left } = smallestMoves(task, slopesOf(task, nowhere, from)!, from)
  for (const distance of left) expect(Math.abs(distance)).toBeLessThanOrEqual(exactly)
  // From the five equations of a year, solved by hand for the two instruments.
  const closed = [7.404308, 9.327926, 16.102687, 22.651635]
  for (const [at, move] of point.entries()) expect(start[at] + move).toBeCloseTo(closed[at], 5)
})
