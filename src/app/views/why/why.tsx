/**
 * The Why view: the tree of causes of an outcome, and the contribution of each measure.
 */

import { lazy, Suspense, useRef, useState } from 'react'
import { pointOf, pointText, type Quantity, quantityText } from '../../../analysis/explain/quantity.ts'
import type { CauseRow } from '../../../analysis/explain/tree.ts'
import { quarterName } from '../../../analysis/explain/books/books.ts'
import { packageStart } from '../../../model/packages.ts'
import { indicatorOf, variableOf, indicatorWords } from '../../../outcomes/catalogue.ts'
import { Button, Select } from '../../controls/button.tsx'
import { useInHand } from '../../controls/package-choice.tsx'
import { Section } from '../../shell/head.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { askWhy, goTo } from '../../shell/router.ts'
import { useWords, useTexts } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import { openAsked, useShownPlace, useShownYear } from '../../state/head.ts'
import { lastQuarter } from '../../state/quarters.ts'
import { useAnswer } from '../../state/question.ts'
import { ask, useAsked, useStore } from '../../state/store.ts'
import { spelt } from '../../../model/names/variables.ts'
import { QuestionView } from '../question.tsx'
import { inText, nameIn } from '../../../language/typeset.ts'
import { whyWords } from '../../words/why.ts'
import { CauseTree } from './cause-tree.tsx'
import { useQuantityName } from './cause-words.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import { Equations } from './equations.tsx'
import { explained, useAskedCause } from './outcome.ts'

const Panel = lazy(() => import('../../shell/panel.tsx'))

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
  const address = `${outcome}@${quarterName(opens + step / perYear, perYear)}`
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
      </div>
      <div className="why">
        <div className="cols">
          <div className="c7">
            <Section title={words.tree} note={growth ? words.treeNoteLevel : words.treeNote}>
              <CauseTree
                question={{ region, policy: inHand.policy, assumptions, quantity, step }}
                picked={picked}
                pick={pickAt}
                when={when}
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
            {moved || mine ? (
              <QuestionView question="explain" within={{ outcome: address }} />
            ) : (
              <p className="sure">{words.nothingMoves}</p>
            )}
          </div>
        </div>
      </div>
    </>
  )
}
