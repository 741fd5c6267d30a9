/** Reads and writes scenarios as JSON: region, assumptions and policy, to be saved, compared and shared. */

import { UsageError } from '../language/reported-error.ts'
import * as z from 'zod'
import type { LeverStage, Scenario } from '../engine/scenario.ts'
import type { Thresholds } from '../model/criteria.ts'
import { hasControls } from '../language/control-characters.ts'
import { nearest } from '../language/errors.ts'
import { repeatedKey } from '../language/repeated-key.ts'
import type { Message } from '../language/messages.ts'
import { foundAt, issueMessage } from '../regions/schema-messages.ts'
import { usage } from './messages.ts'
import { stage } from './setting-stage.ts'

/** A scenario, and with which model and data it was saved. */
export interface SavedScenario extends Scenario {
  readonly model?: string | undefined
  readonly data?: string | undefined
  /** Of a link: thresholds of criteria that the reader has moved. */
  readonly thresholds?: Thresholds
}

const laterStage = stage.extend({ start: z.number() })

const setting = stage.extend({ later: z.array(laterStage).min(1).exactOptional() })

const pathSetting = z.strictObject({
  change: z.enum(['set', 'add', 'times', 'given']),
  pieces: z.array(z.strictObject({ value: z.number(), from: z.number(), to: z.number().exactOptional() })).min(1),
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

const schema = z.strictObject({
  name: z.string(),
  region: z.string(),
  assumptions: z.record(z.string(), z.number()).default({}),
  policy: z.record(z.string(), setting).default({}),
  outside: z.record(z.string(), pathSetting).exactOptional(),
  correlations: z.array(correlation).exactOptional(),
  truncations: z.array(truncation).exactOptional(),
  distributions: z.record(z.string(), distribution).exactOptional(),
  model: z.string().optional(),
  data: z.string().optional(),
})

const keysAt = (path: readonly PropertyKey[]): string[] =>
  path.length === 0
    ? Object.keys(schema.shape)
    : path[0] === 'policy' && path.length === 2
      ? Object.keys(setting.shape)
      : path[0] === 'policy' && path[2] === 'later'
        ? Object.keys(laterStage.shape)
        : path[0] === 'outside' && path.length === 2
          ? Object.keys(pathSetting.shape)
          : []

type Issue = z.core.$ZodIssue

/** A value as it stands in the file, cut off where it is long. */
const foundWords = (found: unknown): string => {
  const text = typeof found === 'number' ? String(found) : JSON.stringify(found)
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`
}

const describe = (issue: Issue, document: unknown): Message[] => {
  const place = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(issue.path)
    return issue.keys.map(key => usage.scenarioKey({ place, key, meant: nearest(key, known), known: known.join(', ') }))
  }
  const found = foundAt(document, issue.path)
  if (issue.code === 'invalid_type') {
    const isSetting = issue.path[0] === 'policy' && issue.path.length === 2
    const example = isSetting
      ? '{ "value": 1.5, "start": 2026 }'
      : place === ''
        ? '{ "name": "more investment", "region": "northeast", "policy": { "publicInvestment": { "value": 1 } } }'
        : ''
    return [
      found === undefined
        ? usage.scenarioMissing({ place, type: issue.expected })
        : usage.scenarioType({
            place,
            found: foundWords(found),
            type: issue.expected,
            example,
          }),
    ]
  }
  return [usage.within({ where: place, text: issueMessage(issue, document).text })]
}

/** A key that the schema would pass over without a word, because assigning to it sets the prototype of an object. */
const prototypeKey = '__proto__'

const prototypeProblem = (document: unknown): Message | undefined => {
  if (typeof document !== 'object' || document === null) return undefined
  const place = Object.entries(document).find(([, part]) => Object.hasOwn(Object(part), prototypeKey))?.[0]
  return place === undefined ? undefined : usage.unusableKey({ place, key: prototypeKey })
}

const parsed = (document: unknown, file: string): ReturnType<typeof schema.safeParse> => {
  try {
    return schema.safeParse(document)
  } catch (problem) {
    // Thousands of lists in one another, of which a scenario has none.
    if (problem instanceof RangeError) throw new UsageError(usage.scenarioDeep({ file }))
    throw problem
  }
}

/** The scenario in a text, or every problem with it, each with the file's name. */
export const parseScenario = (text: string, file: string): SavedScenario => {
  if (text.trim() === '') throw new UsageError(usage.emptyFile({ file }))
  let document: unknown
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (problem) {
    throw new UsageError(usage.notJson({ file, why: (problem as Error).message }))
  }
  const unusable = prototypeProblem(document)
  if (unusable !== undefined) throw new UsageError(usage.within({ where: file, text: unusable.text }))
  const twice = repeatedKey(text)
  if (twice !== undefined) throw new UsageError(usage.keyTwice({ file, key: twice }))
  const result = parsed(document, file)
  if (result.success) {
    // Escapes in a name would be carried out by the terminal that prints it.
    if (hasControls(result.data.name)) throw new UsageError(usage.scenarioControls({ file }))
    return result.data
  }
  const problems = result.error.issues.flatMap(issue => describe(issue, document))
  throw new UsageError(...problems.map(problem => usage.within({ where: file, text: problem.text })))
}

/** Keys in a fixed order, so that two files differ where the scenarios do. */
export const writtenScenario = (scenario: SavedScenario): string => {
  const { name, region, assumptions, policy, outside, model, data, correlations, truncations, distributions } = scenario
  const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const stageOf = ({ value, start, ramp, end }: LeverStage) => ({ value, start, ramp, end })
  const settings = Object.entries(policy).map(([lever, one]) => [
    lever,
    { ...stageOf(one), later: one.later?.map(stageOf) },
  ])
  const ordered = {
    name,
    region,
    model,
    data,
    assumptions: sorted(assumptions),
    policy: sorted(Object.fromEntries(settings)),
    outside: outside === undefined ? undefined : sorted(outside),
    correlations,
    truncations,
    distributions,
  }
  return `${JSON.stringify(ordered, null, 2)}\n`
}
