/** The bodies of requests: their schemas, made of what the commands can be asked, and what is asked by them. */

import * as z from 'zod'
import type { ApiRequest, RequestPart, RequestForm } from './request.ts'

/** Letters in one value, which is a link at the longest; and values in one list. */
const [mostLetters, mostValues] = [16_384, 200]

const value = z.union([z.string().max(mostLetters), z.number()])

const schemaOf = ({ kind, choices, description, standard }: RequestPart): z.ZodType => {
  const plain = choices === undefined ? value : z.enum(choices as [string, ...string[]])
  const schema =
    kind === 'switch' || kind === 'off-switch'
      ? z.boolean()
      : kind === 'list'
        ? z.union([value, z.array(value).max(mostValues)])
        : plain
  return schema.describe(standard === undefined ? description : `${description} (default: ${standard})`)
}

/** A scenario is checked where scenario files are. */
const scenario = z
  .looseObject({ region: z.string(), name: z.string() })
  .describe('a scenario, as `heartland run … --save` writes it, instead of a region')

/** Whether a scenario can take the place of the region. */
const takesScenario = ({ parts }: RequestForm): boolean =>
  parts.some(({ names, flag }) => names === 'region' && flag === '')

/** The schema of a question's body. */
export const bodySchema = (question: RequestForm): z.ZodType => {
  const withScenario = takesScenario(question)
  const parts = question.parts.map(part => {
    const isRequired = part.required && part.standard === undefined && !(withScenario && part.names === 'region')
    return [part.name, isRequired ? schemaOf(part) : schemaOf(part).optional()] as const
  })
  return z.strictObject({ ...Object.fromEntries(parts), ...(withScenario ? { scenario: scenario.optional() } : {}) })
}

/** What a checked body asks. */
export const askedBy = ({ name }: RequestForm, body: Readonly<Record<string, unknown>>): ApiRequest => {
  const { scenario: sent, ...rest } = body
  const parts = Object.entries(rest).map(([part, given]) => [
    part,
    typeof given === 'boolean' ? given : Array.isArray(given) ? given.map(String) : String(given),
  ])
  return {
    name,
    parts: Object.fromEntries(parts) as ApiRequest['parts'],
    ...(sent === undefined ? {} : { scenario: JSON.stringify(sent) }),
  }
}
