/** Questions to the workers from components: answers are shared and stored, and shown until newer ones arrive. */

import { type Query, QueryClient, skipToken, useQuery } from '@tanstack/react-query'
import type { Input, Output, QuestionName } from '../worker/answers.ts'
import type { AskOptions } from '../worker/client.ts'
import type { Built } from '../worker/first-view.ts'
import { workers } from '../worker/workers.ts'
import { problemText } from '../words/problem.ts'
import { useStore } from './store.ts'

/** An answer follows from its question alone, so it never grows old; what is no longer shown is dropped after a while. */
export const knownAnswers = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60_000,
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      structuralSharing: false,
    },
  },
})

export interface Question<Answer> {
  /** All that the answer depends on; the order of names within objects does not matter. */
  readonly key: readonly [region: string, name: string, ...input: readonly unknown[]]
  /** A question whose signal was read is cancelled when nobody waits for its answer any more. */
  readonly ask: (options: AskOptions) => Promise<Answer>
  /** The answer that the app is built with. */
  readonly known?: Answer | undefined
  /** False: only what is known already, until `ask` is called. */
  readonly wanted?: boolean
}

export interface Answering<Answer> {
  /** Undefined until the first answer about the region has come. */
  readonly data: Answer | undefined
  /** The reason why the newest question could not be answered. */
  readonly problem: string | undefined
  /** True when `data` answers the newest question. */
  readonly done: boolean
  readonly busy: boolean
  /** Share of the work done, 0 to 1, where the worker reports it. */
  readonly progress: number
  readonly ask: () => void
}

const progressKey = (key: readonly unknown[]): readonly unknown[] => ['progress', ...key]

/** Questions are compared by their keys. */
export const useQuestion = <Answer>({ key, ask, known, wanted = true }: Question<Answer>): Answering<Answer> => {
  const report = (share: number): unknown => knownAnswers.setQueryData(progressKey(key), share)
  const { data, error, isSuccess, isPlaceholderData, isFetching, refetch } = useQuery<unknown>(
    {
      queryKey: key,
      queryFn: context => {
        report(0)
        // Reading the signal marks the question as one that can be cancelled.
        return ask({
          get signal() {
            return context.signal
          },
          progress: (done, all) => report(done / all),
        })
      },
      enabled: wanted,
      ...(known === undefined ? {} : { initialData: () => known }),
      placeholderData: (before: unknown, query?: Query<unknown>) =>
        query?.queryKey[0] === key[0] ? before : undefined,
    },
    knownAnswers,
  )
  const { data: progress = 0 } = useQuery<number>({ queryKey: progressKey(key), queryFn: skipToken }, knownAnswers)
  return {
    data: data as Answer | undefined,
    problem: error === null ? undefined : problemText(error, useStore.getState().language),
    done: isSuccess && !isPlaceholderData,
    busy: isFetching,
    progress,
    ask: () => void refetch(),
  }
}

/** An answer of a worker, under the external conditions of the open scenario; `input` undefined asks nothing. */
export const useAnswer = <Name extends QuestionName>(
  name: Name,
  region: string,
  input: Input<Name> | undefined,
  by: 'run' | 'pool' = 'run',
): Answering<Output<Name>> => {
  const outside = useStore(state => state.draft.outside)
  return useQuestion({
    key: [region, name, input, outside],
    ask: ({ signal, progress }) =>
      workers()[by].ask(name, { region, outside }, input as Input<Name>, { signal, progress }),
    wanted: input !== undefined,
  })
}

/** Gives the answers that the app is built with, which stay. */
export const giveBuilt = (built: readonly Built<unknown>[]): void => {
  for (const { key, answer } of built) {
    const options = knownAnswers.defaultQueryOptions({ queryKey: key, gcTime: Number.POSITIVE_INFINITY })
    knownAnswers.getQueryCache().build(knownAnswers, options).setData(answer)
  }
}

/** After files of a region were brought or replaced: what was answered belongs to other figures. */
export const forgetAnswers = (region: string): void => void knownAnswers.resetQueries({ queryKey: [region] })
