/** Tests that the error printed beside the share of a class covers what another random seed makes of it, in Jilin. */

import { expect, test } from 'vitest'
import { classesAt } from '../../analysis/runs/fold.ts'
import { packagesOf } from '../../analysis/policies/packages.ts'
import { costingOf } from '../../analysis/policies/costs.ts'
import { probabilitiesOf } from '../../analysis/answer/verdict.ts'
import { openOnWasm } from '../../analysis/region/wasm-region.ts'
import { membersSideBySide } from '../../cli/testing/one-by-one-fixture.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { classOrder } from '../../model/criteria.ts'

test('two seeds differ by no more than the errors of their shares say', async () => {
  const open = openOnWasm(openRegion('CN-JL').region)
  const packages = packagesOf(open, costingOf(open), open.simulator.runMany)
  const members = 100
  const policies = packages.filter(({ id }) => ['A', 'H'].includes(id)).map(({ policy }) => policy)
  const [first, second] = await Promise.all(
    [1, 2].map(async seed => {
      const { futures } = await membersSideBySide(open, { settings: { seed, members }, policies, assumptions: {} }, 1)
      return futures.map(list => probabilitiesOf(list.map(({ judgement }) => classesAt(judgement))))
    }),
  )
  const gaps = policies.flatMap((_, at) =>
    classOrder.map(name => {
      const [a, b] = [first[at], second[at]]
      const error = Math.hypot(a.probabilityError[name], b.probabilityError[name])
      return Math.abs(a.probability[name] - b.probability[name]) / error
    }),
  )
  // Another seed makes other simulations.
  expect(Math.max(...gaps)).toBeGreaterThan(0)
  // Of standard errors: no class by more than three, and all of them together by about one.
  expect(Math.max(...gaps)).toBeLessThan(3)
  expect(Math.sqrt(gaps.reduce((sum, gap) => sum + gap * gap, 0) / gaps.length)).toBeLessThan(1.5)
})
