/** Results built into the app for its initial region and settings. */

import type { WasmRegion } from '../../analysis/region/wasm-region.ts'
import type { Widening } from '../../analysis/runs/widening.ts'
import { noTask } from '../../threads/task.ts'
import { chartIds, variableOf } from '../../outcomes/catalogue.ts'
import { emptyDraft } from '../state/scenario.ts'
import { type About, about } from './answers/about.ts'
import { auditOf, type WorstAudit } from '../../analysis/runs/accounts-hold.ts'
import { chances } from './answers/chances.ts'
import { type Lines, lines } from './answers/lines.ts'
import { type PolicySummary, summary } from './answers/summary.ts'
import { wideningFor } from './widening.ts'

export interface FirstResults {
  readonly about: About
  /** Of the central run of current policy. */
  readonly audit: WorstAudit
  /** Current policy in What if, as it is opened: its central run, and its simulations. */
  readonly runs: Pick<PolicySummary, 'members' | 'bands'> & { readonly lines: Lines }
  /** The error of the model that its simulations carry, with all its figures. */
  readonly widening: Widening | undefined
}

/** Fewer figures than a number has: the first visit waits for these results. */
export const rounded = <Results>(results: Results, figures: number): Results =>
  JSON.parse(
    JSON.stringify(results, (_, part: unknown) =>
      typeof part === 'number' && !Number.isInteger(part)
        ? Number(part.toPrecision(figures))
        : part instanceof Float64Array
          ? [...part]
          : part,
    ),
  )

export const firstResults = async (open: WasmRegion): Promise<FirstResults> => {
  const { seed, members, assumptions } = emptyDraft(open.region.id)
  /** Of current policy charts draw these bands alone. */
  const bandsOfAll = async (): Promise<PolicySummary['bands']> => {
    const task = { settings: { seed, members }, policies: [{}], assumptions, paths: chartIds, auditEvery: 0 }
    const parts = [await chances(open, { ...task, range: [0, members] }, noTask)]
    const [{ bands }] = summary(open, { parts, paths: chartIds })
    return Object.fromEntries(Object.entries(bands).map(([id, { p10, p90 }]) => [id, { p10, p90 }]))
  }
  return {
    // Policies are entered into links and runs, so what can be set keeps all its figures.
    about: about(open),
    audit: auditOf(open, { policy: {}, assumptions }),
    widening: await wideningFor(open, { settings: { seed, members }, assumptions }),
    // Charts show fewer than six.
    runs: rounded(
      {
        lines: lines(open, {
          runs: [{ policy: {}, assumptions }],
          record: [...new Set(chartIds.map(id => variableOf(id, 'region')))],
          cost: { of: 0, against: 0 },
        }),
        members,
        bands: await bandsOfAll(),
      },
      6,
    ),
  }
}
