/** A large ensemble as a program asks for it over HTTP: the options of the command, in JSON. */

import * as z from 'zod'
import { type Design, designs } from '../../engine/sample.ts'
import { statedFields } from '../../questions/core/json.ts'
import type { EnsembleAsked } from './options.ts'
import { mostMembers, mostTraces } from './job.ts'

const names = z.array(z.string().max(1000)).max(200).default([])
const member = z.int().min(0).max(mostMembers)

const asked = z.object({
  simulations: z.int().min(1).max(mostMembers).default(10_000).describe('number of simulations (members)'),
  design: z
    .enum(designs as [Design, ...Design[]])
    .default('sobol')
    .describe('sampling design for the parameters'),
  seed: z.int().min(0).default(1).describe('random seed: the same seed gives the same members'),
  outcome: names.describe('write bands of these outcomes only; all when empty'),
  keep: names.describe('values to keep for each member, such as regionOutput@2030'),
  event: names.describe('events whose probability to calculate, such as regionUnemployment > 0.06'),
  traces: z
    .union([z.int().min(0).max(mostTraces), z.array(member).max(mostTraces)])
    .default(100)
    .describe('members to keep by quarter: how many from the first, or a list'),
  precision: z
    .union([z.literal(32), z.literal(64)])
    .default(32)
    .describe('bits per stored value'),
  audit: member.default(64).describe('check the accounts of one in this many members; 0 for none'),
  parameters: z.boolean().default(true).describe('sample the parameters; false for shocks only'),
  shocks: z.boolean().default(true).describe('draw shocks; false for sampled parameters only'),
  until: z
    .number()
    .gt(0)
    .lt(1)
    .optional()
    .describe('stop once the error of every band is below this share of its width'),
})

export const ensembleBody = z.strictObject({ ...statedFields.scenario, ...asked.shape })

type Body = Readonly<Record<string, unknown>>

/** A checked body: what it says of the scenario, and what it asks. */
export const partsOfBody = (
  body: Body,
): { readonly stated: Body; readonly wanted: EnsembleAsked; readonly until: number | undefined } => {
  const { until, traces, ...rest } = asked.parse(body)
  const stated = Object.fromEntries(
    Object.keys(statedFields.scenario).flatMap(key => (key in body ? [[key, body[key]]] : [])),
  )
  const listed = typeof traces === 'number' ? Array.from({ length: traces }, (_, at) => at) : traces
  return { stated, until, wanted: { ...rest, traces: listed } }
}
