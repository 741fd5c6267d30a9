/** An answer of a worker in a component: the last one stays while a new one is computed, and the newest question wins. */

import { useEffect, useRef, useState } from 'react'
import type { Input, Output, QuestionName } from '../worker/answers.ts'
import { isCancelled } from '../worker/task.ts'
import { workers } from '../worker/workers.ts'

export interface Answering<Answer> {
  /** Undefined until the first answer has come. */
  readonly data: Answer | undefined
  /** Why the newest question could not be answered. */
  readonly problem: string | undefined
  /** True when `data` answers the newest question. */
  readonly done: boolean
  /** Share of the work done, 0 to 1, where the answer tells it. */
  readonly progress: number
}

/** `input` undefined asks nothing. Inputs are compared by their contents. */
export const useAnswer = <Name extends QuestionName>(
  name: Name,
  region: string,
  input: Input<Name> | undefined,
  by: 'run' | 'pool' = 'run',
): Answering<Output<Name>> => {
  const [state, setState] = useState<Answering<Output<Name>> & { readonly key: string }>({
    data: undefined,
    problem: undefined,
    done: false,
    progress: 0,
    key: '',
  })
  const key = input === undefined ? '' : JSON.stringify([name, region, input])
  const newest = useRef(input)
  newest.current = input
  useEffect(() => {
    if (key === '') return undefined
    const control = new AbortController()
    const asked = newest.current as Input<Name>
    setState(before => ({ ...before, done: false, progress: 0, problem: undefined }))
    const client = by === 'run' ? workers().run : workers().pool
    client
      .ask(name, region, asked, {
        signal: control.signal,
        progress: (done, all) => setState(before => ({ ...before, progress: done / all })),
      })
      .then(
        data => setState({ data, problem: undefined, done: true, progress: 1, key }),
        (problem: Error) => {
          if (!isCancelled(problem)) setState(before => ({ ...before, problem: problem.message, done: true }))
        },
      )
    return () => control.abort()
  }, [key, name, region, by])
  return { ...state, done: state.done && state.key === key }
}
