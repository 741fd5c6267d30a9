/**
 * What a chunk of an ensemble costs beyond its members, and whether a second worker beside the first takes anything from
 * it. The full model of the three provinces, as a worker of a cluster computes it: one thread, all outcomes, a row for
 * each member. Processor time is printed beside the time of the clock, which on a busy machine says nothing.
 *
 *   npm run bench:chunks
 */

import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommandLine } from '../src/cli/program.ts'

const rounds = 2
const sizes = [64, 1088, 2112] as const

interface Cost {
  readonly members: number
  /** Milliseconds of the clock and of the processor. */
  readonly wall: number
  readonly cpu: number
  readonly bytes: number
}

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

const silent = { write: () => true }

const chunk = async (members: number): Promise<Cost> => {
  const folder = mkdtempSync(join(tmpdir(), 'chunks-'))
  const words = ['chunk', 'northeast', '--members', '1e6', '--traces', '0', '--threads', '1']
  const before = process.cpuUsage()
  const begin = performance.now()
  const code = await runCommandLine(
    [...words, '--from', '0', '--to', String(members), '--out', join(folder, 'out')],
    silent,
    silent,
  )
  if (code !== 0) throw new Error(`The chunk ended with code ${code}.`)
  const { user, system } = process.cpuUsage(before)
  const cost = { members, wall: performance.now() - begin, cpu: (user + system) / 1000, bytes: bytesIn(folder) }
  rmSync(folder, { recursive: true })
  return cost
}

/** A worker: its first chunk warms it up. */
const work = async (): Promise<void> => {
  await chunk(64)
  const found: Cost[] = []
  for (let round = 0; round < rounds; round++) for (const members of sizes) found.push(await chunk(members))
  process.stdout.write(JSON.stringify(found))
}

const startWorker = (): Promise<Cost[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), 'worker'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    child.stdout.on('data', (part: Buffer) => (text += part))
    child.on('close', code =>
      code === 0 ? resolve(JSON.parse(text) as Cost[]) : reject(new Error('A worker failed.')),
    )
  })

const least = (costs: readonly Cost[], members: number, what: 'wall' | 'cpu' | 'bytes'): number =>
  Math.min(...costs.filter(one => one.members === members).map(one => one[what]))

const report = (workers: number, costs: readonly Cost[]): void => {
  const [small, , large] = sizes
  for (const what of ['cpu', 'wall'] as const) {
    const each = (least(costs, large, what) - least(costs, small, what)) / (large - small)
    const fixed = least(costs, small, what) - small * each
    console.log(
      `| ${workers} | ${what === 'cpu' ? 'processor' : 'clock'} | ${each.toFixed(3)} | ${Math.round(1000 / each)} | ${fixed.toFixed(0)} | ${Math.ceil(fixed / each / 0.02)} |`,
    )
  }
  console.log(
    `${((least(costs, large, 'bytes') - least(costs, small, 'bytes')) / (large - small)).toFixed(0)} bytes a member`,
  )
}

if (process.argv[2] === 'worker') await work()
else {
  console.log('| workers | time | ms a member | members a second and core | ms a chunk | members for 2 % |')
  console.log('|---|---|---|---|---|---|')
  report(1, await startWorker())
  report(2, (await Promise.all([startWorker(), startWorker()])).flat())
}
