/** Any declared question: what a page asks the reader, and the report. */

import { wideningFor } from '../widening.ts'
import { type Choice, chooseFrom } from '../../../analysis/region/choice.ts'
import { trialSettings, type TrialValues } from '../../../analysis/policies/goal/trials.ts'
import type { OpenRegion } from '../../../analysis/region/simulation.ts'
import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import type { OutsidePaths } from '../../../engine/outside.ts'
import type { Policy } from '../../../engine/scenario.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import type { Both } from '../../../language/messages.ts'
import { lastPer } from '../../../language/once-per.ts'
import {
  answerQuestion,
  type Answered,
  type PreparedQuestion,
  prepare,
  recordOf,
  reportOf,
} from '../../../questions/core/ask.ts'
import type { QuestionInput, Inputs, Option, Runs } from '../../../questions/core/question.ts'
import type { Report } from '../../../questions/core/report.ts'
import { runsHere } from '../../../questions/core/runs-here.ts'
import { jsonOf, schemaOf } from '../../../questions/core/schema.ts'
import { builtRecord } from '../built-record.ts'
import { questionCalled, type DeclaredName } from '../../../questions/index.ts'
import type { Task } from '../../../threads/task.ts'
import { workerTrials } from '../trials.ts'

interface Control {
  readonly name: string
  readonly label: Both<string>
  readonly standard: string
  /** Typed rather than chosen; options then are examples. */
  readonly typed: boolean
  /** A text that lies in a file, or records that lie in several. */
  readonly file: 'one' | 'several' | undefined
  readonly options: readonly Option[]
}

export interface Form {
  readonly about: 'scenario' | 'region' | 'two'
  readonly soon: Readonly<Record<string, unknown>> | undefined
  readonly list: readonly Control[]
}

const controlOf = (open: OpenRegion, name: string, input: QuestionInput): Control[] => {
  const { label, options, page = schemaOf(input).default ?? '', typed = options === undefined } = input
  if (label === undefined) return []
  const chosen = options?.(open) ?? []
  if (!typed && chosen.length < 2) return []
  const standard = input.today === true ? new Date().toISOString().slice(0, 10) : String(page)
  const file = input.file && (input.file === 'folder' ? 'several' : 'one')
  return [{ name, label, standard, typed, file, options: chosen }]
}

/** The controls of the question's page. */
export const form = async (open: OpenRegion, { question }: { readonly question: DeclaredName }): Promise<Form> => {
  const { about, soon, inputs } = await questionCalled(question)
  return {
    about,
    soon,
    list: Object.entries(inputs as Inputs).flatMap(([name, input]) => controlOf(open, name, input)),
  }
}

export interface ReportInput {
  readonly question: DeclaredName
  readonly scenario: Pick<Scenario, 'policy' | 'assumptions' | 'name'>
  /** Words of controls, and numbers. */
  readonly given: Readonly<Record<string, unknown>>
  /** The two policies that are compared: packages by their ids, or scenarios. */
  readonly two?: ReadonlyArray<string | ReportInput['scenario']>
}

/** The simulations of the last question, which another choice may read anew. */
const simulated = lastPer<OpenRegion, TrialValues>()

/** The last answer, which a report on another place shows anew. */
const answers = lastPer<OpenRegion, Answered>()

const choiceOf = (
  open: WasmRegion,
  one: string | ReportInput['scenario'],
  { assumptions: assume }: Pick<Scenario, 'assumptions'>,
): Choice => {
  const region = open.region.id
  return typeof one === 'string'
    ? chooseFrom(open, { policy: one, assume })
    : chooseFrom(open, {}, { ...one, region, file: one.name })
}

const runsIn = (open: WasmRegion, key: string, task: Task): Runs => {
  const { part, ...here } = runsHere(open, task, () => builtRecord(open))
  return {
    ...here,
    trials: async of => {
      const { readings, assumptions, members, modelError = false } = of
      const settings = trialSettings(of)
      const widening = modelError ? await wideningFor(open, { settings, assumptions }) : undefined
      return async policies => {
        const own = JSON.stringify([key, settings, assumptions, readings, policies, modelError])
        const known = simulated.find(open, own)
        if (known !== undefined) return known
        const counted = part()
        const values = await workerTrials(open, { settings, assumptions, readings, widening }, counted)(policies)
        const all = policies.length * members
        counted.progress(all, all)
        return simulated.keep(open, own, values)
      }
    },
    widening: one => wideningFor(open, one),
  }
}

/** A report, the policy that the question has found, and the conditions where they are others than those it was asked under. */
export interface PageReport extends Report {
  readonly found?: Policy
  readonly outside?: OutsidePaths
  /** The record that people keep, with the name of its file. */
  readonly kept?: { readonly file: string; readonly record: string }
}

const shown = (prepared: PreparedQuestion, answered: Answered): PageReport => {
  const { blocks, ...rest } = reportOf(prepared, answered)
  const file = prepared.of.keeps?.(prepared.asked)
  const notes = (prepared.of.warnings?.(prepared.asked, answered.found) ?? []).map(
    message => ({ kind: 'text', message }) as const,
  )
  const { policy: found, outside } = prepared.of.scenario?.(prepared.asked, answered.found) ?? {}
  const isOther = JSON.stringify(outside ?? {}) !== JSON.stringify(prepared.asked.scenario.outside ?? {})
  return {
    ...rest,
    blocks: [...notes, ...blocks],
    ...(found === undefined ? {} : { found }),
    ...(outside !== undefined && isOther ? { outside } : {}),
    ...(file === undefined ? {} : { kept: { file, record: JSON.stringify(recordOf(prepared, answered, rest)) } }),
  }
}

/** Calls `find` with what runs the simulations of a question. */
export type ReportRuns = <Found>(open: WasmRegion, find: (runs: Runs) => Promise<Found>) => Promise<Found>

export const questionReport = async (
  open: WasmRegion,
  { question, scenario, given, two = [] }: ReportInput,
  task: Task,
  withRuns: ReportRuns = (of, find) => find(runsIn(of, question, task)),
): Promise<PageReport> => {
  const of = await questionCalled(question)
  const inputs = of.inputs as Inputs
  // An empty control asks for the default.
  const filled = Object.entries(given).filter(
    ([name, one]) => one !== '' || !inputs[name]!.type.safeParse(undefined).success,
  )
  const json = Object.fromEntries(
    filled.map(([name, one]) => [name, typeof one === 'string' ? jsonOf(inputs[name]!, one) : one]),
  )
  const choices =
    of.about === 'region'
      ? []
      : of.about === 'two'
        ? two.map(one => choiceOf(open, one, scenario))
        : [choiceOf(open, scenario, scenario)]
  const { assumptions } = scenario
  const prepared = prepare(of, { open, choices, assumptions }, json, { page: true })
  const computed = Object.fromEntries(Object.entries(json).filter(([name]) => inputs[name]!.shows !== true))
  const key = JSON.stringify([question, scenario, two, computed])
  const known = answers.find(open, key)
  const answered = known ?? (await withRuns(open, runs => answerQuestion(prepared, runs)))
  return shown(prepared, answers.keep(open, key, answered))
}
