/** The addresses of questions that are answered in the background: /v1/jobs. */

import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod'
import { filesOf, type Job, type Jobs } from './jobs.ts'
import { apiMessages } from './messages.ts'
import { problemBody, refuse } from './problem.ts'
import { refusalMessage, refusalStatus, statusOf, wrongIn } from './refusals.ts'
import { always, anyFile, eventSchema, jobSchema, jsonSchema, refusals } from './schemas.ts'

/** A job as it is answered. */
export const jobBody = (job: Job): z.input<typeof jobSchema> => {
  const { id, asked, state, made, seconds, progress, ended, refusal, fromStore } = job
  const ownStatus = ended === undefined ? 500 : statusOf(ended)
  const status = refusal === undefined ? ownStatus : refusalStatus[refusal]
  const own = ended === undefined ? [] : wrongIn(ended)
  const messages = refusal === undefined ? own : [refusalMessage(refusal, seconds)]
  return {
    id,
    question: asked.name,
    state,
    made,
    ...(progress === undefined ? {} : { progress }),
    files: filesOf(job).map(file => `/v1/jobs/${id}/files/${file}`),
    ...(fromStore === true ? { fromStore } : {}),
    ...(state === 'done' ? { result: JSON.parse(ended!.result) as unknown, notes: ended!.notes } : {}),
    ...(messages.length === 0
      ? {}
      : {
          problem: problemBody(status, messages),
        }),
  }
}

export const addJobRoutes = (server: FastifyInstance, jobs: Jobs): void => {
  const idSchema = {
    type: 'object',
    properties: { id: { type: 'string', format: 'uuid' } },
    required: ['id'],
  }
  const jobResponse = { description: 'the job', content: { 'application/json': { schema: jsonSchema(jobSchema) } } }
  const found = (request: FastifyRequest): Job | undefined => jobs.find((request.params as { id: string }).id)
  const noJob = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    refuse(reply, 404, [apiMessages.notFound({ path: request.url })])

  const jobTags = { tags: ['jobs'], params: idSchema }
  server.get(
    '/v1/jobs',
    {
      schema: {
        summary: 'All jobs, the first in front',
        tags: ['jobs'],
        response: {
          200: {
            description: 'jobs',
            content: { 'application/json': { schema: { type: 'array', items: jsonSchema(jobSchema) } } },
          },
          ...refusals(...always),
        },
      },
    },
    async (_, reply) => reply.send(jobs.all().map(jobBody)),
  )
  server.get(
    '/v1/jobs/:id',
    { schema: { ...jobTags, summary: 'A job', response: { 200: jobResponse, ...refusals(...always, 404) } } },
    async (request, reply) => {
      const job = found(request)
      return job === undefined ? noJob(request, reply) : reply.send(jobBody(job))
    },
  )
  server.delete(
    '/v1/jobs/:id',
    {
      schema: {
        ...jobTags,
        summary: 'Stops a job, and forgets it and its files',
        response: { 204: { description: 'it is gone', type: 'null' }, ...refusals(...always, 404) },
      },
    },
    async (request, reply) => {
      const job = found(request)
      if (job === undefined) return noJob(request, reply)
      await jobs.remove(job)
      return reply.code(204).send()
    },
  )
  server.get(
    '/v1/jobs/:id/events',
    {
      schema: {
        ...jobTags,
        summary: 'The progress of a job as it goes on (server-sent events)',
        response: {
          200: {
            description: 'events named progress and end',
            content: { 'text/event-stream': { schema: jsonSchema(eventSchema) } },
          },
          ...refusals(...always, 404),
        },
      },
    },
    async (request, reply) => {
      const job = found(request)
      if (job === undefined) return noJob(request, reply)
      reply.hijack()
      const headers = reply.getHeaders() as Record<string, string>
      reply.raw.writeHead(200, { ...headers, 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      const tell = (): void => {
        const isOver = job.state !== 'running'
        reply.raw.write(`event: ${isOver ? 'end' : 'progress'}\ndata: ${JSON.stringify(jobBody(job))}\n\n`)
        if (isOver) reply.raw.end()
      }
      tell()
      if (job.state !== 'running') return reply
      job.changes.on('change', tell)
      reply.raw.on('close', () => job.changes.off('change', tell))
      return reply
    },
  )
  server.get(
    '/v1/jobs/:id/files/*',
    {
      schema: {
        ...jobTags,
        params: { type: 'object', properties: { id: { type: 'string', format: 'uuid' }, '*': { type: 'string' } } },
        summary: 'A file that a finished job has written',
        response: {
          200: anyFile,
          ...refusals(...always, 404),
        },
      },
    },
    async (request, reply) => {
      const job = found(request)
      const name = (request.params as { '*': string })['*']
      // Of the names that there are, so that none leads elsewhere.
      if (job === undefined || !filesOf(job).includes(name)) return noJob(request, reply)
      return reply.type('application/octet-stream').send(createReadStream(join(job.folder!, 'files', name)))
    },
  )
}
