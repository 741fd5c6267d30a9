/** Flows between sectors: output of a sector is what it buys and earns, and what it sells; sums are the model's. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { readRun } from '../../engine/run/reader.ts'
import { saleOutlets } from '../../regions/input-output.ts'
import { type Flows, homeUses, industryFlows } from './flows.ts'
import { industryTable } from './at-once-fixture.ts'
import { parseShock } from './shocks.ts'

const open = openRegion('northeast')
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
const relative = (found: number, expected: number): number => Math.abs(found / expected - 1)

const closes = ({ sectors, home, sold, bought, valueAdded, output }: Flows): void => {
  for (const [at, sector] of sectors.entries()) {
    const spent = valueAdded[at]! + sumOf(home.map(row => row[at]!)) + bought[at]!
    expect(relative(spent, output[at]!), `${sector} buys`).toBeLessThan(2e-4)
    expect(relative(sumOf(home[at]!) + sumOf(sold[at]!), output[at]!), `${sector} sells`).toBeLessThan(1e-12)
  }
  expect(Math.min(...home.flat(), ...sold.flat(), ...bought)).toBeGreaterThan(-1e-9)
}

describe('flows of the Northeast', () => {
  const flows = industryFlows(open, { year: 2030 })

  // Columns of the table sum to 1 to the digits that the office publishes.
  it('close for every sector, in every area and year', () => {
    closes(flows)
    for (const area of open.region.areas)
      for (const year of [open.region.start, 2040]) closes(industryFlows(open, { year, area }))
  })

  it('have the value added and the sales outside of the model', () => {
    const table = industryTable(open, { year: 2030 })
    for (const { industry, output, exports } of table.figures) {
      const at = flows.sectors.indexOf(industry)
      expect(relative(flows.valueAdded[at]!, output)).toBeLessThan(1e-12)
      // Makers of food and vehicles leave more at home than is bought there.
      const beyond = sumOf(flows.sold[at]!) / exports - 1
      if (['food', 'vehicles'].includes(industry)) expect(beyond, industry).toBeGreaterThan(-1e-9)
      else expect(Math.abs(beyond), industry).toBeLessThan(1e-9)
    }
  })

  it('have the uses and the sales by partner of the model', () => {
    const read = readRun(open.simulator.run({ record: ['demandOfUse', 'soldOutside'] }))
    const ofModel = (name: string, label: string): number =>
      sumOf(open.region.areas.map(area => read.mean(name, 2030, area, label)))
    const at = (use: (typeof homeUses)[number]): number => flows.sectors.length + homeUses.indexOf(use)
    for (const use of ['consumption', 'building', 'purchases'] as const) {
      const bought = sumOf(flows.home.map(row => row[at(use)]!)) + flows.bought[at(use)]!
      expect(relative(bought, ofModel('demandOfUse', use)), use).toBeLessThan(2e-4)
    }
    for (const [partner, sale] of saleOutlets.entries()) {
      if (sale === 'nation') continue
      expect(relative(sumOf(flows.sold.map(row => row[partner]!)), ofModel('soldOutside', sale)), sale).toBeLessThan(
        1e-9,
      )
    }
  })

  it('follow a shock: without sales to Russia nothing goes there, and less is bought', () => {
    const shocks = [parseShock(open, 'exportsRussia=-100%')]
    const after = industryFlows(open, { year: 2030, shocks })
    closes(after)
    for (const sale of ['cars', 'russia'] as const)
      expect(sumOf(after.sold.map(row => row[saleOutlets.indexOf(sale)]!))).toBeLessThan(1e-9)
    expect(sumOf(after.bought)).toBeLessThan(sumOf(flows.bought))
  })
})
