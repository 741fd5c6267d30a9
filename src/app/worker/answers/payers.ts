/** Payments that change the balance of each sector under the current policy, with the variables behind them. */

import { bookCauses, type CellCause } from '../../../analysis/books/cell-causes.ts'
import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import { type PayerFlow, payerFlows, payingSectors } from '../../../analysis/who/payers.ts'
import type { SetInputs } from '../../../engine/scenario.ts'

export interface CausedFlow extends PayerFlow {
  readonly causes: readonly CellCause[]
}

/** By the id of the sector; the largest first. */
export const payers = (open: WasmRegion, input: SetInputs): Readonly<Record<string, readonly CausedFlow[]>> => {
  const { transactionFlows } = bookCauses(open)
  const flows = payerFlows(open, input)
  return Object.fromEntries(
    payingSectors.map(({ id, columns }) => [
      id,
      flows[id]
        .map(flow => ({ ...flow, causes: columns.flatMap(column => transactionFlows[flow.row]?.[column] ?? []) }))
        .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change)),
    ]),
  )
}
