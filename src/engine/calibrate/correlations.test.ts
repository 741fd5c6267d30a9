import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../distributions.ts'
import { createStream } from '../random.ts'
import { createMixing } from '../correlation.ts'
import { correlationsOf } from './correlations.ts'

/** Chains of draws (x, y, z): y goes with x as `together` says, z with none. */
const chainsOf = (together: number): Float64Array[][] => {
  const draw = createStream(1, 'draws')
  const normal = (chain: number, at: number, which: number) => normalQuantile(draw(chain, at, which))
  return Array.from({ length: 4 }, (_, chain) =>
    Array.from({ length: 500 }, (_other, at) => {
      const x = normal(chain, at, 0)
      const y = together * x + Math.sqrt(1 - together * together) * normal(chain, at, 1)
      // Any rising function of a draw goes together in the same way.
      return Float64Array.of(Math.exp(x), y ** 3, normal(chain, at, 2))
    }),
  )
}

describe('correlations of a posterior sample', () => {
  it.each([0.8, -0.5])('finds %d of the two that go together, and no others', together => {
    const found = correlationsOf(['x', 'y', 'z'], chainsOf(together), 0.1)
    expect(found.map(({ a, b }) => `${a} ${b}`)).toEqual(['y x'])
    expect(found[0]!.value).toBeCloseTo(together, 1)
  })

  it('can be drawn, though the small ones are left out', () => {
    // x goes with each of many that go together with one another through x alone, none of them above the bound.
    const draw = createStream(2, 'draws')
    const names = Array.from({ length: 12 }, (_, at) => `p${at}`)
    const chains = Array.from({ length: 4 }, (_, chain) =>
      Array.from({ length: 400 }, (_other, at) => {
        const common = normalQuantile(draw(chain, at, 99))
        return Float64Array.from(names, (_name, which) =>
          which === 0 ? common : 0.53 * common + Math.sqrt(1 - 0.53 ** 2) * normalQuantile(draw(chain, at, which)),
        )
      }),
    )
    const found = correlationsOf(names, chains, 0.4)
    expect(found.length).toBe(11)
    expect(() => createMixing(found, new Set(names))).not.toThrow()
    expect(Math.max(...found.map(({ value }) => value))).toBeLessThan(0.5)
  })
})
