/**
 * Footer of every view: whether the accounts balance, versions of model and data, and the number of simulations.
 */

import { useAbout } from '../state/about.ts'
import { useStore } from '../state/store.ts'
import { fitTold } from '../words/accounts.ts'
import { shellWords } from '../words/shell.ts'
import { AccountsMark } from './accounts.tsx'
import { useTexts } from './use.ts'

export const Imprint = () => {
  const { words, language, numbers } = useTexts(shellWords)
  const about = useAbout()
  const { members } = useStore(state => state.draft)
  return (
    <footer className="wrap">
      <div className="imprint">
        <AccountsMark />
        {about === undefined ? null : (
          <>
            <span>{words.model(about.model.slice(0, 6))}</span>
            <span>{words.data(about.data.slice(0, 6))}</span>
          </>
        )}
        <span>{words.simulations(numbers.plain(members, 0))}</span>
        {about === undefined ? null : <span>{fitTold(about, language)}</span>}
      </div>
    </footer>
  )
}
