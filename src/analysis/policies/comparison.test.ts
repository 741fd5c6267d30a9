import { describe, expect, it } from 'vitest'
import { holm, pairedDifference } from './comparison.ts'

const noise = (at: number): number => Math.sin(1000 * at)

describe('paired differences', () => {
  const first = Array.from({ length: 100 }, (_, at) => 5 * noise(at))

  it('are sharp where simulations move together', () => {
    const second = first.map((value, at) => value + 0.1 + 0.01 * noise(at + 0.5))
    const { difference, error, p } = pairedDifference(second, first)
    expect(difference).toBeCloseTo(0.1, 2)
    expect(error).toBeLessThan(0.001)
    expect(p).toBeLessThan(1e-6)
  })

  it('of the same numbers are certain to be none', () => {
    expect(pairedDifference(first, first)).toEqual({ difference: 0, error: 0, p: 1 })
  })
})

it("Holm's correction is that of his paper: the smallest times all, the next times one less, never falling", () => {
  const corrected = holm([0.01, 0.04, 0.03, 0.005])
  for (const [at, value] of [0.03, 0.06, 0.06, 0.02].entries()) expect(corrected[at]).toBeCloseTo(value, 12)
  expect(holm([0.5, 0.9])).toEqual([1, 1])
})
