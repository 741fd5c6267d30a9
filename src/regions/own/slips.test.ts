/** How many slips of ×10 in the figures of a region are noticed: refused, or doubted beside the other regions. */
import { describe, expect, it } from 'vitest'
import { misfit } from '../bounds.ts'
import { required } from '../fixture.ts'
import { readRegion } from '../read-region.ts'
import type { Figure, RegionData } from '../types.ts'
import { impossibleFigures } from './impossible.ts'
import { doubtsAbout } from './plausible.ts'

const provinces = ['CN-LN', 'CN-JL', 'CN-HL'].map(id => readRegion(id, required))

describe('slips of ×10 and ÷10 in every figure of three provinces, each beside the other two', () => {
  const isNoticed = (region: RegionData, figure: Figure, value: number): boolean => {
    if (misfit(figure.name, figure.unit, value) !== undefined) return true
    const slipped = { ...figure, value }
    const changed = { ...region, figures: region.figures.map(one => (one === figure ? slipped : one)) }
    const others = provinces.filter(one => one !== region)
    return impossibleFigures(changed).length > 0 || doubtsAbout(changed, others).some(doubt => doubt.figure === slipped)
  }
  const figures = provinces.flatMap(region =>
    // Times ten, zero is zero; of net flows and growth below zero neither size nor sign is like a neighbour's.
    region.figures
      .filter(({ area, value }) => area === region.id && value !== undefined && value > 0)
      .map(figure => ({ region, figure })),
  )

  it('at least 95 of 100 are noticed', () => {
    const noticed = figures.flatMap(({ region, figure }) =>
      [10, 0.1].map(factor => isNoticed(region, figure, figure.value! * factor)),
    )
    expect(noticed.length).toBeGreaterThan(500)
    expect(noticed.filter(Boolean).length / noticed.length).toBeGreaterThan(0.95)
  })

  it('at most 3 of 100 true figures are doubted', () => {
    const doubted = provinces.flatMap(region =>
      doubtsAbout(
        region,
        provinces.filter(one => one !== region),
      ),
    )
    expect(doubted.length / figures.length).toBeLessThan(0.03)
  })
})
