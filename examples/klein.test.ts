/**
 * Klein's Model I against what another program prints: with the instruments that bimets 4 finds for its targets,
 * consumption and output are those of its own check (reference manual, RENORM). bimets stops at a convergence of .01, so
 * that its instruments miss its targets; ours meet them, by the solver that holds outcomes.
 */

import { expect, it } from 'vitest'
import { exactly, smallestMoves, slopesOf } from '../src/engine/holds.ts'
import { createSimulator, type RegionInput } from '../src/engine/run.ts'
import { compile } from '../src/language/emit/javascript.ts'
import { linkModel } from '../src/language/link.ts'
import { klein } from './klein.ts'

const linked = linkModel(klein, {})
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
