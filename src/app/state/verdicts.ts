/** The answer for the region and assumptions in hand: built in for what the app begins with, else from the pool. */

import { first } from 'virtual:heartland/first'
import { useEffect } from 'react'
import { create } from 'zustand'
import { answerCharts } from '../charts/paths.ts'
import type { Verdicts } from '../worker/answers/verdicts.ts'
import { isCancelled } from '../worker/task.ts'
import { workers } from '../worker/workers.ts'
import { whenForgotten } from './about.ts'
import { noteResidual } from './residual.ts'
import { type Draft, emptyDraft } from './scenario.ts'
import { useStore } from './store.ts'

type Question = Pick<Draft, 'region' | 'assumptions' | 'seed' | 'members'>

const keyOf = ({ region, assumptions, seed, members }: Question): string =>
  JSON.stringify([region, Object.entries(assumptions).toSorted(([a], [b]) => (a < b ? -1 : 1)), seed, members])

interface VerdictsState {
  readonly known: Readonly<Record<string, Verdicts>>
  readonly progress: number
  readonly problem: string | undefined
}

const firstKey = keyOf(emptyDraft(first.about.region))

const useVerdictsStore = create<VerdictsState>()(() => ({
  known: { [firstKey]: first.verdicts },
  progress: 0,
  problem: undefined,
}))

/** What was shown last. */
let last: { readonly region: string; readonly verdicts: Verdicts } | undefined

/** Kept for going back and forth; the first is never forgotten. */
const mostKept = 6

const remember = (key: string, verdicts: Verdicts): void =>
  useVerdictsStore.setState(({ known }) => {
    const others = Object.entries(known).filter(([other]) => other !== key && other !== firstKey)
    return {
      known: { [firstKey]: first.verdicts, ...Object.fromEntries(others.slice(-mostKept)), [key]: verdicts },
      problem: undefined,
    }
  })

whenForgotten(region => {
  if (last?.region === region) last = undefined
  useVerdictsStore.setState(({ known }) => ({
    known: Object.fromEntries(Object.entries(known).filter(([key]) => (JSON.parse(key) as [string])[0] !== region)),
  }))
})

const compute = async ({ region, assumptions, seed, members }: Question, signal: AbortSignal): Promise<Verdicts> => {
  const { pool } = workers()
  const settings = { seed, members }
  const policies = await pool.ask('plan', region, { assumptions }, { signal })
  const parts = await pool.parts(
    'futures',
    region,
    { settings, policies, assumptions, range: [0, members], paths: answerCharts },
    { signal, progress: (done, all) => useVerdictsStore.setState({ progress: done / all }) },
  )
  return pool.ask('verdicts', region, { parts, paths: answerCharts, seed, members, assumptions }, { signal })
}

export interface KnownVerdicts {
  /** The last ones of this region while new ones are computed; undefined before the first. */
  readonly verdicts: Verdicts | undefined
  readonly done: boolean
  readonly progress: number
  readonly problem: string | undefined
}

export const useVerdicts = (): KnownVerdicts => {
  const region = useStore(state => state.draft.region)
  const assumptions = useStore(state => state.draft.assumptions)
  const seed = useStore(state => state.draft.seed)
  const members = useStore(state => state.draft.members)
  const key = keyOf({ region, assumptions, seed, members })
  const found = useVerdictsStore(state => state.known[key])
  const progress = useVerdictsStore(state => state.progress)
  const problem = useVerdictsStore(state => state.problem)
  useEffect(() => {
    if (found !== undefined) {
      last = { region, verdicts: found }
      noteResidual(found.answer.audit.largestResidual)
      return undefined
    }
    const control = new AbortController()
    useVerdictsStore.setState({ progress: 0, problem: undefined })
    compute({ region, assumptions, seed, members }, control.signal).then(
      verdicts => remember(key, verdicts),
      (failed: Error) => {
        if (!isCancelled(failed)) useVerdictsStore.setState({ problem: failed.message })
      },
    )
    return () => control.abort()
  }, [key, found, region, assumptions, seed, members])
  const before = last?.region === region ? last.verdicts : undefined
  return { verdicts: found ?? before, done: found !== undefined, progress, problem }
}

/** What is known of the region in hand without computing anything: for hints that need not be of the newest assumptions. */
export const useKnownVerdicts = (): Verdicts | undefined => {
  const draft = useStore(state => state.draft)
  const found = useVerdictsStore(state => state.known[keyOf(draft)])
  if (found !== undefined) return found
  if (last?.region === draft.region) return last.verdicts
  return draft.region === first.about.region ? first.verdicts : undefined
}
