/**
 * Distribution of the simulations of a scenario over the classes, for links: as shown in What if, or from the workers.
 */

import type { Shares } from '../../model/criteria.ts'
import { workers } from '../worker/workers.ts'
import { scenarioKey, useLive } from './live.ts'
import { useQuestion } from './question.ts'
import type { Draft } from './scenario.ts'
import { useStore } from './store.ts'

/** Undefined while it is computed, and where it cannot be: a link is as good without it. */
export const useEnding = (draft: Draft): Shares | undefined => {
  const { region, policy, assumptions, outside, seed, members } = draft
  const key = scenarioKey(draft)
  const bands = useLive(state => state.bands)
  const live = bands?.key === key && bands.members === bands.whole ? bands.policy.probability : undefined
  // There it is computed anyway.
  const comes = useStore(state => state.view === 'what-if' && scenarioKey(state.draft) === key)
  const { data, done } = useQuestion({
    key: [region, 'ending', { policy, assumptions, outside, seed, members }],
    ask: async ({ signal }): Promise<Shares> => {
      const { pool } = workers()
      const settings = { seed, members }
      const parts = await pool.parts(
        'chances',
        draft,
        { settings, policies: [policy], assumptions, paths: [], auditEvery: 0 },
        { signal },
      )
      const [found] = await pool.ask('summary', draft, { parts, paths: [] }, { signal })
      return found.probability
    },
    wanted: live === undefined && !comes,
  })
  return live ?? (done ? data : undefined)
}
