/** What can be asked over HTTP, as plain data that a thread hands to the server: the commands that answer with --json. */

/** One property of a question's body. */
export interface RequestPart {
  /** As in the body: 'region', 'set', 'members'. */
  readonly name: string
  /** How the command line spells it: '--set'; empty for an argument, which has a place instead of a name. */
  readonly flag: string
  readonly description: string
  readonly kind: 'value' | 'list' | 'switch' | 'off-switch'
  readonly required: boolean
  /** The value that counts where none is given. */
  readonly standard?: string | undefined
  /** The words that it can be; any where undefined. */
  readonly choices?: readonly string[] | undefined
  /** What the value names: a region or a policy, which may also be a scenario in a link, but never a file. */
  readonly names?: 'region' | 'policy' | undefined
}

export interface RequestForm {
  /** Name of the command, which is its address too. */
  readonly name: string
  readonly description: string
  readonly parts: readonly RequestPart[]
  /** The result is a folder of files, and what is printed its summary. */
  readonly writesFolder: boolean
}

/** A question that was asked: its parts by name, each as the command line would have it. */
export interface ApiRequest {
  readonly name: string
  readonly parts: Readonly<Record<string, string | boolean | readonly string[]>>
  /** A scenario as in a file, as JSON text; it takes the place of the region. */
  readonly scenario?: string | undefined
  /** Where the files of a question that writes a folder go. */
  readonly folder?: string | undefined
}

/** What a result was computed with; with the question itself it determines every number. */
export interface ResultProvenance {
  readonly region: string
  /** Hashes of the model, of the region's figures and of its fitted parameters. */
  readonly model: string
  readonly data: string
  readonly parameters: string
}

export interface Ended {
  readonly exitCode: 0 | 1 | 2
  /** The result as JSON text; empty where there is none. */
  readonly result: string
  /** What was said beside it, such as that the parameters are fitted to an earlier model. */
  readonly notes: string
  /** What was wrong, in both languages. */
  readonly messages: ReadonlyArray<{
    readonly code: string
    readonly text: { readonly en: string; readonly zh: string }
  }>
  /** Absent where no region was opened. */
  readonly provenance?: ResultProvenance | undefined
}
