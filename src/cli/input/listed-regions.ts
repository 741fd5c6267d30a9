/** The regions of a folder as they are listed, without opening any: those that are derived by rule after the others. */

import { derivedRegions } from '../../regions/country/on-demand.ts'
import { listRegions, listVariants, readFrom } from '../../regions/read.ts'

interface RegionFile {
  readonly kind: string
  readonly names: { readonly en: string; readonly zh?: string }
  readonly areas?: readonly string[]
  readonly of?: string
}

export const listedRegions = (root: string) => {
  const read = readFrom(root)
  const folders = [...listRegions(root), ...listVariants(root)].flatMap(id => {
    const { kind, names, areas, of } = JSON.parse(read(`${id}/region.json`) ?? '{}') as RegionFile
    // An area without figures is only named by the paths of the nation.
    if (kind === 'area' && read(`${id}/figures.csv`) === undefined) return []
    return [{ id, name: names.en, chinese: names.zh ?? '', kind, areas: (areas ?? [of ?? id]).join(' '), derived: '' }]
  })
  const derived = derivedRegions(root).map(({ id, names, kind, areas, country }) => {
    const { en, zh = '' } = names
    return { id, name: en, chinese: zh, kind, areas: areas.join(' '), derived: `countries/${country}` }
  })
  return [...folders, ...derived]
}
