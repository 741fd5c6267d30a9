/** The share of slips of ×10 in a region that is noticed: refused, or doubted beside the other regions. */
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { misfit } from '../bounds.ts'
import { required } from '../region-texts-fixture.ts'
import { readRegion } from '../read-region.ts'
import type { Figure, RegionData } from '../types.ts'
import { impossibleFigures } from './impossible.ts'
import { type Doubt, doubtsAbout } from './plausible.ts'

const provinces = ['CN-LN', 'CN-JL', 'CN-HL'].map(id => readRegion(id, required))

describe('slips of ×10 and ÷10 in every figure of three provinces, each beside the other two', () => {
  const isNoticed = (region: RegionData, figure: Figure, value: number): boolean => {
    if (misfit(figure.name, figure.unit, value) !== undefined) return true
    const slipped = { ...figure, value }
    const changed = { ...region, figures: region.figures.map(one => (one === figure ? slipped : one)) }
    const others = provinces.filter(one => one !== region)
    const names = ({ figure: one, relation }: Doubt): boolean =>
      one === slipped || relation?.figures.includes(slipped) === true
    return impossibleFigures(changed).length > 0 || doubtsAbout(changed, others).some(names)
  }
  const figures = provinces.flatMap(region =>
    // Times ten, zero is zero; of net flows and growth below zero neither size nor sign is like a neighbour's.
    region.figures
      .filter(({ area, value }) => area === region.id && value !== undefined && value > 0)
      .map(figure => ({ region, figure })),
  )

  /** Figures in which areas differ so much that a slip of one may look like another. */
  const reasons: Readonly<Record<string, string>> = {
    exportsAbroadBaseYear: 'Liaoning exports three times as much a head as the others.',
    exportsRussiaCarsStart: 'Cars for Russia are made in Jilin.',
    importsRussiaBaseYear: 'Oil from Russia arrives in Heilongjiang.',
    grainBaseYear: 'Liaoning harvests a third a head of what the others do.',
    landRevenueStart: 'Jilin earns five times as much from land a head as Heilongjiang.',
    vehicleDebtStart: 'Jilin owes almost three times as much a head as the others.',
    lockdownExposure: 'Jilin was locked down more than three times as long as the others in 2022.',
    crudeOilBaseYear: 'The oil field lies in Heilongjiang.',
    oilOutputStart: 'The oil field lies in Heilongjiang.',
    purchasesGrowthStart: 'A growth rate near zero.',
    robotsStart: 'Heilongjiang has fewer than half as many robots a head as the others.',
    tourismSeason: 'Winter is the season of Heilongjiang, and Liaoning has few visitors from elsewhere in autumn.',
  }

  it('at least 95 of 100 are noticed, and of the others it is known why', () => {
    const tried = figures.flatMap(({ region, figure }) =>
      [10, 0.1].map(factor => ({ figure, noticed: isNoticed(region, figure, figure.value! * factor) })),
    )
    const missed = tried.filter(({ noticed }) => !noticed).map(({ figure }) => figure.name)
    expect(tried.length).toBeGreaterThan(700)
    expect(missed.length / tried.length).toBeLessThan(0.05)
    expect([...new Set(missed)].filter(name => !(name in reasons))).toEqual([])
  })

  it('of ×3 and ÷3 at least 75 of 100 are noticed, and every zero where all known regions have more', () => {
    const tried = figures.flatMap(({ region, figure }) =>
      [3, 1 / 3].map(factor => isNoticed(region, figure, figure.value! * factor)),
    )
    expect(tried.filter(Boolean).length / tried.length).toBeGreaterThan(0.75)
    const zeros = figures.filter(({ region, figure }) =>
      provinces.every(
        other =>
          other === region ||
          other.figures.some(
            ({ name, labels, value = 0 }) =>
              name === figure.name && isDeepStrictEqual(labels, figure.labels) && value > 0,
          ),
      ),
    )
    expect(zeros.length).toBeGreaterThan(400)
    expect(zeros.filter(({ region, figure }) => !isNoticed(region, figure, 0))).toEqual([])
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
