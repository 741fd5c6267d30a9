/** What becomes of the futures of a scenario: as What if has it, else from the pool; for links, which carry it. */

import { useEffect, useState } from 'react'
import type { Shares } from '../../analysis/classes.ts'
import { isCancelled } from '../worker/task.ts'
import { workers } from '../worker/workers.ts'
import { whenForgotten } from './about.ts'
import { keyOf, regionOf, useLive } from './live.ts'
import type { Draft } from './scenario.ts'
import { useStore } from './store.ts'

const known = new Map<string, Shares>()

whenForgotten(region => {
  for (const key of known.keys()) if (regionOf(key) === region) known.delete(key)
})

const compute = async ({ region, policy, assumptions, seed, members }: Draft, signal: AbortSignal): Promise<Shares> => {
  const { pool } = workers()
  const parts = await pool.parts(
    'chances',
    region,
    { settings: { seed, members }, policies: [policy], assumptions, range: [0, members], paths: [], auditEvery: 0 },
    { signal },
  )
  const [found] = await pool.ask('summary', region, { parts, paths: [] }, { signal })
  return found.probability
}

/** Undefined while it is computed. */
export const useEnding = (draft: Draft): Shares | undefined => {
  const key = keyOf(draft)
  const bands = useLive(state => state.bands)
  const live = bands?.key === key && bands.members === bands.whole ? bands.policy.probability : undefined
  // There it is computed anyway.
  const comes = useStore(state => state.view === 'what-if' && keyOf(state.draft) === key)
  const [, came] = useState('')
  const found = live ?? known.get(key)
  const asks = found === undefined && !comes
  useEffect(() => {
    if (!asks) return undefined
    const control = new AbortController()
    compute(draft, control.signal).then(
      shares => {
        known.set(key, shares)
        came(key)
      },
      (problem: unknown) => {
        // A link is as good without it.
        if (!isCancelled(problem)) came('')
      },
    )
    return () => control.abort()
    // The key holds all that decides the numbers.
    // oxlint-disable-next-line exhaustive-deps
  }, [key, asks])
  return found
}
