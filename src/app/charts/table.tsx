/** Tables: the frame that all of them share, and what is wider than the page and scrolls. */

import type { ComponentProps, ReactNode } from 'react'
import { Heads } from '../shell/heads.tsx'
import { useSaid } from '../shell/use.ts'

/** A part of the page that scrolls sideways, also by keys. */
export const Scrolled = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className="scroll" tabIndex={0} role="region" aria-label={useSaid(label)}>
    {children}
  </div>
)

export const HeadedTable = ({
  scrolled,
  heads = [],
  head = <Heads of={heads} />,
  children,
  ...rest
}: ComponentProps<'table'> & {
  /** Name of the part of the page, where the table may be wider than it. */
  readonly scrolled?: string
  readonly heads?: readonly string[]
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
