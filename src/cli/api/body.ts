/** Makes the schemas of request bodies from the options of the commands, and turns a checked body into a question. */

import * as z from 'zod'
import type { Message } from '../../language/messages.ts'
import { apiMessages } from './messages.ts'
import type { ApiRequest, RequestPart, RequestForm } from './request.ts'
import { scenarioText } from './schemas.ts'

/** The most letters in one value (a link is the longest), and the most values in one list. */
const [mostLetters, mostValues] = [16_384, 200]

const word = z.string().max(mostLetters)

const value = z.union([word, z.number()])

/** Examples that the documentation shows and lets readers try. */
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
  // This is for the documentation; the refusal comes from wrongWith.
  const either = { anyOf: [{ required: ['region'] }, { required: ['scenario'] }] }
  return z.strictObject({ ...body, scenario: scenario.optional() }).meta(either)
}

/** Options that state numbers of simulations, which determine the cost of a question. */
const counts = new Set(['members', 'simulations', 'runs'])

/** The reason why a question is not asked at all: it names no region, or two, or wants more simulations than allowed. */
export const wrongWith = (
  question: RequestForm,
  { parts, scenario }: ApiRequest,
  most: number,
): Message | undefined => {
  if (takesScenario(question) && parts['region'] === undefined && scenario === undefined) return apiMessages.noRegion()
  const own = scenario === undefined ? undefined : (JSON.parse(scenario) as { region: string }).region
  const { region = own } = parts
  if (own !== undefined && region !== own) return apiMessages.twoRegions({ region: String(region), own })
  const many = question.parts.find(({ name }) => counts.has(name) && Number(parts[name]) > most)
  return many === undefined ? undefined : apiMessages.simulations({ name: many.name, most })
}

/** The question in a checked body; options left out get standard values, so that the same question is recognised. */
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
