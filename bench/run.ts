/**
 * One deterministic run of the three provinces from the start of their figures to 2040 by quarters: cold (linking,
 * emitting and the first run, each in a fresh process), warm, and interpreted, as ratios to a floor measured in the same
 * process. `npm run bench:run`.
 */

import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { requiredData } from '../src/analysis/region/simulation.ts'
import { createSimulator } from '../src/engine/run.ts'
import { interpret } from '../src/language/emit/interpret.ts'
import { compile } from '../src/language/emit/javascript.ts'
import { linkModel } from '../src/language/link.ts'
import type { Program } from '../src/language/program.ts'
import { model } from '../src/model/index.ts'
import { readRegion } from '../src/regions/read-region.ts'

const coldProcesses = 15
const horizon = { end: 2041, stepsPerYear: 4 }
const record = ['regionOutput']

/** A fixed amount of work that no change of ours speeds up: 4 million logarithms, in ms. */
const floor = (): number => {
  const start = performance.now()
  let sum = 0
  for (let n = 1; n <= 4e6; n++) sum += Math.log(n)
  return sum > 0 ? performance.now() - start : 0
}

const region = readRegion('northeast', requiredData(model))

const timed = (work: () => void): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

const smallest = (times: readonly number[]): number => Math.min(...times)
const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!
const repeat = (count: number, work: () => number): number[] => Array.from({ length: count }, work)

if (process.argv[2] === 'now' || process.argv[2] === 'later') {
  const start = performance.now()
  const linked = linkModel(model, { area: region.areas }, { accounts: process.argv[2] })
  const afterLink = performance.now()
  const program = compile(linked)
  const afterCompile = performance.now()
  createSimulator(program, region, horizon).run({ record })
  const end = performance.now()
  process.stdout.write(
    JSON.stringify({
      link: afterLink - start,
      emit: afterCompile - afterLink,
      run: end - afterCompile,
      all: end - start,
      floor: floor(),
    }),
  )
} else {
  const inProcess = (accounts: string): Record<string, number> =>
    JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), accounts], { encoding: 'utf8' }))
  const cold: Record<string, number>[] = []
  const withoutAccounts: number[] = []
  for (let count = 0; count < coldProcesses; count++) {
    cold.push(inProcess('now'))
    withoutAccounts.push(inProcess('later')['all']!)
  }
  const linked = linkModel(model, { area: region.areas })
  const runsOf = (program: Program, count: number): number[] => {
    const simulator = createSimulator(program, region, horizon)
    return repeat(count, () => timed(() => simulator.run({ record })))
  }
  const warm = runsOf(compile(linked), 200).slice(50)
  const interpreted = runsOf(interpret(linked), 4)
  const base = smallest(repeat(5, floor))
  const row = (name: string, times: readonly number[]): string =>
    `| ${name} | ${smallest(times).toFixed(2)} | ${middle(times).toFixed(2)} | ${(smallest(times) / base).toFixed(2)} |`
  const part = (name: string): number[] => cold.map(one => one[name]!)
  process.stdout.write(
    [
      `Floor: 4 million logarithms, ${base.toFixed(1)} ms.`,
      '',
      '| one run | least, ms | median, ms | least over floor |',
      '|---|---|---|---|',
      row('cold: linking', part('link')),
      row('cold: emitting', part('emit')),
      row('cold: first run', part('run')),
      row('cold: all', part('all')),
      row('cold: all, accounts not linked', withoutAccounts),
      row('warm', warm),
      row('interpreted', interpreted),
      '',
    ].join('\n'),
  )
}
