/** A thread that computes chunks of an ensemble, one after the other; started by pool.ts. */

import { parentPort, workerData } from 'node:worker_threads'
import { clearCounts, createCounts } from '../../engine/summary/counts.ts'
import type { Grid } from '../../engine/summary/grid.ts'
import { computeChunk, writeChunk } from './chunk.ts'
import { diskFor } from './fault.ts'
import { chunksFolder } from './folder.ts'
import { openEnsemble } from './job.ts'
import type { FromThread, ThreadTask, ToThread } from './pool.ts'
import { isTold } from './problems.ts'

const { job, id, grid, folder, cancel, fault } = workerData as ThreadTask
const send = (message: FromThread): void => parentPort?.postMessage(message)

const ensemble = openEnsemble(job)
const shared: Grid = { cells: grid.cells, centre: new Float64Array(grid.centre), scale: new Float64Array(grid.scale) }
const counts = createCounts(ensemble.recording.cells, ensemble.counters, true)
const cancelled = (): boolean => Atomics.load(new Int32Array(cancel), 0) !== 0

parentPort?.on('message', ({ range }: ToThread) => {
  try {
    clearCounts(counts)
    const chunk = computeChunk(ensemble, shared, range, counts, { progress: members => send({ members }), cancelled })
    const [from, to] = chunk.range
    const record = to > from ? writeChunk(chunksFolder(folder), id, ensemble, chunk, counts, diskFor(fault)) : undefined
    send({ finished: { range, record } })
  } catch (problem) {
    const { message, stack = message } = problem as Error
    send({ failed: { message: isTold(problem) ? message : stack, told: isTold(problem) } })
  }
})
send({ ready: true })
