/** Before each file of browser tests: waits until the app is built and served. */

import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'

const address = inject('address')
while (address !== undefined) {
  const answer = await fetch(address).catch(() => undefined)
  if (answer?.ok === true) break
  if (answer !== undefined) throw new Error(await answer.text())
  await sleep(100)
}
