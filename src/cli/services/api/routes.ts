/** Adds the addresses of questions and lists, such as /v1/run and /v1/levers. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { listNames } from '../../../questions/core/list-names.ts'
import type { ResultArchive } from './result-archive.ts'
import { type Desk, Refused } from './desk.ts'
import { addJobRoutes, jobBody } from './job-routes.ts'
import type { Jobs } from './jobs.ts'
import { namingRounds } from './kept-rounds.ts'
import { messages as apiMessages } from '../../../texts/api.ts'
import { refuse, pause, refusalMessage, refusalStatus, sendEnded } from './refusals.ts'
import type { ApiRequest, Ended } from './request.ts'
import { addResultRoutes } from './result-routes.ts'
import { addScenarioRoutes } from './scenario-routes.ts'
import {
  addSharedSchemas,
  anyRecord,
  anyRows,
  checkBodies,
  described,
  json,
  jsonSchema,
  queryIn,
  shared,
  scenarioText,
} from './schemas.ts'
import type { Store } from './store.ts'
import type { AnyQuestion } from '../../../questions/core/question.ts'
import { firstRegion } from '../../../regions/first-region.ts'
import type { Message } from '../../../language/messages.ts'
import { bodyOf } from '../../../questions/core/json.ts'
import { ownInputs, schemaOf } from '../../../questions/core/schema.ts'
import { questionEntries, type DeclaredName } from '../../../questions/index.ts'
import { ensembleDescription } from '../../ensembles/description.ts'
import { ensembleBody } from '../../ensembles/options.ts'

interface QuestionLimits {
  /** Seconds that a question may take; longer ones are jobs. */
  readonly seconds: number
  readonly unfinishedJobs: number
  /** Simulations that one question may ask for. */
  readonly simulations: number
  /** Bytes of a body that holds records of earlier answers. */
  readonly recordsBody: number
}

export interface Api {
  readonly questions: readonly AnyQuestion[]
  readonly desk: Desk
  readonly jobs: Jobs
  readonly store: Store | undefined
  readonly archive: ResultArchive
  readonly limits: QuestionLimits
}

const listQuery = z.strictObject({ region: z.string().optional().describe(`${firstRegion} where absent`) })

/** Found in the header Prefer, which may contain other preferences. */
const asJob = /\brespond-async\b/

const wantsJob = ({ headers: { prefer } }: FastifyRequest): boolean => asJob.test(String(prefer ?? ''))

/** A link is the longest word. */
const word = z.string().max(16_384)

/** A question as it is served. */
interface Served {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly body: z.ZodType
  /** True where the result is a folder of files. */
  readonly writesFolder: boolean
  /** True if records of earlier answers may stand in its body, which is then larger. */
  readonly takesRecords?: boolean
  /** True if a scenario can take the place of the region. */
  readonly takesScenario: boolean
  /** The default of a part that is left out, so that the same question is recognised. */
  readonly standard: ApiRequest['parts']
}

const scenario = scenarioText
  .optional()
  .describe('a scenario, as `heartland run … --save` writes it, instead of a region; one of the two is needed')

const regionWord = word.meta({ examples: ['CN-LN'] }).describe('id or name of a region')

/** It writes a folder of files, and is therefore no declared question. */
const servedEnsemble: Served = {
  name: 'ensemble',
  title: ensembleDescription,
  description: ensembleDescription,
  body: ensembleBody.extend({ region: regionWord.optional(), scenario }),
  writesFolder: true,
  takesScenario: true,
  standard: {},
}

const servedQuestion = (of: AnyQuestion): Served => {
  const takes = of.about === 'scenario'
  const body = bodyOf(of)
  return {
    name: of.name,
    title: questionEntries[of.name as DeclaredName].title.en,
    description: of.description.en,
    body: takes
      ? body.extend({ region: regionWord.optional(), scenario })
      : body.extend({ region: of.about === 'two' ? regionWord.default(firstRegion) : regionWord }),
    writesFolder: false,
    takesRecords: ownInputs(of).some(([, { file }]) => file === 'folder'),
    takesScenario: takes,
    standard: Object.fromEntries(
      ownInputs(of).flatMap(([name, input]) => {
        const { default: standard } = schemaOf(input)
        return standard === undefined ? [] : [[name, standard]]
      }),
    ),
  }
}

/** Parts that state numbers of simulations, which determine the cost of a question. */
const counts = ['simulations', 'runs'] as const

/** The reason why a question is not asked at all: it names no region, or two, or wants more simulations than allowed. */
const wrongWith = (served: Served, { parts, scenario: sent }: ApiRequest, most: number): Message | undefined => {
  if (served.takesScenario && parts['region'] === undefined && sent === undefined) return apiMessages.noRegion()
  const own = sent === undefined ? undefined : (JSON.parse(sent) as { region: string }).region
  const { region = own } = parts
  if (own !== undefined && region !== own) return apiMessages.twoRegions({ region: String(region), own })
  const many = counts.find(name => Number(parts[name] ?? 0) > most)
  return many === undefined ? undefined : apiMessages.simulations({ name: many, most })
}

/** The question in a checked body; options left out get standard values, so that the same question is recognised. */
const askedBy = ({ name, standard }: Served, body: Readonly<Record<string, unknown>>): ApiRequest => {
  const { scenario: sent, ...given } = body
  return { name, parts: { ...standard, ...given }, ...(sent === undefined ? {} : { scenario: JSON.stringify(sent) }) }
}

/** Adds all addresses under /v1 to a server. */
export const addRoutes = (server: FastifyInstance, { questions, desk, jobs, store, archive, limits }: Api): void => {
  addSharedSchemas(server)
  const withBody = checkBodies(server)
  /** Answers a question; undefined after a refusal has been sent. */
  const endOf = async (asked: ApiRequest, reply: FastifyReply): Promise<Ended | undefined> => {
    const before = await archive.recall(asked)
    if (before !== undefined) {
      reply.header('x-heartland-store', 'hit')
      return before.ended
    }
    const gone = new AbortController()
    reply.raw.on('close', () => gone.abort())
    try {
      const ended = await desk.ask(asked, { signal: gone.signal })
      if (ended.exitCode === 0) await archive.keep(asked, ended)
      return ended
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure
      if (failure.refusal === 'busy') reply.header('retry-after', pause)
      refuse(reply, refusalStatus[failure.refusal], [refusalMessage(failure.refusal, limits.seconds)])
      return undefined
    }
  }

  const ask = async (reply: FastifyReply, asked: ApiRequest): Promise<FastifyReply> => {
    const ended = await endOf(asked, reply)
    return ended === undefined ? reply : sendEnded(reply, ended)
  }

  const startJob = (reply: FastifyReply, asked: ApiRequest, { writesFolder }: Served): FastifyReply => {
    const job = jobs.start(asked, writesFolder)
    if (job === undefined) {
      reply.header('retry-after', pause)
      return refuse(reply, 503, [apiMessages.manyJobs({ most: limits.unfinishedJobs })])
    }
    return reply.code(202).header('location', `/v1/jobs/${job.id}`).send(jobBody(job))
  }

  for (const question of [...questions.map(servedQuestion), servedEnsemble]) {
    const answers = {
      ...(question.writesFolder ? {} : { 200: anyRecord }),
      202: json('a job was started', shared('Job')),
    }
    const headers = {
      type: 'object',
      properties: {
        prefer: question.writesFolder
          ? { type: 'string', pattern: asJob.source, description: 'respond-async: it is answered as a job' }
          : { type: 'string', description: 'respond-async: answer as a job' },
      },
      ...(question.writesFolder ? { required: ['prefer'] } : {}),
    }
    const address = described('questions', question.title, answers, [413, 415, 422, 503, 504], {
      operationId: question.name,
      description: question.description,
      headers,
      body: withBody(question.name, question.body),
    })
    const room = question.takesRecords ? { bodyLimit: limits.recordsBody } : {}
    server.post(`/v1/${question.name}`, { ...address, ...room }, async (request, reply) => {
      const asked = askedBy(question, request.body as Record<string, unknown>)
      const wrong = wrongWith(question, asked, limits.simulations)
      if (wrong !== undefined) return refuse(reply, 422, [wrong])
      const whole = await namingRounds(store, asked)
      if (wantsJob(request)) return startJob(reply, whole, question)
      if (question.writesFolder) return refuse(reply, 400, [apiMessages.asJob({ name: question.name })])
      return ask(reply, whole)
    })
  }

  for (const name of ['regions', ...listNames]) {
    const summary = `The ${name}${name === 'regions' ? '' : ' of a region'}`
    const address = described('lists', summary, { 200: anyRows }, [422, 503, 504], {
      operationId: `list-${name}`,
      querystring: jsonSchema(listQuery),
    })
    server.get(`/v1/${name}`, address, async (request, reply) => {
      const { region = firstRegion } = queryIn(listQuery, request)
      return ask(reply, { name: 'list', parts: { list: name, region } })
    })
  }

  addJobRoutes(server, jobs)
  addScenarioRoutes(server, store, withBody)
  addResultRoutes(server, store)
}
