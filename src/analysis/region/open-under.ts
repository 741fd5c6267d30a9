/** Opens a region anew under external conditions; apart from what checks them, which a page needs without a simulator. */

import type { OutsidePaths } from '../../engine/outside.ts'
import { createSimulator, type Simulator } from '../../engine/run.ts'
import { conditioned, regionUnder } from './outside.ts'
import type { OpenRegion } from './simulation.ts'

/** An open region under external conditions, in place of those that it was opened with; they have passed the test. */
export const openUnder = (open: OpenRegion, outside: OutsidePaths): OpenRegion => {
  if (Object.keys(outside).length === 0 && open.under === undefined) return open
  const { linked, program, simulator, files } = open
  const { region, under } = conditioned(open, outside)
  return { region, linked, program, simulator: createSimulator(program, region, simulator.horizon), under, files }
}

/** The simulator of an open region under further conditions, on top of those that it was opened with. */
export const simulatorOver = ({ region, linked, program, simulator }: OpenRegion, outside: OutsidePaths): Simulator =>
  createSimulator(program, regionUnder(region, linked, outside, simulator.horizon.end), simulator.horizon)
