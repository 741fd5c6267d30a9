/** The record with which the app was built: a back-test takes half a minute and is the same for every reader. */

import type { OpenRegion } from '../../analysis/region/simulation.ts'
import type { PastRuns } from '../../questions/core/question.ts'
import type { ReadText } from '../../regions/types.ts'
import type { AppRecord } from '../state/record.ts'

/** Outside a browser there is none. */
let built = async (): Promise<AppRecord | undefined> => undefined

export const giveRecord = (load: () => Promise<AppRecord>): void => {
  built = load
}

/** The files of a region that comes with the app, those of past years among them; of other regions there are none. */
let texts = async (_region: string): Promise<ReadText | undefined> => undefined

export const givePast = (load: typeof texts): void => {
  texts = load
}

/** A province has its part of the record of its region. */
export const builtRecord = ({ region, files }: OpenRegion): PastRuns => ({
  read: async () => {
    const past = await texts(region.id)
    return files === undefined ? past : path => files.read(path) ?? past?.(path)
  },
  backTest: async () => {
    const backTest = (await built())?.backTest
    const areas = new Set(backTest?.panels.map(({ area }) => area))
    return region.areas.some(area => areas.has(area)) ? backTest : undefined
  },
  // They have a page of their own.
  claims: async needed => {
    const record = needed ? await built() : undefined
    return record?.backTest.record.region === region.id ? record.claims : undefined
  },
})
