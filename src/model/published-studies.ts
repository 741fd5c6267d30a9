/** Studies of what spending, rates and rules do, cited beside the model's own effects. */

import { rows } from '../texts/tables.ts'

export interface Study {
  readonly authors: string
  readonly year: number
  readonly title: string
  /** Address at which a reader finds it. */
  readonly address: string
}

export const citationOf = ({ authors, year, title }: Study): string =>
  `${authors} (${year}): ${title}${title.endsWith('?') ? '' : '.'}`

/** The rows of regions/studies.csv by their id. */
export const studies: ReadonlyMap<string, Study> = new Map(
  rows.studies.map(({ id, year, ...row }) => [id, { ...row, year: Number(year) } as Study]),
)
