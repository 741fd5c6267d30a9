/** Results built into the app for its initial region and settings. */

import type { WasmRegion } from '../../analysis/wasm-region.ts'
import { answerCharts } from '../state/indicators.ts'
import { emptyDraft } from '../state/scenario.ts'
import { type About, about } from './answers/about.ts'
import { chances } from './answers/chances.ts'
import { futures } from './answers/futures.ts'
import { plan } from './answers/plan.ts'
import { type Verdicts, verdicts } from './answers/verdicts.ts'
import { type ChanceSensitivity, measureChanceSensitivity } from './chance-sensitivity.ts'
import type { Task } from '../../threads/task.ts'

export interface FirstResults {
  readonly about: About
  readonly verdicts: Verdicts
  /** Under the best package. */
  readonly sensitivity: ChanceSensitivity
}

const alone: Task = { cancelled: () => false, progress: () => {}, pause: async () => {} }

/** Bands are drawn, never compared: seven figures, so that the app stays small. */
const rounded = (values: ArrayLike<number>): number[] => Array.from(values, value => Number(value.toPrecision(7)))

export const firstResults = async (open: WasmRegion): Promise<FirstResults> => {
  const { seed, members, assumptions } = emptyDraft(open.region.id)
  const settings = { seed, members }
  const part = await futures(
    open,
    { settings, policies: plan(open, { assumptions }), assumptions, range: [0, members], paths: answerCharts },
    alone,
  )
  const found = verdicts(open, { parts: [part], paths: answerCharts, seed, members, assumptions })
  const bands = Object.fromEntries(
    Object.entries(found.bands).map(([id, paths]) => [
      id,
      Object.fromEntries(
        Object.entries(paths).map(([name, { p10, p50, p90 }]) => [
          name,
          { p10: rounded(p10), p50: rounded(p50), p90: rounded(p90) },
        ]),
      ),
    ]),
  )
  const known = about(open)
  const { best, playbooks } = found.answer
  const sensitivity = await measureChanceSensitivity(
    best.id,
    playbooks.find(({ id }) => id === best.id)!.probability.revived,
    found.influential[best.id],
    known.parameters,
    async held => {
      const { policy } = known.packages.find(({ id }) => id === best.id)!
      const judged = await chances(
        open,
        {
          policies: [policy],
          assumptions: { ...assumptions, ...held },
          settings,
          range: [0, members],
          paths: [],
          auditEvery: 0,
        },
        alone,
      )
      return judged.judgements[0]
    },
  )
  return { about: known, verdicts: { answer: found.answer, bands, influential: found.influential }, sensitivity }
}
