/** The Who view: gains and losses by birth year, household group, province and payer. */

import type { Who as WhoAnswer } from '../../../analysis/who/who.ts'
import { packageStart } from '../../../model/packages.ts'
import { Button } from '../../controls/button.tsx'
import { PackageChoice, useInHand } from '../../controls/package-choice.tsx'
import { ProblemNote } from '../../shell/failure.tsx'
import { goTo } from '../../shell/router.ts'
import { Skeleton } from '../../shell/skeleton.tsx'
import { Told } from '../../shell/told.tsx'
import { useTexts, useWords } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import { useStore } from '../../state/store.ts'
import { shownYear } from '../../state/quarters.ts'
import { useAnswer } from '../../state/question.ts'
import { inText, sentences } from '../../../language/typeset.ts'
import { accountSectorNames } from '../../../model/names/accounts.ts'
import { whoWords } from '../../words/who.ts'
import { whyWords } from '../../words/why.ts'
import { BirthFigure, PyramidFigure } from './people-figures.tsx'
import { HouseholdFigure, PayerFigure, ProvinceTable } from './money-figures.tsx'

/** Futures behind the bands, and behind those of payers, whose books are read quarter by quarter. */
const bandMembers = 64
const payerMembers = 24

/** Who gains most and least of the birth years that are alive at the start. */
const extremes = ({ birthYears, from }: WhoAnswer) => {
  const alive = birthYears.filter(({ born }) => born < from && born >= from - 96)
  const sorted = alive.toSorted((a, b) => b.income.central - a.income.central)
  return { most: sorted[0], least: sorted.at(-1) }
}

export default function Who() {
  const { words, language, numbers } = useTexts(whoWords)
  const why = useWords(whyWords)
  const about = useAbout()
  const inHand = useInHand()
  const draft = useStore(state => state.draft)
  const { region, assumptions, seed, members } = draft
  const policy = inHand?.policy
  const moved = policy !== undefined && Object.keys(policy).length > 0
  const question = (count: number, payers: number) =>
    policy === undefined || !moved
      ? undefined
      : {
          policy,
          assumptions,
          settings: { seed, members: Math.min(count, members) },
          year: shownYear,
          payerMembers: payers,
        }
  // The central runs at once, the bands when they are done.
  const central = useAnswer('who', region, question(0, 0))
  const banded = useAnswer('who', region, question(bandMembers, payerMembers), 'pool')
  const problem = central.problem ?? banded.problem
  if (problem !== undefined) return <ProblemNote text={problem} />
  const who = banded.data !== undefined && banded.done ? banded.data : central.data
  const mine = Object.keys(assumptions).length > 0
  const over =
    inHand === undefined ? null : (
      <p className="over">
        <Button className="link" onClick={() => goTo('what-if')}>
          {inHand.name}
        </Button>
        {words.over('', who?.from ?? packageStart, who?.to ?? (about?.end ?? packageStart) - 1, mine)}
      </p>
    )
  const choice =
    about === undefined || inHand === undefined ? null : (
      <div className="bar">
        <PackageChoice about={about} inHand={inHand} label={why.package} />
        <span className="note" role="status">
          {who === undefined || !moved || banded.done ? '' : words.computing(numbers.percent(banded.progress, 0))}
        </span>
      </div>
    )
  if (who === undefined || !moved || inHand === undefined) {
    return (
      <>
        {over}
        <h1>{words.title}</h1>
        <p className="say" role="status">
          {inHand === undefined || moved ? words.first : words.nobody}
        </p>
        {choice}
        {inHand === undefined || moved ? <Skeleton height={900} /> : null}
      </>
    )
  }
  const { most, least } = extremes(who)
  const amount = (thousand: number): string => words.perHead(numbers.signed(thousand * 1000, 0))
  const payer = who.payers.toSorted((a, b) => a.change.central - b.change.central)[0]
  const payerName = accountSectorNames[language][payer.id] ?? payer.label
  return (
    <>
      {over}
      <h1>{words.title}</h1>
      <p className="say">
        <Told
          text={sentences(
            [
              words.most(String(most.born), amount(most.income.central)),
              ...(least === undefined || least === most
                ? []
                : [
                    (least.income.central < 0 ? words.lose : words.least)(
                      String(least.born),
                      amount(least.income.central),
                    ),
                  ]),
              ...(payer.change.central < 0
                ? [words.pays(inText(payerName, language), numbers.money(-payer.change.central))]
                : []),
            ],
            language,
          )}
        />
      </p>
      <p className="sure">
        {words.totals(
          numbers.signedMoney(who.total.income),
          numbers.signedMoney(who.total.perPerson),
          numbers.signedMoney(who.total.byNumbers),
        )}
      </p>
      {choice}
      <section className="sec">
        <div className="cols">
          <div className="c7">
            <BirthFigure who={who} named={[most.born, ...(least === undefined ? [] : [least.born])]} />
          </div>
          <div className="c5">
            <PyramidFigure who={who} />
          </div>
        </div>
      </section>
      <section className="sec">
        <div className="cols">
          <div className="c6">
            <HouseholdFigure who={who} />
          </div>
          <div className="c6">
            <PayerFigure who={who} policy={inHand.policy} />
          </div>
        </div>
      </section>
      {who.areas.length > 1 ? <ProvinceTable who={who} /> : null}
      <p className="sure">
        <Button className="link" onClick={() => goTo('sectors')}>
          {words.byIndustry}
        </Button>
      </p>
    </>
  )
}
