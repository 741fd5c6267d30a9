/** Asks a question and holds the answer, for every door. */

import { accountsHold, auditOf } from '../../analysis/runs/accounts-hold.ts'
import type { Choice } from '../../analysis/region/choice.ts'
import { fitSentence } from '../../analysis/region/fitted-model.ts'
import { outsideOf } from '../../analysis/region/outside.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import type { Assumptions } from '../../engine/scenario.ts'
import type { Message } from '../../language/messages.ts'
import { conditionsOf } from './conditions.ts'
import { messages as questionMessages } from '../../texts/question.ts'
import type { AnyQuestion, AskedQuestion, Inputs, Runs } from './question.ts'
import type { Report } from './report.ts'
import { inOwnWords } from './own-words.ts'
import { readInputs } from './schema.ts'

/** The region and the policies of a request, opened by its door. */
export interface Subject {
  readonly open: OpenRegion
  readonly choices: readonly Choice[]
  /** Of a question about a region, whatever its policy. */
  readonly assumptions?: Assumptions
  readonly brief?: boolean
}

/** A checked question, before any run. */
export interface PreparedQuestion {
  readonly of: AnyQuestion
  readonly asked: AskedQuestion<Inputs>
}

export interface Answered {
  readonly found: unknown
  /** Beside the result: what was remarked on the policies, on the fit, and on the result. */
  readonly notes: readonly string[]
  /** The accounts that do not balance, with which the result must not be used, or another failure. */
  readonly unbalanced: Message | undefined
}

/** Reads the inputs; throws a UsageError before any run. */
export const prepare = (
  of: AnyQuestion,
  { open, choices, assumptions = {}, brief = false }: Subject,
  given: Readonly<Record<string, unknown>>,
  options?: Parameters<typeof readInputs>[3],
): PreparedQuestion => {
  const inputs = readInputs(of, open, given, options)
  const scenario = choices[0]?.scenario ?? {
    name: 'baseline',
    region: open.region.id,
    policy: {},
    assumptions,
    ...(open.under === undefined ? {} : { outside: outsideOf(open) }),
  }
  return { of, asked: { open, inputs, scenario, choices, brief } }
}

/** Computes the answer of a prepared question. */
export const answerQuestion = async (prepared: PreparedQuestion, runs: Runs): Promise<Answered> =>
  answeredWith(prepared, await prepared.of.find(prepared.asked, runs))

/** The answer of a prepared question, with what was found. */
export const answeredWith = ({ of, asked }: PreparedQuestion, found: unknown): Answered => {
  const { region } = asked.open
  const audits = of.audits?.(found) ?? [auditOf(asked.open, asked.scenario)]
  const open = audits.find(audit => !accountsHold(audit))
  return {
    found,
    notes: [
      ...asked.choices.flatMap(({ notes }) => notes),
      ...(region.parameters?.stale === undefined ? [] : [fitSentence(region)]),
      ...(of.warnings?.(asked, found) ?? []).map(({ text }) => text.en),
    ],
    unbalanced: open === undefined ? of.fails?.(asked, found) : questionMessages.accountsOpen({ where: open.where }),
  }
}

/** The record, with the conditions of its report, under which it holds; a list has none. */
export const recordOf = (
  { of, asked }: PreparedQuestion,
  { found }: Answered,
  { conditions }: Pick<Report, 'conditions'>,
): object => {
  const record: object = of.record(asked, found)
  return Array.isArray(record) || conditions === undefined ? record : { ...record, conditions }
}

/** The report, headed by the conditions under which it holds. */
export const reportOf = ({ of, asked }: PreparedQuestion, { found }: Answered): Report => {
  const report: Report = of.report(asked, found)
  const conditions = of.conditions?.(asked, found) ?? conditionsOf(asked, of.simulates?.(asked), report.drawn)
  return inOwnWords({ conditions, ...report }, asked.open.region.words)
}
