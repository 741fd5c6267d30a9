import { describe, expect, test } from 'vitest'
import { baseUnits, dimensionless, formatUnit, parseUnit, raiseUnit, sameUnit, UnitTable } from './units.ts'

const bases = new Set([...baseUnits, 'robot', 'ug', 'm3'])
const table = new UnitTable()
const unit = (text: string) => parseUnit(text, bases).unit

const equal: ReadonlyArray<readonly [string, string]> = [
  ['CNY bn/person m', 'CNY k/person'],
  ['share', '1'],
  ['index', 'share'],
  ['CNY/year*year', 'CNY'],
  ['CNY^2/CNY', 'CNY'],
  ['CNY bn*CNY bn', 'CNY bn^2'],
  ['year^-1', '1/year'],
  ['k robot', 'robot k'],
]

describe('the same unit in two notations', () => {
  for (const [a, b] of equal) test(`${a} = ${b}`, () => expect(sameUnit(unit(a), unit(b))).toBe(true))
})

const different: ReadonlyArray<readonly [string, string]> = [
  ['CNY bn', 'CNY m'],
  ['year', 'month'],
  ['CNY', 'CNY/year'],
  ['person m/person', '1'],
]

describe('units that clash', () => {
  for (const [a, b] of different) test(`${a} and ${b}`, () => expect(sameUnit(unit(a), unit(b))).toBe(false))
})

describe('units are written as declared', () => {
  const texts = [
    'CNY bn/year',
    'person m',
    'CNY k/m2',
    '1/year',
    'CNY k/person',
    'ug/m3',
    'month',
    'year',
    'robot k',
    'CNY bn^2',
    'CNY^0.5',
  ]
  for (const text of texts) test(text, () => expect(sameUnit(unit(formatUnit(unit(text))), unit(text))).toBe(true))
  test('in words', () => {
    expect(formatUnit(table.multiply(unit('CNY bn/year'), unit('year')))).toBe('CNY bn')
    expect(formatUnit(table.divide(unit('CNY bn'), unit('person m')))).toBe('CNY k/person')
    expect(formatUnit(table.divide(unit('person m'), unit('CNY bn')))).toBe('person/CNY k')
    expect(formatUnit(table.divide(unit('CNY'), unit('CNY')))).toBe('1')
    expect(formatUnit(raiseUnit(unit('year'), -1))).toBe('1/year')
    expect(formatUnit(unit('month'))).toBe('month')
  })
})

test('roots and powers have exact exponents', () => {
  const root = raiseUnit(unit('CNY bn/year'), 0.5)
  expect(sameUnit(table.multiply(root, root), unit('CNY bn/year'))).toBe(true)
  const third = raiseUnit(unit('m2'), 1 / 3)
  expect(sameUnit(table.multiply(table.multiply(third, third), third), unit('m2'))).toBe(true)
  expect(sameUnit(raiseUnit(dimensionless, 7), dimensionless)).toBe(true)
})

test('percent is a hundredth of the dimensionless unit', () => {
  expect(parseUnit('%', bases)).toEqual({ unit: dimensionless, factor: 100 })
  expect(parseUnit('%/year', bases)).toEqual({ unit: unit('1/year'), factor: 100 })
})

test('unknown words are refused', () => {
  expect(() => unit('yuan/year')).toThrow("unknown unit 'yuan' in 'yuan/year'")
  expect(() => unit('CNY//year')).toThrow("a unit is missing in 'CNY//year'")
  expect(() => unit('CNY^x')).toThrow("'^' needs a number in unit 'CNY^x'")
})
