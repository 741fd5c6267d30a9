/** The schemas of request bodies, from declarations and from the options of other commands, and the question in a checked body. */

import * as z from 'zod'
import type { Message } from '../../../language/messages.ts'
import { bodyOf } from '../../../questions/core/json.ts'
import type { AnyQuestion } from '../../../questions/core/question.ts'
import { ownInputs, schemaOf as schemaOfInput } from '../../../questions/core/schema.ts'
import { questionEntries, type DeclaredName } from '../../../questions/index.ts'
import { firstRegion } from '../../../regions/first-region.ts'
import { messages as apiMessages } from '../../../texts/api.ts'
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

/** True where a scenario can take the place of the region. */
const takesScenario = ({ parts }: RequestForm): boolean =>
  parts.some(({ names, flag }) => names === 'region' && flag === '')

/** A question as it is served. */
export interface Served {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly body: z.ZodType
  /** True where the result is a folder of files. */
  readonly writesFolder: boolean
  /** Whether a scenario can take the place of the region. */
  readonly takesScenario: boolean
  /** The default of a part that is left out, so that the same question is recognised. */
  readonly standard: ApiRequest['parts']
  /** A part as it is asked. */
  readonly part: (value: unknown) => unknown
}

const scenario = scenarioText
  .optional()
  .describe('a scenario, as `heartland run … --save` writes it, instead of a region; one of the two is needed')

/** A command that is no declared question. */
export const servedCommand = (form: RequestForm): Served => {
  const { name, description, writesFolder } = form
  const withScenario = takesScenario(form)
  const body = Object.fromEntries(
    form.parts.map(part => {
      const isRequired = part.required && part.standard === undefined && !(withScenario && part.names === 'region')
      return [part.name, isRequired ? schemaOf(part) : schemaOf(part).optional()]
    }),
  )
  return {
    name,
    title: description,
    description,
    body: withScenario ? z.strictObject({ ...body, scenario }) : z.strictObject(body),
    writesFolder,
    takesScenario: withScenario,
    standard: Object.fromEntries(
      form.parts.flatMap(part => (part.standard === undefined ? [] : [[part.name, part.standard]])),
    ),
    part: one => (typeof one === 'boolean' ? one : Array.isArray(one) ? one.map(String) : String(one)),
  }
}

export const servedQuestion = (of: AnyQuestion): Served => {
  const takes = of.about === 'scenario'
  const region = word.meta({ examples: [examples.region] }).describe('id or name of a region')
  const body = bodyOf(of)
  return {
    name: of.name,
    title: questionEntries[of.name as DeclaredName].title.en,
    description: of.description.en,
    body: takes
      ? body.extend({ region: region.optional(), scenario })
      : body.extend({ region: of.about === 'two' ? region.default(firstRegion) : region }),
    writesFolder: false,
    takesScenario: takes,
    standard: Object.fromEntries(
      ownInputs(of).flatMap(([name, input]) => {
        const { default: standard } = schemaOfInput(input)
        return standard === undefined ? [] : [[name, standard]]
      }),
    ),
    part: one => one,
  }
}

/** Parts that state numbers of simulations, which determine the cost of a question. */
const counts = ['simulations', 'members', 'runs'] as const

/** The reason why a question is not asked at all: it names no region, or two, or wants more simulations than allowed. */
export const wrongWith = (served: Served, { parts, scenario: sent }: ApiRequest, most: number): Message | undefined => {
  if (served.takesScenario && parts['region'] === undefined && sent === undefined) return apiMessages.noRegion()
  const own = sent === undefined ? undefined : (JSON.parse(sent) as { region: string }).region
  const { region = own } = parts
  if (own !== undefined && region !== own) return apiMessages.twoRegions({ region: String(region), own })
  const many = counts.find(name => Number(parts[name] ?? 0) > most)
  return many === undefined ? undefined : apiMessages.simulations({ name: many, most })
}

/** The question in a checked body; options left out get standard values, so that the same question is recognised. */
export const askedBy = ({ name, standard, part }: Served, body: Readonly<Record<string, unknown>>): ApiRequest => {
  const { scenario: sent, ...given } = body
  const parts = Object.entries({ ...standard, ...given }).map(([one, stated]) => [one, part(stated)] as const)
  return { name, parts: Object.fromEntries(parts), ...(sent === undefined ? {} : { scenario: JSON.stringify(sent) }) }
}
