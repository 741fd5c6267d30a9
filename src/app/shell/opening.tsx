/** The placeholder of a view until it comes: its title, and the place of its results. */

import type { Language } from '../../language/messages.ts'
import { wordsIn } from '../words/language.ts'
import { shellWords } from '../words/shell.ts'
import { Skeleton } from './skeleton.tsx'
import type { OpeningHead } from './opening-head.ts'

export const Opening = ({ head, language }: { readonly head: OpeningHead; readonly language: Language }) => {
  const { title, over, unseen } = head
  return (
    <>
      {over === undefined ? null : <p className="over">{over[language]}</p>}
      <h1 className={unseen === true ? 'coming vh' : 'coming'}>{title[language]}</h1>
      <Skeleton height={900} text={wordsIn(shellWords, language).loading} />
    </>
  )
}
