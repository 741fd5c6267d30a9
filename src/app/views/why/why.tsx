/**
 * The Why view: the tree of causes of an outcome, and the contribution of each measure.
 */

import { lazy, Suspense, useRef, useState } from 'react'
import { pointOf, pointText, type Quantity, quantityText } from '../../../analysis/explain/quantity.ts'
import type { CauseRow } from '../../../analysis/explain/tree.ts'
import { quarterName } from '../../../analysis/explain/books/books.ts'
import type { SetInputs } from '../../../engine/scenario.ts'
import { readingNames } from '../../../outcomes/year-values.ts'
import { markOf } from '../../charts/mark.ts'
import { packageStart } from '../../../model/packages.ts'
import { indicatorOf, variableOf, indicatorWords } from '../../../outcomes/catalogue.ts'
import { Button, Select } from '../../controls/button.tsx'
import { useInHand } from '../../controls/package-choice.tsx'
import { Section } from '../../shell/head.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { askCause, askWhy, goTo } from '../../shell/router.ts'
import { useWords, useTexts } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import { openAsked, useShownPlace, useShownYear } from '../../state/head.ts'
import { lastQuarter } from '../../state/quarters.ts'
import { useAnswer } from '../../state/question.ts'
import { ask, useAsked, useStore } from '../../state/store.ts'
import { spelt } from '../../../model/names/variables.ts'
import { QuestionView } from '../question.tsx'
import { inText, nameIn, typeset } from '../../../language/typeset.ts'
import { whyWords } from '../../words/why.ts'
import { CauseTree } from './cause-tree.tsx'
import { useQuantityName } from './cause-words.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import { Equations } from './equations.tsx'
import { explained, useAskedCause, useChangeUnit } from './outcome.ts'

const Panel = lazy(() => import('../../shell/panel.tsx'))

/** The figure of the year as every page has it, with what the scenario in hand changes. */
const YearFigure = ({
  id,
  series,
  year,
  area,
  inputs,
}: {
  readonly id: string
  readonly series: string
  readonly year: number
  readonly area: string | undefined
  readonly inputs: Required<SetInputs>
}) => {
  const { words, language, numbers } = useTexts(whyWords)
  const { title, behind } = useWords(indicatorWords)[id]!
  const changeUnit = useChangeUnit(id)
  const { region } = useStore(state => state.draft)
  const { reading, shown } = indicatorOf(id)
  const { scale, digits, changeDigits } = shown[language]
  const moved = Object.keys(inputs.policy).length > 0
  const years = reading === 'growth' ? [year - 1, year] : [year]
  const { data } = useAnswer('outcomesOf', region, {
    runs: [inputs, ...(moved ? [{ ...inputs, policy: {} }] : [])],
    outcomes: years.map(one => `${series}@${one}${reading === 'end' ? 'Q4' : ''}`),
  })
  const [own, before] = (data ?? []).map(([first, last]) => scale * (last === undefined ? first! : last / first! - 1))
  const of = { outcome: id, area, when: year }
  const space = language === 'zh' || behind === '' ? '' : '\u00a0'
  return (
    <p className="sure">
      {own === undefined ? (
        '\u00a0'
      ) : (
        <>
          <b {...markOf(of)}>{numbers.plain(own, digits)}</b>
          {typeset(`${space}${behind} · ${title}, ${year}, ${readingNames[language][reading]}`, language)}
        </>
      )}
      {own === undefined || before === undefined ? null : (
        <>
          {' · '}
          <b {...markOf({ ...of, change: 'difference' })}>{numbers.signed(own - before, changeDigits)}</b>
          {`${space}${changeUnit} ${words.versus}`}
        </>
      )}
    </p>
  )
}

export default function Why() {
  const { words, language, numbers } = useTexts(whyWords)
  const indicators = useWords(indicatorWords)
  const about = useAbout()
  const inHand = useInHand()
  const draft = useStore(state => state.draft)
  const { id = 'debtToGdp', variable, time: at } = useAskedCause()
  const indicator = indicators[id]!.title
  const nameOf = useQuantityName()
  const [root, setRoot] = useState<CauseRow | undefined>(undefined)
  const opened = useAsked(openAsked)
  const anchor = useRef<HTMLElement>(null)
  const pickAt = (row: CauseRow, from: HTMLElement): void => {
    anchor.current = from
    ask(openAsked, pointText({ ...row, time: opens + row.step / perYear }))
  }
  const year = useShownYear(about)
  /** The quarter that was asked for, in the year of the head; the last one of another year. */
  const inYear = (when = 0): number => (Math.floor(when) === year ? when : lastQuarter(year))
  const { region, assumptions } = draft
  const perYear = about?.stepsPerYear ?? 4
  const growth = variable === undefined && indicatorOf(id).reading === 'growth'
  const opens = about?.start ?? packageStart
  // Growth is that on the year before.
  const start = growth ? opens + 1 : opens
  const area = useShownPlace()
  const place = about?.areas.find(({ id: one }) => one === area)
  const time = Math.min((about?.end ?? Number.POSITIVE_INFINITY) - 1 / perYear, Math.max(start, inYear(at)))
  const step = Math.round((time - opens) * perYear)
  const inArea: Quantity['labels'] = area === undefined ? {} : { area }
  const quantity: Quantity =
    variable === undefined
      ? { name: variableOf(id, area === undefined ? 'region' : 'area'), closing: false, labels: inArea }
      : { ...variable, labels: { ...inArea, ...variable.labels } }
  const named = area === undefined ? quantity.name : `${quantity.name}[${area}]`
  const series = variable === undefined ? named : quantityText(quantity)
  const outcome = growth ? `growth(${series})` : series
  const reading = variable === undefined ? indicatorOf(id).reading : undefined
  // A figure that is the mean of a year is divided as such, unless another quarter than the last was asked for.
  const isWhole = reading === 'mean' && time === lastQuarter(year)
  const address = `${outcome}@${isWhole ? year : quarterName(opens + step / perYear, perYear)}`
  const of = {
    outcome: id,
    area,
    when: reading === 'end' && time === lastQuarter(year) ? year : quarterName(opens + step / perYear, perYear),
  }
  const policy = inHand?.policy
  const point = opened === undefined ? undefined : pointOf(opened)
  const { data: level } = useAnswer(
    'causes',
    region,
    point === undefined || policy === undefined || about === undefined
      ? undefined
      : { policy, assumptions, asked: { ...point, step: Math.round((point.time - opens) * perYear) } },
  )
  const picked = point === undefined || level?.row.name !== point.name ? undefined : level.row
  const moved = policy !== undefined && Object.keys(policy).length > 0
  const known = root !== undefined && root.name === quantity.name ? root : undefined
  const title =
    variable === undefined
      ? indicator
      : nameOf({ ...variable, labels: variable.labels, doc: known?.doc ?? spelt(variable.name) })
  const asking = variable === undefined ? words.plain(inText(title, language)) : words.plainVariable(title)
  if (about === undefined || inHand === undefined) {
    return (
      <>
        <p className="over">{'\u00a0'}</p>
        <h1>{asking}</h1>
        <Skeleton height={900} text={words.computing} />
      </>
    )
  }
  const when = numbers.quarter(time)
  const mine = Object.keys(assumptions).length > 0
  return (
    <>
      <p className="over">
        <Button className="link" onClick={() => goTo('what-if')}>
          {inHand.name}
        </Button>
        {words.under('', place === undefined ? title : `${nameIn(place.names, language)} · ${title}`, when, mine)}
      </p>
      <h1>{asking}</h1>
      <div className="bar">
        <label>
          <span>{words.outcome}</span>
          <Select
            options={[
              ...(variable === undefined ? [] : [['', title] as const]),
              ...explained.map(one => [one.id, indicators[one.id].title] as const),
            ]}
            value={variable === undefined ? id : ''}
            choose={chosen => askWhy(chosen, time, area)}
          />
        </label>
        <label>
          <span>{words.quarter}</span>
          <Select
            options={Array.from(
              { length: perYear },
              (_, quarter) => [String(year + quarter / perYear), words.quarters[quarter]!] as const,
            )}
            value={String(time)}
            choose={chosen =>
              variable === undefined
                ? askWhy(id, Number(chosen), area)
                : askCause({ ...variable, labels: { ...inArea, ...variable.labels }, time: Number(chosen) })
            }
          />
        </label>
      </div>
      {reading === undefined ? null : (
        <YearFigure id={id} series={named} year={year} area={area} inputs={{ policy: inHand.policy, assumptions }} />
      )}
      <div className="why">
        <div className="cols">
          <div className="c7">
            <Section title={words.tree} note={growth ? words.treeNoteLevel : words.treeNote}>
              <CauseTree
                question={{ region, policy: inHand.policy, assumptions, quantity, step }}
                picked={picked}
                pick={pickAt}
                when={when}
                of={variable === undefined && !growth ? of : undefined}
                loaded={setRoot}
              />
              {picked === undefined ? null : (
                <Suspense fallback={null}>
                  <Panel
                    key={opened}
                    label={words.from}
                    anchor={anchor}
                    align="start"
                    wide
                    close={() => ask(openAsked, undefined)}
                  >
                    <EvidenceCard
                      row={picked}
                      region={region}
                      policy={inHand.policy}
                      assumptions={assumptions}
                      outcome={{
                        title,
                        shown: growth ? { name: '', unit: '1/year' } : (known ?? { name: '', unit: '' }),
                        series: outcome,
                        time: opens + step / perYear,
                        start,
                      }}
                    />
                  </Panel>
                </Suspense>
              )}
            </Section>
          </div>
          <div className="c5">
            <Equations
              region={region}
              inputs={{ policy: inHand.policy, assumptions }}
              quantity={quantity}
              step={step}
              pick={pickAt}
            />
            {moved || mine ? <QuestionView question="explain" within={{ outcome: address }} /> : null}
          </div>
        </div>
      </div>
    </>
  )
}
