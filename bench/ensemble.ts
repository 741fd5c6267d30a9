/**
 * Speed of the members of an ensemble on one thread: the interpreter, JavaScript one by one, WebAssembly side by side.
 * The full model of the three provinces to 2040 by quarters, sampled parameters and drawn shocks, all outcomes
 * recorded; initialisation and draws included. Prints a Markdown table: compare ratios, not machines.
 *
 *   npm run bench:ensemble
 */

import { builtModule } from '../src/cli/threads/wasm-module.ts'
import { openRegion } from '../src/cli/input/simulation.ts'
import { orderMembers, runnersOf } from '../src/analysis/runs/members.ts'
import { memberInput } from '../src/engine/ensemble.ts'
import { declaredOutcomes } from '../src/engine/recording.ts'
import { createSimulator, type Simulator } from '../src/engine/run.ts'
import { createJavaScriptRunner } from '../src/engine/run/javascript.ts'
import { createBlock, eachBlock, type MemberRunner } from '../src/engine/run/runner.ts'
import { interpret } from '../src/language/emit/interpret.ts'

const rounds = 7

const open = openRegion('northeast')
const { linked, region, simulator } = open
const { horizon } = simulator
const settings = { seed: 2026, members: 100_000 }
const sideBySide = (auditEvery: number): MemberRunner =>
  runnersOf(
    orderMembers(
      open,
      builtModule(open),
      { settings, policies: [{}], assumptions: {}, auditEvery },
      declaredOutcomes(linked),
    ),
  )[0]
const { recording } = sideBySide(0)
const oneByOne = (auditEvery: number, own: Simulator = simulator): MemberRunner =>
  createJavaScriptRunner(own, recording, memberInput(linked, own, settings), auditEvery)

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Milliseconds a member. */
const time = (runner: MemberRunner, from: number, count: number): number => {
  const block = createBlock(recording, runner.width)
  const begin = performance.now()
  Array.from(eachBlock(runner, [from, from + count], block))
  return (performance.now() - begin) / count
}

/** Both in turn, after a turn to get warm, so that whatever else the machine does meets both. */
const alternate = (javascript: MemberRunner, wasm: MemberRunner) => {
  const found = { javascript: [] as number[], wasm: [] as number[] }
  for (let round = 0; round <= rounds; round++) {
    const times = { javascript: time(javascript, 128 * round, 128), wasm: time(wasm, 512 * round, 512) }
    if (round === 0) continue
    found.javascript.push(times.javascript)
    found.wasm.push(times.wasm)
  }
  return { javascript: median(found.javascript), wasm: median(found.wasm) }
}

const plain = alternate(oneByOne(0), sideBySide(0))
const audited = alternate(oneByOne(1), sideBySide(1))
const slow = time(oneByOne(0, createSimulator(interpret(linked), region, horizon)), 0, 2)

const row = (name: string, milliseconds: number, base: number): string =>
  `| ${name} | ${milliseconds.toPrecision(3)} | ${Math.round(1000 / milliseconds)} | ${(base / milliseconds).toPrecision(3)} |`

console.log(`| ${recording.series.length} series × ${recording.steps} steps recorded | ms a member | members a second | × JavaScript |
|---|---:|---:|---:|
${row('interpreter', slow, plain.javascript)}
${row('JavaScript, one by one', plain.javascript, plain.javascript)}
${row('WebAssembly SIMD, side by side', plain.wasm, plain.javascript)}
${row('JavaScript, accounts checked in every step', audited.javascript, audited.javascript)}
${row('WebAssembly, accounts checked in every step', audited.wasm, audited.javascript)}
`)
