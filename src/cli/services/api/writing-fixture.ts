/**
 * Writes to a store until it is killed: new scenarios, and changes to one that other processes change too. It prints
 * the id and the version of each once it is written.
 */

import { ChangedMeanwhile, openStore } from './store.ts'

const [, , address, shared] = process.argv
const store = await openStore(address!, 'sources')
const given = { name: 'one', owner: '', notes: '' }
const told = ({ id, version }: { readonly id: string; readonly version: number }): void =>
  void process.stdout.write(`${id} ${version}\n`)
for (;;) {
  told(await store.create({ ...given, content: {} }))
  const { version, content } = (await store.scenario(shared!))!
  try {
    const { count } = content as { readonly count: number }
    told(await store.change(shared!, version, { ...given, content: { count: count + 1 } }))
  } catch (problem) {
    if (!(problem instanceof ChangedMeanwhile)) throw problem
  }
  await new Promise(resolve => setImmediate(resolve))
}
