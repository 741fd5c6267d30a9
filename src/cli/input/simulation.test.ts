import { describe, expect, it } from 'vitest'
import { model } from '../../model/index.ts'
import { readRun } from '../../engine/run/reader.ts'
import { requiredData } from '../../analysis/region/simulation.ts'
import { openRegion } from '../testing/open-fixture.ts'

const { simulator, region } = openRegion('northeast', { horizonEnd: 2026 })
const first = region.start
const capital = (area: string, firm: 'state' | 'private'): number =>
  region.values['capitalStart']!.values[2 * region.areas.indexOf(area) + Number(firm === 'private')]!
const run = (afterStart: Record<string, number>) =>
  readRun(simulator.run({ afterStart, record: ['capital', 'price', 'capitalDepreciation'] }))

describe('an open region', () => {
  it('has asked for the figures that the model declares', () => {
    const required = requiredData(model)
    expect(required.find(({ name }) => name === 'capitalStart')).toMatchObject({
      kind: 'datum',
      unit: 'CNY bn',
      dimensions: [
        { name: 'area', labels: 'region' },
        { name: 'firm', labels: ['state', 'private'] },
      ],
    })
    const ages = required.find(({ name }) => name === 'nationalPopulation')!.dimensions[0]!.labels
    expect([ages[0], ages[100], ages.length]).toEqual(['0', '100', 101])
    const given = { datum: region.values, exogenous: region.paths }
    // Figures of a start that is no usual year are those of nations that have one.
    for (const { name, kind, cyclical } of required)
      if (kind === 'datum' || kind === 'exogenous')
        expect(given[kind][name] !== undefined, name).toBe(cyclical !== true)
  })

  it('takes values for all labels, for one, or for one of each dimension', () => {
    expect(run({ capital: 7 }).at('capital', first, 'CN-HL', 'state')).toBe(7)
    const state = run({ 'capital[state]': 7 })
    for (const area of region.areas) expect(state.at('capital', first, area, 'state')).toBe(7)
    expect(state.at('capital', first, 'CN-JL', 'private')).toBe(capital('CN-JL', 'private'))
    const one = run({ 'capital[CN-JL, private]': 7 })
    expect(one.at('capital', first, 'CN-JL', 'private')).toBe(7)
    expect(one.at('capital', first, 'CN-LN', 'private')).toBe(capital('CN-LN', 'private'))
  })

  it('names what it does not know', () => {
    expect(() => run({ capitol: 7 })).toThrow("There is no variable 'capitol' to set.")
    expect(() => run({ 'price[CN-XX]': 7 })).toThrow("'price' has no label 'CN-XX'; it has CN-LN, CN-JL, CN-HL.")
    expect(() => run({}).at('capital', first, 'CN-LN')).toThrow("'capital' is read with area, firm, not with 'CN-LN'.")
    expect(() => run({}).at('wage', first, 'CN-LN')).toThrow("'wage' was not recorded.")
  })

  it('is read by year: mean, last step, path', () => {
    const reading = run({})
    const path = reading.path('price', 'CN-LN')
    expect(path).toHaveLength(4)
    expect(reading.last('price', first, 'CN-LN')).toBe(path[3])
    expect(reading.mean('price', first, 'CN-LN')).toBeCloseTo(path.reduce((sum, value) => sum + value, 0) / 4, 15)
    expect(reading.at('price', first + 0.6, 'CN-LN')).toBe(path[2])
  })
})
