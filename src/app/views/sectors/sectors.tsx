/** The view Sectors: output, jobs and sales by industry, multipliers, and the impact of an event. */

import type { IndustryTable } from '../../../analysis/industries/industry-table.ts'
import { listed } from '../../../language/listed.ts'
import { PackageChoice } from '../../controls/package-choice.tsx'
import { Segments } from '../../controls/segments.tsx'
import { Select } from '../../controls/select.tsx'
import { Head, Working } from '../../shell/head.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { Told } from '../../shell/told.tsx'
import { useTexts } from '../../shell/use.ts'
import { ask } from '../../state/asks.ts'
import { useAnswer } from '../../state/question.ts'
import { shownYear } from '../../state/quarters.ts'
import { useStore } from '../../state/store.ts'
import { nameIn, withMark } from '../../../language/typeset.ts'
import { figureDigits } from '../../../analysis/readable-numbers.ts'
import { sectorsWords } from '../../words/sectors.ts'
import { labelName } from '../../../model/names/parameters.ts'
import { IndustryChangesFigure, IndustryTableSection, industryChanges } from './changes.tsx'
import { type Choices, type ShownFigure, shownFigures, useChoices, useScales } from './choices.ts'
import { EventChoice, EventProblem } from './event.tsx'
import { FlowsFigure } from './flows.tsx'
import { ImpactPart } from './impact.tsx'
import { Multipliers } from './multipliers.tsx'

/** Simulations behind the bands: some seconds. */
const bandMembers = 64

/** Industries that the sentence names on either side. */
const mostNamed = 2

const ChoiceBar = ({ choices, industries }: { readonly choices: Choices; readonly industries: readonly string[] }) => {
  const { about, inHand, years, year, area, measure, isEvent } = choices
  const { words, language } = useTexts(sectorsWords)
  const others = (id: string, standard: string): string | undefined => (id === standard ? undefined : id)
  return (
    <>
      <div className="record-choice">
        <Segments
          legend={words.compared}
          options={[
            ['policy', words.policy],
            ['event', words.event],
          ]}
          chosen={isEvent ? 'event' : 'policy'}
          choose={id => ask('sectors.of', others(id, 'policy'))}
        />
        {isEvent ? null : <PackageChoice about={about} inHand={inHand} label={words.package} />}
      </div>
      {isEvent ? <EventChoice choices={choices} industries={industries} /> : null}
      <div className="record-choice">
        <Segments<ShownFigure>
          legend={words.measure}
          options={shownFigures.map(one => [one, words.measures[one]])}
          chosen={measure}
          choose={id => ask('sectors.measure', others(id, 'output'))}
        />
        {about.areas.length < 2 ? null : (
          <Segments
            legend={words.place}
            options={[
              ['region', nameIn(about.names, language)],
              ...about.areas.map(({ id, names }) => [id, nameIn(names, language)] as const),
            ]}
            chosen={area ?? 'region'}
            choose={id => ask('sectors.area', others(id, 'region'))}
          />
        )}
        <label>
          {words.year}{' '}
          <Select
            options={years.map(one => [one, one])}
            value={year}
            choose={chosen => ask('sectors.year', others(String(chosen), String(shownYear)))}
          />
        </label>
      </div>
    </>
  )
}

/** What clearly changes, and what does not. */
const useLead = (table: IndustryTable | undefined, choices: Choices | undefined): string | undefined => {
  const { words, language, numbers } = useTexts(sectorsWords)
  const scales = useScales()
  if (table?.total.changes === undefined || choices === undefined) return undefined
  const { measure, isEvent, inHand } = choices
  if (!isEvent && Object.keys(inHand.policy).length === 0) return words.itself
  const scale = scales[measure]
  const all = industryChanges(table, measure, scale)
  const digits = figureDigits(all.map(({ change }) => change))
  const amount = (change: number): string => {
    if (measure !== 'employed') return numbers.signedMoney(change / scale, digits)
    return `${change > 0 ? '+' : ''}${numbers.people(change / scale)}`
  }
  const clear = (sign: 1 | -1) =>
    all.filter(({ isClear, change }) => isClear && sign * change > 0).toSorted((a, b) => sign * (b.change - a.change))
  const told = (found: typeof all): string => {
    const named = found
      .slice(0, mostNamed)
      .map(({ industry, change }) => withMark(labelName(industry, language), amount(change), language))
    const left = found.length - named.length
    return listed(left === 0 ? named : [...named, words.others(left)], language)
  }
  const [higher, lower] = [clear(1), clear(-1)]
  const unclear = all.length - higher.length - lower.length
  const found = [
    ...(higher.length === 0 ? [] : [words.higher(words.are[measure], told(higher))]),
    ...(lower.length === 0 ? [] : [words.lower(words.are[measure], told(lower))]),
  ]
  return [
    ...(found.length === 0 ? [] : [words.clear(table.year, found)]),
    ...(unclear === 0 ? [] : [words.unclear(unclear, all.length)]),
  ].join(language === 'zh' ? '' : ' ')
}

export default function Sectors() {
  const { words, numbers } = useTexts(sectorsWords)
  const choices = useChoices()
  const { region, assumptions, seed, members } = useStore(state => state.draft)
  const counted = Math.min(bandMembers, members)
  const compared = (() => {
    if (choices === undefined) return undefined
    const { year, area, isEvent, event, inHand } = choices
    return {
      year,
      ...(area === undefined ? {} : { area }),
      policy: isEvent ? {} : inHand.policy,
      shocks: isEvent ? [event] : [],
      assumptions,
    }
  })()
  const question = (count: number) => (compared === undefined ? undefined : { ...compared, seed, members: count })
  // The central runs at once, the bands when they are done.
  const central = useAnswer('industries', region, question(0))
  const banded = useAnswer('industries', region, question(counted), 'pool')
  const isNone = central.data === null
  const flows = useAnswer('flows', region, isNone || central.data === undefined ? undefined : compared)
  const problem = central.problem ?? banded.problem ?? flows.problem
  const table = (banded.done ? banded.data : central.data) ?? undefined
  const lead = useLead(banded.done ? (banded.data ?? undefined) : undefined, choices)
  const industries = table?.figures.map(({ industry }) => industry) ?? []
  const over =
    choices === undefined
      ? ''
      : words.over(choices.name, Object.keys(assumptions).length > 0, numbers.plain(counted, 0), String(seed))
  return (
    <>
      <Head title={words.title} over={over === '' ? '\u00a0' : over} />
      {isNone ? (
        <p className="say">{words.none}</p>
      ) : (
        <>
          <p className={`say sectors-say${problem === undefined && lead === undefined ? ' skel' : ''}`} role="status">
            {problem !== undefined ? null : lead === undefined ? (
              <span aria-hidden="true">{words.simulating(numbers.percent(banded.progress, 0))}</span>
            ) : (
              <Told text={lead} />
            )}
          </p>
          <Working done={banded.done || problem !== undefined} progress={banded.progress} label={words.first} />
          {choices === undefined ? null : <ChoiceBar choices={choices} industries={industries} />}
          {problem === undefined ? null : <EventProblem problem={problem} />}
          {problem !== undefined ? null : choices === undefined || table === undefined ? (
            <Skeleton height={1200} text={words.first} />
          ) : (
            <div className={central.done ? '' : 'stale'}>
              <IndustryChangesFigure choices={choices} table={table} />
              <IndustryTableSection choices={choices} table={table} />
              {flows.data === undefined ? (
                <Skeleton height={700} text={words.first} />
              ) : (
                <FlowsFigure flows={flows.data} />
              )}
              <Multipliers choices={choices} multipliers={table.multipliers} />
              <ImpactPart choices={choices} industries={industries} />
            </div>
          )}
        </>
      )}
    </>
  )
}
