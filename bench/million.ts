/**
 * Whether memory and rate hold in a very large ensemble: runs its members on all threads, keeps 20 numbers of each, and
 * prints the rate of each tenth and the largest memory of the whole process. A million members take some minutes.
 *
 *   npm run bench:million [-- members]
 */

import { availableParallelism } from 'node:os'
import { buildModule } from '../src/cli/lanes.ts'
import { createThreads } from '../src/cli/lanes-threads.ts'
import { openRegion } from '../src/cli/simulation.ts'
import { orderLanes } from '../src/engine/lanes/runner.ts'
import { declaredOutcomes, planRecording } from '../src/engine/recording.ts'

const members = Number(process.argv[2] ?? 1_000_000)
const kept = 20

const { linked, region, simulator } = openRegion('northeast')
const { steps, horizon } = simulator
const recording = planRecording(linked, declaredOutcomes(linked), { start: region.start, steps, stepsPerYear: 4 })
const order = orderLanes(linked, region, horizon, { settings: { seed: 2026, members }, recording })
const columns = recording.series.slice(0, kept).map((_, series) => ({ series, from: steps - 4, to: steps }))

const threads = createThreads(buildModule(linked), availableParallelism())
const rates: number[] = []
let before = { done: 0, time: performance.now() }
await threads.run({
  order,
  columns,
  from: 0,
  to: members,
  progress: done => {
    if (done < ((rates.length + 1) * members) / 10) return
    const time = performance.now()
    rates.push((1000 * (done - before.done)) / (time - before.time))
    before = { done, time }
  },
})
await threads.close()

const megabytes = process.resourceUsage().maxRSS / 1024
console.log(`| tenth of ${members} members | members a second |\n|---|---:|`)
rates.forEach((rate, tenth) => console.log(`| ${tenth + 1} | ${Math.round(rate)} |`))
console.log(
  `\nLargest memory: ${Math.round(megabytes)} MB, of which ${Math.round((8 * kept * members) / 2 ** 20)} MB are results.`,
)
