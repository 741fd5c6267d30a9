/** Reads facts.csv: stylised facts of a region that the model should reproduce. */

import { type PackProblem, PackError } from '../../src/regions/problems.ts'
import { readRows } from '../../src/regions/rows.ts'
import type { ReadText, RegionData } from '../../src/regions/types.ts'

export interface FactRow {
  readonly id: string
  readonly what: string
  readonly areas: readonly string[]
  /** Mean yearly growth, change over the years, change in points, or nothing that can be measured. */
  readonly kind: 'growth' | 'change' | 'points' | 'none'
  /** Targets; where there is `less`, the first over the second. */
  readonly series: string
  readonly less: string
  /** First year of the run, and the years that are looked at: the change is from the end of from - 1 to the end of to. */
  readonly opened: number
  readonly from: number
  readonly to: number
  /** In %; that of the series when absent. */
  readonly published: number | undefined
  /** Tolerance below and above, in points. */
  readonly low: number
  readonly high: number
  readonly note: string
}

/** The facts in the folder of the region; none when it has no such file. Throws a PackError. */
export const readFacts = (read: ReadText, region: RegionData): FactRow[] => {
  const file = `${region.id}/facts.csv`
  const text = read(file)
  if (text === undefined) return []
  const problems: PackProblem[] = []
  const columns = 'id,what,area,kind,series,less,opened,from,to,published,low,high,note'.split(',')
  const rows = readRows({ file, text, sources: {}, problems }, columns).map((row): FactRow => {
    const { id = '', what = '', area = '', kind = '', series = '', less = '', published = '', note = '' } = row.fields
    const kinds = ['growth', 'change', 'points', 'none'] as const
    const word = kinds.find(one => one === kind)
    const refused = (why: string): Error => new Error(`${file}, fact ${id}: ${why}.`)
    if (word === undefined) throw refused(`unknown kind '${kind}'; kinds are ${kinds.join(', ')}`)
    if (area !== 'each' && !region.areas.includes(area))
      throw refused(`unknown area '${area}'; areas are each, ${region.areas.join(', ')}`)
    if (word === 'none' && note === '') throw refused('it cannot be measured, so the note must give the reason')
    const numberIn = (field: string): number => (word === 'none' ? Number.NaN : row.number(field))
    return {
      id,
      what,
      areas: area === 'each' ? region.areas : [area],
      kind: word,
      series,
      less,
      opened: numberIn('opened'),
      from: numberIn('from'),
      to: numberIn('to'),
      published: published === '' ? undefined : Number(published),
      low: numberIn('low'),
      high: numberIn('high'),
      note,
    }
  })
  if (problems.length > 0) throw new PackError(region.id, problems)
  return rows
}
