/** Tests that the named feedback loops exist in the equations and have the direction stated. */

import { describe, expect, it } from 'vitest'
import { measureLoops } from '../analysis/explain/loops.ts'
import { openRegion } from '../cli/open-fixture.ts'
import { loopProblems } from '../engine/explain/loop-gain.ts'
import { feedbackLoops } from './loops.ts'

const open = openRegion('northeast')
const measured = measureLoops(open, {})

describe('feedback loops', () => {
  it.each(feedbackLoops.map(loop => [loop.id, loop] as const))('%s is in the equations', (_, { path, shown }) => {
    expect(loopProblems(open.linked, path)).toEqual([])
    expect(Object.keys(shown).filter(name => !path.includes(name))).toEqual([])
  })

  it('finds a loop that is not in the equations', () => {
    const { path } = feedbackLoops[0]
    expect(loopProblems(open.linked, path.toSpliced(3, 1))).not.toEqual([])
  })

  it.each(measured.map(loop => [loop.id, loop] as const))(
    '%s goes the way it is said to, or does not act',
    (_, loop) => {
      expect([loop.sign, 'none']).toContain(loop.acts)
      // A loop with an even number of opposite links reinforces.
      const product = loop.links.reduce((sign, link) => sign * link.sign, 1)
      if (loop.acts !== 'none') expect(Math.sign(product)).toBe(loop.acts === 'reinforcing' ? 1 : -1)
    },
  )

  it('acts in the baseline of 2030, but for four', () => {
    // Revenue is above that of the start, so that nothing is equalised; no province that is free to borrow is braked;
    // no state firm has more cash than it needs; bonds are issued up to the quota, whatever interest costs.
    const resting = ['B3', 'B5', 'B7', 'R5']
    expect(measured.filter(({ acts, id }) => acts === 'none' && !resting.includes(id))).toEqual([])
  })
})
