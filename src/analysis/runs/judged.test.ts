/** Tests of what is told of a judgement: what carries it, what follows, and each entry by itself. */

import { expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { holdsFrom } from '../../scenario/holds.ts'
import { judgementIn, reopened, withoutEntry } from './judged.ts'

const open = openRegion('northeast')
const record = ['regionOutput']
const of = (...words: readonly string[]) => reopened(open, holdsFrom(words, undefined, {}))

it('nothing is told where nothing is held', () => {
  expect(judgementIn(open)).toBeUndefined()
})

it('the parts of the equations that carry a value add up, also when it is asked again', () => {
  for (const growth of [4, 4.2]) {
    const [line] = judgementIn(of(`growth(regionOutput)=${growth}@2027`))!.lines
    expect(line.carried.map(({ factor }) => factor.id).toSorted()).toEqual(['consumption', 'exports', 'investment'])
    expect(line.carried.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 2)
    expect(line.after.map(({ year }) => year)).toEqual([2028, 2029, 2032])
  }
})

it('an entry that is left out leaves the others as they are held', () => {
  const [growth, debt] = ['growth(regionOutput)', 'debtToGdp[CN-LN]']
  const both = of(`${growth}=4@2027`, `${debt}+=0.003@2027`)
  const output = (run: { readonly series: ReadonlyMap<string, { readonly values: Float64Array }> }): number[] => [
    ...run.series.get('regionOutput')!.values,
  ]
  const without = withoutEntry(both, debt, record)!
  expect(output(without)).toEqual(output(of(`${growth}=4@2027`).simulator.run({ record })))
  expect(output(withoutEntry(of(`${growth}=4@2027`), growth, record)!)).toEqual(output(open.simulator.run({ record })))
})
