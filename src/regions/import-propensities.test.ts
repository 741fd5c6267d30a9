/** Import propensities of the three provinces from their input-output tables. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withPropensities, importPropensities } from './derive.ts'
import { uses } from './input-output.ts'
import { ownPacks } from './read.ts'

const areas = ['CN-LN', 'CN-JL', 'CN-HL']
const text = (area: string, file: string): string => readFileSync(join(ownPacks, area, file), 'utf8')

// Two sectors: farming sells everything to food; food sells to consumers and abroad.
const small = `row,farming,food,consumption,investment,purchases,nation,abroad,visitors
farming,0,0.5,0,0,0,0,0,0
food,0,0.2,1,1,1,1,1,1
valueAdded,1,0.3,,,,,,
localTable,0.5,0.5,,,,,,
localMost,0.4,1,,,,,,`

describe('import propensities from an input-output table', () => {
  it('are 1 less the value added of market sectors that a unit of a use leaves in the area', () => {
    const { mostLocal, middle, table } = importPropensities(small)
    // Half of the food is bought here; a unit sold here leaves .3, and half of the .2 of food that it takes again .3, and so on.
    expect(table.consumption).toBeCloseTo(1 - (0.5 * 0.3) / (1 - 0.5 * 0.2), 12)
    expect(table.nation).toBeCloseTo(1 - 0.3 / (1 - 0.5 * 0.2), 12)
    expect(mostLocal.consumption).toBeCloseTo(1 - 0.3 / (1 - 0.2), 12)
    expect(middle.consumption).toBeCloseTo(1 - (0.75 * 0.3) / (1 - 0.75 * 0.2), 12)
  })

  it.each(areas)('are those in the figures of %s, which deriving again leaves as they are', area => {
    const figures = text(area, 'figures.csv')
    expect(withPropensities(figures, text(area, 'input-output.csv'))).toBe(figures)
    expect(
      withPropensities(
        figures.replace(/^(importPropensity,use=consumption,)[^,]*/m, '$10.1'),
        text(area, 'input-output.csv'),
      ),
    ).toBe(figures)
  })

  it.each(areas)('rise from the most local bound to the table for every use of %s', area => {
    const { mostLocal, middle, table } = importPropensities(text(area, 'input-output.csv'))
    for (const use of uses) {
      expect(mostLocal[use]).toBeGreaterThan(0)
      expect(middle[use]).toBeGreaterThan(mostLocal[use])
      expect(table[use]).toBeGreaterThan(middle[use])
      expect(table[use]).toBeLessThan(1)
    }
  })
})
