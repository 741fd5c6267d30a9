/** Tests variants: a region with another initial age structure and nothing else changed. */

import { describe, expect, it } from 'vitest'
import { required, withTexts } from './region-texts-fixture.ts'
import { loadRegion } from './load.ts'
import { listRegions, listVariants, ownPacks, readFrom } from './read.ts'
import { readRegion } from './read-region.ts'

const packs = readFrom(ownPacks)
const file = 'northeast-as-reported/region.json'
const text = packs(file)!

const count = 101
const share = (values: Float64Array, area: number, from: number, to: number): number => {
  const people = values.subarray(area * 2 * count, (area + 1) * 2 * count)
  const inside = people.reduce((sum, value, at) => (at % count >= from && at % count <= to ? sum + value : sum), 0)
  return inside / people.reduce((sum, value) => sum + value, 0)
}

describe('the Northeast as reported', () => {
  const variant = readRegion('northeast-as-reported', required)
  const own = readRegion('northeast', required)

  it('has a quarter past 65 in every area, and the same residents', () => {
    const [before, after] = [own.values['startPopulation']!.values, variant.values['startPopulation']!.values]
    for (const area of [0, 1, 2]) expect(share(after, area, 65, 100)).toBeCloseTo(0.25, 12)
    expect(after.reduce((sum, value) => sum + value, 0)).toBeCloseTo(
      before.reduce((sum, value) => sum + value, 0),
      9,
    )
    expect(after[70]! / after[71]!).toBeCloseTo(before[70]! / before[71]!, 12)
  })

  it('changes nothing else, and its figure says whose it is', () => {
    for (const [name, { values }] of Object.entries(own.values)) {
      if (name !== 'startPopulation') expect(variant.values[name]!.values, name).toEqual(values)
    }
    const figure = variant.figures.find(({ name }) => name === 'startPopulation')!
    expect([figure.evidence, figure.source]).toEqual(['assumed', 'report-2023'])
    expect(variant.hash).not.toBe(own.hash)
  })

  it('is listed apart from the regions that are', () => {
    expect(listVariants()).toEqual(['northeast-as-reported'])
    expect(listRegions()).not.toContain('northeast-as-reported')
  })

  it.each([
    ['"share": 0.25', '"share": 0.35', 'the shares add up to'],
    ['"from": 55', '"from": 56', 'do not cover every age exactly once'],
    ['"to": 100', '"to": 99', 'do not cover every age exactly once'],
    ['"report-2023"', '"rumour"', "unknown source 'rumour'"],
    ['"of": "northeast"', '"of": "nowhere"', 'nowhere/region.json: the file is missing'],
  ])('refuses %s -> %s', (from, to, message) => {
    const wrong = withTexts(packs, { [file]: text.replace(from, to) })
    expect(() => loadRegion(wrong, 'northeast-as-reported', required)).toThrow(message)
  })
})
