/** Saves the answer as a memo of one page for a superior: question, finding, picture, certainty, and what would change it. */

import { type Block, namedText, textOf } from '../../../questions/core/report.ts'
import { Button } from '../../controls/button.tsx'
import { chartPng, chartSvg, withFont } from '../../share/chart-file.ts'
import { fileTypes, saveFile } from '../../share/save.ts'
import { fileName, useImprint, useLink, useWork } from '../../share/sharing.ts'
import { useTexts, useWords } from '../../shell/use.ts'
import { answerWords } from '../../words/answer.ts'
import memoWords from '../../../texts/app/memo.ts'
import type { PageReport } from '../../worker/answers/question.ts'
import { useWriting } from '../writing.ts'

/** The first drawing of the report; drawings come after the rest. */
const drawingOf = async (): Promise<HTMLElement> => {
  const found = document.querySelector<HTMLElement>('main figure.fig')
  if (found !== null) return found
  await new Promise(requestAnimationFrame)
  return drawingOf()
}

const shapeOf = (svg: string): number => {
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!
  return Number(width) / Number(height)
}

export const MemoButton = ({
  report: { blocks },
  over,
}: {
  readonly report: PageReport
  /** Region and years. */
  readonly over: string
}) => {
  const { words, language } = useTexts(memoWords)
  const answerText = useWords(answerWords)
  const { said } = useWriting()
  const imprint = useImprint()
  const { address } = useLink('answer')
  const { busy, run } = useWork(() => {})
  const textsIn = (list: readonly Block[], kinds: ReadonlyArray<Block['kind']>): string =>
    list
      // Whoever reads a memo types no commands.
      .filter(block => !('message' in block && textOf(block.message).en.includes('heartland run')))
      .flatMap(block => ('message' in block && kinds.includes(block.kind) ? [said(namedText(block))] : []))
      .join(language === 'zh' ? '' : ' ')
  const sections = blocks.filter(block => block.kind === 'section')
  const save = async (): Promise<string> => {
    const [lead, parts, ...rest] = blocks.filter(block => block.kind === 'text')
    const figure = await drawingOf()
    const svg = await withFont(chartSvg(figure, []))
    const png = new Uint8Array(await (await chartPng(svg, 3)).arrayBuffer())
    const { wordFile } = await import('../../share/word-file.ts')
    const name = `${fileName(answerText.title)}.docx`
    const content = wordFile({
      language,
      over,
      title: answerText.title,
      parts: [
        { head: words.finding, text: textsIn([lead!, parts!], ['text']) },
        ...sections
          .map(({ title, blocks: own }) => ({ head: said(title), text: textsIn(own, ['text']) }))
          .filter(({ text }) => text !== ''),
        { head: answerText.sure, text: textsIn([...rest, ...blocks], ['note']) },
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
