/** Reads the input-output table of an area, checks it, and inverts what the area buys from itself. */

import { csvParseRows } from 'd3-dsv'
import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import { sum } from './cohorts.ts'
import type { Message } from '../language/messages.ts'
import type { TableFile } from './rows.ts'
import { type GoodsColumn, goodsColumns, type InputOutputTable } from './types.ts'

/** Sectors whose output the model takes as given; all others are its market industries. */
export const givenSectors = ['farming', 'oil', 'public'] as const
export const isGiven = (sector: string): boolean => (givenSectors as readonly string[]).includes(sector)

/** Kinds of demand, as the model's dimension `use` has them. */
export const uses = [
  'consumption',
  'investment',
  'robots',
  'building',
  'purchases',
  'abroad',
  'nation',
  'visitors',
] as const

/** Purchase shares half-way between those of the table and the most local bound, which the model takes as central. */
export const middleShares = ({ localTable, localMost }: InputOutputTable): number[] =>
  localTable.map((share, at) => (share + mostLocal(share, localMost[at]!)) / 2)

/** Purchase shares at a position of the model: -1 the most local bound, 0 half-way, 1 the table. */
export const sharesAt = (table: InputOutputTable, position: number): number[] => {
  const { localTable, localMost } = table
  return middleShares(table).map((middle, at) => {
    const end = position > 0 ? localTable[at]! : mostLocal(localTable[at]!, localMost[at]!)
    return middle + Math.abs(position) * (end - middle)
  })
}

/** The bound of output over use can lie below a share that was observed; then the share is the bound. */
export const mostLocal = (inTable: number, bound: number): number => Math.max(inTable, bound)

/** Statistics offices publish coefficients to five digits; columns of many sectors then sum to 1 within this. */
const rounding = 2e-4

const shareRows = ['valueAdded', 'localTable', 'localMost'] as const

/** A number in a message. */
export const digits = (value: number): string => String(Number(value.toPrecision(6)))

class Cells {
  readonly sectors: readonly string[]
  private readonly columns: ReadonlyMap<string, number>
  private readonly rows: ReadonlyMap<string, { readonly line: number; readonly fields: readonly string[] }>
  private readonly table: Pick<TableFile, 'file' | 'problems'>

  constructor(table: Omit<TableFile, 'sources'>) {
    const [header = [], ...lines] = csvParseRows(table.text)
    const names = header.slice(1)
    this.table = table
    this.columns = new Map(header.map((name, index) => [name, index]))
    this.rows = new Map(lines.map((fields, index) => [fields[0] ?? '', { line: index + 2, fields }]))
    const isSector = (name: string): boolean => !(goodsColumns as readonly string[]).includes(name)
    this.sectors = names.filter(isSector)
    for (const name of goodsColumns) if (!names.includes(name)) this.complainColumn(name)
    for (const name of [...this.sectors, ...shareRows]) if (!this.rows.has(name)) this.complainRow(name)
    for (const name of this.rows.keys()) {
      if (isSector(name) && !(shareRows as readonly string[]).includes(name) && !names.includes(name))
        this.complainColumn(name)
    }
  }

  complain(row: string, field: string, message: Message, correction: Message): void {
    const { file, problems } = this.table
    problems.push({ file, row: this.rows.get(row)?.line ?? 1, field, message, fix: correction })
  }

  private complainColumn(name: string): void {
    this.complain('', name, fault.headerLacks({ column: name }), fix.addSectorColumn())
  }

  private complainRow(name: string): void {
    const { file, problems } = this.table
    problems.push({ file, message: fault.tableRowMissing({ name }), fix: fix.addSectorRow() })
  }

  of(row: string, column: string): number {
    const found = this.rows.get(row)
    const at = this.columns.get(column)
    if (found === undefined || at === undefined) return Number.NaN
    const text = found.fields[at] ?? ''
    const value = text.trim() === '' ? Number.NaN : Number(text)
    if (!Number.isFinite(value)) {
      const message = text.trim() === '' ? fault.numberMissing() : fault.notNumber({ text })
      this.complain(row, column, message, fix.writeNumber())
    } else if (value < 0 && row.startsWith('local')) {
      const message = fault.transit({ sector: column, share: digits(value) })
      this.complain(row, column, message, fix.replaceTransit())
    } else if (value < 0 && row !== 'valueAdded') {
      const message = fault.negativeCell({ row, column, value: digits(value) })
      this.complain(row, column, message, fix.netOut())
    } else if (value > 1) {
      const message = fault.cellAboveOne({ row, column, value: digits(value) })
      this.complain(row, column, message, fix.divideByOutput())
    }
    return value
  }
}

/**
 * Columns: selling sectors by buying sector and by use; the last rows give value added and purchase shares by sector.
 * undefined after a complaint: a cell that is no share, a column that does not sum to 1, or a sector without its row.
 */
export const parseInputOutput = (given: Omit<TableFile, 'sources'>): InputOutputTable | undefined => {
  const { problems } = given
  const before = problems.length
  const cells = new Cells(given)
  const { sectors } = cells
  if (problems.length > before) return undefined
  const inputs = sectors.map(from => sectors.map(to => cells.of(from, to)))
  const goods = Object.fromEntries(
    goodsColumns.map(column => [column, sectors.map(sector => cells.of(sector, column))]),
  ) as Record<GoodsColumn, number[]>
  const [valueAdded, localTable, localMost] = shareRows.map(row => sectors.map(sector => cells.of(row, sector)))
  const table = { sectors, inputs, goods, valueAdded: valueAdded!, localTable: localTable!, localMost: localMost! }
  if (problems.length > before) return undefined
  const complainSum = (column: string, all: number): void => {
    if (Math.abs(all - 1) <= rounding) return
    cells.complain('valueAdded', column, fault.columnSum({ column, sum: digits(all) }), fix.balanceColumn())
  }
  for (const [to, sector] of sectors.entries()) {
    complainSum(sector, sum(inputs.map(row => row[to]!)) + table.valueAdded[to]!)
  }
  for (const column of goodsColumns) complainSum(column, sum(goods[column]))
  return problems.length > before ? undefined : table
}

/** (1 - inputs)⁻¹ by elimination; inputs of less than a unit of output need no change of pivot. */
const inverseOf = (inputs: ReadonlyArray<readonly number[]>): number[][] => {
  const size = inputs.length
  const unit = (row: number, column: number): number => (row === column ? 1 : 0)
  const rows = inputs.map((own, row) => [
    ...own.map((value, column) => unit(row, column) - value),
    ...own.map((_, column) => unit(row, column)),
  ])
  for (let pivot = 0; pivot < size; pivot++) {
    const scale = rows[pivot]![pivot]!
    rows[pivot] = rows[pivot]!.map(value => value / scale)
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue
      const factor = rows[row]![pivot]!
      if (factor !== 0) rows[row] = rows[row]!.map((value, column) => value - factor * rows[pivot]![column]!)
    }
  }
  return rows.map(row => row.slice(size))
}

/**
 * Output of each sector (row) in the area that a unit of final demand for the goods it makes calls for (column): L.
 * With `spending`, what households buy of each unit of value added, their purchases count as inputs.
 */
export const localInverse = (table: InputOutputTable, shares: readonly number[], spending = 0): number[][] => {
  const { goods, valueAdded } = table
  const local = table.inputs.map((row, from) =>
    row.map((value, to) => shares[from]! * (value + goods.consumption[from]! * spending * valueAdded[to]!)),
  )
  const inverse = inverseOf(local)
  const misses = inverse.flatMap((row, from) =>
    row.map(
      (value, to) => value - sum(local[from]!.map((part, at) => part * inverse[at]![to]!)) - (from === to ? 1 : 0),
    ),
  )
  const worst = Math.max(...misses.map(Math.abs))
  if (!(worst <= 1e-12)) throw new Error(`The inverse of the input-output table misses by ${worst}.`)
  return inverse
}

/** Output of each sector in the area that these goods call for, if each sector's are made here. */
export const outputFor = (inverse: ReadonlyArray<readonly number[]>, goods: readonly number[]): number[] =>
  inverse.map(row => sum(row.map((value, at) => value * goods[at]!)))

/** Origin of the goods of a use, as shares of what is bought; sectors by position, sum 1. */
type Goods = readonly number[]

/** Kinds of demand by buyer, exports by partner. */
const localOutlets = ['consumption', 'investment', 'robots', 'building', 'purchases'] as const
export const saleOutlets = ['cars', 'russia', 'world', 'defence', 'nation', 'visitors'] as const
export const outlets = [...localOutlets, ...saleOutlets] as const
export type Outlet = (typeof outlets)[number]

/** Robots and digital equipment are bought from one sector, and so are buildings; cars are made by one, arms by two (assumed). */
const boughtFrom: Partial<Record<Outlet, Readonly<Record<string, number>>>> = {
  robots: { machinery: 1 },
  building: { construction: 1 },
  cars: { vehicles: 1 },
  defence: { machinery: 0.6, vehicles: 0.4 },
}

export const normalised = (values: readonly number[]): number[] => {
  const total = sum(values)
  return values.map(value => (total === 0 ? 0 : value / total))
}

export const goodsOf = ({ sectors, goods }: InputOutputTable, outlet: Outlet): Goods => {
  const only = boughtFrom[outlet]
  if (only !== undefined) return sectors.map(sector => only[sector] ?? 0)
  const without = (column: GoodsColumn, left: string): number[] =>
    goods[column].map((value, at) => (sectors[at] === left ? 0 : value))
  switch (outlet) {
    // Public purchases are those from firms: what the public sector makes itself is no purchase.
    case 'purchases':
      return normalised(without('purchases', 'public'))
    // Cars to Russia are an outlet of their own.
    case 'russia':
      return normalised(without('abroad', 'vehicles'))
    case 'world':
      return normalised(goods.abroad)
    default:
      return normalised(goods[outlet as GoodsColumn])
  }
}
