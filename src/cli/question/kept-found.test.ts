/** Tests that what a question found is kept as long as nothing that decides it has changed, and no longer. */

import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { chooseFrom } from '../../analysis/region/choice.ts'
import { prepare } from '../../questions/core/ask.ts'
import { questionCalled } from '../../questions/index.ts'
import { ownPacks } from '../../regions/read.ts'
import { openRegion } from '../input/simulation.ts'
import { keptFound } from './kept-found.ts'

const of = await questionCalled('value')
const value = (open: ReturnType<typeof openRegion>, given: Readonly<Record<string, unknown>> = {}) =>
  prepare(of, { open, choices: [chooseFrom(open, {})] }, { simulations: 20, ...given })

const folder = (): string => mkdtempSync(join(tmpdir(), 'kept-found-'))
const found = { rows: new Map([['a', new Float64Array([1, Number.NaN, -0])]]) }

/** Takes as long as what is worth keeping. */
const slow = () =>
  vi.fn(async (): Promise<unknown> => {
    await new Promise(resolve => setTimeout(resolve, 310))
    return found
  })

beforeEach(() => vi.stubEnv('HEARTLAND_RESULTS', ''))
afterEach(() => vi.unstubAllEnvs())

it('is computed once, and found again to the bit', async () => {
  const place = folder()
  const compute = slow()
  const open = openRegion('CN-LN')
  for (let time = 0; time < 2; time++) expect(await keptFound(value(open), compute, place)).toEqual(found)
  expect(await keptFound(value(openRegion('CN-LN')), compute, place)).toEqual(found)
  expect(compute).toHaveBeenCalledTimes(1)
})

it('is computed anew with other inputs, another scenario, assumption or region, and where it is wanted new', async () => {
  const place = folder()
  const compute = slow()
  const open = openRegion('CN-LN')
  const { of: question, asked } = value(open)
  const others = [
    value(open),
    value(open, { seed: 2 }),
    { of: question, asked: { ...asked, scenario: { ...asked.scenario, policy: { publicInvestment: { value: 1 } } } } },
    { of: question, asked: { ...asked, scenario: { ...asked.scenario, assumptions: { catchUp: 0 } } } },
    value(openRegion('CN-JL')),
    value(openRegion('CN-LN@2024')),
    value(openRegion('CN-LN', { parameters: 'priors' })),
  ]
  for (const other of others) await keptFound(other, compute, place)
  expect(compute).toHaveBeenCalledTimes(others.length)
  vi.stubEnv('HEARTLAND_RESULTS', 'new')
  await keptFound(value(open), compute, place)
  expect(compute).toHaveBeenCalledTimes(others.length + 1)
})

it('is computed anew once a file that it was found with has changed, or what was kept is damaged', async () => {
  const [place, packs] = [folder(), folder()]
  cpSync(ownPacks, packs, { recursive: true })
  const compute = slow()
  const open = openRegion('CN-LN', { root: packs })
  // Read while it is computed, and no part of the figures.
  const ask = () => {
    open.files!.read('CN-LN/votes.json')
    return keptFound(value(open), compute, place)
  }
  await ask()
  await ask()
  expect(compute).toHaveBeenCalledTimes(1)
  const votes = join(packs, 'CN-LN/votes.json')
  writeFileSync(votes, `${readFileSync(votes, 'utf8')}\n`)
  await ask()
  expect(compute).toHaveBeenCalledTimes(2)
  const [kept] = readdirSync(place)
  writeFileSync(join(place, kept!), readFileSync(join(place, kept!)).subarray(0, 100))
  await ask()
  expect(compute).toHaveBeenCalledTimes(3)
})

it('is never kept where it is more than data, or took no time', async () => {
  const place = folder()
  const open = openRegion('CN-LN')
  const withFunction = vi.fn(async () => {
    await slow()()
    return { words: () => '' }
  })
  const quick = vi.fn(async () => found)
  for (let time = 0; time < 2; time++) {
    await keptFound(value(open), withFunction, place)
    await keptFound(value(open, { seed: 3 }), quick, place)
  }
  expect([withFunction, quick].map(({ mock }) => mock.calls.length)).toEqual([2, 2])
  expect(readdirSync(place)).toEqual([])
})
