/** Adds the addresses under /v1/scenarios, where a team stores its scenarios. */

import type { FastifyInstance, FastifyRequest } from 'fastify'
import type * as z from 'zod'
import { UsageError } from '../../../language/messages.ts'
import { messages as apiMessages } from '../../../texts/api.ts'
import { refuse, missing, storeHandler } from './refusals.ts'
import {
  described,
  gone,
  json,
  jsonObject,
  jsonSchema,
  keptSchema,
  pageQuery,
  queryIn,
  scenarioInput,
  type WithBody,
} from './schemas.ts'
import { scenarioToStore } from './sent-scenario.ts'
import type { Store } from './store.ts'

/** The form of a version in the header If-Match. */
const versionForm = /^"?(\d{1,9})"?$/

/** Of the name of a scenario that is kept. */
const mostLetters = 200

const checkedScenario = (given: z.infer<typeof scenarioInput>) => {
  const content = scenarioToStore(JSON.stringify(given.scenario))
  if (content.name.trim() === '' || content.name.length > mostLetters || !content.name.isWellFormed())
    throw new UsageError(apiMessages.scenarioName({ most: mostLetters }))
  return { name: content.name, owner: given.owner, notes: given.notes, content }
}

export const addScenarioRoutes = (server: FastifyInstance, store: Store | undefined, withBody: WithBody): void => {
  const one = jsonSchema(keptSchema)
  const many = json('scenarios', { type: 'array', items: one })
  const shown = ({ content, ...rest }: Awaited<ReturnType<Store['create']>>) => ({ ...rest, scenario: content })
  const withStore = storeHandler(store)
  const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id
  const versionOf = ({ headers }: FastifyRequest): number | undefined => {
    const [, version] = versionForm.exec(String(headers['if-match'] ?? '')) ?? []
    return version === undefined ? undefined : Number(version)
  }
  const params = jsonObject({ id: { type: 'string' } })
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
  type Body = z.infer<typeof scenarioInput>

  server.get(
    '/v1/scenarios',
    described('scenarios', 'Our scenarios, by name', { 200: many }, [404], { querystring: jsonSchema(pageQuery) }),
    async (request, reply) => {
      const { limit, offset } = queryIn(pageQuery, request)
      return withStore(async kept => reply.send((await kept.scenarios()).slice(offset, offset + limit).map(shown)))(
        request,
        reply,
      )
    },
  )
  server.post(
    '/v1/scenarios',
    described('scenarios', 'Keeps a scenario', { 201: json('it is kept', one) }, [404, 413, 415, 422], { body }),
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
    described('scenarios', 'A scenario', { 200: json('the last version', one) }, [404], { params }),
    withStore(async (kept, request, reply) => {
      const found = await kept.scenario(idOf(request))
      return found === undefined ? missing(reply) : reply.header('etag', `"${found.version}"`).send(shown(found))
    }),
  )
  server.get(
    '/v1/scenarios/:id/history',
    described('scenarios', 'All its versions, the first in front', { 200: many }, [404], { params }),
    withStore(async (kept, request, reply) => {
      const versions = await kept.history(idOf(request))
      return versions.length === 0 ? missing(reply) : reply.send(versions.map(shown))
    }),
  )
  server.put(
    '/v1/scenarios/:id',
    described(
      'scenarios',
      'Changes a scenario, where nobody else did since it was read',
      { 200: json('the new version', one) },
      [404, 412, 413, 415, 422, 428],
      { params, headers, body },
    ),
    withStore(async (kept, request, reply) => {
      const version = versionOf(request)
      if (version === undefined) return refuse(reply, 428, [apiMessages.needsVersion()])
      const made = await kept.change(idOf(request), version, checkedScenario(request.body as Body))
      return reply.header('etag', `"${made.version}"`).send(shown(made))
    }),
  )
  server.delete(
    '/v1/scenarios/:id',
    described('scenarios', 'Deletes a scenario; its history stays', { 204: gone }, [404, 412, 428], {
      params,
      headers,
    }),
    withStore(async (kept, request, reply) => {
      const version = versionOf(request)
      if (version === undefined) return refuse(reply, 428, [apiMessages.needsVersion()])
      await kept.remove(idOf(request), version)
      return reply.code(204).send()
    }),
  )
}
