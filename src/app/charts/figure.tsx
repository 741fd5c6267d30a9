/** Frame of every chart: title and unit above, source line and data table below. */

import { createContext, lazy, type ReactNode, Suspense, useContext, useId, useRef, useState } from 'react'
import { OwnMenu } from '../shell/menu.tsx'
import { Terms } from '../shell/terms.tsx'
import { markOf } from './mark.ts'
import { type TableData, HeadedTable } from './table.tsx'
import { shellWords } from '../words/shell.ts'
import { useSaid, useTexts, useWords } from '../shell/use.ts'
import { typeset } from '../../language/typeset.ts'
import type { Held } from '../share/chart-items.tsx'

const DataTable = ({ table }: { readonly table: () => TableData }) => {
  const { head, rows, of = [] } = table()
  return (
    <HeadedTable heads={head}>
      {rows.map(([first, ...rest], at) => (
        <tr key={`${first}${at}`}>
          <th scope="row">
            <Terms text={first} />
          </th>
          {rest.map((cell, place) => (
            <td key={place} {...markOf(of[place + 1] && { ...of[place + 1]!, when: first })}>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </HeadedTable>
  )
}

/** Under what the figures hold; without one, they are of the scenario on screen. */
export const HeldUnder = createContext<Held | undefined>(undefined)

const Items = lazy(() => import('../share/chart-items.tsx'))

/** The menu of the figure in which it stands. */
export const ChartMenu = ({ title, table }: { readonly title?: string; readonly table?: () => TableData }) => {
  const words = useWords(shellWords)
  const held = useContext(HeldUnder)
  const place = useRef<HTMLDivElement>(null)
  return (
    <div className="take" ref={place}>
      <OwnMenu label={words.take} name={useSaid(title === undefined ? '' : `${words.take}: ${title}`) || undefined}>
        {close => {
          const figure = place.current?.closest<HTMLElement>('figure, section')
          return figure === null || figure === undefined ? null : (
            <Suspense fallback={null}>
              <Items figure={figure} table={table} held={held} close={close} />
            </Suspense>
          )
        }}
      </OwnMenu>
    </div>
  )
}

/** Closed at first; its content is made when it is opened, as most never are. */
export const Folded = ({
  summary,
  className = 'tbl',
  children,
}: {
  readonly summary: string
  readonly className?: string
  readonly children: ReactNode
}) => {
  const [open, setOpen] = useState(false)
  return (
    <details className={className} onToggle={event => setOpen(event.currentTarget.open)}>
      {/* After a click the content is there in the same frame; printing and searching open it without one. */}
      <summary onClick={() => setOpen(true)}>{summary}</summary>
      {open ? children : null}
    </details>
  )
}

export const ChartFigure = ({
  title,
  unit,
  level = 3,
  source,
  table,
  above,
  children,
}: {
  readonly title: ReactNode
  readonly unit?: ReactNode
  readonly level?: 2 | 3
  readonly source?: ReactNode
  /** Made only when it is opened. */
  readonly table?: () => TableData
  /** Between the title and the chart: keys, choices. */
  readonly above?: ReactNode
  readonly children: ReactNode
}) => {
  const { words, language } = useTexts(shellWords)
  const id = useId()
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <figure className="fig" aria-labelledby={id}>
      <figcaption>
        <Title id={id}>{typeof title === 'string' ? <Terms text={title} /> : title}</Title>
        {unit === undefined ? null : <p className="unit">{unit}</p>}
        {above}
      </figcaption>
      {children}
      {source === undefined ? null : (
        <p className="src">{typeof source === 'string' ? typeset(source, language) : source}</p>
      )}
      <div className="below">
        {table === undefined ? null : (
          <Folded summary={words.table}>
            <div className="scroll" tabIndex={0} role="region" aria-labelledby={id}>
              <DataTable table={table} />
            </div>
          </Folded>
        )}
        <ChartMenu {...(table === undefined ? {} : { table })} />
      </div>
    </figure>
  )
}
