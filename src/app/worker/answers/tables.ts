/** The central projection of a scenario as tables for other programs, identical to `heartland export`. */

import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import { outcomeNames, type ExportTable, recordForTables, tablesOf } from '../../../analysis/files/export/tables.ts'
import type { Scenario } from '../../../scenario/scenario.ts'

export interface TablesInput {
  readonly scenario: Scenario
  readonly link: string
}

export const tables = (open: WasmRegion, { scenario, link }: TablesInput): ExportTable[] => {
  const names = outcomeNames(open)
  const { policy, assumptions } = scenario
  const run = open.simulator.run({ policy, assumptions, record: recordForTables(open, names), audit: true })
  return tablesOf(open, run, names, { scenario, link })
}
