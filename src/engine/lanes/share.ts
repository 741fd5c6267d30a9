/**
 * Divides the members of an ensemble among any number of threads, of Node or of a browser, that share memory. Each
 * takes the next chunk when it is done with one; what is computed for a member does not depend on who computes it.
 */

import type { Manifest } from '../../language/emit/wasm/manifest.ts'
import { createBlock, MemberError } from '../member-runner.ts'
import { createLanesRunner, type LanesOrder } from './runner.ts'
import type { LanesModule } from './block.ts'

/** One number of a member: the mean of a series over steps, `to` excluded; the steps are added in their order. */
export interface Column {
  /** Place among the recorded series. */
  readonly series: number
  readonly from: number
  readonly to: number
}

/** Plain data and shared memory: what every thread is told. */
export interface LanesJob {
  readonly manifest: Manifest
  readonly order: LanesOrder
  readonly columns: readonly Column[]
  /** Members [from, to). */
  readonly from: number
  readonly to: number
  /** Members in a chunk. */
  readonly chunk: number
  /** Numbers of 64 bits: columns * (to - from); column by column, the members of a column side by side. */
  readonly table: SharedArrayBuffer
  /** Residuals: one number of 64 bits for each chunk. */
  readonly residuals: SharedArrayBuffer
  /** Numbers of 32 bits: next chunk, members done, not 0 when the threads are to stop. */
  readonly state: SharedArrayBuffer
}

/** A member that failed in a thread. */
export interface LanesFailure {
  readonly member: number
  readonly message: string
}

export const places = { next: 0, done: 1, stop: 2 } as const

export const chunksOf = ({ from, to, chunk }: Pick<LanesJob, 'from' | 'to' | 'chunk'>): number =>
  Math.ceil((to - from) / chunk)

type JobText = Omit<LanesJob, 'table' | 'residuals' | 'state'>

export const createJob = (job: JobText): LanesJob => ({
  ...job,
  table: new SharedArrayBuffer(8 * job.columns.length * (job.to - job.from)),
  residuals: new SharedArrayBuffer(8 * chunksOf(job)),
  state: new SharedArrayBuffer(4 * Object.keys(places).length),
})

/** Works until no chunk is left; returns the first member that failed, if any. */
export const work = (module: LanesModule, job: LanesJob): LanesFailure | undefined => {
  const { manifest, order, columns, from, to, chunk } = job
  const runner = createLanesRunner(module, manifest, order)
  const { steps } = order.recording
  const { width } = runner
  const block = createBlock(order.recording, width)
  const table = new Float64Array(job.table)
  const residuals = new Float64Array(job.residuals)
  const state = new Int32Array(job.state)
  const read = (first: number, count: number): void => {
    columns.forEach(({ series, from: begin, to: end }, column) => {
      const row = column * (to - from) + first - from
      for (let lane = 0; lane < count; lane++) {
        let sum = 0
        for (let step = begin; step < end; step++) sum += block.values[(series * steps + step) * width + lane]
        table[row + lane] = sum / (end - begin)
      }
    })
  }
  for (;;) {
    const number = Atomics.add(state, places.next, 1)
    const begin = from + number * chunk
    if (begin >= to) return undefined
    const end = Math.min(to, begin + chunk)
    for (let first = begin; first < end; first += width) {
      if (Atomics.load(state, places.stop) !== 0) return undefined
      const count = Math.min(width, end - first)
      try {
        runner.run(first, count, block)
      } catch (problem) {
        Atomics.store(state, places.stop, 1)
        if (problem instanceof MemberError) return { member: problem.member, message: problem.message }
        throw problem
      }
      read(first, count)
      if (!(block.residual <= residuals[number])) residuals[number] = block.residual
      Atomics.add(state, places.done, count)
    }
  }
}
