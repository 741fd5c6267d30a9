/** The handles of an equation, the equations that have some, and the width of a prior. */

import { expect, it } from 'vitest'
import { touchable } from '../../../analysis/explain/tree.ts'
import { openRegion } from '../../../cli/testing/open-fixture.ts'
import { priorDeviation, priorQuantile } from '../../../engine/distributions.ts'
import { about } from '../../worker/answers/about.ts'
import { equationsBehind, outcomesOf } from '../../worker/answers/explanations.ts'
import { openOnWasm } from '../../../analysis/region/wasm-region.ts'
import { handlesOf } from './uncertain-input.ts'

const open = openOnWasm(openRegion('northeast').region)
const { parameters } = about(open)

it('has a handle for each uncertain parameter of an equation, one for each label taken together', () => {
  const named = (
    name: string,
    labels: Readonly<Record<string, string>>,
    kind: 'parameter' | 'equation' = 'parameter',
  ) => handlesOf(parameters, [{ kind, name, labels }]).map(one => one.name)
  expect(named('priceFromDemand', {})).toEqual(['priceFromDemand'])
  expect(named('priceFromDemand', {}, 'equation')).toEqual([])
  expect(named('accelerator', { firm: 'private' })).toEqual(['accelerator[private]'])
  expect(named('accelerator', { firm: 'state..private' }).length).toBeGreaterThan(1)
  // Held fixed.
  expect(named('inflationLow', {})).toEqual([])
})

it('goes from an outcome to the nearest equations that read an uncertain parameter', () => {
  const found = touchable(open, 'regionDebtToGdp', 10)
  expect(found).toHaveLength(10)
  expect(found).toContain('inflation')
  const step = 4 * 10 - 1
  const rows = equationsBehind(open, {
    policy: {},
    assumptions: {},
    name: 'regionDebtToGdp',
    labels: { area: 'CN-JL' },
    step,
    most: 10,
  })
  expect(rows.map(({ name }) => name)).toEqual(found)
  expect(rows.every(({ value }) => Number.isFinite(value))).toBe(true)
})

it('knows the priors that were fitted, and reads outcomes of years in one go', () => {
  const { priors, ranges } = open.region.parameters!
  expect(priors['wageFromSlack']).not.toEqual(ranges['wageFromSlack'])
  const [still, moved] = outcomesOf(open, {
    runs: [open.region.parameters!.ranges['priceFromDemand']?.central ?? 0.14, 0.26].map(priceFromDemand => ({
      policy: {},
      assumptions: { priceFromDemand },
    })),
    outcomes: ['regionDebtToGdp@2030Q4', 'regionDebtToGdp@2035Q4'],
  })
  expect(still).toHaveLength(2)
  expect(moved![1]).not.toBe(still![1])
})

it('a standard deviation is that of the draws', () => {
  const prior = { low: 1, central: 2, high: 6 }
  const draws = Array.from({ length: 20_000 }, (_, at) => priorQuantile(prior, (at + 0.5) / 20_000))
  const mean = draws.reduce((sum, one) => sum + one, 0) / draws.length
  const spread = Math.sqrt(draws.reduce((sum, one) => sum + (one - mean) ** 2, 0) / draws.length)
  // Draws are cut at 2 and 98 %.
  expect(priorDeviation(prior) / spread).toBeGreaterThan(1)
  expect(priorDeviation(prior) / spread).toBeLessThan(1.12)
})
