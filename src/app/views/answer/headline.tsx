/** The question and the conclusion in a few sentences, generated from the results. */

import type { Answer, PlaybookAnswer } from '../../../analysis/verdict.ts'
import { conclusionText } from '../../../analysis/conclusion.ts'
import { useAbout } from '../../state/about.ts'
import { goTo } from '../../shell/router.ts'
import { useLanguage, useNumbers, useWords } from '../../shell/use.ts'
import { ClassKey } from '../../charts/class-bar.tsx'
import { HundredSimulations } from '../../charts/hundred-simulations.tsx'
import { answerWords } from '../../words/answer.ts'
import { nameIn } from '../../words/language.ts'
import { playbookWords } from '../../words/terms/playbooks.ts'

export const playbookOf = (answer: Answer, id: string): PlaybookAnswer =>
  answer.playbooks.find(one => one.id === id) ?? answer.playbooks[0]

const Sentence = ({ answer: { conclusion, robustness } }: { readonly answer: Answer }) => {
  const language = useLanguage()
  const named = (id: string): string => playbookWords[language][id]?.inText ?? id
  return <p className="say">{conclusionText(conclusion, robustness, language, named)}</p>
}

const HowSure = ({ answer }: { readonly answer: Answer }) => {
  const words = useWords(answerWords)
  const language = useLanguage()
  const numbers = useNumbers()
  const { evidence, members, assumptions } = answer
  const best = playbookOf(answer, answer.best.id)
  const bare = best.withoutFreeLevers?.probability.revived
  const chance = best.probability.revived
  const guesses = evidence.figures.assumed + evidence.parameters.assumed
  const all = [evidence.figures, evidence.parameters].flatMap(grades => Object.values(grades))
  const share = guesses / all.reduce((sum, count) => sum + count, 0)
  const own = Object.keys(assumptions).length
  const named = (id: string): string => playbookWords[language][id]?.name ?? id
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

export const Headline = ({ answer, selected }: { readonly answer: Answer; readonly selected: PlaybookAnswer }) => {
  const words = useWords(answerWords)
  const numbers = useNumbers()
  const language = useLanguage()
  const about = useAbout()
  const [nothing] = answer.playbooks
  const name = about === undefined ? answer.name : nameIn(about.names, language)
  const title = playbookWords[language]
  const hundred = (one: PlaybookAnswer) => words.ofRevived(Math.round(one.probability.revived * 100))
  const compared = selected === nothing ? playbookOf(answer, answer.best.id) : selected
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
      <Sentence answer={answer} />
      <div className="wafs">
        <HundredSimulations shares={nothing.probability} name={title[nothing.id].name} said={hundred(nothing)} />
        <HundredSimulations shares={compared.probability} name={title[compared.id].name} said={hundred(compared)} />
      </div>
      <ClassKey className="note wkey" />
      <HowSure answer={answer} />
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
