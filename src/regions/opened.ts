/** A region that has been opened, as text: read again it is the same to the last bit, and none of its files is read. */

import type { RegionData } from './types.ts'

/** All of a region is plain data but the arrays of its values, which a text has as lists. */
export const openedText = (region: RegionData): string =>
  JSON.stringify(region, (_, part: unknown) => (part instanceof Float64Array ? [...part] : part))

export const openedRegion = (text: string): RegionData => {
  const read = JSON.parse(text) as RegionData
  const values = Object.entries(read.values).map(([name, one]) => [
    name,
    { ...one, values: Float64Array.from(one.values) },
  ])
  return { ...read, values: Object.fromEntries(values) as RegionData['values'] }
}
