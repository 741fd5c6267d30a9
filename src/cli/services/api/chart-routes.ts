/** Adds the addresses of charts, such as /v1/charts/regionDebtToGdp.svg, whose query states the question. */

import { type Both, type Language, UsageError } from '../../../language/messages.ts'
import { packageWords } from '../../../model/names/packages.ts'
import { inFile } from '../../../questions/core/frames.ts'
import { messages as apiMessages } from '../../../texts/api.ts'
import { policyName } from '../../../questions/core/names.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import * as z from 'zod'
import { outcomeIndicators, type Indicator, unitBehind } from '../../../outcomes/catalogue.ts'
import { unknownMessage } from '../../../language/usage.ts'
import { parseAssumption, parseSetting } from '../../../scenario/words.ts'
import { onceEach } from '../../input/opening.ts'
import { chartPicture } from '../../charts/picture.ts'
import { refuse, sendEnded } from './refusals.ts'
import type { ApiRequest, Ended } from './request.ts'
import { described, jsonSchema, queryIn } from './schemas.ts'
import { firstRegion } from '../../../regions/first-region.ts'
import { beside, csvText } from '../../../analysis/files/export/formats.ts'
import type { runRecord } from '../../../analysis/runs/central-run.ts'

const several = z.union([z.string(), z.array(z.string())])

const chartQuery = z.strictObject({
  region: z.string().default(firstRegion),
  area: z.string().optional(),
  policy: z.string().optional(),
  set: several.optional(),
  assume: several.optional(),
  regime: z.string().optional(),
  outside: z.string().optional().describe('a baseline of external conditions'),
  lang: z.enum(['en', 'zh']).default('en').describe('language of its words'),
})

const formats: readonly string[] = ['csv', 'json', 'png', 'svg']
const outcomeNames = outcomeIndicators.map(({ id }) => id)

const binary = (type: string, format = {}) => ({ [type]: { schema: { type: 'string', ...format } } })

/** The result of `heartland run --json`. */
type RunResult = ReturnType<typeof runRecord> & { readonly conditions: Both<string> }

const chartSchema = z.object({
  title: z.string(),
  place: z.string(),
  unit: z.string(),
  lines: z
    .array(z.object({ name: z.string(), values: z.array(z.number().nullable()) }))
    .describe('one for each policy; values are in the unit, null where there is none'),
  years: z.array(z.int()),
  source: z.string(),
  conditions: z.string().describe('under which the last line holds'),
})

type ChartData = z.infer<typeof chartSchema>

/** The outcome in one or two runs of the same region and years. */
const chartData = (
  { id, shown, names }: Pick<Indicator, 'id' | 'shown' | 'names'>,
  runs: readonly RunResult[],
  lang: Language,
): ChartData => {
  const [first] = runs
  const { outcomes, names: place } = first
  const years = Object.keys(outcomes[id].values).map(Number)
  return {
    title: names[lang],
    place: place[lang],
    unit: unitBehind(shown[lang], lang),
    years,
    lines: runs.map(one => ({
      name: one.scenario.name === 'baseline' ? packageWords[lang]['A']!.name : policyName(one.scenario)[lang],
      values: years.map(year => {
        const value = one.outcomes[id].values[year] ?? null
        return value === null ? null : inFile(value * shown[lang].scale)
      }),
    })),
    source: apiMessages.chartSource(first).text[lang],
    conditions: runs.at(-1)!.conditions[lang],
  }
}

/** One row a year, one column a policy; the unit stands in the heads, place and conditions beside every row. */
const chartCsv = ({ years, lines, title, place, unit, conditions }: ChartData): string => {
  const names = ['year', ...lines.map(({ name }) => `${title} (${unit}): ${name}`)]
  const columns = names.map(name => ({ name, kind: 'number' as const }))
  const rows = years.map((year, at) => [year, ...lines.map(({ values }) => values[at] ?? undefined)])
  return csvText(beside({ name: title, columns, rows }, Object.entries({ region: place, conditions })))
}

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
  const params = jsonSchema(z.object({ outcome: z.enum(outcomeNames), format: z.enum(formats) }))
  const summary = 'An outcome by year, under current policy and under another one'
  const address = described('charts', summary, { 200: chart }, [404, 422, 503, 504], {
    params,
    querystring: jsonSchema(chartQuery),
  })
  server.get('/v1/charts/:outcome.:format', address, async (request, reply) => {
    const { outcome, format } = request.params as { outcome: string; format: string }
    const indicator = outcomeIndicators.find(({ id }) => id === outcome)
    if (indicator === undefined) return refuse(reply, 404, [unknownMessage('outcome', outcome, outcomeNames)])
    if (!formats.includes(format)) return refuse(reply, 404, [unknownMessage('format', format, formats)])
    const { policy, set, region, area, assume, regime, outside, lang } = queryIn(chartQuery, request)
    const given = (parts: ApiRequest['parts']): ApiRequest['parts'] =>
      Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
    const asked: ApiRequest[] = []
    try {
      const assumed = assume === undefined ? undefined : onceEach('assume', [assume].flat().map(parseAssumption))
      const settings = set === undefined ? undefined : onceEach('set', [set].flat().map(parseSetting))
      const parts = given({ region, area, regime, outside, assume: assumed, years: 'all' })
      asked.push({ name: 'run', parts })
      if (policy !== undefined || set !== undefined)
        asked.push({ name: 'run', parts: { ...parts, ...given({ policy, set: settings }) } })
    } catch (problem) {
      // Words that fit the description and mean nothing are refused as the run would refuse them.
      if (problem instanceof UsageError) return refuse(reply, 422, problem.messages)
      throw problem
    }
    const runs: RunResult[] = []
    for (const one of asked) {
      const ended = await ask(one, reply)
      if (ended === undefined) return reply
      if (ended.exitCode !== 0) return sendEnded(reply, ended)
      runs.push(JSON.parse(ended.result) as RunResult)
    }
    const data = chartData(indicator, runs, lang)
    if (format === 'json') return reply.send(data)
    if (format === 'csv') return reply.type('text/csv; charset=utf-8').send(chartCsv(data))
    const picture = chartPicture(data, lang)
    if (format === 'svg') return reply.type('image/svg+xml').send(picture)
    const { pngOf } = await import('../../charts/png.ts')
    return reply.type('image/png').send(pngOf(picture))
  })
}
