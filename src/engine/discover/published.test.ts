/**
 * Tests scenario discovery on the published case: 882 simulations of the cost of a renewable fuel standard, of which 89 are
 * costly (Bryant and Lempert 2010, doi.org/10.1016/j.techfore.2009.08.002). The data, in golden/bryant-lempert-2010.csv,
 * and the results of another implementation are those of the exploratory modelling workbench (Kwakkel 2017, BSD-3-Clause;
 * emaworkbench.readthedocs.io/en/latest/examples/scenario_discovery.html), where the data are given with the authors' leave.
 */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { boxOf, type Cases, prim } from './prim.ts'

const file = new URL('../../../golden/bryant-lempert-2010.csv', import.meta.url)
const [head, ...rows] = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map(line => line.split(','))
const names = head.slice(0, -1)
const cases: Cases = {
  columns: names.map((_, input) => Float64Array.from(rows, row => Number(row[input]))),
  events: rows.map(row => row.at(-1) === '1'),
}
const place = (name: string): number => names.indexOf(name)

/** The published box: limits, and the chances of its restrictions (quasi-p-values). */
const published = {
  'Total biomass': { high: 755.8, chance: 4.717e-6 },
  'Demand elasticity': { low: -0.422, chance: 1.185e-16 },
  'Biomass backstop price': { low: 150.05, chance: 3.515e-11 },
  'Cellulosic cost': { low: 72.65, chance: 0.1574 },
}

describe('the published case of scenario discovery', () => {
  it('is the published one', () => {
    expect([cases.events.length, cases.events.filter(Boolean).length]).toEqual([882, 89])
  })

  it('has the published measures and chances for the published box', () => {
    const bounds = {
      low: Float64Array.from(names, () => -Infinity),
      high: Float64Array.from(names, () => Infinity),
    }
    for (const [name, limits] of Object.entries(published)) {
      if ('low' in limits) bounds.low[place(name)] = limits.low
      if ('high' in limits) bounds.high[place(name)] = limits.high
    }
    const inside = rows
      .map((_, row) => row)
      .filter(row =>
        names.every((__, at) => cases.columns[at][row] >= bounds.low[at] && cases.columns[at][row] <= bounds.high[at]),
      )
    const box = boxOf(cases, bounds, inside)
    expect(box.coverage).toBeCloseTo(0.752809, 6)
    expect(box.density).toBeCloseTo(0.770115, 6)
    expect(box.mass).toBeCloseTo(0.0986395, 6)
    for (const { input, chance } of box.restrictions) {
      const own = published[names[input] as keyof typeof published].chance
      expect(chance / own, names[input]).toBeCloseTo(1, 2)
    }
  })

  it('is explained by the three published inputs, on the published sides', () => {
    const { box, steps } = prim(cases, { peel: 0.1 })
    const restricted = new Map(box.restrictions.map(one => [names[one.input], one]))
    expect([...restricted.keys()].toSorted()).toEqual(['Biomass backstop price', 'Demand elasticity', 'Total biomass'])
    expect(restricted.get('Total biomass')).toMatchObject({ low: -Infinity })
    expect(restricted.get('Demand elasticity')).toMatchObject({ high: Infinity })
    expect(restricted.get('Biomass backstop price')).toMatchObject({ high: Infinity })
    // Published, of the same three inputs: coverage 0.764 and density 0.716 at a mass of 0.108.
    const near = steps.reduce((best, one) => (Math.abs(one.mass - 0.108) < Math.abs(best.mass - 0.108) ? one : best))
    expect(near.coverage).toBeGreaterThan(0.764 - 0.03)
    expect(near.density).toBeGreaterThan(0.716 - 0.03)
  })
})
