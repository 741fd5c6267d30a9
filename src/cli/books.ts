/** `heartland books` prints the balance sheet and the transaction flows of a quarter with their residuals, and audits the run. */

import { currencyWord } from '../language/currency.ts'
import { UsageError } from '../language/reported-error.ts'
import { commandMessages } from './messages.ts'
import type { Command } from 'commander'
import { csvFormatRows } from 'd3-dsv'
import { lowered } from '../language/lowered.ts'
import { type AuditedCheck, auditReport } from '../analysis/books/audit-report.ts'
import { areaPlace, type BookMatrix, type Books, booksAt, stepCalled } from '../analysis/books/books.ts'
import { madeWith } from '../analysis/fingerprint.ts'
import { unknownWord } from '../language/usage.ts'
import { number, tiny } from '../analysis/numbers.ts'
import { announce } from './announce.ts'
import { addChoice, type ChoiceOptions, chooseFor, openChosen } from './choice.ts'
import { print, printJson, type Session } from './session.ts'
import { type Screen, screenOf } from './terminal/screen.ts'
import { type Cell, numberColumn, numberColumns, textColumns } from './terminal/table.ts'

interface BooksOptions extends ChoiceOptions {
  readonly at: string
  readonly area?: string
  readonly matrix?: string
  readonly csv?: boolean
}

const words: Readonly<Record<string, string>> = { balance: 'balanceSheet', flows: 'transactionFlows' }

const chosen = ({ matrices }: Books, word: string | undefined): readonly BookMatrix[] => {
  if (word === undefined) return matrices.toReversed()
  const name = words[word] ?? word
  const found = matrices.filter(one => one.name === name)
  if (found.length > 0) return found
  throw unknownWord('matrix', word, Object.keys(words))
}

const cellText = (value: number | null): Cell => (value === null ? '' : number(value, 0))

/** Columns of a table: the widest figure with its gap, and what the names of the rows need to be read. */
const [figureWidth, labelWidth] = [12, 30]

const matrixTable = ({ columns, rows, columnSums, residuals }: BookMatrix, screen: Screen): string => {
  const parts: string[] = []
  const room = Math.max(2, Math.floor((screen.width - labelWidth) / figureWidth))
  for (let from = 0; from <= columns.length; from += room) {
    const own = [...columns.map(({ name }) => name), 'Σ'].slice(from, from + room)
    const line = (label: string, values: readonly Cell[], sum: Cell): Cell[] => [
      label,
      ...[...values, sum].slice(from, from + room),
    ]
    parts.push(
      screen.table(
        [...textColumns(''), ...numberColumns(...own)],
        [
          ...rows.map(row => line(row.label, row.cells.map(cellText), cellText(row.sum))),
          line(
            'Sum',
            columnSums.map(sum => number(sum, 0)),
            '',
          ),
          line('Residual, share of output', residuals.map(tiny), tiny(Math.max(...rows.map(row => row.residual ?? 0)))),
        ],
      ),
    )
  }
  return parts.join('\n\n')
}

const auditTable = (checks: readonly AuditedCheck[], screen: Screen): string =>
  screen.table(
    [...textColumns('Check'), numberColumn('quarters', 0), ...numberColumns('largest residual'), ...textColumns('')],
    checks.map(({ label, steps, largestResidual, quarter, holds }) => [
      label,
      steps,
      largestResidual === 0 ? '0' : `${tiny(largestResidual)} (${quarter})`,
      holds ? 'passed' : 'FAILED',
    ]),
  )

/** One line a cell: matrix, row, column, value; sums and residuals have their own rows and columns. */
const asCsv = (matrices: readonly BookMatrix[]): string => {
  const lines = matrices.flatMap(({ name, unit, columns, rows, columnSums, residuals }) => [
    ...rows.flatMap(row => [
      ...row.cells.flatMap((value, at) =>
        value === null ? [] : [[name, row.name, columns[at].name, String(value), unit]],
      ),
      [name, row.name, 'sum', String(row.sum), unit],
      ...(row.residual === null ? [] : [[name, row.name, 'residual', String(row.residual), 'share of output']]),
    ]),
    ...columns.flatMap((column, at) => [
      [name, 'sum', column.name, String(columnSums[at]), unit],
      [name, 'residual', column.name, String(residuals[at]), 'share of output'],
    ]),
  ])
  return csvFormatRows([['matrix', 'row', 'column', 'value', 'unit'], ...lines])
}

const show = (session: Session, word: string, options: BooksOptions): void => {
  if (options.csv === true && options.json === true) throw new UsageError(commandMessages.csvAndJson())
  const open = openChosen(word, options)
  const choice = chooseFor(open, word, options)
  const { policy, assumptions, name } = choice.scenario
  const step = stepCalled(open, options.at)
  const area = areaPlace(open, options.area)
  const books = booksAt(open, { policy, assumptions }, step, area)
  const matrices = chosen(books, options.matrix)
  announce(session, choice)
  if (options.csv === true) print(session, asCsv(matrices))
  else {
    const audit = auditReport(open, { policy, assumptions })
    if (options.json === true) {
      printJson(session, {
        ...madeWith(open),
        scenario: choice.scenario,
        ...books,
        matrices,
        audit,
        calibrated: open.region.parameters !== undefined,
      })
    } else {
      const screen = screenOf(session.out)
      const place = area === undefined ? open.region.names.en : open.region.areaNames[open.region.areas[area]].en
      print(
        session,
        [
          ...matrices.map(matrix =>
            [
              screen.heading(`${place}: ${matrix.title}, ${books.quarter}, ${name}`),
              screen.aside(
                `${matrix.doc}. Billion ${currencyWord(open.region.currency, 'en')}${matrix.unit.endsWith('/year') ? ' a year' : ''} at current prices.`,
              ),
              matrixTable(matrix, screen),
              screen.aside(matrix.columns.map(column => `${column.name} ${lowered(column.label)}`).join(' · ')),
            ].join('\n'),
          ),
          [screen.heading('Audit of the run'), auditTable(audit, screen)].join('\n'),
        ].join('\n\n'),
      )
    }
  }
}

export const define = (command: Command, session: Session): void => {
  command
    .requiredOption('--at <quarter>', 'a quarter such as 2035Q4, or a year for its last quarter')
    .option('-a, --area <area>', 'one area, such as CN-LN (default: the whole region)')
    .option('--matrix <matrix>', 'balance or flows (default: both)')
    .option('--csv', 'print as CSV, one cell per line')
    .option('--json', 'print both matrices and the audit as JSON')
  addChoice(command).action((word: string, options: BooksOptions) => show(session, word, options))
}
