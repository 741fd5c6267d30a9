/**
 * Divides ensembles among workers: each takes the next part when it has finished one, and parts are returned in order.
 */

import type { ChancesInput } from './answers/chances.ts'
import type { Client } from './client.ts'
import type { AskOptions } from './client.ts'
import type { Input, Output, QuestionName } from './answers.ts'
import type { RegionFiles } from './messages.ts'
import { Cancelled } from './task.ts'

export interface Pool {
  readonly size: number
  /** A question to one of the workers. */
  ask<Name extends QuestionName>(
    name: Name,
    region: string,
    input: Input<Name>,
    options?: AskOptions,
  ): Promise<Output<Name>>
  /** Members [from, to) of an ensemble, in parts; which worker ran a part changes nothing in it. */
  parts<Name extends 'futures' | 'chances'>(
    name: Name,
    region: string,
    input: ChancesInput,
    options?: AskOptions,
  ): Promise<Array<Output<Name>>>
  define(region: string, files: RegionFiles): void
}

/** Small enough that nobody waits long for the last part, large enough that asking costs little. */
const membersInPart = 32

export const createPool = (create: () => Client, size: number): Pool => {
  const clients: Client[] = []
  const defined = new Map<string, RegionFiles>()
  const client = (at: number): Client => {
    while (clients.length <= at) {
      const made = create()
      for (const [region, files] of defined) made.define(region, files)
      clients.push(made)
    }
    return clients[at]
  }
  const free = (): Client => {
    for (let at = 0; at < size; at++) if (client(at).waiting === 0) return clients[at]
    return clients.toSorted((a, b) => a.waiting - b.waiting)[0]
  }
  return {
    size,
    ask: (name, region, input, options) => free().ask(name, region, input, options),
    parts: async <Name extends 'futures' | 'chances'>(
      name: Name,
      region: string,
      input: ChancesInput,
      { signal, progress }: AskOptions = {},
    ) => {
      const [from, to] = input.range
      const starts = Array.from(
        { length: Math.ceil((to - from) / membersInPart) },
        (_, at) => from + at * membersInPart,
      )
      const parts: Array<Output<Name>> = []
      const done = starts.map(() => 0)
      let next = 0
      const work = async (at: number): Promise<void> => {
        for (let part = next++; part < starts.length; part = next++) {
          if (signal?.aborted === true) throw new Cancelled()
          const range = [starts[part], Math.min(to, starts[part] + membersInPart)] as const
          parts[part] = await client(at).ask(
            name,
            region,
            { ...input, range },
            {
              signal,
              progress: runs => {
                done[part] = runs
                progress?.(
                  done.reduce((sum, one) => sum + one, 0),
                  (to - from) * input.policies.length,
                )
              },
            },
          )
        }
      }
      await Promise.all(Array.from({ length: Math.min(size, starts.length) }, (_, at) => work(at)))
      return parts
    },
    define: (region, files) => {
      defined.set(region, files)
      for (const one of clients) one.define(region, files)
    },
  }
}
