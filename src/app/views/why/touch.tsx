/**
 * An equation to touch: its parameters as handles over their priors. Moving one draws the outcome anew; a value that is
 * kept is an assumption of the scenario.
 */

import { Fragment, useEffect, useMemo, useRef, useState } from 'react'
import { quarterName } from '../../../analysis/explain/books/books.ts'
import type { CauseRow } from '../../../analysis/explain/tree.ts'
import { priorDeviation } from '../../../engine/distributions.ts'
import type { Assumptions, SetInputs } from '../../../engine/scenario.ts'
import type { Prior } from '../../../language/declare.ts'
import { unitWords } from '../../../model/names/units.ts'
import { equationInWords } from '../../../model/names/variables.ts'
import { inText } from '../../../language/typeset.ts'
import { isCancelled } from '../../../threads/task.ts'
import { FanChart } from '../../charts/fan-chart.tsx'
import { ChartFigure } from '../../charts/figure.tsx'
import { domainOf, type Point } from '../../charts/geometry.ts'
import { endRoom } from '../../charts/labels.tsx'
import { numbersTable } from '../../charts/table.tsx'
import { Button } from '../../controls/button.tsx'
import { Assumption } from '../../controls/lists.tsx'
import { tellingDigits } from '../../controls/steps.ts'
import { ProblemNote } from '../../shell/head.tsx'
import { Sourced } from '../../shell/quoted.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { useTexts, useWords } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import { useAnswer } from '../../state/question.ts'
import { everyYears } from '../../state/quarters.ts'
import { without } from '../../state/scenario.ts'
import { useStore } from '../../state/store.ts'
import { problemText } from '../../words/problem.ts'
import { shellWords } from '../../words/shell.ts'
import { whyWords } from '../../words/why.ts'
import type { ParameterAbout } from '../../worker/answers/about.ts'
import { latest } from '../../worker/client.ts'
import { workers } from '../../worker/workers.ts'
import { symbolOf, useCauseValue } from './cause-words.tsx'
import { changeUnits } from './outcome.ts'
import { handlesOf } from './uncertain-input.ts'

export interface TouchedOutcome {
  readonly title: string
  /** Name and unit, as values of it are written. */
  readonly shown: Pick<CauseRow, 'name' | 'unit'>
  /** 'regionDebtToGdp' or 'growth(regionOutput)'. */
  readonly series: string
  /** The time that the page is about, and the first one that it has a value for. */
  readonly time: number
  readonly start: number
}

interface TouchProps extends Required<SetInputs> {
  readonly row: CauseRow
  readonly handles: readonly ParameterAbout[]
  readonly region: string
  readonly outcome: TouchedOutcome
}

const useLevel = (row: CauseRow, region: string, inputs: SetInputs) => {
  const { name, closing, labels, step } = row
  return useAnswer('causes', region, { ...inputs, asked: { name, closing, labels, step } }).data
}

export const useHandles = (row: CauseRow, region: string, inputs: SetInputs): readonly ParameterAbout[] => {
  const about = useAbout()
  const causes = useLevel(row, region, inputs)?.causes
  return useMemo(
    () => handlesOf(about?.parameters ?? [], row.kind === 'parameter' ? [row] : (causes ?? [])),
    [about, row, causes],
  )
}

/** Within a text: a mark, and the label that follows its name. */
const marked = /\u{E000}([^\u{E001}]*)\u{E001}(\[[^\]]*\])?/u
const mark = (text: string): string => `\u{E000}${text}\u{E001}`

/** In words with the values that hold, and in symbols. */
const Equation = ({ row, causes }: { readonly row: CauseRow; readonly causes: readonly CauseRow[] }) => {
  const { language } = useTexts(whyWords)
  const valueOf = useCauseValue()
  const only = (name: string): CauseRow | undefined => {
    const own = causes.filter(one => one.name === name)
    return own.length === 1 ? own[0] : undefined
  }
  const symbols = new Map([row, ...causes].flatMap(one => (one.symbol === undefined ? [] : [[one.name, one.symbol]])))
  const inWords = equationInWords(row.texts, language, (name, text) => {
    const found = only(name)
    if (found === undefined) return text
    const { text: value, isPercent } = valueOf(found.value, found)
    return `${text}${mark(isPercent ? `${value}${language === 'zh' ? '' : '\u00a0'}%` : value)}`
  })
  const inSymbols = equationInWords(row.texts, language, (name, text) =>
    symbols.has(name) ? mark(symbols.get(name)!) : text,
  )
  const parts = (text: string, show: (marked: string) => React.ReactNode) =>
    text
      .split(marked)
      .map((part, at) => <Fragment key={at}>{at % 3 === 1 ? show(part) : at % 3 === 2 ? (part ?? '') : part}</Fragment>)
  return (
    <>
      <p className="touched-eq">
        {parts(inWords, value => (
          <b> {value}</b>
        ))}
      </p>
      {symbols.size === 0 ? null : (
        <p className="touched-eq sym">
          {row.symbol === undefined ? null : <>{symbolOf(row.symbol)} = </>}
          {parts(inSymbols, symbolOf)}
        </p>
      )}
    </>
  )
}

/** Values of the outcome over the years, as handles move: always those of the newest move. */
const usePath = ({ region, policy }: TouchProps, outcomes: readonly string[], assumptions: Assumptions | undefined) => {
  const outside = useStore(state => state.draft.outside)
  const language = useStore(state => state.language)
  const [path, setPath] = useState<{ readonly values?: readonly number[]; readonly problem?: string }>({})
  const key = JSON.stringify([region, policy, outcomes, outside])
  const ask = useMemo(
    () =>
      latest(
        (moved: Assumptions) =>
          workers().run.ask('outcomesOf', { region, outside }, { runs: [{ policy, assumptions: moved }], outcomes }),
        ([values]) => setPath({ values: values! }),
        problem => {
          if (!isCancelled(problem)) setPath({ problem: problemText(problem, language) })
        },
      ),
    // All that the question consists of stands in the key.
    // oxlint-disable-next-line exhaustive-deps
    [key, language],
  )
  const wanted = assumptions === undefined ? undefined : JSON.stringify(assumptions)
  useEffect(() => {
    if (wanted === undefined) setPath({})
    else ask(JSON.parse(wanted) as Assumptions)
  }, [ask, wanted])
  return path
}

export const Touch = (props: TouchProps) => {
  const { row, handles, region, policy, assumptions, outcome } = props
  const { words, language, numbers } = useTexts(whyWords)
  const shell = useWords(shellWords)
  const about = useAbout()!
  const valueOf = useCauseValue()
  const { data: priors = {} } = useAnswer('priors', region, {})
  /** Under the hand or let go, and not kept; undefined is the standard value. */
  const [tried, setTried] = useState<Readonly<Record<string, number | undefined>>>({})
  /** Values at which the equation is read: while a hand moves, only its own handle and the chart follow. */
  const [rested, setRested] = useState(tried)
  const withTried = (over: typeof tried): Assumptions =>
    Object.fromEntries(
      Object.entries({ ...assumptions, ...over }).filter((one): one is [string, number] => one[1] !== undefined),
    )
  const names = handles.map(({ name }) => name)
  const standard = without(assumptions, names)
  const moved = withTried(tried)
  const isMoved = names.some(name => moved[name] !== undefined)
  const isKept = names.every(name => moved[name] === assumptions[name])
  const level = useLevel(row, region, { policy, assumptions: withTried(rested) })

  const { stepsPerYear: perYear } = about
  const { title, series, time } = outcome
  const inYear = time - Math.floor(time)
  const first = Math.floor(outcome.start)
  const years = Array.from({ length: about.end - first }, (_, at) => first + at)
  const outcomes = years.map(year => `${series}@${quarterName(year + inYear, perYear)}`)
  const here = Math.floor(time) - first
  const still = useAnswer('outcomesOf', region, { runs: [{ policy, assumptions: standard }], outcomes })
  const path = usePath(props, outcomes, isMoved ? moved : undefined)
  const before = (one: ParameterAbout): Prior => priors[one.name] ?? one.prior
  // Half a deviation to each side of the value that holds, so far as the parameter can go there.
  const ends = handles.flatMap(one => {
    const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY, central } = one.prior
    const half = priorDeviation(before(one)) / 2
    return [central - half, central + half].map(value => ({
      policy,
      assumptions: { ...standard, [one.name]: Math.min(most, Math.max(least, value)) },
    }))
  })
  const { data: sways } = useAnswer('outcomesOf', region, { runs: ends, outcomes: [outcomes[here]!] })

  const { scale, unit, isPercent } = valueOf(1, outcome.shown)
  const space = language === 'zh' ? '' : ' '
  const bare = (value: number): string => valueOf(value, outcome.shown).text
  const written = (value: number): string => `${bare(value)}${space}${unit}`.trim()
  const changed = (value: number): string => {
    const text = numbers.signed(value * scale, tellingDigits(value * scale, 0, 1))
    return `${text}${space}${isPercent ? changeUnits[language].trim() : unit}`.trim()
  }
  const points = (values: readonly number[]): Point[] => values.map((value, at) => [years[at]! + inYear, value * scale])
  const [known] = still.data ?? []
  const own = isMoved ? path.values : undefined
  const when = numbers.quarter(time)
  const sentence =
    known === undefined
      ? ''
      : own === undefined
        ? words.touchStill(title, when, written(known[here]!))
        : words.touchMoved(title, when, written(own[here]!), changed(own[here]! - known[here]!), written(known[here]!))
  const put = (next: typeof tried, rest: boolean): void => {
    setTried(next)
    if (rest) setRested(next)
  }
  // Handles are rendered only when their own value moves.
  const latestPut = useRef((_name: string, _value: number | undefined, _rest: boolean) => {})
  latestPut.current = (name, value, rest) => put({ ...tried, [name]: value }, rest)
  const [preview, commit] = useMemo(
    () =>
      [false, true].map(
        rest =>
          (name: string, value: number | undefined): void =>
            latestPut.current(name, value, rest),
      ),
    [],
  )
  const keep = (): void => {
    const { draft, change, notify, undo } = useStore.getState()
    change({ ...draft, assumptions: { ...without(draft.assumptions, names), ...moved } })
    put({}, true)
    notify(words.assumptionsKept, { label: shell.undo, run: undo })
  }
  const lines = [
    { id: 'still', kind: 'base' as const, values: known, label: words.standardLine },
    { id: 'moved', kind: 'pol' as const, values: own, label: words.movedLine, mine: true },
  ].flatMap(({ values, ...line }) =>
    values === undefined ? [] : [{ ...line, points: points(values), last: values.at(-1)! * scale }],
  )
  const show = (value: number): string => bare(value / scale)
  return (
    <div className="touch levers">
      {level === undefined || row.kind === 'parameter' ? null : <Equation row={row} causes={level.causes} />}
      {known === undefined ? (
        still.problem === undefined ? (
          <Skeleton height={230} text={words.computing} />
        ) : null
      ) : (
        <ChartFigure
          title={title}
          unit={unit}
          table={() =>
            numbersTable(
              words.year,
              years.map(String),
              lines.map(line => ({
                head: line.label,
                unit,
                values: line.points.map(([, value]) => value),
                show: value => show(value ?? Number.NaN),
              })),
            )
          }
        >
          <FanChart
            sentence={sentence}
            lines={lines}
            bands={[]}
            times={[first, about.end]}
            domain={domainOf(lines.flatMap(line => line.points.map(([, value]) => value)))}
            years={everyYears(5, first, about.end)}
            height={150}
            room={endRoom(
              [words.standardLine, words.movedLine].map(label => `${label} ${show(known.at(-1)! * scale)}`),
            )}
            firstWidth={480}
            show={show}
          />
        </ChartFigure>
      )}
      {[still.problem, path.problem].map(problem =>
        problem === undefined ? null : <ProblemNote key={problem} text={problem} />,
      )}
      <p className="touch-said" aria-live="polite">
        {sentence}
      </p>
      {handles.map((one, at) => {
        const { name, prior } = one
        const from = before(one)
        const { scale: by, text: behind } = unitWords(one.unit, language)
        const size = (value: number): string => `${numbers.plain(value * by)}${behind}`
        const range = ({ low: from10, high: to90 }: Prior): string => words.to(numbers.plain(from10 * by), size(to90))
        const [low, high] = [sways?.[2 * at]?.[0], sways?.[2 * at + 1]?.[0]]
        return (
          <Assumption key={name} parameter={one} before={from} value={moved[name]} preview={preview!} commit={commit!}>
            <p className="note">
              {from === prior ? words.priorOnly(range(prior)) : words.priorAndFitted(range(from), range(prior))}{' '}
              {low === undefined || high === undefined
                ? null
                : words.sway(size(priorDeviation(from)), inText(title, language), when, changed(high - low))}
            </p>
            <p className="note">
              {words.sourceShort} <Sourced source={one.source} region={region} />
            </p>
          </Assumption>
        )
      })}
      <p className="btns">
        <Button main disabled={isKept} onClick={keep}>
          {words.keepAssumption}
        </Button>
        <Button disabled={!isMoved} onClick={() => put(Object.fromEntries(names.map(name => [name, undefined])), true)}>
          {words.resetAll}
        </Button>
      </p>
    </div>
  )
}
