/** Tests the league: income that moves from the figure that was published, and all measures of one area with its places. */

import { describe, expect, it } from 'vitest'
import { heartland } from '../../cli/testing/command-line-fixture.ts'
import type { Course } from './league-places.ts'
import { type LeagueMeasure, leagueMeasures } from './league.ts'

interface Found {
  readonly rows: ReadonlyArray<{ readonly area: string; readonly courses: Readonly<Record<LeagueMeasure, Course>> }>
}

const asked = (more: string): Promise<{ out: string }> =>
  heartland(`league northeast --simulations 20 --seed 3 --lang en ${more}`)

describe('the league of the Northeast', () => {
  it('moves income per head from the last published figure on: surveys and accounts count differently', async () => {
    const { rows } = JSON.parse((await asked('--years 2024,2025,2040 --json')).out) as Found
    for (const { courses } of rows) {
      const { published, simulated } = courses.income
      const { low, median, high } = simulated[2025]!
      expect([low, median, high]).toEqual(Array.from({ length: 3 }, () => expect.closeTo(published[2024]!, 12)))
    }
  })

  it('shows one area in every measure, with its place as last published and in the last year', async () => {
    const { out } = await asked('--area Jilin')
    expect(out).toMatch(/^Jilin among all 3$/m)
    const shown = out.split('\n').filter(line => /(\s+\d(–\d)?){2}\s*$/.test(line))
    expect(shown).toHaveLength(leagueMeasures.length)
    // Of the three, Jilin makes least.
    expect(shown[0]).toMatch(/^Share of the output of all areas, % .*\s3\s+3\s*$/)
  })
})
