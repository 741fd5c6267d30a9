/** External demand, base sectors and imports of the Northeast. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { readRun } from '../engine/run/reader.ts'
import { complaint, type Finding } from './findings-fixture.ts'

const areas = ['CN-LN', 'CN-JL', 'CN-HL']

const findings: Finding[] = [
  {
    id: 'multiplier',
    what: 'public investment in a slump over a boom',
    measured: 1.085,
    reason:
      'Use of capacity moves by two points only, and what goes to suppliers outside rises gradually with it; as ' +
      'fitted, prices answer a slump by seven tenths of what they answer a boom.',
  },
  {
    id: 'oil',
    what: 'value added when the price falls by a tenth',
    measured: -0.1197,
    reason: 'The fit puts the response at 1.20; costs of 23 % of sales give 1.30.',
  },
  {
    id: 'cars',
    what: 'sent to Russia in 2025 on 2024',
    measured: -0.3962,
    reason: 'What dealers stocked and sold off is a path by quarters, from the value of shipments of whole years.',
  },
]

const { region, simulator } = openRegion('northeast')
const { start } = region

describe('the base year', () => {
  const record = ['exportsNationStart', 'marketOutputStart', 'importShareExcess', 'marketOutput']

  it.each([-1, 0, 1])(
    'closes with positive sales to the rest of the country at position %d of the propensities',
    position => {
      const { series } = simulator.run({ assumptions: { importPosition: position }, record })
      const of = (name: string, area: number): number => series.get(name)!.values[area]!
      for (const area of areas.keys()) {
        expect(of('importShareExcess', area)).toBeCloseTo(0, 12)
        const ratio = of('exportsNationStart', area) / of('marketOutputStart', area)
        expect(ratio).toBeGreaterThan(0.1)
        expect(ratio).toBeLessThan(2)
        expect(of('marketOutput', area) / of('marketOutputStart', area)).toBeCloseTo(1, 1)
      }
    },
  )
})

describe('use of capacity', () => {
  it('sends buyers to suppliers outside only beyond normal use', () => {
    const assumptions = { importFromCost: 0, importFromCostLong: 0 }
    const record = ['importPull', 'utilisationBefore', 'normalUtilisation']
    const weak = new Map([['nationDemandShock', new Float64Array(simulator.steps * areas.length).fill(-0.05)]])
    const runs = [{}, { shocks: weak }].map(input => readRun(simulator.run({ assumptions, record, ...input })))
    let idle = 0
    for (const [run, area] of runs.flatMap(one => areas.map(name => [one, name] as const)))
      for (const [step, use] of run.path('utilisationBefore', area).entries()) {
        const pull = run.path('importPull', area)[step]!
        if (use > run.path('normalUtilisation')[step]!) expect(pull, `${area} ${step}`).toBeGreaterThan(1)
        else expect(pull, `${area} ${step}`).toBe(1)
        if (pull === 1) idle++
      }
    expect(idle).toBeGreaterThan(20)
    expect(idle).toBeLessThan(3 * simulator.steps - 20)
  })

  it('makes a yuan of public investment earn more in a slump than in a boom', () => {
    const policy = {
      publicInvestment: { value: 1, start: 2026, ramp: 0 },
      financedByCentre: { value: 1, start: 2026, ramp: 0 },
    }
    const gain = (demand: number): number => {
      const shocks = new Map([['nationDemandShock', new Float64Array(simulator.steps * areas.length).fill(demand)]])
      const [after, before] = [policy, {}].map(one =>
        readRun(simulator.run({ policy: one, shocks, record: ['output'] })),
      )
      return areas.reduce(
        (sum, area) => sum + after!.mean('output', 2026, area) - before!.mean('output', 2026, area),
        0,
      )
    }
    const expected = { id: 'multiplier', what: 'public investment in a slump over a boom', from: 1.2, to: 5 }
    expect(complaint(expected, gain(-0.05) / gain(0.05), findings)).toBe('')
  })
})

describe('oil, grain and defence', () => {
  const record = [
    'crudeOil',
    'oilValueAdded',
    'oilLevy',
    'ownRevenue',
    'output',
    'nominalOutput',
    'grain',
    'primaryOutput',
  ]
  const before = simulator.run({ record: [...record, 'defence', 'nationalOutput'] })
  const at = (run: typeof before, name: string, year: number, area: number): number => {
    const { size, values } = run.series.get(name)!
    return values[(year - start) * 4 * size + (size === 1 ? 0 : area)]!
  }

  it('lets a fall of the oil price cut value added, levy and revenue, by more than the price, but no output', () => {
    const shocks = new Map([['oilPriceShock', new Float64Array(simulator.steps).fill(-0.1)]])
    const after = simulator.run({ record, shocks })
    for (const area of areas.keys()) {
      const change = (name: string, year: number): number =>
        at(after, name, year, area) / at(before, name, year, area) - 1
      expect(change('output', start)).toBeCloseTo(0, 6)
      expect(change('crudeOil', 2030)).toBe(0)
      expect(change('oilValueAdded', start)).toBeLessThan(areas[area] === 'CN-HL' ? -0.1 : -0.11)
      expect(change('oilValueAdded', start)).toBeGreaterThan(-0.25)
      expect(change('oilLevy', start)).toBeCloseTo(change('oilValueAdded', start), 12)
      expect(change('nominalOutput', start)).toBeLessThan(0)
      expect(change('ownRevenue', 2026)).toBeLessThan(0)
    }
    const fall = at(after, 'oilValueAdded', start, 2) / at(before, 'oilValueAdded', start, 2) - 1
    const full = -0.1 / 0.77
    const what = 'value added when the price falls by a tenth'
    expect(complaint({ id: 'oil', what, from: full - 0.005, to: full + 0.005 }, fall, findings)).toBe('')
  })

  it('grows primary output more slowly than the nation, and defence with it', () => {
    const growth = (name: string, area: number): number =>
      Math.log(at(before, name, 2040, area) / at(before, name, 2026, area)) / 14
    for (const area of areas.keys()) {
      expect(growth('primaryOutput', area)).toBeGreaterThan(0.005)
      expect(growth('primaryOutput', area)).toBeLessThan(growth('nationalOutput', 0))
      expect(growth('defence', area)).toBeGreaterThan(growth('nationalOutput', 0))
      expect(growth('defence', area)).toBeLessThan(growth('nationalOutput', 0) + 0.02)
    }
  })
})

describe('cars sent to Russia', () => {
  const record = ['exportsCars', 'output']
  const sum = (run: ReturnType<typeof simulator.run>, name: string, year: number): number => {
    const reader = readRun(run)
    return areas.reduce((total, area) => total + reader.mean(name, year, area), 0)
  }
  const before = simulator.run({ record })

  it('fall in 2025 by about the 44 % of the customs', () => {
    const both = openRegion('northeast@2024').simulator.run({ record })
    const fall = sum(both, 'exportsCars', 2025) / sum(both, 'exportsCars', 2024) - 1
    const expected = { id: 'cars', what: 'sent to Russia in 2025 on 2024', from: -0.48, to: -0.4 }
    expect(complaint(expected, fall, findings)).toBe('')
  })

  it('come back from the date at which a scenario lets Russia restore their share', () => {
    const after = simulator.run({ assumptions: { carShareRestored: 1, carShareRestoredFrom: 2028 }, record })
    expect(sum(after, 'exportsCars', 2027)).toBe(sum(before, 'exportsCars', 2027))
    expect(sum(after, 'exportsCars', 2028) / sum(before, 'exportsCars', 2028)).toBeGreaterThan(1.4)
    expect(sum(after, 'output', 2030)).toBeGreaterThan(sum(before, 'output', 2030))
  })

  it('come back when a closed market opens again', () => {
    const draws = new Float64Array(simulator.steps).fill(0.5)
    const closes = (2027 - start) * 4
    draws[closes] = 0
    const closed = simulator.run({ shocks: new Map([['carMarketDraw', draws]]), record })
    const opened = draws.slice()
    opened[closes + 8] = 1
    const reopened = simulator.run({ shocks: new Map([['carMarketDraw', opened]]), record })
    expect(sum(closed, 'exportsCars', 2035) / sum(before, 'exportsCars', 2035)).toBeCloseTo(0.3, 1)
    expect(sum(reopened, 'exportsCars', 2035) / sum(before, 'exportsCars', 2035)).toBeCloseTo(1, 1)
  })
})
