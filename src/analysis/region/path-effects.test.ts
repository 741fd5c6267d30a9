/** Tests that what is said of the effect of each path is what runs show. */

import { expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { readRun } from '../../engine/run/reader.ts'
import type { Policy } from '../../engine/scenario.ts'
import { openUnder } from './open-under.ts'
import { parsePath } from '../../scenario/words.ts'
import { weakPaths } from './outside.ts'
import { pathEffects } from './path-effects.ts'

const open = openRegion('northeast')
const effects = pathEffects(open.linked)
const record = ['output', 'regionHousePrice']
const runUnder = (text: string, assumptions: Readonly<Record<string, number>> = {}, policy: Policy = {}) => {
  const outside = Object.fromEntries(text.split(' ').map(parsePath))
  return readRun(openUnder(open, outside).simulator.run({ policy, assumptions, record }))
}
const outputs = (run: ReturnType<typeof runUnder>): number[] =>
  open.region.areas.flatMap(area => [...run.path('output', area)])

it('a path moves output, unless it is said to be switched off or only reported', () => {
  const before = outputs(readRun(open.simulator.run({ record })))
  for (const name of Object.keys(open.region.paths)) {
    const moves = outputs(runUnder(`${name}+=0.01@2027`)).some((value, at) => value !== before[at])
    expect(moves ? 'acts' : 'none', name).toBe(effects.get(name)!.kind === 'acts' ? 'acts' : 'none')
  }
})

it('a path that is switched off moves output with the parameter that is named', () => {
  const switched = [...effects].flatMap(([name, effect]) =>
    effect.kind === 'switched' ? [[name, effect.by] as const] : [],
  )
  expect(switched.map(([name]) => name)).toEqual(['orePrice', 'coalPrice', 'grainPrice'])
  for (const [name, by] of switched) {
    const on = Object.fromEntries(by.map(parameter => [parameter, 1]))
    expect(outputs(runUnder(`${name}*=1.5@2027`, on)), name).not.toEqual(outputs(runUnder(`${name}*=1@2027`, on)))
  }
})

it('whoever sets a path without effect is told', () => {
  const told = (text: string, assumptions = {}) =>
    weakPaths(open.linked, Object.fromEntries([parsePath(text)]), assumptions).map(({ text: { en } }) => en)
  expect(told('russiaSupply*=1.5@2027')).toEqual([
    'russiaSupply: nothing but importsRussia and tradeWithRussia depends on it',
  ])
  expect(told('orePrice*=1.5@2027')).toEqual([
    expect.stringMatching(/^orePrice: it has no effect while commodityTerms is 0/),
  ])
  expect(told('orePrice*=1.5@2027', { commodityTerms: 1 })).toEqual([])
  expect(told('oilPrice*=1.5@2027')).toEqual([])
})

it('a loan prime rate that was expected moves home prices by less than a tenth of a rate of the region alone, another as much', () => {
  const price = (text: string, policy: Policy = {}): number => runUnder(text, {}, policy).mean('regionHousePrice', 2035)
  const before = price('mortgageRate+=0@2027')
  const ofRegion =
    price('mortgageRate+=0@2027', { mortgageRateChange: { value: 1, start: 2027, ramp: 0 } }) / before - 1
  const surprise = price('mortgageRate+=1@2027') / before - 1
  const expected = price('mortgageRate+=1@2027 mortgageRateExpected+=1@2027') / before - 1
  expect(ofRegion).toBeLessThan(-0.01)
  expect(Math.abs(expected)).toBeLessThan(Math.abs(ofRegion) / 10)
  expect(surprise / ofRegion).toBeGreaterThan(0.8)
  expect(surprise / ofRegion).toBeLessThan(1.2)
})
