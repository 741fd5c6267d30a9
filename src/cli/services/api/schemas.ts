/**
 * Declares the schemas of requests and responses: all are part of the documentation (OpenAPI), and those of bodies also
 * check the bodies.
 */

import type { FastifyInstance, FastifyRequest, FastifySchema } from 'fastify'
import * as z from 'zod'
import { hasControls } from '../../../language/control-characters.ts'
import { UsageError } from '../../../language/messages.ts'
import type { FormName } from '../../../regions/schema-messages.ts'
import { messages as apiMessages } from '../../../texts/api.ts'
import { problemSchema } from './refusals.ts'

export const jsonSchema = (schema: z.ZodType): Record<string, unknown> => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' })
  return rest
}

export const json = (description: string, schema: Record<string, unknown> = {}) => ({
  description,
  content: { 'application/json': { schema } },
})

/** A schema that the description states once, for all that name it. */
export const shared = (name: 'Problem' | 'Job') => ({ $ref: `${name}#` })

const refusal = {
  description: 'a refusal',
  content: { 'application/problem+json': { schema: shared('Problem') } },
}

/** Statuses with which any address may refuse. */
const always = [400, 401, 421, 429, 500]

/** Documents an address: its responses by status, and the statuses with which it may refuse besides those of all. */
export const described = (
  tag: string,
  summary: string,
  answers: { readonly [status: number]: object | undefined },
  refused: readonly number[] = [],
  asked: FastifySchema & { readonly operationId?: string; readonly description?: string } = {},
) => ({
  schema: {
    summary,
    tags: [tag],
    ...asked,
    response: { ...answers, ...Object.fromEntries([...always, ...refused].map(status => [status, refusal])) },
  },
})

/** A body or a query that does not fit its schema. */
export class UnfitError extends Error {
  readonly statusCode = 400
  readonly issues: readonly z.core.$ZodIssue[]
  readonly content: unknown
  constructor(issues: readonly z.core.$ZodIssue[], content: unknown) {
    super('the request does not fit its schema')
    this.issues = issues
    this.content = content
  }
}

/** The query of a request; throws where it has other parts than the schema, or a value does not fit. */
export const queryIn = <Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, { query }: FastifyRequest) => {
  const read = schema.safeParse(query)
  if (read.success) return read.data
  const misfits = read.error.issues.filter(({ code }) => code !== 'unrecognized_keys')
  const unknown = read.error.issues.flatMap(issue => (issue.code === 'unrecognized_keys' ? issue.keys : []))
  if (misfits.length > 0) throw new UnfitError(misfits, query)
  throw new UsageError(apiMessages.query({ unknown: unknown.join(', '), known: Object.keys(schema.shape).join(', ') }))
}

export const anyFile = {
  description: 'the file',
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
}

/** The response to a deletion. */
export const gone = { description: 'it is gone', type: 'null' }

/** An object all of whose properties are needed. */
export const jsonObject = (properties: Record<string, object>): Record<string, unknown> => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
})

const anyObject = { type: 'object', additionalProperties: true }

/** The result of a question. */
export const anyRecord = json('the result, as the command prints it with --json', {
  anyOf: [anyObject, { type: 'array', items: anyObject }],
})

/** The rows of a list. */
export const anyRows = json('a row each', { type: 'array', items: anyObject })

const count = (most: number) => z.coerce.number<string>().int().min(0).max(most)

/** The part of a list that is wanted. */
export const pageFields = {
  limit: count(1000).default(1000).describe('so many at most'),
  offset: count(1e9).default(0).describe('without the first so many'),
}

export const pageQuery = z.strictObject(pageFields)

export const jobSchema = z
  .object({
    id: z.uuid(),
    question: z.string(),
    state: z.enum(['running', 'done', 'failed', 'cancelled']),
    made: z.iso.datetime(),
    progress: z.object({ done: z.number(), all: z.number() }).optional(),
    fromStore: z.boolean().optional().describe('true where the same question had been answered before'),
    files: z.array(z.string()).describe('addresses of the files of a finished job'),
    result: z.unknown().optional(),
    notes: z.string().optional(),
    problem: problemSchema.optional(),
  })
  .describe('a question that is answered in the background')

export const addSharedSchemas = (server: FastifyInstance): void => {
  server.addSchema({ $id: 'Problem', ...jsonSchema(problemSchema) })
  server.addSchema({ $id: 'Job', ...jsonSchema(jobSchema) })
}

export const eventSchema = z
  .object({ event: z.enum(['progress', 'end']), data: z.string().describe('the job as JSON') })
  .describe('one event')

/** A text for people, which a terminal can show and every database can store. */
const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine(given => !hasControls(given), 'textForm' satisfies FormName)

/** Only region and name are checked here; the rest is checked as scenario files are. */
export const scenarioText = z
  .looseObject({ region: z.string(), name: z.string() })
  .describe('as `heartland run … --save` writes it')

export const scenarioInput = z
  .strictObject({
    owner: text(200).default(''),
    notes: text(20_000).default(''),
    scenario: scenarioText,
  })
  .describe('a scenario to keep')

export const keptSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  owner: z.string(),
  notes: z.string(),
  changed: z.iso.datetime(),
  scenario: z.looseObject({}),
})

const provenance = {
  id: z.string().describe('hash of the question and of what it was answered by'),
  question: z.string(),
  asked: z
    .object({ parts: z.record(z.string(), z.unknown()), scenario: z.looseObject({}).optional() })
    .describe('what was asked, with the standard value of what was left out: scenario, seed, simulations'),
  region: z.string(),
  model: z.string().describe('hash of the model'),
  data: z.string().describe('hash of the figures of the region'),
  parameters: z.string().describe('hash of the fitted parameters'),
  program: z.string().describe('hash of the program, the regions and the libraries'),
  made: z.iso.datetime(),
}

export const resultHeadSchema = z.object(provenance).describe('a result that was kept, without itself')

export const resultSchema = z
  .object({ ...provenance, notes: z.string(), result: z.unknown(), files: z.array(z.string()) })
  .describe('a result that was kept; `files` holds addresses')

export type WithBody = (name: string, schema: z.ZodType) => Record<string, unknown>

/** Checks each body by the schema that documents it; the findings of zod say where and what is wrong. */
export const checkBodies = (server: FastifyInstance): WithBody => {
  const bodies = new Map<string, z.ZodType>()
  server.setValidatorCompiler(({ schema, httpPart }) => {
    const zod = httpPart === 'body' ? bodies.get(JSON.stringify(schema)) : undefined
    if (zod === undefined) return () => true
    return (data: unknown) => {
      const checked = zod.safeParse(data)
      return checked.success ? { value: checked.data } : { error: new UnfitError(checked.error.issues, data) }
    }
  })
  return (name, schema) => {
    const body = { ...jsonSchema(schema), title: name }
    bodies.set(JSON.stringify(body), schema)
    return body
  }
}
