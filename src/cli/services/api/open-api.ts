/** Adds the HTTP interface to a server: its documentation, its limits and its addresses. */

import { timingSafeEqual } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { repeatedKey } from '../../../language/repeated-key.ts'
import { UsageError } from '../../../language/messages.ts'
import { issueMessage } from '../../../regions/schema-messages.ts'
import { createResultArchive } from './result-archive.ts'
import { openDesk } from './desk.ts'
import { createJobs } from './jobs.ts'
import { withRounds } from './kept-rounds.ts'
import { messages as apiMessages } from '../../../texts/api.ts'
import { refuse } from './refusals.ts'
import { addRoutes } from './routes.ts'
import { jsonObject, UnfitError } from './schemas.ts'
import type { Store } from './store.ts'
import { questionCalled, questionNames } from '../../../questions/index.ts'

export interface ApiSettings {
  readonly version: string
  /** The token that other machines have to send; undefined where only this machine can reach the server. */
  readonly token: string | undefined
  readonly store: Store | undefined
  readonly limits: ApiLimits
  /** Receives reports of faults of the program. */
  readonly log: (text: string) => void
}

export interface ApiLimits {
  /** The numbers of questions that are answered at once and that may wait. */
  readonly atOnce: number
  readonly waiting: number
  /** Seconds that a question and a job may take. */
  readonly seconds: number
  readonly jobSeconds: number
  readonly unfinishedJobs: number
  readonly keptJobs: number
  /** Simulations that one question may ask for. */
  readonly simulations: number
  /** Levels to which objects and lists may be nested in a body. */
  readonly depth: number
  /** Bytes of a body that holds records of earlier answers, each of which is a megabyte at most. */
  readonly recordsBody: number
  /** Requests that one address may make in a minute. */
  readonly aMinute: number
}

/** Limits for one machine and a few people. */
export const standardLimits = (processors: number): ApiLimits => ({
  atOnce: processors,
  waiting: 64,
  seconds: 60,
  jobSeconds: 3600,
  unfinishedJobs: 16,
  keptJobs: 50,
  simulations: 1_000_000,
  depth: 32,
  recordsBody: 32 * 2 ** 20,
  aMinute: 600,
})

const isSame = (given: string, token: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(token)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** Levels of nested objects and lists. */
const depthOf = (text: string): number => {
  let [depth, deepest] = [0, 0]
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (mark === '{' || mark === '[') deepest = Math.max(deepest, ++depth)
    else if (mark === '}' || mark === ']') depth--
  }
  return deepest
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Refuses JSON in which an object has a key twice, because either value may be the intended one, and bytes in another
 * encoding, of whose names nothing would be left.
 */
const readBodies = (api: FastifyInstance, mostDepth: number): void => {
  const readJson = api.getDefaultJsonParser('error', 'error')
  api.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    let text: string
    try {
      text = utf8.decode(bytes)
    } catch {
      return done(new UsageError(apiMessages.encoding()))
    }
    if (depthOf(text) > mostDepth) return done(new UsageError(apiMessages.deep({ most: mostDepth })))
    readJson(request, text, (problem, body) => {
      const key = problem === null ? repeatedKey(text) : undefined
      done(key === undefined ? problem : new UsageError(apiMessages.keyTwice({ key })), body)
    })
  })
}

/** Refuses the methods that an address does not have, and names those that it has. */
const refuseOtherMethods = (api: FastifyInstance): (() => void) => {
  const methods = new Map<string, Set<string>>()
  api.addHook('onRoute', ({ url, method }) => {
    const own = methods.get(url) ?? new Set()
    methods.set(url, new Set([...own, ...[method].flat()]))
  })
  return () => {
    for (const [url, own] of methods) {
      const allow = [...own].toSorted().join(', ')
      const others = api.supportedMethods.filter(method => !own.has(method))
      const refused = async ({ method }: FastifyRequest, reply: FastifyReply) =>
        refuse(reply.header('allow', allow), 405, [apiMessages.method({ method, allow })])
      // The request is refused before its body is read.
      api.route({ method: others, url, schema: { hide: true }, onRequest: refused, handler: refused })
    }
  }
}

/** Adds /v1 to a server. Its threads and jobs end with the server; the store stays open. */
export const addApi = async (server: FastifyInstance, settings: ApiSettings): Promise<void> => {
  const { limits, store, token, log } = settings
  // Before the plugin, which has to start within seconds also on a busy machine.
  const questions = await Promise.all(questionNames.map(questionCalled))
  const desk = withRounds(openDesk({ atOnce: limits.atOnce, waiting: limits.waiting, seconds: limits.seconds }), store)
  const archive = createResultArchive(store, log)
  const jobs = createJobs(
    desk,
    { unfinished: limits.unfinishedJobs, kept: limits.keptJobs, seconds: limits.jobSeconds },
    archive,
  )
  server.addHook('onClose', async () => {
    await jobs.close()
    await desk.close()
  })
  server.setNotFoundHandler(({ url }, reply) =>
    url.startsWith('/v1')
      ? refuse(reply, 404, [apiMessages.notFound({ path: url })])
      : reply.code(404).type('text/plain').send('Not found\n'),
  )
  await server.register(async api => {
    // Browsers let any page send plain text to another address without asking that address first.
    api.removeContentTypeParser('text/plain')
    readBodies(api, limits.depth)
    await api.register(rateLimit, {
      global: false,
      max: limits.aMinute,
      timeWindow: '1 minute',
      errorResponseBuilder: (_, { ttl }) => Object.assign(new Error('often'), { statusCode: 429, ttl }),
    })
    // Before the token is looked at, which could otherwise be guessed without end.
    api.addHook('onRequest', api.rateLimit())
    api.addHook('onRequest', async ({ headers }, reply) => {
      if (token === undefined) return
      const [, given = ''] = /^Bearer (.+)$/i.exec(headers.authorization ?? '') ?? []
      if (isSame(given, token)) return
      return refuse(reply.header('www-authenticate', 'Bearer'), 401, [apiMessages.token()])
    })
    await api.register(swagger, {
      // A rest of an address has no name there; generators of clients need one.
      transform: ({ schema, url }) => {
        const { '*': rest, ...params } = (schema.params as { properties?: Record<string, object> })?.properties ?? {}
        if (rest === undefined) return { schema, url }
        return { schema: { ...schema, params: jsonObject({ ...params, file: rest }) }, url: url.replace('*', ':file') }
      },
      refResolver: { buildLocalReference: ({ $id }, _, __, at) => String($id ?? `def-${at}`) },
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Heartland',
          version: settings.version,
          description:
            'A regional economy under alternative policies. Every question is a command of the command line, with the same names, checks and results; a question with the header `Prefer: respond-async` is answered as a job.',
        },
        ...(token === undefined
          ? {}
          : {
              components: { securitySchemes: { token: { type: 'http' as const, scheme: 'bearer' } } },
              security: [{ token: [] }],
            }),
      },
    })
    await api.register(swaggerUi, {
      routePrefix: '/v1/docs',
      staticCSP: false,
      theme: { title: 'Heartland', css: [{ filename: 'theme.css', content: '.topbar { display: none }' }] },
    })
    const refuseOthers = refuseOtherMethods(api)
    api.get('/v1/openapi.json', { schema: { hide: true } }, async () => api.swagger())

    api.setErrorHandler<FastifyError & { ttl?: number }>((problem, request, reply) => {
      if (problem instanceof UnfitError) {
        const told = problem.issues.map(issue =>
          apiMessages.field({ place: issue.path.join('.'), why: issueMessage(issue, problem.content).text }),
        )
        return refuse(reply, 400, told)
      }
      if (problem instanceof UsageError) return refuse(reply, 400, problem.messages)
      const status = problem.statusCode ?? 500
      if (status === 429) {
        const seconds = Math.ceil((problem.ttl ?? 60_000) / 1000)
        return refuse(reply, 429, [apiMessages.often({ seconds })])
      }
      if (status === 413)
        return refuse(reply, 413, [apiMessages.large({ most: request.routeOptions.bodyLimit / 1024 })])
      if (status === 415) return refuse(reply, 415, [apiMessages.contentType()])
      if (problem instanceof SyntaxError || String(problem.code).startsWith('FST_ERR_CTP'))
        return refuse(reply, 400, [apiMessages.body({ example: '{"region": "CN-LN"}' })])
      if (status < 500) return refuse(reply, status, [apiMessages.request({ why: problem.message })])
      log(`${request.method} ${request.url}: ${problem.stack ?? problem.message}`)
      return refuse(reply, 500, [apiMessages.fault()])
    })
    addRoutes(api, { questions, desk, jobs, store, archive, limits })
    refuseOthers()
  })
}
