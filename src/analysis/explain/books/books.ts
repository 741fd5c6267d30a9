/** The accounts of a run as data: balance sheet and transaction flows of a step, and the audit of all steps. */

import { messages as analysisMessages } from '../../../texts/analysis.ts'
import { UsageError } from '../../../language/messages.ts'
import type { RunInput } from '../../../engine/run.ts'
import type { Check, LinkedMatrix, Variable } from '../../../language/linked.ts'
import { areaCalled } from '../../runs/central-run.ts'
import type { OpenRegion } from '../../region/simulation.ts'

export type MatrixName = 'balanceSheet' | 'transactionFlows'

interface BookRow {
  readonly name: string
  readonly label: string
  /** By column; null where the matrix has no cell. */
  readonly cells: ReadonlyArray<number | null>
  readonly sum: number
  /** The row must sum to zero: what one sector pays or owes another receives or owns. */
  readonly mustBeZero: boolean
  /** Distance of the sum from zero, of the output of the region; null where it need not be zero. */
  readonly residual: number | null
}

export interface BookMatrix {
  readonly name: string
  readonly title: string
  readonly doc: string
  readonly unit: string
  readonly columns: ReadonlyArray<{ readonly name: string; readonly label: string }>
  readonly rows: readonly BookRow[]
  /** By column: all rows added up; 0 but for rounding. */
  readonly columnSums: readonly number[]
  /** By column: distance of the sum from zero, of output. */
  readonly residuals: readonly number[]
  /** The column that no equation forces to zero. */
  readonly redundant: string | undefined
}

export interface Books {
  readonly region: string
  /** The region as a whole, or one of its areas. */
  readonly of: string
  /** 'CNY bn' flows are yearly rates; stocks are those at the close of the quarter. */
  readonly quarter: string
  /** Calendar time at which the step opens. */
  readonly time: number
  readonly matrices: readonly BookMatrix[]
  /** The largest residual of both. */
  readonly largestResidual: number
}

/** 2035.75 -> '2035Q4'. */
export const quarterName = (time: number, stepsPerYear = 4): string => {
  const year = Math.floor(time + 1e-9)
  return stepsPerYear === 1 ? String(year) : `${year}Q${Math.round((time - year) * stepsPerYear) + 1}`
}

/** '2035Q4', '2035' (its last quarter) -> the step of the run. */
export const stepCalled = ({ region, simulator }: OpenRegion, word: string): number => {
  const { end, stepsPerYear } = simulator.horizon
  const [, year, quarter] = /^(\d{4})(?:\s*Q([1-9]))?$/i.exec(word.trim()) ?? []
  const step =
    year === undefined ? Number.NaN : (Number(year) - region.start) * stepsPerYear + Number(quarter ?? stepsPerYear) - 1
  if (quarter !== undefined && Number(quarter) > stepsPerYear) {
    throw new UsageError(analysisMessages.quarters({ word, count: stepsPerYear }))
  }
  if (!(step >= 0 && step < simulator.steps)) {
    throw new UsageError(
      analysisMessages.quarterOutside({
        word,
        first: quarterName(region.start, stepsPerYear),
        last: quarterName(end - 1 / stepsPerYear, stepsPerYear),
      }),
    )
  }
  return step
}

/** Place of an area by id or name; undefined for the region as a whole. */
export const areaPlace = (open: OpenRegion, word: string | undefined): number | undefined =>
  word === undefined || word.toLowerCase() === open.region.id.toLowerCase() ? undefined : areaCalled(open, word).element

/** The value in one area, or added up over areas in their order. */
const reader =
  (values: Float64Array, area: number | undefined) =>
  ({ offset, size }: Variable): number => {
    if (area !== undefined) return values[offset + area]
    let sum = 0
    for (let element = 0; element < size; element++) sum += values[offset + element]
    return sum
  }

const distance = (gap: number, scale: number): number => (gap === 0 ? 0 : Math.abs(gap) / Math.abs(scale))

/** The checks of a matrix's rows or columns, by the end of their name: 'deposits' of 'balance sheet: row deposits'. */
const checksOf = (checks: readonly Check[], matrix: LinkedMatrix, kind: 'row' | 'column'): Map<string, Check> => {
  const head = `${matrix.title}: ${kind} `
  return new Map(
    checks
      .filter(({ owner, where }) => owner === matrix && where.startsWith(head))
      .map(check => [check.where.slice(head.length), check]),
  )
}

const matrixOf = (
  checks: readonly Check[],
  matrix: LinkedMatrix,
  values: Float64Array,
  area: number | undefined,
): BookMatrix => {
  const read = reader(values, area)
  const rowChecks = checksOf(checks, matrix, 'row')
  const columnChecks = checksOf(checks, matrix, 'column')
  const residualOf = (check: Check | undefined): number =>
    check === undefined ? 0 : distance(read(check.gap), read(check.scale))
  return {
    name: matrix.name,
    title: matrix.title,
    doc: matrix.doc,
    unit: matrix.unitText,
    columns: matrix.columns.map(({ name, doc }) => ({ name, label: doc })),
    rows: matrix.rows.map(({ name, doc }): BookRow => {
      const own = matrix.cells.get(name)
      const cells = matrix.columns.map(column => {
        const cell = own?.get(column.name)
        return cell === undefined ? null : read(cell)
      })
      const check = rowChecks.get(name)
      return {
        name,
        label: doc,
        cells,
        sum: check === undefined ? cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0) : read(check.gap),
        mustBeZero: check !== undefined,
        residual: check === undefined ? null : residualOf(check),
      }
    }),
    columnSums: matrix.columns.map(({ name }) => {
      const check = columnChecks.get(name)
      return check === undefined ? 0 : read(check.gap)
    }),
    residuals: matrix.columns.map(({ name }) => residualOf(columnChecks.get(name))),
    redundant: matrix.redundant,
  }
}

/** Both matrices in each of the wanted steps of a run. */
const booksOf = (
  open: OpenRegion,
  input: Omit<RunInput, 'record' | 'observe' | 'audit'>,
  area: number | undefined,
  wanted: (step: number) => boolean,
): Books[] => {
  const { linked, region, simulator } = open
  const found: Books[] = []
  simulator.run({
    ...input,
    record: [],
    // The cells are computed when the accounts are checked.
    audit: true,
    observe: (values, step, time) => {
      if (!wanted(step)) return
      const matrices = linked.matrices.map(matrix => matrixOf(linked.checks, matrix, values, area))
      const residuals = matrices.flatMap(one => [...one.rows.map(row => row.residual ?? 0), ...one.residuals])
      found.push({
        region: region.id,
        of: area === undefined ? region.id : region.areas[area],
        quarter: quarterName(time, simulator.horizon.stepsPerYear),
        time,
        matrices,
        largestResidual: Math.max(0, ...residuals),
      })
    },
  })
  return found
}

/** Both matrices of one step. */
export const booksAt = (
  open: OpenRegion,
  input: Omit<RunInput, 'record' | 'observe' | 'audit'>,
  step: number,
  area?: number,
): Books => booksOf(open, input, area, at => at === step)[0]

/** Both matrices of every step, in order: for a slider over quarters. */
export const allBooks = (
  open: OpenRegion,
  input: Omit<RunInput, 'record' | 'observe' | 'audit'>,
  area?: number,
): Books[] => booksOf(open, input, area, () => true)
