/** Why a package changes an indicator: by which equations in the central projection, and the way to the tree of causes. */

import { reasonYear } from '../../../analysis/policies/changes.ts'
import { indicatorOf, chartIds, indicatorWords } from '../../../outcomes/catalogue.ts'
import type { PackageAnswer } from '../../../analysis/answer/verdict.ts'
import { Button } from '../../controls/button.tsx'
import { askWhy } from '../../shell/router.ts'
import { useWords, useTexts, useLanguage } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import { useAnswer } from '../../state/question.ts'
import { useStore } from '../../state/store.ts'
import { takePackage } from '../../state/take-package.ts'
import { useKnownVerdicts } from '../../state/verdicts.ts'
import reasonWords from '../../../texts/app/reasons.ts'
import { packageWords } from '../../../model/names/packages.ts'
import type { Division } from '../../../analysis/explain/reasons.ts'
import { reasonsInWords } from '../../../analysis/explain/reasons-in-words.ts'

interface Asked {
  readonly package: PackageAnswer
  readonly indicator: string
}

/** Signs as pages write them. */
const signs = (text: string): string => text.replaceAll(/-(?=\d)/g, '−')

const Reasons = ({ divisions }: { readonly divisions: readonly Division[] }) =>
  reasonsInWords(divisions, useLanguage()).map(({ name, change, causes }) => (
    <div key={name} className="reasons">
      <p>
        <b>
          {name}
          <small>{change.unit.trim()}</small>
        </b>
        <b>{signs(change.number)}</b>
      </p>
      <ul>
        {causes.map(({ name: cause, effect, through }) => (
          <li key={cause}>
            <span>
              {cause}
              {through === undefined ? null : <small>{signs(through)}</small>}
            </span>
            <span>
              {signs(effect.number)}
              {effect.unit === change.unit ? '' : effect.unit}
            </span>
          </li>
        ))}
      </ul>
    </div>
  ))

export default function ChangeReason({ package: { id, factor }, indicator }: Asked) {
  const { words, language } = useTexts(reasonWords)
  const { title } = useWords(indicatorWords)[indicator]!
  const about = useAbout()
  const region = useStore(state => state.draft.region)
  // Of the answer that is shown, while a newer one is computed.
  const { assumptions = {} } = useKnownVerdicts()?.answer ?? {}
  const { data, problem, done } = useAnswer('packageReason', region, { id, factor, indicator, assumptions })
  const { name } = packageWords[language][id]!
  const why = (): void => {
    if (about === undefined) return
    takePackage(about, id)
    const [variable] = indicatorOf(indicator).variables
    const isChart = (chartIds as readonly string[]).includes(indicator)
    askWhy({
      ...(isChart ? { indicator } : { variable: { name: variable, closing: false, labels: {} } }),
      time: reasonYear,
    })
  }
  return (
    <div className="change-reason">
      <b>{words.title(title, name)}</b>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
      {problem !== undefined ? null : !done || data === undefined ? (
        <p role="status">{words.computing}</p>
      ) : data.divisions.length === 0 ? (
        <p>{words.none(reasonYear)}</p>
      ) : (
        <>
          <Reasons divisions={data.divisions} />
          <p className="note">{words.note(reasonYear)}</p>
        </>
      )}
      <p>
        <Button className="link" onClick={why}>
          {words.tree}
        </Button>
      </p>
    </div>
  )
}
