/** Why, Who and Books give the numbers of the command line, to the bit. */

import { describe, expect, it } from 'vitest'
import { openOnLanes } from '../../../analysis/lanes-region.ts'
import { heartland } from '../../../cli/fixture.ts'
import { openRegion } from '../../../cli/simulation.ts'
import type { Task } from '../task.ts'
import { books } from './books.ts'
import { causes } from './causes.ts'
import { reach } from './reach.ts'
import { split } from './split.ts'
import { spread } from './spread.ts'
import { theme } from './theme.ts'
import { who } from './who.ts'

const open = openOnLanes(openRegion('northeast').region)
const task: Task = { cancelled: () => false, progress: () => {}, pause: () => Promise.resolve() }
const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

const json = async (words: string): Promise<any> => {
  const { code, out } = await heartland(words)
  expect(code).toBe(0)
  return JSON.parse(out)
}

describe('answers of the worker', () => {
  it('split and theme equal `explain`', async () => {
    const found = await json(
      'explain northeast --policy H --assume wageFromSlack=0.5 --theme Debt --outcome regionDebtToGdp@2035Q4 --json',
    )
    const { policy, assumptions } = found.scenario
    const input = { policy, assumptions, outcome: 'regionDebtToGdp@2035Q4' }
    const own = split(open, input)
    expect(plain(own.policy)).toEqual(found.policy)
    expect(plain(own.source)).toEqual(found.source)
    expect(plain(own.loops)).toEqual(found.loops)
    expect(plain(theme(open, { ...input, theme: 'Debt' }))).toEqual(found.within.Debt)
  })

  it('who equals `who`, bands included', async () => {
    const {
      scenario,
      model: _,
      data: __,
      calibrated: ___,
      ...found
    } = await json('who northeast --policy G --members 3 --seed 7 --json')
    const { policy, assumptions } = scenario
    const input = { policy, assumptions, settings: { seed: 7, members: 3 }, year: 2035, payerMembers: 3 }
    expect(plain(await who(open, input, task))).toEqual(found)
  })

  it('books equal `books`', async () => {
    const found = await json('books northeast --policy B --at 2030Q2 --area CN-JL --json')
    const own = books(open, { policy: found.scenario.policy, assumptions: {}, area: 'CN-JL' })
    const quarter = own.quarters.find(one => one.quarter === '2030Q2')!
    expect(plain([...quarter.matrices].toReversed())).toEqual(found.matrices)
    expect(plain(own.audit)).toEqual(found.audit)
  })

  it('causes equal `trace`', async () => {
    const found = await json('trace regionDebtToGdp --year 2035 --policy G --depth 1 --json')
    const policy = found.scenario.policy
    const own = causes(open, {
      policy,
      assumptions: {},
      asked: { name: 'regionDebtToGdp', closing: false, labels: {}, step: 47 },
    })
    expect([own.row.value, own.row.before]).toEqual([found.cause.value, found.cause.doingNothing])
    expect(own.causes.map(({ name, value, before }) => [name, value, before])).toEqual(
      found.cause.inputs.map((one: any) => [one.name, one.value, one.doingNothing]),
    )
  })

  it('the reach of a guess equals runs with its ends, and the range of a change is that of its futures', async () => {
    const input = { policy: { publicInvestment: { value: 1 } }, assumptions: {}, outcome: 'regionUnemployment@2030Q4' }
    const ends = reach(open, { ...input, parameter: 'wageFromSlack', range: [0.15, 0.7] })
    const run = (value: number): number =>
      openRegion('northeast')
        .simulator.run({ ...input, assumptions: { wageFromSlack: value }, record: ['regionUnemployment'] })
        .series.get('regionUnemployment')!.values[27]
    expect(ends).toEqual([run(0.15), run(0.7)])
    const band = await spread(open, { ...input, settings: { seed: 1, members: 9 } }, task)
    expect(band.low).toBeLessThan(band.median)
    expect(band.median).toBeLessThan(band.high)
    expect(band.low).toBeLessThan(0)
  })
})
