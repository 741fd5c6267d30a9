/** The audit of the accounts behind what is shown: of the central run of the scenario, and of the last ensemble. */

import { hashKey } from '@tanstack/react-query'
import { first } from 'virtual:heartland/first'
import { create } from 'zustand'
import { workers } from '../worker/workers.ts'
import { type Question, useQuestion } from './question.ts'
import { type Draft, emptyDraft } from './scenario.ts'
import { useStore } from './store.ts'
import { type WorstAudit, worstAudit } from '../../analysis/runs/accounts-hold.ts'

const useEnsembleStore = create<{ readonly audit: WorstAudit | undefined }>()(() => ({ audit: undefined }))

/** Called with each finished ensemble. */
export const noteEnsemble = (audit: WorstAudit): void => useEnsembleStore.setState({ audit })

const question = ({ region, policy, assumptions, outside }: Draft): Question<WorstAudit> => ({
  key: [region, 'audit', { policy, assumptions, outside }],
  ask: ({ signal }) => workers().pool.ask('audit', { region, outside }, { policy, assumptions }, { signal }),
})

const firstKey = hashKey(question(emptyDraft(first.about.region)).key)

/** Undefined until a run has been audited. */
export const useAccounts = (): WorstAudit | undefined => {
  const asked = question(useStore(state => state.draft))
  // The app is built with the audit of current policy.
  const known = hashKey(asked.key) === firstKey ? first.audit : undefined
  const { data } = useQuestion({ ...asked, known })
  return worstAudit([data, useEnsembleStore(state => state.audit)])
}
