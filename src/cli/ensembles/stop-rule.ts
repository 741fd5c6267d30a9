/** The stop rule of an ensemble: when it looks, and how sure the bands are so far. */

import { relativeBandError } from '../../engine/summary/bands.ts'
import type { Counts } from '../../engine/summary/counts.ts'
import type { Grid } from '../../engine/summary/grid.ts'
import { PART } from './files.ts'
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

/** Numbers of members at which the stop rule looks: about half as many again each time. */
export const checkpoints = (most: number): number[] => {
  const points: number[] = []
  for (let at = 1024; at < most; at = at < PART ? at * 2 : Math.ceil((at * 1.5) / PART) * PART) points.push(at)
  return [...points, most]
}
