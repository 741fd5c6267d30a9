/** Why a question has no answer, as people and programs are told. */

import type { FastifyReply, FastifyRequest } from 'fastify'
import { ReportedError } from '../../language/reported-error.ts'
import type { Refusal } from './desk.ts'
import { apiMessages } from './messages.ts'
import { refuse } from './problem.ts'
import type { Ended } from './request.ts'
import { ChangedMeanwhile, type Store } from './store.ts'

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

/** What was wrong with a command that ended so, none where it ended well; what it only noted counts where it failed. */
export const wrongIn = ({ exitCode, result, notes, messages }: Ended): Ended['messages'] => {
  if (messages.length > 0 || (exitCode === 0 && result !== '')) return messages
  const text = notes.replaceAll(/^heartland: /gm, '').trim()
  return [{ code: 'command.other', text: { en: text, zh: text } }]
}

/** The status of a refusal of what a command ended with: what it was asked fits the description, but cannot be answered. */
export const statusOf = ({ exitCode }: Ended): number => (exitCode === 2 ? 422 : 500)

/** What a command ended with, as an answer: its result, or why it has none. */
export const sendEnded = (reply: FastifyReply, ended: Ended): FastifyReply => {
  const { result, notes } = ended
  const wrong = wrongIn(ended)
  if (wrong.length > 0) return refuse(reply, statusOf(ended), wrong)
  if (notes !== '') reply.header('x-heartland-notes', encodeURIComponent(notes.trim()))
  return reply.type('application/json').send(result)
}

/** There is no such scenario, or no more. */
export const missing = (reply: FastifyReply): FastifyReply => refuse(reply, 404, [apiMessages.gone()])

/** Makes handlers that act where there is a store; refusals of the store and of a scenario become answers. */
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
