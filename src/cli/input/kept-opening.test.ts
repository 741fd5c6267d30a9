import { mkdtempSync, readdirSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type OpenRegion, openPlaced } from '../../analysis/region/simulation.ts'
import { openKept } from './kept-opening.ts'
import { openRegion } from './simulation.ts'

const folder = (): string => mkdtempSync(join(tmpdir(), 'kept-opening-'))
const opening = (region: OpenRegion) => vi.fn(() => region)
const output = ({ simulator }: OpenRegion) =>
  simulator.run({ policy: { publicInvestment: { value: 0.01 } }, record: ['output', 'deaths'] }).series

beforeEach(() => vi.stubEnv('HEARTLAND_RESULTS', ''))
afterEach(() => vi.unstubAllEnvs())

it.each([
  ['provinces with folders', 'northeast'],
  ['a province derived from tables', 'CN-GD'],
  ['a state within its nation', 'US-MI'],
])('%s: opened again they are the same, to the last bit', (_, id) => {
  const place = folder()
  const [first, open] = [openRegion(id), opening(openRegion(id))]
  const opened = () => openKept(id, open, region => openPlaced(region), place)
  opened()
  const again = opened()
  expect(open).toHaveBeenCalledTimes(1)
  expect(again.region).toStrictEqual(first.region)
  expect(again.linked.source).toEqual(first.linked.source)
  expect(output(again)).toEqual(output(first))
})

it('is opened anew where something else was asked, where what was kept is damaged, or where it is wanted new', () => {
  const place = folder()
  const open = opening(openRegion('CN-JL'))
  const ask = (...asked: readonly unknown[]) => openKept(asked, open, region => openPlaced(region), place)
  for (const asked of [['CN-JL'], ['CN-JL', 'priors'], ['CN-JL'], ['CN-JL@2024']]) ask(...asked)
  expect(open).toHaveBeenCalledTimes(3)
  for (const file of readdirSync(place)) truncateSync(join(place, file), 1000)
  ask('CN-JL')
  ask('CN-JL')
  expect(open).toHaveBeenCalledTimes(4)
  vi.stubEnv('HEARTLAND_RESULTS', 'new')
  ask('CN-JL')
  expect(open).toHaveBeenCalledTimes(5)
})
