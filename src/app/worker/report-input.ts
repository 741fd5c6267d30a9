/** The question that a page asks a worker for its report, of which the answers are known by. */

import type { DeclaredName } from '../../questions/index.ts'
import type { Form, ReportInput } from './answers/question.ts'

type Words = Readonly<Record<string, string | undefined>>

interface Opened {
  readonly form: Form
  /** The place and the year of the head. */
  readonly head: Words
  /** Of all pages, what the reader has set: the id of a control follows the name of its question. */
  readonly asks: Words
  readonly scenario: ReportInput['scenario']
  /** Policies by the ids that the reader chooses from, in place of ids of packages. */
  readonly policies: Readonly<Record<string, ReportInput['scenario'] | undefined>>
  /** Inputs that the view around it has set. */
  readonly within?: ReportInput['given'] | undefined
}

export const reportInput = (
  question: DeclaredName,
  { form: { list, about }, head, asks, scenario, policies, within }: Opened,
): ReportInput => {
  const set = (name: string): string | undefined => asks[`${question}.${name}`]
  const chosen = (id: string): string | ReportInput['scenario'] => (id === 'draft' ? scenario : (policies[id] ?? id))
  return {
    question,
    given: {
      ...Object.fromEntries(list.map(({ name, standard }) => [name, head[name] ?? set(name) ?? standard])),
      ...within,
    },
    scenario,
    ...(about === 'two' ? { two: [chosen(set('first') ?? 'A'), chosen(set('second') ?? 'draft')] } : {}),
  }
}
