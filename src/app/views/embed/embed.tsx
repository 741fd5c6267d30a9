/** One chart of a scenario for embedding in another page, with the distribution of outcomes and a link to the app. */

import { useEffect } from 'react'
import { type ChartId, chartIds } from '../../state/indicators.ts'
import { writeLink } from '../../share/link.ts'
import { LinkNotice } from '../../share/link-notice.tsx'
import { SetAsideNotice } from '../../share/set-aside-notice.tsx'
import { AccountsNote } from '../../shell/accounts.tsx'
import { ProblemNote } from '../../shell/failure.tsx'
import { Imprint } from '../../shell/imprint.tsx'
import { useLanguage, useNarrow, useWords } from '../../shell/use.ts'
import { useOpening } from '../../state/about.ts'
import { scenarioKey, runSettled, useLive } from '../../state/live.ts'
import { useStore } from '../../state/store.ts'
import { nameIn, tagOf } from '../../words/language.ts'
import { shareWords } from '../../words/share.ts'
import { shellWords } from '../../words/shell.ts'
import { Chart } from '../what-if/chart.tsx'
import { useDraftName } from '../what-if/scenario-bar.tsx'
import { VerdictStrip } from '../what-if/verdict-strip.tsx'

export default function Embed() {
  const words = useWords(shareWords)
  const shell = useWords(shellWords)
  const language = useLanguage()
  const draft = useStore(state => state.draft)
  const chosen = useStore(state => state.chart) as ChartId
  const cursor = useStore(state => state.cursor)
  const { data: about, problem: aboutProblem } = useOpening()
  const name = useDraftName()
  const narrow = useNarrow(700)
  const { lines, bands, key, region, problem } = useLive()
  const failed = aboutProblem ?? problem
  const main = chartIds.includes(chosen) ? chosen : 'debtToGdp'
  useEffect(() => runSettled(draft, []), [draft])
  useEffect(() => {
    document.documentElement.lang = tagOf(language)
  }, [language])
  const ready = lines !== undefined && region === draft.region
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
        {about === undefined ? (
          <p className="note">{shell.loading}</p>
        ) : (
          <>
            <VerdictStrip bands={bands} name={name} stale={stale} />
            <Chart
              key={`${scenarioKey(draft)} ${ready}`}
              id={main}
              about={about}
              lines={ready ? lines : undefined}
              bands={bands}
              overlays={[]}
              shows={{ base: true, pol: Object.keys(draft.policy).length > 0 }}
              dragging={false}
              stale={stale}
              name={name}
              large
              narrow={narrow}
            />
          </>
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
