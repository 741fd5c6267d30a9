/** Saves the answer as a memo of one page for a superior: question, finding, chart, certainty, cost and payers. */

import { conclusionParts } from '../../../analysis/answer/conclusion.ts'
import type { Answer, PackageAnswer } from '../../../analysis/answer/verdict.ts'
import { Button } from '../../controls/button.tsx'
import { chartPng, chartSvg, withFont } from '../../share/chart-file.ts'
import { fileTypes, saveFile } from '../../share/save.ts'
import { fileName, useImprint, useLink, useWork } from '../../share/sharing.ts'
import { useTexts, useWords } from '../../shell/use.ts'
import { answerCharts } from '../../../outcomes/catalogue.ts'
import { answerWords } from '../../words/answer.ts'
import memoWords from '../../../texts/app/memo.ts'
import { packageWords } from '../../../model/names/packages.ts'

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

export const MemoButton = ({
  answer,
  shown,
  over,
  sure,
}: {
  readonly answer: Answer
  readonly shown: PackageAnswer
  /** Region, years and budget. */
  readonly over: string
  /** How certain the answer is, beyond its conclusion. */
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
