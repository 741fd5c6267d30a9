/** Every figure that a derivation here gives is stored as derived, and no other figure names derivations as its source. */

import { csvParse } from 'd3-dsv'
import { describe, expect, it } from 'vitest'
import { ownPacks, readFrom } from '../read.ts'
import { history, northeast, point } from './derivation.ts'
import { derivations, nationalPoints, nationalYears } from './index.ts'

const read = readFrom(ownPacks)
const figures = ['CN', ...northeast].flatMap(area =>
  csvParse(read(`${area}/figures.csv`)!).map(({ name, value, evidence, source, note }) => ({
    cell: `${name} ${area}`,
    value: Number(value),
    evidence,
    source,
    note,
  })),
)
const cells = derivations.flatMap(({ of = northeast, ...derivation }) => of.map(area => ({ ...derivation, area })))

describe('derivations of starting figures', () => {
  it.each(cells)('$figure of $area', ({ figure, area, unit, value, rule }) => {
    const stored = figures.filter(({ cell }) => cell === `${figure} ${area}`)
    expect(stored).toHaveLength(1)
    expect(Math.abs(value(area) - stored[0]!.value)).toBeLessThanOrEqual(0.5001 * unit)
    expect(stored[0]).toMatchObject({ evidence: 'derived', source: 'derivations', note: rule })
  })

  it('are all that name them as their source', () => {
    const named = figures.filter(({ source }) => source === 'derivations').map(({ cell }) => cell)
    expect(named.toSorted()).toEqual(cells.map(({ figure, area }) => `${figure} ${area}`).toSorted())
  })

  it.each(nationalPoints.flatMap(({ of = [], ...path }) => of.map(time => ({ ...path, time }))))(
    '$figure at $time',
    ({ figure, time, unit, value }) => {
      expect(Math.abs(value(time) - point(figure, time))).toBeLessThanOrEqual(0.5001 * unit)
    },
  )

  it.each(nationalYears.flatMap(({ of = [], ...path }) => of.map(year => ({ ...path, year }))))(
    '$figure of $year',
    ({ figure, year, unit, value }) => {
      expect(Math.abs(value(year) - history(figure, Number(year)))).toBeLessThanOrEqual(0.5001 * unit)
    },
  )
})
