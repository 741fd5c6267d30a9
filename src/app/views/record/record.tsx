/** The Track record view: forecasts of past years, claims with verdicts, and effects of measures beside studies. */

import { regionNames } from 'virtual:heartland/region-names'
import { useEffect, useState } from 'react'
import { listed } from '../../../language/listed.ts'
import { Button } from '../../controls/button.tsx'
import { ProblemNote } from '../../shell/failure.tsx'
import { Head } from '../../shell/head.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { useTexts, useWords } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import type { AppRecord } from '../../state/record.ts'
import { emptyDraft } from '../../state/scenario.ts'
import { useStore } from '../../state/store.ts'
import { nameIn } from '../../../language/typeset.ts'
import recordWords from '../../../texts/app/record.ts'
import { shellWords } from '../../words/shell.ts'
import { Against, Coverages, Marks } from './against.tsx'
import { Claims } from './claims.tsx'
import { MeasureEffects } from './effects.tsx'
import { Panels } from './panels.tsx'
import { lostSeries, useSeriesName } from './series.ts'
import { Versions } from './versions.tsx'

/** The horizon of the sentence: the one that was promised. */
const horizon = 5

const useRecord = (): { readonly record: AppRecord | undefined; readonly problem: string | undefined } => {
  const [record, setRecord] = useState<AppRecord | undefined>(undefined)
  const [problem, setProblem] = useState<string | undefined>(undefined)
  useEffect(() => {
    import('virtual:heartland/record').then(
      loaded => setRecord(loaded.record),
      (why: Error) => setProblem(why.message),
    )
  }, [])
  return { record, problem }
}

/** Won and lost pairs of series and area, and the first of those that were lost by name. */
const useLead = (record: AppRecord, areas: readonly string[]): string => {
  const { words, language, numbers } = useTexts(recordWords)
  const nameOf = useSeriesName()
  const { pairs, lost } = lostSeries(record, areas, horizon)
  const count = (value: number): string => numbers.plain(value, 0)
  // Within a sentence.
  const lower = (name: string): string => (/^[A-Z][a-z]/.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name)
  const names = [...new Set(lost.map(({ series }) => lower(nameOf(series))))]
  const some = [...names.slice(0, 3), ...(names.length > 3 ? [words.moreLost(count(names.length - 3))] : [])]
  return [
    words.lead(count(pairs - lost.length), count(pairs), words.years(horizon)),
    ...(lost.length === 0 ? [] : [words.lost(listed(some, language))]),
  ].join(language === 'zh' ? '' : ' ')
}

const Hindcast = ({
  record,
  areas,
  from: taken,
}: {
  readonly record: AppRecord
  readonly areas: readonly string[]
  /** Whose hindcast it is taken from, where that is another region. */
  readonly from: string | undefined
}) => {
  const words = useWords(recordWords)
  const { hindcast, fittedBefore } = record
  const [from, to] = hindcast.origins
  const lead = useLead(record, areas)
  const fitted = hindcast.parameters !== 'priors'
  return (
    <>
      <Head
        title={words.title}
        over={fitted ? words.over(from, to, hindcast.lastTrainingYear) : words.overPriors(from, to)}
        lead={lead}
      >
        <p className="note given">
          {words.given}
          {fittedBefore ? ` ${words.fittedBefore}` : null}
        </p>
        {taken === undefined ? null : <p className="note given">{taken}</p>}
      </Head>
      <Panels record={record} areas={areas} />
    </>
  )
}

export default function Record() {
  const { words, language } = useTexts(recordWords)
  const shell = useWords(shellWords)
  const region = useStore(state => state.draft.region)
  const about = useAbout()
  const { record, problem } = useRecord()
  if (problem !== undefined) return <ProblemNote text={problem} />
  if (record === undefined || about === undefined) {
    return (
      <>
        <Head title={words.title} over={'\u00a0'} />
        <Skeleton height={900} text={shell.loading} />
      </>
    )
  }
  const known = new Set(record.panels.map(({ area }) => area))
  const areas = about.areas.map(({ id }) => id).filter(id => known.has(id))
  const isAll = region === record.hindcast.region
  const name = nameIn(about.names, language)
  const whole = nameIn(
    regionNames.find(({ id }) => id === record.hindcast.region)?.names ?? { en: record.hindcast.region },
    language,
  )
  const open = (): void => useStore.getState().change(emptyDraft(record.hindcast.region))
  return (
    <>
      {areas.length === 0 ? (
        <Head title={words.title} lead={words.none(name)}>
          <p className="note given">{words.noneOwn(region)}</p>
        </Head>
      ) : (
        <Hindcast
          key={region}
          record={record}
          areas={areas}
          from={isAll ? undefined : words.partOf(whole, name, region)}
        />
      )}
      <section className="sec">
        <div className="cols">
          <div className="c7">
            {isAll || areas.length === 0 ? (
              <Claims claims={isAll ? record.claims : []} />
            ) : (
              <>
                <div className="head">
                  <h2>{words.claimsTitle}</h2>
                  <p className="note">{words.claimsOfWhole(whole)}</p>
                </div>
                <Button onClick={open}>{words.openWhole(whole)}</Button>
              </>
            )}
          </div>
          {areas.length === 0 ? null : (
            <div className="c5">
              <Against record={record} areas={areas} />
              {isAll ? (
                <>
                  <Coverages record={record} />
                  <Marks record={record} />
                </>
              ) : (
                <p className="note record-part">{words.marksOfWhole(whole)}</p>
              )}
            </div>
          )}
        </div>
      </section>
      {isAll ? <MeasureEffects effects={record.effects} /> : null}
      <Versions />
    </>
  )
}
