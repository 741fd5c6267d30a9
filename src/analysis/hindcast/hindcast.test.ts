/** Tests the back-test of the Northeast: its targets, its reproducibility, and its accuracy targets. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { createSimulator } from '../../engine/run.ts'
import { frozenPack } from '../../regions/frozen.ts'
import { packAt, readPast } from '../../regions/past.ts'
import { ownPacks, readFrom } from '../../regions/read.ts'
import { readFacts } from '../../../tools/reports/facts.ts'
import { readTargets } from '../../regions/targets.ts'
import type { RegionData } from '../../regions/types.ts'
import { buildLinked } from '../region/wasm-region.ts'
import { measureFacts } from '../../../tools/reports/measured-facts.ts'
import { forecastVerdict } from '../../../tools/reports/verdict.ts'
import { hindcast } from './hindcast.ts'
import { nearRisk } from './near-risk.ts'
import { readRecord } from './parameter-set.ts'
import { hindcastRecord } from './record.ts'
import { drawInputs, reopen } from './reopen.ts'

const open = openRegion('northeast', { parameters: 'priors' })
const read = readFrom(ownPacks)
const past = readPast(read, open.region)
const targets = readTargets(read, open.region)
const record = readRecord(read, 'northeast', 'train')
const settings = { seed: 1, members: 40, built: buildLinked(open.linked), ...(record === undefined ? {} : { record }) }
const found = hindcast(open, past, targets, settings)
const unaided = hindcast(open, past, targets, { ...settings, outside: 'unknown', next: 2025 })
const risk = nearRisk(open.region, past, targets, [...unaided.reopened, ...unaided.next], 1)
const provenance = { region: 'northeast', model: 'm', data: 'd', parameters: 'train', seed: 1, members: 40 }

describe('a region opened in a past year', () => {
  it.each([2006, 2009, 2012, 2015, 2018, 2021, 2023])('closes its accounts from %d on, to today', start => {
    const pack = packAt(open.region, past, start)
    const run = createSimulator(open.program, pack, { end: 2026, stepsPerYear: 4 }).run({ record: [], audit: true })
    expect(run.audit!.largestResidual).toBeLessThan(1e-9)
  })

  it('gives the bits of the baseline at its own start', () => {
    const again = createSimulator(open.program, packAt(open.region, past, 2024), { end: 2030, stepsPerYear: 4 })
    const direct = createSimulator(open.program, open.region, { end: 2030, stepsPerYear: 4 })
    const name = 'regionOutput'
    const values = (run: ReturnType<typeof direct.run>) => [...run.series.get(name)!.values]
    expect(values(again.run({ record: [name] }))).toEqual(values(direct.run({ record: [name] })))
  })

  it('moves from the figures of the year before', () => {
    const inputs = drawInputs(open, { ...settings, members: 0, years: 2 })
    const { central } = reopen(open, past, targets, 2015, { ...settings, inputs, years: 2 })
    const growth = central('output', 'CN-LN', 2015)!
    expect(growth).toBeGreaterThan(0)
    expect(growth).toBeLessThan(0.08)
    expect(central('output', 'CN-LN', 2017)).toBeUndefined()
  })
})

describe('the scores', () => {
  const data = hindcastRecord(found, unaided, risk, provenance)

  it('hold every series, area and horizon, with the naive forecasts beside', () => {
    const one = data.scores.find(
      ({ series, area, horizon, split }) =>
        series === 'output' && area === 'CN-LN' && horizon === 5 && split === 'holdout',
    )!
    expect(one.points).toBe(6)
    for (const value of [one.rmse, one.mape, one.naive, one.drift, one.ar1, one.nation, one.unconditional, one.bias]) {
      expect(Number.isFinite(value)).toBe(true)
    }
    expect(new Set(data.scores.map(({ area }) => area))).toEqual(new Set(open.region.areas))
    expect(new Set(data.scores.map(({ series }) => series)).size).toBeGreaterThanOrEqual(36)
    expect(new Set(data.scores.map(({ horizon }) => horizon))).toEqual(new Set([1, 2, 5]))
  })

  it('have Theil shares that sum to 1', () => {
    for (const { theil } of data.scores) {
      if (theil !== null) expect(theil.bias + theil.variance + theil.covariance).toBeCloseTo(1, 12)
    }
  })

  it('are numbers or null, nothing else', () => {
    expect(JSON.stringify(data)).not.toMatch(/NaN|Infinity/)
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)
  })

  it('are the same again from the same seed', () => {
    const again = hindcast(open, past, targets, settings)
    expect(hindcastRecord(again, unaided, risk, provenance)).toEqual(data)
  })

  it('say a loss in plain words', () => {
    const naive = { lastValue: 0.1, drift: 0.05, firstOrder: undefined, peer: undefined }
    expect(forecastVerdict({ rmse: 0.07, naive })).toBe('loses to trend line')
    expect(forecastVerdict({ rmse: 0.2, naive })).toBe('loses to last value, trend line')
    expect(forecastVerdict({ rmse: 0.07, naive: { ...naive, drift: 0.1, peer: 0.06 } })).toBe(
      'loses to national growth less own gap',
    )
    expect(forecastVerdict({ rmse: 0.01, naive })).toBe('beats the 2 there are')
    expect(forecastVerdict({ rmse: 0.01, naive: { ...naive, firstOrder: 0.3, peer: 0.2 } })).toBe('beats all 4')
  })
})

describe('chances of weak growth soon', () => {
  const [first, ...others] = risk!.scores

  it('over two years are worth more than the base rate that was known then, on all past starts', () => {
    expect(first).toMatchObject({ below: 0.02, years: 2, cases: 54 })
    expect(first.brier).toBeLessThan(0.85 * first.base)
    expect(first.reliability.reduce((sum, { cases }) => sum + cases, 0)).toBe(first.cases)
  })

  it('a year ahead are worth no more than it in the held-out years, so that none is stated', () => {
    for (const { years, heldOut } of others)
      if (years === 1) expect(heldOut!.brier).toBeGreaterThan(0.97 * heldOut!.base)
  })

  it('are stated from the start of the region on, each beside its base rate', () => {
    expect([risk!.firstYear, risk!.now.map(({ area }) => area)]).toEqual([2025, open.region.areas])
    for (const { chance, base } of risk!.now) {
      expect(chance).toBeGreaterThan(0)
      expect(chance).toBeLessThan(1)
      expect(base).toBeGreaterThan(0)
    }
  })

  it('are none where output was not observed', () => {
    expect(nearRisk(open.region, past, [], unaided.reopened, 1)).toBeUndefined()
  })
})

describe('the marks', () => {
  const mark = (id: string, of = found) => of.marks.find(one => one.id === id)!

  it('of the trend line, the 80 % band and growth are met', () => {
    expect(mark('beatsDrift').measured).toBeGreaterThanOrEqual(0.7)
    expect(mark('band80').measured).toBeGreaterThanOrEqual(0.75)
    expect(mark('band80').measured).toBeLessThanOrEqual(0.85)
    expect(mark('growth').measured).toBeLessThanOrEqual(0.014)
  })

  it('of the population is missed: official totals turn with the census of 2020, which no trend before shows', () => {
    const people = mark('people')
    expect(people.met).toBe(false)
    expect(people.measured).toBeLessThan(0.025)
  })

  it('say the bias of growth of each area', () => {
    expect(found.marks.flatMap(({ id, area }) => (id === 'growthBias' ? [area] : []))).toEqual(open.region.areas)
  })
})

describe('without knowledge of what happened outside', () => {
  it('forecasts differ, from the same origins', () => {
    const line = (of: typeof found) =>
      of.lines.find(({ target, area, horizon }) => target.name === 'output' && area === 'CN-LN' && horizon === 5)!
    const [known, blind] = [line(found), line(unaided)]
    expect(blind.points.map(({ origin }) => origin)).toEqual(known.points.map(({ origin }) => origin))
    expect(blind.points.map(({ lastValue }) => lastValue)).toEqual(known.points.map(({ lastValue }) => lastValue))
    expect(blind.points.some(({ point }, at) => Math.abs(point - known.points[at]!.point) > 0.02)).toBe(true)
  })

  it('paths and levers stand still from the origin on', () => {
    const standards: Record<string, [number, number][]> = {
      swapPace: [
        [2003, 0],
        [2021, 3],
      ],
    }
    const pack: RegionData = { ...packAt(open.region, past, 2016), pastLevers: { until: open.region.start, standards } }
    const frozen = frozenPack(pack, past)
    for (const { points, ofAreas } of Object.values(frozen.paths))
      for (const course of ofAreas === undefined ? [points] : Object.values(ofAreas)) expect(course).toHaveLength(1)
    const growth = past.history.get('nationalGrowth')!.find(({ year }) => year === 2015)!
    expect(frozen.paths.nationalGrowth!.points[0]![1]).toBe(growth.value)
    const later = (of: typeof pack) =>
      Object.values(of.pastLevers!.standards)
        .flat()
        .filter(([from]) => from >= 2016)
    expect(later(pack).length).toBeGreaterThan(0)
    expect(later(frozen)).toEqual([])
  })
})

describe('stylised facts', () => {
  const facts = measureFacts(open.region, past, targets, readFacts(read, open.region), found.reopened)

  it('are each reproduced, missed by so much, or without a figure', () => {
    expect(new Set(facts.map(({ id }) => id)).size).toBe(43)
    for (const { verdict, missedBy, published, measured, note } of facts) {
      if (verdict === 'no figure') expect(note).not.toBe('')
      else {
        expect(Number.isFinite(published)).toBe(true)
        expect(Number.isFinite(measured)).toBe(true)
        expect(verdict === 'missed').toBe(missedBy !== 0)
      }
    }
  })
})
