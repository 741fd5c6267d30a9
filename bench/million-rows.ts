/**
 * Memory and rate of a very large ensemble as users run it: rows, bands, events and traces written to disk. Prints the
 * rate of each tenth, the largest memory of the whole process, and the time to put all together.
 *
 *   npm run bench:million-rows [-- members folder]
 */
import { rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EnsembleJob } from '../src/cli/ensembles/job.ts'
import { runEnsemble, silent } from '../src/cli/ensembles/run-ensemble.ts'

const members = Number(process.argv[2] ?? 1_000_000)
const folder = process.argv[3] ?? join(tmpdir(), 'million-rows')
const threads = availableParallelism()
rmSync(folder, { recursive: true, force: true })

const job: EnsembleJob = {
  region: 'northeast',
  scenario: 'baseline',
  policy: {},
  assumptions: {},
  uncertainty: {},
  seed: 2026,
  members,
  design: 'sobol',
  parameters: true,
  shocks: true,
  outcomes: [],
  keep: [],
  events: ['regionDebtToGdp@2037 > 1', 'regionUnemployment > 0.06'],
  traces: Array.from({ length: 100 }, (_, member) => member),
  precision: 32,
  auditEvery: 64,
}

const rates: number[] = []
/** Processor time, which other work on the machine changes little. */
const costs: number[] = []
const processor = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
let largest = 0
const watch = setInterval(() => {
  largest = Math.max(largest, process.memoryUsage.rss())
}, 100)
let done = 0
const start = performance.now()
let before = { done: 0, time: start, processor: processor() }
let lastMember = start
const { summary } = await runEnsemble(
  { job, folder, threads },
  {
    ...silent,
    planned: () => {
      before = { done: 0, time: performance.now(), processor: processor() }
    },
    progress: count => {
      done += count
      lastMember = performance.now()
      if (done < ((rates.length + 1) * members) / 10) return
      const used = processor()
      rates.push((1000 * (done - before.done)) / (lastMember - before.time))
      costs.push((used - before.processor) / (done - before.done))
      before = { done, time: lastMember, processor: used }
    },
  },
)
clearInterval(watch)
const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1)
process.stdout.write(
  [
    `${summary.members} members, every outcome and quarter, ${threads} threads: ${seconds(start)} s`,
    `members a second, tenth by tenth: ${rates.map(rate => Math.round(rate)).join(' ')}`,
    `processor time a member, ms: ${costs.map(cost => cost.toFixed(3)).join(' ')}`,
    `last tenth against first: ${(((rates.at(-1) ?? 0) / rates[0] - 1) * 100).toFixed(1)} %`,
    `largest memory: ${Math.round(largest / 2 ** 20)} MB`,
    `putting together after the last member: ${seconds(lastMember)} s`,
    '',
  ].join('\n'),
)
