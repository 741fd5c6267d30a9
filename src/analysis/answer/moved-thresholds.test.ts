import { expect, it } from 'vitest'
import { membersOneByOne } from '../../cli/testing/one-by-one-fixture.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { standardThresholds } from '../../model/criteria.ts'
import { keptOf, withThresholds } from './moved-thresholds.ts'
import { answerOf, planOf } from './verdict.ts'

it('moves the answer as new runs with these thresholds would', async () => {
  const open = openRegion('northeast')
  const plan = planOf(open, {})
  const settings = { seed: 2, members: 4 }
  const policies = plan.runs.map(({ policy }) => policy)
  const members = await membersOneByOne(open, { settings, policies, assumptions: {}, auditEvery: 0 })
  const kept = plan.packages.map((_, at) => members.futures[at]!.map(keptOf))
  const standard = answerOf(open, plan, members, { ...settings, assumptions: {} })
  const thresholds = { ...standardThresholds, unemployment: 0.03, growthGap: -0.02 }
  for (const [used, expected] of [
    [standardThresholds, standard],
    [thresholds, answerOf(open, plan, members, { ...settings, assumptions: {}, thresholds })],
  ] as const) {
    const packages = expected.packages.map(one => ({ ...one, withoutFreeLevers: null }))
    expect(withThresholds(standard, kept, used)).toEqual({ ...expected, packages })
  }
}, 60_000)
