/** The league of a nation with which the app is built: seconds of simulations, the same for every reader. */

import type { Course } from '../../analysis/evidence/league-places.ts'
import type { Both } from '../../language/messages.ts'
import type { Show } from '../../questions/core/report.ts'

export interface AppLeague {
  readonly first: number
  /** From here on simulations. */
  readonly from: number
  readonly to: number
  readonly conditions: Both<string>
  readonly measures: ReadonlyArray<Show & { readonly id: string; readonly name: Both<string> }>
  /** Places of the nation, on a map of tiles; those without a course have no figures. */
  readonly places: ReadonlyArray<{
    readonly id: string
    readonly names: Both<string>
    readonly tile: readonly [column: number, row: number]
    readonly courses?: Readonly<Record<string, Course>>
  }>
}
