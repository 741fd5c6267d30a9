/** The options shared by the commands for large ensembles, and the job that they describe. */

import { countOf, commandMessages } from '../input/messages.ts'
import { addressedVariable } from '../../language/address.ts'
import { UsageError } from '../../language/messages.ts'
import type { Command } from 'commander'
import { declaredOutcomes } from '../../engine/recording.ts'
import { type Design, designs } from '../../engine/sample.ts'
import { uncertaintyOf } from '../../scenario/scenario.ts'
import type { Choice } from '../../analysis/region/choice.ts'
import { type ChoiceOptions, chooseFor, openChosen } from '../input/choice.ts'
import { unknownWord } from '../../language/usage.ts'
import { addFormerMembers, collectValues, threadsOption } from '../input/common-options.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import { type EnsembleJob, mostMembers, mostTraces } from './job.ts'
import * as z from 'zod'
import { statedFields } from '../../questions/core/json.ts'

const names = z.array(z.string().max(1000)).max(200).default([])
const memberNumber = z.int().min(0).max(mostMembers)

const askedSchema = z.object({
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
    .union([z.int().min(0).max(mostTraces), z.array(memberNumber).max(mostTraces)])
    .default(100)
    .describe('members to keep by quarter: how many from the first, or a list'),
  precision: z
    .union([z.literal(32), z.literal(64)])
    .default(32)
    .describe('bits per stored value'),
  audit: memberNumber.default(64).describe('check the accounts of one in this many members; 0 for none'),
  parameters: z.boolean().default(true).describe('sample the parameters; false for shocks only'),
  shocks: z.boolean().default(true).describe('draw shocks; false for sampled parameters only'),
  until: z
    .number()
    .gt(0)
    .lt(1)
    .optional()
    .describe('stop once the error of every band is below this share of its width'),
})

/** The settings of an ensemble besides its scenario, as plain data. */
type EnsembleAsked = Omit<z.infer<typeof askedSchema>, 'outcome' | 'keep' | 'event' | 'traces' | 'until'> &
  Readonly<Record<'outcome' | 'keep' | 'event', readonly string[]>> & { readonly traces: readonly number[] }

/** The defaults of every door. */
const standard = askedSchema.parse({})

/** The options of the command, in JSON: a large ensemble as a program asks for it over HTTP. */
export const ensembleBody = z.strictObject({ ...statedFields.scenario, ...askedSchema.shape })

type Body = Readonly<Record<string, unknown>>

/** A checked body: what it says of the scenario, and what it asks. */
export const partsOfBody = (
  body: Body,
): { readonly stated: Body; readonly wanted: EnsembleAsked; readonly until: number | undefined } => {
  const { until, traces, ...rest } = askedSchema.parse(body)
  const stated = Object.fromEntries(
    Object.keys(statedFields.scenario).flatMap(key => (key in body ? [[key, body[key]]] : [])),
  )
  const listed = typeof traces === 'number' ? Array.from({ length: traces }, (_, at) => at) : traces
  return { stated, until, wanted: { ...rest, traces: listed } }
}

export interface EnsembleOptions extends ChoiceOptions {
  readonly simulations: string
  readonly seed: string
  readonly design: string
  readonly out: string
  readonly outcome?: readonly string[]
  readonly keep?: readonly string[]
  readonly event?: readonly string[]
  readonly traces: string
  readonly precision: string
  readonly audit: string
  readonly parameters: boolean
  readonly shocks: boolean
}

/** Options that define the members and the results to keep. */
export const addEnsembleOptions = (command: Command): Command =>
  addFormerMembers(command)
    .option('-m, --simulations <number>', 'number of simulations (members), such as 1e6', String(standard.simulations))
    .option('-d, --design <design>', `sampling design for the parameters: ${designs.join(', ')}`, standard.design)
    .option('-s, --seed <number>', 'random seed: the same seed gives the same members', String(standard.seed))
    .option(...threadsOption)
    .requiredOption('-o, --out <folder>', 'folder for the results; the same command continues an interrupted run')
    .option('--outcome <name>', 'write bands of this outcome only (repeatable; default: all)', collectValues)
    .option('--keep <outcome@time>', 'value to keep for each member (repeatable)', collectValues)
    .option('--event <outcome@time > number>', 'event whose probability to calculate (repeatable)', collectValues)
    .option(
      '--traces <number|members>',
      'members to keep by quarter: how many from the first, or a list',
      String(standard.traces),
    )
    .option('--precision <bits>', 'bits per stored value: 32 or 64', String(standard.precision))
    .option('--audit <number>', 'check the accounts of one in this many members; 0 for none', String(standard.audit))
    .option('--no-parameters', 'use central parameters, with shocks only')
    .option('--no-shocks', 'use sampled parameters only, without shocks')

const designFrom = (text: string): Design => {
  const found = designs.find(design => design.toLowerCase() === text.toLowerCase().replaceAll(/[- ]/g, ''))
  if (found !== undefined) return found
  throw unknownWord('design', text, designs)
}

/** The first so many even where there are fewer members: an ensemble that grows stays the same one. */
const tracesFrom = (text: string, members: number): number[] => {
  const isList = text.includes(',')
  const listed = isList
    ? text.split(',').map(word => countOf('--traces', word.trim(), 0, members - 1))
    : Array.from({ length: countOf('--traces', text, 0, mostMembers) }, (_, member) => member)
  if (listed.length > mostTraces) {
    throw new UsageError(commandMessages.mostTraces({ text, most: mostTraces }))
  }
  return listed
}

const precisionFrom = (text: string): 32 | 64 => {
  if (text === '32' || text === '64') return Number(text) as 32 | 64
  throw new UsageError(commandMessages.precision({ text }))
}

export const jobOf = ({ open, scenario }: Pick<Choice, 'open' | 'scenario'>, asked: EnsembleAsked): EnsembleJob => {
  const { simulations: members, outcome: outcomes, event: events, audit: auditEvery, ...rest } = asked
  for (const name of outcomes) checkOutcome(open, name)
  const { name, policy, assumptions, outside } = scenario
  return {
    region: open.region.id,
    scenario: name,
    policy,
    assumptions,
    ...(outside === undefined ? {} : { outside }),
    uncertainty: uncertaintyOf(scenario),
    ...rest,
    traces: [...new Set(rest.traces)].toSorted((a, b) => a - b),
    members,
    outcomes,
    events,
    auditEvery,
  }
}

/** The open region, and the job that the words mean for it. */
export const jobFrom = (
  word: string,
  options: EnsembleOptions,
): { readonly open: OpenRegion; readonly job: EnsembleJob; readonly notes: readonly string[] } => {
  const simulations = countOf('--simulations', options.simulations, 1, mostMembers)
  const open = openChosen(word, options)
  const { scenario, notes } = chooseFor(open, word, options)
  const { outcome = [], keep = [], event = [], parameters, shocks } = options
  const job = jobOf(
    { open, scenario },
    {
      simulations,
      seed: countOf('--seed', options.seed, 0, Number.MAX_SAFE_INTEGER),
      design: designFrom(options.design),
      parameters,
      shocks,
      outcome,
      keep,
      event,
      traces: tracesFrom(options.traces, simulations),
      precision: precisionFrom(options.precision),
      audit: countOf('--audit', options.audit, 0, mostMembers),
    },
  )
  return { open, notes, job: { ...job, ...(options.packs === undefined ? {} : { packs: options.packs }) } }
}

const checkOutcome = ({ linked }: OpenRegion, address: string): void => {
  const name = addressedVariable(address)
  if (linked.variables.has(name)) return
  throw unknownWord('outcome', name, declaredOutcomes(linked), { command: 'heartland list outcomes' })
}
