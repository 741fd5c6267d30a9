/** Tests that the simulator on the WebAssembly module equals the ordinary one, for single runs and SIMD batches. */
import { expect, it } from 'vitest'
import { memberInput } from '../../engine/ensemble.ts'
import { compileModule, instantiate } from '../../engine/simd/instance.ts'
import { RunError } from '../../engine/run.ts'
import { allRuns, oneByOne } from '../../engine/run/many.ts'
import type { MemberInput } from '../../engine/run/runner.ts'
import { createWasmSimulator } from '../../engine/run/wasm-simulator.ts'
import { standard } from '../../language/emit/wasm/module.ts'
import { buildModule } from './wasm-module.ts'
import { openRegion } from '../testing/open-fixture.ts'

const { linked, region, program, simulator } = openRegion('northeast')
const { bytes, manifest } = buildModule(linked, { ...standard, keepAll: true })
const module = compileModule(bytes)
const fresh = () => instantiate(module, manifest.memoryEnd)
const onWasm = createWasmSimulator(linked, region, simulator.horizon, manifest, fresh)
const draw = memberInput(linked, simulator, { seed: 7, members: 100 })
const policy = { childcarePlaces: { value: 40, start: 2027, ramp: 2, end: 2035 }, restructuring: { value: 0.7 } }
const assumptions = { contributionCompliance: 0.9 }
const record = ['regionOutput', 'population', 'debtToGdp', 'closing(population)']
const inputs: MemberInput[] = [
  {},
  { policy },
  { assumptions },
  { policy, assumptions },
  // Data of their own, which no other run may see; those of the second lie where all members of a batch have the same.
  { assumptions: { crudeOilBaseYear: 20, unemploymentRateStart: 0.09 } },
  { assumptions: { pmStart: 30 } },
  ...[3, 4, 5, 6, 7, 8, 9].map(member => ({ policy, assumptions, ...draw(member) })),
]

it('has every value of every step, and every residual, of an ordinary run', () => {
  for (const one of [inputs[1], inputs[6]]) {
    const input = { ...one, record }
    const seen: Float64Array[] = []
    const first = simulator.run({ ...input, audit: true, observe: values => seen.push(values.slice(0, program.size)) })
    let step = 0
    const second = onWasm.run({
      ...input,
      audit: true,
      observe: values => {
        const expected = seen[step++]
        for (let at = 0; at < program.size; at++)
          if (!Object.is(values[at], expected[at])) throw new Error(`step ${step}: element ${at} differs`)
      },
    })
    expect(step).toBe(simulator.steps)
    expect(second.audit).toEqual(first.audit)
  }
})

it('tells the residual of every check as an ordinary run does', () => {
  const collect = (one: typeof simulator): unknown[] => {
    const found: unknown[] = []
    one.run({ record: [], policy, observe: values => found.push(one.program.auditAll(values)) })
    return found
  }
  expect(collect(onWasm)).toEqual(collect(simulator))
})

it('begins an experiment after the start like an ordinary run', () => {
  const input = { record, afterStart: { price: 1.1 } }
  expect(onWasm.run(input)).toEqual(simulator.run(input))
})

it('runs different scenarios and members side by side with the bits of runs one by one', () => {
  expect(manifest.gathered).toContain('pmStart')
  expect(allRuns(onWasm.runMany(inputs, record))).toEqual(inputs.map(input => simulator.run({ ...input, record })))
})

it('says why a run has no solution', () => {
  const input = { assumptions: { contributionCompliance: Number.NaN } }
  for (const many of [onWasm.runMany, oneByOne(simulator)]) {
    const [good, bad] = many([inputs[0], input], record)
    expect(good).toEqual(simulator.run({ record }))
    expect(bad).toBeInstanceOf(RunError)
    expect((bad as RunError).message).toMatch(/no solution/)
  }
  expect(() => onWasm.run({ ...input, record })).toThrow(/no solution/)
})
