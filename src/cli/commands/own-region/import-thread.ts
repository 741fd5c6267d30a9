/**
 * Unpacks, reads and tries what somebody brought, in a thread of its own: the command stays responsive, and ends the
 * thread where it takes more time or memory than any region needs.
 */

import { parentPort, workerData } from 'node:worker_threads'
import { requiredData } from '../../../analysis/region/simulation.ts'
import { trialOf } from '../../../analysis/region/trial.ts'
import type { Both } from '../../../language/messages.ts'
import { namesOf } from '../../../language/typeset.ts'
import { model } from '../../../model/index.ts'
import { BroughtError, type BroughtFile } from '../../../regions/own/texts.ts'
import { bringFiles, importRegion, type Imported } from '../../../regions/own/import.ts'
import { describeDoubt, doubtsAbout } from '../../../regions/own/plausible.ts'
import { countryTablesOf } from '../../../regions/country/on-demand.ts'
import { completedBy } from '../../../regions/country/own-area.ts'
import { listRegions, ownPacks, readFrom } from '../../../regions/read.ts'
import { readRegion } from '../../../regions/read-region.ts'
import { messages as say } from '../../../texts/brought.ts'

export interface ImportTask {
  readonly files: readonly BroughtFile[]
  readonly region: string | undefined
  readonly packs: string
}

export type ImportResult =
  | { readonly broken: ReadonlyArray<Both<string>> }
  | (Pick<Imported, 'problems' | 'texts' | 'unread'> & {
      readonly doubts: ReadonlyArray<Both<string>>
      /** Undefined where it cannot be loaded. */
      readonly summary: { readonly id: string; readonly text: Both<string> } | undefined
    })

const resultOf = async ({ files, region: wanted, packs }: ImportTask): Promise<ImportResult> => {
  const required = requiredData(model)
  try {
    const { region, ...rest } = importRegion(await bringFiles(files), readFrom(packs), required, wanted, {
      program: readFrom(ownPacks),
      trial: trialOf,
      complete: completedBy(countryTablesOf),
    })
    if (region === undefined) return { ...rest, doubts: [], summary: undefined }
    const known = listRegions().map(id => readRegion(id, required))
    const { id, names, hash: data } = region
    const counts = { figures: region.figures.length, values: region.series.length }
    return {
      ...rest,
      doubts: doubtsAbout(region, known).map(doubt => describeDoubt(doubt).text),
      summary: { id, text: say.readAs({ id, name: namesOf(names), ...counts, data }).text },
    }
  } catch (problem) {
    if (problem instanceof BroughtError) return { broken: problem.messages.map(({ text }) => text) }
    throw problem
  }
}

parentPort!.postMessage(await resultOf(workerData as ImportTask))
