/** Tests that a command that fails is refused, even if it has printed a result. */

import fastify from 'fastify'
import { expect, it } from 'vitest'
import { commandMessages } from '../../input/messages.ts'
import type { Ended } from './request.ts'
import { sendEnded } from './refusals.ts'

const answerOf = async (ended: Ended) => {
  const server = fastify()
  server.get('/', (_, reply) => sendEnded(reply, ended))
  const { statusCode, json } = await server.inject('/')
  return { statusCode, body: json() }
}

it('does not hand out results of accounts that do not balance', async () => {
  const notes = 'heartland: the accounts do not balance: do not use these results\n'
  const { statusCode, body } = await answerOf({ exitCode: 1, result: '{"output":1}', notes, messages: [] })
  expect(statusCode).toBe(500)
  expect(body.detail).toBe('the accounts do not balance: do not use these results')
})

it('hands out a result with what was noted beside it', async () => {
  const { statusCode, body } = await answerOf({ exitCode: 0, result: '{"output":1}', notes: 'stale', messages: [] })
  expect([statusCode, body]).toEqual([200, { output: 1 }])
})

it('tells settings with which the model cannot be run from a fault of the program', async () => {
  const first = { en: 'capacity is NaN', zh: 'capacity 为 NaN' }
  const messages = [commandMessages.firstNotFinite({ name: 'output', time: 2027, first })]
  const { statusCode, body } = await answerOf({ exitCode: 1, result: '', notes: '', messages })
  expect([statusCode, body.detail]).toEqual([422, expect.stringContaining('because capacity is NaN')])
})
