/**
 * The Why view: the tree of causes of an outcome, and the contribution of each measure.
 */

import { lazy, Suspense, useRef, useState } from 'react'
import { type Quantity, quantityText } from '../../../analysis/explain/quantity.ts'
import type { CauseRow } from '../../../analysis/explain/tree.ts'
import { quarterName } from '../../../analysis/books/books.ts'
import { packageStart } from '../../../model/packages.ts'
import { indicatorOf, variableOf, indicatorWords } from '../../../outcomes/catalogue.ts'
import { Button } from '../../controls/button.tsx'
import { Select } from '../../controls/select.tsx'
import { PackageChoice, useInHand } from '../../controls/package-choice.tsx'
import { ProblemNote } from '../../shell/failure.tsx'
import { Section } from '../../shell/head.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { goTo } from '../../shell/router.ts'
import { Told } from '../../shell/told.tsx'
import { useWords, useTexts } from '../../shell/use.ts'
import { Terms } from '../../shell/terms.tsx'
import { useAbout } from '../../state/about.ts'
import { quarter } from '../../state/quarters.ts'
import { useStore } from '../../state/store.ts'
import { useAnswer } from '../../state/question.ts'
import { shellWords } from '../../words/shell.ts'
import { inText, nameIn, sentences } from '../../../language/typeset.ts'
import { whyWords } from '../../words/why.ts'
import { CauseTree } from './cause-tree.tsx'
import { Contributions, ContributionsOverTime, usePartName } from './contributions.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import { explained, useOutcomeId, useShownOutcome, useShownQuantity } from './outcome.ts'

const Panel = lazy(() => import('../../shell/panel.tsx'))

/** Futures behind the range of the difference. */
const rangeMembers = 200

export default function Why() {
  const { words, language, numbers } = useTexts(whyWords)
  const shell = useWords(shellWords)
  const indicators = useWords(indicatorWords)
  const about = useAbout()
  const inHand = useInHand()
  const draft = useStore(state => state.draft)
  const cursor = useStore(state => state.cursor)
  const asked = useStore(state => state.asked)
  const { set } = useStore.getState()
  const id = useOutcomeId()
  const indicator = useShownOutcome(id)
  const shownQuantity = useShownQuantity()
  const nameOf = usePartName()
  const [picked, pick] = useState<CauseRow | undefined>(undefined)
  const anchor = useRef<HTMLElement>(null)
  const { region, assumptions, seed } = draft
  const perYear = about?.stepsPerYear ?? 4
  const variable = asked?.variable
  const growth = variable === undefined && indicatorOf(id).reading === 'growth'
  const opens = about?.start ?? packageStart
  // Growth is that on the year before.
  const start = growth ? opens + 1 : opens
  const place = about?.areas.find(one => one.id === asked?.area)
  const area = place?.id
  const time = Math.min((about?.end ?? Number.POSITIVE_INFINITY) - 1 / perYear, Math.max(start, asked?.time ?? cursor))
  const step = Math.round((time - opens) * perYear)
  const inArea: Quantity['labels'] = area === undefined ? {} : { area }
  const quantity: Quantity =
    variable === undefined
      ? { name: variableOf(id, area === undefined ? 'region' : 'area'), closing: false, labels: inArea }
      : { ...variable, labels: { ...inArea, ...variable.labels } }
  const named = area === undefined ? quantity.name : `${quantity.name}[${area}]`
  const series = variable === undefined ? named : quantityText(quantity)
  const address = `${growth ? `growth(${series})` : series}@${quarterName(opens + step / perYear, perYear)}`
  const policy = inHand?.policy
  const input = policy === undefined ? undefined : { policy, assumptions, outcome: address }
  const { data, problem, done } = useAnswer('split', region, input)
  const moved = policy !== undefined && Object.keys(policy).length > 0
  const range = useAnswer(
    'changeRange',
    region,
    input === undefined || !moved
      ? undefined
      : { ...input, settings: { seed, members: Math.min(draft.members, rangeMembers) } },
    'pool',
  )
  const answered = data?.policy
  const outcome =
    variable === undefined
      ? indicator
      : shownQuantity(
          variable,
          answered === undefined
            ? undefined
            : { ...answered.outcome, size: Math.max(Math.abs(answered.before), Math.abs(answered.after)) },
        )
  if (problem !== undefined) return <ProblemNote text={problem} />
  if (about === undefined || inHand === undefined || data === undefined) {
    return (
      <>
        <h1>{(variable === undefined ? words.plain : words.plainVariable)(outcome.title)}</h1>
        <Skeleton height={900} text={words.computing} />
      </>
    )
  }
  const split = data.policy
  const when = numbers.quarter(time)
  const mine = Object.keys(assumptions).length > 0
  const shownSize = (value: number): string => {
    const text = outcome.change(Math.abs(value)).replace(/^\+/, '')
    return outcome.isPercent ? words.pointsWord(text) : `${text} ${outcome.unit}`
  }
  const visible = /[1-9]/.test(outcome.change(split.change))
  const size = shownSize(split.change)
  const title =
    variable !== undefined
      ? moved && visible
        ? words.movedVariable(outcome.title, size, split.change > 0)
        : words.plainVariable(outcome.title)
      : moved && visible
        ? words.moved(inText(outcome.title, language), size, split.change > 0)
        : words.plain(inText(outcome.title, language))
  const direction = Math.sign(split.change)
  const same = split.parts.filter(({ value }) => Math.sign(value) === direction)
  // What works against it is told where it is more than a twentieth of the change.
  const other = split.parts.filter(
    ({ value }) => Math.sign(value) === -direction && Math.abs(value) > 0.05 * Math.abs(split.change),
  )
  const told = (value: number): string => outcome.change(value)
  const inSentence = (part: (typeof split.parts)[number]): string => inText(nameOf(part), language)
  /** A sentence that names the largest cause of the change and the largest one against it. */
  const drivers = (): string => {
    const [first, second] = same.map(one => [inSentence(one), told(one.value)] as const)
    const against = other.length > 0 && /[1-9]/.test(told(other[0].value))
    return sentences(
      [
        second === undefined ? words.mostly(...first) : words.mostlyTwo(...first, ...second),
        against ? words.against(inSentence(other[0]), told(other[0].value)) : '',
      ],
      language,
    )
  }
  return (
    <>
      <p className="over">
        <Button className="link" onClick={() => goTo('what-if')}>
          {inHand.name}
        </Button>
        {words.under(
          '',
          place === undefined ? outcome.title : `${nameIn(place.names, language)} · ${outcome.title}`,
          when,
          mine,
        )}
      </p>
      <h1>{title}</h1>
      <p className="say">
        {!moved && !mine ? (
          words.nothingMoves
        ) : !visible || same.length === 0 ? (
          words.noChange
        ) : (
          <Told text={drivers()} />
        )}
      </p>
      <p className="note made">{words.madeFrom}</p>
      <dl className="point" aria-busy={!done}>
        <div className="pol">
          <dt>{inHand.name}</dt>
          <dd>
            {outcome.value(split.after)} <small>{outcome.unit}</small>
          </dd>
        </div>
        <div className="base">
          <dt>
            <Terms text={shell.doNothing} />
          </dt>
          <dd>
            {outcome.value(split.before)} <small>{outcome.unit}</small>
          </dd>
        </div>
        <div>
          <dt>{words.difference}</dt>
          <dd>
            {outcome.change(split.change)} <small>{outcome.changeUnit}</small>
          </dd>
        </div>
        {moved ? (
          <div>
            <dt>
              <Terms text={words.ofFutures(numbers.percent(0.8, 0))} />
            </dt>
            <dd className="thin">
              {range.data === undefined || !range.done ? (
                <small>{words.computing}</small>
              ) : (
                <>
                  {words.to(outcome.change(range.data.low), outcome.change(range.data.high))}{' '}
                  <small>{outcome.changeUnit}</small>
                </>
              )}
            </dd>
          </div>
        ) : null}
      </dl>
      <div className="bar why-choices">
        <label>
          <span>{words.outcome}</span>
          <select
            value={variable === undefined ? id : ''}
            onChange={event =>
              set({
                chart: event.target.value,
                asked: { ...(area === undefined ? {} : { area }), indicator: event.target.value, time },
              })
            }
          >
            {variable === undefined ? null : <option value="">{outcome.title}</option>}
            {explained.map(one => (
              <option key={one.id} value={one.id}>
                {indicators[one.id].title}
              </option>
            ))}
          </select>
        </label>
        {about.areas.length < 2 ? null : (
          <label>
            <span>{words.where}</span>
            <Select
              options={[
                ['', nameIn(about.names, language)],
                ...about.areas.map(one => [one.id, nameIn(one.names, language)] as const),
              ]}
              value={area ?? ''}
              choose={chosen =>
                set({
                  asked: {
                    ...(chosen === '' ? {} : { area: chosen }),
                    ...(variable === undefined ? { indicator: id } : { variable }),
                    time,
                  },
                })
              }
            />
          </label>
        )}
        <label>
          <span>{words.quarter}</span>
          <input
            type="range"
            min={start}
            max={about.end - 1 / perYear}
            step={1 / perYear}
            value={time}
            aria-valuetext={when}
            onChange={event => {
              const to = Number(event.target.value)
              set({ cursor: to, ...(asked === undefined ? {} : { asked: { ...asked, time: to } }) })
            }}
          />
          <output>{when}</output>
        </label>
        <PackageChoice about={about} inHand={inHand} label={words.package} />
      </div>
      <div className="why">
        <div className="cols">
          <div className="c7">
            <Section title={words.tree} note={growth ? words.treeNoteLevel : words.treeNote}>
              <CauseTree
                question={{ region, policy: inHand.policy, assumptions, quantity, step }}
                picked={picked}
                pick={(row, from) => {
                  anchor.current = from
                  pick(row)
                }}
                when={when}
              />
              {picked === undefined ? null : (
                <Suspense fallback={null}>
                  <Panel
                    key={JSON.stringify([picked.name, picked.labels, picked.step])}
                    label={words.from}
                    anchor={anchor}
                    align="end"
                    close={() => pick(undefined)}
                  >
                    <EvidenceCard
                      row={picked}
                      region={region}
                      policy={inHand.policy}
                      assumptions={assumptions}
                      outcome={outcome}
                      address={address}
                      seed={seed}
                    />
                  </Panel>
                </Suspense>
              )}
            </Section>
          </div>
          <div className="c5">
            {split.parts.length === 0 ? null : (
              <Section title={words.which} note={words.whichNote}>
                <Contributions
                  split={split}
                  outcome={outcome}
                  when={when}
                  ask={{ region, policy: inHand.policy, assumptions }}
                />
              </Section>
            )}
            {data.source === null ? null : (
              <Section title={words.sourceTitle} note={words.sourceNote}>
                <Contributions split={data.source} outcome={outcome} when={when} ask={undefined} />
              </Section>
            )}
          </div>
        </div>
        {split.parts.length === 0 ? null : (
          <div className="cols sec">
            <div className="c7">
              <ContributionsOverTime split={split} outcome={outcome} cursor={time} from={packageStart - quarter} />
            </div>
          </div>
        )}
      </div>
    </>
  )
}
