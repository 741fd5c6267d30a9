/** A section that is closed at first. Its content is made when it is opened, as most never are. */

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
      {/* After a click the content is there in the same frame; printing and searching open it without one. */}
      <summary onClick={() => setOpen(true)}>{summary}</summary>
      {open ? children : null}
    </details>
  )
}
