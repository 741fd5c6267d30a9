/** Impacts of sales outside: parts that add up, sales of the whole model that answer the shock, and what it refuses. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { readRun } from '../../engine/run/reader.ts'
import { reasonsOf } from '../explain/reasons.ts'
import { valuesOfRun } from '../explain/tree.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { saleOutlets } from '../../regions/input-output.ts'
import { impactReasons } from './impact.ts'
import { impactOf, industryTable } from './at-once-fixture.ts'
import { areaTables } from './area-table.ts'
import { readShock, shockedVariables } from './shock-text.ts'
import { parseShock, plainRun, restrictionsOf, shockChanges, shockedStart, soldAfter } from './shocks.ts'

const open = openRegion('northeast')
const { region, simulator } = open
const shock = (text: string) => parseShock(open, text)
const unshocked = plainRun(open, {})
const tables = areaTables(open, unshocked)
const startOf = (...texts: readonly string[]) => shockedStart(open, texts.map(shock), tables, unshocked)
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
      const after = readRun(
        simulator.run({ record: ['soldOutside'], afterStart: shockedStart(open, shocks, tables, unshocked) }),
      )
      for (const area of region.areas) {
        for (const sale of saleOutlets) {
          const from = before.at('soldOutside', region.start, area, sale)
          const own = tables.find(one => one.area === area)!
          const expected = soldAfter(shocks, own, sale, from).reduce((sum, value) => sum + value, 0)
          expect(Math.abs(after.at('soldOutside', region.start, area, sale) - expected)).toBeLessThan(1e-9)
        }
      }
    },
  )

  it('meets one area where one is named', () => {
    const start = startOf('exportsNation[CN-HL]=10%')
    const plain = startOf()
    const moved = Object.keys(start).filter(name => Math.abs(start[name]! - plain[name]!) > 1e-9)
    expect(moved).toEqual(['exportsNationStart[CN-HL]'])
  })

  it('keeps the accounts closed', () => {
    const run = simulator.run({
      record: [],
      audit: true,
      afterStart: startOf(
        'exportsNation=-30%',
        'tourism=-100%',
        'exportsWorld[machinery]=-50%',
        'plant[CN-JL,vehicles]=-40bn',
      ),
    })
    expect(run.audit!.largestResidual).toBeLessThan(1e-9)
  })
})

describe('a shock with a date', () => {
  const from = 2030

  it('changes nothing before its year, and sales by what was asked in its first step', () => {
    const shocks = [shock(`exportsRussia=-40%@${from}`), shock('tourism=20%@2027')]
    const changes = shockChanges(open, shocks, tables, unshocked)
    expect(changes.map(one => one.from)).toEqual([2027, from])
    const [before, after] = [[], changes].map(of => readRun(simulator.run({ record: ['soldOutside'], changes: of })))
    const sold = (run: typeof before, year: number): number => run!.at('soldOutside', year, 'CN-JL', 'russia')
    expect(sold(after, 2026)).toBe(sold(before, 2026))
    // Spending of tourists hardly reaches exports before the shock to them.
    expect(sold(after, from) / sold(before, from)).toBeCloseTo(0.6, 2)
  })

  it('begins with policies where none is given, and closes a plant by its sales of that year', () => {
    expect(shock('exportsRussia=-40%').from).toBe(2026)
    const closed = impactOf(open, [shock(`plant[CN-JL,vehicles]=-20bn@${from}`)], from)
    expect(closed.years).toEqual([from, 2040])
    expect(closed.sales / -20).toBeCloseTo(1, 1)
  })
})

describe('a shock with an address', () => {
  const most = (found: ReturnType<typeof impactOf>, year: number): string =>
    found.sectors
      .filter(({ model }) => model !== undefined)
      .toSorted((a, b) => a.model![year]!.valueAdded - b.model![year]!.valueAdded)[0]!.sector

  it('closes one plant: its industry loses most, its suppliers lose too, and revenue and pensions suffer', () => {
    const closed = impactOf(open, [shock(`plant[CN-JL,vehicles]=-40bn@${region.start}`)], region.start)
    expect(closed.sales / -40).toBeCloseTo(1, 1)
    const vehicles = closed.sectors.find(({ sector }) => sector === 'vehicles')!
    expect(vehicles.valueAdded.direct).toBeLessThan(0)
    expect(closed.total.valueAdded.indirect).toBeLessThan(0)
    expect(most(closed, 0)).toBe('vehicles')
    // In the model an industry makes what all outlets call for: the call falls by what the plant and suppliers made.
    expect(vehicles.model![0]!.valueAdded).toBeLessThan(0.5 * vehicles.valueAdded.direct)
    const changeOf = (name: string) => closed.changes.find(({ variable }) => variable === name)!.at[0]!
    expect(changeOf('regionOwnRevenue')).toBeLessThan(0)
    expect(changeOf('regionEmployed')).toBeLessThan(0)
    const opened = impactOf(open, [shock(`plant[CN-JL,vehicles]=40bn@${region.start}`)], region.start)
    expect(opened.total.valueAdded.total).toBeCloseTo(-closed.total.valueAdded.total, 9)
    expect(opened.total.model[0]!.valueAdded).toBeGreaterThan(0)
  })

  it('meets one industry where a partner taxes its goods', () => {
    const tariff = impactOf(open, [shock(`exportsWorld[CN-LN,machinery]=-50%@${region.start}`)], region.start)
    const all = impactOf(open, [shock(`exportsWorld[CN-LN]=-50%@${region.start}`)], region.start)
    expect(most(tariff, 0)).toBe('machinery')
    expect(tariff.sales / all.sales).toBeGreaterThan(0.1)
    expect(tariff.sales / all.sales).toBeLessThan(0.6)
  })

  it('keeps weights at 0 or more and their sum at 1', () => {
    const start = startOf('exportsWorld[machinery]=-100%', 'plant[CN-HL,food]=-50bn')
    for (const area of region.areas) {
      for (const [name, sale] of [
        ['contentWeight', 'world'],
        ['industrySellers', 'world'],
      ]) {
        const own = Object.entries(start).filter(
          ([key]) => key.startsWith(`${name}[${area},`) && key.endsWith(`,${sale}]`),
        )
        expect(Math.min(...own.map(([, value]) => value))).toBeGreaterThanOrEqual(0)
        expect(own.reduce((sum, [, value]) => sum + value, 0)).toBeCloseTo(1, 12)
      }
    }
  })
})

describe('restrictions of others', () => {
  const controls = impactOf(open, [shock('chipRestriction=100%')], 2030)

  it('are a level that holds from the start on: sales to the world fall by what the model loses, and no others', () => {
    const runs = [{}, restrictionsOf([shock('chipRestriction=100%')])].map(policy =>
      readRun(simulator.run({ record: ['soldOutside'], policy })),
    )
    const [before, after] = runs.map(read =>
      region.areas.flatMap(area => saleOutlets.map(sale => read.mean('soldOutside', 2030, area, sale))),
    ) as [number[], number[]]
    const lost = after.reduce((sum, value, at) => sum + value - before[at]!, 0)
    expect(controls.sales).toBeCloseTo(lost, 9)
    expect(lost).toBeLessThan(-0.5)
    const most = controls.sectors.toSorted((a, b) => a.valueAdded.total - b.valueAdded.total)[0]!
    expect(['machinery', 'metals', 'trade']).toContain(most.sector)
    expect(controls.changes.find(({ variable }) => variable === 'regionOutput')!.at[1]).toBeLessThan(0)
  })

  it('change nothing at the level that is in force', () => {
    const nothing = impactOf(open, [shock('chipRestriction=30%')], 2030)
    expect(nothing.sales).toBe(0)
    for (const { at } of nothing.changes) expect(at.map(Math.abs)).toEqual(at.map(() => 0))
  })

  it('act beside other shocks: with a tariff nothing less is sold to Russia than without', () => {
    const both = impactOf(open, [shock('tradeTariff=60%'), shock('exportsRussia=-100%')], 2030)
    const tariff = impactOf(open, [shock('tradeTariff=60%')], 2030)
    const russia = impactOf(open, [shock('exportsRussia=-100%')], 2030)
    expect(tariff.sales).toBeLessThan(controls.sales)
    expect(Math.abs(both.sales / (tariff.sales + russia.sales) - 1)).toBeLessThan(0.05)
  })
})

it('says why output of later years hardly falls: lower costs sell elsewhere what Russia no longer buys', () => {
  const reasons = impactReasons(open, none)
  const causes = reasons.flatMap(division => division.causes)
  const effect = (name: string): number => causes.find(cause => cause.name === name)?.effect ?? Number.NaN
  expect(effect('exportsRussia')).toBeLessThan(-50)
  expect(effect('exportsNation')).toBeGreaterThan(0.2 * -effect('exportsRussia'))
  expect(effect('localShare')).toBeGreaterThan(0)
  // Buyers answer the cost of the year, and over the years change their suppliers: both come down to lower costs.
  const before = valuesOfRun(open, {})
  const after = valuesOfRun(open, { changes: shockChanges(open, none.shocks, tables, unshocked) })
  for (const name of ['exportsNation', 'importPull']) {
    const [first, last] = reasonsOf(open, name, 2030, before, after)
    expect(first!.causes.slice(0, 2).map(cause => cause.name)).toEqual([
      'cost',
      name === 'exportsNation' ? 'suppliersKept' : 'costLasting',
    ])
    for (const cause of first!.causes.slice(0, 2)) expect(cause.effect / first!.change).toBeGreaterThan(0.2)
    expect([last!.name, last!.change < 0]).toEqual(['relativeCost', true])
  }
})

it('finds no reasons where nothing is shocked, under assumptions of the reader too', () => {
  const nothing = { shocks: [shock('exportsRussia=0%')], year: 2030 }
  expect(impactReasons(open, nothing, { assumptions: { importPosition: 0.9 } })).toEqual([])
})

describe('no run is made twice', () => {
  const counted = (ask: (counting: OpenRegion) => unknown): number => {
    let runs = 0
    const run: OpenRegion['simulator']['run'] = input => {
      runs++
      return open.simulator.run(input)
    }
    ask({ ...open, simulator: { ...open.simulator, run } })
    return runs
  }

  it.each([
    ['exportsRussia=-100%', 2],
    ['tradeTariff=60%', 2],
    ['tradeTariff=60%,exportsRussia=-100%', 3],
  ])('for the impact of %s', (texts, runs) => {
    const shocks = texts.split(',').map(shock)
    expect(counted(counting => impactOf(counting, shocks, 2030))).toBe(runs)
    expect(counted(counting => impactOf(counting, shocks, 2030, { members: 3 }))).toBe(runs * 4)
  })

  it('for the reasons of a change in output', () => {
    expect(counted(counting => impactReasons(counting, none))).toBe(2)
  })

  it('for figures by industry, of current policy and of another one', () => {
    expect(counted(counting => industryTable(counting, { year: 2030 }))).toBe(1)
    const policy = { publicInvestment: { value: 1 } }
    expect(counted(counting => industryTable(counting, { year: 2030, policy, members: 2 }))).toBe(6)
  })
})

describe('figures by industry', () => {
  const shocks = [shock('exportsCars[CN-JL]=-100%')]
  const settings = { members: 6, seed: 3 }
  const table = industryTable(open, { year: 2030, shocks, ...settings })

  it('change with a shock as the whole model of the impact says, in the centre and in every simulation', () => {
    const impact = impactOf(open, shocks, 2030, settings)
    const at = impact.years.indexOf(2030)
    for (const [row, { industry, output, employed, before, changes }] of table.figures.entries()) {
      const { sector, model } = impact.sectors[row]!
      expect(sector).toBe(industry)
      expect(output - before.output).toBeCloseTo(model![at]!.valueAdded, 12)
      expect(employed - before.employed).toBeCloseTo(model![at]!.employed, 12)
      const bands = impact.bands!.sectors[row]!.model![at]!
      for (const end of ['low', 'high'] as const) expect(changes!.output[end]).toBeCloseTo(bands.valueAdded[end], 12)
    }
  })

  it('add up to the total, whose range is of the sum and not the sum of ranges', () => {
    for (const name of ['output', 'employed', 'exports'] as const) {
      const sum = table.figures.reduce((all, row) => all + row[name], 0)
      expect(Math.abs(sum / table.total[name] - 1)).toBeLessThan(1e-12)
      const widths = table.figures.reduce((all, { changes }) => all + changes![name].high - changes![name].low, 0)
      expect(table.total.changes![name].high - table.total.changes![name].low).toBeLessThan(widths)
    }
    expect(table.total.share).toBe(1)
  })

  it('and impacts follow the assumptions: what is bought outside earns nobody anything here', () => {
    const [local, outside] = [-1, 1].map(importPosition =>
      impactOf(open, shocks, 2030, { assumptions: { importPosition } }),
    )
    expect(outside!.total.valueAdded.indirect / local!.total.valueAdded.indirect).toBeLessThan(0.9)
    expect(outside!.total.valueAdded.direct).not.toBe(0)
  })
})

describe('the text of a shock', () => {
  it.each([
    'exportsRussia=-100%',
    'tourism=-20%@2028',
    'exportsWorld[CN-LN,machinery]=-30.5%',
    'plant[CN-JL,vehicles]=20bn',
  ])('%s is read', text => {
    const { variable, labels, amount, unit, from } = readShock(text)!
    const address = labels.length === 0 ? '' : `[${labels.join(',')}]`
    expect(`${variable}${address}=${amount}${unit}${from === undefined ? '' : `@${from}`}`).toBe(text)
  })
})

describe('bands', () => {
  it('hold the central figures of the industry that is hit, and are the same for the same seed', () => {
    const asked = [shock('exportsCars=-100%')]
    const [one, other] = [0, 1].map(() => impactOf(open, asked, 2026, { members: 12, seed: 4 }))
    expect(one!.bands).toEqual(other!.bands)
    expect(one!.bands!.members).toBe(12)
    for (const [at, { valueAdded }] of one!.sectors.entries()) {
      const { table } = one!.bands!.sectors[at]!
      expect(table.low).toBeLessThanOrEqual(table.high)
      expect(Math.abs(valueAdded.total)).toBeLessThan(3 * Math.max(Math.abs(table.low), 1e-9))
    }
    expect(one!.bands!.total.table.high).toBeLessThan(0)
  })
})

describe('a shock is refused', () => {
  it.each([
    ['exportsRussia', 'industry.shockForm'],
    ['exportsRussia=-10', 'industry.shockForm'],
    ['consumption=-10%', 'industry.shockUnknown'],
    ['exportsRussia=-120%', 'industry.shockBelow'],
    ['exportsRussia[CN-XX]=-10%', 'usage.unknown'],
    ['exportsWorld[CN-LN,steel]=-10%', 'industry.shockForm'],
    ['plant[vehicles]=-10bn', 'industry.shockForm'],
    ['plant[CN-JL,vehicles]=-10%', 'industry.shockForm'],
    ['exportsWorld=-10bn', 'industry.shockForm'],
    ['chipRestriction=120%', 'industry.restrictionBounds'],
    ['exportsRussia=-40%@2041', 'industry.shockOutside'],
    ['tradeTariff[CN-LN]=20%', 'industry.restrictionBounds'],
  ])('%s', (text, code) => {
    let found: unknown
    try {
      shock(text)
    } catch (error) {
      found = error
    }
    expect(found).toMatchObject({ messages: [{ code }] })
  })

  it.each([
    ['exportsCars[CN-JL,food]=-10%', 'industry.shockSellsNothing'],
    ['plant[CN-HL,metals]=-500bn', 'industry.plantAbove'],
  ])('once the table is read: %s', (text, code) => {
    let found: unknown
    try {
      impactOf(open, [shock(text)], 2030)
    } catch (error) {
      found = error
    }
    expect(found).toMatchObject({ messages: [{ code }] })
  })
})
