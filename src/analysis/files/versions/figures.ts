/** Selects the figures of a region that a run needs, which capsules and versions have in common. */

import type { RegionInput } from '../../../engine/run.ts'

/** Figures and paths as the engine takes them. */
export type CapsuleFigures = Omit<RegionInput, 'known'>

export const figuresOf = ({ start, values, paths, pastLevers, links, closure }: CapsuleFigures): CapsuleFigures => ({
  start,
  values,
  paths,
  ...(pastLevers === undefined ? {} : { pastLevers }),
  ...(links === undefined ? {} : { links }),
  ...(closure === undefined ? {} : { closure }),
})
