/** The past of a region whose country opens in several starts, each with folders of its own. */

import { loadRegion } from './load.ts'
import type { Past } from './past.ts'
import type { ReadText, RegionData, Required } from './types.ts'

/** Years in which the folders of a country are derived, the usual one last; undefined of a folder that has one start. */
export const startsIn = (read: ReadText, country: string): readonly number[] | undefined => {
  const text = read(`${country}/starts.json`)
  return text === undefined ? undefined : (JSON.parse(text) as number[])
}

/** Opened from the folders of each start, which are found below its year; paths since the first of them are the history. */
export const pastOfStarts = (read: ReadText, region: RegionData, declared: readonly Required[]): Past | undefined => {
  const starts = startsIn(read, region.context)
  if (starts === undefined) return undefined
  const opened = (year: number): RegionData =>
    loadRegion(path => read(`${year}/${path}`), region.id, declared, { parameters: 'priors' })
  const first = opened(starts[0]!)
  const origin = { evidence: 'derived', source: 'this-pack' } as const
  const known = Object.entries(first.paths).map(([name, { points }]) => {
    const before = points.filter(([time]) => time < region.start)
    return [name, before.map(([time, value]) => ({ year: Math.floor(time), value, ...origin }))] as const
  })
  const none = { rules: new Map(), laterRules: new Map(), levers: [], moments: [], reporting: [] }
  return {
    ...none,
    history: new Map(known),
    cohorts: () => ({}) as never,
    years: [starts[0]!, starts.at(-1)!],
    opened: new Map(starts.map(year => [year, opened(year)])),
    hash: first.hash,
    laterHash: first.hash,
  }
}
