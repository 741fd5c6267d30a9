import { describe, expect, it } from 'vitest'
import * as show from './numbers.ts'

describe('numbers for people', () => {
  it.each([
    [6180.4, '6,180'],
    [99.97, '100'],
    [64.7, '64.7'],
    [2.5, '2.50'],
    [0.999, '0.999'],
    [0.46, '0.460'],
    [0.0123, '0.012'],
    [0, '0.0'],
    [-0.00001, '0.000'],
    [-3.25, '-3.25'],
  ])('%d is %s', (value, text) => expect(show.number(value)).toBe(text))

  it('keeps the sign of a change, but gives none to nothing', () => {
    expect(show.signed(-0.04, 1)).toBe('0.0')
  })

  it('shows money and people in the scale people use', () => {
    expect([64.7, 6180.4, 11_500, -0.46].map(value => show.money(value, 'CNY'))).toEqual([
      '64.7 bn yuan',
      '6,180 bn yuan',
      '11.5 tn yuan',
      '-0.460 bn yuan',
    ])
    expect(show.money(64.7, 'USD')).toBe('64.7 bn USD')
    expect([95.83, 0.363, 0.00012].map(show.people)).toEqual([
      '95.8 million people',
      '363 thousand people',
      '120 people',
    ])
  })

  it('reads the units of the equation language', () => {
    expect(show.quantity(0.035, 'share')).toBe('3.5 %')
    expect(show.quantity(64.7, 'CNY bn')).toBe('64.7 bn yuan')
    expect(show.quantity(64.7, 'CNY bn/year')).toBe('64.7 bn yuan a year')
    expect(show.quantity(3.1, 'CNY k/person')).toBe('3.10 thousand yuan per person')
    expect(show.quantity(0.3, 'person m/year')).toBe('0.300 million people a year')
    expect(show.quantity(7.8, 'CNY k/m2')).toBe('7.80 thousand yuan per m²')
    expect(show.quantity(64.7, 'USD bn')).toBe('64.7 bn USD')
    expect(show.quantity(3.1, 'USD k/person/year')).toBe('3.10 thousand USD per person and year')
    expect(show.quantity(1.5, 'index')).toBe('1.50')
    expect(show.quantity(31, 'ug/m3')).toBe('31.0 µg/m³')
  })

  it('refuses what is no number', () => {
    expect(() => show.money(Number.NaN, 'CNY')).toThrow('cannot show NaN')
    expect(() => show.percent(Number.POSITIVE_INFINITY)).toThrow('cannot show Infinity')
  })
})
