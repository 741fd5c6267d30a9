/** The central projection of a scenario as tables for other programs, identical to `heartland export`. */

import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import { declaredOutcomes } from '../../../engine/recording.ts'
import { type ExportTable, recordForTables, tablesOf } from '../../../analysis/files/export/tables.ts'
import { conditionsOf } from '../../../questions/core/conditions.ts'
import type { Language } from '../../../language/messages.ts'
import type { Scenario } from '../../../scenario/scenario.ts'

export interface TablesInput {
  readonly scenario: Scenario
  readonly link: string
  /** Of the conditions; files for programs are English. */
  readonly language?: Language
}

export const tables = (open: WasmRegion, { scenario, link, language = 'en' }: TablesInput): ExportTable[] => {
  const names = declaredOutcomes(open.linked)
  const { policy, assumptions } = scenario
  const run = open.simulator.run({ policy, assumptions, record: recordForTables(open, names), audit: true })
  const conditions = conditionsOf({ open, scenario, inputs: {} })[language]
  return tablesOf(open, run, names, { scenario, conditions, link })
}
