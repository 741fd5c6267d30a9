/** The schemas of request bodies, and the question in a checked body. */

import * as z from 'zod'
import type { Message } from '../../../language/messages.ts'
import { bodyOf } from '../../../questions/core/json.ts'
import type { AnyQuestion } from '../../../questions/core/question.ts'
import { ownInputs, schemaOf } from '../../../questions/core/schema.ts'
import { questionEntries, type DeclaredName } from '../../../questions/index.ts'
import { firstRegion } from '../../../regions/first-region.ts'
import { messages as apiMessages } from '../../../texts/api.ts'
import { ensembleDescription } from '../../ensembles/description.ts'
import { ensembleBody } from '../../ensembles/body.ts'
import type { ApiRequest } from './request.ts'
import { scenarioText } from './schemas.ts'

/** A link is the longest word. */
const word = z.string().max(16_384)

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
}

const scenario = scenarioText
  .optional()
  .describe('a scenario, as `heartland run … --save` writes it, instead of a region; one of the two is needed')

const regionWord = word.meta({ examples: ['CN-LN'] }).describe('id or name of a region')

/** It writes a folder of files, and is therefore no declared question. */
export const servedEnsemble: Served = {
  name: 'ensemble',
  title: ensembleDescription,
  description: ensembleDescription,
  body: ensembleBody.extend({ region: regionWord.optional(), scenario }),
  writesFolder: true,
  takesScenario: true,
  standard: {},
}

export const servedQuestion = (of: AnyQuestion): Served => {
  const takes = of.about === 'scenario'
  const body = bodyOf(of)
  return {
    name: of.name,
    title: questionEntries[of.name as DeclaredName].title.en,
    description: of.description.en,
    body: takes
      ? body.extend({ region: regionWord.optional(), scenario })
      : body.extend({ region: of.about === 'two' ? regionWord.default(firstRegion) : regionWord }),
    writesFolder: false,
    takesScenario: takes,
    standard: Object.fromEntries(
      ownInputs(of).flatMap(([name, input]) => {
        const { default: standard } = schemaOf(input)
        return standard === undefined ? [] : [[name, standard]]
      }),
    ),
  }
}

/** Parts that state numbers of simulations, which determine the cost of a question. */
const counts = ['simulations', 'runs'] as const

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
export const askedBy = ({ name, standard }: Served, body: Readonly<Record<string, unknown>>): ApiRequest => {
  const { scenario: sent, ...given } = body
  return { name, parts: { ...standard, ...given }, ...(sent === undefined ? {} : { scenario: JSON.stringify(sent) }) }
}
