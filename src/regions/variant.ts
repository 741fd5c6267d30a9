/** Applies a variant: every area of a region is given the same age structure at the start. */

import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import { oldestAge } from './graduate.ts'
import { hashOf } from './hash.ts'
import type { Folder } from './folder.ts'
import { parseRegion } from './parse.ts'
import { sourceMisfit } from './rows.ts'
import type { VariantFile } from './schema.ts'
import type { RegionData, RegionValues } from './types.ts'

/** The variant with this id; undefined when the id is that of something else, or after a complaint. */
export const variantCalled = (folder: Folder, id: string): VariantFile | undefined => {
  const table = folder.table(`${id}/region.json`)
  if (table === undefined || !/"kind": *"variant"/.test(table.text)) return undefined
  const region = parseRegion(table, id)
  if (region?.kind !== 'variant') return undefined
  const { file } = table
  const ages = [...region.ages].toSorted((one, other) => one.from - other.from)
  const whole = ages.every((band, at) => band.from === (at === 0 ? 0 : ages[at - 1]!.to + 1) && band.to >= band.from)
  if (!whole || ages.at(-1)!.to !== oldestAge) {
    const cover = fix.coverAges({ last: oldestAge })
    folder.problems.push({ file, field: 'ages', message: fault.agesUncovered(), fix: cover })
  }
  const sum = ages.reduce((all, { share }) => all + share, 0)
  if (Math.abs(sum - 1) > 1e-9) {
    folder.problems.push({ file, field: 'ages', message: fault.sharesSum({ sum }), fix: fix.sumToOne() })
  }
  const bad = sourceMisfit(region.source, folder.readSources())
  if (bad !== undefined) folder.problems.push({ file, field: 'source', ...bad })
  return region
}

/** Numbers over area, sex and age with the residents of each area spread over the ranges of ages as told; sexes and ages within a range keep their proportions. */
const spread = ({ values, ...rest }: RegionValues, { ages }: VariantFile): RegionValues => {
  const count = oldestAge + 1
  const perArea = 2 * count
  const result = Float64Array.from(values)
  for (let area = 0; area < values.length; area += perArea) {
    const people = values.subarray(area, area + perArea)
    const total = people.reduce((sum, value) => sum + value, 0)
    for (const { from, to, share } of ages) {
      const inside = (index: number): boolean => index % count >= from && index % count <= to
      const own = people.reduce((sum, value, index) => (inside(index) ? sum + value : sum), 0)
      for (const [index, value] of people.entries()) {
        if (inside(index)) result[area + index] = (value * share * total) / own
      }
    }
  }
  return { ...rest, values: result }
}

const cohorts = 'startPopulation'

/** The region started from the ages of the variant; the figures say that it is so. */
export const startedFrom = (region: RegionData, variant: VariantFile): RegionData => {
  const { id, names, evidence, source, note } = variant
  return {
    ...region,
    id,
    names,
    values: { ...region.values, [cohorts]: spread(region.values[cohorts]!, variant) },
    figures: region.figures.map(figure => (figure.name === cohorts ? { ...figure, evidence, source, note } : figure)),
    hash: hashOf([region.hash, JSON.stringify(variant)]),
    variant,
  }
}
