/** The question and the conclusion in a few sentences, generated from the results. */

import type { Answer, PackageAnswer } from '../../../analysis/verdict.ts'
import { conclusionParts } from '../../../analysis/conclusion.ts'
import { useAbout } from '../../state/about.ts'
import { RegimeChoice } from '../../controls/regime-choice.tsx'
import { useStore } from '../../state/store.ts'
import { goTo } from '../../shell/router.ts'
import { useLanguage, useNumbers, useWords } from '../../shell/use.ts'
import { ClassKey } from '../../charts/class-bar.tsx'
import { HundredSimulations } from '../../charts/hundred-simulations.tsx'
import { answerWords } from '../../words/answer.ts'
import { nameIn } from '../../words/language.ts'
import { packageWords } from '../../words/terms/packages.ts'

/** Most often revived first; among equals, by the criteria met on average. */
export const rankedPackages = (list: readonly PackageAnswer[]): PackageAnswer[] =>
  list.toSorted((a, b) => b.probability.revived - a.probability.revived || b.meanScore - a.meanScore)

export const packageOf = (answer: Answer, id: string): PackageAnswer =>
  answer.packages.find(one => one.id === id) ?? answer.packages[0]

/** The finding and what stands in its way large, then the best packages and what would overturn that. */
const Conclusion = ({ answer: { conclusion, robustness } }: { readonly answer: Answer }) => {
  const language = useLanguage()
  const named = (id: string): string => packageWords[language][id]?.inText ?? id
  const [likely, binding, ...rest] = conclusionParts(conclusion, robustness, language, named)
  return (
    <>
      <p className="say conclusion">
        <span className="part">{likely}</span>
        {language === 'zh' ? '' : ' '}
        <span className="part">{binding}</span>
      </p>
      {rest.map(text => (
        <p key={text} className="sure conclusion">
          <span className="part">{text}</span>
        </p>
      ))}
    </>
  )
}

interface Choosing {
  readonly answer: Answer
  readonly selected: PackageAnswer
  readonly select: (id: string) => void
}

/** The package that the squares, the map and the charts show: the best ones first. */
const Shown = ({ answer: { packages, conclusion }, selected, select }: Choosing) => {
  const words = useWords(answerWords)
  const language = useLanguage()
  const names = packageWords[language]
  const best = ({ id }: PackageAnswer): boolean => conclusion.group.includes(id)
  const ranked = rankedPackages(packages)
  return (
    <label className="shown">
      <span>{words.shownPackage}</span>
      <select value={selected.id} onChange={event => select(event.target.value)}>
        {[...ranked.filter(best), ...ranked.filter(one => !best(one))].map(one => (
          <option key={one.id} value={one.id}>
            {best(one) ? words.bestPackage(names[one.id].name) : names[one.id].name}
          </option>
        ))}
      </select>
    </label>
  )
}

const HowSure = ({ answer }: { readonly answer: Answer }) => {
  const words = useWords(answerWords)
  const language = useLanguage()
  const numbers = useNumbers()
  const { evidence, members, assumptions } = answer
  const best = packageOf(answer, answer.best.id)
  const bare = best.withoutFreeLevers?.probability.revived
  const chance = best.probability.revived
  const assumed = evidence.figures.assumed + evidence.parameters.assumed
  const all = [evidence.figures, evidence.parameters].flatMap(grades => Object.values(grades))
  const share = assumed / all.reduce((sum, count) => sum + count, 0)
  const own = Object.keys(assumptions).length
  const named = (id: string): string => packageWords[language][id]?.name ?? id
  return (
    <p className="sure">
      <b>{words.sure}</b>
      {own === 0 ? null : ` ${words.underMine(own)}`}
      {words.sureText(numbers.plain(members, 0))}
      {bare === undefined
        ? null
        : bare > chance - 0.01
          ? words.restsNot(named(best.id), numbers.chanceNumber(bare))
          : words.restsOn(named(best.id), numbers.chanceNumber(bare))}
      {words.meaning}
      {answer.calibrated ? null : words.uncalibrated}
      {words.assumed(numbers.percent(share, 0))}
    </p>
  )
}

export const Headline = ({ answer, selected, select }: Choosing) => {
  const words = useWords(answerWords)
  const numbers = useNumbers()
  const language = useLanguage()
  const about = useAbout()
  const draft = useStore(state => state.draft)
  const [nothing] = answer.packages
  const name = about === undefined ? answer.name : nameIn(about.names, language)
  const title = packageWords[language]
  const hundred = (one: PackageAnswer) => words.ofRevived(Math.round(one.probability.revived * 100))
  const compared = selected === nothing ? packageOf(answer, answer.best.id) : selected
  return (
    <>
      <p className="over">
        {words.over(
          name,
          answer.cost.from,
          answer.end,
          numbers.percent(answer.cost.shareOfOutput),
          numbers.money(answer.cost.perYear),
        )}
      </p>
      <h1>{words.title}</h1>
      <Conclusion answer={answer} />
      <HowSure answer={answer} />
      <RegimeChoice draft={draft} />
      <Shown answer={answer} selected={selected} select={select} />
      <div className="wafs">
        <HundredSimulations shares={nothing.probability} name={title[nothing.id].name} said={hundred(nothing)} />
        <HundredSimulations shares={compared.probability} name={title[compared.id].name} said={hundred(compared)} />
      </div>
      <ClassKey className="note wkey" />
      <p className="sure links">
        <button type="button" className="link" onClick={() => goTo('record')}>
          {words.record}
        </button>
        <button type="button" className="link" onClick={() => goTo('what-if')}>
          {words.another}
        </button>
      </p>
    </>
  )
}
