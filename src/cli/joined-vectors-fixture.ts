/**
 * Prints hashes of all values of random models, and of the outcomes of members of the full model, on each target; the
 * test starts it with flags of V8, so that nothing else runs with them.
 */

import { createHash } from 'node:crypto'
import { run } from '../../examples/run.ts'
import { memberInput } from '../engine/ensemble.ts'
import { declaredOutcomes } from '../engine/recording.ts'
import { createSimulator } from '../engine/run.ts'
import { createJavaScriptRunner } from '../engine/run/javascript.ts'
import { checkFailures, createBlock, eachBlock, type MemberRunner } from '../engine/run/runner.ts'
import { wasmProgram } from '../engine/simd/program.ts'
import { randomModel } from '../language/emit/fixture.ts'
import { interpret } from '../language/emit/interpret.ts'
import { compile } from '../language/emit/javascript.ts'
import type { Program } from '../language/program.ts'
import { builtModule } from './wasm-module.ts'
import { buildLinked, startInstance } from '../analysis/wasm-region.ts'
import { orderMembers, runnersOf } from '../analysis/members.ts'
import { openRegion } from './open-fixture.ts'

const targets = {
  interpreter: interpret,
  javascript: compile,
  module: model => {
    const built = buildLinked(model)
    return wasmProgram(model, built.manifest, startInstance(built))
  },
} satisfies Record<string, (model: ReturnType<typeof randomModel>) => Program>

const random = (target: (model: ReturnType<typeof randomModel>) => Program): string => {
  const hash = createHash('sha256')
  for (let seed = 0; seed < 12; seed++) {
    const model = randomModel(seed)
    const settings = {
      startTime: 2024,
      timeStep: 0.25,
      steps: 9,
      inputs: { path: (time: number) => [time - 2024, 0.5] },
    }
    const { states } = run(target(model), settings)
    for (const values of states)
      for (const { offset, size } of model.variables.values()) hash.update(values.subarray(offset, offset + size))
  }
  return hash.digest('hex')
}

const open = openRegion('northeast')
const { linked, region, simulator } = open
const settings = { seed: 20261130, members: 100 }
const [sideBySide] = runnersOf(
  orderMembers(open, builtModule(open), { settings, policies: [{}], assumptions: {} }, declaredOutcomes(linked)),
)
const { recording } = sideBySide
const oneByOne = (own = simulator): MemberRunner =>
  createJavaScriptRunner(own, recording, memberInput(linked, own, settings), 0)

/** Of so many members, of all outcomes in all steps. */
const full = (runner: MemberRunner, members: number): string => {
  const hash = createHash('sha256')
  const block = createBlock(recording, runner.width)
  for (const [first, count] of eachBlock(runner, [0, members], block)) {
    checkFailures(first, block)
    for (let lane = 0; lane < count; lane++)
      hash.update(Float64Array.from({ length: recording.cells }, (_, cell) => block.values[cell * runner.width + lane]))
  }
  return hash.digest('hex')
}

console.log(
  JSON.stringify({
    random: Object.values(targets).map(random),
    first: [oneByOne(createSimulator(interpret(linked), region, simulator.horizon)), oneByOne(), sideBySide].map(one =>
      full(one, 1),
    ),
    members: [oneByOne(), sideBySide].map(one => full(one, 8)),
  }),
)
