/** Tests sampling: even strata, values keyed by name, and members that can be drawn alone. */
import { describe, expect, it } from 'vitest'
import { createStream } from './random.ts'
import { createPermutation } from './permutation.ts'
import { sampleParameters, type Design, type UncertainParameter } from './sample.ts'

const parameters: UncertainParameter[] = [
  { name: 'migrationResponse', prior: { low: 0.5, central: 1.2, high: 2.0 } },
  { name: 'capitalShare', prior: { low: 0.38, central: 0.45, high: 0.52 } },
  { name: 'publicCapitalElasticity', prior: { low: 0.04, central: 0.08, high: 0.15 } },
]
const designs: Design[] = ['monteCarlo', 'latinHypercube']

describe('a sample of parameters', () => {
  it.each(designs)('%s: does not change when another parameter is added, removed or moved', design => {
    const settings = { seed: 7, members: 50, design }
    const all = sampleParameters(parameters, settings)
    const two = sampleParameters([parameters[2], parameters[0]], settings)
    for (let member = 0; member < 50; member++) {
      for (const [name, value] of two(member)) expect(all(member).get(name)).toBe(value)
    }
  })

  it.each(designs)('%s: gives a member the same values whenever it is asked for', design => {
    const settings = { seed: 7, members: 30, design }
    const first = sampleParameters(parameters, settings)
    const second = sampleParameters(parameters, settings)
    const backwards = Array.from({ length: 30 }, (_, i) => second(29 - i)).reverse()
    expect(Array.from({ length: 30 }, (_, i) => first(i))).toEqual(backwards)
    expect(first(3)).not.toEqual(sampleParameters(parameters, { ...settings, seed: 8 })(3))
  })

  it.each(designs)('%s: has the points of 10, 50 and 90 per cent that were declared', design => {
    const members = 4000
    const sample = sampleParameters(parameters, { seed: 1, members, design })
    for (const { name, prior } of parameters) {
      const values = Array.from({ length: members }, (_, i) => sample(i).get(name) as number).sort((a, b) => a - b)
      const tolerance = (prior.high - prior.low) * (design === 'latinHypercube' ? 0.002 : 0.05)
      expect(Math.abs(values[members * 0.1] - prior.low)).toBeLessThan(tolerance)
      expect(Math.abs(values[members * 0.5] - prior.central)).toBeLessThan(tolerance)
      expect(Math.abs(values[members * 0.9] - prior.high)).toBeLessThan(tolerance)
    }
  })

  it('latinHypercube: takes one value of each stratum', () => {
    const members = 40
    const sample = sampleParameters(parameters, { seed: 3, members, design: 'latinHypercube' })
    const values = Array.from({ length: members }, (_, i) => sample(i).get('capitalShare') as number)
    // The same prior as a straight line of 1000 members gives the borders of the strata.
    const sorted = [...values].sort((a, b) => a - b)
    expect(new Set(values).size).toBeGreaterThan(members - 3)
    expect(sorted[19]).toBeLessThanOrEqual(0.45)
    expect(sorted[20]).toBeGreaterThanOrEqual(0.45)
    expect(sorted[3]).toBeLessThanOrEqual(0.38 + 1e-15)
    expect(sorted[4]).toBeGreaterThanOrEqual(0.38 - 1e-15)
  })

  it('parameters are uncorrelated within chance', () => {
    const members = 2000
    for (const design of designs) {
      const sample = sampleParameters(parameters, { seed: 11, members, design })
      let sum = 0
      for (let i = 0; i < members; i++) {
        const values = sample(i)
        const sign = (name: string, central: number): number => ((values.get(name) as number) > central ? 1 : -1)
        sum += sign('migrationResponse', 1.2) * sign('capitalShare', 0.45)
      }
      expect(Math.abs(sum) / Math.sqrt(members)).toBeLessThan(4)
    }
  })

  it('refuses a name listed twice and members that do not exist', () => {
    const settings = { seed: 1, members: 5, design: 'monteCarlo' } as const
    expect(() => sampleParameters([parameters[0], parameters[0]], settings)).toThrow(
      /'migrationResponse' is listed twice/,
    )
    expect(() => sampleParameters(parameters, { ...settings, members: 0 })).toThrow(/ensemble of 0 members/)
    expect(() => sampleParameters(parameters, settings)(5)).toThrow(/count from 0 to 4/)
  })
})

describe('a keyed permutation', () => {
  it.each([1, 2, 3, 5, 16, 17, 100, 1000, 4097])('of %i visits each place once', size => {
    const place = createPermutation(size, createStream(9, `size ${size}`))
    const places = Array.from({ length: size }, (_, i) => place(i)).sort((a, b) => a - b)
    expect(places).toEqual(Array.from({ length: size }, (_, i) => i))
  })

  it.each([3, 10, 64])('of %i puts each index at each place equally often', size => {
    const keys = 200 * size
    const counts = new Float64Array(size * size)
    for (let key = 0; key < keys; key++) {
      const place = createPermutation(size, createStream(key, 'permutation'))
      for (let i = 0; i < size; i++) counts[i * size + place(i)]++
    }
    const chiSquared = counts.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0)
    const freedom = (size - 1) ** 2
    expect(Math.abs(chiSquared - freedom) / Math.sqrt(2 * freedom)).toBeLessThan(4.5)
  })

  it('of 4 gives each of the 24 orders equally often', () => {
    const orders = new Map<string, number>()
    for (let key = 0; key < 4800; key++) {
      const place = createPermutation(4, createStream(key, 'orders'))
      const order = [0, 1, 2, 3].map(place).join('')
      orders.set(order, (orders.get(order) ?? 0) + 1)
    }
    expect(orders.size).toBe(24)
    const chiSquared = [...orders.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0)
    expect(chiSquared).toBeLessThan(60)
  })
})
