/** Tests that the keyboard moves between lines in the order in which they appear, historical data included. */

import { expect, it } from 'vitest'
import { type FanLine, firstQuarter, lineBeside, lineValuesAt } from './fan-lines.ts'

const quarters = (from: number, value: (at: number) => number): FanLine['points'] =>
  Array.from({ length: 8 }, (_, at) => [from + at / 4 + 0.125, value(at)])

const lines: readonly FanLine[] = [
  {
    id: 'hist',
    kind: 'hist',
    points: [
      [2021.5, 4],
      [2022.5, undefined],
      [2023.5, 6],
    ],
  },
  { id: 'base', kind: 'base', points: quarters(2024, () => 5) },
  { id: 'pol', kind: 'pol', points: quarters(2024, at => 4 + at / 2) },
]

it('goes down from the upper line and up from the lower one, past both ends to none', () => {
  const early = lineValuesAt(lines, 2024.25)
  expect(early.map(({ line, value }) => [line.id, value])).toEqual([
    ['base', 5],
    ['pol', 4.5],
  ])
  expect(lineBeside(early, undefined, true)).toBe('base')
  expect(lineBeside(early, 'base', true)).toBe('pol')
  expect(lineBeside(early, 'pol', true)).toBeUndefined()
  expect(lineBeside(early, undefined, false)).toBe('pol')
  expect(lineBeside(early, 'base', false)).toBeUndefined()
  // Lines that cross change places.
  expect(lineValuesAt(lines, 2025.75).map(({ line }) => line.id)).toEqual(['pol', 'base'])
})

it('begins with what was measured, and leaves its gaps out', () => {
  expect(firstQuarter(lines, [2020, 2026], 2024)).toBe(2021.25)
  expect(firstQuarter(lines, [2022, 2026], 2024)).toBe(2022)
  expect(lineValuesAt(lines, 2021.5).map(({ value }) => value)).toEqual([4])
  expect(lineValuesAt(lines, 2022.5)).toEqual([])
})
