/** Before each file of browser tests: waits until the app is built and served. */

import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'

/** A build takes one, on a machine that others use as well some more. */
const patience = 10 * 60_000

const served = async (address: string): Promise<void> => {
  for (const started = Date.now(); Date.now() - started < patience; await sleep(100)) {
    const answer = await fetch(address).catch(() => undefined)
    if (answer?.ok === true) return
    if (answer !== undefined) throw new Error(await answer.text())
  }
  throw new Error('The app has not been built and served within ten minutes.')
}

const address = inject('address')
if (address !== undefined) await served(address)
