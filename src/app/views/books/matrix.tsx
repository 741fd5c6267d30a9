/** An accounting matrix as a grid with fixed heads and totals, in which a cell can be selected by mouse or keyboard. */

import { type KeyboardEvent, useRef } from 'react'
import type { BookMatrix } from '../../../analysis/books/books.ts'
import { Button } from '../../controls/button.tsx'
import { useMoneyScale, useTexts } from '../../shell/use.ts'
import { Explained, Terms } from '../../shell/terms.tsx'
import booksWords from '../../../texts/app/books.ts'
import { columnName, columnNames, rowName } from '../../../model/names/accounts.ts'
import type { Causes } from './causes.ts'

export interface PickedCell {
  readonly row: string
  readonly column: string
}

/** How deep a cell is tinted, by the root of its size. */
const depth = (value: number, largest: number): number => Math.round(8 + 70 * Math.sqrt(Math.abs(value) / largest))

export const MatrixTable = ({
  matrix,
  causes,
  picked,
  pick,
}: {
  readonly matrix: BookMatrix
  readonly causes: Causes
  readonly picked: PickedCell | undefined
  readonly pick: (cell: PickedCell) => void
}) => {
  const { words, language, numbers } = useTexts(booksWords)
  const scale = useMoneyScale()
  const grid = useRef<HTMLTableElement>(null)
  const flows = matrix.name === 'transactionFlows'
  const body = matrix.rows.filter(({ name }) => name !== 'netWorth')
  const worth = matrix.rows.find(({ name }) => name === 'netWorth')
  const largest = Math.max(1, ...body.flatMap(({ cells }) => cells.map(cell => Math.abs(cell ?? 0))))
  const firstFinancial = body.find(({ mustBeZero }) => mustBeZero)?.name
  const show = (value: number): string => numbers.plain(value * scale, 0)
  const columns = matrix.columns
  const first = body[0]
  const focusKey =
    picked ??
    (first === undefined
      ? undefined
      : { row: first.name, column: columns[first.cells.findIndex(cell => cell !== null)]?.name ?? '' })
  const why = (row: string, column: string): void => {
    const [cause] = causes.of(row, [column])
    if (cause !== undefined) causes.ask(cause)
  }
  const keys = (event: KeyboardEvent): void => {
    const { target } = event
    if (!(target instanceof HTMLElement) || target.dataset['row'] === undefined) return
    const [row, column = ''] = [target.dataset['row'], target.dataset['column']]
    if (event.key === 'Enter') {
      event.preventDefault()
      why(row, column)
      return
    }
    const at = body.findIndex(({ name }) => name === row)
    const across = columns.findIndex(({ name }) => name === column)
    const cellAt = (down: number, right: number): PickedCell | undefined => {
      let [y, x] = [at + down, across + right]
      while (body[y] !== undefined && columns[x] !== undefined) {
        if (body[y].cells[x] !== null) return { row: body[y].name, column: columns[x].name }
        y += down
        x += right
      }
      return undefined
    }
    const step =
      event.key === 'ArrowDown'
        ? cellAt(1, 0)
        : event.key === 'ArrowUp'
          ? cellAt(-1, 0)
          : event.key === 'ArrowRight'
            ? cellAt(0, 1)
            : event.key === 'ArrowLeft'
              ? cellAt(0, -1)
              : undefined
    if (step === undefined) return
    event.preventDefault()
    pick(step)
    grid.current?.querySelector<HTMLElement>(`[data-row="${step.row}"][data-column="${step.column}"]`)?.focus()
  }
  return (
    <div className={`scroll ${flows ? 'tall' : ''}`} tabIndex={0} role="region" aria-label={words.wholeMatrix}>
      <table
        className="sheetm"
        role="grid"
        aria-label={words.sheets[flows ? 'transactionFlows' : 'balanceSheet']}
        ref={grid}
        onKeyDown={keys}
      >
        <thead>
          <tr role="row">
            <th scope="col">
              <span className="vh">{words.which}</span>
            </th>
            {columns.map(({ name, label }) => (
              <th key={name} scope="col">
                <Explained label={columnNames[language][name] ?? label} term={columnName(name, label, language)}>
                  <p className="note">{words.inModel(name)}</p>
                </Explained>
              </th>
            ))}
            <th scope="col">{words.all}</th>
          </tr>
        </thead>
        <tbody>
          {body.map(row => (
            <tr key={row.name} role="row" className={!flows && row.name === firstFinancial ? 'brk' : ''}>
              <th scope="row">
                <Terms text={rowName(row.name, row.label, language, flows)} />
              </th>
              {row.cells.map((cell, at) => {
                const column = columns[at].name
                if (cell === null) return <td key={column} role="gridcell" />
                const isPicked = picked?.row === row.name && picked.column === column
                return (
                  <td
                    key={column}
                    role="gridcell"
                    className={`${cell > 0 ? 'a' : cell < 0 ? 'n' : ''} ${isPicked ? 'hot' : ''}`}
                    style={{ '--v': depth(cell, largest) } as React.CSSProperties}
                    tabIndex={focusKey?.row === row.name && focusKey.column === column ? 0 : -1}
                    aria-selected={isPicked}
                    data-row={row.name}
                    data-column={column}
                    onClick={() => pick({ row: row.name, column })}
                    onDoubleClick={() => why(row.name, column)}
                    onFocus={() => (isPicked ? undefined : pick({ row: row.name, column }))}
                  >
                    {show(cell)}
                  </td>
                )
              })}
              <td role="gridcell" className="sum">
                {show(row.sum)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr role="row">
            <th scope="row">
              <Terms text={worth === undefined ? words.columnSum : words.netWorth} />
            </th>
            {columns.map(({ name }, at) => (
              <td key={name} role="gridcell">
                {/* The matrix takes net worth out, so that columns close. */}
                {worth === undefined ? (
                  show(matrix.columnSums[at])
                ) : causes.of(worth.name, [name]).length === 0 ? (
                  show(-(worth.cells[at] ?? 0))
                ) : (
                  <Button
                    className="figure-link"
                    title={words.why(words.netWorth)}
                    onClick={() => why(worth.name, name)}
                  >
                    {show(-(worth.cells[at] ?? 0))}
                  </Button>
                )}
              </td>
            ))}
            <td role="gridcell" className="sum">
              {worth === undefined ? show(matrix.columnSums.reduce((sum, one) => sum + one, 0)) : show(-worth.sum)}
            </td>
          </tr>
          <tr role="row">
            <th scope="row">
              <Terms text={words.residual} />
            </th>
            {columns.map(({ name }, at) => (
              <td key={name} role="gridcell">
                {numbers.plain(matrix.residuals[at] * 1e15, 1)}
              </td>
            ))}
            <td role="gridcell" className="sum">
              {numbers.plain(Math.max(...matrix.rows.map(row => row.residual ?? 0), ...matrix.residuals) * 1e15, 1)}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
