/** The simulator on the WebAssembly module gives the bits of the ordinary one, one by one and side by side. */
import { expect, it } from 'vitest'
import { memberInput } from '../engine/ensemble.ts'
import { compileModule, instantiate } from '../engine/lanes/instance.ts'
import { createLanesSimulator } from '../engine/lanes/simulator.ts'
import type { RunInput } from '../engine/run.ts'
import { standard } from '../language/emit/wasm/module.ts'
import { buildModule } from './lanes.ts'
import { openRegion } from './simulation.ts'

const { linked, region, program, simulator } = openRegion('northeast')
const { bytes, manifest } = buildModule(linked, { ...standard, keepAll: true })
const module = compileModule(bytes)
const fresh = () => instantiate(module, manifest.memoryEnd)
const lanes = createLanesSimulator(linked, region, simulator.horizon, manifest, fresh(), fresh())
const draw = memberInput(linked, simulator, { seed: 7, members: 100 })
const policy = { childcarePlaces: { value: 40, start: 2027, ramp: 2, end: 2035 }, restructuring: { value: 0.7 } }
const assumptions = { contributionCompliance: 0.9 }
const record = ['regionOutput', 'population', 'debtToGdp', 'closing(population)']
const inputs: RunInput[] = [
  { record },
  { record, policy },
  { record, assumptions },
  { record, policy, assumptions },
  // Data of its own, which no other run of a block may see.
  { record, assumptions: { crudeOilBaseYear: 20, unemploymentRateStart: 0.09 } },
  ...[3, 4, 5, 6, 7, 8, 9].map(member => ({ record, policy, assumptions, ...draw(member) })),
]

it('has every value of every step, and every residual, of an ordinary run', () => {
  for (const input of [inputs[1], inputs[5]]) {
    const seen: Float64Array[] = []
    const first = simulator.run({ ...input, audit: true, observe: values => seen.push(values.slice(0, program.size)) })
    let step = 0
    const second = lanes.run({
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
  expect(collect(lanes)).toEqual(collect(simulator))
})

it('begins an experiment after the start like an ordinary run', () => {
  const input = { record, afterStart: { price: 1.1 } }
  expect(lanes.run(input)).toEqual(simulator.run(input))
})

it('runs different scenarios and members side by side with the bits of runs one by one', () => {
  expect(lanes.runMany(inputs)).toEqual(inputs.map(input => simulator.run(input)))
})

it('says why a run has no solution', () => {
  const input = { record, assumptions: { contributionCompliance: Number.NaN } }
  expect(() => lanes.runMany([inputs[0], input])).toThrow(/no solution/)
  expect(() => lanes.run(input)).toThrow(/no solution/)
})
