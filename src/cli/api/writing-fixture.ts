/** Writes scenarios until it is killed, and prints the id of each once it is written. */

import { openStore } from './store.ts'

const store = await openStore(process.argv[2]!, 'sources')
for (;;) {
  const { id } = await store.create({ name: 'one', owner: '', notes: '', content: {} })
  process.stdout.write(`${id}\n`)
  await new Promise(resolve => setImmediate(resolve))
}
