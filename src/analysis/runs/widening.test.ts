/** Tests that simulations carry the error of the model as it was measured, and that packages stay comparable. */

import { describe, expect, it } from 'vitest'
import { membersOneByOne, runnersOneByOne } from '../../cli/testing/one-by-one-fixture.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import type { Policy } from '../../engine/scenario.ts'
import type { ErrorRecord, SeriesError } from '../../regions/types.ts'
import type { Reader } from '../../engine/run/reader.ts'
import { membersRunner } from './members.ts'
import { varianceOf } from './quantiles.ts'
import { outcomes } from '../words/outcomes.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { errorVariance, pilotTask, pilotVariables, shrunkBias, wideningOf } from './unexplained.ts'
import { shiftsOf, widen } from './widening.ts'

const years = [1, 2, 3, 4, 5]
const errorOf = (bias: number, spread: number): SeriesError => ({
  scale: 'log',
  bias: years.map(() => bias),
  spread: years.map(year => spread * Math.sqrt(year)),
  origins: [18, 17, 16, 15, 14],
})

describe('the error of the model', () => {
  it('has a bias that is drawn towards 0 where few forecasts are independent', () => {
    const error = errorOf(0.05, 0)
    expect(shrunkBias(error, 1)).toBeCloseTo((0.05 * 18) / 22, 12)
    expect(shrunkBias(error, 5)).toBeCloseTo((0.05 * 2.8) / 6.8, 12)
    expect(shrunkBias(error, 12)).toBe(shrunkBias(error, 5))
  })

  it('spreads on as it did in the measured years, up to ten years ahead', () => {
    const error = errorOf(0, 0.02)
    for (const [horizon, variance] of [
      [1, 4e-4],
      [5, 20e-4],
      [7, 28e-4],
      [10, 40e-4],
      [17, 40e-4],
    ] as const) {
      expect(errorVariance(error, horizon)).toBeCloseTo(variance, 12)
    }
    expect(errorVariance({ ...error, spread: [0.03, 0.02] }, 9)).toBeCloseTo(4e-4, 12)
  })
})

it('growth has a band as wide within years as at their ends', () => {
  const ahead = 8
  const error = { scale: 'log', bias: Array(ahead).fill(0), spreads: [['output', Array(ahead).fill(0.03)]] } as const
  const widening = { seed: 1, firstYear: 2024, errors: { regionOutput: error } }
  const same = { growth: () => Array(4 * ahead).fill(0.02) } as Partial<Reader> as Reader
  const shifts = shiftsOf(widening)
  const members = Array.from({ length: 400 }, (_, member) =>
    Array.from(widen(same, widening, shifts(member)).growth('regionOutput')),
  )
  const deviations = Array.from({ length: 4 * ahead }, (_, step) =>
    Math.sqrt(varianceOf(members.map(path => path[step]!))),
  )
  const later = deviations.slice(4)
  expect(Math.min(...later)).toBeGreaterThan(0.01)
  expect(Math.max(...later) / Math.min(...later)).toBeLessThan(1.3)
})

describe('simulations', async () => {
  const opened = openRegion('northeast')
  const { modelError: _, ...region } = opened.region
  const without = (error?: ErrorRecord): OpenRegion => ({
    linked: opened.linked,
    program: opened.program,
    simulator: opened.simulator,
    region: error === undefined ? region : { ...region, modelError: error },
  })
  const record = (bias: number, spread: number): ErrorRecord => ({
    region: 'northeast',
    parameters: 'priors',
    model: '',
    data: '',
    series: Object.fromEntries(
      ['output', 'residentsTotal', 'births', 'price', 'consumptionPerHead'].map(name => [name, errorOf(bias, spread)]),
    ),
  })
  const policies: readonly Policy[] = [{}, { publicInvestment: { value: 1 }, childAllowance: { value: 20 } }]
  const task = { settings: { seed: 5, members: 6 }, policies, assumptions: {}, auditEvery: 0 }
  const plain = await membersOneByOne(without(), task)

  it('are the same to the bit where the model never erred', async () => {
    const { futures } = await membersOneByOne(without(record(0, 0)), task)
    expect(futures).toEqual(plain.futures)
  })

  it('differ under an error, by the same draw under every policy: paired differences keep their sign', async () => {
    const { futures } = await membersOneByOne(without(record(0.02, 0.1)), task)
    const levels = outcomes.filter(({ id }) => /^(population|births|outputPerHead|debtToGdp)/.test(id))
    expect(levels.length).toBeGreaterThan(5)
    let moved = 0
    for (const { id } of levels) {
      const at = outcomes.findIndex(one => one.id === id)
      for (let member = 0; member < 6; member++) {
        const of = (found: typeof futures, policy: number): number => found[policy]![member]!.outcomes[at]!
        if (of(futures, 0) !== of(plain.futures, 0)) moved++
        const [before, after] = [plain.futures, futures].map(found => of(found, 1) - of(found, 0))
        expect(Math.sign(Math.abs(after!) < 1e-12 ? 0 : after!), `${id} ${member}`).toBe(
          Math.sign(Math.abs(before!) < 1e-12 ? 0 : before!),
        )
      }
    }
    expect(moved).toBe(6 * levels.length)
  })

  it('are moved by the bias: a model that forecast too much shows less', async () => {
    const { futures } = await membersOneByOne(without(record(0.05, 0)), task)
    const at = outcomes.findIndex(({ id }) => id === 'populationEnd2040')
    for (const [member, future] of futures[0]!.entries()) {
      const ratio = future.outcomes[at]! / plain.futures[0]![member]!.outcomes[at]!
      expect(Math.log(ratio)).toBeCloseTo(-(0.05 * 2.8) / 6.8, 9)
    }
  })

  it('are not widened for doubt of a start: total debt hardly moves in its first year', async () => {
    const open = without(record(0, 0.1))
    const pilot = () => membersRunner(runnersOneByOne(open, pilotTask(task), pilotVariables))
    const widening = await wideningOf(open, task, pilot)
    const [[, spread] = ['', []]] = widening!.errors['regionDebtToGdp']!.spreads
    expect(spread[0]).toBeGreaterThan(0)
    expect(spread[0]).toBeLessThan(0.05)
  })

  it('are widened in the first years by no more than later, also where the spread is full from the first year', async () => {
    // An error that grows for ten years and exceeds all spread of the simulations, so that no year is without widening.
    const open = without(record(0, 0.1))
    const pilot = () => membersRunner(runnersOneByOne(open, pilotTask(task), pilotVariables))
    const { errors } = (await wideningOf(open, task, pilot))!
    const spreadOf = (name: string): readonly number[] => errors[name]!.spreads[0]![1]
    const migration = spreadOf('regionYouthMigrationRate')
    expect(Math.max(...migration.slice(0, 4))).toBeLessThan(Math.max(...migration.slice(4, 10)))
    // Debt grows from a start that is known, as the series with history do, whose error has grown to .7 in five years.
    const debt = spreadOf('regionDebtToGdp')
    expect(debt[4]! / debt[9]!).toBeGreaterThan(0.45)
    expect(debt[4]! / debt[9]!).toBeLessThan(Math.sqrt(0.5))
  })
})
