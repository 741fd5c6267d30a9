import { describe, expect, it } from 'vitest'
import { bandOf, shareError } from './quantiles.ts'

describe('bands', () => {
  it('are linear between sorted values', () => {
    expect(bandOf([10, 0, 5, 2.5, 7.5])).toEqual({ low: 1, median: 5, high: 9 })
    expect(bandOf([3])).toEqual({ low: 3, median: 3, high: 3 })
  })

  it('of years are years, and infinite where none comes', () => {
    expect(bandOf([2031, 2034, Infinity, 2040], true)).toEqual({ low: 2031, median: 2034, high: 2040 })
    expect(bandOf([2031, Infinity, Infinity])).toMatchObject({ median: Infinity, high: Infinity })
  })
})

describe('errors of shares', () => {
  it('shrink with the number of futures', () => {
    expect(shareError(0.5, 100)).toBeCloseTo(0.05, 12)
    expect(shareError(0.5, 400)).toBeCloseTo(0.025, 12)
  })

  it('never vanish: none of ten futures may be one of twenty', () => {
    expect(shareError(0, 10)).toBeCloseTo(0.087, 3)
    expect(shareError(0, 1000)).toBeCloseTo(0.001, 3)
  })
})
