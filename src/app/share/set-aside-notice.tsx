/** Notice above the view about what of a link or of the stored state could not be used. */

import { Button } from '../controls/button.tsx'
import { useTexts } from '../shell/use.ts'
import { discardSetAside, useSetAside } from '../state/set-aside.ts'
import setAsideWords from '../../texts/app/set-aside.ts'
import { saveFile } from './save.ts'

/** The file has all reasons. */
const mostShown = 6

export const SetAsideNotice = () => {
  const entries = useSetAside(state => state.entries)
  const { words, language } = useTexts(setAsideWords)
  if (entries.length === 0) return null
  const reasons = [...new Set(entries.flatMap(entry => entry.reasons.map(reason => reason[language])))]
  const save = (): void =>
    saveFile('heartland-set-aside.json', `${JSON.stringify(entries, null, 2)}\n`, 'application/json')
  return (
    <div className="state err link-notice" role="alert">
      <h2>{words.title}</h2>
      <p className="note">{words.text}</p>
      <ul className="note">
        {reasons.slice(0, mostShown).map(reason => (
          <li key={reason}>{reason}</li>
        ))}
        {reasons.length > mostShown ? <li>{words.more(reasons.length - mostShown)}</li> : null}
      </ul>
      <div className="btns">
        <Button main onClick={save}>
          {words.save}
        </Button>
        <Button onClick={discardSetAside}>{words.discard}</Button>
      </div>
    </div>
  )
}
