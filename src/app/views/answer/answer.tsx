/**
 * The Answer view: the question, the conclusion and its reliability, the packages, and the assumptions that matter
 * most.
 */

import { lazy, Suspense } from 'react'
import { Section, ProblemNote } from '../../shell/head.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { goTo } from '../../shell/router.ts'
import { useTexts, useWords } from '../../shell/use.ts'
import { useOpening } from '../../state/about.ts'
import { useMovedThresholds, moveThresholds } from '../../state/moved-thresholds.ts'
import { thresholdsOf } from '../../state/scenario.ts'
import { useStore } from '../../state/store.ts'
import { takePackage } from '../../state/take-package.ts'
import { useVerdicts } from '../../state/verdicts.ts'
import { answerWords } from '../../words/answer.ts'
import type { About } from '../../worker/answers/about.ts'
import type { Verdicts } from '../../worker/answers/verdicts.ts'
import { ChangesTable } from './changes-table.tsx'
import { Headline, packageOf } from './headline.tsx'
import { OutcomeMap } from './outcome-map.tsx'
import { PackageRows } from './package-rows.tsx'
import { Story } from './story.tsx'
import { classOrder, criteria, standardThresholds, type Thresholds } from '../../../model/criteria.ts'
import { Folded } from '../../charts/figure.tsx'
import { Button } from '../../controls/button.tsx'
import { MeasureThresholds } from '../../controls/threshold.tsx'
import { Terms } from '../../shell/terms.tsx'
import { classMeanings, classTitles } from '../../words/classes.ts'

/** Below the fold, and asked for by few. */
const BestPackages = lazy(() => import('./best-packages.tsx'))

/** Below the fold, with the tables of the report. */
const Ranking = lazy(() => import('./ranking.tsx'))

/** Below the fold, with charts. */
const RestsOn = lazy(() => import('./rests-on.tsx'))

const ThresholdPanel = ({
  thresholds,
  progress,
}: {
  readonly thresholds: Thresholds
  /** Share of the simulations that are read again; undefined when nothing is. */
  readonly progress: number | undefined
}) => {
  const { words, language, numbers } = useTexts(answerWords)
  return (
    <Folded className="tbl thresholds" summary={words.thresholdsTitle}>
      <p className="note">{words.thresholdsNote}</p>
      {progress === undefined ? null : (
        <p className="note" role="status" aria-busy="true">
          {words.thresholdsBusy(numbers.percent(progress, 0))}
        </p>
      )}
      <dl className="criteria">
        {classOrder.map(one => (
          <div key={one}>
            <dt>
              <Terms text={classTitles[language][one]} />
            </dt>
            <dd>{classMeanings[language][one]}</dd>
          </div>
        ))}
      </dl>
      <div className="tsets">
        {criteria.map(({ id, names, measures }) => (
          <fieldset key={id}>
            <legend>
              {id} {names[language]}
            </legend>
            <MeasureThresholds measures={measures} thresholds={thresholds} />
          </fieldset>
        ))}
      </div>
      <Button onClick={() => moveThresholds(standardThresholds)}>{words.resetAll}</Button>
    </Folded>
  )
}

/** The view of an answer that is there, with the thresholds that the reader has moved. */
const Known = ({ verdicts, about }: { readonly verdicts: Verdicts; readonly about: About }) => {
  const words = useWords(answerWords)
  const policyPackage = useStore(state => state.draft.package)
  const thresholds = thresholdsOf({ thresholds: useStore(state => state.draft.thresholds) })
  const { answer, progress, problem } = useMovedThresholds(verdicts.answer, thresholds)
  const selected = packageOf(answer, policyPackage === '' ? answer.best.id : policyPackage)
  const select = (id: string): void => {
    const { draft } = useStore.getState()
    useStore.setState({ draft: { ...draft, package: id } })
  }
  const open = (id: string): void => {
    takePackage(about, id)
    goTo('what-if')
  }
  return (
    <>
      {problem === undefined ? null : <ProblemNote text={problem} />}
      <div className="cols hero">
        <div className="c8">
          <Headline answer={answer} selected={selected} select={select} />
        </div>
        <div className="c4">
          <OutcomeMap selected={selected} />
        </div>
      </div>
      <Story answer={answer} open={open} />
      <ChangesTable answer={answer} />
      <Section id="pb" title={words.rowsTitle} note={words.rowsNote}>
        <PackageRows answer={answer} selected={selected.id} select={select} open={open} />
        <ThresholdPanel thresholds={thresholds} progress={progress} />
      </Section>
      <Suspense fallback={<Skeleton height={300} />}>
        <BestPackages about={about} />
      </Suspense>
      {answer.robustness === null ? <p className="note">{words.robustMoved}</p> : null}
      <Suspense fallback={<Skeleton height={900} />}>
        <Ranking answer={answer} />
      </Suspense>
      <Section title={words.restTitle}>
        <Suspense fallback={<Skeleton height={700} />}>
          <RestsOn verdicts={verdicts} selected={selected} about={about} />
        </Suspense>
      </Section>
    </>
  )
}

export default function Answer() {
  const { words, numbers } = useTexts(answerWords)
  const { data: about, problem: aboutProblem } = useOpening()
  const { verdicts, done, progress, problem } = useVerdicts()
  const failed = problem ?? aboutProblem
  if (failed !== undefined) return <ProblemNote text={failed} />
  if (verdicts === undefined || about === undefined) {
    return (
      <>
        <h1>{words.title}</h1>
        <Skeleton height={900} text={words.first(numbers.percent(progress, 0))} />
      </>
    )
  }
  return (
    <>
      {done ? null : (
        <p className="note" role="status" aria-busy="true">
          {words.computing(numbers.percent(progress, 0))}
        </p>
      )}
      <Known verdicts={verdicts} about={about} />
    </>
  )
}
