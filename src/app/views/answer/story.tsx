/** The findings as a story in five steps, every figure from the answer; the reader may skip it. */

import { useRef, useState } from 'react'
import type { Answer, PackageAnswer } from '../../../analysis/answer/verdict.ts'
import { type Outcome, outcomes } from '../../../analysis/words/outcomes.ts'
import { windowFrom, windowTo } from '../../../model/measures.ts'
import { criteria } from '../../../model/criteria.ts'
import { Button } from '../../controls/button.tsx'
import { askWhy, goTo } from '../../shell/router.ts'
import { Told } from '../../shell/told.tsx'
import { useTexts, useWords } from '../../shell/use.ts'
import { lastQuarter } from '../../state/quarters.ts'
import { useStore } from '../../state/store.ts'
import { withMark } from '../../../language/typeset.ts'
import { packageWords } from '../../../model/names/packages.ts'
import storyWords from '../../../texts/app/story.ts'
import { packageOf } from './headline.tsx'

interface Step {
  readonly title: string
  readonly text: string
  readonly more: string
  readonly go: () => void
}

type Read = Pick<Outcome, 'id'>

/** The first and the last year in which the answer reads an indicator. */
const levelsOf = (answer: PackageAnswer, indicator: string): ReadonlyArray<Read & { readonly year: number }> => {
  const levels = outcomes
    .flatMap(({ id, of }) => (of?.indicator === indicator && of.from === of.to ? [{ id, year: of.to }] : []))
    .filter(({ id }) => answer.outcomes[id] !== undefined)
    .toSorted((a, b) => a.year - b.year)
  return [levels[0]!, levels.at(-1)!]
}

/** The package with the largest median change of an indicator. */
const mostOf = (answer: Answer, indicator: string): PackageAnswer =>
  answer.packages.slice(1).reduce((most, one) => {
    const [own, best] = [one, most].map(({ changes }) => changes[indicator].median)
    return own > best ? one : most
  })

const useSteps = (answer: Answer, open: (id: string) => void): Step[] => {
  const { words, language, numbers } = useTexts(storyWords)
  const { conclusion, end } = answer
  const [nothing] = answer.packages
  const best = packageOf(answer, conclusion.best)
  const named = ({ id }: PackageAnswer): string => packageWords[language][id]?.name ?? id
  const [early, late] = levelsOf(nothing, 'share65')
  const [debtEarly, debtLate] = levelsOf(nothing, 'debtToGdp')
  const [, support] = levelsOf(nothing, 'contributorsPerPensioner')
  const interest = outcomes.find(({ of }) => of?.indicator === 'interestBurden' && of.from === windowFrom)!
  const share = ({ id }: Read, of: 'low' | 'median' | 'high' = 'median'): string =>
    numbers.percent(nothing.outcomes[id]![of] ?? 0, 0)
  const percentChange = (one: PackageAnswer, indicator: string): string =>
    numbers.signedPercent(one.changes[indicator].median)
  const ofHundred = (value: number): string => numbers.chanceNumber(value)
  const announced = packageOf(answer, 'B')
  const consumption = mostOf(answer, 'consumptionPerHead')
  const births = mostOf(answer, 'births')
  const binding = criteria.find(({ id }) => id === conclusion.binding.criterion)!
  const chart = (id: string): void => {
    useStore.getState().set({ chart: id })
    goTo('what-if')
  }
  return [
    {
      title: words.ageing,
      text: words.ageingText(
        share(early),
        early.year,
        share(late),
        late.year,
        numbers.plain(nothing.outcomes[support.id]!.median ?? 0, 2),
      ),
      more: words.seeChart,
      go: () => chart('share65'),
    },
    {
      title: words.debt,
      text: words.debtText(
        share(debtEarly),
        debtEarly.year,
        share(debtLate),
        debtLate.year,
        share(debtLate, 'low'),
        share(debtLate, 'high'),
        share(interest),
        numbers.years(windowFrom, windowTo),
        ofHundred(nothing.criteria['C2']),
      ),
      more: words.seeWhy,
      go: () => askWhy({ indicator: 'debtToGdp', time: lastQuarter(end) }),
    },
    {
      title: words.recipe,
      text: words.recipeText(
        named(announced),
        packageWords[language][announced.id].gloss,
        numbers.years(windowFrom, windowTo),
        percentChange(announced, 'outputPerHead'),
        numbers.points(announced.changes['debtToGdp'].median),
        ofHundred(announced.probability.revived),
        ofHundred(nothing.probability.revived),
      ),
      more: words.openPackage(named(announced)),
      go: () => open(announced.id),
    },
    {
      title: words.missing,
      text: words.missingText(
        named(consumption),
        percentChange(consumption, 'consumptionPerHead'),
        percentChange(announced, 'consumptionPerHead'),
        named(births),
        percentChange(births, 'births'),
      ),
      more: words.openPackage(named(consumption)),
      go: () => open(consumption.id),
    },
    {
      title: words.takes,
      text: words.takesText(
        named(best),
        ofHundred(conclusion.binding.revived),
        withMark(binding.names[language], binding.id, language),
        ofHundred(conclusion.binding.revivedIfMet),
      ),
      more: words.openPackage(named(best)),
      go: () => open(best.id),
    },
  ]
}

export const Story = ({ answer, open }: { readonly answer: Answer; readonly open: (id: string) => void }) => {
  const words = useWords(storyWords)
  const steps = useSteps(answer, open)
  const [at, setAt] = useState<number | undefined>(undefined)
  const heading = useRef<HTMLHeadingElement>(null)
  const show = (next: number): void => {
    setAt(next)
    setTimeout(() => heading.current?.focus())
  }
  if (at === undefined) {
    return (
      <p className="story-begin">
        <Button onClick={() => show(0)}>{words.begin}</Button>
      </p>
    )
  }
  const step = steps[at]!
  return (
    <section className="story" aria-label={words.begin}>
      <p className="over">{words.step(at + 1, steps.length)}</p>
      <h2 ref={heading} tabIndex={-1}>
        {step.title}
      </h2>
      <p className="say">
        <Told text={step.text} />
      </p>
      <div className="btns">
        <Button disabled={at === 0} onClick={() => show(at - 1)}>
          {words.back}
        </Button>
        <Button main onClick={() => (at === steps.length - 1 ? setAt(undefined) : show(at + 1))}>
          {at === steps.length - 1 ? words.end : words.next}
        </Button>
        <Button className="link" onClick={step.go}>
          {step.more}
        </Button>
        {at === steps.length - 1 ? null : (
          <Button className="link skip-story" onClick={() => setAt(undefined)}>
            {words.skip}
          </Button>
        )}
      </div>
    </section>
  )
}
