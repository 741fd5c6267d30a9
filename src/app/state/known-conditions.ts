/** What is known of the external conditions of the open region: paths, baselines and stress tests. */

import type { Conditions } from '../worker/answers/conditions.ts'
import { workers } from '../worker/workers.ts'
import { type Answering, useQuestion } from './question.ts'
import { useStore } from './store.ts'

/** Of the region itself, whatever conditions the scenario sets. */
export const useConditions = (): Answering<Conditions> => {
  const region = useStore(state => state.draft.region)
  return useQuestion({
    key: [region, 'conditions'],
    ask: ({ signal }) => workers().run.ask('conditions', { region }, undefined, { signal }),
  })
}
