/** The schemas of a scenario in JSON: as files keep it, and as somebody states it to a program. */

import * as z from 'zod'
import { regimes } from '../model/regimes.ts'
import { fileFormat, financingWords, standardWay, type Stated } from './scenario.ts'

export const stage = z.strictObject({
  value: z.number(),
  start: z.number().exactOptional(),
  ramp: z.number().exactOptional(),
  end: z.number().exactOptional(),
})

const laterStage = stage.extend({ start: z.number() })

/** A lever's values and when they hold. */
const setting = stage.extend({ later: z.array(laterStage).min(1).exactOptional() })

const pathSetting = z.strictObject({
  change: z.enum(['set', 'add', 'times', 'given']),
  pieces: z.array(z.strictObject({ value: z.number(), from: z.number(), to: z.number().exactOptional() })).min(1),
  through: z.array(z.string()).min(1).exactOptional(),
  accepted: z.literal(true).exactOptional(),
  by: z.string().min(1).exactOptional(),
  on: z.string().min(1).exactOptional(),
  why: z.string().min(1).exactOptional(),
})

const correlation = z.strictObject({ a: z.string(), b: z.string(), value: z.number() })

const truncation = z.strictObject({
  parameter: z.string(),
  low: z.number().exactOptional(),
  high: z.number().exactOptional(),
})

const distribution = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('normal'), mean: z.number(), deviation: z.number() }),
  z.strictObject({ kind: z.literal('lognormal'), median: z.number(), logDeviation: z.number() }),
  z.strictObject({ kind: z.literal('uniform'), low: z.number(), high: z.number() }),
  z.strictObject({ kind: z.enum(['triangular', 'pert']), low: z.number(), mode: z.number(), high: z.number() }),
  z.strictObject({ kind: z.literal('beta'), alpha: z.number(), beta: z.number(), low: z.number(), high: z.number() }),
])

const financing = z
  .enum(financingWords)
  .optional()
  .describe(
    `how what the provinces spend is financed where no lever says so; ${standardWay}: centre and bonds in equal parts`,
  )

export const scenarioFile = z.strictObject({
  format: z.literal(fileFormat).optional(),
  name: z.string(),
  region: z.string(),
  assumptions: z.record(z.string(), z.number()).default({}),
  policy: z.record(z.string(), setting).default({}),
  outside: z.record(z.string(), pathSetting).exactOptional(),
  correlations: z.array(correlation).exactOptional(),
  truncations: z.array(truncation).exactOptional(),
  distributions: z.record(z.string(), distribution).exactOptional(),
  package: z.string().optional(),
  financing,
  thresholds: z.record(z.string(), z.number()).exactOptional(),
  seed: z.number().exactOptional(),
  members: z.number().exactOptional(),
  model: z.string().optional(),
  data: z.string().optional(),
})

const settings = z.record(z.string(), z.union([z.number(), setting]))

/** The scenario as a program states it: numbers are numbers. HTTP, Python, the npm package and the Model Context Protocol share it. */
export const scenarioSchema = z.strictObject({
  policy: z
    .union([z.string(), settings])
    .optional()
    .describe('a policy package (A to H, or its name), or levers with their values; current policy when left out'),
  set: settings.optional().describe('levers set above the package'),
  assume: z.record(z.string(), z.number()).optional().describe('values of parameters other than the central ones'),
  regime: z
    .enum(regimes.map(({ id }) => id))
    .optional()
    .describe('regime of central transfers'),
  financing,
}) satisfies z.ZodType<Stated>

/** External conditions, for what opens a region as a program states it. */
export const conditionsSchema = z.strictObject({
  outside: z
    .union([z.string(), z.record(z.string(), pathSetting)])
    .optional()
    .describe(
      'external conditions: the name of a baseline, or paths with what changes in them, and outcomes that are held',
    ),
})

/** The keys of the object at a place, for messages about one that is none of them. */
export const keysAt = (schema: z.ZodObject, [part, , inner]: readonly PropertyKey[], depth: number): string[] => {
  if (depth === 0) return Object.keys(schema.shape)
  if (part === 'policy' || part === 'set')
    return depth === 2 ? Object.keys(setting.shape) : inner === 'later' ? Object.keys(laterStage.shape) : []
  return (part === 'outside' || part === 'paths') && depth === 2 ? Object.keys(pathSetting.shape) : []
}
