/** The claims of a report as sentences in its order, each marked by its verdict; one is opened with its test and sources. */

import { regionNames } from 'virtual:heartland/region-names'
import { Fragment, lazy, Suspense, useEffect, useRef, useState } from 'react'
import { version } from '../../../../package.json'
import type { ClaimVerdict } from '../../../analysis/evidence/claims/ledger.ts'
import type { ClaimResult } from '../../../analysis/evidence/claims/judge.ts'
import { nearestClaim } from '../../../analysis/evidence/claims/nearest.ts'
import { nameIn, raised, tight } from '../../../language/typeset.ts'
import { catalogued, indicatorWords } from '../../../outcomes/catalogue.ts'
import { Button } from '../../controls/button.tsx'
import { copy, pageAddress } from '../../share/sharing.ts'
import { ProblemNote } from '../../shell/head.tsx'
import { goTo } from '../../shell/router.ts'
import { Skeleton } from '../../shell/skeleton.tsx'
import { useNarrow, useTexts, useWords } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import { useAnswer } from '../../state/question.ts'
import { emptyDraft } from '../../state/scenario.ts'
import { ask, useAsked, useStore } from '../../state/store.ts'
import claimsWords from '../../../texts/app/claims.ts'
import recordTexts from '../../../texts/record.ts'
import { shareWords } from '../../words/share.ts'
import { QuestionView } from '../question.tsx'

const Panel = lazy(() => import('../../shell/panel.tsx'))

const addressOf = (id: string): string => `#/claim/${id}`

const linkTo = (id: string | undefined): HTMLElement | null =>
  document.querySelector(`.sentences a[href="${addressOf(id ?? '')}"]`)

const Card = ({
  result: { id, claim, verdict, model },
  at,
  of,
  step,
}: {
  readonly result: ClaimResult
  readonly at: number
  readonly of: number
  readonly step: (by: 1 | -1) => void
}) => {
  const { words, language } = useTexts(claimsWords)
  const { verdicts: verdictWords } = useWords(recordTexts)
  const share = useWords(shareWords)
  const indicators = useWords(indicatorWords)
  const about = useAbout()
  const charts = new Set(model.flatMap(({ name }) => catalogued(name) ?? []).filter(({ chart }) => chart !== undefined))
  const address = `${pageAddress()}${addressOf(id)}`
  const citation = words.cite(
    version,
    id,
    language === 'zh' ? tight(claim.zh) : claim.en,
    verdictWords[verdict],
    about?.model.slice(0, 6) ?? '',
    about?.data.slice(0, 6) ?? '',
  )
  return (
    <>
      <p className={`claim-step said ${verdict}`}>
        <i aria-hidden="true" /> {words.place(id, at + 1, of)}
        <Button aria-label={words.before} disabled={at === 0} onClick={() => step(-1)}>
          ‹
        </Button>
        <Button aria-label={words.after} disabled={at === of - 1} onClick={() => step(1)}>
          ›
        </Button>
      </p>
      <QuestionView key={id} question="record" within={{ claim: id }} bare />
      <p className="btns">
        {[...charts].map(one => (
          <Button
            key={one.id}
            onClick={() => {
              useStore.getState().set({ chart: one.id })
              goTo('what-if')
            }}
          >
            {words.chart(indicators[one.id]!.title)}
          </Button>
        ))}
        <Button onClick={() => void copy(`${citation} ${address}`, share.copiedCitation, share.copyFailed)}>
          {words.copyCitation}
        </Button>
        <Button onClick={() => void copy(address, share.copied, share.copyFailed)}>{words.copyAddress}</Button>
      </p>
    </>
  )
}

export default function Claims() {
  const { words, language } = useTexts(claimsWords)
  const { verdicts: verdictWords } = useWords(recordTexts)
  const region = useStore(state => state.draft.region)
  const about = useAbout()
  const { data, problem } = useAnswer('claims', region, {})
  const [asked, verdict] = [useAsked('claims.claim'), useAsked('claims.verdict')]
  const [typed, setTyped] = useState('')
  const narrow = useNarrow(1180)
  const anchor = useRef<HTMLElement>(null)
  // The sentence stays in sight: on a phone above the sheet of its card.
  useEffect(() => {
    linkTo(asked)?.scrollIntoView({ block: narrow ? 'start' : 'nearest' })
  }, [asked, narrow, data])
  const open = (id: string | undefined): void => ask('claims.claim', id)
  const heading = (
    <>
      <p className="over">{words.over}</p>
      <h1>{words.title}</h1>
    </>
  )
  if (data === undefined || data === null) {
    const [first] = regionNames
    return (
      <>
        {heading}
        {problem === undefined && data === undefined ? <Skeleton height={900} /> : null}
        {problem === undefined ? null : <ProblemNote text={problem} />}
        {data === null && first !== undefined ? (
          <>
            <p className="say">{words.none(about === undefined ? region : nameIn(about.names, language))}</p>
            <Button onClick={() => useStore.getState().change(emptyDraft(first.id))}>{words.open}</Button>
          </>
        ) : null}
      </>
    )
  }
  const { reading, results } = data
  const order = reading.flat()
  const claimOf = new Map(results.map(one => [one.id, one]))
  const at = order.indexOf(asked ?? '')
  const result = claimOf.get(order[at] ?? '')
  const near = typed.trim() === '' ? undefined : nearestClaim(typed, results)
  const step = (by: 1 | -1): void => {
    const next = order[at + by]!
    anchor.current = linkTo(next)
    open(next)
  }
  const card = result === undefined ? null : <Card result={result} at={at} of={order.length} step={step} />
  return (
    <>
      {heading}
      <div className="cols claims">
        <div className="c7">
          <div className="seg" role="group" aria-label={words.filter}>
            {(Object.keys(verdictWords) as ClaimVerdict[]).map(one => (
              <button
                key={one}
                type="button"
                className={`said ${one}`}
                aria-pressed={verdict === one}
                onClick={() => ask('claims.verdict', verdict === one ? undefined : one)}
              >
                <i aria-hidden="true" />{' '}
                {words.count(raised(verdictWords[one]), results.filter(of => of.verdict === one).length)}
              </button>
            ))}
          </div>
          <label className="find">
            <span className="note">{words.find}</span>
            <input
              type="search"
              value={typed}
              placeholder={words.findHint}
              onChange={event => setTyped(event.target.value)}
            />
          </label>
          <p className="note" role="status">
            {typed.trim() === '' ? (
              '\u00a0'
            ) : near === undefined ? (
              words.noneNear
            ) : (
              <Button className="link" onClick={() => ((anchor.current = linkTo(near)), open(near))}>
                {words.found(near)}
              </Button>
            )}
          </p>
          {reading.map((paragraph, part) => (
            <p key={part} className="sentences">
              {paragraph.map((id, place) => {
                const { claim, verdict: own } = claimOf.get(id)!
                const others = verdict !== undefined && own !== verdict
                return (
                  <Fragment key={id}>
                    {place > 0 && language === 'en' ? ' ' : null}
                    <a
                      href={addressOf(id)}
                      className={`said ${own}${others ? ' others' : ''}${id === near ? ' near' : ''}`}
                      aria-current={id === asked ? 'true' : undefined}
                      onClick={event => {
                        if (event.metaKey || event.ctrlKey || event.shiftKey) return
                        event.preventDefault()
                        anchor.current = event.currentTarget
                        open(id)
                      }}
                    >
                      {language === 'zh' ? tight(claim.zh) : claim.en}
                      <sup>{id}</sup>
                      <span className="vh"> ({verdictWords[own]})</span>
                    </a>
                  </Fragment>
                )
              })}
            </p>
          ))}
        </div>
        {narrow ? (
          card === null ? null : (
            <Suspense fallback={null}>
              <Panel label={words.card} anchor={anchor} align="start" wide close={() => open(undefined)}>
                <div className="claim-card">{card}</div>
              </Panel>
            </Suspense>
          )
        ) : (
          <section className="c5 claim-card" aria-label={words.card} aria-live="polite">
            {card ?? <p className="say">{words.choose}</p>}
          </section>
        )}
      </div>
    </>
  )
}
