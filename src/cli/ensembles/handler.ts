/** What a thread does with what it is told: runs the first members, computes a chunk, or reads numbers off members. */

import { createBlock } from '../../engine/member-runner.ts'
import { clearCounts, type Counts, createCounts } from '../../engine/summary/counts.ts'
import { computeChunk, rowMemory, writeChunk } from './chunk.ts'
import { diskFor } from './fault.ts'
import { PART, type Range } from './files.ts'
import { chunksFolder } from './folder.ts'
import { openEnsemble, type OpenEnsemble, pilotBlock } from './job.ts'
import { createCollector } from './memory.ts'
import type { FromThread, SharedGrid, ThreadTask, ToThread } from './pool.ts'
import { isTold } from './problems.ts'
import { scalarReader } from '../../analysis/scalars.ts'
import type { RowGroup } from './table.ts'

export const createHandler = (
  { job, folder, cancel, fault }: ThreadTask,
  send: (message: FromThread) => void,
  opened?: OpenEnsemble,
): ((message: ToThread) => void) => {
  const ensemble = opened ?? openEnsemble(job)
  const { recording } = ensemble
  const flag = new Int32Array(cancel)
  const cancelled = (): boolean => Atomics.load(flag, 0) !== 0
  const disk = diskFor(fault)
  const collect = createCollector()
  let kept: Counts | undefined
  let rows: RowGroup | undefined

  const runPilot = (members: number): void => {
    const { values } = pilotBlock(ensemble.runner(), members)
    send({ pilot: { cells: recording.cells, values } })
  }

  const runChunk = (range: Range, id: string, { cells, centre, scale }: SharedGrid): void => {
    const grid = { cells, centre: new Float64Array(centre), scale: new Float64Array(scale) }
    const counts = (kept ??= createCounts(cells, ensemble.counters, true))
    clearCounts(counts)
    const memory = (rows ??= rowMemory(ensemble, PART))
    const watch = { progress: (members: number) => send({ members }), cancelled }
    const chunk = computeChunk(ensemble, grid, range, counts, watch, memory)
    const [from, to] = chunk.range
    const record = to > from ? writeChunk(chunksFolder(folder), id, ensemble, chunk, counts, disk) : undefined
    collect()
    send({ finished: { range, record } })
  }

  const readScalars = ([from, to]: Range): void => {
    const runner = ensemble.runner()
    const block = createBlock(recording, runner.width)
    const { names, read } = scalarReader(ensemble)
    const values = new Float64Array(names.length * (to - from))
    for (let at = from; at < to && !cancelled(); at += runner.width) {
      const count = Math.min(runner.width, to - at)
      runner.run(at, count, block)
      for (let lane = 0; lane < count; lane++) read(block, lane, values, at + lane - from, to - from)
      send({ members: count })
    }
    send({ scalars: { range: [from, to], values } })
  }

  return message => {
    try {
      if ('pilot' in message) runPilot(message.pilot)
      else if ('scalars' in message) readScalars(message.scalars)
      else runChunk(message.range, message.id, message.grid)
    } catch (problem) {
      const { message: text, stack = text } = problem as Error
      send({ failed: { message: isTold(problem) ? text : stack, told: isTold(problem) } })
    }
  }
}
