/** The questions that workers answer, by name, with their types. */

import { auditOf } from '../../analysis/runs/accounts-hold.ts'
import { peopleReached } from '../../analysis/policies/reach.ts'
import type { WasmRegion } from '../../analysis/region/wasm-region.ts'
import type { Prior } from '../../language/declare.ts'
import type { Sources } from '../../regions/rows.ts'
import { about } from './answers/about.ts'
import { capsule } from './answers/capsule.ts'
import { causes, equationsBehind, outcomesOf } from './answers/explanations.ts'
import { chances } from './answers/chances.ts'
import { conditions } from './answers/conditions.ts'
import { effects } from './answers/effects.ts'
import { lines } from './answers/lines.ts'
import { summary } from './answers/summary.ts'
import { tables } from './answers/tables.ts'
import { toBudget } from './answers/to-budget.ts'
import { builtRecord } from './built-record.ts'
import { members } from './members.ts'
import { trials } from './trials.ts'
import { form, questionReport } from './answers/question.ts'
import type { Task } from '../../threads/task.ts'
import { conditionsOf } from '../../questions/core/conditions.ts'

export const answers = {
  about,
  audit: auditOf,
  capsule,
  chances,
  claims: async (open: WasmRegion, _input: {}) => (await builtRecord(open).claims(true)) ?? null,
  conditions,
  effects,
  lines,
  summary,
  toBudget,
  reach: peopleReached,
  /** Asked ahead of other questions, so that a worker opens the region. */
  ready: (): void => {},
  /** The conditions that head every file of a scenario. */
  heldUnder: (open: WasmRegion, of: Omit<Parameters<typeof conditionsOf>[0], 'open'>) => conditionsOf({ open, ...of }),
  tables,
  causes,
  equationsBehind,
  outcomesOf,
  sources: ({ region }: WasmRegion, _input: {}): Sources => region.sources,
  /** Of fitted parameters, before they were fitted. */
  priors: ({ region }: WasmRegion, _input: {}): Readonly<Record<string, Prior>> => region.parameters?.priors ?? {},
  trials,
  members,
  form,
  report: questionReport,
}

/** An answer is a function of the open region, the question's input and the task; all of it plain data. */
export type AnswerTable = Readonly<
  Record<string, ((open: WasmRegion, input: unknown, task: Task) => unknown) | undefined>
>

type Answers = typeof answers
export type QuestionName = keyof Answers
export type Input<Name extends QuestionName> = Parameters<Answers[Name]>[1]
export type Output<Name extends QuestionName> = Awaited<ReturnType<Answers[Name]>>
