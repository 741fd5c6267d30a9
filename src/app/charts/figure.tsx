/** Frame of every chart: title and unit above, source line and data table below. */

import { type ReactNode, useId } from 'react'
import { shellWords } from '../words/shell.ts'
import { useWords } from '../shell/use.ts'

export interface TableData {
  readonly head: readonly string[]
  /** The first cell of a row is its head. */
  readonly rows: ReadonlyArray<readonly string[]>
}

export const DataTable = ({ table: { head, rows }, label }: { readonly table: TableData; readonly label?: string }) => (
  <table aria-label={label}>
    <thead>
      <tr>
        {head.map(cell => (
          <th key={cell} scope="col">
            {cell}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([first, ...rest]) => (
        <tr key={first}>
          <th scope="row">{first}</th>
          {rest.map((cell, at) => (
            <td key={head[at + 1]}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

export const ChartFigure = ({
  title,
  unit,
  level = 3,
  source,
  table,
  className = '',
  above,
  children,
}: {
  readonly title: ReactNode
  readonly unit?: ReactNode
  readonly level?: 2 | 3
  readonly source?: ReactNode
  /** Made only when it is opened. */
  readonly table?: () => TableData
  readonly className?: string
  /** Between the title and the chart: keys, choices. */
  readonly above?: ReactNode
  readonly children: ReactNode
}) => {
  const words = useWords(shellWords)
  const id = useId()
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <figure className={`fig ${className}`} aria-labelledby={id}>
      <figcaption>
        <Title id={id}>{title}</Title>
        {unit === undefined ? null : <p className="unit">{unit}</p>}
        {above}
      </figcaption>
      {children}
      {source === undefined ? null : <p className="src">{source}</p>}
      {table === undefined ? null : (
        <details className="tbl">
          <summary>{words.table}</summary>
          <div className="scroll" tabIndex={0} role="region" aria-labelledby={id}>
            <DataTable table={table()} />
          </div>
        </details>
      )}
    </figure>
  )
}
