/**
 * Prints the time that the code of the model takes with joined vectors, over how long it takes without; or over that of another
 * checkout. Two processes take turns, each warm, so that whatever else the machine does meets both: only the ratio counts.
 *
 *   npm run bench:kernel [-- CHECKOUT]
 */

import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath, pathToFileURL } from 'node:url'

const rounds = 60
const warmUp = 25
const members = 32

const [word, given] = process.argv.slice(2)

/** Answers each message with the milliseconds of processor time that the members took, and a hash of their results. */
const serve = async (checkout: string): Promise<void> => {
  const from = (path: string) => import(pathToFileURL(`${checkout}/src/${path}`).href)
  const { builtModule } = await from('cli/wasm-module.ts')
  const { openRegion } = await from('cli/simulation.ts')
  const { orderMembers, runnersOf } = await from('analysis/members.ts')
  const { createBlock } = await from('engine/run/runner.ts')
  const open = openRegion('northeast')
  const task = { settings: { seed: 7, members: 1000 }, policies: [{}], assumptions: {}, auditEvery: 0 }
  const [runner] = runnersOf(orderMembers(open, builtModule(open), task, ['regionOutput']))
  const block = createBlock(runner.recording, runner.width)
  process.on('message', () => {
    const begin = process.threadCpuUsage()
    runner.run(0, members, block)
    const { user, system } = process.threadCpuUsage(begin)
    const hash = createHash('sha256').update(new Uint8Array(block.values.buffer)).digest('hex')
    process.send!({ time: (user + system) / 1000 / members, hash })
  })
  process.send!('ready')
}

const own = fileURLToPath(new URL('..', import.meta.url))

const start = async (checkout: string, vectors: string) => {
  const child = fork(fileURLToPath(import.meta.url), ['serve', checkout], {
    env: { ...process.env, HEARTLAND_VECTORS: vectors },
  })
  await once(child, 'message')
  return {
    ask: async (): Promise<{ time: number; hash: string }> => {
      child.send('run')
      const [answer] = await once(child, 'message')
      return answer
    },
    end: () => child.kill(),
  }
}

const at = (sorted: readonly number[], share: number): string => sorted[Math.floor(sorted.length * share)]!.toFixed(3)

if (word === 'serve') await serve(given!)
else {
  const base = await start(word ?? own, word === undefined ? '' : 'wide')
  const other = await start(own, 'wide')
  const ratios: number[] = []
  const times: number[] = []
  for (let round = -warmUp; round < rounds; round++) {
    const [first, second] = [await base.ask(), await other.ask()]
    if (first.hash !== second.hash) throw new Error('the two do not agree to the bit')
    if (round < 0) continue
    ratios.push(second.time / first.time)
    times.push(second.time)
  }
  base.end()
  other.end()
  const sorted = ratios.toSorted((a, b) => a - b)
  console.log(
    `${rounds} turns: ${at(sorted, 0.5)} of the time of ${word ?? 'vectors that are not joined'} at the median ` +
      `(${at(sorted, 0.25)} to ${at(sorted, 0.75)} in the middle half; ${at(
        times.toSorted((a, b) => a - b),
        0.5,
      )} ms a member)`,
  )
}
