/** Selects the figures of a region that a run needs, which capsules and versions have in common. */

import type { RegionInput } from '../../../engine/run.ts'

/** Figures and paths as the engine takes them. */
export type CapsuleFigures = Pick<RegionInput, 'start' | 'values' | 'paths' | 'pastLevers'>

export const figuresOf = ({ start, values, paths, pastLevers }: CapsuleFigures): CapsuleFigures => ({
  start,
  values,
  paths,
  ...(pastLevers === undefined ? {} : { pastLevers }),
})
