/** Adds the addresses of charts, such as /v1/charts/regionDebtToGdp.svg, whose query states the question. */

import { UsageError } from '../../../language/reported-error.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import * as z from 'zod'
import { outcomeIndicators } from '../../../outcomes/catalogue.ts'
import { unknownMessage } from '../../../language/usage.ts'
import { parseAssumption, parseSetting } from '../../../scenario/words.ts'
import { onceEach } from '../../input/opening.ts'
import { chartCsv, chartData, chartPicture, chartSchema, type RunResult } from './chart.ts'
import { refuse } from './problem.ts'
import type { ApiRequest, Ended } from './request.ts'
import { sendEnded } from './refusals.ts'
import { described, jsonSchema, queryIn } from './schemas.ts'
import { firstRegion } from '../../../regions/first-region.ts'

const settingsIn = (words: readonly string[]) => onceEach('set', words.map(parseSetting))
const assumedIn = (words: readonly string[]) => onceEach('assume', words.map(parseAssumption))

const several = z.union([z.string(), z.array(z.string())])

const chartQuery = z.strictObject({
  region: z.string().default(firstRegion),
  area: z.string().optional(),
  policy: z.string().optional(),
  set: several.optional(),
  assume: several.optional(),
  regime: z.string().optional(),
  outside: z.string().optional().describe('a baseline of external conditions'),
})

const formats = ['csv', 'json', 'png', 'svg'] as const

const binary = (type: string, format = {}) => ({ [type]: { schema: { type: 'string', ...format } } })

/** `ask` answers a question, from the store where it was asked before. */
export const addChartRoutes = (
  server: FastifyInstance,
  ask: (asked: ApiRequest, reply: FastifyReply) => Promise<Ended | undefined>,
): void => {
  const chart = {
    description: 'the chart',
    content: {
      ...binary('text/csv'),
      'application/json': { schema: jsonSchema(chartSchema) },
      ...binary('image/png', { format: 'binary' }),
      ...binary('image/svg+xml'),
    },
  }
  const params = {
    type: 'object',
    properties: {
      outcome: { type: 'string', enum: outcomeIndicators.map(({ id }) => id) },
      format: { type: 'string', enum: formats },
    },
    required: ['outcome', 'format'],
  }
  const summary = 'An outcome by year, under current policy and under another one'
  const address = described('charts', summary, { 200: chart }, [404, 422, 503, 504], {
    params,
    querystring: jsonSchema(chartQuery),
  })
  server.get('/v1/charts/:outcome.:format', address, async (request, reply) => {
    const { outcome, format } = request.params as { outcome: string; format: string }
    const indicator = outcomeIndicators.find(({ id }) => id === outcome)
    if (indicator === undefined || !formats.some(one => one === format)) {
      const message =
        indicator === undefined
          ? unknownMessage(
              'outcome',
              outcome,
              outcomeIndicators.map(({ id }) => id),
            )
          : unknownMessage('format', format, formats)
      return refuse(reply, 404, [message])
    }
    const { policy, set, region, area, assume, regime, outside } = queryIn(chartQuery, request)
    const given = (parts: ApiRequest['parts']): ApiRequest['parts'] =>
      Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
    let settings: ReturnType<typeof settingsIn> | undefined
    let assumed: ReturnType<typeof assumedIn> | undefined
    try {
      settings = set === undefined ? undefined : settingsIn([set].flat())
      assumed = assume === undefined ? undefined : assumedIn([assume].flat())
    } catch (problem) {
      // Words that fit the description and mean nothing are refused as the run would refuse them.
      if (problem instanceof UsageError) return refuse(reply, 422, problem.messages)
      throw problem
    }
    const where = given({ region, area, regime, outside, assume: assumed, years: 'all' })
    const asked: ApiRequest[] = [
      { name: 'run', parts: where },
      ...(policy === undefined && set === undefined
        ? []
        : [{ name: 'run', parts: { ...where, ...given({ policy, set: settings }) } }]),
    ]
    const runs: RunResult[] = []
    for (const one of asked) {
      const ended = await ask(one, reply)
      if (ended === undefined) return reply
      if (ended.exitCode !== 0) return sendEnded(reply, ended)
      runs.push(JSON.parse(ended.result) as RunResult)
    }
    const data = chartData(indicator, runs)
    if (format === 'json') return reply.send(data)
    if (format === 'csv') return reply.type('text/csv; charset=utf-8').send(chartCsv(data))
    const picture = chartPicture(data)
    if (format === 'svg') return reply.type('image/svg+xml').send(picture)
    const { pngOf } = await import('./chart-png.ts')
    return reply.type('image/png').send(pngOf(picture))
  })
}
