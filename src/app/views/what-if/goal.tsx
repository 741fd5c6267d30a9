/** "What would it take?": targets, levers and chance, and the reports of the declared questions about them. */

import { useEffect, useState } from 'react'
import { packageStart } from '../../../model/packages.ts'
import { indicatorOf, type OutcomeId, indicatorWords } from '../../../outcomes/catalogue.ts'
import { listed, typeset } from '../../../language/typeset.ts'
import { shownYears } from '../../charts/path-points.ts'
import { Button, Select } from '../../controls/button.tsx'
import { TakeButton } from '../../controls/take-button.tsx'
import { firstLevers } from '../../controls/lists.tsx'
import { TypedNumber } from '../../controls/typed-number.tsx'
import { useWords, useTexts } from '../../shell/use.ts'
import { shellWords } from '../../words/shell.ts'
import { type AskedGoal, type ChartTarget, failuresInput, goalInput, goalText, useGoal } from '../../state/goal.ts'
import { useLive } from '../../state/live.ts'
import { shownYear } from '../../state/quarters.ts'
import { ask, useStore } from '../../state/store.ts'
import type { About } from '../../worker/answers/about.ts'
import goalWords from '../../../texts/app/goal.ts'
import { leverName } from '../../../model/names/levers.ts'
import { QuestionView } from '../question.tsx'

const firstYear = packageStart + 1

const useTargetText = () => {
  const { words, language, numbers } = useTexts(goalWords)
  const indicators = useWords(indicatorWords)
  return ({ id, atLeast, bound, year }: ChartTarget): string => {
    const indicator = indicatorOf(id)
    const value = numbers.plain(bound * indicator.shown[language].scale, indicator.shown[language].changeDigits)
    return words.target(indicators[id].title, atLeast, value, year)
  }
}

/** The typed value of the target: the same as the line on the chart. */
const Bound = ({ target }: { readonly target: ChartTarget }) => {
  const { words, language } = useTexts(goalWords)
  const unit = useWords(indicatorWords)[target.id].unit
  const indicator = indicatorOf(target.id)
  const scale = indicator.shown[language].scale
  const take = (value: number | undefined): string | undefined => {
    if (value === undefined || !Number.isFinite(value)) return words.boundNeeded
    useGoal.setState({ target: { ...target, bound: value / scale } })
    return undefined
  }
  return (
    <label>
      {words.bound}{' '}
      <TypedNumber
        label={words.bound}
        value={String(Number((target.bound * scale).toFixed(indicator.shown[language].changeDigits)))}
        size={7}
        take={take}
      />{' '}
      <span className="note">{unit}</span>
    </label>
  )
}

const Levers = ({ about }: { readonly about: About }) => {
  const { words, language } = useTexts(goalWords)
  const levers = useGoal(state => state.levers)
  const nameOf = (name: string): string =>
    leverName(name, about.levers.find(one => one.name === name)?.doc ?? name, language)
  return (
    <div className="goal-levers">
      <span>{typeset(`${words.levers}: `, language)}</span>
      {levers.map(name => (
        <Button
          key={name}
          className="chip"
          aria-label={words.removeLever(nameOf(name))}
          onClick={() => useGoal.setState({ levers: levers.filter(one => one !== name) })}
        >
          {nameOf(name)} ×
        </Button>
      ))}
      <Select<string>
        aria-label={words.addLever}
        options={[
          ['', words.choose],
          ...firstLevers(about)
            .filter(({ name }) => !levers.includes(name))
            .map(({ name }) => [name, nameOf(name)] as const),
        ]}
        value=""
        choose={chosen => useGoal.setState({ levers: [...levers, chosen] })}
      />
    </div>
  )
}

export default function Goal({ about, id }: { readonly about: About; readonly id: OutcomeId }) {
  const { words, language } = useTexts(goalWords)
  const shell = useWords(shellWords)
  const draft = useStore(state => state.draft)
  const lines = useLive(state => state.lines)
  const { target: known, others, levers, chance, aim } = useGoal()
  const textOf = useTargetText()
  const [asked, setAsked] = useState<AskedGoal | undefined>(undefined)
  const target = known?.id === id ? known : undefined
  // A chart without a target begins with what its line comes to.
  useEffect(() => {
    const path = lines?.['pol']?.[id]
    if (target !== undefined || path === undefined) return
    const indicator = indicatorOf(id)
    const value = shownYears(indicator, path, about, language).get(shownYear) ?? 0
    const shown = Number(value.toFixed(indicator.shown[language].changeDigits))
    const bound = Number((shown / indicator.shown[language].scale).toPrecision(9))
    useGoal.setState({ target: { id, year: shownYear, bound, atLeast: indicator.better !== 'lower' } })
  }, [target, lines, id, about, language])
  if (target === undefined) return null
  const targets = [...others, target]
  const share = Number(chance)
  const askFor = (question: AskedGoal): void => {
    ask('what-if.goal', goalText({ levers, chance, aim }, targets))
    setAsked(question)
  }
  const reason =
    levers.length === 0
      ? words.noLever
      : chance.trim() === '' || !(share >= 1 && share <= 100)
        ? words.noChance
        : undefined
  const years = Array.from({ length: about.end - firstYear }, (_, at) => firstYear + at)
  return (
    <div className="goal">
      <p className="note">{words.intro}</p>
      {others.map((one, at) => (
        <p key={at}>
          {textOf(one)}{' '}
          <Button
            aria-label={words.removeTarget(textOf(one))}
            onClick={() => useGoal.setState({ others: others.toSpliced(at, 1) })}
          >
            ×
          </Button>
        </p>
      ))}
      <div className="goal-fields">
        <label>
          {words.sign}{' '}
          <Select
            options={(['false', 'true'] as const).map(one => [one, one === 'true' ? words.atLeast : words.atMost])}
            value={target.atLeast ? 'true' : 'false'}
            choose={chosen => useGoal.setState({ target: { ...target, atLeast: chosen === 'true' } })}
          />
        </label>
        <Bound key={id} target={target} />
        <label>
          {words.year}{' '}
          <Select
            options={years.map(year => [year, year])}
            value={target.year}
            choose={chosen => useGoal.setState({ target: { ...target, year: chosen } })}
          />
        </label>
        <label>
          {words.chance}{' '}
          <input
            inputMode="decimal"
            size={4}
            value={chance}
            onChange={event => useGoal.setState({ chance: event.target.value })}
          />
        </label>
        <label>
          {words.aim}{' '}
          <Select
            options={(['change', 'cost'] as const).map(one => [one, words.aims[one]])}
            value={aim}
            choose={chosen => useGoal.setState({ aim: chosen })}
          />
        </label>
      </div>
      <Levers about={about} />
      <p className="btns">
        <Button
          main
          disabled={reason !== undefined}
          onClick={() => askFor(goalInput(draft, targets, { levers, chance, aim }))}
        >
          {words.search}
        </Button>
        <Button onClick={() => askFor(failuresInput(draft, targets))}>{words.whenMissed}</Button>
        <Button onClick={() => useGoal.setState({ others: [...others, target], target: undefined })}>
          {words.keep}
        </Button>
        {asked === undefined ? null : <Button onClick={() => setAsked(undefined)}>{shell.clear}</Button>}
        {reason === undefined ? null : <span className="note">{reason}</span>}
      </p>
      {asked === undefined ? null : (
        <QuestionView
          key={asked.question}
          {...asked}
          take={policy =>
            asked.question === 'goal' ? (
              <TakeButton policy={policy} name={listed(targets.map(textOf), language)} />
            ) : null
          }
        />
      )}
    </div>
  )
}
