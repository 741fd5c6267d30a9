/** Adds up an input-output table of many products to the sectors of the model, as the folder of an area holds it. */

import { csvFormatRows } from 'd3-dsv'
import { sum } from '../cohorts.ts'
import { isGiven } from '../input-output.ts'
import { type GoodsColumn, goodsColumns } from '../types.ts'
import type { MoneyTable } from './tables.ts'

/** Product to sector of the model. */
export type Sectors = ReadonlyMap<string, string>

const order =
  'farming mining oil food chemicals metals machinery vehicles otherIndustry construction trade services public'.split(
    ' ',
  )

/** Columns of goods, and the columns of the table that they are; visitors buy by assumption. */
const goods: Readonly<Record<Exclude<GoodsColumn, 'visitors'>, readonly string[]>> = {
  consumption: ['FU101', 'FU102'],
  investment: ['FU201'],
  purchases: ['FU103'],
  nation: ['OF'],
  abroad: ['EX'],
}

/** No table says what visitors buy: four fifths from trade, transport and hotels, a fifth from services (assumed). */
const visitors: Readonly<Record<string, number>> = { trade: 0.8, services: 0.2 }

/** Everything that is used in the area: the table balances by stocks. */
const used = ['FU101', 'FU102', 'FU103', 'FU201', 'FU202']

/** At most so much of what is bought is made in the area: building sites, too, hire from outside (assumed). */
const mostLocalBuilding = 0.98

const parts = ['VA001', 'VA002', 'VA003', 'VA004']

/** The model counts sales of farming, oil and public services to other areas elsewhere. */
const isOutside = (use: string): boolean => use === 'nation' || use === 'abroad'

export interface AreaSectors {
  /** Money of the table by product or sector: value added, pay, and sales to other countries and purchases there. */
  readonly valueAdded: (name: string) => number
  readonly pay: (name: string) => number
  readonly exports: (name: string) => number
  readonly imports: (name: string) => number
  /** The file input-output.csv. */
  readonly file: string
}

export const addUp = (table: MoneyTable, sectors: Sectors): AreaSectors => {
  const products = [...sectors.keys()]
  const members = (name: string): string[] =>
    sectors.has(name) ? [name] : products.filter(one => sectors.get(one) === name)
  const cell = (row: string, column: string): number => table.get(row)?.[column] ?? 0
  const block = (rows: readonly string[], columns: readonly string[]): number =>
    sum(rows.flatMap(row => columns.map(column => cell(row, column))))
  const valueAdded = (name: string): number => block(parts, members(name))
  const output = (name: string): number => block(products, members(name)) + valueAdded(name)
  const shares = (values: readonly number[]): number[] => {
    const positive = values.map(value => Math.max(0, value))
    const all = sum(positive)
    // Five digits, as statistics offices publish; the largest takes what rounding leaves.
    const rounded = positive.map(value => Math.round((1e5 * value) / (all || 1)))
    // A sector that the area does not have is all value added, which stands last.
    const largest = all > 0 ? rounded.indexOf(Math.max(...rounded)) : rounded.length - 1
    rounded[largest] = rounded[largest]! + 1e5 - sum(rounded)
    return rounded.map(value => value / 1e5)
  }
  const inputs = order.map(to => shares([...order.map(from => block(members(from), members(to))), valueAdded(to)]))
  const sold = Object.entries(goods).map(([use, columns]) =>
    shares(order.map(from => (isOutside(use) && isGiven(from) ? 0 : block(members(from), columns)))),
  )
  const local = order.map(name => {
    const use = block(members(name), [...products, ...used])
    const bought = block(members(name), ['IM', 'IF'])
    const [inTable, bound] = use > 0 ? [1 - bought / use, output(name) / use] : [1, 1]
    const most = name === 'construction' ? mostLocalBuilding : 1
    return [Math.min(most, Math.max(0, inTable)), Math.min(1, Math.max(inTable, bound))]
  })
  const digits = (value: number): string => String(Number(value.toFixed(5)))
  const blank = goodsColumns.map(() => '')
  const file = csvFormatRows([
    ['row', ...order, ...goodsColumns],
    ...order.map((name, row) => [
      name,
      ...[...inputs, ...sold].map(column => digits(column[row]!)),
      digits(visitors[name] ?? 0),
    ]),
    ['valueAdded', ...inputs.map(column => digits(column.at(-1)!)), ...blank],
    ['localTable', ...local.map(([inTable]) => digits(inTable!)), ...blank],
    ['localMost', ...local.map(([, most]) => digits(most!)), ...blank],
  ])
  return {
    valueAdded,
    pay: name => block(['VA001'], members(name)),
    exports: name => block(members(name), ['EX']),
    imports: name => block(members(name), ['IM']),
    file: `${file}\n`,
  }
}
