/** Reads the inputs of a question by their zod types, and describes them as JSON Schema for every door. */

import * as z from 'zod'
import { messages as usage } from '../../texts/usage.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import { unknownWord } from '../../language/usage.ts'
import { halfWidth } from '../../language/typeset.ts'
import { oncePer } from '../../language/once-per.ts'
import { UsageError } from '../../language/messages.ts'
import { issueMessage } from '../../regions/schema-messages.ts'
import { messages as questionMessages } from '../../texts/question.ts'
import type { AnyQuestion, QuestionInput, Inputs } from './question.ts'

/** The part of JSON Schema that inputs use. */
export interface Schema {
  readonly type?: 'number' | 'integer' | 'string' | 'boolean' | 'array' | 'object'
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly minimum?: number
  readonly maximum?: number
  readonly default?: unknown
}

/** The JSON Schema of an input, with bounds and default. */
export const schemaOf = oncePer((input: QuestionInput): Schema => {
  const { $schema: _, ...schema } = z.toJSONSchema(input.type, { io: 'input' })
  return schema as Schema
})

/** The help of an input whose value is stated: of a flag that is on unless it is turned off, what false does. */
export const statedHelp = (input: QuestionInput): string =>
  schemaOf(input).default === true ? `false: ${input.help.en}` : input.help.en

/** The values of a list, of which several words of the command line make one. */
export const listOf = (schema: Schema): Schema | undefined =>
  [schema, ...(schema.anyOf ?? [])].find(one => one.type === 'array')?.items

const takes = (schema: Schema, type: Schema['type']): boolean =>
  schema.type === type || (schema.anyOf ?? []).some(one => takes(one, type))

const isNumeric = (schema: Schema): boolean => takes(schema, 'number') || takes(schema, 'integer')

/** '1e6', '1_000_000', '1,000,000', '５' as a number; the word itself where it is none, which its type then refuses. */
const numberIn = (word: string): number | string => {
  const text = halfWidth(word)
    .trim()
    .replaceAll(/[,_](?=\d{3}(\D|$))/g, '')
  const value = Number(text)
  return /^[+-]?\.?\d[\d.]*(?:e[+-]?\d+)?$/i.test(text) && Number.isFinite(value) ? value : word
}

/** A comma within brackets belongs to an address. */
const wordsIn = (word: string): string[] =>
  word
    .split(/[,，](?![^[]*\])/)
    .map(one => one.trim())
    .filter(one => one !== '')

/** Words of the command line as JSON: numbers where numbers are meant, lists where several are. */
export const jsonOf = (input: QuestionInput, given: string | boolean | readonly string[]): unknown => {
  const schema = schemaOf(input)
  if (typeof given === 'boolean') return given
  const items = listOf(schema)
  if (items !== undefined && !takes(schema, 'string')) {
    const words = [given].flat().flatMap(wordsIn)
    return isNumeric(items) ? words.map(numberIn) : words
  }
  if (typeof given !== 'string') return given
  return isNumeric(schema) ? numberIn(given) : given
}

const refusal = (input: QuestionInput, { issues: [issue] }: z.ZodError, given: unknown, called: string): UsageError => {
  const { type, minimum, maximum, enum: known } = schemaOf(input)
  const text = typeof given === 'string' ? given : JSON.stringify(given)
  if (known !== undefined)
    return new UsageError(questionMessages.oneOf({ option: called, text, known: known.join(', ') }))
  if (minimum !== undefined && maximum !== undefined) {
    const bounds = { option: called, text, least: minimum, most: maximum }
    return new UsageError(type === 'integer' ? usage.wholeNumber(bounds) : questionMessages.number(bounds))
  }
  return new UsageError(questionMessages.refused({ option: called, text, why: issueMessage(issue!, given).text }))
}

/**
 * The values of the inputs of a question, from JSON: defaults where something is left out, a UsageError where something is
 * unknown or out of bounds. `page` starts from what pages start from.
 */
export const readInputs = (
  { name, inputs }: AnyQuestion,
  open: OpenRegion,
  given: Readonly<Record<string, unknown>>,
  { called = (input: string) => input, page = false } = {},
): Record<string, unknown> => {
  const unknown = Object.keys(given).find(one => !Object.hasOwn(inputs, one))
  if (unknown !== undefined) throw unknownWord('option', unknown, Object.keys(inputs), { of: name })
  return Object.fromEntries(
    Object.entries(inputs as Inputs).map(([one, input]) => {
      const own = given[one] ?? (page ? input.page : undefined)
      const read = input.type.safeParse(own)
      if (!read.success) throw refusal(input, read.error, own, called(one))
      return [one, input.read === undefined ? read.data : input.read(open, read.data, called(one))]
    }),
  )
}

/** Inputs that have a meaning outside a page. */
export const ownInputs = ({ inputs }: AnyQuestion): Array<readonly [name: string, input: QuestionInput]> =>
  Object.entries(inputs as Inputs).filter(([, { pageOnly }]) => pageOnly !== true)
