/** "What would it take?": targets, levers and chance, the search with progress and cancel, and the setting it finds. */

import { useEffect, useState } from 'react'
import type { GoalResult } from '../../../analysis/policies/goal/goal.ts'
import { packageStart } from '../../../model/packages.ts'
import { indicatorOf, type OutcomeId, indicatorWords } from '../../../outcomes/catalogue.ts'
import { listed } from '../../../language/listed.ts'
import { shownYears } from '../../charts/path-points.ts'
import { HeadedTable } from '../../charts/table.tsx'
import { Button } from '../../controls/button.tsx'
import { firstLevers } from '../../controls/lists.tsx'
import { Select } from '../../controls/select.tsx'
import { TypedNumber } from '../../controls/typed-number.tsx'
import { ProblemNote } from '../../shell/failure.tsx'
import { WorkProgress } from '../../shell/head.tsx'
import { useWords, useTexts } from '../../shell/use.ts'
import { Terms } from '../../shell/terms.tsx'
import { type ChartTarget, failuresInput, goalInput, goalText, useGoal } from '../../state/goal.ts'
import { useLive } from '../../state/live.ts'
import { shownYear } from '../../state/quarters.ts'
import { ask } from '../../state/asks.ts'
import { useAnswer } from '../../state/question.ts'
import { useStore } from '../../state/store.ts'
import type { About } from '../../worker/answers/about.ts'
import type { FailuresInput } from '../../worker/answers/failures.ts'
import type { GoalInput } from '../../worker/answers/goal.ts'
import goalWords from '../../../texts/app/goal.ts'
import { typeset } from '../../../language/typeset.ts'
import { shellWords } from '../../words/shell.ts'
import { leverName, leverUnit } from '../../../model/names/levers.ts'
import { Failures } from './failures.tsx'

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

const Found = ({
  found,
  about,
  title,
}: {
  readonly found: GoalResult
  readonly about: About
  readonly title: string
}) => {
  const { words, language, numbers } = useTexts(goalWords)
  const shell = useWords(shellWords)
  const { reached, chance, checked, before, levers, policy, binding, wanted, change } = found
  const share = (one: number): string => numbers.percent(one, 0)
  const shownAs = (name: string, unit: string) => {
    const { scale, text } = leverUnit(name, unit, language)
    const doc = about.levers.find(one => one.name === name)?.doc ?? name
    return {
      name: leverName(name, doc, language),
      show: (value: number): string => `${numbers.plain(Number((value * scale).toPrecision(3)))}${text}`,
    }
  }
  const bound = levers.find(({ name }) => name === binding)
  const told = !reached
    ? [
        words.unreachable(share(chance.share), share(wanted)),
        bound === undefined
          ? words.noBinding
          : words.binding(shownAs(bound.name, bound.unit).name, shownAs(bound.name, bound.unit).show(bound.value)),
      ]
    : change === 0
      ? [words.nothingNeeded(share(chance.share))]
      : [
          words.reached(
            share(chance.share),
            share(chance.error),
            numbers.plain(chance.members, 0),
            share(checked.share),
            share(before.share),
          ),
          words.cost(numbers.money(found.presentValue)),
        ]
  const use = (): void => {
    const { draft, change: take, notify, undo } = useStore.getState()
    take({ ...draft, name: title, policy })
    notify(words.used(title), { label: shell.undo, run: undo })
  }
  return (
    <div role="status">
      <p>{[...told, ...(found.monotone === false ? [words.notMonotone] : [])].join(language === 'zh' ? '' : ' ')}</p>
      {change === 0 ? null : (
        <>
          <HeadedTable className="score-t" heads={[words.lever, words.now, words.setTo, words.limits]}>
            {levers.map(({ name, unit, standard, value, bounds }) => {
              const { name: shown, show } = shownAs(name, unit)
              return (
                <tr key={name}>
                  <th scope="row">
                    <Terms text={shown} />
                  </th>
                  <td>{show(standard)}</td>
                  <td>{show(value)}</td>
                  <td>{bounds.map(show).join(' … ')}</td>
                </tr>
              )
            })}
          </HeadedTable>
          <Button main onClick={use}>
            {words.use}
          </Button>
        </>
      )}
    </div>
  )
}

export default function Goal({ about, id }: { readonly about: About; readonly id: OutcomeId }) {
  const { words, language } = useTexts(goalWords)
  const draft = useStore(state => state.draft)
  const lines = useLive(state => state.lines)
  const { target: known, others, levers, chance, aim } = useGoal()
  const textOf = useTargetText()
  const [asked, setAsked] = useState<GoalInput | undefined>(undefined)
  const [missed, setMissed] = useState<FailuresInput | undefined>(undefined)
  const search = useAnswer('goal', draft.region, asked, 'pool')
  const failing = useAnswer('failures', draft.region, missed, 'pool')
  const { busy, progress } = missed === undefined ? search : failing
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
  const keepQuestion = (): void => ask('what-if.goal', goalText({ levers, chance, aim }, targets))
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
          <select
            value={String(target.atLeast)}
            onChange={event => useGoal.setState({ target: { ...target, atLeast: event.target.value === 'true' } })}
          >
            <option value="false">{words.atMost}</option>
            <option value="true">{words.atLeast}</option>
          </select>
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
        {busy ? (
          <Button onClick={() => (setAsked(undefined), setMissed(undefined))}>{words.cancel}</Button>
        ) : (
          <>
            <Button
              main
              disabled={reason !== undefined}
              onClick={() => {
                keepQuestion()
                setMissed(undefined)
                setAsked(goalInput(draft, targets, { levers, chance, aim }))
              }}
            >
              {words.search}
            </Button>
            <Button
              onClick={() => {
                keepQuestion()
                setMissed(failuresInput(draft, targets))
              }}
            >
              {words.whenMissed}
            </Button>
          </>
        )}
        <Button disabled={busy} onClick={() => useGoal.setState({ others: [...others, target], target: undefined })}>
          {words.keep}
        </Button>
        {busy ? <WorkProgress progress={progress} label={words.searching} /> : null}
        {reason === undefined ? null : <span className="note">{reason}</span>}
      </p>
      {missed !== undefined ? (
        failing.problem !== undefined ? (
          <ProblemNote text={failing.problem} />
        ) : failing.done && failing.data !== undefined ? (
          <Failures found={failing.data} />
        ) : null
      ) : search.problem !== undefined ? (
        <ProblemNote text={search.problem} />
      ) : asked !== undefined && search.done && search.data !== undefined ? (
        <Found found={search.data} about={about} title={listed(targets.map(textOf), language)} />
      ) : null}
    </div>
  )
}
