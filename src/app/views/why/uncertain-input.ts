/** The uncertain parameters of an equation. */

import type { CauseRow } from '../../../analysis/explain/tree.ts'
import type { ParameterAbout } from '../../worker/answers/about.ts'

/** Uncertain parameters of a row: of the equation that it shows, or the row itself. */
export const handlesOf = (
  parameters: readonly ParameterAbout[],
  rows: ReadonlyArray<Pick<CauseRow, 'kind' | 'name' | 'labels'>>,
): ParameterAbout[] =>
  parameters.filter(({ name }) =>
    rows.some(row => {
      const labels = Object.values(row.labels)
      const address = labels.length === 0 ? row.name : `${row.name}[${labels.join(', ')}]`
      // Labels taken together have a handle each.
      const isTogether = labels.some(label => label.includes('..')) && name.startsWith(`${row.name}[`)
      return row.kind === 'parameter' && (name === address || isTogether)
    }),
  )
