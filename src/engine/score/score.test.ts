/** Tests scores of point forecasts against published, independent or closed-form values. */
import { assert, double, integer, property, array, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStream } from '../random.ts'
import { normalCumulative, normalQuantile } from '../distributions.ts'
import { centralBand, coverage, leastMembers, crps, pitHistogram, pitStretch } from './coverage.ts'
import { dieboldMariano, leastForecasts } from './series-score.ts'
import { bias, meanAbsolutePercentageError, rootMeanSquareError, theilShares } from './errors.ts'
import { drift, firstOrder, fitFirstOrder, lastValue } from './naive.ts'

describe('errors of point forecasts', () => {
  it('are those of a hand-made example', () => {
    const [forecasts, observed] = [
      [11, 21, 27],
      [10, 20, 30],
    ]
    expect(rootMeanSquareError(forecasts, observed)).toBeCloseTo(Math.sqrt(11 / 3), 14)
    expect(meanAbsolutePercentageError(forecasts, observed)).toBeCloseTo((0.1 + 0.05 + 0.1) / 3, 14)
    expect(bias(forecasts, observed)).toBeCloseTo(-1 / 3, 14)
  })

  it('have no percentage of 0, and refuse gaps', () => {
    expect(meanAbsolutePercentageError([1, 2], [0, 2])).toBeUndefined()
    expect(() => rootMeanSquareError([1], [1, 2])).toThrow('1 forecasts for 2 observations')
    expect(() => bias([Number.NaN], [1])).toThrow('the pair 1; leave out')
    expect(() => bias([], [])).toThrow('at least one')
  })
})

describe('naive forecasts', () => {
  it('are the last value and the line through the first and the last', () => {
    expect(lastValue([3, 5, 4], 5)).toBe(4)
    expect(drift([1, 9, 4], 2)).toBe(7)
  })

  it('fit an AR(1) as ordinary least squares of another program does', () => {
    const known = [3.1, 2.4, 4.0, 5.2, 4.1, 6.3, 5.9, 7.7]
    const { constant, slope } = fitFirstOrder(known)
    expect(constant).toBeCloseTo(1.54804688, 7)
    expect(slope).toBeCloseTo(0.79882812, 7)
    expect(firstOrder(known, 3)).toBeCloseTo(7.697620161622763, 12)
  })

  it('find the AR(1) that a series was made by', () => {
    const known = [1]
    for (let at = 0; at < 9; at++) known.push(2 + 0.5 * known[at])
    expect(fitFirstOrder(known).slope).toBeCloseTo(0.5, 12)
    expect(firstOrder(known, 50)).toBeCloseTo(4, 10)
  })

  it('say nothing of what they cannot know, and stay where nothing has moved', () => {
    expect(lastValue([], 1)).toBeUndefined()
    expect(drift([1], 1)).toBeUndefined()
    expect(firstOrder([1, 2, 3, 4], 1)).toBeUndefined()
    expect(firstOrder([0.7, 0.7, 0.7, 0.7, 0.7, 0.7], 3)).toBe(0.7)
    expect(() => drift([1, 2], 0)).toThrow('a horizon of 0 years')
    expect(() => drift([1, Number.NaN], 1)).toThrow('known value 2 is NaN')
  })
})

describe("Theil's shares", () => {
  const number = double({ min: -1e3, max: 1e3, noNaN: true })
  it('sum to 1 and are those of the textbook', () => {
    assert(
      property(array(tuple(number, number), { minLength: 2, maxLength: 30 }), pairs => {
        const forecasts = pairs.map(([forecast]) => forecast)
        const observed = pairs.map(([, observation]) => observation)
        const shares = theilShares(forecasts, observed)
        const square = rootMeanSquareError(forecasts, observed) ** 2
        if (shares === undefined) return square === 0
        const mean = (values: number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length
        const deviation = (values: number[]): number => Math.sqrt(mean(values.map(x => (x - mean(values)) ** 2)))
        const close = (share: number, part: number): boolean => Math.abs(share * square - part) <= 1e-9 * (1 + square)
        return (
          Math.abs(shares.bias + shares.variance + shares.covariance - 1) < 1e-12 &&
          close(shares.bias, (mean(forecasts) - mean(observed)) ** 2) &&
          close(shares.variance, (deviation(forecasts) - deviation(observed)) ** 2) &&
          shares.covariance >= 0
        )
      }),
      { seed: 20261124, numRuns: 300 },
    )
  })

  it('are one of three in pure cases', () => {
    const observed = [1, 2, 4, 3]
    expect(
      theilShares(
        observed.map(x => x + 2),
        observed,
      ),
    ).toEqual({ bias: 1, variance: 0, covariance: 0 })
    const wider = theilShares(
      observed.map(x => 2.5 + 3 * (x - 2.5)),
      observed,
    )
    expect(wider?.variance).toBeCloseTo(1, 12)
    expect(theilShares([4, 3, 1, 2], observed)?.covariance).toBeCloseTo(1, 12)
    expect(theilShares(observed, observed)).toBeUndefined()
  })
})

describe("Diebold and Mariano's test", () => {
  const first = [0.5, -1.2, 0.3, 2.0, -0.7, 1.1, -0.4, 0.9, -1.5, 0.2, 0.8, -0.6]
  const second = [1.0, -0.9, 0.8, 1.5, -1.4, 1.6, 0.1, 1.3, -1.1, 0.9, 0.3, -1.2]

  it('has the published statistic and p value of the example of the package dieboldmariano', () => {
    const truth = [10, 20, 30, 40, 50]
    const errors = (forecasts: number[]): number[] => forecasts.map((x, at) => x - truth[at])
    const found = dieboldMariano(errors([11, 21, 29, 42, 53]), errors([13, 26, 24, 40, 59]), 1, 'square', 5)
    expect(found?.statistic).toBeCloseTo(-2.2229922805746782, 13)
    expect((found?.pValue ?? 0) / 2).toBeCloseTo(0.04515565862099125, 11)
  })

  it('has the values of an independent program at longer horizons and for absolute losses', () => {
    const values = [
      [1, 'square', -0.7665386605110959, 0.45949068174231583],
      [2, 'square', -4.88053505311521, 0.0004864676369312613],
      [3, 'square', -0.9273074288049089, 0.37366611509286246],
      [3, 'absolute', -1.4462161441408337, 0.1760019371555487],
    ] as const
    for (const [horizon, loss, statistic, pValue] of values) {
      const found = dieboldMariano(first, second, horizon, loss)
      expect(found).toMatchObject({ points: 12, weights: 'equal' })
      expect(found?.statistic).toBeCloseTo(statistic, 10)
      expect(found?.pValue).toBeCloseTo(pValue, 10)
    }
  })

  it('falls back on declining weights where equal ones give no variance', () => {
    const found = dieboldMariano(first, second, 2, 'absolute')
    expect(found?.weights).toBe('bartlett')
    expect(found?.statistic).toBeLessThan(0)
    expect(found?.pValue).toBeGreaterThan(0)
  })

  it('says nothing of small samples and equal losses', () => {
    expect(leastForecasts(1)).toBe(8)
    expect(leastForecasts(5)).toBe(10)
    expect(dieboldMariano(first.slice(0, 7), second.slice(0, 7), 1)).toBeUndefined()
    expect(dieboldMariano(first.slice(0, 9), second.slice(0, 9), 5)).toBeUndefined()
    expect(dieboldMariano(first, first, 1)).toBeUndefined()
  })
})

/** Middles of equal parts of a normal distribution. */
const normalMembers = (n: number, mean = 0, deviation = 1): Float64Array =>
  Float64Array.from({ length: n }, (_, at) => mean + deviation * normalQuantile((at + 0.5) / n))

describe('CRPS', () => {
  /** Gneiting and Raftery (2007), section 4.2; the numbers are those of an independent program. */
  it('of many members of a normal is the closed form', () => {
    expect(crps(normalMembers(20_000), 0)).toBeCloseTo(0.23369497725510913, 4)
    expect(crps(normalMembers(20_000, 1, 2), 4.5)).toBeCloseTo(2.4363160101638144, 3)
  })

  it('is the distance from the observation less half of that between different members', () => {
    // Members 0, 1, 4 and an observation of 2: 2, 1 and 2 away from it, and 1, 4 and 3 from each other.
    expect(crps([4, 0, 1], 2)).toBeCloseTo(5 / 3 - 16 / 12, 14)
    expect(crps([3], 5)).toBe(2)
    expect(crps([7, 7], 7)).toBe(0)
  })

  it('that is fair does not depend on the number of members, on average', () => {
    const draw = createStream(11, 'members')
    const mean = (members: number): number => {
      let sum = 0
      for (let point = 0; point < 20_000; point++) {
        const values = Float64Array.from({ length: members }, (_, at) => normalQuantile(draw(point, members, at + 1)))
        sum += crps(values, normalQuantile(draw(point, members, 0))) / 20_000
      }
      return sum
    }
    // A normal judged by itself: 1 / sqrt(pi).
    expect(mean(3)).toBeCloseTo(1 / Math.sqrt(Math.PI), 2)
    expect(mean(10)).toBeCloseTo(1 / Math.sqrt(Math.PI), 2)
  })

  it('refuses an ensemble of nothing', () => {
    expect(() => crps([], 1)).toThrow('an ensemble without members')
    expect(() => crps([1, Number.NaN], 1)).toThrow('a member is NaN')
  })
})

describe('coverage and PIT', () => {
  const draw = createStream(12, 'points')
  const points = (spread: number, members = 39) =>
    Array.from({ length: 4000 }, (_, point) => ({
      members: Float64Array.from({ length: members }, (__, at) => spread * normalQuantile(draw(point, 0, at + 1))),
      observed: normalQuantile(draw(point, 0, 0)),
    }))

  it('hold what they promise when the forecast is right, however few the members', () => {
    for (const { level, observed, points: counted } of coverage(points(1), [0.8, 0.9, 0.95])) {
      expect(counted).toBe(4000)
      expect(Math.abs(observed - level)).toBeLessThan(3 * Math.sqrt((level * (1 - level)) / 4000))
    }
    const histogram = pitHistogram(points(1), 10)
    expect(histogram.reduce((sum, count) => sum + count, 0)).toBeCloseTo(4000, 8)
    histogram.forEach(count => expect(Math.abs(count - 400)).toBeLessThan(3.5 * Math.sqrt(400)))
  })

  it('show forecasts that are too sure of themselves', () => {
    const [{ observed }] = coverage(points(0.5), [0.8])
    // The band of half the spread holds |z| < 0.64.
    expect(observed).toBeCloseTo(1 - 2 * normalCumulative(0.5 * normalQuantile(0.1)), 1)
    const histogram = pitHistogram(points(0.5), 10)
    expect(histogram[0] + histogram[9]).toBeGreaterThan(1600)
  })

  it('take bands between members, and refuse too few', () => {
    expect(centralBand([1, 2, 3, 4, 5, 6, 7, 8, 9], 0.8)).toEqual([1, 9])
    expect(centralBand([1, 2, 3, 4, 5, 6, 7, 8, 9], 0.5)).toEqual([2.5, 7.5])
    expect([0.8, 0.9, 0.95].map(leastMembers)).toEqual([9, 19, 39])
    expect(() => centralBand([1, 2, 3], 0.8)).toThrow('3 members cannot show a band of 0.8; 9 can')
    expect(() => coverage([], [0.8])).toThrow('no forecast')
  })

  it('spread ties over their stretch, without chance', () => {
    expect(pitStretch({ members: [0, 0, 0, 1], observed: 0 })).toEqual([0, 0.8])
    expect(pitStretch({ members: [1, 2, 3], observed: 0 })).toEqual([0, 0.25])
    pitHistogram([{ members: [0, 0, 0, 1], observed: 0 }], 5).forEach((count, bin) =>
      expect(count).toBeCloseTo(bin < 4 ? 0.25 : 0, 14),
    )
    assert(
      property(
        array(integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 }),
        integer({ min: 0, max: 3 }),
        (members, observed) => {
          const sum = pitHistogram([{ members, observed }], 7).reduce((all, one) => all + one, 0)
          return Math.abs(sum - 1) < 1e-12
        },
      ),
      { seed: 20261124 },
    )
  })
})
