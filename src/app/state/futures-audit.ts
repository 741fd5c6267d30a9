/** The accounts of all futures of a policy, checked by the pool; a run by itself says nothing of the others. */

import { useEffect, useState } from 'react'
import type { Policy } from '../../engine/scenario.ts'
import { isCancelled } from '../worker/task.ts'
import { workers } from '../worker/workers.ts'
import { useStore } from './store.ts'

interface FuturesAudit {
  readonly members: number
  /** Of regional output or of the total, whichever the check is held against. */
  readonly largestResidual: number
}

export interface FuturesAuditing {
  /** Of the policy in hand; undefined while it is computed. */
  readonly audit: FuturesAudit | undefined
  readonly progress: number
  readonly problem: string | undefined
}

export const useFuturesAudit = (policy: Policy): FuturesAuditing => {
  const { region, assumptions, seed, members } = useStore(state => state.draft)
  const key = JSON.stringify([region, policy, assumptions, seed, members])
  const [state, setState] = useState<FuturesAuditing & { readonly key: string }>({
    audit: undefined,
    progress: 0,
    problem: undefined,
    key: '',
  })
  useEffect(() => {
    const control = new AbortController()
    const input = { settings: { seed, members }, policies: [policy], assumptions, paths: [], auditEvery: 1 }
    setState({ audit: undefined, progress: 0, problem: undefined, key })
    workers()
      .pool.parts(
        'chances',
        region,
        { ...input, range: [0, members] },
        {
          signal: control.signal,
          progress: (done, all) => setState(before => ({ ...before, progress: done / all })),
        },
      )
      .then(
        parts => {
          const largestResidual = Math.max(...parts.map(({ audit }) => audit.largestResidual))
          setState({ audit: { members, largestResidual }, progress: 1, problem: undefined, key })
        },
        (problem: Error) => {
          if (!isCancelled(problem)) setState(before => ({ ...before, problem: problem.message }))
        },
      )
    return () => control.abort()
    // The key holds all that decides the numbers.
    // oxlint-disable-next-line exhaustive-deps
  }, [key])
  return state.key === key ? state : { audit: undefined, progress: 0, problem: undefined }
}
