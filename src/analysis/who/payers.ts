/**
 * Payers: the change of each sector's yearly balance against current policy. A balance is what a sector receives less
 * what it pays, before borrowing or saving, by the transaction-flow matrix; over all sectors the changes sum to zero.
 */

import type { RunInput, Simulator } from '../../engine/run.ts'
import type { ManyOptions } from '../../engine/run/many.ts'
import type { LinkedMatrix, Variable } from '../../language/linked.ts'
import { packageStart } from '../../model/packages.ts'
import type { OpenRegion } from '../region/simulation.ts'

export interface PayingSector {
  readonly id: string
  readonly label: string
  readonly columns: readonly string[]
}

export const payingSectors: readonly PayingSector[] = [
  { id: 'centre', label: 'Central government', columns: ['CG'] },
  { id: 'province', label: 'Provincial governments', columns: ['PG'] },
  { id: 'vehicles', label: 'LGFVs', columns: ['LV'] },
  { id: 'pensionFund', label: 'Pension fund', columns: ['PF'] },
  { id: 'households', label: 'Households', columns: ['HY', 'HM', 'HO'] },
  { id: 'stateFirms', label: 'State firms', columns: ['FSc', 'FSk'] },
  { id: 'privateFirms', label: 'Private firms', columns: ['FPc', 'FPk'] },
  { id: 'banks', label: 'Banks', columns: ['B'] },
  { id: 'outside', label: 'Outside the region', columns: ['RX'] },
]

/** Rows that say how a balance is financed; all others make it. */
export const financingRows = new Set(['deposits', 'claims', 'loans', 'bonds', 'arrears', 'outsidePosition'])

const cellsOf = (matrix: LinkedMatrix, columns: readonly string[]): Variable[] =>
  matrix.rows
    .filter(({ name }) => !financingRows.has(name))
    .flatMap(({ name }) => columns.flatMap(column => matrix.cells.get(name)?.get(column) ?? []))

const flowMatrix = ({ linked }: Pick<OpenRegion, 'linked'>): LinkedMatrix => {
  const matrix = linked.matrices.find(({ name }) => name === 'transactionFlows')
  if (matrix === undefined) throw new Error('The model has no matrix of transaction flows.')
  return matrix
}

/** Mean balances over the years of a package, CNY bn a year, prices of the start: of each run, by sector. */
export const sectorBalances = (
  { linked, region, simulator }: OpenRegion,
  runs: number,
): { readonly see: NonNullable<ManyOptions['audit']>; readonly balances: () => number[][] } => {
  const { steps, horizon } = simulator
  const matrix = flowMatrix({ linked })
  const price = linked.variables.get('price')!
  const cells = payingSectors.map(({ columns }) => cellsOf(matrix, columns))
  const first = Math.round((packageStart - region.start) * horizon.stepsPerYear)
  const sums = Array.from({ length: runs }, () => payingSectors.map(() => 0))
  return {
    see: (run, step, valueAt) => {
      if (step < first) return
      cells.forEach((own, sector) => {
        for (const cell of own)
          for (let area = 0; area < cell.size; area++)
            sums[run][sector] += valueAt(cell.offset + area) / valueAt(price.offset + area)
      })
    },
    balances: () => sums.map(own => own.map(sum => sum / (steps - first))),
  }
}

/** One kind of payment of a sector, and how far it moves the balance. */
export interface PayerFlow {
  readonly row: string
  readonly label: string
  /** Change of what is received less what is paid, CNY bn a year, prices of the start. */
  readonly change: number
}

/** The change of each balance in the central run, by the rows of the matrix that make it: they sum to it. */
export const payerFlows = (
  open: Pick<OpenRegion, 'linked' | 'region'> & { readonly simulator: Simulator },
  { policy, assumptions }: Pick<RunInput, 'policy' | 'assumptions'>,
): Readonly<Record<string, readonly PayerFlow[]>> => {
  const { linked, region, simulator } = open
  const matrix = flowMatrix(open)
  const price = linked.variables.get('price')!
  const first = Math.round((packageStart - region.start) * simulator.horizon.stepsPerYear)
  const rows = matrix.rows.filter(({ name }) => !financingRows.has(name))
  const cellsIn = (row: string, { columns }: PayingSector): Variable[] =>
    columns.flatMap(column => matrix.cells.get(row)?.get(column) ?? [])
  const means = [{}, policy].map(chosen => {
    const sums = payingSectors.map(() => rows.map(() => 0))
    simulator.run({
      policy: chosen,
      assumptions,
      record: [],
      audit: true,
      observe: (values, step) => {
        if (step < first) return
        payingSectors.forEach((sector, at) => {
          rows.forEach(({ name }, row) => {
            for (const cell of cellsIn(name, sector))
              for (let area = 0; area < cell.size; area++)
                sums[at][row] += values[cell.offset + area] / values[price.offset + area]
          })
        })
      },
    })
    return sums.map(own => own.map(sum => sum / (simulator.steps - first)))
  })
  return Object.fromEntries(
    payingSectors.map((sector, at) => [
      sector.id,
      rows.flatMap(({ name, doc }, row) => {
        const change = means[1][at][row] - means[0][at][row]
        return cellsIn(name, sector).length === 0 ? [] : [{ row: name, label: doc, change }]
      }),
    ]),
  )
}
