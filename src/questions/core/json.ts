/**
 * A question in JSON: what HTTP, Python, R, npm and the Model Context Protocol send, and what they get. Numbers stay
 * numbers, and nothing passes through the words of the command line.
 */

import * as z from 'zod'
import { type Choice, chooseFrom } from '../../analysis/region/choice.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import { modelHash } from '../../analysis/region/fingerprint.ts'
import { baselineCalled, outsideOf } from '../../analysis/region/outside.ts'
import type { OutsidePaths } from '../../engine/outside.ts'
import type { Both, Language } from '../../language/messages.ts'
import { oneOf } from '../../language/usage.ts'
import { hashOf } from '../../regions/hash.ts'
import { conditionsIn, statedIn } from '../../scenario/json.ts'
import { checkOutside, checkScenario } from '../../scenario/problems.ts'
import { rulesOf } from '../../scenario/rules.ts'
import { conditionsSchema, scenarioSchema } from '../../scenario/schema.ts'
import { regimeAssumptions, type Stated } from '../../scenario/scenario.ts'
import { answeredWith, prepare, type PreparedQuestion, recordOf, reportOf, type Subject } from './ask.ts'
import { type ReportFrame, reportFrames } from './frames.ts'
import type { AnyQuestion } from './question.ts'
import type { Report } from './report.ts'
import { ownInputs, statedHelp } from './schema.ts'

const { policy, set: _set, ...standing } = scenarioSchema.shape

/** The fields that state the scenario, by the subject of the question. */
export const statedFields = {
  scenario: { ...scenarioSchema.shape, ...conditionsSchema.shape },
  region: { assume: standing.assume, regime: standing.regime, ...conditionsSchema.shape },
  two: {
    first: policy.describe('a policy package (A to H, or its name), or levers with their values'),
    second: policy.describe('the policy to compare with it'),
    ...standing,
    ...conditionsSchema.shape,
  },
} as const

/** Everything that a question takes besides the region, as one object of zod. */
export const bodyOf = (of: AnyQuestion): z.ZodObject =>
  z.strictObject({
    ...statedFields[of.about],
    ...Object.fromEntries(
      ownInputs(of).map(([name, input]) => {
        const { type } = input
        return [name, (type.safeParse(undefined).success ? type.optional() : type).describe(statedHelp(input))]
      }),
    ),
  })

export type QuestionBody = Readonly<Record<string, unknown>>

/** The functions of a door that open the stated scenario and run simulations. */
export interface Door<Open extends OpenRegion> {
  readonly under: (open: Open, outside: OutsidePaths) => Open
  /** Chooses the scenario in a door where more than packages and levers may be stated: files, or links. */
  readonly choose?: (open: Open, stated: Stated) => Choice
  readonly find: (prepared: PreparedQuestion, open: Open) => Promise<unknown>
}

/** The region under the external conditions that a program states, if it states any. */
export const openStated = <Open extends OpenRegion>(open: Open, stated: unknown, under: Door<Open>['under']): Open => {
  const { outside } = stated === undefined ? {} : conditionsIn({ outside: stated })
  if (outside === undefined) return open
  const own = open.under?.own ?? open.region
  const paths = { ...outsideOf(open), ...(typeof outside === 'string' ? baselineCalled(own, outside) : outside) }
  checkOutside(rulesOf(open), paths)
  return under(open, paths)
}

const subjectOf = <Open extends OpenRegion>(
  { about }: AnyQuestion,
  open: Open,
  stated: QuestionBody,
  choose: (open: Open, stated: Stated) => Choice,
): Subject => {
  if (about === 'two') {
    const { first, second, ...rest } = stated
    return { open, choices: [first, second].map(one => choose(open, statedIn({ ...rest, policy: one }))) }
  }
  const scenario = statedIn(stated)
  if (about === 'scenario') {
    const choice = choose(open, scenario)
    return { open: choice.open, choices: [choice] }
  }
  const assumptions = { ...regimeAssumptions(scenario.regime), ...scenario.assume }
  checkScenario(rulesOf(open), { policy: {}, assumptions })
  return { open, choices: [], assumptions }
}

/** The versions that a result was computed with; together with the question they determine every number. */
export interface QuestionProvenance {
  readonly region: string
  /** Hashes of the model, of the region's figures and of its fitted parameters. */
  readonly model: string
  readonly data: string
  readonly parameters: string
}

export const provenanceOf = ({ region, linked }: OpenRegion): QuestionProvenance => ({
  region: region.id,
  model: modelHash(linked.source),
  data: region.hash,
  parameters: hashOf([JSON.stringify(region.parameters ?? null)]),
})

export interface Result {
  /** With all figures. */
  readonly record: object
  /** Remarks beside the result. */
  readonly notes: readonly string[]
  /** The sentence where accounts do not balance: the result must then not be used. */
  readonly unbalanced?: Both<string>
  readonly provenance: QuestionProvenance
  readonly report: Report
  /** The tables of the report. */
  readonly frames: (language: Language) => ReportFrame[]
}

/** Throws a UsageError for all that is wrong, before any run. */
export const askJson = async <Open extends OpenRegion>(
  of: AnyQuestion,
  body: QuestionBody,
  opened: Open,
  door: Door<Open>,
): Promise<Result> => {
  const inputs = new Set(ownInputs(of).map(([name]) => name))
  for (const name of Object.keys(body)) oneOf('option', name, [...Object.keys(statedFields[of.about]), ...inputs])
  const parted = (own: boolean): QuestionBody =>
    Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'outside' && inputs.has(name) === own))
  const open = openStated(opened, body['outside'], door.under)
  const subject = subjectOf(of, open, parted(false), door.choose ?? chooseFrom)
  const prepared = prepare(of, subject, parted(true))
  const answered = answeredWith(prepared, await door.find(prepared, subject.open as Open))
  const { notes, unbalanced } = answered
  const report = reportOf(prepared, answered)
  return {
    record: recordOf(prepared, answered, report),
    notes,
    ...(unbalanced === undefined ? {} : { unbalanced: unbalanced.text }),
    provenance: provenanceOf(subject.open),
    report,
    frames: language => reportFrames(report, language),
  }
}
