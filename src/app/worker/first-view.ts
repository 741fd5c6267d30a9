/** Each page of a question as it is opened, answered as the app is built: the page stands before the workers have a model. */

import type { WasmRegion } from '../../analysis/region/wasm-region.ts'
import { type DeclaredName, isQuestion, type QuestionEntry, questionEntries } from '../../questions/index.ts'
import { noTask } from '../../threads/task.ts'
import { shownYear } from '../state/quarters.ts'
import { emptyDraft } from '../state/scenario.ts'
import { type ViewName, viewNames } from '../state/view-names.ts'
import { form, type Form, type PageReport, questionReport, type ReportRuns } from './answers/question.ts'
import { rounded } from './first-results.ts'
import { reportInput } from './report-input.ts'

/** An answer with the key by which the page knows its question. */
export interface Built<Answer> {
  readonly key: readonly unknown[]
  readonly answer: Answer
}

export interface FirstView {
  readonly form: Built<Form>
  readonly report: Built<PageReport>
}

/** The question whose page a view is or holds, unless its answer hangs on the policy or on the day on which it is opened. */
const questionOf = (view: ViewName): DeclaredName | undefined => {
  const question = view === 'data' ? 'list' : view
  if (!isQuestion(question) || question === 'round') return undefined
  return (questionEntries[question] as QuestionEntry).ofPolicy === true ? undefined : question
}

export const firstViewNames: readonly ViewName[] = viewNames.filter(view => questionOf(view) !== undefined)

export const firstView = async (open: WasmRegion, view: ViewName, runs?: ReportRuns): Promise<FirstView> => {
  const named = questionOf(view)
  if (named === undefined) throw new Error(`The view ${view} is not opened with answers.`)
  const { region, assumptions, outside } = emptyDraft(open.region.id)
  const question = { question: named }
  const asked = await form(open, question)
  const input = reportInput(named, {
    form: asked,
    head: { area: '', year: String(shownYear) },
    asks: {},
    scenario: { name: 'baseline', policy: {}, assumptions },
    policies: {},
  })
  return {
    form: { key: [region, 'form', question, outside], answer: asked },
    report: {
      key: [region, 'report', input, outside],
      // A page shows seven figures at most.
      answer: rounded(await questionReport(open, input, noTask, runs), 9),
    },
  }
}
