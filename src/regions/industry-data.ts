/** The data of the model by industry that follow from an input-output table: who earns from a use, and who sells outside. */

import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import type { Folder } from './folder.ts'
import {
  givenSectors,
  goodsOf,
  localInverse,
  middleShares,
  normalised,
  outlets,
  outputFor,
  parseInputOutput,
  saleOutlets,
} from './input-output.ts'
import { keyOf } from './parse.ts'
import { sourceMisfit } from './rows.ts'
import type { AreaFile } from './schema.ts'
import type { Figure, Required, InputOutputTable } from './types.ts'

/** Data with one of these dimensions are given by areas with an input-output table, and by no others. */
const ofIndustries: ReadonlySet<string> = new Set(['industry', 'outlet', 'sale'])

/** True for a datum that only an area with an input-output table has. */
export const needsTable = ({ dimensions }: Pick<Required, 'dimensions'>): boolean =>
  dimensions.some(({ name }) => ofIndustries.has(name))

/** Names of the data that the table itself gives. */
export const tableData: ReadonlySet<string> = new Set(['industryContent', 'industrySellers'])

const industriesOf = (known: ReadonlyMap<string, Required>): readonly string[] => {
  const [industry] = known.get('industryContent')!.dimensions.filter(({ name }) => name === 'industry')
  return typeof industry!.labels === 'string' ? [] : industry!.labels
}

/**
 * Shares of the market industries in the value added that a unit of each outlet leaves in the area: v (1 - R A)⁻¹ R b,
 * and v (1 - R A)⁻¹ s where the area itself is the seller. By sector of the table, 0 for those that are no industry.
 */
const contentOf = (
  table: InputOutputTable,
  outlet: (typeof outlets)[number],
  isIndustry: (sector: string) => boolean,
): number[] => {
  const shares = middleShares(table)
  const isSale = (saleOutlets as readonly string[]).includes(outlet)
  const made = goodsOf(table, outlet).map((part, at) => (isSale ? part : part * shares[at]!))
  const output = outputFor(localInverse(table, shares), made)
  return normalised(output.map((value, at) => (isIndustry(table.sectors[at]!) ? value * table.valueAdded[at]! : 0)))
}

/** The data of the table by key; the shares of each outlet, and of each kind of sale, sum to 1 or are all 0. */
const industryNumbers = (table: InputOutputTable, industries: readonly string[]): Map<string, number> => {
  const numbers = new Map<string, number>()
  const isIndustry = (sector: string): boolean => industries.includes(sector)
  const keep = (name: string, dimension: string, label: string, values: readonly number[]): void => {
    for (const industry of industries) {
      numbers.set(keyOf(name, { industry, [dimension]: label }), values[table.sectors.indexOf(industry)]!)
    }
  }
  for (const outlet of outlets) keep('industryContent', 'outlet', outlet, contentOf(table, outlet, isIndustry))
  for (const sale of saleOutlets) {
    const sellers = goodsOf(table, sale).map((part, at) => (isIndustry(table.sectors[at]!) ? part : 0))
    keep('industrySellers', 'sale', sale, normalised(sellers))
  }
  return numbers
}

export interface IndustryPart {
  readonly numbers: ReadonlyMap<string, number>
  readonly figures: readonly Figure[]
  readonly table?: InputOutputTable
  /** False where the folder has no table; a faulty one has been complained of. */
  readonly hasTable: boolean
}

const nothing: IndustryPart = { numbers: new Map(), figures: [], hasTable: false }
const faulty: IndustryPart = { ...nothing, hasTable: true }

/** The content of an area's input-output.csv, if the model asks for it and the area has one. */
export const loadTable = (folder: Folder, owner: AreaFile, known: ReadonlyMap<string, Required>): IndustryPart => {
  const text = known.has('industryContent') ? folder.table(`${owner.id}/input-output.csv`) : undefined
  if (text === undefined) return nothing
  const { file, problems } = text
  const table = parseInputOutput(text)
  const origin = owner.inputOutput
  const at = { file: `${owner.id}/region.json`, field: 'inputOutput' }
  if (origin === undefined) {
    problems.push({ ...at, message: fault.columnUndescribed({ name: 'input-output.csv' }), fix: fix.describeTable() })
  } else {
    const bad = sourceMisfit(origin.source, folder.sources)
    if (bad !== undefined) problems.push({ ...at, ...bad })
  }
  if (table === undefined || origin === undefined) return faulty
  const industries = industriesOf(known)
  const missing = [...industries, ...givenSectors].filter(sector => !table.sectors.includes(sector))
  for (const name of missing) {
    problems.push({ file, row: 1, field: name, message: fault.tableSectorMissing({ name }), fix: fix.addSector() })
  }
  if (missing.length > 0) return faulty
  const { note, ...rest } = origin
  const figures = [...tableData].map(
    (name): Figure => ({
      name,
      area: owner.id,
      labels: {},
      unit: known.get(name)!.unit,
      ...rest,
      ...(note === undefined ? {} : { note }),
    }),
  )
  return { numbers: industryNumbers(table, industries), figures, table, hasTable: true }
}

/** Complains where some areas have a table and others none, or figures by industry stand without one. */
export const complainTables = (
  folder: Folder,
  parts: ReadonlyArray<Pick<IndustryPart, 'figures' | 'hasTable'> & { readonly owner: string }>,
  known: ReadonlyMap<string, Required>,
): void => {
  const { problems } = folder
  const having = parts.find(({ hasTable }) => hasTable)
  for (const { owner, figures, hasTable } of parts) {
    if (hasTable) continue
    const own = figures.find(({ name }) => needsTable(known.get(name)!))
    if (own !== undefined) {
      const message = fault.tableMissing({ name: own.name })
      problems.push({ file: `${owner}/figures.csv`, field: 'name', message, fix: fix.addTable() })
    } else if (having !== undefined) {
      const message = fault.tableInOthers({ with: having.owner, without: owner })
      problems.push({ file: `${owner}/input-output.csv`, message, fix: fix.tableForAll() })
    }
  }
}
