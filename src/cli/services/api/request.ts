/**
 * Describes the requests over HTTP besides the declared questions: the commands that answer with --json, as plain data that a
 * thread passes to the server.
 */

import type { QuestionProvenance } from '../../../questions/core/json.ts'

/** One property of a question's body. */
export interface RequestPart {
  /** Its name in the body, such as 'region', 'set' or 'members'. */
  readonly name: string
  /** Its name on the command line, such as '--set'; empty for an argument, which has a place instead of a name. */
  readonly flag: string
  readonly description: string
  readonly kind: 'value' | 'list' | 'switch' | 'off-switch'
  readonly required: boolean
  /** The value that counts where none is given. */
  readonly standard?: string | undefined
  /** The words that are allowed; undefined where any word is. */
  readonly choices?: readonly string[] | undefined
  /** Whether the value names a region or a policy; both may also be a scenario in a link, but never a file. */
  readonly names?: 'region' | 'policy' | undefined
}

export interface RequestForm {
  /** The name of the command, which is also its address. */
  readonly name: string
  readonly description: string
  readonly parts: readonly RequestPart[]
  /** True where the result is a folder of files, of which the command prints a summary. */
  readonly writesFolder: boolean
}

/** A question that was asked: its parts by name, in JSON, or for a command that is no declared question in words. */
export interface ApiRequest {
  readonly name: string
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
