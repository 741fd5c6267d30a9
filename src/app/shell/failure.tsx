/** Catches an error in a view, reports it, and keeps the rest of the page and the scenario. */

import { Component, type ReactNode } from 'react'
import { useStore } from '../state/store.ts'
import { wordsIn } from '../words/language.ts'
import { problemText } from '../words/problem.ts'
import { shellWords } from '../words/shell.ts'

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

/** What happened, in the place of what could not be shown. */
export const ProblemNote = ({ text }: { readonly text: string }) => (
  <div className="state err" role="alert">
    <p>{wordsIn(shellWords, useStore.getState().language).failed(text)}</p>
  </div>
)
