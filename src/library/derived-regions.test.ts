/** Tests that programs open the provinces that are derived from tables, alone and all together. */

import { expect, it } from 'vitest'
import { ask, openRegion } from './node.ts'

const growth = async (id: string): Promise<unknown> => {
  const { record } = await ask('run', await openRegion(id), { years: [2030] })
  return record.outcomes
}

it('by id, in years past too, and never in a folder of the program', async () => {
  const region = await openRegion('CN-GD')
  expect(region.names).toEqual({ en: 'Guangdong', zh: '广东' })
  expect((await openRegion('CN-GD@2015')).start).toBe(2015)
  await expect(openRegion('CN-GD', { packs: 'golden/michigan' })).rejects.toThrow('CN-GD/region.json')
})

it('all together, as a nation', async () => {
  const nation = await openRegion('CN-all')
  expect(nation.names).toEqual({ en: 'China, 31 provinces', zh: '全国31个省份' })
  expect(nation.areas).toHaveLength(31)
  expect(JSON.stringify(await growth('CN-all'))).not.toContain('null')
})
