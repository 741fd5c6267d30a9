/** Reads the texts of a region once, keeps them for the hash, and finds the areas that an id stands for. */

import type { Message } from '../language/messages.ts'
import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import { parseRegion, parseSources } from './parse.ts'
import type { PackProblem } from './problems.ts'
import type { Sources, TableFile } from './rows.ts'
import type { AreaFile, ParametersWanted, RegionFile } from './schema.ts'
import type { Names, ReadText } from './types.ts'

export class Folder {
  readonly texts = new Map<string, string>()
  readonly problems: PackProblem[] = []
  /** Those of sources.csv, once it is read. */
  sources: Sources = {}
  private readonly read: ReadText

  constructor(read: ReadText) {
    this.read = read
  }

  private optional(file: string): string | undefined {
    const text = this.texts.get(file) ?? this.read(file)
    if (text !== undefined) this.texts.set(file, text)
    return text
  }

  /** As `beside`, of a file that need not be there. */
  perhapsBeside(file: string): string | undefined {
    return this.read(file)
  }

  /** Not part of the hash: what depends on the other texts, and is told by the hash of the model. */
  beside(file: string, add: Message): string | undefined {
    const text = this.read(file)
    if (text === undefined) this.problems.push({ file, message: fault.fileMissing(), fix: add })
    return text
  }

  /** A file of the region, which must be there where it is told how to `add` it. */
  table(file: string, add?: Message): TableFile | undefined {
    const text = this.optional(file)
    if (text === undefined && add !== undefined) this.problems.push({ file, message: fault.fileMissing(), fix: add })
    return text === undefined ? undefined : this.asTable(file, text)
  }

  asTable(file: string, text: string): TableFile {
    return { file, text, sources: this.sources, problems: this.problems }
  }

  readSources(): Sources {
    this.sources = parseSources(this.table('sources.csv', fix.addSources()))
    return this.sources
  }

  region(id: string, add: Message): RegionFile | undefined {
    const table = this.table(`${id}/region.json`, add)
    return table && parseRegion(table, id)
  }
}

const isArea = (file: RegionFile | undefined): file is AreaFile => file?.kind === 'area'

/** Fields that areas of a union have in common. */
const shared = ['context', 'start', 'opens', 'currency', 'within'] as const

const checkUnion = (folder: Folder, areas: readonly AreaFile[]): void => {
  for (const area of areas) {
    for (const field of shared) {
      if (area[field] === areas[0]?.[field]) continue
      const first = areas[0]!
      const message = fault.unionDiffers({ value: area[field] ?? '–', other: first[field] ?? '–', area: first.id })
      folder.problems.push({ file: `${area.id}/region.json`, field, message, fix: fix.sameInUnion() })
    }
  }
}

/** The areas behind an id, one or several; undefined after a complaint. */
export const findAreas = (
  folder: Folder,
  id: string,
):
  | { names: Names; areas: AreaFile[]; parameters: ParametersWanted | undefined; whole?: true; sums?: true }
  | undefined => {
  const file = folder.region(id, fix.addRegion())
  if (file === undefined) return undefined
  const { parameters } = file as { parameters?: ParametersWanted | undefined }
  if (file.kind === 'area') return { names: file.names, areas: [file], parameters }
  const at = `${id}/region.json`
  if (file.kind !== 'union') {
    const message = fault.notRunnable({ kind: file.kind })
    folder.problems.push({ file: at, field: 'kind', message, fix: fix.askForArea() })
    return undefined
  }
  const twice = file.areas.find((area, place) => file.areas.indexOf(area) < place)
  if (twice !== undefined)
    folder.problems.push({ file: at, field: 'areas', message: fault.twice({ key: twice }), fix: fix.keepOne() })
  const members = [...new Set(file.areas)].map(area => folder.region(area, fix.addMember({ by: at })))
  for (const member of members) {
    if (member === undefined || member.kind === 'area') continue
    const message = fault.memberKind({ id: member.id, kind: member.kind })
    folder.problems.push({ file: at, field: 'areas', message, fix: fix.areasOnly() })
  }
  const areas = members.filter(isArea)
  checkUnion(folder, areas)
  const { names, whole, sums } = file
  const closes = { ...(whole && { whole }), ...(sums && { sums }) }
  return areas.length === 0 ? undefined : { names, areas, parameters, ...closes }
}
