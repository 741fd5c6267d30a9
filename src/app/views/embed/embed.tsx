/**
 * One chart of a scenario for embedding in another page and a link to the app; in a notebook with its levers.
 */

import { lazy, Suspense, useEffect } from 'react'
import { type OutcomeId, chartIds } from '../../../outcomes/catalogue.ts'
import { writeLink } from '../../share/link.ts'
import { LinkNotice } from '../../share/link-notice.tsx'
import { SetAsideNotice } from '../../share/set-aside-notice.tsx'
import { AccountsNote } from '../../shell/accounts.tsx'
import { ProblemNote } from '../../shell/head.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { Imprint } from '../../shell/imprint.tsx'
import { useNarrow, useTexts, useWords } from '../../shell/use.ts'
import { useDraftName } from '../../shell/draft-name.ts'
import { useOpening } from '../../state/about.ts'
import { scenarioKey, runSettled, useShownLive } from '../../state/live.ts'
import { useStore } from '../../state/store.ts'
import { nameIn, tagOf } from '../../../language/typeset.ts'
import { shareWords } from '../../words/share.ts'
import { shellWords } from '../../words/shell.ts'
import { Chart } from '../what-if/chart.tsx'

/** A chart alone needs none. */
const Levers = lazy(async () => ({ default: (await import('../what-if/levers.tsx')).Levers }))

export default function Embed({ levers }: { readonly levers: boolean }) {
  const { words, language } = useTexts(shareWords)
  const shell = useWords(shellWords)
  const draft = useStore(state => state.draft)
  const chosen = useStore(state => state.chart) as OutcomeId
  const cursor = useStore(state => state.cursor)
  const { data: about, problem: aboutProblem } = useOpening()
  const name = useDraftName()
  const narrow = useNarrow(700)
  const { lines, bands, dragging, key, region, problem } = useShownLive()
  const failed = aboutProblem ?? problem
  const main = chartIds.includes(chosen) ? chosen : 'debtToGdp'
  useEffect(() => runSettled(draft, []), [draft])
  useEffect(() => {
    document.documentElement.lang = tagOf(language)
  }, [language])
  const ready = about !== undefined && lines !== undefined && region === draft.region
  const stale = bands !== undefined && bands.key !== key
  const whole = writeLink('what-if', language, draft, { chart: main, cursor })
  return (
    <div className="embed">
      <main id="main">
        <h1 className="vh">{about === undefined ? shell.brand : nameIn(about.names, language)}</h1>
        <LinkNotice />
        <SetAsideNotice />
        <AccountsNote />
        {failed === undefined ? null : <ProblemNote text={failed} />}
        {ready ? (
          <div className={levers ? 'bench' : undefined}>
            {levers ? (
              <Suspense fallback={<Skeleton height={400} />}>
                <Levers about={about} draft={draft} effectsFor={bands !== undefined} />
              </Suspense>
            ) : null}
            <div className="results">
              <Chart
                // With levers the chart stays while they move.
                key={levers ? main : scenarioKey(draft)}
                id={main}
                about={about}
                lines={lines}
                bands={bands}
                overlays={[]}
                shows={{ base: true, pol: dragging || Object.keys(draft.policy).length > 0 }}
                stale={stale}
                name={name}
                large
                narrow={narrow}
              />
            </div>
          </div>
        ) : (
          <p className="note">{shell.loading}</p>
        )}
        <p className="src">
          <a href={whole} target="_blank" rel="noopener">
            {words.openFull}
          </a>
        </p>
      </main>
      <Imprint />
    </div>
  )
}
