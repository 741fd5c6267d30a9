/** Tests that vectors of parameter values in a SIMD batch give the results of single runs, on any number of threads. */
import { describe, expect, it } from 'vitest'
import { uncertainParameters } from '../../engine/ensemble.ts'
import { type Column, createEvaluator, orderEvaluator } from '../../engine/calibrate/evaluator.ts'
import { compileModule, instantiate } from '../../engine/simd/instance.ts'
import { planRecording } from '../../engine/recording.ts'
import { memoryFor } from '../../engine/run/wasm.ts'
import { sampleParameters } from '../../engine/sample.ts'
import { buildLinked } from '../../analysis/region/wasm-region.ts'
import { buildModule } from './wasm-module.ts'
import { openRegion } from '../testing/open-fixture.ts'
import { runVectors } from './vector-threads.ts'

const open = openRegion('northeast')
const { linked, region, simulator } = open
const { steps } = simulator
const recorded = ['output', 'regionOutput', 'unemploymentRate', 'debtToGdp']
const recording = planRecording(linked, recorded, { start: region.start, steps, stepsPerYear: 4 })
const columns: Column[] = recording.series.flatMap((_, series) =>
  Array.from({ length: steps / 4 }, (__, year) => ({ series, from: 4 * year, to: 4 * year + 4 })),
)
const parameters = uncertainParameters(linked)
const names = parameters.map(({ name }) => name)
const assumptions = { migrationResponse: 1.5 }
const count = 70
const sample = sampleParameters(parameters, { seed: 5, members: count, design: 'monteCarlo' })
const vectors = Array.from({ length: count }, (_, member) => {
  const values = sample(member)
  return Float64Array.from(names, name => values.get(name)!)
})

/** The columns of an ordinary run. */
const alone = (vector: Float64Array): Float64Array => {
  const run = simulator.run({
    sampled: new Map(names.map((name, at) => [name, vector[at]])),
    assumptions,
    record: recorded,
  })
  return Float64Array.from(columns, ({ series, from, to }) => {
    const { variable, element } = recording.series[series]
    const { values, size } = run.series.get(variable)!
    let sum = 0
    for (let step = from; step < to; step++) sum += values[step * size + element]
    return sum / (to - from)
  })
}

describe('an evaluator', () => {
  const task = { names, recording, columns, assumptions }
  const order = orderEvaluator(linked, region, simulator.horizon, task)
  const { bytes, manifest } = buildModule(linked)
  const evaluate = createEvaluator(instantiate(compileModule(bytes), memoryFor(manifest, order.runs)), manifest, order)
  const expected = vectors.map(alone)

  it('has the bits of ordinary runs, whatever the batch', () => {
    expect(evaluate(vectors)).toEqual(expected)
    expect(expected[0]).not.toEqual(expected[1])
    const reversed = vectors.toReversed()
    expect([
      ...evaluate(reversed.slice(0, 3)),
      ...evaluate(reversed.slice(3, 4)),
      ...evaluate(reversed.slice(4)),
    ]).toEqual(expected.toReversed())
  })

  it('says which vector fails, and runs the others', () => {
    const odd = vectors.slice(0, 11)
    odd[9] = odd[9].with(0, Number.NaN)
    const found = evaluate(odd)
    expect(found[9]).toMatchObject({ failure: expect.stringMatching(/is not a number|no solution/) as string })
    expect(found.toSpliced(9, 1)).toEqual(expected.slice(0, 11).toSpliced(9, 1))
    expect(evaluate(vectors.slice(0, 11))).toEqual(expected.slice(0, 11))
  })

  it('refuses vectors of another length and unknown names', () => {
    expect(() => evaluate([new Float64Array(3)])).toThrow('A vector of 3 values')
    expect(() => orderEvaluator(linked, region, simulator.horizon, { ...task, names: ['nothing'] })).toThrow(
      "There is no parameter 'nothing'.",
    )
    expect(() => orderEvaluator(linked, region, simulator.horizon, { ...task, names: ['regionOutput'] })).toThrow(
      "There is no parameter 'regionOutput'.",
    )
  })

  it('changes nothing on several threads, from one start or from two', async () => {
    const late = orderEvaluator(
      linked,
      region,
      { end: region.start + 1, stepsPerYear: 4 },
      {
        ...task,
        recording: planRecording(linked, recorded, { start: region.start, steps: 4, stepsPerYear: 4 }),
        columns: [{ series: 0, from: 0, to: 4 }],
      },
    )
    const first = columns.findIndex(({ series, from }) => series === 0 && from === 0)
    for (const threads of [1, 2, 3]) {
      const pool = runVectors({ built: buildLinked(linked), orders: [order, late] }, threads)
      const [whole, year] = await pool.run(vectors)
      expect(whole).toEqual(expected)
      expect(year).toEqual(expected.map(values => values.slice(first, first + 1)))
      expect((await pool.run(vectors.slice(5, 9)))[0]).toEqual(expected.slice(5, 9))
      await pool.close()
    }
  }, 60_000)
})
