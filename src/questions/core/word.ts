/** A report as a Word document: sentences, tables, and the pictures of its drawings. */

import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx'
import type { Language } from '../../language/messages.ts'
import { displayWidth } from '../../language/width.ts'
import {
  type Block,
  type Drawing,
  isResidual,
  marksOf,
  namedText,
  type Said,
  type Table as ReportTable,
  tableOf,
  toldIn,
} from './report.ts'
import type { Writing } from './writing.ts'

export interface WordPicture {
  readonly png: Uint8Array
  /** Width over height. */
  readonly shape: number
  /** For readers who do not see it. */
  readonly text: string
}

export type WordPart =
  | { readonly kind: 'heading' | 'caption' | 'text' | 'note'; readonly text: string }
  | ({ readonly kind: 'picture' } & WordPicture)
  | {
      readonly kind: 'table'
      readonly heads: readonly string[]
      readonly rows: ReadonlyArray<readonly string[]>
      /** Columns of words; numbers stand at the right. */
      readonly words: readonly boolean[]
    }

export interface WordPage {
  readonly language: Language
  readonly title: string
  /** Above the title, smaller. */
  readonly over?: string | undefined
  readonly parts: readonly WordPart[]
  /** Below everything, smaller. */
  readonly foot: string
  readonly as: 'report' | 'memo'
}

export type PictureOf = (drawing: Drawing, years: readonly number[]) => WordPicture | undefined

/** As on a page, where they are coloured too. */
const marks = { good: '● ', bad: '○ ', none: '' } as const

/** The blocks of a report in their order; those for experts only where they are asked for. */
export const wordParts = (
  blocks: readonly Block[],
  { said, cell }: Writing,
  { pictureOf, experts = false }: { readonly pictureOf?: PictureOf; readonly experts?: boolean },
): WordPart[] => {
  const noted = (one: Said | undefined): WordPart[] => (one === undefined ? [] : [{ kind: 'note', text: said(one) }])
  const tableParts = ({ title, columns, rows }: ReportTable): WordPart[] => [
    ...(title === undefined ? [] : [{ kind: 'caption', text: said(title) } as const]),
    {
      kind: 'table',
      heads: columns.map(({ head, full }) => said(full ?? head)),
      rows: (experts ? rows : rows.filter(row => !isResidual(row))).map(row =>
        row.map((one, at) => `${marks[toldIn(one) ?? 'none']}${cell(one, columns[at]!)}`),
      ),
      words: columns.map(({ as }) => as === 'text'),
    },
    ...noted(marksOf({ rows })),
  ]
  const partsOf = (block: Block): WordPart[] => {
    if (block.expert === true && !experts) return []
    switch (block.kind) {
      case 'text':
      case 'note':
        return [{ kind: block.kind, text: said(namedText(block)) }]
      case 'sources':
        return block.list.map(({ text, address }) => ({
          kind: 'note',
          text: address === undefined ? text : `${text} ${address}`,
        }))
      case 'section':
        return [{ kind: 'heading', text: said(block.title) }, ...block.blocks.flatMap(partsOf)]
      case 'table':
        return tableParts(block)
      case 'series': {
        const picture = block.drawing && pictureOf?.(block.drawing, block.years)
        const { title, ...untitled } = tableOf(block)
        return [
          ...(title === undefined ? [] : [{ kind: 'caption', text: said(title) } as const]),
          ...(picture === undefined ? [] : [{ kind: 'picture', ...picture } as const]),
          ...tableParts(untitled),
        ]
      }
    }
  }
  return blocks.flatMap(partsOf)
}

/** Largest width and height of a picture in pixels, 96 of which are an inch; a page of a memo has room for text as well. */
const sizes = { report: [600, 420], memo: [416, 321] } as const

/** A table of more columns stands on a page across. */
const mostUpright = 10

/** Letters of the narrowest and of the widest column: as wide as its longest text, or as a third of its head, between them. */
const [fewest, most] = [12, 28]

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const rule = { style: BorderStyle.SINGLE, size: 4, color: 'B8BEC6' } as const

const cellOf = (text: string, isWord: boolean, isHead = false): TableCell =>
  new TableCell({
    children: [
      new Paragraph({ text, style: isHead ? 'Head' : 'Cell', ...(isWord ? {} : { alignment: AlignmentType.RIGHT }) }),
    ],
  })

/** In twentieths of a point, of which a letter takes about 100. */
const widthsOf = (heads: readonly string[], rows: ReadonlyArray<readonly string[]>): number[] =>
  heads.map((head, at) => {
    const longest = Math.max(displayWidth(head) / 3, ...rows.map(row => displayWidth(row[at]!)))
    return Math.round(100 * Math.min(most, Math.max(fewest, longest)))
  })

const tableWith = ({ heads, rows, words }: Extract<WordPart, { kind: 'table' }>): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widthsOf(heads, rows),
    borders: { top: rule, bottom: rule, left: none, right: none, insideHorizontal: rule, insideVertical: none },
    rows: [
      new TableRow({ tableHeader: true, children: heads.map((head, at) => cellOf(head, words[at]!, true)) }),
      ...rows.map(row => new TableRow({ cantSplit: true, children: row.map((text, at) => cellOf(text, words[at]!)) })),
    ],
  })

const pictureIn = ({ png, shape, text }: WordPicture, [widest, highest]: readonly [number, number]): Paragraph => {
  const width = Math.round(Math.min(widest, highest * shape))
  const transformation = { width, height: Math.round(width / shape) }
  const altText = { name: 'chart', title: '', description: text }
  return new Paragraph({ children: [new ImageRun({ type: 'png', data: png, transformation, altText })] })
}

const isWide = (part: WordPart): boolean => part.kind === 'table' && part.heads.length > mostUpright

const written = (part: WordPart, as: WordPage['as']): Paragraph | Table => {
  switch (part.kind) {
    case 'table':
      return tableWith(part)
    case 'picture':
      return pictureIn(part, sizes[as])
    case 'heading':
      return new Paragraph({ text: part.text, heading: HeadingLevel.HEADING_1 })
    case 'caption':
      return new Paragraph({ text: part.text, heading: HeadingLevel.HEADING_2 })
    default:
      return new Paragraph({ text: part.text, style: part.kind === 'note' ? 'Note' : 'Normal' })
  }
}

/** Parts on pages of one kind; what introduces a wide table stands on its page. */
const runsOf = (parts: readonly WordPart[]): Array<{ readonly wide: boolean; readonly parts: WordPart[] }> => {
  const runs: Array<{ readonly wide: boolean; readonly parts: WordPart[] }> = [{ wide: false, parts: [] }]
  for (const part of parts) {
    const wide = isWide(part)
    const last = runs.at(-1)!
    if (last.wide === wide) {
      last.parts.push(part)
      continue
    }
    const before = last.parts.findLastIndex(({ kind }) => kind !== 'heading' && kind !== 'caption')
    runs.push({ wide, parts: [...(wide ? last.parts.splice(before + 1) : []), part] })
  }
  return runs
}

const margins = { top: 1021, bottom: 1021, left: 1247, right: 1247 }

const pageOf = (wide: boolean): ISectionOptions['properties'] => ({
  page: {
    size: {
      width: 11_906,
      height: 16_838,
      ...(wide ? { orientation: PageOrientation.LANDSCAPE } : {}),
    },
    margin: margins,
  },
})

/** A paragraph style: its size in half points, and the space before it in twentieths of a point. */
const style = (size: number, before: number, bold = false) => ({
  run: { size, bold, color: '000000' },
  paragraph: { spacing: { before, after: 0 } },
})

export const wordFile = async ({
  language,
  title,
  over,
  parts,
  foot,
  as,
}: WordPage): Promise<Uint8Array<ArrayBuffer>> => {
  const named = (id: string, given: ReturnType<typeof style>) => ({ id, name: id, basedOn: 'Normal', ...given })
  const all: WordPart[] = [...parts, { kind: 'note', text: foot }]
  const heading = [
    ...(over === undefined ? [] : [written({ kind: 'note', text: over }, as)]),
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
  ]
  const file = new Document({
    title,
    creator: 'Heartland',
    styles: {
      default: {
        document: {
          ...style(20, 40),
          run: {
            size: 20,
            font: { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'SimSun' },
            language: { value: language === 'zh' ? 'zh-CN' : 'en-GB', eastAsia: 'zh-CN' },
          },
        },
        title: style(32, 60, true),
        heading1: { ...style(22, 160, true), paragraph: { spacing: { before: 160, after: 0 }, keepNext: true } },
        heading2: { ...style(20, 120, true), paragraph: { spacing: { before: 120, after: 40 }, keepNext: true } },
      },
      paragraphStyles: [named('Note', style(16, 60)), named('Cell', style(16, 10)), named('Head', style(16, 10, true))],
    },
    sections: runsOf(all).map(({ wide, parts: own }, at) => ({
      properties: pageOf(wide),
      children: [...(at === 0 ? heading : []), ...own.map(part => written(part, as))],
    })),
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}
