/** Adds the addresses under /v1/results, which find stored results by their question and state their origin. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { ResultRow } from './database.ts'
import { messages as apiMessages } from '../../../texts/api.ts'
import { refuse, storeHandler } from './refusals.ts'
import type { ApiRequest } from './request.ts'
import {
  anyFile,
  described,
  json,
  jsonObject,
  jsonSchema,
  pageFields,
  queryIn,
  resultHeadSchema,
  resultSchema,
} from './schemas.ts'
import type { Store } from './store.ts'

const filter = z.strictObject({
  question: z.string().optional().describe('such as run or ensemble'),
  region: z.string().optional().describe('such as CN-LN'),
  ...pageFields,
})

const headOf = (row: Omit<ResultRow, 'result'>): z.input<typeof resultHeadSchema> => {
  const { key, question, asked, region, model, data, parameters, sources, made } = row
  const { parts, scenario } = JSON.parse(asked) as ApiRequest
  const sent = scenario === undefined ? {} : { scenario: JSON.parse(scenario) as Record<string, unknown> }
  return { id: key, question, asked: { parts, ...sent }, region, model, data, parameters, program: sources, made }
}

export const addResultRoutes = (server: FastifyInstance, store: Store | undefined): void => {
  const params = jsonObject({ id: { type: 'string' } })
  const withStore = storeHandler(store)
  const nothing = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    refuse(reply, 404, [apiMessages.notFound({ path: request.url })])

  server.get(
    '/v1/results',
    described(
      'results',
      'Results that are kept, the latest first, with what was asked and what they were computed with',
      { 200: json('results', { type: 'array', items: jsonSchema(resultHeadSchema) }) },
      [404],
      { querystring: jsonSchema(filter) },
    ),
    async (request, reply) => {
      const wanted = queryIn(filter, request)
      return withStore(async kept => reply.send((await kept.results(wanted)).map(headOf)))(request, reply)
    },
  )
  server.get(
    '/v1/results/:id',
    described('results', 'A result that is kept', { 200: json('the result', jsonSchema(resultSchema)) }, [404], {
      params,
    }),
    withStore(async (kept, request, reply) => {
      const row = await kept.resultAt((request.params as { id: string }).id)
      if (row === undefined) return nothing(request, reply)
      const { result, notes, files, key } = row
      const addresses = files.map(name => `/v1/results/${key}/files/${name}`)
      return reply.send({ ...headOf(row), notes, result: JSON.parse(result) as unknown, files: addresses })
    }),
  )
  server.get(
    '/v1/results/:id/files/*',
    described('results', 'A file of a result that is kept', { 200: anyFile }, [404], {
      params: jsonObject({ id: { type: 'string' }, '*': { type: 'string' } }),
    }),
    withStore(async (kept, request, reply) => {
      const { id, '*': name } = request.params as { id: string; '*': string }
      const bytes = await kept.fileAt(id, name)
      if (bytes === undefined) return nothing(request, reply)
      return reply.type('application/octet-stream').send(Buffer.from(bytes))
    }),
  )
}
