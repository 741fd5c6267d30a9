/** Tests what a lever is at a time: under one value, and under several one after the other. */

import { describe, expect, it } from 'vitest'
import { leverAt, settingFrom, stagesOf } from './scenario.ts'

const at = (
  setting: Parameters<typeof leverAt>[1],
  times: readonly number[],
  standard: Parameters<typeof leverAt>[0] = 5,
) => times.map(time => leverAt(standard, setting, time))

describe('a lever with several values in time', () => {
  it('moves from one to the next over the years of each, and back to the standard at the end', () => {
    const setting = { value: 8, start: 2026, later: [{ value: 12, start: 2030, ramp: 2, end: 2034 }] }
    expect(at(setting, [2025, 2026, 2026.5, 2027, 2029.75, 2030, 2031, 2032, 2033.75, 2034])).toEqual([
      5, 5, 6.5, 8, 8, 8, 10, 12, 12, 5,
    ])
  })

  it('starts from the standard where the value before has ended', () => {
    const setting = { value: 8, start: 2026, ramp: 0, end: 2028, later: [{ value: 10, start: 2030, ramp: 1 }] }
    expect(at(setting, [2027, 2028, 2029, 2030, 2030.5, 2031])).toEqual([8, 5, 5, 5, 7.5, 10])
  })

  it('goes on from a value that had not been reached', () => {
    const setting = { value: 9, start: 2026, ramp: 4, later: [{ value: 5, start: 2028, ramp: 0 }] }
    expect(at(setting, [2027, 2028, 2030])).toEqual([6, 5, 5])
  })

  it('follows a standard that changes, as one value does', () => {
    const standard = [
      [2020, 1],
      [2027, 2],
    ] as const
    const setting = { value: 4, start: 2026, end: 2028, later: [{ value: 6, start: 2029, ramp: 2 }] }
    expect(at(setting, [2026, 2026.5, 2027, 2028, 2029, 2030, 2031], standard)).toEqual([1, 2.5, 4, 2, 2, 4, 6])
  })

  it('is put together from its stages as it was', () => {
    const setting = { value: 8, start: 2026, later: [{ value: 12, start: 2030 }] }
    expect(settingFrom(stagesOf(setting))).toEqual(setting)
    expect(settingFrom(stagesOf({ value: 8 }))).toEqual({ value: 8 })
  })
})
