/** Impacts of sales outside: parts that add up, sales of the whole model that answer the shock, and what it refuses. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../../cli/simulation.ts'
import { readRun } from '../../engine/run/reader.ts'
import { saleOutlets } from '../../regions/input-output.ts'
import { impactOf } from './impact.ts'
import { saleChange, parseShock, shockedStart, shockedVariables } from './shocks.ts'

const open = openRegion('northeast')
const { region, simulator } = open
const shock = (text: string) => parseShock(open, text)
const none = impactOf(open, [shock('exportsRussia=-100%')], 2030)

describe('the impact by the table', () => {
  it('is the sum of direct, indirect and induced effects, for each sector and in all, to the bit', () => {
    for (const { valueAdded, employed } of [...none.sectors, none.total]) {
      for (const { direct, indirect, induced, total } of [valueAdded, employed]) {
        expect(direct + indirect + induced).toBe(total)
      }
    }
    for (const part of ['direct', 'indirect', 'induced', 'total'] as const) {
      const sum = none.sectors.reduce((all, { valueAdded }) => all + valueAdded[part], 0)
      expect(Math.abs(sum - none.total.valueAdded[part])).toBeLessThan(1e-12)
    }
  })

  it('has every part of the sign of the shock, and no sector gains by a loss', () => {
    for (const { valueAdded } of none.sectors) {
      expect(Math.max(valueAdded.direct, valueAdded.indirect, valueAdded.induced)).toBeLessThanOrEqual(0)
    }
    expect(none.total.valueAdded.direct).toBeLessThan(-10)
    // Value added per yuan sold outside, with suppliers and households: published multipliers lie between .4 and 1.
    const multiplier = none.total.valueAdded.total / none.sales
    expect(multiplier).toBeGreaterThan(0.4)
    expect(multiplier).toBeLessThan(1)
  })

  it('is in proportion to the shock, and nothing without one', () => {
    const half = impactOf(open, [shock('exportsRussia=-50%')], 2030)
    expect(half.total.valueAdded.total / none.total.valueAdded.total).toBeCloseTo(0.5, 12)
    const nothing = impactOf(open, [shock('exportsRussia=0%')], 2030)
    expect(nothing.total.valueAdded.total).toBeCloseTo(0, 12)
    expect(nothing.changes.flatMap(({ at }) => at).map(Math.abs)).toEqual(
      nothing.changes.flatMap(({ at }) => at.map(() => 0)),
    )
  })

  it('falls on the makers of cars where cars are not sold', () => {
    const cars = impactOf(open, [shock('exportsCars[CN-JL]=-100%')], 2030)
    const least = cars.sectors.toSorted((a, b) => a.valueAdded.total - b.valueAdded.total)[0]!
    expect(least.sector).toBe('vehicles')
    expect(cars.sales).toBeLessThan(0)
    // The whole model agrees on the industry, in the first year and later.
    for (const { valueAdded } of least.model!) expect(valueAdded).toBeLessThan(0)
    // In the first year, before prices answer, jobs are lost where output is.
    const first = cars.sectors.flatMap(({ sector, model }) =>
      model === undefined ? [] : [[sector, model[0]!.employed] as const],
    )
    expect(first.toSorted((a, b) => a[1] - b[1])[0]![0]).toBe('vehicles')
  })
})

describe('the shock in the whole model', () => {
  const before = readRun(simulator.run({ record: ['soldOutside'] }))
  it.each(Object.keys(shockedVariables))(
    '%s changes these sales in the first step by what was asked, and no others',
    name => {
      const shocks = [shock(`${name}=-40%`)]
      const after = readRun(simulator.run({ record: ['soldOutside'], afterStart: shockedStart(open, shocks) }))
      for (const area of region.areas) {
        for (const sale of saleOutlets) {
          const from = before.at('soldOutside', region.start, area, sale)
          const expected = from * (1 + saleChange(shocks, area, sale))
          expect(Math.abs(after.at('soldOutside', region.start, area, sale) - expected)).toBeLessThan(1e-9)
        }
      }
    },
  )

  it('meets one area where one is named', () => {
    const start = shockedStart(open, [shock('exportsNation[CN-HL]=10%')])
    const plain = shockedStart(open, [])
    const moved = Object.keys(start).filter(name => Math.abs(start[name]! - plain[name]!) > 1e-9)
    expect(moved).toEqual(['exportsNationStart[CN-HL]'])
  })

  it('keeps the accounts closed', () => {
    const run = simulator.run({
      record: [],
      audit: true,
      afterStart: shockedStart(open, [shock('exportsNation=-30%'), shock('tourism=-100%')]),
    })
    expect(run.audit!.largestResidual).toBeLessThan(1e-9)
  })
})

describe('a shock is refused', () => {
  it.each([
    ['exportsRussia', 'industry.shockForm'],
    ['exportsRussia=-10', 'industry.shockForm'],
    ['consumption=-10%', 'industry.shockUnknown'],
    ['exportsRussia=-120%', 'industry.shockBelow'],
    ['exportsRussia[CN-XX]=-10%', 'usage.unknown'],
  ])('%s', (text, code) => {
    let found: unknown
    try {
      shock(text)
    } catch (error) {
      found = error
    }
    expect(found).toMatchObject({ messages: [{ code }] })
  })
})
