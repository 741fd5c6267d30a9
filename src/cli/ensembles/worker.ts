/** A thread that computes chunks of an ensemble, one after the other; started by pool.ts. */

import { parentPort, workerData } from 'node:worker_threads'
import { clearCounts, type Counts, createCounts } from '../../engine/summary/counts.ts'
import { computeChunk, writeChunk } from './chunk.ts'
import { diskFor } from './fault.ts'
import { chunksFolder } from './folder.ts'
import type { Range } from './files.ts'
import { openEnsemble, pilotBlock } from './job.ts'
import type { FromThread, SharedGrid, ThreadTask, ToThread } from './pool.ts'
import { isTold } from './problems.ts'

const { job, folder, cancel, fault } = workerData as ThreadTask
const send = (message: FromThread): void => parentPort?.postMessage(message)

const ensemble = openEnsemble(job)
const { recording } = ensemble
const cancelled = (): boolean => Atomics.load(new Int32Array(cancel), 0) !== 0
let kept: Counts | undefined

const runPilot = (members: number): void => {
  const { values } = pilotBlock(ensemble.runner(), members)
  send({ pilot: { cells: recording.cells, values } })
}

const runChunk = (range: Range, id: string, { cells, centre, scale }: SharedGrid): void => {
  const grid = { cells, centre: new Float64Array(centre), scale: new Float64Array(scale) }
  const counts = (kept ??= createCounts(cells, ensemble.counters, true))
  clearCounts(counts)
  const chunk = computeChunk(ensemble, grid, range, counts, { progress: members => send({ members }), cancelled })
  const [from, to] = chunk.range
  const record = to > from ? writeChunk(chunksFolder(folder), id, ensemble, chunk, counts, diskFor(fault)) : undefined
  send({ finished: { range, record } })
}

parentPort?.on('message', (message: ToThread) => {
  try {
    if ('pilot' in message) runPilot(message.pilot)
    else runChunk(message.range, message.id, message.grid)
  } catch (problem) {
    const { message: text, stack = text } = problem as Error
    send({ failed: { message: isTold(problem) ? text : stack, told: isTold(problem) } })
  }
})
