/**
 * Random runs end with finite numbers, closed accounts and no negative stock. Here some of them, with a new seed each
 * time; `npm run soak` makes a hundred thousand (a quarter of an hour). `SOAK_SEED=… npm run unit -- src/model/soak`
 * repeats a seed, `SOAK=from-to` some of its runs.
 */

import { describe, expect, it } from 'vitest'
import { recordMeasured } from '../../tools/promises/measured-fixture.ts'
import { soak } from './soak-fixture.ts'
import { thoroughly } from '../thorough-fixture.ts'

const seed = Number(process.env['SOAK_SEED'] ?? Date.now() % 1e6)
const [first = '0', last = String(thoroughly(200, 60))] = (process.env['SOAK'] ?? '')
  .split('-')
  .filter(word => word !== '')
const [from, to] = [Number(first), Number(last)]

describe(`random runs ${from} to ${to - 1} of seed ${seed}`, () => {
  it('end, with finite numbers, closed accounts and no negative stock', { timeout: 60_000 + (to - from) * 100 }, () => {
    const { runs, worstResidual, problems } = soak(seed, from, to)
    expect(problems.slice(0, 10), `${problems.length} of ${runs} runs of seed ${seed}`).toEqual([])
    const figure = [
      `${runs.toLocaleString('en')} random runs of seed ${seed}, none with a NaN, a negative stock or open accounts;`,
      `the largest residual is ${worstResidual.toExponential(1)} of output`,
    ]
    recordMeasured('soak', figure.join(' '))
  })
})

it('mortgages are not below 0 % where interest is low and banks give discounts, as once in these runs', () => {
  for (const run of [398, 865, 1577]) expect(soak(7, run, run + 1).problems).toEqual([])
})

it('the average rate of LGFV debt is not below 0 % where interest is low, as once in these runs', () => {
  for (const run of [1976, 4654, 5428]) expect(soak(1, run, run + 1).problems).toEqual([])
})
