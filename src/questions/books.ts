/** The accounts of a run: balance sheet and transaction flows of a quarter with their residuals, and the audit of all quarters. */

import * as z from 'zod'
import { messages as say } from '../texts/books-report.ts'
import { auditReport } from '../analysis/explain/books/audit-report.ts'
import {
  allBooks,
  areaPlace,
  type BookMatrix,
  type Books,
  booksAt,
  quarterName,
  stepCalled,
} from '../analysis/explain/books/books.ts'
import { bookCauses, type MatrixCauses } from '../analysis/explain/books/cell-causes.ts'
import type { Quantity } from '../analysis/explain/quantity.ts'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { madeWith } from '../analysis/region/fingerprint.ts'
import { tiny } from '../analysis/words/numbers.ts'
import { financingRows } from '../analysis/who/payers.ts'
import { lowered } from '../language/typeset.ts'
import type { Both } from '../language/messages.ts'
import { unknownWord } from '../language/usage.ts'
import { checkTitle, columnName, rowName } from '../model/names/accounts.ts'
import * as take from './core/inputs.ts'
import { columnsOfSector, paymentsSection, sectorName, takeSector } from './core/payments.ts'
import { question } from './core/question.ts'
import {
  both,
  type Cell,
  type Column,
  type Figure,
  note,
  section,
  type Section,
  type Table,
  text,
} from './core/report.ts'
import { areaName, billionsAYearIn, billionsIn, currencyIn, placeName, policyName } from './core/names.ts'

const matrixNames = { balance: 'balanceSheet', flows: 'transactionFlows', change: 'balanceSheet' } as const

type MatrixChoice = keyof typeof matrixNames

/** Those that are shown; both where none is asked for. */
const shownOf = ({ matrices }: Pick<Books, 'matrices'>, matrix: MatrixChoice | undefined): BookMatrix[] =>
  matrix === undefined ? matrices.toReversed() : matrices.filter(({ name }) => name === matrixNames[matrix])

/** One matrix less another of the same form; both close, so their difference does. */
const less = (a: BookMatrix, b: BookMatrix): BookMatrix => ({
  ...a,
  rows: a.rows.map((row, at) => ({
    ...row,
    cells: row.cells.map((cell, place) => (cell === null ? null : cell - b.rows[at]!.cells[place]!)),
    sum: row.sum - b.rows[at]!.sum,
  })),
  columnSums: a.columnSums.map((sum, at) => sum - b.columnSums[at]!),
})

/** Rows that say how a balance is saved or borrowed. */
const isBalancing = (row: string): boolean => financingRows.has(row) || row === 'retainedProfit'

/** 'balanceSheet.bonds.PG', of each cell that the matrices have. */
const cellsOf = ({ linked }: OpenRegion): Array<readonly [id: string, name: Both<string>]> =>
  linked.matrices.toReversed().flatMap(({ name, rows, columns, cells }) =>
    rows.flatMap(row =>
      columns.flatMap(column =>
        cells.get(row.name)?.get(column.name) === undefined
          ? []
          : [
              [
                `${name}.${row.name}.${column.name}`,
                both(language => {
                  const [own, of] = [
                    rowName(row.name, row.doc, language, name === 'transactionFlows'),
                    columnName(column.name, column.doc, language),
                  ]
                  return language === 'en' ? `${own}, ${of}` : `${of}：${own}`
                }),
              ] as const,
            ],
      ),
    ),
  )

/** A cell by year: stocks as the year closes, flows as the mean of its quarters. */
const pathOf = (quarters: readonly Books[], id: string): { years: number[]; values: number[] } => {
  const [name, row, column] = id.split('.')
  const values = quarters.map(({ matrices }) => {
    const matrix = matrices.find(one => one.name === name)!
    return matrix.rows.find(one => one.name === row)!.cells[matrix.columns.findIndex(one => one.name === column)]!
  })
  const years = [...new Set(quarters.map(({ time }) => Math.floor(time)))]
  const perYear = quarters.length / years.length
  const ofYear = years.map((_, at) => values.slice(at * perYear, (at + 1) * perYear))
  return {
    years,
    values: ofYear.map(own =>
      name === 'balanceSheet' ? own.at(-1)! : own.reduce((sum, value) => sum + value, 0) / own.length,
    ),
  }
}

const billions = { scale: { en: 1, zh: 10 }, digits: 0 }

const figures = (id: string, name: string, unit: Both<string>): Column => ({
  id,
  head: both(() => name),
  as: 'number',
  unit,
  ...billions,
})

/** Relative to output, so that it has no unit. */
const residual = (value: number): Cell => ({ value, unit: { en: '', zh: '' }, power: true })

const matrixTable = (
  { name, columns, rows, columnSums, residuals }: BookMatrix,
  unit: Both<string>,
  causeOf: (row: string, column: string) => Figure['cause'],
): Table => ({
  kind: 'table',
  id: name,
  columns: [
    { id: 'row', head: both(() => ''), as: 'text' },
    ...columns.map(column => figures(column.name, column.name, unit)),
    figures('sum', 'Σ', unit),
  ],
  rows: [
    ...rows.map((row): Cell[] => [
      both(language =>
        language === 'en' ? row.label : rowName(row.name, row.label, language, name === 'transactionFlows'),
      ),
      ...row.cells.map((value, at): Cell => {
        const cause = value === null ? undefined : causeOf(row.name, columns[at]!.name)
        return value === null || cause === undefined ? value : { value, ...billions, cause }
      }),
      row.sum,
    ]),
    [say.sum().text, ...columnSums, null],
    [say.residual().text, ...residuals.map(residual), residual(Math.max(...rows.map(row => row.residual ?? 0)))],
  ],
})

const pathSection = (
  open: OpenRegion,
  { cell, years, values }: ReturnType<typeof pathOf> & { readonly cell: string },
  currency: Both<string>,
): Section => {
  const names = cellsOf(open).find(([id]) => id === cell)![1]
  const isStock = cell.startsWith('balanceSheet')
  const unit = (isStock ? say.pathOfStock({ currency }) : say.pathOfFlow({ currency })).text
  return section(names, {
    kind: 'series',
    id: 'path',
    head: unit,
    years,
    shown: years.filter(year => year % 5 === 0),
    lines: [{ id: cell, names, values, ...billions }],
    drawing: {
      as: 'lines',
      title: names,
      unit,
      scale: billions.scale,
      digits: 0,
      parts: [{ id: cell, names: { en: '', zh: '' }, values }],
    },
  })
}

export const books = question({
  inputs: {
    at: {
      type: z.string(),
      help: {
        en: 'a quarter such as 2035Q4, or a year for its last quarter',
        zh: '季度，如 2035Q4；只写年份则取其第四季度',
      },
      placeholder: 'quarter',
      read: stepCalled,
      label: { en: 'Quarter', zh: '季度' },
      page: '2035Q4',
      options: ({ region, simulator: { steps, horizon } }: OpenRegion) =>
        Array.from({ length: steps }, (_, at) => {
          const quarter = quarterName(region.start + at / horizon.stepsPerYear, horizon.stepsPerYear)
          return [quarter, both(() => quarter)] as const
        }),
    },
    area: take.area(
      { en: 'one area, such as CN-LN (default: the whole region)', zh: '一个省，如 CN-LN（默认全区）' },
      areaPlace,
    ),
    matrix: {
      type: z.enum(['balance', 'flows', 'change']).optional(),
      help: {
        en: 'one table instead of both; change is the balance sheet less that under current policy',
        zh: '只显示其中一张表；change 为该政策下的资产负债表减现行政策下的资产负债表',
      },
      placeholder: 'matrix',
      label: { en: 'Table', zh: '账表' },
      page: 'balance' as const,
      options: () => [
        ['balance', say.balanceSheet().text] as const,
        ['flows', say.transactionFlows().text] as const,
        ['change', say.change().text] as const,
      ],
    },
    sector: takeSector({
      en: 'a sector whose receipts and payments of the quarter are listed',
      zh: '列出其当季收支的部门',
    }),
    cell: {
      type: z.string().optional(),
      help: {
        en: 'a cell whose values of all years are shown, such as balanceSheet.bonds.PG',
        zh: '显示其历年数值的单元格，如 balanceSheet.bonds.PG',
      },
      placeholder: 'cell',
      label: { en: 'Path of', zh: '历年走势' },
      page: 'balanceSheet.bonds.PG',
      options: cellsOf,
      read: (open: OpenRegion, given: string | undefined) => {
        const known = cellsOf(open).map(([id]) => id)
        if (given !== undefined && !known.includes(given))
          throw unknownWord('cell', given, known, { shown: [...known.slice(0, 5), '…'] })
        return given
      },
    },
  },
  find: ({ open, inputs: { at, area, matrix, cell }, scenario: { policy, assumptions } }) => {
    const input = { policy, assumptions }
    const all = cell === undefined ? undefined : allBooks(open, input, area)
    const now = all?.[at] ?? booksAt(open, input, at, area)
    const before = matrix === 'change' ? booksAt(open, { assumptions }, at, area).matrices : undefined
    const matrices = before === undefined ? now.matrices : now.matrices.map((one, place) => less(one, before[place]!))
    return {
      books: { ...now, matrices },
      flows: now.matrices.find(({ name }) => name === 'transactionFlows')!,
      path: all && { cell: cell!, ...pathOf(all, cell!) },
      audit: auditReport(open, input),
    }
  },
  record: ({ open, scenario, inputs: { matrix } }, { books: found, path, audit }) => ({
    ...madeWith(open),
    scenario,
    ...found,
    matrices: shownOf(found, matrix),
    audit,
    ...(path === undefined ? {} : { path }),
    calibrated: open.region.parameters !== undefined,
  }),
  report: ({ open, inputs: { area, matrix: chosen, sector }, scenario }, { books: found, flows, path, audit }) => {
    const { region } = open
    const { quarter, time, largestResidual } = found
    const causes = bookCauses(open.linked)
    const place: Quantity['labels'] = area === undefined ? {} : { area: region.areas[area]! }
    const causeIn =
      (of: MatrixCauses) =>
      (row: string, columns: readonly string[]): Figure['cause'] => {
        const [cause] = columns.flatMap(column => of[row]?.[column] ?? [])
        if (cause === undefined) return undefined
        const { name, closing, labels } = cause
        return { name, closing, labels: { ...place, ...labels }, time }
      }
    const failed = audit.filter(({ holds }) => !holds).length
    const currency = currencyIn(region)
    return {
      title: say.title({
        place: area === undefined ? placeName(region) : areaName(region, region.areas[area]!),
        quarter,
        policy: policyName(scenario),
      }),
      blocks: [
        text(say.lead({ failed: failed === 0 ? '' : failed, all: audit.length, residual: tiny(largestResidual) })),
        ...shownOf(found, chosen).map(matrix => {
          const causeOf = causeIn(causes[matrix.name as keyof typeof causes])
          const isSheet = matrix.name === 'balanceSheet'
          return section(
            chosen === 'change' ? say.changeTitle() : isSheet ? say.balanceSheet() : say.transactionFlows(),
            note(isSheet ? say.balanceSheetNote({ currency }) : say.transactionFlowsNote({ currency })),
            matrixTable(matrix, isSheet ? billionsIn(region) : billionsAYearIn(region), (row, column) =>
              causeOf(row, [column]),
            ),
            note(
              both(language =>
                matrix.columns
                  .map(({ name, label }) =>
                    language === 'en' ? `${name} ${lowered(label)}` : `${name} ${columnName(name, label, language)}`,
                  )
                  .join(' · '),
              ),
            ),
          )
        }),
        ...(sector === undefined
          ? []
          : [
              paymentsSection(
                say.account({ sector: sectorName(sector) }),
                { head: say.accountHead({ currency }).text, ...billions, digits: 1, signed: true },
                billionsAYearIn(region),
                say.saving().text,
                flows.rows.flatMap(({ name, label, cells }) => {
                  if (isBalancing(name)) return []
                  const columns = columnsOfSector(sector)
                  const value = cells.reduce<number>(
                    (sum, cell, at) => (columns.includes(flows.columns[at]!.name) ? sum + (cell ?? 0) : sum),
                    0,
                  )
                  return [{ row: name, label, value, cause: causeIn(causes.transactionFlows)(name, columns) }]
                }),
              ),
            ]),
        ...(path === undefined ? [] : [pathSection(open, path, currency)]),
        section(say.audit(), {
          kind: 'table',
          id: 'audit',
          columns: [
            { id: 'check', head: say.check().text, as: 'text' },
            { id: 'quarters', head: say.quarters().text, as: 'number', digits: 0 },
            { id: 'residual', head: say.largest().text, as: 'number', power: true },
            { id: 'when', head: say.when().text, as: 'text' },
            { id: 'result', head: say.result().text, as: 'text' },
          ],
          rows: audit.map(({ id, label, steps, largestResidual: largest, quarter: when, holds }): Cell[] => [
            both(language => checkTitle(id, label, language)),
            steps,
            largest,
            largest === 0 ? '' : when,
            (holds ? say.passed() : say.failed()).text,
          ]),
        }),
      ],
    }
  },
})
