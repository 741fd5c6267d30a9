/** Links of the causal chains one by one (docs/theory/chains.md); what they add up to is in signs.test.ts. */

import { describe, expect, it } from 'vitest'
import { ageReader, ageVariables } from '../analysis/who/incomes-by-age.ts'
import { openUnder } from '../analysis/region/open-under.ts'
import { openRegion } from '../cli/testing/open-fixture.ts'
import type { OutsidePaths } from '../engine/outside.ts'
import { readRun } from '../engine/run/reader.ts'
import { parsePath } from '../scenario/words.ts'

const open = openRegion('northeast')
const { areas } = open.region
const outside = (...words: readonly string[]): OutsidePaths => Object.fromEntries(words.map(parsePath))

describe('what households buy', () => {
  const { simulator } = openUnder(open, outside('nationalInflation+=3@2027..2030'))
  const record = [...ageVariables, 'consumption', 'consumptionNominal', 'price']
  const run = simulator.run({ record, audit: true })
  const reader = readRun(run)

  it('is paid at consumer prices, of which those of the nation are a part', () => {
    for (const area of areas) {
      const paid = ['young', 'middle', 'old'].reduce(
        (sum, group) => sum + reader.at('consumptionNominal', 2030, area, group),
        0,
      )
      const consumed = reader.at('consumption', 2030, area)
      expect(paid).toBeCloseTo(consumed * reader.at('consumerPrice', 2030, area), 9)
      expect(reader.at('consumerPrice', 2030, area) / reader.at('price', 2030, area)).toBeGreaterThan(1.002)
    }
    expect(run.audit!.largestResidual).toBeLessThan(1e-9)
  })

  it('is deflated alike in accounts and by age', () => {
    const byAge = ageReader(open.linked, run)
    for (const [at, area] of areas.entries()) {
      const byEachAge = byAge(24, at).consumption.reduce((sum, one) => sum + one, 0)
      expect(byEachAge / reader.at('consumption', 2030, area)).toBeCloseTo(1, 12)
    }
  })
})
