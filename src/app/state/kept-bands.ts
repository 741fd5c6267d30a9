/** The simulations of saved scenarios beside those of current policy under the same conditions. */

import { workers } from '../worker/workers.ts'
import type { PolicySummary } from '../worker/answers/summary.ts'
import { chartIds } from '../../outcomes/catalogue.ts'
import { knownCurrent, placeIn } from './live.ts'
import { knownAnswers, useQuestion } from './question.ts'
import type { Draft, Kept } from './scenario.ts'
import { useStore } from './store.ts'

type Settings = Pick<Draft, 'seed' | 'members'>

const simulated = async (
  { region, policy, assumptions, outside }: Kept,
  { seed, members }: Settings,
  signal: AbortSignal | undefined,
): Promise<PolicySummary> => {
  const { pool } = workers()
  const under = { region, outside }
  // Current policy has been simulated already where the open scenario has the same assumptions and conditions.
  const current = knownCurrent({ ...under, assumptions, seed, members })?.parts
  const policies = current === undefined ? [{}, policy] : [policy]
  const settings = { seed, members }
  const area = placeIn(region)
  const parts = await pool.parts(
    'chances',
    under,
    { settings, policies, assumptions, paths: chartIds, area, auditEvery: 0 },
    { signal },
  )
  const summaries = await pool.ask('summary', under, { parts, current, paths: chartIds }, { signal })
  return summaries.at(-1)!
}

/**
 * By the id of the scenario: bands of its paths and of their differences, simulation by simulation, with the seed and the
 * number of simulations of the open scenario, so that all charts side by side come from the same shocks.
 */
export const useKeptBands = (kept: readonly Kept[]): Readonly<Record<string, PolicySummary>> => {
  const seed = useStore(state => state.draft.seed)
  const members = useStore(state => state.draft.members)
  const region = useStore(state => state.draft.region)
  const area = placeIn(
    region,
    useStore(state => state.asks),
  )
  const keyOf = ({ policy, assumptions, outside }: Kept): readonly unknown[] => [
    region,
    'kept bands',
    { policy, assumptions, outside, seed, members, area },
  ]
  const { data } = useQuestion({
    key: [region, 'all kept bands', ...kept.map(one => [one.id, keyOf(one)])],
    ask: async ({ signal }): Promise<Readonly<Record<string, PolicySummary>>> => {
      const found: Record<string, PolicySummary> = {}
      for (const one of kept) {
        const known = knownAnswers.getQueryData<PolicySummary>(keyOf(one))
        // Shared only when it is complete: simulations under way end with the question that began them.
        found[one.id] = known ?? (await simulated(one, { seed, members }, signal))
        knownAnswers.setQueryData(keyOf(one), found[one.id])
      }
      return found
    },
    wanted: kept.length > 0,
  })
  return data ?? {}
}
