/** Answers of a worker to the questions of answers.ts, each about a region, which is opened at the first of them. */

import type { OutsidePaths } from '../../engine/outside.ts'
import type { WasmRegion } from '../../analysis/region/wasm-region.ts'
import { type Answers, Cancelled, type Task } from '../../threads/task.ts'
import { type AnswerTable, answers } from './answers.ts'
import type { RegionFiles } from './region-files.ts'
import { underConditions } from './under.ts'

/** Opens a region by its id, or from files that were brought along. */
export type OpenRegionById = (id: string, files: RegionFiles | undefined) => Promise<WasmRegion>

export interface RegionQuestion {
  readonly region: string
  readonly outside: OutsidePaths
  readonly input: unknown
}

export interface Definition {
  readonly region: string
  readonly files: RegionFiles
}

export const regionAnswers = (openRegion: OpenRegionById): Answers => {
  const regions = new Map<string, Promise<WasmRegion>>()
  const brought = new Map<string, RegionFiles>()
  const regionOf = (id: string): Promise<WasmRegion> => {
    const known = regions.get(id)
    if (known !== undefined) return known
    const opening = openRegion(id, brought.get(id))
    regions.set(id, opening)
    // A region that could not be loaded may be asked for again.
    opening.catch(() => regions.delete(id))
    return opening
  }
  const about =
    (name: string) =>
    async ({ region, outside, input }: RegionQuestion, task: Task): Promise<unknown> => {
      const open = underConditions(await regionOf(region), outside)
      if (task.cancelled()) throw new Cancelled()
      return (answers as AnswerTable)[name]!(open, input, task)
    }
  return {
    ...Object.fromEntries(Object.keys(answers).map(name => [name, about(name)])),
    define: ({ region, files }: Definition): void => {
      brought.set(region, files)
      regions.delete(region)
    },
  }
}
