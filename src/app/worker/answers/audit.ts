/** The accounts of the central run of a scenario, as the command line checks them before it shows a result. */

import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import type { Run } from '../../../engine/run.ts'
import type { SetInputs } from '../../../engine/scenario.ts'

/** Largest residual in any quarter, of output, and the account it is in. */
export type AccountsAudit = Pick<NonNullable<Run['audit']>, 'largestResidual' | 'where'>

export const audit = ({ simulator }: WasmRegion, { policy, assumptions }: SetInputs): AccountsAudit => {
  const { largestResidual, where } = simulator.run({ policy, assumptions, record: [], audit: true }).audit!
  return { largestResidual, where }
}
