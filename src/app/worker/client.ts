/** The page's view of a worker: questions by name, with the types of their inputs and answers. */

import type { OutsidePaths } from '../../engine/outside.ts'
import type { AskOptions, Client as Thread } from '../../threads/protocol.ts'
import type { Input, Output, QuestionName } from './answers.ts'
import type { RegionFiles } from './region-files.ts'
import type { Definition, RegionQuestion } from './serve.ts'

export type { AskOptions } from '../../threads/protocol.ts'

/** A region, and the external conditions that a question is asked under: those of the region where none are given. */
export interface AskedPlace {
  readonly region: string
  readonly outside?: OutsidePaths
}

export interface QuestionClient {
  ask<Name extends QuestionName>(
    name: Name,
    place: AskedPlace,
    input: Input<Name>,
    options?: AskOptions,
  ): Promise<Output<Name>>
  define(region: string, files: RegionFiles): void
}

export const createQuestionClient = (thread: Pick<Thread, 'ask'>): QuestionClient => ({
  ask: (name, { region, outside = {} }, input, options) =>
    thread.ask(name, { region, outside, input } satisfies RegionQuestion, options),
  define: (region, files) => void thread.ask('define', { region, files } satisfies Definition),
})

/**
 * Asks one question at a time and always the newest: while one is under way, only the last that came is kept, the others
 * are forgotten. `done` hears every answer that comes.
 */
export const latest = <Given, Found>(
  ask: (given: Given) => Promise<Found>,
  done: (found: Found, given: Given) => void,
  failed: (problem: unknown) => void,
): ((given: Given) => void) => {
  let busy = false
  let next: { readonly given: Given } | undefined
  const start = (given: Given): void => {
    busy = true
    ask(given)
      .then(found => done(found, given), failed)
      .finally(() => {
        busy = false
        if (next === undefined) return
        const { given: newer } = next
        next = undefined
        start(newer)
      })
  }
  return given => {
    if (busy) next = { given }
    else start(given)
  }
}
