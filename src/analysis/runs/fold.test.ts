/** Tests that shares of classes are as sure as their ± says: no estimated bound decides the class of every simulation. */

import { array, assert, boolean, double, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { membersOneByOne } from '../../cli/testing/one-by-one-fixture.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { classOrder, standardThresholds } from '../../model/criteria.ts'
import { measures, windows } from '../../model/measures.ts'
import { foldJudged } from './fold.ts'
import { judgeAt, probabilitiesOf } from '../answer/verdict.ts'

const judge = judgeAt(standardThresholds)

const judgement = record({
  // About the thresholds, a margin and a half to either side.
  readings: array(double({ min: -1.5, max: 1.5, noNaN: true }), {
    minLength: windows.length * measures.length,
    maxLength: windows.length * measures.length,
  }).map(places =>
    places.map((place, at) => {
      const { threshold, margin } = measures[at % measures.length]!
      return threshold.standard + place * margin
    }),
  ),
  recession: boolean(),
})

describe('one simulation more or less', () => {
  it('moves the shares of all classes by its own weight at most, whatever it is and however near the bounds', () => {
    const several = array(judgement, { minLength: 2, maxLength: 40 })
    assert(
      property(several, judgement, integer({ min: 0 }), (simulations, other, place) => {
        const changed = simulations.with(place % simulations.length, other)
        const [before, after] = [simulations, changed].map(list =>
          foldJudged(judge(list.map(one => ({ judgement: one })))),
        )
        for (const name of classOrder) {
          const moved = Math.abs(after!.probability[name] - before!.probability[name])
          expect(moved, name).toBeLessThanOrEqual(1 / simulations.length + 1e-12)
        }
      }),
    )
  })
})

describe('shares of classes of Jilin', () => {
  it('differ between simulations drawn apart as their ± says', { timeout: 120_000 }, async () => {
    const task = { settings: { seed: 1, members: 96 }, policies: [{}], assumptions: {}, auditEvery: 0 }
    const { futures } = await membersOneByOne(openRegion('CN-JL'), task)
    const found = [0, 24, 48, 72].map(from => probabilitiesOf(judge(futures[0]!.slice(from, from + 24))))
    // Two seeds were eight errors apart, "1 ± 0" and "9 ± 1", while an estimated bound decided the class of all.
    for (const [at, one] of found.entries()) {
      for (const other of found.slice(at + 1)) {
        for (const name of classOrder) {
          const error = Math.hypot(one.probabilityError[name], other.probabilityError[name])
          expect(Math.abs(one.probability[name] - other.probability[name]), name).toBeLessThan(4 * error)
        }
      }
    }
  })
})
