/** External demand, base sectors and imports of the Northeast. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../cli/simulation.ts'

const areas = ['CN-LN', 'CN-JL', 'CN-HL']
const { simulator } = openRegion('northeast')

describe('the base year', () => {
  const record = ['exportsNationStart', 'marketOutputStart', 'importShareExcess', 'marketOutput']

  it.each([-1, 0, 1])(
    'closes with positive sales to the rest of China at position %d of the propensities',
    position => {
      const { series } = simulator.run({ assumptions: { importPosition: position }, record })
      const of = (name: string, area: number): number => series.get(name)!.values[area]!
      for (const area of areas.keys()) {
        expect(of('importShareExcess', area)).toBe(0)
        const ratio = of('exportsNationStart', area) / of('marketOutputStart', area)
        expect(ratio).toBeGreaterThan(0.1)
        expect(ratio).toBeLessThan(2)
        expect(of('marketOutput', area) / of('marketOutputStart', area)).toBeCloseTo(1, 1)
      }
    },
  )
})
