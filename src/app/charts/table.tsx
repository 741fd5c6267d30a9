/** Tables: the frame that all of them share, and what is wider than the page and scrolls. */

import type { ComponentProps, ReactNode } from 'react'
import { type FileTable, sheetOf } from '../../questions/core/frames.ts'
import type { OfOutcome } from '../../questions/core/report.ts'
import { useSaid } from '../shell/use.ts'
import { Terms } from '../shell/terms.tsx'

/** A part of the page that scrolls sideways, also by keys. */
const Scrolled = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className="scroll" tabIndex={0} role="region" aria-label={useSaid(label)}>
    {children}
  </div>
)

/** Heads of the columns of a table; two may have one name, such as those of changes. */
const Heads = ({ of, texts }: { readonly of: readonly string[]; readonly texts: readonly boolean[] }) =>
  of.map((head, at) => (
    <th key={at} scope="col" className={texts[at] === true ? 'text' : undefined}>
      <Terms text={head} />
    </th>
  ))

export const HeadedTable = ({
  scrolled,
  heads = [],
  texts = [],
  head = <Heads of={heads} texts={texts} />,
  children,
  ...rest
}: ComponentProps<'table'> & {
  /** Name of the part of the page, where the table may be wider than it. */
  readonly scrolled?: string
  readonly heads?: readonly string[]
  /** Columns of words, which begin at the left as their heads do. */
  readonly texts?: readonly boolean[]
  /** The heads of the columns themselves, where they are more than words. */
  readonly head?: ReactNode
}) => {
  const table = (
    <table {...rest}>
      <thead>
        <tr>{head}</tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
  return scrolled === undefined ? table : <Scrolled label={scrolled}>{table}</Scrolled>
}

export interface TableData {
  readonly head: readonly string[]
  /** The first cell of a row is its head. */
  readonly rows: ReadonlyArray<readonly string[]>
  /** The outcomes of columns, where years head the rows. */
  readonly of?: ReadonlyArray<Omit<OfOutcome, 'when'> | undefined>
  /** The same for files: numbers with as many digits as files carry, with their units. */
  readonly sheet: () => FileTable
}

/** Numbers across, under the names of years or places. */
export const numbersTable = (
  head: string,
  names: readonly string[],
  columns: ReadonlyArray<{
    readonly head: string
    readonly unit: string
    readonly values: ReadonlyArray<number | undefined>
    readonly show: (value: number | undefined) => string
    readonly of?: Omit<OfOutcome, 'when'> | undefined
  }>,
): TableData => ({
  head: [head, ...columns.map(one => one.head)],
  of: [undefined, ...columns.map(one => one.of)],
  rows: names.map((name, row) => [name, ...columns.map(({ values, show }) => show(values[row]))]),
  sheet: () =>
    sheetOf([
      { head, unit: '', kind: 'text', values: names },
      ...columns.map(({ head: own, unit, values }) => ({
        head: own,
        unit,
        kind: 'number' as const,
        values: names.map((_, row) => values[row] ?? null),
      })),
    ]),
})
