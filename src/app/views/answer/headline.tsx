/** The question and the conclusion in a few sentences, generated from the results. */

import type { Answer, PackageAnswer } from '../../../analysis/answer/verdict.ts'
import { conclusionParts } from '../../../analysis/answer/conclusion.ts'
import { Button, Select } from '../../controls/button.tsx'
import { useAbout } from '../../state/about.ts'
import { RegimeChoice } from '../../controls/regime-choice.tsx'
import { useStore } from '../../state/store.ts'
import { goTo } from '../../shell/router.ts'
import { useLanguage, useTexts, useWords } from '../../shell/use.ts'
import { ClassKey } from '../../charts/class-bar.tsx'
import { HundredSimulations } from '../../charts/hundred-simulations.tsx'
import { answerWords } from '../../words/answer.ts'
import { nameIn, sentences } from '../../../language/typeset.ts'
import { packageWords } from '../../../model/names/packages.ts'
import { chartPng, chartSvg, withFont } from '../../share/chart-file.ts'
import { fileTypes, saveFile } from '../../share/save.ts'
import { fileName, useImprint, useLink, useWork } from '../../share/sharing.ts'
import { answerCharts } from '../../../outcomes/catalogue.ts'
import memoWords from '../../../texts/app/memo.ts'

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
  const { words, language } = useTexts(answerWords)
  const names = packageWords[language]
  const best = ({ id }: PackageAnswer): boolean => conclusion.group.includes(id)
  const ranked = rankedPackages(packages)
  return (
    <label className="shown">
      <span>{words.shownPackage}</span>
      <Select
        options={[...ranked.filter(best), ...ranked.filter(one => !best(one))].map(one => [
          one.id,
          best(one) ? words.bestPackage(names[one.id].name) : names[one.id].name,
        ])}
        value={selected.id}
        choose={select}
      />
    </label>
  )
}

/** How certain the answer is, in sentences. */
const useSureText = (answer: Answer): string => {
  const { words, language, numbers } = useTexts(answerWords)
  const { evidence, members, assumptions } = answer
  const best = packageOf(answer, answer.best.id)
  const bare = best.withoutFreeLevers?.probability.revived
  const chance = best.probability.revived
  const guesses = evidence.figures.assumed + evidence.parameters.assumed
  const all = [evidence.figures, evidence.parameters].flatMap(grades => Object.values(grades))
  const share = guesses / all.reduce((sum, count) => sum + count, 0)
  const own = Object.keys(assumptions).length
  const named = (id: string): string => packageWords[language][id]?.name ?? id
  const parts = [
    own === 0 ? '' : words.underMine(own),
    words.sureText(numbers.plain(members, 0)),
    bare === undefined
      ? ''
      : bare > chance - 0.01
        ? words.restsNot(named(best.id), numbers.chanceNumber(bare))
        : words.restsOn(named(best.id), numbers.chanceNumber(bare)),
    words.meaning,
    answer.calibrated ? '' : words.uncalibrated,
    words.assumed(numbers.percent(share, 0)),
  ]
  return sentences(parts, language)
}

/** The chart of debt in this view, of current policy and of the package that is shown; charts come after the rest. */
const debtChart = async (): Promise<HTMLElement> => {
  const figures = document.querySelectorAll<HTMLElement>('.rest .multi figure')
  const found = figures[answerCharts.indexOf('debtToGdp')]
  if (found !== undefined) return found
  await new Promise(requestAnimationFrame)
  return debtChart()
}

const shapeOf = (svg: string): number => {
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!
  return Number(width) / Number(height)
}

/** The answer as a memo of one page for a superior: question, finding, chart, certainty, cost and payers. */
const MemoButton = ({
  answer,
  shown,
  over,
  sure,
}: {
  readonly answer: Answer
  readonly shown: PackageAnswer
  /** Region, years and budget. */
  readonly over: string
  /** The certainty of the answer, beyond its conclusion. */
  readonly sure: string
}) => {
  const { words, language, numbers } = useTexts(memoWords)
  const answerText = useWords(answerWords)
  const imprint = useImprint()
  const { address } = useLink('answer')
  const { busy, run } = useWork(() => {})
  const join = (texts: readonly string[]): string => texts.join(language === 'zh' ? '' : ' ')
  const save = async (): Promise<string> => {
    const named = (id: string): string => packageWords[language][id]?.inText ?? id
    const [likely = '', binding = '', ...rest] = conclusionParts(answer.conclusion, answer.robustness, language, named)
    const { centre, province, total } = shown.costAfterFeedback
    const figure = await debtChart()
    const svg = await withFont(chartSvg(figure, []))
    const png = new Uint8Array(await (await chartPng(svg, 3)).arrayBuffer())
    const { wordFile } = await import('../../share/word-file.ts')
    const name = `${fileName(answerText.title)}.docx`
    const content = wordFile({
      language,
      over,
      title: answerText.title,
      parts: [
        { head: words.finding, text: join([likely, binding]) },
        { head: answerText.sure, text: join([...rest, sure.trim()]) },
        {
          head: words.cost,
          text: words.costText(
            packageWords[language][shown.id]?.name ?? shown.id,
            numbers.money(shown.grossCost.perYear),
            numbers.money(total.perYear),
          ),
        },
        {
          head: answerText.payHead,
          text: words.paysText(numbers.money(centre.perYear), numbers.money(province.perYear)),
        },
      ],
      picture: {
        png,
        shape: shapeOf(svg),
        text: figure.querySelector('[aria-label]')?.getAttribute('aria-label') ?? '',
      },
      foot: `${imprint} · ${address}`,
    })
    saveFile(name, content, fileTypes.docx)
    return name
  }
  return (
    <Button className="link" disabled={busy} onClick={() => run(save)}>
      {words.save}
    </Button>
  )
}

export const Headline = ({ answer, selected, select }: Choosing) => {
  const { words, language, numbers } = useTexts(answerWords)
  const about = useAbout()
  const draft = useStore(state => state.draft)
  const [nothing] = answer.packages
  const name = about === undefined ? answer.name : nameIn(about.names, language)
  const title = packageWords[language]
  const hundred = (one: PackageAnswer) => words.ofRevived(Math.round(one.probability.revived * 100))
  const compared = selected === nothing ? packageOf(answer, answer.best.id) : selected
  const sure = useSureText(answer)
  const over = words.over(
    name,
    answer.cost.from,
    answer.end,
    numbers.percent(answer.cost.shareOfOutput),
    numbers.money(answer.cost.perYear),
  )
  return (
    <>
      <p className="over">{over}</p>
      <h1>{words.title}</h1>
      <Conclusion answer={answer} />
      <p className="sure">
        <b>{words.sure}</b>
        {language === 'zh' ? '' : ' '}
        {sure}
      </p>
      <RegimeChoice draft={draft} />
      <Shown answer={answer} selected={selected} select={select} />
      <div className="wafs">
        <HundredSimulations shares={nothing.probability} name={title[nothing.id].name} said={hundred(nothing)} />
        <HundredSimulations shares={compared.probability} name={title[compared.id].name} said={hundred(compared)} />
      </div>
      <ClassKey className="note wkey" />
      <p className="sure links">
        <Button className="link" onClick={() => goTo('record')}>
          {words.record}
        </Button>
        <Button className="link" onClick={() => goTo('what-if')}>
          {words.another}
        </Button>
        <MemoButton answer={answer} shown={compared} over={over} sure={sure} />
      </p>
    </>
  )
}
