/**
 * How far each assumption moves the probability of revival: built in for the best package of the first answer,
 * otherwise calculated on demand.
 */

import { first } from 'virtual:heartland/first'
import type { Verdicts } from '../worker/answers/verdicts.ts'
import { type ChanceSensitivity, measureChanceSensitivity, measuredAssumptions } from '../worker/chance-sensitivity.ts'
import { workers } from '../worker/workers.ts'
import { aboutOf } from './about.ts'
import { type Answering, useQuestion } from './question.ts'
import { useStore } from './store.ts'

/** Of a package in an answer; computed by the pool when it is asked for. */
export const useChanceSensitivity = (verdicts: Verdicts, id: string): Answering<ChanceSensitivity> => {
  const { region, seed, members, assumptions, packages } = verdicts.answer
  const outside = useStore(state => state.draft.outside)
  return useQuestion({
    key: [region, 'chance sensitivity', { seed, members, assumptions, outside, id }],
    known: verdicts === first.verdicts && id === first.sensitivity.package ? first.sensitivity : undefined,
    wanted: false,
    ask: async ({ progress }) => {
      const { pool } = workers()
      const place = { region, outside }
      const { policies } = await pool.ask('plan', place, { assumptions })
      const at = packages.findIndex(one => one.id === id)
      let done = 0
      return measureChanceSensitivity(
        packages[at].probability.revived,
        verdicts.influential[id],
        aboutOf(region)?.parameters ?? [],
        async held => {
          const { judgements } = await pool.ask('chances', place, {
            policies: [policies[at]],
            assumptions: { ...assumptions, ...held },
            settings: { seed, members },
            range: [0, members],
            paths: [],
            auditEvery: 0,
          })
          progress?.(++done, 2 * measuredAssumptions)
          return judgements[0]
        },
      )
    },
  })
}
