/** Tests which levers do hardly anything, and that restrictions which others impose are no levers of policy. */

import { describe, expect, it } from 'vitest'
import { json } from '../../cli/testing/command-line-fixture.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { freeLevers } from './goal/levers.ts'
import { leverEffects } from './lever-effects.ts'
import { measuredLevers } from './multipliers.ts'
import { openOnWasm } from '../region/wasm-region.ts'

const open = openOnWasm(openRegion('CN-JL').region)
const events = ['chipRestriction', 'tradeTariff']

describe('effects of levers', () => {
  it('are told apart by what is noticeable, and stand in the list of levers', async () => {
    const effects = Object.fromEntries(leverEffects(open, open.simulator.runMany, {}))
    expect(effects['publicInvestment']!.acts).toBe(true)
    expect(effects['robotSubsidy']!.acts).toBe(false)
    const listed: { name: string; effect: string }[] = await json('list levers --region CN-JL')
    for (const { name, effect } of listed)
      expect([name, effect.startsWith('hardly any')]).toEqual([name, effects[name]?.acts === false])
  })
})

describe('restrictions that others impose', () => {
  it('are listed with external conditions, and not among levers', async () => {
    const namesOf = async (list: string): Promise<string[]> =>
      (await json(`list ${list} --region CN-JL`)).map(({ name }: { name: string }) => name)
    expect(await namesOf('paths')).toEqual(expect.arrayContaining(events))
    const levers = [await namesOf('levers'), freeLevers(open, ['all']), measuredLevers(open)].flat()
    expect(levers.map(one => (typeof one === 'string' ? one : one.name)).filter(name => events.includes(name))).toEqual(
      [],
    )
  })

  it('are refused by a search, and set by scenarios as before', async () => {
    expect(() => freeLevers(open, ['tradeTariff'])).toThrow('tradeTariff is an external event')
    const { outcomes } = await json('run CN-JL --set tradeTariff=60')
    expect(outcomes).not.toEqual((await json('run CN-JL')).outcomes)
  })
})
