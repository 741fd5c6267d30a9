/** Tests that a program without types is told what the compiler would have told it, instead of a run of the baseline. */

import { beforeAll, expect, it } from 'vitest'
import { ask, ensemble, openRegion, type Region, UsageError } from './node.ts'

let region: Region
beforeAll(async () => {
  region = await openRegion('CN-JL')
}, 60_000)

const untyped = (options: unknown): any => options

it.each([
  ['an option', () => ask('run', region, untyped({ polcy: 'G' })), /unknown option 'polcy'; did you mean 'policy'/],
  [
    'an input',
    () => ask('compare', region, untyped({ yeers: [2030] })),
    /unknown option 'yeers'; did you mean 'years'/,
  ],
  ['a question', () => ask(untyped('compere'), region), /unknown question 'compere'; did you mean 'compare'/],
  ['a number', () => ask('value', region, untyped({ simulations: '64' })), /simulations/],
  ['an input', () => ask('answer', region, untyped({ member: 20 })), /unknown option 'member'/],
  ['an option', () => ensemble(region, untyped({ kept: [] })), /unknown option 'kept'/],
  ['an option', () => openRegion('CN-JL', untyped({ path: [] })), /unknown option 'path'; did you mean 'paths'/],
  ['a policy', () => ask('run', region, untyped({ policy: 5 })), /5/],
  [
    'a part',
    () => ask('run', region, untyped({ set: { swapPace: { value: 1, begin: 2027 } } })),
    /unknown key 'begin'/,
  ],
  ['a setting', () => ask('run', region, untyped({ set: { swapPace: null } })), /set\.swapPace is null/],
  ['a value', () => ask('run', region, untyped({ set: { swapPace: '1' } })), /set\.swapPace is "1"/],
  ['a start', () => ask('run', region, untyped({ set: { swapPace: { value: 1, start: '2027' } } })), /start is "2027"/],
  ['an assumption', () => ask('run', region, untyped({ assume: { wageFromSlack: '0.5' } })), /wageFromSlack is "0\.5"/],
])('%s that is none is refused (%#)', async (_, asked, message) => {
  const problem = await asked().then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(problem).toBeInstanceOf(UsageError)
  expect((problem as UsageError).message).toMatch(message)
})

it('levers are financed by the default of all doors, however they are stated', async () => {
  const stated = [{ policy: { publicInvestment: 4 } }, { set: { publicInvestment: { value: 4 } } }]
  const [one, other] = (await Promise.all(stated.map(options => ask('run', region, options)))).map(
    ({ record }) => record,
  )
  expect(other).toEqual(one)
  const shares = { financedByCentre: 0.5, financedByBonds: 0.5 }
  expect(one!.scenario.policy).toMatchObject(
    Object.fromEntries(Object.entries(shares).map(([name, value]) => [name, { value, start: 2026, ramp: 0 }])),
  )
  const { record } = await ask('run', region, { policy: { publicInvestment: 4 }, financing: 'none' })
  expect(Object.keys(record.scenario.policy)).toEqual(['publicInvestment'])
})

it('one year or number to keep is a list of one', async () => {
  expect(await ask('run', region, untyped({ years: 2035 }))).toEqual(await ask('run', region, { years: [2035] }))
  const [one, list] = ['debtToGdp@2035', ['debtToGdp@2035']].map(keep =>
    ensemble(region, untyped({ simulations: 2, keep })),
  )
  expect(await one).toEqual(await list)
})
