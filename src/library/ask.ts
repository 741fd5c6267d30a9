/** Every question of the command line for a program, in this thread; what each takes and gives follows from its declaration. */

import type * as z from 'zod'
import { openUnderOnWasm } from '../analysis/region/open-under.ts'
import { buildLinked, type WasmRegion } from '../analysis/region/wasm-region.ts'
import type { Language } from '../language/messages.ts'
import { oneOf } from '../language/usage.ts'
import type { ReportFrame } from '../questions/core/frames.ts'
import { askJson, type Door, type Result, type statedFields } from '../questions/core/json.ts'
import { pastIn } from '../questions/core/past-in.ts'
import type { QuestionDeclaration, Inputs } from '../questions/core/question.ts'
import { runsHere } from '../questions/core/runs-here.ts'
import { questionEntries, questionCalled, type DeclaredName, questionNames } from '../questions/index.ts'
import { noTask } from '../threads/task.ts'
import { checkOptions } from './given.ts'
import { openedOf, type Region } from './region.ts'

type Declared<Name extends DeclaredName> = Awaited<ReturnType<(typeof questionEntries)[Name]['load']>>

type InputsOf<Name extends DeclaredName> =
  Declared<Name> extends QuestionDeclaration<infer Own extends Inputs, infer _Found, infer _Recorded> ? Own : never

type StatedOf<Name extends DeclaredName> = z.input<
  z.ZodObject<(typeof statedFields)[(typeof questionEntries)[Name]['about']]>
>

/** The inputs of a question; an input that is left out has the default of the command line. */
export type Given<Name extends DeclaredName> = StatedOf<Name> & {
  readonly [Input in keyof InputsOf<Name> as InputsOf<Name>[Input] extends { readonly pageOnly: true }
    ? never
    : Input]?: z.output<InputsOf<Name>[Input]['type']> | undefined
}

type RecordOf<Name extends DeclaredName> =
  Declared<Name> extends QuestionDeclaration<infer _Own extends Inputs, infer _Found, infer Recorded> ? Recorded : never

interface Asked<Name extends DeclaredName> extends Pick<Result, 'notes' | 'unbalanced' | 'provenance'> {
  /** The object of the command with --json. */
  readonly record: RecordOf<Name>
  /** The tables of its report; numbers are in the unit that stands at their column. */
  readonly tables: readonly ReportFrame[]
}

export interface AskOptions {
  /** Of the heads of tables; English when absent. */
  readonly language?: Language
  readonly progress?: (done: number, all: number) => void
}

export const ask = async <Name extends DeclaredName>(
  name: Name,
  region: Region,
  given: Given<Name> = {} as Given<Name>,
  options: AskOptions = {},
): Promise<Asked<Name>> => {
  checkOptions('ask', options)
  const { language = 'en', progress = () => {} } = options
  const door: Door<WasmRegion> = {
    under: openUnderOnWasm,
    find: ({ of: question, asked }, open) => {
      const past = (runs: Parameters<typeof pastIn>[1]) => pastIn(open, runs, ({ linked }) => buildLinked(linked))
      return question.find(asked, runsHere(open, { ...noTask, progress }, past))
    },
  }
  const of = await questionCalled(oneOf('question', name, questionNames))
  const { record, notes, unbalanced, provenance, frames } = await askJson(of, given, openedOf(region), door)
  return {
    record: record as RecordOf<Name>,
    tables: frames(language),
    notes,
    provenance,
    ...(unbalanced === undefined ? {} : { unbalanced }),
  }
}
