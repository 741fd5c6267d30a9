/** The addresses of results that the store keeps: /v1/results, found by what was asked, with where they come from. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { ResultRow } from './database.ts'
import { apiMessages } from './messages.ts'
import { refuse } from './problem.ts'
import type { ApiRequest } from './request.ts'
import { always, anyFile, jsonSchema, refusals, resultHeadSchema, resultSchema } from './schemas.ts'
import type { Store } from './store.ts'

const filter = z.strictObject({
  question: z.string().optional().describe('such as run or ensemble'),
  region: z.string().optional().describe('such as CN-LN'),
})

const headOf = (row: Omit<ResultRow, 'result'>): z.input<typeof resultHeadSchema> => {
  const { key, question, asked, region, model, data, parameters, sources, made } = row
  const { parts, scenario } = JSON.parse(asked) as ApiRequest
  const sent = scenario === undefined ? {} : { scenario: JSON.parse(scenario) as Record<string, unknown> }
  return { id: key, question, asked: { parts, ...sent }, region, model, data, parameters, program: sources, made }
}

export const addResultRoutes = (server: FastifyInstance, store: Store | undefined): void => {
  const tags = ['results']
  const json = (description: string, schema: Record<string, unknown>) => ({
    description,
    content: { 'application/json': { schema } },
  })
  const params = { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] }
  const noStore = (reply: FastifyReply): FastifyReply => refuse(reply, 404, [apiMessages.noStore()])
  const nothing = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    refuse(reply, 404, [apiMessages.notFound({ path: request.url })])

  server.get(
    '/v1/results',
    {
      schema: {
        summary: 'The latest 200 results that are kept, with what was asked and what they were computed with',
        tags,
        querystring: jsonSchema(filter),
        response: {
          200: json('results', { type: 'array', items: jsonSchema(resultHeadSchema) }),
          ...refusals(...always, 404),
        },
      },
    },
    async (request, reply) => {
      if (store === undefined) return noStore(reply)
      const wanted = filter.safeParse(request.query)
      if (!wanted.success) return refuse(reply, 400, [apiMessages.query({ known: 'question, region' })])
      return reply.send((await store.results(wanted.data)).map(headOf))
    },
  )
  server.get(
    '/v1/results/:id',
    {
      schema: {
        summary: 'A result that is kept',
        tags,
        params,
        response: { 200: json('the result', jsonSchema(resultSchema)), ...refusals(...always, 404) },
      },
    },
    async (request, reply) => {
      if (store === undefined) return noStore(reply)
      const row = await store.resultAt((request.params as { id: string }).id)
      if (row === undefined) return nothing(request, reply)
      const { result, notes, files, key } = row
      const addresses = files.map(name => `/v1/results/${key}/files/${name}`)
      return reply.send({ ...headOf(row), notes, result: JSON.parse(result) as unknown, files: addresses })
    },
  )
  server.get(
    '/v1/results/:id/files/*',
    {
      schema: {
        summary: 'A file of a result that is kept',
        tags,
        params: { type: 'object', properties: { id: { type: 'string' }, '*': { type: 'string' } } },
        response: {
          200: anyFile,
          ...refusals(...always, 404),
        },
      },
    },
    async (request, reply) => {
      if (store === undefined) return noStore(reply)
      const { id, '*': name } = request.params as { id: string; '*': string }
      const bytes = await store.fileAt(id, name)
      if (bytes === undefined) return nothing(request, reply)
      return reply.type('application/octet-stream').send(Buffer.from(bytes))
    },
  )
}
