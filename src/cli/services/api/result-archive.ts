/**
 * Answers questions that were asked before from the store. If the store fails, only time is lost: the question is
 * computed again, and its result is sent without being stored.
 */

import type { ApiRequest, Ended } from './request.ts'
import type { NamedBytes, Store } from './store.ts'

interface Recalled {
  readonly ended: Ended
  readonly files: readonly NamedBytes[]
}

export interface ResultArchive {
  readonly recall: (asked: ApiRequest) => Promise<Recalled | undefined>
  readonly keep: (asked: ApiRequest, ended: Ended, files?: readonly NamedBytes[]) => Promise<void>
}

/** `log` receives the reasons why the store fails. */
export const createResultArchive = (store: Store | undefined, log: (text: string) => void): ResultArchive => {
  const trying = async <Result>(act: () => Promise<Result> | undefined): Promise<Result | undefined> => {
    try {
      return await act()
    } catch (problem) {
      log(`heartland: the store failed: ${(problem as Error).message}`)
      return undefined
    }
  }
  return {
    recall: async asked => {
      const found = await trying(() => store?.result(asked))
      if (found === undefined) return undefined
      const { result, notes, files } = found
      return { ended: { exitCode: 0, result, notes, messages: [] }, files }
    },
    keep: async (asked, ended, files) => {
      await trying(() => store?.keep(asked, ended, files))
    },
  }
}
