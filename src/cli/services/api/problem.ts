/** Sends refusals in the form of RFC 9457, with the messages in both languages. */

import { STATUS_CODES } from 'node:http'
import type { FastifyReply } from 'fastify'
import * as z from 'zod'
import type { Message } from '../../../language/messages.ts'

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
