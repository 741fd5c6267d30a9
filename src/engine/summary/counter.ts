/**
 * Counts the members of a block where their numbers lie: a module of WebAssembly whose memory holds the block, the grid
 * and the counts. Threads share the memory, so that counts are handed over without a copy.
 */

import { Code, ModuleWriter, types } from '../../language/emit/wasm/assembler.ts'
import { bitsOf } from '../../language/emit/wasm/graph.ts'
import type { Recording } from '../recording.ts'
import { clearBlock, createBlock, type MemberBlock } from '../run/runner.ts'
import { compileModule, instantiate, PAGE } from '../simd/instance.ts'
import {
  addTo,
  CORE,
  CORE_EDGE,
  type Counts,
  type Grid,
  joinTails,
  LIMB,
  noTails,
  quantaOf,
  tailBin,
  tailsOf,
} from './counts.ts'

/** Bins of 16 bits hold so many members. */
const mostCounted = 65_535

/** Keys of tails that are kept before they are put in order. */
const unsorted = 1 << 20

/** Bytes from the beginning of the memory where each part lies. */
const layoutOf = (cells: number, width: number) => {
  const numbers = 8 * cells
  const [centre, scale, sum, squareLow, squareHigh, least, greatest] = Array.from(
    { length: 7 },
    (_, at) => at * numbers,
  )
  const block = Math.ceil((7 * numbers) / 64) * 64
  const core = block + numbers * width
  // Places of numbers outside the core; at most each number of a block.
  const outside = Math.ceil((core + 2 * CORE * cells) / 8) * 8
  const end = outside + 4 * cells * width
  return { numbers, centre, scale, sum, squareLow, squareHigh, least, greatest, block, core, outside, end }
}

type Layout = ReturnType<typeof layoutOf>

/**
 * Exports `count` (pairs): counts so many pairs of members of each cell as far as both lie within the core, and returns
 * where the list of the other pairs ends.
 */
const moduleOf = (layout: Layout, width: number): Uint8Array<ArrayBuffer> => {
  const { numbers, block, core, outside, end } = layout
  const code = new Code([types.i32])
  const counted = 0
  const [at, from, stop, bins, list, bin] = Array.from({ length: 6 }, () => code.local(types.i32))
  const [centre, scale, least, greatest, sum, squares, x] = Array.from({ length: 7 }, () => code.local(types.v128))
  const low = code.local(types.f64)
  const both = (value: number): Code => code.vectorConstant(bitsOf(value), bitsOf(value))
  const half = (vector: number, lane: number): Code => code.get(vector).extract('f64x2.extract_lane', lane)
  const together = (vector: number, op: 'f64.add' | 'f64.min' | 'f64.max'): void => {
    half(vector, 0)
    half(vector, 1).op(op)
  }
  code.i32(outside).set(list).i32(block).set(from).i32(core).set(bins)
  code.get(counted).i32(4).op('i32.shl').set(counted)
  code.loop()
  for (const [vector, place] of [
    [centre, layout.centre],
    [scale, layout.scale],
    [least, layout.least],
    [greatest, layout.greatest],
  ] as const)
    code.get(at).memory('v128.load64_splat', place).set(vector)
  both(0).tee(sum).set(squares)
  code.get(from).get(counted).op('i32.add').set(stop)
  code.loop()
  code.get(from).memory('v128.load', 0).tee(x)
  code.get(least).lane('f64x2.min').set(least)
  code.get(x).get(greatest).lane('f64x2.max').set(greatest)
  code.get(x).get(centre).lane('f64x2.sub').get(scale).lane('f64x2.mul')
  both(0.5).lane('f64x2.add').lane('f64x2.floor').tee(x)
  both(-CORE_EDGE).lane('f64x2.ge').get(x)
  both(CORE_EDGE).lane('f64x2.lt').lane('v128.and').lane('i64x2.bitmask').i32(3).op('i32.lt_u')
  code.if().get(list).get(from).integer('i32.store')
  code.get(list).i32(4).op('i32.add').set(list).op('else')
  code.get(sum).get(x).lane('f64x2.add').set(sum)
  code.get(squares).get(x).get(x).lane('f64x2.mul').lane('f64x2.add').set(squares)
  // Whole numbers below 2^52 stand in the lowest bits of their sums with it.
  code.get(x)
  both(CORE_EDGE + 2 ** 52)
    .lane('f64x2.add')
    .i32(11)
    .lane('i64x2.shr_u')
    .set(x)
  for (const lane of [0, 2]) {
    code.get(x).extract('i32x4.extract_lane', lane).i32(1).op('i32.shl').get(bins).op('i32.add').tee(bin)
    code.get(bin).integer('i32.load16_u').i32(1).op('i32.add').integer('i32.store16')
  }
  code.op('end')
  code.get(from).i32(16).op('i32.add').tee(from).get(stop).op('i32.lt_u').repeatIf().op('end')
  code
    .get(from)
    .get(counted)
    .op('i32.sub')
    .i32(8 * width)
    .op('i32.add')
    .set(from)
  code
    .get(bins)
    .i32(2 * CORE)
    .op('i32.add')
    .set(bins)
  code.get(at)
  together(least, 'f64.min')
  code.number('f64.store', layout.least).get(at)
  together(greatest, 'f64.max')
  code.number('f64.store', layout.greatest).get(at).get(at).number('f64.load', layout.sum)
  together(sum, 'f64.add')
  code.op('f64.add').number('f64.store', layout.sum).get(at).number('f64.load', layout.squareLow)
  together(squares, 'f64.add')
  code.op('f64.add').tee(low).f64(LIMB).op('f64.ge')
  code.if().get(low).f64(LIMB).op('f64.sub').set(low).get(at).get(at).number('f64.load', layout.squareHigh)
  code.f64(1).op('f64.add').number('f64.store', layout.squareHigh).op('end')
  code.get(at).get(low).number('f64.store', layout.squareLow)
  code.get(at).i32(8).op('i32.add').tee(at).i32(numbers).op('i32.lt_u').repeatIf().op('end')
  code.get(list)
  const writer = new ModuleWriter()
  writer.add(code, [types.i32], 'count')
  return writer.result(Math.ceil(end / PAGE), 'shared')
}

/** Counts of some thousand members, with the block that they are counted from. */
export interface Counter {
  readonly counts: Counts
  readonly block: MemberBlock
  /** Adds the first so many members of the block. */
  add(count: number): void
  clear(): void
}

/** Of so many counters of events; the block is so many members wide. */
export const createCounter = (
  recording: Pick<Recording, 'cells'>,
  grid: Grid,
  events: number,
  width: number,
): Counter => {
  const { cells } = recording
  const layout = layoutOf(cells, width)
  const { memory, routine } = instantiate(compileModule(moduleOf(layout, width)), layout.end)
  const numbers = (place: number, length = cells): Float64Array => new Float64Array(memory, place, length)
  numbers(layout.centre).set(grid.centre)
  numbers(layout.scale).set(grid.scale)
  const block = createBlock(recording, width, numbers(layout.block, cells * width))
  const outside = new Uint32Array(memory, layout.outside, cells * width)
  const core = new Uint16Array(memory, layout.core, cells * CORE)
  const own = {
    sum: numbers(layout.sum),
    squareLow: numbers(layout.squareLow),
    squareHigh: numbers(layout.squareHigh),
    least: numbers(layout.least),
    greatest: numbers(layout.greatest),
  }
  const keys = new Int32Array(unsorted)
  let kept = 0
  const counts: Counts = {
    cells,
    members: 0,
    ...own,
    core,
    tails: noTails,
    events: new Float64Array(events),
    residual: 0,
  }
  const order = (): void => {
    counts.tails = joinTails(counts.tails, tailsOf(keys.subarray(0, kept)))
    kept = 0
  }
  /** Of one number; its extremes are known where the module has seen it. */
  const addOne = (place: number): void => {
    const cell = Math.floor(place / width)
    const quanta = quantaOf(grid, cell, block.values[place])
    if (quanta >= -CORE_EDGE && quanta < CORE_EDGE) core[cell * CORE + ((quanta + CORE_EDGE) >>> 11)]++
    else {
      if (kept === unsorted) order()
      keys[kept++] = cell * 2048 + tailBin(quanta)
    }
    own.sum[cell] += quanta
    addTo(own, cell, quanta * quanta)
  }
  const count = routine('count') as (pairs: number) => number
  const clear = (): void => {
    counts.members = 0
    counts.residual = 0
    counts.tails = noTails
    kept = 0
    for (const values of [own.sum, own.squareLow, own.squareHigh, core, counts.events]) values.fill(0)
    own.least.fill(Infinity)
    own.greatest.fill(-Infinity)
    clearBlock(block)
  }
  clear()
  return {
    get counts() {
      order()
      return counts
    },
    block,
    clear,
    add: members => {
      if (counts.members + members > mostCounted)
        throw new Error(`A counter holds ${mostCounted} members at most; merge its counts into others first.`)
      const pairs = members >>> 1
      const listed = pairs === 0 ? 0 : ((count(pairs) >>> 0) - layout.outside) / 4
      for (let at = 0; at < listed; at++) {
        const place = (outside[at] - layout.block) / 8
        addOne(place)
        addOne(place + 1)
      }
      if (members % 2 === 1)
        for (let cell = 0, place = members - 1; cell < cells; cell++, place += width) {
          const value = block.values[place]
          own.least[cell] = Math.min(own.least[cell], value)
          own.greatest[cell] = Math.max(own.greatest[cell], value)
          addOne(place)
        }
      counts.members += members
      counts.residual = Math.max(counts.residual, block.residual)
    },
  }
}
