/** Headings of views and sections. */

import type { ReactNode } from 'react'
import { Terms } from './terms.tsx'
import { useNumbers } from './use.ts'

export const Section = ({
  id,
  title,
  note,
  children,
}: {
  readonly id?: string
  readonly title: string
  readonly note?: ReactNode
  readonly children: ReactNode
}) => (
  <section className="sec" id={id}>
    <div className="head">
      <h2>
        <Terms text={title} />
      </h2>
      {note === undefined ? null : <p>{note}</p>}
    </div>
    {children}
  </section>
)

/** How much of a calculation is done; its place is kept when it is. */
export const Working = ({
  done,
  progress,
  label,
}: {
  readonly done: boolean
  readonly progress: number
  readonly label: string
}) => (
  <progress className={done ? 'gone' : ''} max={1} value={done ? 1 : progress} aria-label={label} aria-hidden={done} />
)

/** How much of a calculation is done that the reader asked for: as a bar, and in words. */
export const WorkProgress = ({
  progress,
  label,
}: {
  readonly progress: number
  readonly label: (percent: string) => string
}) => {
  const text = label(useNumbers().percent(progress, 0))
  return (
    <span role="status">
      <progress max={1} value={progress} aria-label={text} /> {text}
    </span>
  )
}
