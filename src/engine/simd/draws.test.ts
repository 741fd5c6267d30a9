/** Tests that random numbers drawn in a batch equal those drawn one by one. */
import { describe, expect, it } from 'vitest'
import { equation, parameter, shock } from '../../language/declare.ts'
import { link } from '../../language/small-model-fixture.ts'
import { normalQuantile } from '../distributions.ts'
import { type EnsembleSettings, shocksToDraw, uncertainParameters } from '../ensemble.ts'
import { createStream, hashName, philox } from '../random.ts'
import { rowsOf, shockMember } from '../sensitivity-design.ts'
import { drawShocks, type KnownSteps } from '../shocks.ts'
import { createDraws, sampleOf, drawBytes, orderDraws } from './draws.ts'
import { batchOf, type SmallBlock } from './small-blocks-fixture.ts'

const nothing = link({ one: equation('1', '1', 'x') })

/** Numbers of `times` times, the members of a time side by side. */
const drawn = (
  batch: SmallBlock,
  name: 'uniforms' | 'normals',
  stream: string,
  { seed, member, times }: { readonly seed: number; readonly member: number; readonly times: number },
): Float64Array => {
  const { memoryEnd, members: width } = batch.manifest
  const words = new Uint32Array(4)
  const { low, high } = hashName(stream)
  philox(seed >>> 0, Math.floor(seed / 4294967296), low, high, 0, 0, words)
  batch.module.routine(name)(memoryEnd, times, 8 * width, words[0] | 0, words[1] | 0, member | 0)
  return new Float64Array(batch.module.memory, memoryEnd, times * width).slice()
}

const shocked = link({
  level: parameter('1', { low: 1, central: 2, high: 4 }, 'x', { over: ['area'] }),
  another: parameter('1', { low: -1, central: 0, high: 4 }, 'x'),
  growth: shock('1', { type: 'ar1', deviation: 0.02, persistence: 0.8 }, 'x', { over: ['area'] }),
  harvest: shock('1', { type: 'yearlyNormal', deviation: 0.05 }, 'x', { over: ['area'] }),
  air: shock('1', { type: 'normal', deviation: 0.06 }, 'x'),
  draw: shock('1', { type: 'uniform' }, 'x'),
  one: equation('1', 'growth + harvest + air + draw + level + another', 'x', { over: ['area'] }),
})
const [steps, stepsPerYear, members] = [30, 4, 8]

const prepare = (settings: EnsembleSettings, known?: KnownSteps) => {
  const order = orderDraws(shocked, { ...settings, ...(known === undefined ? {} : { known }) })
  const shared = {
    start: 2024,
    stepsPerYear,
    steps,
    first: new Float64Array(shocked.inputsEnd),
    changes: [],
    held: [shocked.variables.get('another')!.offset],
    setBySteps: shocked.variables.get('growth')!.offset,
  }
  const batch = batchOf(shocked, members, drawBytes(order, members, steps))
  batch.values.fill(-7)
  return { batch, draws: createDraws(batch, batch.module, order, shared, batch.manifest.memoryEnd, sampleOf(order)) }
}

/** The shocks of a lane are those of a member. */
const expectShocks = (
  { batch, draws }: ReturnType<typeof prepare>,
  lane: number,
  seed: number,
  member: number,
  known?: KnownSteps,
): void => {
  const series = drawShocks(shocksToDraw(shocked), {
    seed,
    member,
    steps,
    stepsPerYear,
    ...(known === undefined ? {} : { known }),
  })
  for (let step = 0; step < steps; step++) {
    draws.writeShocks(step)
    for (const [name, values] of series) {
      const size = values.length / steps
      expect(batch.read(lane, name)).toEqual(Array.from(values.slice(step * size, (step + 1) * size)))
    }
  }
}

describe('random numbers side by side', () => {
  for (const width of [4, 12]) {
    it(`are those of the streams, ${width} at a time`, () => {
      const times = 700
      const batch = batchOf(nothing, width, 8 * width * times)
      for (const [seed, member] of [
        [0, 0],
        [2026, 123_456],
        [2 ** 53 - 1, 2 ** 32 - width],
      ] as const) {
        const stream = createStream(seed, 'a stream')
        const uniforms = drawn(batch, 'uniforms', 'a stream', { seed, member, times })
        const normals = drawn(batch, 'normals', 'a stream', { seed, member, times })
        uniforms.forEach((value, at) => {
          const u = stream(member + (at % width), Math.floor(at / width), 0)
          if (!Object.is(value, u)) throw new Error(`uniform ${at} is ${u}, not ${value}`)
          if (!Object.is(normals[at], normalQuantile(u))) throw new Error(`normal ${at}`)
        })
        expect(Math.max(...normals)).toBeGreaterThan(3)
      }
    })
  }

  it('become the shocks of each member, and leave out what others hold', () => {
    const prepared = prepare({ seed: 11, members: 50 })
    const { batch, draws } = prepared
    draws.draw(44, 6)
    draws.writeParameters()
    for (let lane = 0; lane < 6; lane++) expectShocks(prepared, lane, 11, 44 + lane)
    expect(batch.read(7, 'level')).toEqual(batch.read(5, 'level'))
    expect(batch.read(0, 'level')).not.toEqual(batch.read(1, 'level'))
    expect(batch.read(0, 'another')).toEqual([-7])
  })

  it('heed what is known, as those drawn one by one', () => {
    const known = { growth: [[8, 12]] } as const
    const prepared = prepare({ seed: 11, members: 50 }, known)
    prepared.draws.draw(40, 8)
    for (let lane = 0; lane < 8; lane++) expectShocks(prepared, lane, 11, 40 + lane, known)
    prepared.draws.writeShocks(9)
    expect(prepared.batch.read(3, 'growth').every(value => value === 0)).toBe(true)
  })

  it('follow a sensitivity design wherever a batch begins', () => {
    const design = { kind: 'saltelli', base: 64, shocks: true } as const
    const parameters = uncertainParameters(shocked).length
    const prepared = prepare({ seed: 11, members: rowsOf(design, parameters), design })
    for (const from of [0, 61, 125, 126, 184, 253]) {
      prepared.draws.draw(from, members)
      for (let lane = 0; lane < members; lane++)
        expectShocks(prepared, lane, 11, shockMember(design, parameters, from + lane))
    }
  })
})
