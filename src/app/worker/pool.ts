/**
 * Divides ensembles among workers: each takes the next part when it has finished one, and parts are returned in order.
 */

import type { Client as Thread } from '../../threads/protocol.ts'
import { createPool as createThreads, spread } from '../../threads/spread.ts'
import { cutParts } from '../../threads/parts.ts'
import type { Output } from './answers.ts'
import type { EnsembleInput } from './answers/chances.ts'
import { type AskOptions, type AskedPlace, type QuestionClient, createQuestionClient } from './client.ts'
import type { RegionFiles } from './region-files.ts'
import type { TrialsPart } from './trials.ts'
import type { KeptPart } from '../../analysis/runs/members.ts'
import type { MembersWish } from '../../questions/core/runs-here.ts'

export interface QuestionPool extends QuestionClient {
  /** All members of an ensemble, in parts; which worker ran a part changes nothing in it. */
  parts<Name extends 'chances'>(
    name: Name,
    place: AskedPlace,
    input: EnsembleInput,
    options?: AskOptions & {
      /** Gets each part as it comes, in any order. */
      readonly came?: (part: Output<Name>) => void
    },
  ): Promise<Array<Output<Name>>>
}

export const createQuestionPool = (create: () => Thread, size: number): QuestionPool => {
  const defined = new Map<string, RegionFiles>()
  const threads = createThreads(() => {
    const thread = create()
    for (const [region, files] of defined) createQuestionClient(thread).define(region, files)
    return thread
  }, size)
  /** Runs the parts of ensembles that an answering worker wishes for, in the same way. */
  const membersOf = async (
    place: AskedPlace,
    { orders, questions }: MembersWish,
    { signal, progress }: { readonly signal: AskOptions['signal']; readonly progress: (more: number) => void },
  ): Promise<KeptPart[]> => {
    const parts: KeptPart[] = []
    await spread(threads, {
      pieces: questions,
      ask: (thread, { order, range }, options) =>
        createQuestionClient(thread).ask('members', place, { order: orders[order], range }, options),
      take: (part, _, at) => {
        parts[at] = part
      },
      progress,
      signal,
    })
    return parts
  }
  /** Runs the simulations that a searching worker wishes for in parts on all workers; they count as progress of its question. */
  const trialsOf = async (
    place: AskedPlace,
    whole: TrialsPart,
    { signal, progress }: { readonly signal: AskOptions['signal']; readonly progress: (more: number) => void },
  ) => {
    const parts: Array<readonly [TrialsPart['range'], Float64Array]> = []
    await spread(threads, {
      pieces: cutParts(whole.range),
      ask: (thread, range, options) => createQuestionClient(thread).ask('trials', place, { ...whole, range }, options),
      take: (values, range) => parts.push([range, values]),
      progress,
      signal,
    })
    return parts
  }
  /** Has the other workers open the region meanwhile, so that they can begin as soon as simulations are wished for. */
  const openBeside = (asked: Thread, place: AskedPlace): void => {
    for (let at = 0; at < size; at++) {
      const thread = threads.at(at)
      // A region that cannot be opened is a problem of the question itself.
      if (thread !== asked)
        createQuestionClient(thread)
          .ask('ready', place, undefined)
          .catch(() => {})
    }
  }
  return {
    ask: (name, place, input, options = {}) => {
      const { signal, progress } = options
      const reported = { done: 0, all: 0 }
      const thread = threads.free()
      if (name === 'report') openBeside(thread, place)
      return createQuestionClient(thread).ask(name, place, input, {
        ...options,
        progress: (done, all) => {
          // The worker counts what it wished for when it has come, the page while it is run.
          Object.assign(reported, { done: Math.max(done, reported.done), all })
          progress?.(reported.done, all)
        },
        grant: wish => {
          const how = {
            signal,
            progress: (more: number) => progress?.(Math.min(reported.all, (reported.done += more)), reported.all),
          }
          const wished = wish as TrialsPart | MembersWish
          return 'orders' in wished ? membersOf(place, wished, how) : trialsOf(place, wished, how)
        },
      })
    },
    parts: async <Name extends 'chances'>(
      name: Name,
      place: AskedPlace,
      input: EnsembleInput,
      { signal, progress, came }: AskOptions & { readonly came?: (part: Output<Name>) => void } = {},
    ) => {
      const { first: members = input.settings.members } = input
      const all = members * input.policies.length
      const parts: Array<Output<Name>> = []
      let done = 0
      await spread(threads, {
        pieces: cutParts([0, members]),
        ask: (thread, range, options) => createQuestionClient(thread).ask(name, place, { ...input, range }, options),
        take: (part, _, at) => {
          parts[at] = part
          came?.(part)
        },
        progress: more => progress?.((done += more), all),
        signal,
        steady: true,
      })
      return parts
    },
    define: (region, files) => {
      defined.set(region, files)
      for (const thread of threads.clients) createQuestionClient(thread).define(region, files)
    },
  }
}
