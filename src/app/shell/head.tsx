/** Headings of views and sections. */

import { type ReactNode, Component } from 'react'
import { Terms } from './terms.tsx'
import { useStore } from '../state/store.ts'
import { wordsIn } from '../words/language.ts'
import { problemText } from '../words/problem.ts'
import { shellWords } from '../words/shell.ts'

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

/** The part of a calculation that is done; its place is kept when it is. */
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

/** An error in a view is caught and reported; the rest of the page and the scenario stay. */
interface FailureState {
  readonly problem: string | undefined
}

export class Failure extends Component<{ readonly children: ReactNode }, FailureState> {
  override state: FailureState = { problem: undefined }

  static getDerivedStateFromError(problem: unknown): FailureState {
    return { problem: problemText(problem, useStore.getState().language) }
  }

  override render(): ReactNode {
    const { problem } = this.state
    if (problem === undefined) return this.props.children
    return <ProblemNote text={problem} />
  }
}

/** A problem, in the place of results that cannot be shown. */
export const ProblemNote = ({ text }: { readonly text: string }) => (
  <div className="state err" role="alert">
    <p>{wordsIn(shellWords, useStore.getState().language).failed(text)}</p>
  </div>
)
