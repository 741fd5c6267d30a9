/** The addresses of scenarios that are kept: /v1/scenarios. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod'
import { parseScenario } from '../../analysis/scenario-text.ts'
import { ReportedError } from '../../language/reported-error.ts'
import { apiMessages } from './messages.ts'
import { refuse } from './problem.ts'
import { always, jsonSchema, keptSchema, refusals, scenarioInput, type WithBody } from './schemas.ts'
import { ChangedMeanwhile, type Store } from './store.ts'

/** A version in If-Match. */
const versionForm = /^"?(\d{1,9})"?$/

const checkedScenario = (given: z.infer<typeof scenarioInput>) => {
  const content = parseScenario(JSON.stringify(given.scenario), 'scenario')
  return { name: content.name, owner: given.owner, notes: given.notes, content }
}

export const addScenarioRoutes = (server: FastifyInstance, store: Store | undefined, withBody: WithBody): void => {
  const keptJson = jsonSchema(keptSchema)
  const one = (description: string) => ({ description, content: { 'application/json': { schema: keptJson } } })
  const many = {
    description: 'scenarios',
    content: { 'application/json': { schema: { type: 'array', items: keptJson } } },
  }
  const shown = ({ content, ...rest }: Awaited<ReturnType<Store['create']>>) => ({ ...rest, scenario: content })
  const missing = (reply: FastifyReply): FastifyReply => refuse(reply, 404, [apiMessages.gone()])

  /** Does it where there is a store; refusals of the store and of a scenario become answers. */
  const withStore =
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
  const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id
  /** The version in If-Match: "3". */
  const versionOf = ({ headers }: FastifyRequest): number | undefined => {
    const [, version] = versionForm.exec(String(headers['if-match'] ?? '')) ?? []
    return version === undefined ? undefined : Number(version)
  }
  const params = { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] }
  const headers = {
    type: 'object',
    properties: {
      'if-match': {
        type: 'string',
        pattern: versionForm.source,
        description: 'the version that is changed, such as "3"',
      },
    },
    required: ['if-match'],
  }
  const body = withBody('scenario', scenarioInput)
  const tags = ['scenarios']
  type Body = z.infer<typeof scenarioInput>

  server.get(
    '/v1/scenarios',
    { schema: { summary: 'Our scenarios, by name', tags, response: { 200: many, ...refusals(...always, 404) } } },
    withStore(async (kept, _, reply) => reply.send((await kept.scenarios()).map(shown))),
  )
  server.post(
    '/v1/scenarios',
    {
      schema: {
        summary: 'Keeps a scenario',
        tags,
        body,
        response: { 201: one('it is kept'), ...refusals(...always, 404, 413, 415, 422) },
      },
    },
    withStore(async (kept, request, reply) => {
      const made = await kept.create(checkedScenario(request.body as Body))
      return reply
        .code(201)
        .header('location', `/v1/scenarios/${made.id}`)
        .header('etag', `"${made.version}"`)
        .send(shown(made))
    }),
  )
  server.get(
    '/v1/scenarios/:id',
    {
      schema: {
        summary: 'A scenario',
        tags,
        params,
        response: { 200: one('the last version'), ...refusals(...always, 404) },
      },
    },
    withStore(async (kept, request, reply) => {
      const found = await kept.scenario(idOf(request))
      return found === undefined ? missing(reply) : reply.header('etag', `"${found.version}"`).send(shown(found))
    }),
  )
  server.get(
    '/v1/scenarios/:id/history',
    {
      schema: {
        summary: 'All its versions, the first in front',
        tags,
        params,
        response: { 200: many, ...refusals(...always, 404) },
      },
    },
    withStore(async (kept, request, reply) => {
      const versions = await kept.history(idOf(request))
      return versions.length === 0 ? missing(reply) : reply.send(versions.map(shown))
    }),
  )
  server.put(
    '/v1/scenarios/:id',
    {
      schema: {
        summary: 'Changes a scenario, where nobody else did since it was read',
        tags,
        params,
        headers,
        body,
        response: { 200: one('the new version'), ...refusals(...always, 404, 412, 413, 415, 422, 428) },
      },
    },
    withStore(async (kept, request, reply) => {
      const version = versionOf(request)
      if (version === undefined) return refuse(reply, 428, [apiMessages.needsVersion()])
      const made = await kept.change(idOf(request), version, checkedScenario(request.body as Body))
      return reply.header('etag', `"${made.version}"`).send(shown(made))
    }),
  )
  server.delete(
    '/v1/scenarios/:id',
    {
      schema: {
        summary: 'Deletes a scenario; its history stays',
        tags,
        params,
        headers,
        response: { 204: { description: 'it is gone', type: 'null' }, ...refusals(...always, 404, 412, 428) },
      },
    },
    withStore(async (kept, request, reply) => {
      const version = versionOf(request)
      if (version === undefined) return refuse(reply, 428, [apiMessages.needsVersion()])
      await kept.remove(idOf(request), version)
      return reply.code(204).send()
    }),
  )
}
