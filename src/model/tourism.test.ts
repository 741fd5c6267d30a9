/** Tourism of the Northeast: the season, and hotels that fill in it. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../cli/testing/open-fixture.ts'

const areas = ['CN-LN', 'CN-JL', 'CN-HL']
const { region, simulator } = openRegion('northeast')
const record = ['tourism', 'tourismUnadjusted', 'hotelOccupancy', 'hotels', 'output', 'visitorDemand']
const run = simulator.run({ record })
const most = simulator.run({ record: ['hotelOccupancyMost'] }).series.get('hotelOccupancyMost')!.values[0]!
type Run = typeof run
const values = ({ series }: Run, name: string, area: number): number[] =>
  [...series.get(name)!.values].filter((_, index) => index % areas.length === area)
const flat = Object.fromEntries([1, 2, 3, 4].map(quarter => [`tourismSeason[${quarter}]`, 1]))

describe('the season', () => {
  it.each(areas)('of %s has a mean of 1', area => {
    const { values: seasons } = region.values['tourismSeason']!
    const mean =
      seasons.slice(areas.indexOf(area) * 4, areas.indexOf(area) * 4 + 4).reduce((sum, one) => sum + one, 0) / 4
    expect(mean).toBeCloseTo(1, 2)
  })

  it('leaves yearly totals as they are, within what demand grows inside the year', () => {
    for (const area of areas.keys()) {
      const [adjusted, shown] = [values(run, 'tourism', area), values(run, 'tourismUnadjusted', area)]
      for (let year = 0; year < 16; year++) {
        const total = (of: number[]): number => of.slice(4 * year, 4 * year + 4).reduce((sum, one) => sum + one, 0)
        expect(total(shown) / total(adjusted)).toBeCloseTo(1, 1)
      }
    }
  })

  it('moves no other variable while hotels have room', () => {
    const level = simulator.run({ assumptions: flat, record })
    for (const area of areas.keys()) {
      expect(Math.max(...values(run, 'hotelOccupancy', area))).toBeLessThan(most)
      for (const [step, output] of values(run, 'output', area).entries())
        expect(values(level, 'output', area)[step]! / output).toBeCloseTo(1, 9)
    }
  })

  it('is winter and summer in Heilongjiang, spring and summer in Liaoning', () => {
    const quarters = (area: number): number[] => values(run, 'hotelOccupancy', area).slice(0, 4)
    const [winter, spring, summer, autumn] = quarters(2) as [number, number, number, number]
    expect(Math.min(winter, autumn)).toBeGreaterThan(summer)
    expect(summer).toBeGreaterThan(spring)
    expect(Math.min(...quarters(0))).toBe(quarters(0)[3])
  })
})

describe('hotels', () => {
  const rush = { tourismTest: 1.6 }

  it('fill in the season when visitors rush in, and cost those who find no bed', () => {
    const [seasonal, level] = [rush, { ...rush, ...flat }].map(assumptions =>
      simulator.run({ afterStart: assumptions, record }),
    )
    const served = (of: Run): number => values(of, 'tourism', 2)[0]! / values(of, 'visitorDemand', 2)[0]!
    expect(Math.max(...values(seasonal!, 'hotelOccupancy', 2))).toBeCloseTo(most, 6)
    expect(served(seasonal!)).toBeLessThan(0.97)
    expect(served(level!)).toBeGreaterThan(served(seasonal!))
  })

  it('are built until occupancy is back', () => {
    const after = simulator.run({ afterStart: rush, record })
    for (const area of areas.keys()) {
      const [few, many] = [run, after].map(of => values(of, 'hotels', area).at(-1)!)
      expect(many! / few!).toBeGreaterThan(1.5)
      expect(values(after, 'hotelOccupancy', area).at(-1)).toBeLessThan(0.8)
    }
  })
})
