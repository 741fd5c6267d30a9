/** What moving a guess does to the verdict: asked for when its card is shown, coarse first, and kept by scenario. */

import { useEffect } from 'react'
import { create } from 'zustand'
import type { OneGuess } from '../../analysis/evidence-of-one.ts'
import type { Assumptions, Policy } from '../../engine/scenario.ts'
import { isCancelled } from '../worker/task.ts'
import { workers } from '../worker/workers.ts'
import { useAbout } from './about.ts'

export interface SwayQuestion {
  readonly region: string
  readonly guess: string
  readonly policy: Policy
  readonly assumptions: Assumptions
  readonly seed: number
}

/** Moves of the first, coarse answer and of the last one, which are those of the command line. */
const swayWalks = [8, 40] as const

interface SwayState {
  /** By scenario and guess: the best answer so far; null where the value is no guess. */
  readonly known: Readonly<Record<string, OneGuess | null>>
  readonly busy: string | undefined
  readonly progress: number
  readonly problem: string | undefined
}

const useSwayStore = create<SwayState>()(() => ({ known: {}, busy: undefined, progress: 0, problem: undefined }))

/** Kept for going back and forth between cards and scenarios. */
const mostKept = 100

const remember = (key: string, answer: OneGuess | null): void =>
  useSwayStore.setState(({ known }) => {
    const others = Object.entries(known).filter(([other]) => other !== key)
    return { known: { ...Object.fromEntries(others.slice(1 - mostKept)), [key]: answer } }
  })

const sorted = (values: Readonly<Record<string, unknown>>): unknown[] =>
  Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1))

const isFinal = (answer: OneGuess | null | undefined): boolean =>
  answer === null || (answer !== undefined && answer.moves + answer.failed >= swayWalks[1])

const ask = async (key: string, { region, ...input }: SwayQuestion, signal: AbortSignal): Promise<void> => {
  useSwayStore.setState({ busy: key, progress: 0, problem: undefined })
  try {
    for (const walks of swayWalks) {
      const answer = await workers().pool.ask(
        'sway',
        region,
        { ...input, walks },
        { signal, progress: moves => useSwayStore.setState({ progress: moves / swayWalks[1] }) },
      )
      remember(key, answer)
      if (isFinal(answer)) break
    }
    if (useSwayStore.getState().busy === key) useSwayStore.setState({ busy: undefined })
  } catch (problem) {
    // Whoever asks next has already put its own key there.
    if (useSwayStore.getState().busy !== key) return
    useSwayStore.setState({
      busy: undefined,
      problem: isCancelled(problem) ? undefined : (problem as Error).message,
    })
  }
}

export interface Sway {
  /** Undefined while nothing is computed; null where the value is no guess. */
  readonly answer: OneGuess | null | undefined
  /** All moves were made. */
  readonly done: boolean
  readonly busy: boolean
  /** Share of the moves made. */
  readonly progress: number
  readonly problem: string | undefined
}

/** `question` undefined asks nothing; a question is taken back when another comes or the card goes. */
export const useSway = (question: SwayQuestion | undefined): Sway => {
  const about = useAbout()
  const key =
    question === undefined || about === undefined
      ? ''
      : JSON.stringify([
          about.model,
          about.data,
          question.region,
          sorted(question.policy),
          sorted(question.assumptions),
          question.seed,
          question.guess,
        ])
  const answer = useSwayStore(state => state.known[key])
  const busy = useSwayStore(state => state.busy === key)
  const progress = useSwayStore(state => state.progress)
  const problem = useSwayStore(state => state.problem)
  useEffect(() => {
    if (key === '' || question === undefined || isFinal(useSwayStore.getState().known[key])) return undefined
    const control = new AbortController()
    void ask(key, question, control.signal)
    return () => control.abort()
    // The key says all of the question.
  }, [key])
  return { answer, done: isFinal(answer), busy, progress, problem: busy ? undefined : problem }
}
