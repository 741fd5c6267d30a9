/** A section with a table that can be scrolled, copied and saved. */

import type { ReactNode } from 'react'
import { Section } from '../shell/head.tsx'
import { Terms } from '../shell/terms.tsx'
import { useSaid } from '../shell/use.ts'
import { ChartMenu } from './figure.tsx'
import type { TableData } from './table-data.ts'
import { HeadedTable } from './table.tsx'

export const TableSection = ({
  title,
  note,
  above,
  table,
  children,
}: {
  readonly title: string
  readonly note?: ReactNode
  /** Between the note and the table. */
  readonly above?: ReactNode
  readonly table: TableData
  readonly children?: ReactNode
}) => {
  const said = useSaid(title)
  return (
    <Section title={title} note={note}>
      {above}
      <HeadedTable
        scrolled={title}
        className="score-t effects"
        head={table.head.map((head, at) => (
          <th key={`${head}${at}`} scope="col">
            {head === '' ? <span className="vh">{said}</span> : <Terms text={head} />}
          </th>
        ))}
      >
        {table.rows.map(([first, ...cells]) => (
          <tr key={first}>
            <th scope="row">
              <Terms text={first} />
            </th>
            {cells.map((cell, at) => (
              <td key={table.head[at + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </HeadedTable>
      {children}
      <div className="below">
        <ChartMenu title={title} table={() => table} />
      </div>
    </Section>
  )
}
