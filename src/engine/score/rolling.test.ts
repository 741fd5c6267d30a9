/** Tests forecasts from many origins: they use no later information, and one row scores them. */
import { describe, expect, it } from 'vitest'
import { rollingOrigins } from './rolling-origins.ts'
import { scoreSeries } from './series-score.ts'

const times = [2000, 2001, 2002, 2003, 2004, 2005, 2006, 2008, 2009, 2010]
const observed = times.map(time => 100 + 3 * (time - 2000) + (time % 2))

describe('rolling origins', () => {
  const task = {
    times,
    observed,
    origins: times,
    horizons: [1, 2],
    forecast: (_: number, time: number) => ({ point: time }),
  }

  it('make one point for each origin, horizon, figure and forecast', () => {
    const points = rollingOrigins(task)
    expect(points.filter(({ horizon }) => horizon === 1).map(({ origin }) => origin)).toEqual([
      2000, 2001, 2002, 2003, 2004, 2005, 2008, 2009,
    ])
    expect(points.find(({ origin, horizon }) => origin === 2006 && horizon === 2)).toMatchObject({
      time: 2008,
      observed: 124,
      point: 2008,
      lastValue: 118,
      drift: 124,
    })
    expect(rollingOrigins({ ...task, forecast: () => undefined })).toEqual([])
  })

  it('know only the unbroken figures up to the origin', () => {
    const changed = observed.map((value, at) => (times[at] > 2005 ? 1e6 : value))
    const before = (figures: number[]) =>
      rollingOrigins({ ...task, observed: figures })
        .filter(({ origin }) => origin <= 2005)
        .map(({ lastValue, drift, firstOrder }) => ({ lastValue, drift, firstOrder }))
    expect(before(changed)).toEqual(before(observed))
    const after = rollingOrigins(task).find(({ origin }) => origin === 2008)
    expect(after).toMatchObject({ lastValue: 124, drift: undefined, firstOrder: undefined })
  })

  it('refuse years out of order', () => {
    expect(() => rollingOrigins({ ...task, times: times.toReversed() })).toThrow('in order')
  })
})

describe('the score of a series', () => {
  const years = Array.from({ length: 24 }, (_, at) => 2000 + at)
  const figures = years.map(year => 100 + 2 * (year - 2000) + 5 * Math.sin(year))
  const points = (forecast: (time: number) => number) =>
    rollingOrigins({
      times: years,
      observed: figures,
      origins: years.filter(year => year >= 2006),
      horizons: [2],
      forecast: (_, time) => {
        const point = forecast(time)
        return { point, members: Float64Array.from({ length: 41 }, (__, at) => point + (at - 20) / 20) }
      },
    })

  it('sets a good model before the naive forecasts, and a bad one behind them', () => {
    const good = scoreSeries(points(time => 100 + 2 * (time - 2000) + 4.5 * Math.sin(time)))!
    expect(good.points).toBe(16)
    expect(good.rmse).toBeLessThan(good.naive.drift!)
    expect(good.against.lastValue?.statistic).toBeLessThan(-2)
    expect(good.against.lastValue?.pValue).toBeLessThan(0.05)
    expect(good.crps).toBeLessThan(good.rmse)
    const { bias, variance, covariance } = good.theil!
    expect(bias + variance + covariance).toBeCloseTo(1, 12)
    const bad = scoreSeries(points(time => 200 - time + 2000))!
    expect(bad.rmse).toBeGreaterThan(bad.naive.lastValue!)
    expect(bad.against.lastValue?.statistic).toBeGreaterThan(0)
  })

  it('leaves out what cannot be said', () => {
    expect(scoreSeries([])).toBeUndefined()
    const few = scoreSeries(points(time => time).slice(0, 4))!
    expect(few.against.drift).toBeUndefined()
    const early = scoreSeries(
      rollingOrigins({ times, observed, origins: [2000, 2001, 2002], horizons: [1], forecast: () => ({ point: 100 }) }),
    )!
    expect(early.naive).toEqual({ lastValue: expect.any(Number) as number, drift: undefined, firstOrder: undefined })
    expect(early.crps).toBeUndefined()
    expect(() => scoreSeries([...points(time => time)].reverse())).toThrow('out of order')
  })
})
