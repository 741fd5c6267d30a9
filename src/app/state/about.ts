/** Information about a region: built in for the first region, from a worker for others. */

import { first } from 'virtual:heartland/first'
import type { About } from '../worker/answers/about.ts'
import { workers } from '../worker/workers.ts'
import { type Answering, knownAnswers, type Question, useQuestion, useAnswer } from './question.ts'
import { useStore } from './store.ts'
import type { Conditions } from '../worker/answers/conditions.ts'
import type { Sources } from '../../regions/rows.ts'

const builtIn = (region: string): About | undefined => (region === first.about.region ? first.about : undefined)

const question = (region: string): Question<About> => ({
  key: [region, 'about'],
  ask: () => workers().run.ask('about', { region }, undefined),
  known: builtIn(region),
})

/** Of the open region, with the reason where it could not be opened. */
export const useOpening = (): Answering<About> => useQuestion(question(useStore(state => state.draft.region)))

/** Undefined until a worker has opened the open region. */
export const useAbout = (): About | undefined => useOpening().data

/** Outside components: what is known already. */
export const aboutOf = (region: string): About | undefined =>
  knownAnswers.getQueryData<About>(question(region).key) ?? builtIn(region)

/** Called after a region was opened. */
export const whenAboutChanges = (heard: () => void): (() => void) =>
  knownAnswers.getQueryCache().subscribe(event => {
    if (event.type === 'updated' && event.action.type === 'success' && event.query.queryKey[1] === 'about') heard()
  })
/** Of the region itself, whatever conditions the scenario sets. */
export const useConditions = (): Answering<Conditions> => {
  const region = useStore(state => state.draft.region)
  return useQuestion({
    key: [region, 'conditions'],
    ask: ({ signal }) => workers().run.ask('conditions', { region }, undefined, { signal }),
  })
}

const none: Sources = {}

export const useSources = (region: string): Sources => useAnswer('sources', region, {}).data ?? none
