/** Puts results of one ensemble from several folders into one; refuses what does not belong together. */

import { join } from 'node:path'
import type { OpenRegion } from '../../analysis/simulation.ts'
import { assemble, clearChunks, emptyCounts, sourceOfResult } from './assemble.ts'
import { addCountsFile, joinRanges } from './files.ts'
import { checkDisjoint, checkResult, type Manifest, prepareFolder, readManifest } from './folder.ts'
import { differences } from './job.ts'
import { EnsembleError } from './problems.ts'
import { type EnsembleOutcome, prepareEnsemble } from './run-ensemble.ts'

export interface Merge {
  readonly folders: readonly string[]
  readonly out: string
  readonly packs?: string
  readonly open?: OpenRegion
  readonly csv?: boolean
}

export interface FoundResult {
  readonly folder: string
  readonly manifest: Manifest
}

export const resultIn = (folder: string): FoundResult => {
  const manifest = readManifest(folder)
  if (manifest === undefined) {
    throw new EnsembleError(`'${folder}' holds no ensemble: it has no manifest.json`)
  }
  if (manifest.ranges.length === 0) {
    throw new EnsembleError(`'${folder}' is not finished: run its command again, then merge it`)
  }
  return { folder, manifest }
}

/** Refuses a result of another ensemble, and says in which way. */
export const checkSame = (expected: Manifest, found: FoundResult, where: string): void => {
  if (found.manifest.id === expected.id) return
  throw new EnsembleError(
    `'${found.folder}' is of another ensemble than ${where}: ${differences(found.manifest.identity, expected.identity).join('; ')}`,
  )
}

export const mergeResults = async (
  { folders, out, packs, open, csv }: Merge,
  progress: (members: number) => void = () => {},
): Promise<EnsembleOutcome> => {
  const found = folders.map(resultIn)
  const [first, ...others] = found
  if (first === undefined) throw new EnsembleError('there is nothing to merge')
  for (const other of others) checkSame(first.manifest, other, `'${first.folder}'`)
  // The largest job says how many members there are to be; but for that they are alike.
  const members = Math.max(...found.map(({ manifest }) => manifest.job.members))
  const { ensemble, grid, identity, id, fresh } = prepareEnsemble(
    { ...first.manifest.job, members, ...(packs === undefined ? {} : { packs }) },
    open,
  )
  checkSame(fresh, first, 'this program and its data compute')
  const { found: present, unlock } = prepareFolder(out, fresh)
  try {
    const all =
      present.ranges.length > 0 && !folders.includes(out) ? [...found, { folder: out, manifest: present }] : found
    checkDisjoint(all.map(({ folder, manifest }) => ({ name: folder, ranges: manifest.ranges })))
    for (const { folder, manifest } of all) checkResult(folder, manifest)
    const counts = emptyCounts(ensemble)
    for (const { folder } of all) addCountsFile(join(folder, 'counts.bin'), id, counts)
    const result = await assemble(
      {
        folder: out,
        id,
        identity,
        ensemble,
        grid,
        counts,
        ranges: joinRanges(all.flatMap(({ manifest }) => manifest.ranges)),
        sources: all.map(({ folder, manifest }) => sourceOfResult(folder, manifest)),
        ...(csv === undefined ? {} : { csv }),
      },
      progress,
    )
    clearChunks(out, [])
    return { ...result, cancelled: false, ran: 0 }
  } finally {
    unlock()
  }
}
