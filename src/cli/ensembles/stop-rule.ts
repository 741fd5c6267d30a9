/** How sure the bands of an ensemble are so far, for a run that stops when they are sure enough. */

import { relativeBandError } from '../../engine/summary/bands.ts'
import type { Counts } from '../../engine/summary/counts.ts'
import type { Grid } from '../../engine/summary/grid.ts'
import type { OpenEnsemble } from './job.ts'
import { stepName } from './summary-tables.ts'

/** The largest error of a band, of the outcomes of the whole region over all steps, and whose it is. */
export const reachedBy = (
  { recording, open }: OpenEnsemble,
  counts: Counts,
  grid: Grid,
): { readonly error: number; readonly outcome: string } => {
  const { series, steps } = recording
  const watched = series.flatMap(({ variable }, at) =>
    open.linked.variables.get(variable)!.dimensions.length > 0
      ? []
      : Array.from({ length: steps }, (_, step) => at * steps + step),
  )
  const { error, cell } = relativeBandError(counts, grid, watched)
  if (cell < 0) return { error, outcome: 'none' }
  return { error, outcome: `${series[Math.floor(cell / steps)].name}@${stepName(recording, cell % steps)}` }
}
