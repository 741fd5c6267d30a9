/** The accounts of a run: balance sheet and transaction flows of a quarter with their residuals, and the audit of all quarters. */

import * as z from 'zod'
import texts from '../texts/books-report.ts'
import { auditReport } from '../analysis/books/audit-report.ts'
import { areaPlace, type BookMatrix, booksAt, stepCalled } from '../analysis/books/books.ts'
import { madeWith } from '../analysis/fingerprint.ts'
import { tiny } from '../analysis/numbers.ts'
import { currencyWord } from '../language/currency.ts'
import { lowered } from '../language/lowered.ts'
import { messageTable } from '../language/messages.ts'
import { nameIn } from '../language/typeset.ts'
import { checkTitle, columnName, rowName } from '../model/names/accounts.ts'
import * as take from './core/inputs.ts'
import { question } from './core/question.ts'
import { both, type Cell, type Column, note, section, type Table, text } from './core/report.ts'
import { scenarioName } from './core/scenario-words.ts'

const say = messageTable('books-report', texts)

const matrixNames = { balance: 'balanceSheet', flows: 'transactionFlows' } as const

const billions = { scale: { en: 1, zh: 10 }, digits: 0 }

const figures = (id: string, name: string): Column => ({ id, head: both(() => name), as: 'number', ...billions })

const residual = (value: number): Cell => ({ value, power: true })

const matrixTable = ({ name, columns, rows, columnSums, residuals }: BookMatrix): Table => ({
  kind: 'table',
  id: name,
  columns: [
    { id: 'row', head: both(() => ''), as: 'text' },
    ...columns.map(column => figures(column.name, column.name)),
    figures('sum', 'Σ'),
  ],
  rows: [
    ...rows.map((row): Cell[] => [
      both(language =>
        language === 'en' ? row.label : rowName(row.name, row.label, language, name === 'transactionFlows'),
      ),
      ...row.cells,
      row.sum,
    ]),
    [say.sum().text, ...columnSums, null],
    [say.residual().text, ...residuals.map(residual), residual(Math.max(...rows.map(row => row.residual ?? 0)))],
  ],
})

/** One line a cell: matrix, row, column, value; sums and residuals have their own rows and columns. */
const cellRows = ({ name, unit, columns, rows, columnSums, residuals }: BookMatrix): string[][] => [
  ...rows.flatMap(row => [
    ...row.cells.flatMap((value, at) =>
      value === null ? [] : [[name, row.name, columns[at]!.name, String(value), unit]],
    ),
    [name, row.name, 'sum', String(row.sum), unit],
    ...(row.residual === null ? [] : [[name, row.name, 'residual', String(row.residual), 'share of output']]),
  ]),
  ...columns.flatMap((column, at) => [
    [name, 'sum', column.name, String(columnSums[at]), unit],
    [name, 'residual', column.name, String(residuals[at]), 'share of output'],
  ]),
]

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
    },
    area: take.area(
      { en: 'one area, such as CN-LN (default: the whole region)', zh: '一个省，如 CN-LN（默认全区）' },
      areaPlace,
    ),
    matrix: {
      type: z.enum(['balance', 'flows']).optional(),
      help: { en: 'one table instead of both', zh: '只显示其中一张表' },
      placeholder: 'matrix',
    },
  },
  find: ({ open, inputs: { at, area, matrix }, scenario: { policy, assumptions } }) => {
    const found = booksAt(open, { policy, assumptions }, at, area)
    const matrices =
      matrix === undefined
        ? found.matrices.toReversed()
        : found.matrices.filter(({ name }) => name === matrixNames[matrix])
    return { ...found, matrices, audit: auditReport(open, { policy, assumptions }) }
  },
  csv: (_, { matrices }) => [['matrix', 'row', 'column', 'value', 'unit'], ...matrices.flatMap(cellRows)],
  record: ({ open, scenario }, found) => ({
    ...madeWith(open),
    scenario,
    ...found,
    calibrated: open.region.parameters !== undefined,
  }),
  report: ({ open: { region }, inputs: { area }, scenario }, { quarter, matrices, largestResidual, audit }) => {
    const failed = audit.filter(({ holds }) => !holds).length
    const currency = both(language => currencyWord(region.currency, language))
    return {
      title: say.title({
        place: both(language =>
          nameIn(area === undefined ? region.names : region.areaNames[region.areas[area]!]!, language),
        ),
        quarter,
        policy: both(language => scenarioName(scenario.name, language)),
      }),
      blocks: [
        text(say.lead({ failed: failed === 0 ? '' : failed, all: audit.length, residual: tiny(largestResidual) })),
        ...matrices.map(matrix => {
          const isSheet = matrix.name === 'balanceSheet'
          return section(
            isSheet ? say.balanceSheet() : say.transactionFlows(),
            note(isSheet ? say.balanceSheetNote({ currency }) : say.transactionFlowsNote({ currency })),
            matrixTable(matrix),
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
