/** Table of the packages of equal cost: classes, probability of revival, criteria, net cost and payers. */

import type { Answer, PackageAnswer } from '../../../analysis/answer/verdict.ts'
import { criterionIds } from '../../../model/criteria.ts'
import { windowFrom, windowTo } from '../../../model/measures.ts'
import { ClassBar, ClassKey } from '../../charts/class-bar.tsx'
import { CriteriaHead, CriteriaStrip } from '../../charts/criteria-strip.tsx'
import { Button } from '../../controls/button.tsx'
import { rankedPackages } from './headline.tsx'
import { Terms } from '../../shell/terms.tsx'
import { useMoneyScale, useTexts } from '../../shell/use.ts'
import { answerWords } from '../../words/answer.ts'
import { packageWords } from '../../../model/names/packages.ts'

/** What the budgets of centre and province lose a year after feedback. */
const lostBy = ({ costAfterFeedback: { centre, province } }: PackageAnswer) => ({
  centre: centre.perYear,
  province: province.perYear,
})

const Payers = ({ package: policyPackage, scale }: { readonly package: PackageAnswer; readonly scale: number }) => {
  const { words, numbers } = useTexts(answerWords)
  const { centre, province } = lostBy(policyPackage)
  const unit = useMoneyScale()
  if (policyPackage.grossCost.items.length === 0) return <>–</>
  const length = (value: number) => ({ '--p': (Math.max(0, value) / scale) * 100 }) as React.CSSProperties
  return (
    <>
      <div className="paybar">
        <i style={length(centre)} />
        <i style={length(province)} />
      </div>
      {words.pays(numbers.plain(centre * unit, 0), numbers.plain(province * unit, 0))}
    </>
  )
}

export const PackageRows = ({
  answer,
  selected,
  select,
  open,
}: {
  readonly answer: Answer
  readonly selected: string
  readonly select: (id: string) => void
  /** To What if, loaded with the package. */
  readonly open: (id: string) => void
}) => {
  const { words, language, numbers } = useTexts(answerWords)
  const rows = rankedPackages(answer.packages)
  const [nothing] = answer.packages
  const scale = Math.max(
    1e-9,
    ...rows.map(lostBy).map(({ centre, province }) => Math.max(0, centre) + Math.max(0, province)),
  )
  const names = packageWords[language]
  const unit = useMoneyScale()
  return (
    <>
      <ClassKey className="pbkey">
        <span className="note">
          {words.smallBars} <span className="in-narrow">{words.cornersOfRow}</span>
        </span>
      </ClassKey>
      <div className="pb" role="table" aria-label={words.became(windowTo, numbers.plain(answer.members, 0))}>
        <div role="row" className="hd">
          <span role="columnheader">
            <Terms text={words.package} />
          </span>
          <span role="columnheader">
            <Terms text={words.became(windowTo, numbers.plain(answer.members, 0))} />
          </span>
          <span role="columnheader" className="r">
            <Terms text={words.revivedHead} />
          </span>
          <span role="columnheader" className="c-crit">
            <Terms text={words.criteriaHead(windowFrom, windowTo)} />
            <CriteriaHead mustHold={words.mustHold} />
          </span>
          <span role="columnheader" className="r c-cost">
            <Terms text={words.costHead} />
          </span>
          <span role="columnheader">
            <Terms text={words.payColumn} />
          </span>
        </div>
        {rows.map(policyPackage => {
          const { id } = policyPackage
          const { name, gloss } = names[id]
          return (
            <div
              key={id}
              role="row"
              className="row"
              aria-selected={id === selected}
              onClick={event => {
                if (event.target instanceof Element && event.target.closest('a, button') === null) select(id)
              }}
            >
              <div role="rowheader" className="name">
                <Button
                  className="letter"
                  aria-pressed={id === selected}
                  aria-label={words.select(name)}
                  onClick={() => select(id)}
                >
                  {id}
                </Button>
                <a
                  href="#/what-if"
                  onClick={event => {
                    event.preventDefault()
                    open(id)
                  }}
                >
                  {name}
                </a>
                <small>{gloss}</small>
              </div>
              <div role="cell" className="c-bar">
                <ClassBar shares={policyPackage.probability} error={policyPackage.probabilityError.revived} />
              </div>
              <div role="cell" className="p">
                {numbers.chanceNumber(policyPackage.probability.revived)}{' '}
                <small>{numbers.error(policyPackage.probabilityError.revived)}</small>
              </div>
              <div role="cell" className="c-crit">
                <CriteriaStrip
                  chances={policyPackage.criteria}
                  nothing={nothing.criteria}
                  own={policyPackage !== nothing}
                />
                <small>{words.met(numbers.plain(policyPackage.meanScore, 1), criterionIds.length)}</small>
              </div>
              <div role="cell" className="cost c-cost">
                {numbers.plain(policyPackage.costAfterFeedback.total.perYear * unit, 0)}
              </div>
              <div role="cell" className="pay c-pay">
                <Payers package={policyPackage} scale={scale} />
              </div>
            </div>
          )
        })}
      </div>
    </>
  )
}
