/** X17-X20: levers at their bounds, one by one and all at once. */

import { describe, expect, it } from 'vitest'
import { readRun } from '../engine/run/reader.ts'
import { createSimulator } from '../engine/run.ts'
import { leversOf, type Policy, standardAt } from '../engine/scenario.ts'
import { region, linked, program, experiment, baseline, heldTo } from './extreme-fixture.ts'

const { requireWithin } = heldTo([])

/** Levers without proportion: a cost that is the same for any change, and a loss that lenders do not notice. */
const jumps = ['investmentQuality', 'vehicleHaircut']

/** Levers that answer differently above and below their standard, by a rule of the model. */
const kinks: Readonly<Record<string, string>> = {
  childAllowance: 'Below the national allowance the central government pays nine tenths, above it the province all.',
  arrivalGrant: 'A lower grant saves nothing, but moves fewer people.',
  exportDiversification: 'Less than the standard saves money and loses no exports.',
  childcarePlaces: 'Fewer places save nothing.',
  mixedOwnershipPace: 'What is sold beyond the standard mostly repays bonds; what is sold at it, the budget spends.',
  borrowingCap: 'Where LGFVs borrow less than the cap allows, a wider cap does nothing.',
}

describe('levers', () => {
  const levers = [...leversOf(linked)].map(([name, { bounds, standard }]) => {
    const [low, high] = bounds
    return { name, low, high, standard: standardAt(standard, 2026) }
  })
  const threeYears = createSimulator(program, region, { end: 2029, stepsPerYear: 4 })
  /** Output of the region, mean of the first three years of a lever held from 2026 on. */
  const outputWith = (name: string, value: number): number => {
    const input = { policy: { [name]: { value, start: 2026, ramp: 0 } }, record: ['regionOutput'] }
    const reading = readRun(threeYears.run(input))
    return (
      (reading.mean('regionOutput', 2026) + reading.mean('regionOutput', 2027) + reading.mean('regionOutput', 2028)) / 3
    )
  }
  /** Twice the effect of half a step against the effect of the step, as a relative gap; 0 where there is none. */
  const bend = (whole: number, half: number): number => (Math.abs(whole) < 1e-9 ? 0 : Math.abs(1 - (2 * half) / whole))

  it.each(levers.filter(({ name }) => !jumps.includes(name)))(
    'X18: $name moves output in proportion to a small step',
    ({ name, low, high, standard }) => {
      const step = 0.005 * (high - low)
      const before = outputWith(name, standard)
      const effect = (change: number): number => outputWith(name, standard + change) - before
      const [up, down] = [standard + step <= high, standard - step >= low]
      if (up && down && !(name in kinks)) {
        const [above, below] = [effect(step), effect(-step)]
        const size = Math.max(Math.abs(above), Math.abs(below))
        requireWithin('X18', name, size < 1e-9 ? 0 : Math.abs(above + below) / size, 0, 0.1)
        return
      }
      for (const direction of [...(up ? [1] : []), ...(down ? [-1] : [])])
        requireWithin('X18', name, bend(effect(direction * step), effect((direction * step) / 2)), 0, 0.1)
    },
  )

  it('X20: all levers at their worst bound, and at their best, for thirty years', () => {
    const thirtyYears = createSimulator(program, region, { end: 2054, stepsPerYear: 4 })
    const outcomes = levers.map(({ name, low, high }) => ({
      name,
      low,
      high,
      rises: outputWith(name, high) >= outputWith(name, low),
    }))
    const all = (best: boolean): Policy =>
      Object.fromEntries(
        outcomes.map(({ name, low, high, rises }) => [
          name,
          { value: rises === best ? high : low, start: region.start, ramp: 0 },
        ]),
      )
    const worst = experiment({ policy: all(false) }, thirtyYears)
    const best = experiment({ policy: all(true) }, thirtyYears)
    expect(worst.mean('regionOutput', 2053)).toBeGreaterThan(0)
    expect(worst.mean('regionOutput', 2035)).toBeLessThan(baseline.mean('regionOutput', 2035))
    expect(best.mean('regionOutput', 2035)).toBeGreaterThan(worst.mean('regionOutput', 2035))
  })
})
