/** The texts of a pack: read once, remembered for the hash, and the areas that an id stands for. */

import { parseRegion } from './parse.ts'
import type { PackProblem } from './problems.ts'
import type { AreaFile, ParametersWanted, RegionFile } from './schema.ts'
import type { Names, ReadText } from './types.ts'

export class Folder {
  readonly texts = new Map<string, string>()
  readonly problems: PackProblem[] = []
  private readonly read: ReadText

  constructor(read: ReadText) {
    this.read = read
  }

  optional(file: string): string | undefined {
    const text = this.texts.get(file) ?? this.read(file)
    if (text !== undefined) this.texts.set(file, text)
    return text
  }

  /** Not part of the hash: what depends on the other texts, and is told by the hash of the model. */
  beside(file: string, cure: string): string | undefined {
    const text = this.read(file)
    if (text === undefined) this.problems.push({ file, wrong: 'the file is missing', cure })
    return text
  }

  needed(file: string, cure: string): string | undefined {
    const text = this.optional(file)
    if (text === undefined) this.problems.push({ file, wrong: 'the file is missing', cure })
    return text
  }

  region(id: string, cure: string): RegionFile | undefined {
    const file = `${id}/region.json`
    const text = this.needed(file, cure)
    return text === undefined ? undefined : parseRegion(file, text, id, this.problems)
  }
}

const isArea = (file: RegionFile | undefined): file is AreaFile => file?.kind === 'area'

/** What areas of a union have in common. */
const shared = ['context', 'start', 'currency'] as const

const checkUnion = (folder: Folder, areas: readonly AreaFile[]): void => {
  for (const area of areas) {
    for (const field of shared) {
      if (area[field] === areas[0]?.[field]) continue
      const wrong = `'${area[field]}' differs from '${areas[0]?.[field]}' of ${areas[0]?.id}`
      folder.problems.push({ file: `${area.id}/region.json`, field, wrong, cure: 'Areas of a union share it' })
    }
  }
}

/** The areas behind an id, one or several; undefined after a complaint. */
export const findAreas = (
  folder: Folder,
  id: string,
): { names: Names; areas: AreaFile[]; parameters: ParametersWanted | undefined } | undefined => {
  const file = folder.region(id, 'Add the folder, or ask for a region that has one')
  if (file === undefined) return undefined
  const { parameters } = file as { parameters?: ParametersWanted | undefined }
  if (file.kind === 'area') return { names: file.names, areas: [file], parameters }
  const at = `${id}/region.json`
  if (file.kind !== 'union') {
    const wrong = `a ${file.kind} has no economy of its own to run`
    folder.problems.push({ file: at, field: 'kind', wrong, cure: 'Ask for an area or a union of areas' })
    return undefined
  }
  const members = file.areas.map(area => folder.region(area, `${at} names it: add the folder, or take it out`))
  for (const member of members) {
    if (member === undefined || member.kind === 'area') continue
    const wrong = `'${member.id}' is a ${member.kind}`
    folder.problems.push({ file: at, field: 'areas', wrong, cure: 'A union holds areas only' })
  }
  const areas = members.filter(isArea)
  checkUnion(folder, areas)
  return areas.length === 0 ? undefined : { names: file.names, areas, parameters }
}
