/** The answer for the current region and assumptions: built in for the first one, otherwise from the workers. */

import { hashKey } from '@tanstack/react-query'
import { first } from 'virtual:heartland/first'
import { useEffect } from 'react'
import { answerCharts } from '../../outcomes/catalogue.ts'
import type { Verdicts } from '../worker/answers/verdicts.ts'
import type { Probabilities } from '../../analysis/answer/verdict.ts'
import { useAbout } from './about.ts'
import { cellMembers, cellRuns, financedTask, regimeIn } from '../../analysis/answer/robustness.ts'
import { declaredPackages } from '../../model/packages.ts'
import { workers } from '../worker/workers.ts'
import { newestAnswer, type Question, useQuestion } from './question.ts'
import { noteEnsemble } from './accounts.ts'
import { type Draft, emptyDraft } from './scenario.ts'
import { useStore } from './store.ts'

const name = 'verdicts'

const keyOf = ({ region, assumptions, outside, seed, members }: Draft): Question<Verdicts>['key'] => [
  region,
  name,
  { assumptions, outside, seed, members },
]

const firstKey = hashKey(keyOf(emptyDraft(first.about.region)))

const question = (draft: Draft): Question<Verdicts> => {
  const { assumptions, seed, members } = draft
  const key = keyOf(draft)
  return {
    key,
    known: hashKey(key) === firstKey ? first.verdicts : undefined,
    ask: async ({ signal, progress }) => {
      const { pool } = workers()
      const settings = { seed, members }
      const { policies, financed } = await pool.ask('plan', draft, { assumptions }, { signal })
      const parts = await pool.parts(
        'futures',
        draft,
        { settings, policies, assumptions, paths: answerCharts },
        { signal, progress },
      )
      const { regime, rest } = regimeIn(assumptions)
      const inCell = Math.min(cellMembers, members)
      const cells = await pool.parts(
        'chances',
        draft,
        {
          settings: { seed, members: inCell },
          ...cellRuns(policies.slice(0, declaredPackages.length), rest, regime),
          paths: [],
          auditEvery: 0,
        },
        { signal },
      )
      const financedParts = await pool.parts(
        'chances',
        draft,
        { ...financedTask(financed, settings, assumptions), paths: [] },
        { signal },
      )
      return pool.ask(
        'verdicts',
        draft,
        { parts, cells, financedParts, paths: answerCharts, seed, members, assumptions },
        { signal },
      )
    },
  }
}

export interface KnownVerdicts {
  /** The last ones of this region while new ones are computed; undefined before the first. */
  readonly verdicts: Verdicts | undefined
  readonly done: boolean
  readonly progress: number
  readonly problem: string | undefined
}

export const useVerdicts = (): KnownVerdicts => {
  const draft = useStore(state => state.draft)
  const { data, done, progress, problem } = useQuestion(question(draft))
  useEffect(() => {
    if (done && data !== undefined) noteEnsemble(data.answer.audit)
  }, [data, done])
  return { verdicts: data ?? newestAnswer(draft.region, name), done, progress, problem }
}

/**
 * Of current policy and of the policy of the open scenario, where the answer of these conditions is known already: for the time until
 * What if has simulated them. Packages are known as long as nothing is assumed that would scale them differently.
 */
export const useKnownClasses = (): Readonly<Record<'nothing' | 'policy', Probabilities | undefined>> => {
  const draft = useStore(state => state.draft)
  const about = useAbout()
  const { data, done } = useQuestion({ ...question(draft), wanted: false })
  const { policy, assumptions, outside, thresholds } = draft
  if (!done || data === undefined || thresholds !== undefined) return { nothing: undefined, policy: undefined }
  const { packages } = data.answer
  const [nothing] = packages
  if (Object.keys(policy).length === 0) return { nothing, policy: nothing }
  const standard = Object.keys({ ...assumptions, ...outside }).length === 0
  const same = standard ? about?.packages.find(one => hashKey([one.policy]) === hashKey([policy])) : undefined
  return { nothing, policy: packages.find(({ id }) => id === same?.id) }
}

/** What is known of the open region without computing anything: for hints that need not be of the newest assumptions. */
export const useKnownVerdicts = (): Verdicts | undefined => {
  const draft = useStore(state => state.draft)
  const { data } = useQuestion({ ...question(draft), wanted: false })
  const { region, verdicts } = { region: first.about.region, verdicts: first.verdicts }
  return data ?? newestAnswer(draft.region, name) ?? (draft.region === region ? verdicts : undefined)
}
