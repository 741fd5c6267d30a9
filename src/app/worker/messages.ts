/** The messages between the page and its workers. */

/** Files of a region that the reader brought along, by their paths ('my-region/figures.csv'). */
export type RegionFiles = Readonly<Record<string, string>>

export type ToWorker =
  | {
      readonly kind: 'ask'
      readonly id: number
      readonly question: string
      readonly region: string
      readonly input: unknown
    }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'define'; readonly region: string; readonly files: RegionFiles }

/** `mistake` is a fault of what was asked, told in words for the reader; others are faults of the program. */
export interface Problem {
  readonly name: string
  readonly message: string
}

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'problem'; readonly id: number; readonly problem: Problem }
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly all: number }
