/** Tests that questions asked at the same moment keep to the limits. */

import { afterAll, expect, it } from 'vitest'
import { openDesk, Refused } from './desk.ts'

const desk = openDesk({ atOnce: 1, waiting: 1, seconds: 60 })
afterAll(() => desk.close())

it('answers one, lets one wait, and refuses the third', async () => {
  const asked = { name: 'list', parts: { list: 'regions' } }
  const found = await Promise.allSettled([desk.ask(asked), desk.ask(asked), desk.ask(asked)])
  expect(found.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  expect((found[2] as PromiseRejectedResult).reason).toEqual(new Refused('busy'))
  // The seat is free again.
  expect(await desk.ask(asked)).toMatchObject({ exitCode: 0 })
})
