/** The fault of a link that was opened, and what can be done. */

import type { ReactNode } from 'react'
import { linkFaults, partsRead } from '../../scenario/link.ts'
import { Button } from '../controls/button.tsx'
import { goTo } from '../shell/router.ts'
import { useTexts, useWords } from '../shell/use.ts'
import { useAbout } from '../state/about.ts'
import { isKnownRegion } from '../state/own-regions.ts'
import { type Draft, isWork } from '../state/scenario.ts'
import { useStore } from '../state/store.ts'
import { shareWords } from '../words/share.ts'
import { type Notice, tell } from './notice.ts'

const Box = ({
  title,
  text,
  children,
}: {
  readonly title: string
  readonly text: ReactNode
  readonly children?: ReactNode
}) => {
  const words = useWords(shareWords)
  return (
    <div className="state err link-notice" role="alert">
      <h2>{title}</h2>
      <p className="note">{text}</p>
      <div className="btns">
        {children}
        <Button onClick={() => tell(undefined)}>{words.understood}</Button>
      </div>
    </div>
  )
}

/** The open scenario is kept first: nothing is lost by opening half a link. */
const openRead = (draft: Draft): void => {
  const store = useStore.getState()
  if (isWork(store.draft)) store.keep(store.draft.name)
  store.open(draft)
  tell(undefined)
}

const Problem = ({ problem, draft }: Extract<Notice, { kind: 'problem' }>) => {
  const { words, language } = useTexts(shareWords)
  if (problem.kind === 'newer') return <Box title={words.newerTitle} text={words.newer} />
  const faults = linkFaults(problem.wrong)
    .map(fault => fault[language])
    .join(language === 'zh' ? '' : ' ')
  const usable = draft !== undefined && isKnownRegion(draft.region)
  return (
    <Box title={words.damagedTitle} text={words.damaged(faults, partsRead(problem.readable)[language], usable)}>
      {usable ? (
        <Button main onClick={() => openRead(draft)}>
          {words.openRead}
        </Button>
      ) : null}
    </Box>
  )
}

const Changed = ({ changed, made }: Extract<Notice, { kind: 'changed' }>) => {
  const words = useWords(shareWords)
  const about = useAbout()
  const now = (what: 'model' | 'data'): string => about?.[what].slice(0, 6) ?? ''
  const sentences = [
    ...(changed.includes('model') ? [words.changedModel(made.model.slice(0, 6), now('model'))] : []),
    ...(changed.includes('data') ? [words.changedData(made.data.slice(0, 6), now('data'))] : []),
    words.changedSo,
  ]
  return <Box title={words.changedTitle(changed)} text={sentences.join(' ')} />
}

const Missing = ({ region }: Extract<Notice, { kind: 'region' }>) => {
  const words = useWords(shareWords)
  return (
    <Box title={words.regionTitle(region)} text={words.region}>
      <Button main onClick={() => goTo('data')}>
        {words.toData}
      </Button>
    </Box>
  )
}

export default function LinkProblem({ notice }: { readonly notice: Notice }) {
  if (notice.kind === 'problem') return <Problem {...notice} />
  return notice.kind === 'changed' ? <Changed {...notice} /> : <Missing {...notice} />
}
