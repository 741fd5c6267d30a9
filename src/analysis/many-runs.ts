/** Runs several scenarios of a region: one after the other here, side by side where a caller knows how. */

import type { SideInput } from '../engine/lanes/simulator.ts'
import type { Run, Simulator } from '../engine/run.ts'

/** Every way of running gives the same bits. */
export type ManyRuns = (inputs: readonly SideInput[]) => Run[]

export const oneAfterTheOther =
  (simulator: Simulator): ManyRuns =>
  inputs =>
    inputs.map(input => simulator.run(input))
