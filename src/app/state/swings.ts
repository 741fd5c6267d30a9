/** The swings of assumptions under a package: built in for the best package of the first answer, else when asked for. */

import { first } from 'virtual:heartland/first'
import { create } from 'zustand'
import type { Verdicts } from '../worker/answers/verdicts.ts'
import { measureSwings, type Swings } from '../worker/swings.ts'
import { isCancelled } from '../worker/task.ts'
import { workers } from '../worker/workers.ts'
import { aboutOf } from './about.ts'
import type { Draft } from './scenario.ts'

interface SwingsState {
  /** By answer and package. */
  readonly known: Readonly<Record<string, Swings>>
  readonly busy: string | undefined
  readonly progress: number
  readonly problem: string | undefined
}

const useSwingsStore = create<SwingsState>()(() => ({ known: {}, busy: undefined, progress: 0, problem: undefined }))

const keyOf = ({ answer: { model, data, seed, members, assumptions } }: Verdicts, id: string): string =>
  JSON.stringify([model, data, seed, members, assumptions, id])

const firstKey = keyOf(first.verdicts, first.swings.package)

export const useSwings = (
  verdicts: Verdicts,
  id: string,
): { readonly swings: Swings | undefined; readonly busy: boolean; readonly progress: number } => {
  const key = keyOf(verdicts, id)
  const swings = useSwingsStore(state => state.known[key])
  const busy = useSwingsStore(state => state.busy === key)
  const progress = useSwingsStore(state => state.progress)
  return { swings: swings ?? (key === firstKey ? first.swings : undefined), busy, progress }
}

/** Measures them with the pool; one package at a time. */
export const askSwings = (verdicts: Verdicts, id: string, draft: Draft): void => {
  const { region, assumptions, seed, members } = draft
  const about = aboutOf(region)
  const playbook = verdicts.answer.playbooks.find(one => one.id === id)
  if (about === undefined || playbook === undefined) return
  const key = keyOf(verdicts, id)
  useSwingsStore.setState({ busy: key, progress: 0, problem: undefined })
  const { pool } = workers()
  let done = 0
  const names = verdicts.influential[id]
  const policies = pool.ask('plan', region, { assumptions })
  measureSwings(id, playbook.probability.revived, names, about.parameters, async held => {
    const at = verdicts.answer.playbooks.indexOf(playbook)
    const policy = (await policies)[at]
    const judged = await pool.ask('chances', region, {
      policies: [policy],
      assumptions: { ...assumptions, ...held },
      settings: { seed, members },
      range: [0, members],
      paths: [],
      auditEvery: 0,
    })
    done++
    useSwingsStore.setState({ progress: done / 12 })
    return judged.judgements[0]
  }).then(
    swings => useSwingsStore.setState(({ known }) => ({ known: { ...known, [key]: swings }, busy: undefined })),
    (problem: Error) => {
      useSwingsStore.setState({ busy: undefined, ...(isCancelled(problem) ? {} : { problem: problem.message }) })
    },
  )
}
