/** Tests that forecasts of the 31 provinces, linked, from every year 2007 to 2020 are as good as docs/theory/links.md says. */

import { describe, expect, it } from 'vitest'
import { standingOf } from '../../model/standing.ts'
import { controlNation, scoreNation } from './nation-score-fixture.ts'

describe('five years ahead, the 31 provinces', () => {
  const scores = scoreNation()

  it('miss output by at most 8.8 log points, by 6.3 with the means of origins taken out', () => {
    expect(scores.output.whole).toBeLessThan(0.088)
    expect(scores.output.spread).toBeLessThan(0.063)
  })

  it('say which province does better: slope of what happened on the forecast', () => {
    expect(scores.output.slope).toBeGreaterThan(0.8)
    expect(scores.residentsTotal.slope).toBeGreaterThan(0.8)
  })

  it('beat national growth less the own gap for revenue, home sales and their prices', () => {
    for (const name of ['ownRevenue', 'homeSales', 'housePrice'] as const)
      expect(scores[name].beats.nationAndGap).toBeGreaterThan(0.6)
  })

  // Of residents 60 % were looked for.
  it('do a little better than it for output and residents', () => {
    expect(scores.output.beats.nationAndGap).toBeGreaterThan(0.5)
    expect(scores.residentsTotal.beats.nationAndGap).toBeGreaterThan(0.5)
  })
})

describe('the verdict, put to provinces of which it knew nothing: 2014 to 2024', () => {
  const control = controlNation()

  it('tells those that gained from those that lost: Zhejiang gained, the three of the Northeast lost', () => {
    expect(standingOf(control['CN-ZJ']!.actual)).toBe('gains')
    for (const area of ['CN-LN', 'CN-JL', 'CN-HL']) expect(standingOf(control[area]!.actual)).toBe('loses')
  })

  it('was foreseen from 2015 for the Northeast, not for Zhejiang, and for 18 and more of the 31', () => {
    for (const area of ['CN-LN', 'CN-JL', 'CN-HL']) expect(standingOf(control[area]!.forecast)).toBe('loses')
    // A known error, which the page on links states.
    expect(standingOf(control['CN-ZJ']!.forecast)).toBe('loses')
    const right = Object.values(control).filter(one => standingOf(one.actual) === standingOf(one.forecast))
    expect(right.length).toBeGreaterThanOrEqual(18)
  })
})
