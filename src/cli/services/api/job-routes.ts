/** Adds the addresses under /v1/jobs, where questions are answered in the background. */

import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod'
import { filesOf, type Job, type Jobs } from './jobs.ts'
import { messages as apiMessages } from '../../../texts/api.ts'
import { problemBody, refuse, refusalMessage, refusalStatus, statusOf, wrongIn } from './refusals.ts'
import {
  anyFile,
  described,
  eventSchema,
  gone,
  type jobSchema,
  json,
  jsonObject,
  jsonSchema,
  pageQuery,
  queryIn,
  shared,
} from './schemas.ts'

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
    ...(messages.length === 0 ? {} : { problem: problemBody(status, messages) }),
  }
}

export const addJobRoutes = (server: FastifyInstance, jobs: Jobs): void => {
  const id = { type: 'string', format: 'uuid' }
  const params = jsonObject({ id })
  const one = shared('Job')
  const events = {
    description: 'events named progress and end',
    content: { 'text/event-stream': { schema: jsonSchema(eventSchema) } },
  }
  const found = (request: FastifyRequest): Job | undefined => jobs.find((request.params as { id: string }).id)
  const noJob = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    refuse(reply, 404, [apiMessages.notFound({ path: request.url })])

  server.get(
    '/v1/jobs',
    described('jobs', 'The jobs, the first in front', { 200: json('jobs', { type: 'array', items: one }) }, [], {
      querystring: jsonSchema(pageQuery),
    }),
    async (request, reply) => {
      const { limit, offset } = queryIn(pageQuery, request)
      return reply.send(
        jobs
          .all()
          .slice(offset, offset + limit)
          .map(jobBody),
      )
    },
  )
  server.get(
    '/v1/jobs/:id',
    described('jobs', 'A job', { 200: json('the job', one) }, [404], { params }),
    async (request, reply) => {
      const job = found(request)
      return job === undefined ? noJob(request, reply) : reply.send(jobBody(job))
    },
  )
  server.delete(
    '/v1/jobs/:id',
    described('jobs', 'Stops a job, and forgets it and its files', { 204: gone }, [404], { params }),
    async (request, reply) => {
      const job = found(request)
      if (job === undefined) return noJob(request, reply)
      await jobs.remove(job)
      return reply.code(204).send()
    },
  )
  server.get(
    '/v1/jobs/:id/events',
    described('jobs', 'The progress of a job as it goes on (server-sent events)', { 200: events }, [404], { params }),
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
    described('jobs', 'A file that a finished job has written', { 200: anyFile }, [404], {
      params: jsonObject({ id, '*': { type: 'string' } }),
    }),
    async (request, reply) => {
      const job = found(request)
      const name = (request.params as { '*': string })['*']
      // Only names of existing files are accepted, so that no name leads outside the folder.
      if (job === undefined || !filesOf(job).includes(name)) return noJob(request, reply)
      return reply.type('application/octet-stream').send(createReadStream(join(job.folder!, 'files', name)))
    },
  )
}
