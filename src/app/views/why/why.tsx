/**
 * The Why view: the tree of causes of an outcome, and the contribution of each measure.
 */

import { lazy, Suspense, useRef, useState } from 'react'
import { type Quantity, quantityText } from '../../../analysis/explain/quantity.ts'
import type { CauseRow } from '../../../analysis/explain/tree.ts'
import { quarterName } from '../../../analysis/explain/books/books.ts'
import { packageStart } from '../../../model/packages.ts'
import { indicatorOf, variableOf, indicatorWords } from '../../../outcomes/catalogue.ts'
import { Button, Select } from '../../controls/button.tsx'
import { PackageChoice, useInHand } from '../../controls/package-choice.tsx'
import { Section } from '../../shell/head.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { goTo } from '../../shell/router.ts'
import { useWords, useTexts } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import { useStore } from '../../state/store.ts'
import { spelt } from '../../../model/names/variables.ts'
import { QuestionView } from '../question.tsx'
import { inText, nameIn } from '../../../language/typeset.ts'
import { whyWords } from '../../words/why.ts'
import { CauseTree } from './cause-tree.tsx'
import { useQuantityName } from './cause-words.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import { Equations } from './equations.tsx'
import { explained, useOutcomeId } from './outcome.ts'

const Panel = lazy(() => import('../../shell/panel.tsx'))

export default function Why() {
  const { words, language, numbers } = useTexts(whyWords)
  const indicators = useWords(indicatorWords)
  const about = useAbout()
  const inHand = useInHand()
  const draft = useStore(state => state.draft)
  const cursor = useStore(state => state.cursor)
  const asked = useStore(state => state.asked)
  const { set } = useStore.getState()
  const id = useOutcomeId()
  const indicator = indicators[id]!.title
  const nameOf = useQuantityName()
  const [root, setRoot] = useState<CauseRow | undefined>(undefined)
  const [picked, pick] = useState<CauseRow | undefined>(undefined)
  const anchor = useRef<HTMLElement>(null)
  const pickAt = (row: CauseRow, from: HTMLElement): void => {
    anchor.current = from
    pick(row)
  }
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
  const outcome = growth ? `growth(${series})` : series
  const address = `${outcome}@${quarterName(opens + step / perYear, perYear)}`
  const policy = inHand?.policy
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
      <div className="bar why-choices">
        <label>
          <span>{words.outcome}</span>
          <Select
            options={[
              ...(variable === undefined ? [] : [['', title] as const]),
              ...explained.map(one => [one.id, indicators[one.id].title] as const),
            ]}
            value={variable === undefined ? id : ''}
            choose={chart => set({ chart, asked: { ...(area === undefined ? {} : { area }), indicator: chart, time } })}
          />
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
        <PackageChoice label={words.package} />
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
                    key={JSON.stringify([picked.name, picked.labels, picked.step])}
                    label={words.from}
                    anchor={anchor}
                    align="start"
                    wide
                    close={() => pick(undefined)}
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
                      seed={seed}
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
