/** Reads a scenario in JSON, as files keep it and as a program states it; every problem says where it is. */

import * as z from 'zod'
import { hasControls } from '../language/control-characters.ts'
import { nearest } from '../language/errors.ts'
import { repeatedKey } from '../language/repeated-key.ts'
import { type Message, UsageError } from '../language/messages.ts'
import { messages as usage } from '../texts/usage.ts'
import { foundAt, issueMessage } from '../regions/schema-messages.ts'
import { standardWay, type Scenario, type Stated } from './scenario.ts'
import { messages as scenarioMessages } from '../texts/scenario.ts'
import { conditionsSchema, keysAt, scenarioFile, scenarioSchema } from './schema.ts'

type Issue = z.core.$ZodIssue

/** A value as it stands in the file, cut off where it is long. */
const foundWords = (found: unknown): string => {
  const text = typeof found === 'number' ? String(found) : JSON.stringify(found)
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`
}

/** Of a union the findings of the form that was meant: the one whose type stands there. */
const meantForm = ({ errors, path }: Extract<Issue, { code: 'invalid_union' }>): Issue[] => {
  const forms = errors.map(issues => issues.map(issue => ({ ...issue, path: [...path, ...issue.path] })))
  const isInside = ({ path: place, code }: Issue): boolean => place.length > path.length || code === 'unrecognized_keys'
  return (forms.find(issues => issues.every(isInside)) ?? forms.at(-1) ?? []) as Issue[]
}

const describe = (issue: Issue, document: unknown, schema: z.ZodObject): Message[] => {
  const place = issue.path.map(String).join('.')
  if (issue.code === 'invalid_union') return meantForm(issue).flatMap(one => describe(one, document, schema))
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path, issue.path.length)
    return issue.keys.map(key =>
      scenarioMessages.scenarioKey({ place, key, meant: nearest(key, known), known: known.join(', ') }),
    )
  }
  const found = foundAt(document, issue.path)
  if (issue.code === 'invalid_type') {
    const type = issue.expected
    const isSetting = (issue.path[0] === 'policy' || issue.path[0] === 'set') && issue.path.length === 2
    const example = isSetting
      ? '{ "value": 1.5, "start": 2026 }'
      : place === ''
        ? '{ "name": "more investment", "region": "northeast", "policy": { "publicInvestment": { "value": 1 } } }'
        : ''
    return [
      found === undefined
        ? scenarioMessages.scenarioMissing({ place, type })
        : scenarioMessages.scenarioType({ place, found: foundWords(found), type, example }),
    ]
  }
  return [usage.within({ where: place, text: issueMessage(issue, document).text })]
}

/** A key that the schema would pass over without a word, because assigning to it sets the prototype of an object. */
const prototypeKey = '__proto__'

const prototypeProblem = (document: unknown): Message | undefined => {
  if (typeof document !== 'object' || document === null) return undefined
  const place = Object.entries(document).find(([, part]) => Object.hasOwn(Object(part), prototypeKey))?.[0]
  return place === undefined ? undefined : scenarioMessages.unusableKey({ place, key: prototypeKey })
}

/** Reads a document by a schema, or throws every problem with it, each with the name of the file. */
const checked = <Schema extends z.ZodObject>(schema: Schema, document: unknown, file: string): z.infer<Schema> => {
  let read: z.ZodSafeParseResult<z.infer<Schema>>
  try {
    read = schema.safeParse(document)
  } catch (problem) {
    // Thousands of lists in one another, of which a scenario has none.
    if (problem instanceof RangeError) throw new UsageError(scenarioMessages.scenarioDeep({ file }))
    throw problem
  }
  if (read.success) return read.data
  const problems = read.error.issues.flatMap(issue => describe(issue, document, schema))
  throw new UsageError(
    ...problems.map(problem => (file === '' ? problem : usage.within({ where: file, text: problem.text }))),
  )
}

/** Reads the scenario that a program states, where it has the right form. */
export const statedIn = (document: unknown): Stated => checked(scenarioSchema, document, '')

/** The external conditions that a program states, where they have the right form. */
export const conditionsIn = (document: unknown): z.infer<typeof conditionsSchema> =>
  checked(conditionsSchema, document, '')

/** The scenario in a text, or every problem with it, each with the file's name. */
export const parseScenario = (text: string, file: string): Scenario => {
  if (text.trim() === '') throw new UsageError(scenarioMessages.emptyFile({ file }))
  let document: unknown
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (problem) {
    throw new UsageError(usage.notJson({ file, why: (problem as Error).message }))
  }
  const unusable = prototypeProblem(document)
  if (unusable !== undefined) throw new UsageError(usage.within({ where: file, text: unusable.text }))
  const twice = repeatedKey(text)
  if (twice !== undefined) throw new UsageError(scenarioMessages.keyTwice({ file, key: twice }))
  const { format, ...scenario } = checked(scenarioFile, document, file)
  // Escapes in a name would be carried out by the terminal that prints it.
  if (hasControls(scenario.name)) throw new UsageError(scenarioMessages.scenarioControls({ file }))
  return format === undefined ? scenario : { financing: standardWay, ...scenario }
}
