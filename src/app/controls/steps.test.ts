/** Tests that sliders move on round numbers and reach their limits. */
import { assert, double, integer, property } from 'fast-check'
import { expect, it } from 'vitest'
import { onGrid, shownDigits, stepDigits, stepOf, tellingDigits } from './steps.ts'

it('has a hundred steps or so, each a round number', () => {
  expect(stepOf([-2, 4])).toBeCloseTo(0.1)
  expect(stepOf([0, 1])).toBeCloseTo(0.01)
  expect(stepOf([0, 3000])).toBe(50)
  expect(stepDigits(0.1)).toBe(1)
  expect(stepDigits(0.05)).toBe(2)
  expect(stepDigits(50)).toBe(0)
  assert(
    property(double({ min: -1e4, max: 1e4, noNaN: true }), integer({ min: 1, max: 100_000 }), (low, span) => {
      const steps = span / 100 / stepOf([low, low + span / 100])
      expect(steps).toBeGreaterThan(39)
      expect(steps).toBeLessThan(101)
    }),
  )
})

it('leaves no dust of binary fractions', () => {
  expect(onGrid(0.30000000000000004, 0.1)).toBe(0.3)
  expect(onGrid(1.2345, 0.05)).toBe(1.25)
  expect(onGrid(1234, 50)).toBe(1250)
})

it('shows what is in force as it is', () => {
  expect(shownDigits(1, 3.6)).toBe(1)
  expect(shownDigits(0.1, 0.36)).toBe(2)
  expect(shownDigits(0.01, 0.65)).toBe(2)
  expect(shownDigits(0.1, 1 / 3)).toBe(3)
})

it('shows a small move as a move', () => {
  expect(tellingDigits(0.02, 0, 1)).toBe(2)
  expect(tellingDigits(0.0025, 0, 1)).toBe(3)
  expect(tellingDigits(0.3, 0, 1)).toBe(1)
  expect(tellingDigits(0, 0, 1)).toBe(1)
  expect(tellingDigits(1e-9, 0, 1)).toBe(4)
})
