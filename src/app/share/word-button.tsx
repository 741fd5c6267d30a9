/** Saves a report as a Word document with the charts that are on the page. */

import { type Block, namedText, textOf } from '../../questions/core/report.ts'
import type { WordPart, WordPicture, wordParts } from '../../questions/core/word.ts'
import { shapeOf } from '../charts/geometry.ts'
import { Button } from '../controls/button.tsx'
import { useTexts, useWords } from '../shell/use.ts'
import { useStore } from '../state/store.ts'
import wordTexts from '../../texts/app/word.ts'
import { useWriting } from '../views/writing.ts'
import { answerWords } from '../words/answer.ts'
import type { PageReport } from '../worker/answers/question.ts'
import { chartPng, chartSvg, figureTitle, mainSvg, withFont } from './chart-file.ts'
import { fileTypes, saveFile } from './save.ts'
import { fileName, useImprint, useLink, useWork } from './sharing.ts'

/** The drawn charts of the page, by their titles in its order; drawings come after the rest. */
const picturesOn = async (needed: boolean): Promise<Map<string, WordPicture>> => {
  const figures = [...document.querySelectorAll<HTMLElement>('main figure.fig')].filter(one => mainSvg(one))
  if (needed && figures.length === 0) {
    await new Promise(requestAnimationFrame)
    return picturesOn(needed)
  }
  const pictures = new Map<string, WordPicture>()
  for (const figure of figures) {
    const svg = await withFont(chartSvg(figure, []))
    const png = new Uint8Array(await (await chartPng(svg, 3)).arrayBuffer())
    const text = figure.querySelector('[aria-label]')?.getAttribute('aria-label') ?? ''
    pictures.set(figureTitle(figure), { png, shape: shapeOf(svg), text })
  }
  return pictures
}

/** Texts of blocks of some kinds, as one paragraph. */
const useSaidIn = () => {
  const { said, language } = useWriting()
  return (list: readonly Block[], kinds: ReadonlyArray<Block['kind']>): string =>
    list
      // Whoever reads a memo types no commands.
      .filter(block => !('message' in block && textOf(block.message).en.includes('heartland run')))
      .flatMap(block => ('message' in block && kinds.includes(block.kind) ? [said(namedText(block))] : []))
      .join(language === 'zh' ? '' : ' ')
}

/** The answer on one page for a superior: question, finding, picture, certainty, and what would change it. */
const useMemoParts = () => {
  const writing = useWriting()
  const { said } = writing
  const { words } = useTexts(wordTexts)
  const { sure } = useWords(answerWords)
  const saidIn = useSaidIn()
  return ({ blocks }: PageReport, [picture]: readonly WordPicture[], partsOf: typeof wordParts): WordPart[] => {
    const [lead, parts, ...rest] = blocks.filter(block => block.kind === 'text')
    const sections = blocks.filter(block => block.kind === 'section').filter(({ expert }) => expert !== true)
    const paragraph = (text: string): WordPart[] => (text === '' ? [] : [{ kind: 'text', text }])
    const under = (head: string, text: string): WordPart[] => [{ kind: 'heading', text: head }, ...paragraph(text)]
    return [
      ...under(words.finding, saidIn([lead!, parts!], ['text'])),
      ...(picture === undefined ? [] : [{ kind: 'picture', ...picture } as const]),
      ...sections.flatMap(({ title, blocks: own }) => [
        { kind: 'heading', text: said(title) } as const,
        ...partsOf(
          own.filter(({ kind }) => kind === 'table'),
          writing,
          {},
        ),
        ...paragraph(saidIn(own, ['text'])),
      ]),
      ...under(sure, saidIn([...rest, ...blocks], ['note'])),
    ]
  }
}

export const WordButton = ({
  report,
  memo,
}: {
  readonly report: PageReport
  /** Of a memo of one page: its title, and the region and years above it. */
  readonly memo?: { readonly title: string; readonly over: string }
}) => {
  const { words, language } = useTexts(wordTexts)
  const writing = useWriting()
  const imprint = useImprint()
  const { address } = useLink(useStore(state => state.view))
  const memoParts = useMemoParts()
  const { busy, run } = useWork(() => {})
  const save = async (): Promise<string> => {
    const pictures = await picturesOn(memo !== undefined)
    const { wordFile, wordParts } = await import('../../questions/core/word.ts')
    const { title = writing.said(report.title), over } = memo ?? {}
    const name = `${fileName(title)}.docx`
    const content = await wordFile({
      as: memo === undefined ? 'report' : 'memo',
      language,
      over,
      title,
      parts:
        memo === undefined
          ? wordParts(report.blocks, writing, { pictureOf: drawing => pictures.get(writing.said(drawing.title)) })
          : memoParts(report, [...pictures.values()], wordParts),
      foot: `${imprint} · ${address}`,
    })
    saveFile(name, content, fileTypes.docx)
    return name
  }
  return (
    <Button className="link" disabled={busy} onClick={() => run(save)}>
      {memo === undefined ? words.whole : words.memo}
    </Button>
  )
}
