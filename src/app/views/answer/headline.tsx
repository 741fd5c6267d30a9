/** The question and the conclusion in a few sentences, generated from the results. */

import type { Answer, PlaybookAnswer } from '../../../analysis/verdict.ts'
import { classOrder, type FutureClass } from '../../../model/criteria.ts'
import { useAbout } from '../../state/about.ts'
import { goTo } from '../../shell/router.ts'
import { useLanguage, useNumbers, useWords } from '../../shell/use.ts'
import { ClassKey } from '../../charts/class-bar.tsx'
import { HundredSimulations } from '../../charts/hundred-simulations.tsx'
import { answerWords } from '../../words/answer.ts'
import { nameIn } from '../../words/language.ts'
import { classTitles } from '../../words/terms/classes.ts'
import { playbookWords } from '../../words/terms/playbooks.ts'

const commonest = ({ probability }: PlaybookAnswer): FutureClass =>
  classOrder.reduce((most, one) => (probability[one] > probability[most] ? one : most))

export const playbookOf = (answer: Answer, id: string): PlaybookAnswer =>
  answer.playbooks.find(one => one.id === id) ?? answer.playbooks[0]

const Sentence = ({ answer }: { readonly answer: Answer }) => {
  const words = useWords(answerWords)
  const numbers = useNumbers()
  const language = useLanguage()
  const { playbooks } = answer
  const [nothing] = playbooks
  const best = playbookOf(answer, answer.best.id)
  const chance = best.probability.revived
  const names = classTitles[language]
  const inText = (one: FutureClass): string => (language === 'en' ? names[one].toLowerCase() : `“${names[one]}”`)
  const hundredth = numbers.chanceNumber
  const likely = chance >= 0.5 ? words.likely.more : chance >= 0.25 ? words.likely.odds : words.likely.not
  const bare = best.withoutFreeLevers?.probability.revived
  const ends = [commonest(nothing), commonest(best)]
  return (
    <p className="say">
      {likely}
      {language === 'zh' ? null : ' '}
      {best === nothing ? (
        words.nothingBetter(hundredth(chance))
      ) : (
        <>
          {words.best(playbooks.length - 1)}
          <a
            href="#pb"
            onClick={event => {
              event.preventDefault()
              document.getElementById('pb')?.scrollIntoView()
            }}
          >
            {playbookWords[language][best.id]?.inText ?? best.name}
          </a>
          {words.revives}
          <b>{hundredth(chance)}</b>
          {words.ofHundred}
          <b>{hundredth(nothing.probability.revived)}</b>
          {words.ofHundredEnd}
          {best.gain.revived <= 2 * best.gain.error ? words.byChance : null}
          {bare === undefined
            ? null
            : bare > chance - 0.01
              ? words.restsNot(hundredth(bare))
              : words.restsOn(hundredth(bare))}
        </>
      )}
      {ends[0] === ends[1] ? words.commonest(inText(ends[0])) : words.commonestTwo(inText(ends[0]), inText(ends[1]))}
    </p>
  )
}

const HowSure = ({ answer }: { readonly answer: Answer }) => {
  const words = useWords(answerWords)
  const language = useLanguage()
  const numbers = useNumbers()
  const { evidence, best, members, assumptions } = answer
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
      {best.notToldApart.length === 0 ? null : words.close(named(best.id), best.notToldApart.map(named))}
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
