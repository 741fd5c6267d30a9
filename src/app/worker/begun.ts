/** A worker that begins before the code of the page, so that the region is open when the page first asks. */

import type { WorkerName } from 'virtual:heartland/worker'
import type { ToThread } from '../../threads/protocol.ts'
import type { RegionQuestion } from './serve.ts'

interface Begun {
  readonly name: WorkerName
  readonly worker: Worker
}

const scope = globalThis as { begun?: Begun | undefined }

/** Questions of the page are numbered from 1, and no one waits for the answer to this one. */
const ready = (region: unknown): ToThread => ({
  kind: 'ask',
  id: 0,
  question: 'ready',
  input: { region: String(region), outside: {}, input: undefined } satisfies RegionQuestion,
  grants: false,
})

/** `region` is as it stands in the address or in the reader's draft. */
export const beginWorker = (file: string, name: WorkerName, region: unknown): void => {
  const worker = new Worker(file, { type: 'module', name })
  // Whoever takes it later would not hear that it does not start.
  worker.addEventListener('error', () => (scope.begun = undefined), { once: true })
  worker.postMessage(ready(region))
  scope.begun = { name, worker }
}

/** The worker that was begun for this use; it is given away once. */
export const takeBegun = (name: WorkerName): Worker | undefined => {
  const { begun } = scope
  if (begun?.name !== name) return undefined
  scope.begun = undefined
  return begun.worker
}
