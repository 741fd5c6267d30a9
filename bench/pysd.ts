/**
 * Measures the speed of PySD on the exported full model beside a run of ours, and the differences between the numbers.
 */

import { cpus } from 'node:os'
import { openRegion } from '../src/cli/input/simulation.ts'
import { largestGap, pysdMissing, runInPysd } from './pysd/pysd.ts'
import { exportRun } from './pysd/series.ts'

const missing = pysdMissing()
if (missing !== undefined) {
  process.stderr.write(`${missing}\n`)
  process.exit(1)
}

/** Milliseconds of one run: the median of many. */
const median = (runs: number, once: () => void): number => {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    once()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return times[Math.floor(runs / 2)] ?? Number.NaN
}

const { linked, simulator } = openRegion('northeast')
const outcomes = [...linked.variables.values()].filter(({ outcome }) => outcome).map(({ name }) => name)
const record = outcomes
for (let at = 0; at < 20; at++) simulator.run({ record })
const ours = median(101, () => simulator.run({ record }))
const exported = exportRun(
  linked,
  'Region northeast, no policy',
  (observe, observeStart) => simulator.run({ record: [], observe, observeStart }),
  name => outcomes.includes(name),
)
const theirs = runInPysd(exported.mdl.text, exported.variables, 2)
const gap = largestGap(exported.series, theirs)
const lines = [
  `Machine: ${cpus()[0]?.model ?? ''}, ${String(cpus().length)} processors; Node ${process.versions.node}; PySD ${theirs.version}`,
  `Full model, three areas, ${String(simulator.steps)} steps, ${String(outcomes.length)} outcomes recorded (${String(exported.series.length)} series)`,
  `ours, one run:             ${ours.toFixed(2)} ms`,
  `PySD, one run:             ${(theirs.run * 1000).toFixed(0)} ms (and ${theirs.read.toFixed(1)} s to translate the file)`,
  `ratio:                     ${((theirs.run * 1000) / ours).toFixed(0)}`,
  `largest relative distance: ${gap.relative.toExponential(1)} (${gap.name}, step ${String(gap.step)})`,
]
process.stdout.write(`${lines.join('\n')}\n`)
