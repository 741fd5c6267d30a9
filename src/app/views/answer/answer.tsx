/**
 * The Answer view: the question, the conclusion and its reliability, the packages, and the assumptions that matter
 * most.
 */

import { Section } from '../../shell/head.tsx'
import { ProblemNote } from '../../shell/failure.tsx'
import { goTo } from '../../shell/router.ts'
import { useNumbers, useWords } from '../../shell/use.ts'
import { useOpening } from '../../state/about.ts'
import { useStore } from '../../state/store.ts'
import { useVerdicts } from '../../state/verdicts.ts'
import { answerWords } from '../../words/answer.ts'
import { Headline, playbookOf } from './headline.tsx'
import { OutcomeMap } from './outcome-map.tsx'
import { PackageRows } from './package-rows.tsx'
import { RestsOn } from './rests-on.tsx'

export default function Answer() {
  const words = useWords(answerWords)
  const numbers = useNumbers()
  const { data: about, problem: aboutProblem } = useOpening()
  const { verdicts, done, progress, problem } = useVerdicts()
  const playbook = useStore(state => state.draft.playbook)
  const failed = problem ?? aboutProblem
  if (failed !== undefined) return <ProblemNote text={failed} />
  if (verdicts === undefined || about === undefined) {
    return (
      <div aria-busy="true">
        <h1>{words.title}</h1>
        <p className="sure" role="status">
          {words.first(numbers.percent(progress, 0))}
        </p>
      </div>
    )
  }
  const { answer } = verdicts
  const selected = playbookOf(answer, playbook === '' ? answer.best.id : playbook)
  const select = (id: string): void => {
    const { draft } = useStore.getState()
    useStore.setState({ draft: { ...draft, playbook: id } })
  }
  const open = (id: string): void => {
    const { draft, change } = useStore.getState()
    const policy = about.packages.find(one => one.id === id)?.policy ?? {}
    change({ ...draft, playbook: id, policy, name: '' })
    goTo('what-if')
  }
  return (
    <>
      {done ? null : (
        <p className="note" role="status" aria-busy="true">
          {words.computing(numbers.percent(progress, 0))}
        </p>
      )}
      <div className="cols hero">
        <div className="c8">
          <Headline answer={answer} selected={selected} />
        </div>
        <div className="c4">
          <OutcomeMap selected={selected} />
        </div>
      </div>
      <Section id="pb" title={words.rowsTitle} note={words.rowsNote}>
        <PackageRows answer={answer} selected={selected.id} select={select} open={open} />
      </Section>
      <Section title={words.restTitle} note={words.restNote}>
        <RestsOn verdicts={verdicts} selected={selected} about={about} />
      </Section>
    </>
  )
}
