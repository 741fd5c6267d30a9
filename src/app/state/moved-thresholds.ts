/** The answer at thresholds that the reader has moved: its simulations are kept, and judged anew. */

import { hashKey } from '@tanstack/react-query'
import { first } from 'virtual:heartland/first'
import { areMoved, type KeptFuture, keptOf, withThresholds } from '../../analysis/moved-thresholds.ts'
import type { Answer } from '../../analysis/verdict.ts'
import type { Thresholds } from '../../model/criteria.ts'
import type { FuturesPart } from '../worker/answers/futures.ts'
import { keptFrom } from '../worker/kept.ts'
import { workers } from '../worker/workers.ts'
import { knownAnswers, useQuestion } from './question.ts'
import { type Draft, emptyDraft } from './scenario.ts'
import { useStore } from './store.ts'

interface Moved {
  /** The answer as given until its simulations are there. */
  readonly answer: Answer
  /** Share of the simulations that are run; undefined when nothing is under way. */
  readonly progress: number | undefined
  readonly problem: string | undefined
}

type Asked = Pick<Draft, 'region' | 'seed' | 'members' | 'assumptions' | 'outside'>

const keyOf = ({ region, seed, members, assumptions, outside }: Asked) =>
  [region, 'kept simulations', { seed, members, assumptions, outside }] as const

const firstKey = hashKey(keyOf(emptyDraft(first.about.region)))

const keptIn = (parts: readonly FuturesPart[], packages: number): KeptFuture[][] =>
  Array.from({ length: packages }, (_, at) => parts.flatMap(({ futures }) => futures[at].map(keptOf)))

/** Of an answer that the page computes itself. */
export const keepSimulations = (asked: Asked, parts: readonly FuturesPart[], packages: number): void => {
  knownAnswers.setQueryData(keyOf(asked), keptIn(parts, packages))
}

const builtIn = async (): Promise<KeptFuture[][] | undefined> => {
  const { kept } = await import('virtual:heartland/kept')
  if (kept === undefined) return undefined
  const bytes = Uint8Array.from(atob(kept), sign => sign.charCodeAt(0))
  const { packages, members } = first.verdicts.answer
  return keptFrom(new Float32Array(bytes.buffer), { packages: packages.length, members })
}

export const useMovedThresholds = (answer: Answer, thresholds: Thresholds): Moved => {
  const { region, seed, members, assumptions, packages } = answer
  const outside = useStore(state => state.draft.outside)
  const moved = areMoved(thresholds)
  const key = keyOf({ region, seed, members, assumptions, outside })
  const { data, done, busy, progress, problem } = useQuestion({
    key,
    wanted: moved,
    ask: async ({ signal, progress: report }): Promise<KeptFuture[][]> => {
      const known = hashKey(key) === firstKey ? await builtIn() : undefined
      if (known !== undefined) return known
      const { pool } = workers()
      const place = { region, outside }
      const policies = (await pool.ask('plan', place, { assumptions }, { signal })).slice(0, packages.length)
      const task = { settings: { seed, members }, policies, assumptions, range: [0, members], paths: [], auditEvery: 0 }
      const parts = await pool.parts('futures', place, { ...task, range: [0, members] }, { signal, progress: report })
      return keptIn(parts, policies.length)
    },
  })
  return {
    answer: moved && done && data !== undefined ? withThresholds(answer, data, thresholds) : answer,
    progress: moved && busy ? progress : undefined,
    problem: moved ? problem : undefined,
  }
}
