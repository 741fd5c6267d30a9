/** Whom state firms release under a policy is out of work first, is paid for it, and is hired like others. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { readRun, type Reader } from '../engine/run/reader.ts'

const { region, simulator } = openRegion('northeast')

// Without the answer of employment to the use of capacity, which the release raises as well.
const runAt = (restructuring: number): Reader =>
  readRun(
    simulator.run({
      assumptions: { okunElasticity: 0 },
      policy: { restructuring: { value: restructuring, start: 2026, ramp: 0 } },
      record: ['marketEmployed', 'unemployed', 'severance', 'severanceYears', 'wage'],
    }),
  )

describe('redundant labour that a policy releases', () => {
  const [usual, full] = [0.1, 1].map(runAt) as [Reader, Reader]
  const more = (name: string, time: number, area: string): number =>
    full.at(name, time, area) - usual.at(name, time, area)

  it.each(region.areas)('is unemployed as it is released, less those hired within the quarter: %s', area => {
    const [wage, years] = [full.at('wage', 2026, area), full.at('severanceYears', 2026)]
    // Half of the first quarter's release is out of work in its mean.
    const released = more('severance', 2026, area) / (wage * years) / 8
    expect(released).toBeGreaterThan(0)
    expect(more('unemployed', 2026, area)).toBeCloseTo(-more('marketEmployed', 2026, area), 12)
    expect(more('unemployed', 2026, area) / released).toBeGreaterThan(0.8)
    expect(more('unemployed', 2026, area) / released).toBeLessThan(1)
  })

  it.each(region.areas)('has found work once nobody is released any more: %s', area => {
    const most = Math.max(...[2027, 2028, 2029].map(year => more('unemployed', year, area)))
    expect(more('unemployed', 2038, area)).toBeLessThan(0.25 * most)
  })
})
