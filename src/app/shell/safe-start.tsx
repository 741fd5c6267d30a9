/** Catches an error of the page itself, and offers to start it without the stored scenario, which is set aside. */

import { Component, type ReactNode } from 'react'
import { Button } from '../controls/button.tsx'
import { setAside, storeSetAside } from '../state/set-aside.ts'
import { storedText } from '../state/look.ts'
import { forgetStored } from '../state/storage.ts'
import { useStore } from '../state/store.ts'
import { wordsIn } from '../words/language.ts'
import { problemText } from '../words/problem.ts'
import { bothTexts } from '../../language/messages.ts'
import setAsideWords from '../../texts/app/set-aside.ts'

/** The address holds the scenario too. */
const startAgain = (): void => {
  const text = storedText()
  storeSetAside()
  setAside({ text: text ?? globalThis.location.hash, reasons: [bothTexts(setAsideWords).stopped] })
  forgetStored()
  globalThis.history.replaceState(null, '', globalThis.location.pathname + globalThis.location.search)
  globalThis.location.reload()
}

/** The error, and the way out. */
export const StartProblem = ({ problem }: { readonly problem: unknown }) => {
  const { language } = useStore.getState()
  const words = wordsIn(setAsideWords, language)
  return (
    <main id="main" className="wrap">
      <div className="state err" role="alert">
        <h1>{words.failedTitle}</h1>
        <p>{words.failed(problemText(problem, language))}</p>
        <div className="btns">
          <Button main onClick={startAgain}>
            {words.startAgain}
          </Button>
        </div>
      </div>
    </main>
  )
}

interface SafeStartState {
  readonly failed?: { readonly problem: unknown }
}

export class SafeStart extends Component<{ readonly children: ReactNode }, SafeStartState> {
  override state: SafeStartState = {}

  static getDerivedStateFromError(problem: unknown): SafeStartState {
    return { failed: { problem } }
  }

  override render(): ReactNode {
    const { failed } = this.state
    return failed === undefined ? this.props.children : <StartProblem problem={failed.problem} />
  }
}
