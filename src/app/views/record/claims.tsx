/** Claims with their verdicts, filtered by verdict; expanded, each shows its test, result and evidence. */

import { regionNames } from 'virtual:heartland/region-names'
import { useState } from 'react'
import type { CheckResult, ClaimResult } from '../../../analysis/claims/judge.ts'
import type { ClaimVerdict } from '../../../analysis/claims/ledger.ts'
import { EvidenceDot } from '../../charts/evidence.tsx'
import { FilterChips } from '../../controls/filter-chips.tsx'
import { Quoted } from '../../shell/quoted.tsx'
import { useLanguage, useTexts, useWords } from '../../shell/use.ts'
import recordWords from '../../../texts/app/record.ts'
import { nameIn, tight, typeset } from '../../../language/typeset.ts'
import { figureName } from '../../../model/names/series.ts'
import { unitWords } from '../../../model/names/units.ts'

const verdicts: readonly ClaimVerdict[] = ['holds', 'partly', 'contradicted', 'open']

const styles: Readonly<Record<ClaimVerdict, string>> = { holds: 'h', partly: 'p', contradicted: 'c', open: 'o' }
const signs: Readonly<Record<ClaimVerdict, string>> = { holds: '✓', partly: '', contradicted: '✕', open: '?' }

/** A filled square, half, crossed or dashed; its word is beside it or for a screen reader. */
const VerdictMark = ({ verdict, named }: { readonly verdict: ClaimVerdict; readonly named: boolean }) => {
  const words = useWords(recordWords)
  return named ? (
    <span className={`vd ${styles[verdict]}`} role="img" aria-label={words.verdicts[verdict]}>
      {signs[verdict]}
    </span>
  ) : (
    <span className={`vd ${styles[verdict]}`} aria-hidden="true">
      {signs[verdict]}
    </span>
  )
}

/** A number of a test in words: units of tests are their own. */
const useTested = (): ((value: number, unit: string | undefined) => string) => {
  const { words, language, numbers } = useTexts(recordWords)
  return (value, unit) => {
    if (unit === 'share') return numbers.percent(value)
    if (unit === '%') return numbers.percent(value / 100)
    if (unit === 'share/year') return words.perYearPoints(numbers.points(value, 2))
    if (unit === '1/year') return words.aYear(numbers.percent(value))
    if (unit === 'per thousand') return words.perThousand(numbers.plain(value * 1000, 2))
    if (unit === 'times') return words.times(numbers.plain(value, 2))
    if (unit === undefined || unit === 'index') return numbers.plain(value, 2)
    const { scale, text } = unitWords(unit, language)
    return `${numbers.plain(value * scale)}${text}`
  }
}

const useFound = (): ((check: CheckResult) => string) => {
  const { words, language } = useTexts(recordWords)
  const tested = useTested()
  return ({ says, value, asked, operator, unit, passes, untestable }) => {
    const colon = language === 'zh' ? '：' : ': '
    const what = tight(says[language])
    if (passes === undefined)
      return `${words.untested}${colon}${what}${language === 'zh' ? '。' : '. '}${tight(untestable?.[language] ?? '')}`
    const answer = passes ? words.yes : words.no
    if (value === undefined || asked === undefined) return `${what}${colon}${answer}`
    const wanted = words.operators[(operator ?? '=') as keyof typeof words.operators]
    return `${what}${colon}${words.against(tested(value, unit), words.wantedValue(wanted, tested(asked, unit)), answer)}`
  }
}

/** A remark with the names of what it speaks of, where a message has their codes. */
const useRemarked = (): ((remark: ClaimResult['remarks'][number]) => string) => {
  const words = useWords(recordWords)
  const language = useLanguage()
  return ({ code, values, text }) => {
    if (code !== 'claim.interpolated') return tight(text[language])
    const told = (name: string): string => String(values[name])
    const area = nameIn(regionNames.find(({ id }) => id === told('area'))?.names ?? { en: told('area') }, language)
    const series = figureName(told('name'), undefined, language)
    return words.interpolated(series, area, told('year'), told('before'), told('after'))
  }
}

const Details = ({ claim }: { readonly claim: ClaimResult }) => {
  const { words, language } = useTexts(recordWords)
  const tested = useTested()
  const found = useFound()
  const remarked = useRemarked()
  return (
    <dl className="claim-detail">
      <dt>{words.test}</dt>
      <dd>{tight(claim.test[language])}</dd>
      {claim.checks.map(check => (
        <dd key={`${check.says.en} ${check.operator ?? ''} ${check.asked ?? ''}`}>{found(check)}</dd>
      ))}
      {claim.shows.length === 0 ? null : <dt>{words.shows}</dt>}
      {claim.shows.map(({ says, value, unit }) => (
        <dd key={says.en}>{typeset(`${tight(says[language])}: ${tested(value, unit)}`, language)}</dd>
      ))}
      {claim.because === undefined ? null : (
        <>
          <dt>{words.because}</dt>
          <dd>{tight(claim.because[language])}</dd>
        </>
      )}
      {claim.remarks.length === 0 ? null : <dt>{words.remarks}</dt>}
      {claim.remarks.map(remark => (
        <dd key={remark.text.en}>{remarked(remark)}</dd>
      ))}
      {claim.evidence.length === 0 ? null : <dt>{words.evidence}</dt>}
      {claim.evidence.map(({ says, grade, what, url }) => {
        const [address = ''] = url.split(' ; ')
        return (
          <dd key={says}>
            <EvidenceDot grade={grade} /> <Quoted text={`${says}.`} />{' '}
            {address.startsWith('http') ? (
              <a href={address} target="_blank" rel="noreferrer noopener">
                <Quoted text={what} />
              </a>
            ) : (
              <Quoted text={what} />
            )}
          </dd>
        )
      })}
    </dl>
  )
}

const Claim = ({ claim }: { readonly claim: ClaimResult }) => {
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const found = useFound()
  const [first, ...others] = claim.checks
  const summary =
    first === undefined
      ? tight(claim.because?.[language] ?? '')
      : `${found(first)}${others.length === 0 ? '' : language === 'zh' ? `；另有${others.length}项` : `; ${others.length} more ${others.length === 1 ? 'test' : 'tests'}`}`
  return (
    <li>
      <details onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>
          <VerdictMark verdict={claim.verdict} named />
          <span className="id">{claim.id}</span>
          <span className="said">
            <b>{tight(claim.claim[language])}</b>
          </span>
          <span className="found">{summary}</span>
        </summary>
        {open ? <Details claim={claim} /> : null}
      </details>
    </li>
  )
}

export const Claims = ({ claims }: { readonly claims: readonly ClaimResult[] }) => {
  const words = useWords(recordWords)
  const [wanted, setWanted] = useState<ReadonlySet<ClaimVerdict>>(new Set())
  const shown = claims.filter(({ verdict }) => wanted.size === 0 || wanted.has(verdict))
  if (claims.length === 0) {
    return (
      <>
        <div className="head">
          <h2>{words.claimsTitle}</h2>
        </div>
        <p className="note">{words.noClaims}</p>
      </>
    )
  }
  return (
    <>
      <div className="head">
        <h2>{words.claimsTitle}</h2>
        <p className="note">{words.claimsNote(claims.length)}</p>
      </div>
      <FilterChips label={words.verdictFilter} items={verdicts} pressed={wanted} press={setWanted}>
        {verdict => (
          <>
            <VerdictMark verdict={verdict} named={false} />
            {words.verdicts[verdict]}{' '}
            <span className="note">{claims.filter(claim => claim.verdict === verdict).length}</span>
          </>
        )}
      </FilterChips>
      <ul className="claims">
        {shown.map(claim => (
          <Claim key={claim.id} claim={claim} />
        ))}
      </ul>
    </>
  )
}
