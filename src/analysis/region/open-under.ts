/** Opens a region anew under external conditions; apart from what checks them, which a page needs without a simulator. */

import type { OutsidePaths } from '../../engine/outside.ts'
import { createSimulator, type Simulator } from '../../engine/run.ts'
import { createWasmSimulator } from '../../engine/run/wasm-simulator.ts'
import { heldIn, holding } from './held.ts'
import { conditioned, outsideOf, regionUnder } from './outside.ts'
import { relinked } from './placing.ts'
import type { OpenRegion } from './simulation.ts'
import { startInstance, type WasmRegion } from './wasm-region.ts'

/** `plain` opens a region without anything held, under conditions that have passed the test. */
const under = <Open extends OpenRegion>(
  opened: Open,
  outside: OutsidePaths,
  plain: (open: Open, conditions: ReturnType<typeof conditioned>) => Open,
): Open | WasmRegion => {
  const base = (opened.judged?.base ?? opened) as Open
  if (Object.keys(outside).length === 0 && base.under === undefined) return base
  const { region, under: own } = conditioned(base, outside)
  const conditions = { region: relinked(base, region, [outside]), under: own }
  if (heldIn(conditions.under.own.paths, outside).length === 0) return plain(base, conditions)
  const { judgement, ...held } = holding(base, conditions, outside)
  const { files } = base
  return {
    ...held,
    program: held.simulator.program,
    under: conditions.under,
    judged: { judgement, base },
    files,
  }
}

/** An open region under external conditions, in place of those that it was opened with; they have passed the test. */
export const openUnder = (opened: OpenRegion, outside: OutsidePaths): OpenRegion =>
  under(opened, outside, ({ linked, program, simulator, files }, conditions) => ({
    ...conditions,
    linked,
    program,
    simulator: createSimulator(program, conditions.region, simulator.horizon),
    files,
  }))

/** The region on the same module under external conditions that have passed the test; some hundredths of a second. */
export const openUnderOnWasm = (opened: WasmRegion, outside: OutsidePaths): WasmRegion =>
  under(opened, outside, ({ linked, built, simulator: { horizon }, files }, conditions) => {
    const fresh = () => startInstance(built)
    const simulator = createWasmSimulator(linked, conditions.region, horizon, built.manifest, fresh)
    return { ...conditions, linked, program: simulator.program, simulator, built, files }
  })

/** The simulator of an open region under further conditions, on top of those that it was opened with. */
export const simulatorOver = (open: OpenRegion, outside: OutsidePaths): Simulator => {
  const { region, linked, program, simulator } = open
  const { horizon } = simulator
  const changed = regionUnder(region, linked, outside, horizon.end)
  return createSimulator(program, relinked(open, changed, [outsideOf(open), outside]), horizon)
}
