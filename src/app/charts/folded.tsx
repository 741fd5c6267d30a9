/** What stands behind a line that opens it: made when it is opened, as most never are. */

import { type ReactNode, useState } from 'react'

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
      {/* A hand sees it in the same frame; keys and the printer open it without a click. */}
      <summary onClick={() => setOpen(true)}>{summary}</summary>
      {open ? children : null}
    </details>
  )
}
