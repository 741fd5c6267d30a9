/**
 * Metamorphic relations: what must hold between runs of the shipped region whatever its parameters, its shocks and the
 * policy are. Each is tried on a few random cases; on a thousand (ten minutes) with `npm run metamorphic`.
 */

import { describe, expect, it } from 'vitest'
import type { Run } from '../../engine/run.ts'
import { recordMeasured } from '../../../tools/promises/measured-fixture.ts'
import { bookRelations } from './books-fixture.ts'
import { casesOf, difference, type Relation, wrongWay } from './cases-fixture.ts'
import { channelRelations } from './channels-fixture.ts'
import { driverRelations } from './drivers-fixture.ts'
import { leverRelations } from './levers-fixture.ts'
import { symmetries } from './symmetries-fixture.ts'
import { thoroughly } from '../../thorough-fixture.ts'

const count = Number(process.env['METAMORPHIC'] ?? thoroughly(12, 3))
const relations: readonly Relation[] = [
  ...bookRelations(),
  ...symmetries(),
  ...channelRelations(),
  ...driverRelations(),
  ...leverRelations(),
]

describe(`in each of ${count} random cases`, () => {
  const broken = new Map(relations.map(({ name }) => [name, [] as string[]]))
  const spent = new Map<string, number>()

  it('every relation can be tried', { timeout: 3_600_000 }, () => {
    const caseAt = casesOf(11, count)
    for (let at = 0; at < count; at++) {
      const one = caseAt(at)
      for (const relation of relations) {
        const before = performance.now()
        const found = relation.broken(one)
        spent.set(relation.name, (spent.get(relation.name) ?? 0) + performance.now() - before)
        if (found !== undefined) broken.get(relation.name)!.push(`case ${at}: ${found}`)
      }
    }
    if (process.env['METAMORPHIC'] !== undefined)
      console.log([...spent].map(([name, time]) => `${name}: ${(time / 1000).toFixed(1)} s`).join('\n'))
  })

  it.each(relations)('$name: $says', ({ name }) => {
    const wrong = broken.get(name)!
    expect(wrong.slice(0, 5), `${wrong.length} of ${count} cases`).toEqual([])
  })

  it('at least 40 relations hold', () => {
    const holding = relations.filter(({ name }) => broken.get(name)!.length === 0).length
    expect(holding).toBeGreaterThanOrEqual(40)
    const figure = `${holding} of ${relations.length} relations hold in ${count.toLocaleString('en')} random cases`
    recordMeasured('metamorphic', figure)
  })
})

describe('a comparison', () => {
  const run = (values: number[]): Run => ({
    times: new Float64Array(values.length),
    stepsPerYear: 4,
    audit: undefined,
    series: new Map([
      ['utilisation', { name: 'utilisation', size: 1, dimensions: [], values: Float64Array.from(values) }],
    ]),
  })
  const between = (second: number[], tolerance: number) =>
    difference(run([1, 2, 3]), run(second), { names: ['utilisation'], tolerance })

  it('finds what is off, what is no number, and the last bit where that is asked', () => {
    expect(between([1, 2, 3], 0)).toBeUndefined()
    expect(between([1, 2 + 1e-15, 3], 1e-9)).toBeUndefined()
    expect(between([1, 2 + 1e-15, 3], 0)).toContain('step 1')
    expect(between([1, 2, 3.1], 1e-9)).toContain('utilisation, element 0, step 2')
    expect(between([1, Number.NaN, 3], 1e-9)).toContain('step 1')
  })

  it('finds a change of the wrong sign, and none', () => {
    expect(wrongWay('output', 1, 1.1, 1)).toBeUndefined()
    expect(wrongWay('output', 1, 1.1, -1)).toBe('output: 1 -> 1.1')
    expect(wrongWay('output', 1, 1, 1)).toBe('output: 1 -> 1')
    expect(wrongWay('output', 1, 1, 1, true)).toBeUndefined()
    expect(wrongWay('output', 1, Number.NaN, 1, true)).toContain('NaN')
  })
})
