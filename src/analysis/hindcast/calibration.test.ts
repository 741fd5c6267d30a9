/** Tests calibration: its targets, the agreement of module and interpreter, and that a saved set cannot be edited. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { priorQuantile } from '../../engine/distributions.ts'
import { uncertainParameters } from '../../engine/ensemble.ts'
import { createSimulator } from '../../engine/run.ts'
import { readRun } from '../../engine/run/reader.ts'
import { exp } from '../../language/elementary.ts'
import { packAt, readPast } from '../../regions/past.ts'
import type { Moment } from '../../regions/past-tables.ts'
import { ownPacks, readFrom } from '../../regions/read.ts'
import { readTargets } from '../../regions/targets.ts'
import { calibrateRegion } from './calibration.ts'
import { drawOf, formatRecord, mostLikely, readRecord } from './parameter-set.ts'
import { drawsFile, parameterFile } from '../../regions/parameter-file.ts'
import { readMovements, recordedFor } from './reopen.ts'
import {
  calibratedParameters,
  calibrationData,
  lastYearOf,
  type RunVectors,
  segmentEvaluator,
  segmentsUpTo,
} from './segments.ts'
import { parsePath, parseSetting } from '../../scenario/words.ts'
import { regionUnder } from '../region/outside.ts'
import { noTask } from '../../threads/task.ts'
import { type Predictions, vectorAnswers, type VectorOrders } from './vectors.ts'

const open = openRegion('CN-JL', { parameters: 'priors' })
const read = readFrom(ownPacks)
const past = readPast(read, open.region)
const targets = readTargets(read, open.region)
const model = calibratedParameters(open.linked)

const inThisThread = (orders: VectorOrders): RunVectors => {
  const { predict } = vectorAnswers(orders)
  return async vectors => (await predict!(vectors as never, noTask)) as Predictions
}

describe('the data of a calibration', () => {
  it('end with the training years, or take in everything', () => {
    const last = (set: 'train' | 'all'): number =>
      Math.max(...calibrationData(open.region, past, targets, set).places.map(({ year }) => year))
    expect(last('train')).toBe(lastYearOf('train'))
    expect(lastYearOf('train')).toBe(2018)
    expect(last('all')).toBe(2024)
  })

  it('cover each year once', () => {
    const years = segmentsUpTo(2024).flatMap(({ start, years: length }) =>
      Array.from({ length }, (_, at) => start + at),
    )
    expect(years).toEqual(Array.from({ length: 19 }, (_, at) => 2006 + at))
  })
})

describe('the parameters of a calibration', () => {
  const priors = new Map(model.map(({ name, prior }) => [name, prior]))
  const ends = (name: string): number[] => [0, 1].map(share => priorQuantile(priors.get(name)!, share))

  it('keep the bounds and the signs that draws keep', () => {
    for (const { name, prior } of uncertainParameters(open.linked))
      if (priors.has(name)) expect(priors.get(name), name).toEqual(prior)
    expect(ends('importPosition')).toEqual([-1, 1])
    expect(ends('quotaUse')[1]).toBe(1)
    expect(ends('fertilityFromConfidence')[0]).toBe(0)
  })

  it('are not what one start has by itself', () => {
    expect(priors.has('migrationLean')).toBe(false)
  })
})

describe('the evaluator', () => {
  it('says what single runs say', async () => {
    const data = calibrationData(open.region, past, targets, 'train')
    const names = model.map(({ name }) => name)
    const evaluate = segmentEvaluator(open, past, data, names, inThisThread)
    const vectors = [0, 0.3, -0.3].map(lean =>
      Float64Array.from(model, ({ prior }) => prior.central + lean * (prior.high - prior.central)),
    )
    const found = await evaluate(vectors)
    vectors.forEach((vector, at) => {
      const sampled = new Map(names.map((name, place) => [name, vector[place]!]))
      const movements = data.segments.map(({ start, years }) => {
        const pack = packAt(open.region, past, start)
        const simulator = createSimulator(open.program, pack, { end: start + years, stepsPerYear: 4 })
        const run = simulator.run({ sampled, record: recordedFor(targets) })
        return readMovements(area => readRun(run, area), pack, targets, years)
      })
      const prediction = found[at] as Float64Array
      data.places.forEach(({ segment, target, area, year, known }, place) => {
        const moved = movements[segment]!(target.name, area, year)!
        const expected = target.scale === 'level' ? known + moved : known * exp(moved)
        expect(Math.abs(prediction[place]! / expected - 1)).toBeLessThan(1e-9)
      })
    })
  })
})

describe('the responses that studies give', () => {
  const inBoth = ['publicInvestmentMultiplier', 'homeInvestmentSlope']
  const today = 'publicInvestmentMultiplierToday'

  it('are observations as certain as their range and weight say, those of today for the set that knows today', () => {
    for (const [set, names] of [
      ['train', inBoth],
      ['all', [inBoth[0], today, inBoth[1]]],
    ] as const) {
      const data = calibrationData(open.region, past, targets, set)
      const before = calibrationData(open.region, { ...past, moments: [] }, targets, set)
      expect(data.targets.slice(0, before.targets.length)).toEqual(before.targets)
      expect(data.places).toEqual(before.places)
      const added = data.targets.slice(before.targets.length)
      expect(added.map(({ name }) => name)).toEqual(names)
      const multiplier = added[0]!
      const slope = added.at(-1)!
      expect(multiplier.observed[0]).toBeCloseTo(0.6, 12)
      // Of a normal distribution 80 % lie within 1.2816 deviations.
      expect(multiplier.errors[0]).toBeCloseTo(0.2 / 1.2816 / Math.sqrt(8), 5)
      expect(slope.errors[0]).toBeCloseTo(0.21 / 1.2816, 4)
    }
  })

  it('are left out where no run of the set has their years', () => {
    const late = past.moments.map(moment => ({ ...moment, from: 2019, to: 2021 }))
    const of = (set: 'train' | 'all') => calibrationData(open.region, { ...past, moments: late }, targets, set).moments
    expect(of('train')).toEqual([])
    expect(of('all').map(({ segment }) => segment)).toEqual([3, 3, 3])
  })

  it('are what pairs of single runs say', async () => {
    const data = calibrationData(open.region, past, targets, 'all')
    const vector = Float64Array.from(model, ({ prior }) => prior.central + 0.3 * (prior.high - prior.central))
    const names = model.map(({ name }) => name)
    const [found] = await segmentEvaluator(open, past, data, names, inThisThread)([vector])
    const sampled = new Map(names.map((name, place) => [name, vector[place]!]))
    const record = ['output', 'publicInvestmentReal', 'construction', 'landRevenue']
    const runOf = ({ to }: Moment, start: number, changed?: Moment) => {
      const outside = Object.fromEntries((changed?.outside ?? []).map(parsePath))
      const policy = Object.fromEntries((changed?.policy ?? []).map(parseSetting))
      const under = regionUnder(packAt(open.region, past, start), open.linked, outside, to + 1)
      const simulator = createSimulator(open.program, under, { end: to + 1, stepsPerYear: 4 })
      return readRun(simulator.run({ sampled, policy, record }))
    }
    const starts: Readonly<Record<string, number>> = { [inBoth[0]!]: 2015, [today]: 2024, [inBoth[1]!]: 2015 }
    data.moments.forEach((moment, at) => {
      const start = starts[moment.name]!
      const [before, after] = [runOf(moment, start), runOf(moment, start, moment)]
      const years = Array.from({ length: moment.to - moment.from + 1 }, (_, place) => moment.from + place)
      const change = (outcomes: readonly string[]): number =>
        outcomes
          .flatMap(name => years.map(year => after.mean(name, year, 'CN-JL') - before.mean(name, year, 'CN-JL')))
          .reduce((sum, part) => sum + part, 0)
      const expected = change([moment.outcome]) / change(moment.over)
      expect(Math.abs((found as Float64Array)[data.places.length + at]! / expected - 1)).toBeLessThan(1e-9)
      expect(expected).toBeGreaterThan(0.1)
    })
  })
})

describe('a calibration', () => {
  const settings = {
    seed: 7,
    set: 'train',
    search: { mostEvaluations: 400 },
    sampling: { chains: 4, draws: 8, warmUp: [8, 8], block: 64 },
    running: inThisThread,
  } as const

  it('is reproduced from its seed, improves on the priors, and is kept with where it comes from', {
    timeout: 90_000,
    tags: ['thorough'],
  }, async () => {
    const one = await calibrateRegion(open, past, targets, settings)
    const again = await calibrateRegion(open, past, targets, settings)
    expect(again).toEqual(one)
    expect(one).toMatchObject({ region: 'CN-JL', set: 'train', lastYear: 2018, seed: 7 })
    expect(one.data).toBe(open.region.hash)
    expect(one.parameters.some(({ label }) => label === 'informed')).toBe(true)
    expect(one.parameters.some(({ label }) => label === 'assumed')).toBe(true)

    const { parameters, draws } = formatRecord(one)
    const keep = (changed: string, sample?: string) => (path: string) =>
      path === parameterFile('CN-JL', 'train') ? changed : path === drawsFile('CN-JL', 'train') ? sample : undefined
    expect(readRecord(keep(parameters, draws), 'CN-JL', 'train')).toEqual(one)
    expect(Object.keys(mostLikely(one))).toEqual(model.map(({ name }) => name))
    expect(drawOf(one, 3).size).toBe(model.length)
    const edited = parameters.replace(/"mode":[-\d.e]+/, '"mode":0.123')
    expect(() => readRecord(keep(edited, draws), 'CN-JL', 'train')).toThrow('train.json: the file was changed')
    const moved = draws.replace(/\n[-\d.e]+,/, '\n0.123,')
    expect(() => readRecord(keep(parameters, moved), 'CN-JL', 'train')).toThrow('draws.csv: the file was changed')
    expect(() => readRecord(keep(parameters), 'CN-JL', 'train')).toThrow('draws.csv: the file is missing')
  })

  it('is absent where a region keeps none', () => {
    expect(readRecord(() => undefined, 'CN-JL', 'all')).toBeUndefined()
  })
})
