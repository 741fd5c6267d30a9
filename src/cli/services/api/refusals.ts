/** Chooses the status and the message of a refusal, and sends what a command ended with. */

import type { FastifyReply, FastifyRequest } from 'fastify'
import { ReportedError, type Message } from '../../../language/messages.ts'
import type { Refusal } from './desk.ts'
import { messages as apiMessages } from '../../../texts/api.ts'
import type { Ended } from './request.ts'
import { ChangedMeanwhile, type Store } from './store.ts'
import { STATUS_CODES } from 'node:http'
import * as z from 'zod'

export const refusalStatus: Readonly<Record<Refusal | 'fault', number>> = {
  busy: 503,
  slow: 504,
  cancelled: 503,
  died: 500,
  fault: 500,
}

/** Seconds after which a busy server may have time again. */
export const pause = 5

export const refusalMessage = (refusal: Refusal | 'fault', seconds: number) => {
  if (refusal === 'busy') return apiMessages.busy({ seconds: pause })
  if (refusal === 'slow') return apiMessages.slow({ seconds })
  if (refusal === 'cancelled') return apiMessages.stopped()
  return refusal === 'died' ? apiMessages.died() : apiMessages.fault()
}

/** The messages of a command that failed, or its notes where it has no messages; none where it ended well. */
export const wrongIn = ({ exitCode, result, notes, messages }: Ended): Ended['messages'] => {
  if (messages.length > 0 || (exitCode === 0 && result !== '')) return messages
  const text = notes.replaceAll(/^heartland: /gm, '').trim()
  return [{ code: 'command.other', text: { en: text, zh: text } }]
}

/** A run stops at these because of its settings, which leave no number or less than nothing, or of figures with faults. */
const faultsOfAsked = new Set(['command.firstNotFinite', 'engine.belowZero', 'region.faulty'])

/** The status for a command that failed: 422 where it was asked something invalid, 500 for a fault of the program. */
export const statusOf = ({ exitCode, messages }: Ended): number =>
  exitCode === 2 || messages.some(({ code }) => faultsOfAsked.has(code)) ? 422 : 500

type Told = Pick<Message, 'code' | 'text'>

export const problemSchema = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('what is wrong and what to do, in English'),
    messages: z.array(z.object({ code: z.string(), text: z.object({ en: z.string(), zh: z.string() }) })),
  })
  .describe('a refusal (RFC 9457)')

export const problemBody = (status: number, messages: readonly Told[]): z.infer<typeof problemSchema> => ({
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail: messages.map(({ text }) => text.en).join('\n'),
  messages: messages.map(({ code, text }) => ({ code, text })),
})

export const refuse = (reply: FastifyReply, status: number, messages: readonly Told[]): FastifyReply =>
  reply.code(status).type('application/problem+json').send(problemBody(status, messages))

/** Sends the result of a command, or the reason why it has none. */
export const sendEnded = (reply: FastifyReply, ended: Ended): FastifyReply => {
  const { result, notes } = ended
  const wrong = wrongIn(ended)
  if (wrong.length > 0) return refuse(reply, statusOf(ended), wrong)
  if (notes !== '') reply.header('x-heartland-notes', encodeURIComponent(notes.trim()))
  return reply.type('application/json').send(result)
}

/** Refuses a request for a scenario that does not exist or was deleted. */
export const missing = (reply: FastifyReply): FastifyReply => refuse(reply, 404, [apiMessages.gone()])

/** Makes handlers that need a store, and turns refusals of the store and of a scenario into responses. */
export const storeHandler =
  (store: Store | undefined) =>
  (act: (kept: Store, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (store === undefined) return refuse(reply, 404, [apiMessages.noStore()])
    try {
      return await act(store, request, reply)
    } catch (failure) {
      if (failure instanceof ReportedError) return refuse(reply, 422, failure.messages)
      if (!(failure instanceof ChangedMeanwhile)) throw failure
      return failure.version === 0
        ? missing(reply)
        : refuse(reply, 412, [apiMessages.version({ version: failure.version })])
    }
  }
