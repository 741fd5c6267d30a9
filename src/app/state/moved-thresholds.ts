/** Thresholds that the reader moves, and the answer at them: simulations are run once more, kept, and judged anew. */

import type { Answer } from '../../analysis/answer/verdict.ts'
import type { Thresholds } from '../../model/criteria.ts'
import { workers } from '../worker/workers.ts'
import { useQuestion } from './question.ts'
import { movedThresholds } from './scenario.ts'
import { useStore } from './store.ts'

/** Sets the thresholds of the open scenario; those at their standard are left out. */
export const moveThresholds = (thresholds: Thresholds): void => {
  const { draft, change } = useStore.getState()
  const moved = movedThresholds(thresholds)
  const { thresholds: _before, ...others } = draft
  change(Object.keys(moved).length === 0 ? others : { ...draft, thresholds: moved })
}

interface Moved {
  /** The answer as given until the simulations are kept. */
  readonly answer: Answer
  /** Share of the simulations that are run; undefined when nothing is under way. */
  readonly progress: number | undefined
  readonly problem: string | undefined
}

export const useMovedThresholds = (answer: Answer, thresholds: Thresholds): Moved => {
  const { region, seed, members, assumptions, packages } = answer
  const outside = useStore(state => state.draft.outside)
  const moved = Object.keys(movedThresholds(thresholds)).length > 0
  const { data, done, busy, progress, problem } = useQuestion({
    key: [region, 'kept simulations', { seed, members, assumptions, outside }],
    wanted: moved,
    ask: async ({ signal, progress: report }) => {
      // Few readers move a threshold, and judging takes much of the model's own code.
      const { keptOf, withThresholds } = await import('../../analysis/answer/moved-thresholds.ts')
      const { pool } = workers()
      const place = { region, outside }
      const planned = await pool.ask('plan', place, { assumptions }, { signal })
      const policies = planned.policies.slice(0, packages.length)
      const task = { settings: { seed, members }, policies, assumptions, paths: [], auditEvery: 0 }
      const parts = await pool.parts('futures', place, task, { signal, progress: report })
      const kept = policies.map((_, at) => parts.flatMap(({ futures }) => futures[at].map(keptOf)))
      return (standard: Answer, moveTo: Thresholds): Answer => withThresholds(standard, kept, moveTo)
    },
  })
  return {
    answer: moved && done && data !== undefined ? data(answer, thresholds) : answer,
    progress: moved && busy ? progress : undefined,
    problem: moved ? problem : undefined,
  }
}
