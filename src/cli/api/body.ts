/** The bodies of requests: their schemas, made of what the commands can be asked, and what is asked by them. */

import * as z from 'zod'
import type { Message } from '../../language/messages.ts'
import { apiMessages } from './messages.ts'
import type { ApiRequest, RequestPart, RequestForm } from './request.ts'
import { scenarioText } from './schemas.ts'

/** Letters in one value, which is a link at the longest; and values in one list. */
const [mostLetters, mostValues] = [16_384, 200]

const word = z.string().max(mostLetters)

const value = z.union([word, z.number()])

/** For whoever reads the description or tries it. */
const examples = { region: 'CN-LN', policy: 'G' }

const schemaOf = ({ kind, choices, description, standard, names }: RequestPart): z.ZodType => {
  const free = names === undefined ? value : word.meta({ examples: [examples[names]] })
  const plain = choices === undefined ? free : z.enum(choices as [string, ...string[]])
  const schema =
    kind === 'switch' || kind === 'off-switch'
      ? z.boolean()
      : kind === 'list'
        ? z.union([value, z.array(value).max(mostValues)])
        : plain
  return schema.describe(standard === undefined ? description : `${description} (default: ${standard})`)
}

/** Whether a scenario can take the place of the region. */
const takesScenario = ({ parts }: RequestForm): boolean =>
  parts.some(({ names, flag }) => names === 'region' && flag === '')

export const bodySchema = (question: RequestForm): z.ZodType => {
  const withScenario = takesScenario(question)
  const parts = question.parts.map(part => {
    const isRequired = part.required && part.standard === undefined && !(withScenario && part.names === 'region')
    return [part.name, isRequired ? schemaOf(part) : schemaOf(part).optional()] as const
  })
  const body = Object.fromEntries(parts)
  if (!withScenario) return z.strictObject(body)
  const scenario = scenarioText.describe('a scenario, as `heartland run … --save` writes it, instead of a region')
  // For the description; wrongWith says it in words.
  const either = { anyOf: [{ required: ['region'] }, { required: ['scenario'] }] }
  return z.strictObject({ ...body, scenario: scenario.optional() }).meta(either)
}

/** Numbers of simulations: what a question costs. */
const counts = new Set(['members', 'simulations', 'runs'])

/** What is wrong with a question before it is asked: it names no region, or asks for more simulations than agreed. */
export const wrongWith = (
  question: RequestForm,
  { parts, scenario }: ApiRequest,
  most: number,
): Message | undefined => {
  if (takesScenario(question) && parts['region'] === undefined && scenario === undefined) return apiMessages.noRegion()
  const many = question.parts.find(({ name }) => counts.has(name) && Number(parts[name]) > most)
  return many === undefined ? undefined : apiMessages.simulations({ name: many.name, most })
}

/** What a checked body asks; what it leaves out has its standard value, so that the same question is known again. */
export const askedBy = ({ name, parts: form }: RequestForm, body: Readonly<Record<string, unknown>>): ApiRequest => {
  const { scenario: sent, ...given } = body
  const standard = form.flatMap(part => (part.standard === undefined ? [] : [[part.name, part.standard] as const]))
  const rest = { ...Object.fromEntries(standard), ...given }
  const parts = Object.entries(rest).map(([part, one]) => [
    part,
    typeof one === 'boolean' ? one : Array.isArray(one) ? one.map(String) : String(one),
  ])
  return {
    name,
    parts: Object.fromEntries(parts) as ApiRequest['parts'],
    ...(sent === undefined ? {} : { scenario: JSON.stringify(sent) }),
  }
}
