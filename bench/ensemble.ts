/**
 * How fast members of an ensemble run: the interpreter, JavaScript one by one, WebAssembly side by side on one thread
 * and on all. The full model of the three provinces, 2024-2040 by quarters, sampled parameters and drawn shocks, all
 * outcomes recorded; initialisation and draws included. Prints a Markdown table: compare ratios, not machines.
 *
 *   npm run bench:ensemble [-- members]        members of the threads' turns, 2000 when absent
 */

import { availableParallelism } from 'node:os'
import { buildModule, lanesRunner } from '../src/cli/lanes.ts'
import { createThreads } from '../src/cli/lanes-threads.ts'
import { openRegion } from '../src/cli/simulation.ts'
import { memberInput } from '../src/engine/ensemble.ts'
import { orderLanes } from '../src/engine/lanes/runner.ts'
import type { Column } from '../src/engine/lanes/share.ts'
import { createBlock, createMemberRunner, type MemberRunner } from '../src/engine/member-runner.ts'
import { declaredOutcomes, planRecording } from '../src/engine/recording.ts'
import { createSimulator } from '../src/engine/run.ts'
import { interpret } from '../src/language/emit/interpret.ts'

const rounds = 7
const members = Number(process.argv[2] ?? 2_000)
const threads = availableParallelism()

const open = openRegion('northeast')
const { linked, region, simulator } = open
const { steps, horizon } = simulator
const settings = { seed: 2026, members: Math.max(members, 100_000) }
const recording = planRecording(linked, declaredOutcomes(linked), { start: region.start, steps, stepsPerYear: 4 })

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Milliseconds a member. */
const time = (runner: MemberRunner, from: number, count: number): number => {
  const block = createBlock(recording, runner.width)
  const begin = performance.now()
  for (let first = 0; first < count; first += runner.width)
    runner.run(from + first, Math.min(runner.width, count - first), block)
  return (performance.now() - begin) / count
}

const interpreted = createSimulator(interpret(linked), region, horizon)
const oneByOne = (auditEvery: number): MemberRunner =>
  createMemberRunner(simulator, recording, memberInput(linked, simulator, settings), { auditEvery })
const sideBySide = (auditEvery: number): MemberRunner => lanesRunner(open, { settings, recording, auditEvery })

/** Both in turn, after a turn to get warm, so that whatever else the machine does meets both. */
const alternate = (
  javascript: MemberRunner,
  lanes: MemberRunner,
): { readonly javascript: number; readonly lanes: number } => {
  const found = { javascript: [] as number[], lanes: [] as number[] }
  for (let round = 0; round <= rounds; round++) {
    const times = { javascript: time(javascript, 128 * round, 128), lanes: time(lanes, 512 * round, 512) }
    if (round === 0) continue
    found.javascript.push(times.javascript)
    found.lanes.push(times.lanes)
  }
  return { javascript: median(found.javascript), lanes: median(found.lanes) }
}

const plain = alternate(oneByOne(0), sideBySide(0))
const audited = alternate(oneByOne(1), sideBySide(1))
const slow = time(createMemberRunner(interpreted, recording, memberInput(linked, interpreted, settings), {}), 0, 2)

const order = orderLanes(linked, region, horizon, { settings, recording })
const columns: Column[] = recording.series.map((_, series) => ({ series, from: steps - 4, to: steps }))

const begin = performance.now()
const cold = createThreads(buildModule(linked), threads)
await cold.run({ order, columns, from: 0, to: 1000 })
const first = performance.now() - begin
await cold.close()

const one = createThreads(buildModule(linked), 1)
const all = createThreads(buildModule(linked), threads)
const turns = { one: [] as number[], all: [] as number[] }
const costs = { one: [] as number[], all: [] as number[] }
/** Processor time of all threads, ms: other work on the machine changes it little. */
const processor = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
for (let round = 0; round <= rounds; round++) {
  for (const [name, pool] of [
    ['one', one],
    ['all', all],
  ] as const) {
    const [start, before] = [performance.now(), processor()]
    await pool.run({ order, columns, from: 0, to: round === 0 ? 1000 : members })
    if (round === 0) continue
    turns[name].push((performance.now() - start) / members)
    costs[name].push((processor() - before) / members)
  }
}
await one.close()
await all.close()
const [single, shared] = [Math.min(...turns.one), Math.min(...turns.all)]
const [singleCost, sharedCost] = [median(costs.one), median(costs.all)]

const row = (name: string, milliseconds: number, base: number): string =>
  `| ${name} | ${milliseconds.toPrecision(3)} | ${Math.round(1000 / milliseconds)} | ${(base / milliseconds).toPrecision(3)} |`

console.log(`| ${recording.series.length} series × ${steps} steps recorded | ms a member | members a second | × JavaScript |
|---|---:|---:|---:|
${row('interpreter', slow, plain.javascript)}
${row('JavaScript, one by one', plain.javascript, plain.javascript)}
${row('WebAssembly SIMD, side by side, 1 thread', plain.lanes, plain.javascript)}
${row(`the same in 1 worker, ${members} members`, single, plain.javascript)}
${row(`the same in ${threads} workers, ${members} members`, shared, plain.javascript)}
${row('JavaScript, accounts checked in every step', audited.javascript, audited.javascript)}
${row('WebAssembly, accounts checked in every step', audited.lanes, audited.javascript)}

${threads} threads against one, best of ${rounds} turns: ${(single / shared).toFixed(2)} ×; the processor time of a member is ${sharedCost.toFixed(3)} ms against ${singleCost.toFixed(3)}. The first 1000 members on ${threads} new threads: ${Math.round(first)} ms.`)
