/** Merges results of one ensemble from several folders, and refuses results that do not belong together. */

import { messages as ensembleMessages } from '../../texts/ensemble.ts'
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import { assemble, clearChunks, emptyCounts, sourceOfResult } from './assemble.ts'
import { type Disk, inWords, nodeDisk } from './disk.ts'
import { addCountsFile, joinRanges, missingRanges, type Range } from './files.ts'
import { checkDisjoint, checkResult, damageInResult, type Manifest, prepareFolder, readManifest } from './folder.ts'
import { differences } from './job.ts'
import { EnsembleError } from './problems.ts'
import { type EnsembleOutcome, prepareEnsemble } from './run-ensemble.ts'
import { summaryOf } from './summary-tables.ts'

export interface Merge {
  readonly folders: readonly string[]
  readonly out: string
  readonly packs?: string
  readonly open?: OpenRegion
  readonly csv?: boolean
  readonly disk?: Disk
}

export interface FoundResult {
  readonly folder: string
  readonly manifest: Manifest
}

export const resultIn = (folder: string, disk: Disk = nodeDisk): FoundResult => {
  const manifest = readManifest(folder, disk)
  if (manifest === undefined) {
    throw new EnsembleError(ensembleMessages.noEnsemble({ folder }))
  }
  if (manifest.ranges.length === 0) {
    throw new EnsembleError(ensembleMessages.unfinished({ folder }))
  }
  return { folder, manifest }
}

/** Refuses a result of another ensemble, and says in which way. */
export const checkSame = (expected: Manifest, found: FoundResult, where: string): void => {
  if (found.manifest.id === expected.id) return
  throw new EnsembleError(
    ensembleMessages.mergeOther({
      folder: found.folder,
      than: where,
      differences: differences(found.manifest.identity, expected.identity).join('; '),
    }),
  )
}

const holds = (wide: readonly Range[], ranges: readonly Range[]): boolean =>
  ranges.every(range => missingRanges(range, wide).length === 0)

/**
 * The results to merge: the folders, and the result that the target holds already, so that parts can be merged one
 * after the other and a merge that was cut short can be repeated. A folder that is in the target already adds nothing;
 * a target that is damaged is built anew where the folders hold all it had.
 */
const toMerge = (
  given: readonly FoundResult[],
  out: string,
  present: Manifest,
  disk: Disk,
): { readonly all: readonly FoundResult[]; readonly isThere: boolean } => {
  const others = given.filter(({ folder }) => !isSamePlace(folder, out))
  checkDisjoint(others.map(({ folder, manifest }) => ({ name: folder, ranges: manifest.ranges })))
  if (present.ranges.length === 0) return { all: others, isThere: false }
  const isWhole = damageInResult(out, present, disk).size === 0
  const offered = others.flatMap(({ manifest }) => manifest.ranges)
  if (!isWhole && holds(offered, present.ranges)) return { all: others, isThere: false }
  const added = others.filter(({ manifest }) => !holds(present.ranges, manifest.ranges))
  const all = [{ folder: out, manifest: present }, ...added]
  checkDisjoint(all.map(({ folder, manifest }) => ({ name: folder, ranges: manifest.ranges })))
  return { all, isThere: added.length === 0 }
}

const isSamePlace = (one: string, other: string): boolean => realpathSync(one) === realpathSync(other)

export const mergeResults = async (
  { folders, out, packs, open, csv, disk = nodeDisk }: Merge,
  progress: (members: number) => void = () => {},
): Promise<EnsembleOutcome> => {
  const found = folders.map(folder => {
    try {
      return resultIn(folder, disk)
    } catch (problem) {
      throw inWords(folder, problem)
    }
  })
  const [first, ...others] = found
  if (first === undefined) throw new EnsembleError(ensembleMessages.nothingToMerge())
  for (const other of others) checkSame(first.manifest, other, `'${first.folder}'`)
  // The largest job says how many members there are to be; but for that they are alike.
  const members = Math.max(...found.map(({ manifest }) => manifest.job.members))
  const { ensemble, grid, identity, id, fresh } = prepareEnsemble(
    { ...first.manifest.job, members, ...(packs === undefined ? {} : { packs }) },
    open,
  )
  checkSame(fresh, first, 'this program and its data compute')
  let unlock = (): void => {}
  try {
    const prepared = prepareFolder(out, fresh, disk)
    unlock = prepared.unlock
    const present = prepared.found
    const { all, isThere } = toMerge(found, out, present, disk)
    for (const { folder, manifest } of all) checkResult(folder, manifest, disk)
    const counts = emptyCounts(ensemble)
    for (const { folder } of all) addCountsFile(join(folder, 'counts.bin'), id, counts, disk)
    if (isThere && present.job.members >= members && !(csv === true && present.files['members.csv'] === undefined)) {
      clearChunks(out, [], disk)
      return { manifest: present, summary: summaryOf(ensemble, counts, grid, present), cancelled: false, ran: 0 }
    }
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
        disk,
      },
      progress,
    )
    clearChunks(out, [], disk)
    return { ...result, cancelled: false, ran: 0 }
  } catch (problem) {
    throw inWords(out, problem)
  } finally {
    unlock()
  }
}
