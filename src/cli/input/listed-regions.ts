/** The regions of a folder as they are listed, without opening any. */

import { listRegions, listVariants, readFrom } from '../../regions/read.ts'

interface RegionFile {
  readonly kind: string
  readonly names: { readonly en: string; readonly zh?: string }
  readonly areas?: readonly string[]
  readonly of?: string
}

export const listedRegions = (root: string) => {
  const read = readFrom(root)
  return [...listRegions(root), ...listVariants(root)].flatMap(id => {
    const { kind, names, areas, of } = JSON.parse(read(`${id}/region.json`) ?? '{}') as RegionFile
    // An area without figures is only named by the paths of the nation.
    if (kind === 'area' && read(`${id}/figures.csv`) === undefined) return []
    return [{ id, name: names.en, chinese: names.zh ?? '', kind, areas: (areas ?? [of ?? id]).join(' ') }]
  })
}
