/** A question that was asked over HTTP, and how it ended, as plain data between the server and its threads. */

import type { QuestionProvenance } from '../../../questions/core/json.ts'

export interface ApiRequest {
  readonly name: string
  /** By name, in JSON. */
  readonly parts: Readonly<Record<string, unknown>>
  /** A scenario as in a file, as JSON text; it takes the place of the region. */
  readonly scenario?: string | undefined
  /** The folder for the files of a question that writes some. */
  readonly folder?: string | undefined
}

export interface Ended {
  readonly exitCode: 0 | 1 | 2
  /** The result as JSON text; empty where there is none. */
  readonly result: string
  /** Remarks beside the result, such as that the parameters were fitted to an earlier model. */
  readonly notes: string
  /** The messages of what was wrong, in both languages. */
  readonly messages: ReadonlyArray<{
    readonly code: string
    readonly text: { readonly en: string; readonly zh: string }
  }>
  /** Absent where no region was opened. */
  readonly provenance?: QuestionProvenance | undefined
}
