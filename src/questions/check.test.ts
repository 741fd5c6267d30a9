/** Faults that `heartland check` must notice: money from nobody, stocks below zero, slips of a unit. */

import { describe, expect, it } from 'vitest'
import { openStates } from '../analysis/hindcast/states-score-fixture.ts'
import { openData, requiredData } from '../analysis/region/simulation.ts'
import type { Declaration, Model, Stock } from '../language/declare.ts'
import { model } from '../model/index.ts'
import { withUnpaidGift } from '../model/unpaid-gift-fixture.ts'
import { misfit } from '../regions/bounds.ts'
import { packsOf } from '../regions/country/on-demand.ts'
import { loadRegion } from '../regions/load.ts'
import { readRegion } from '../regions/read-region.ts'
import type { Figure, RegionData } from '../regions/types.ts'
import { doubtsBeside } from '../regions/own/beside-known.ts'
import { impossibleFigures } from '../regions/own/impossible.ts'
import { doubtsAbout } from '../regions/own/plausible.ts'
import { checksOf, figureChecksOf } from './check.ts'

const liaoning = readRegion('CN-LN', requiredData(model))
const doubts = (region: RegionData) => doubtsBeside(region, requiredData(model))

/** The checks that fail, with what they found. */
const failing = (region: RegionData, changed: Model = model, checks = checksOf): Record<string, string> =>
  Object.fromEntries(
    checks(openData(region, { model: changed }), doubts)
      .filter(({ passed }) => !passed)
      .map(({ name, found }) => [name, found.text.en]),
  )

describe('check', () => {
  it('compares a province that is derived with all others: none of its figures is unlike theirs', () => {
    const one = loadRegion(packsOf('CN-HN').read, 'CN-HN', requiredData(model))
    expect(doubts(one)).toEqual([])
    const figures = one.figures.map(figure =>
      figure.name === 'gdpBaseYear' ? { ...figure, value: 100 * figure.value! } : figure,
    )
    expect(doubts({ ...one, figures })[0]!.figure.name).toBe('gdpBaseYear')
  })

  it('says of a state whose households live on deposits what to do', () => {
    const open = openStates(2010, (path, text) =>
      path === 'US-MI/figures.csv' ? text.replace(/^(householdIncomeBaseYear,[^,]*),[^,]+/m, '$1,1') : text,
    )
    const { found } = figureChecksOf(open, () => []).find(({ name }) => name === 'opening')!
    expect(found.text.en).toMatch(/saving rate is -.* %, below −2 %; Give the income of households/)
  })

  it('finds a lever that households receive and nobody pays, and a stock that a lever at its bound takes below zero: which one, where, when and why', () => {
    const unbounded = (declaration: Declaration): Declaration => ({ ...(declaration as Stock), negative: undefined })
    const changed: Model = {
      ...model,
      sectors: model.sectors.map(sector => {
        const { farmStock } = sector.declarations
        return farmStock === undefined
          ? sector
          : { ...sector, declarations: { ...sector.declarations, farmStock: unbounded(farmStock) } }
      }),
    }
    // All accounts close without the gift, and nothing else fails with it.
    expect(failing(liaoning, withUnpaidGift(changed))).toEqual({
      accounts: expect.stringMatching(/transaction flows: column RX \[CN-LN\].*unpaidGift at 2/) as string,
      stocks: expect.stringMatching(
        /^farmModernisation at 0: 'farmStock\[CN-LN\]' falls to -\d.* CNY bn in the step from 2026.*inflow beyondStandard\(farmModernisation\)/,
      ) as string,
    })
  })

  it.each([
    // A first Michigan saved -25 %.
    ['consumptionBaseYear', 1.8, /saving rate of households -\d+ %, plausible -15 % to 50 % \(OECD/],
    [
      'capitalStart',
      10,
      /capital of firms and of the public, over output \d+\.\d years, plausible 1.0 years to 7.0 years/,
    ],
  ])('finds %s times %d in the ratios of the start', (name, factor, message) => {
    const { values: given, ...rest } = liaoning.values[name]!
    const values = { ...liaoning.values, [name]: { ...rest, values: given.map(value => value * factor) } }
    const { opening } = failing({ ...liaoning, values }, model, figureChecksOf)
    expect(opening).toMatch(message)
  })

  it('notices six of ten slips of ×3 and ÷3 in a region of another nation, and doubts six figures as they are', () => {
    const michigan = readRegion('US-MI', requiredData(model), 'golden/michigan')
    const provinces = ['CN-LN', 'CN-JL', 'CN-HL'].map(id => readRegion(id, requiredData(model)))
    const doubted = (region: RegionData): Figure[] =>
      doubtsAbout(region, provinces).flatMap(({ figure, relation }) => relation?.figures ?? [figure])
    expect(doubted(michigan).map(({ name }) => name)).toEqual([
      'agricultureEmploymentStart',
      'deficitShareStart',
      'unsoldFloorStart',
      'robotsStart',
      'productivityGrowthStart',
      'bondQuotaShare',
    ])
    const slips = michigan.figures.flatMap(figure =>
      figure.area === 'US-MI' && figure.value! > 0
        ? [3, 1 / 3].map(factor => ({ figure, slipped: { ...figure, value: figure.value! * factor } }))
        : [],
    )
    const noticed = slips.filter(({ figure, slipped }) => {
      const changed = { ...michigan, figures: michigan.figures.map(one => (one === figure ? slipped : one)) }
      return (
        misfit(slipped.name, slipped.unit, slipped.value) !== undefined ||
        impossibleFigures(changed).length > 0 ||
        doubted(changed).includes(slipped)
      )
    })
    expect(slips.length).toBeGreaterThan(200)
    expect(noticed.length / slips.length).toBeGreaterThan(0.6)
  })

  it('names a figure unlike those of the other provinces, and one that cannot be beside the others', () => {
    const withTaxes = (factor: number): RegionData => ({
      ...liaoning,
      figures: liaoning.figures.map(figure =>
        figure.name === 'taxRevenueBaseYear' ? { ...figure, value: figure.value! * factor } : figure,
      ),
    })
    const found = (factor: number): string =>
      figureChecksOf(openData(withTaxes(factor)), doubts).find(({ name }) => name === 'figures')!.found.text.en
    expect(found(1)).toMatch(/^\d+ figures can hold together/)
    expect(found(1)).not.toContain('taxRevenueBaseYear')
    expect(found(0.1)).toContain('taxRevenueBaseYear of CN-LN (per person 0.')
    expect(failing(withTaxes(10), model, figureChecksOf)).toEqual({
      figures: expect.stringContaining('taxRevenueBaseYear') as string,
    })
  })
})
