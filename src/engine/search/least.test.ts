/** Tests the search for the least burden where the answer is known. */

import { describe, expect, it } from 'vitest'
import { leastBurden } from './least.ts'

const distance = (point: Float64Array): number => Math.sqrt(point.reduce((sum, value) => sum + value * value, 0))
const task = (slack: (point: Float64Array) => number, dimensions: number, burden = distance) => ({
  from: new Float64Array(dimensions),
  seed: 1,
  mostPoints: 400,
  judge: async (points: readonly Float64Array[]) =>
    points.map(point => ({ slack: slack(point), burden: burden(point) })),
})

describe('leastBurden', () => {
  it('finds the root along one lever, on either side of its standard', async () => {
    const found = await leastBurden(task(([x]) => x - 0.337, 1))
    expect(found).toMatchObject({ met: true, monotone: true })
    expect(found.point[0]).toBeGreaterThanOrEqual(0.337)
    expect(found.point[0]).toBeLessThan(0.337 + 1e-4)
    const from = Float64Array.of(0.8)
    const below = await leastBurden({
      ...task(
        ([x]) => 0.6 - x,
        1,
        ([x]) => Math.abs(x - 0.8),
      ),
      from,
    })
    expect(below.point[0]).toBeCloseTo(0.6, 4)
    expect(below.point[0]).toBeLessThanOrEqual(0.6)
  })

  it('says where more of a lever moves the condition back, and still takes the nearest point', async () => {
    const found = await leastBurden(task(([x]) => 0.04 - (x - 0.5) ** 2, 1))
    expect(found.monotone).toBe(false)
    expect(found.point[0]).toBeCloseTo(0.3, 4)
  })

  it('needs nothing where the condition holds', async () => {
    expect(await leastBurden(task(() => 1, 2))).toMatchObject({ met: true, burden: 0, points: 1 })
  })

  it('finds the nearest point of a plane over several levers', async () => {
    // The point of 3 x + y + 0.5 z = 2 nearest to 0 lies along the normal: 2/10.25 of (3, 1, 0.5).
    const found = await leastBurden(task(([x, y, z]) => 3 * x + y + 0.5 * z - 2, 3))
    expect(found.met).toBe(true)
    expect(found.burden).toBeGreaterThanOrEqual(2 / Math.sqrt(10.25) - 1e-9)
    expect(found.burden).toBeLessThan(1.02 * (2 / Math.sqrt(10.25)))
  })

  it('takes the cheaper lever, and leaves alone one that does nothing', async () => {
    const found = await leastBurden(
      task(
        ([x, y]) => x + y - 0.7,
        3,
        ([x, y, z]) => x + 5 * y + 0.01 * z,
      ),
    )
    expect(found.burden).toBeLessThan(0.72)
    expect(found.point[0]).toBeGreaterThan(0.68)
    expect(found.point[2]).toBe(0)
  })

  it('comes as near as it can where the condition holds nowhere', async () => {
    const one = await leastBurden(task(([x]) => x - 2, 1))
    expect(one).toMatchObject({ met: false, slack: -1 })
    const several = await leastBurden(task(([x, y]) => x - (y - 0.4) ** 2 - 2, 2))
    expect(several.met).toBe(false)
    expect(several.slack).toBeGreaterThan(-1.01)
    expect(several.point[0]).toBeGreaterThan(0.99)
  })
})
