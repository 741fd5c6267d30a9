/** The Answer view: the report of the declared question, with the regime of transfers. */

import { Button } from '../../controls/button.tsx'
import { RegimeChoice } from '../../controls/regime-choice.tsx'
import { nameIn } from '../../../language/typeset.ts'
import { packageStart } from '../../../model/packages.ts'
import { useLeversName } from '../../shell/draft-name.ts'
import { ProblemNote } from '../../shell/head.tsx'
import { useTexts } from '../../shell/use.ts'
import { useOpening } from '../../state/about.ts'
import { emptyDraft } from '../../state/scenario.ts'
import { ask, useAsked, useStore } from '../../state/store.ts'
import { answerWords } from '../../words/answer.ts'
import { WordButton } from '../../share/word-button.tsx'
import { QuestionView } from '../question.tsx'

export default function Answer() {
  const { words, language } = useTexts(answerWords)
  const { data: about, problem } = useOpening()
  const draft = useStore(state => state.draft)
  const name = useLeversName()
  const isAdded = useAsked('answer.own') !== undefined
  if (problem !== undefined) return <ProblemNote text={problem} />
  const { seed, members, policy } = draft
  const isChanged = Object.keys(policy).length > 0
  const own = isChanged && isAdded ? { policies: [{ name, policy }] } : {}
  const standard = emptyDraft(draft.region)
  const drawn = seed === standard.seed && members === standard.members ? {} : { seed, simulations: members }
  const over = about === undefined ? '\u00a0' : words.over(nameIn(about.names, language), packageStart, about.end - 1)
  return (
    <>
      <p className="over">{over}</p>
      <h1>{words.title}</h1>
      <QuestionView
        question="answer"
        within={{ ...drawn, ...own }}
        policy={{}}
        controls={
          <>
            <RegimeChoice draft={draft} />
            {isChanged ? (
              <Button onClick={() => ask('answer.own', isAdded ? undefined : 'yes')}>
                {(isAdded ? words.leaveOwn : words.addOwn)(name)}
              </Button>
            ) : null}
          </>
        }
        beside={report => (
          <p className="sure">
            <WordButton report={report} memo={{ title: words.title, over }} />
          </p>
        )}
      />
    </>
  )
}
