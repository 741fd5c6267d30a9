/** Writes a page of text with one picture as a Word document (Office Open XML). */

import { strToU8, zipSync } from 'fflate'
import type { Language } from '../../language/messages.ts'
import { inMarkup } from '../../language/typeset.ts'

export interface Page {
  readonly language: Language
  readonly title: string
  /** Above the title, smaller. */
  readonly over: string
  readonly parts: ReadonlyArray<{ readonly head: string; readonly text: string }>
  /** Stands after the first part. */
  readonly picture: {
    readonly png: Uint8Array
    /** Width over height. */
    readonly shape: number
    /** For readers who do not see it. */
    readonly text: string
  }
  /** Below everything, smaller. */
  readonly foot: string
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'

/** Paragraph styles: id, name in Word, size in half points, bold, space before in twentieths of a point. */
const styles = [
  ['Title', 'Title', 32, true, 60],
  ['Heading1', 'heading 1', 22, true, 160],
  ['Normal', 'Normal', 20, false, 20],
  ['Note', 'Note', 16, false, 60],
] as const
type Style = (typeof styles)[number][0]

const stylesPart = (language: Language): string =>
  `${declaration}<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="SimSun"/><w:lang w:val="${language === 'zh' ? 'zh-CN' : 'en-GB'}" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>${styles
    .map(
      ([id, name, size, bold, before]) =>
        `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/><w:pPr>${id === 'Heading1' ? '<w:keepNext/>' : ''}<w:spacing w:before="${before}" w:after="0"/>${id === 'Heading1' ? '<w:outlineLvl w:val="0"/>' : ''}</w:pPr><w:rPr>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/></w:rPr></w:style>`,
    )
    .join('')}</w:styles>`

const paragraph = (style: Style, text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t xml:space="preserve">${inMarkup(text)}</w:t></w:r></w:p>`

/** Largest size of the picture in English metric units, 360,000 of which are a centimetre: the page has room for more text. */
const [widest, highest] = [11 * 360_000, 8.5 * 360_000]

const pictureParagraph = ({ shape, text }: Page['picture']): string => {
  const width = Math.round(Math.min(widest, highest * shape))
  const size = `cx="${width}" cy="${Math.round(width / shape)}"`
  return `<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing"><wp:extent ${size}/><wp:docPr id="1" name="chart" descr="${inMarkup(text)}"/><a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture"><pic:pic xmlns:pic="${drawing}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="chart.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="${office}" r:embed="chart"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
}

const documentPart = ({ title, over, parts, picture, foot }: Page): string => {
  const [first, ...rest] = parts.map(({ head, text }) => paragraph('Heading1', head) + paragraph('Normal', text))
  return `${declaration}<w:document xmlns:w="${word}"><w:body>${[
    paragraph('Note', over),
    paragraph('Title', title),
    first,
    pictureParagraph(picture),
    ...rest,
    paragraph('Note', foot),
  ].join(
    '',
  )}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1021" w:bottom="1021" w:left="1247" w:right="1247" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`
}

const relationships = (all: ReadonlyArray<readonly [id: string, type: string, target: string]>): string =>
  `${declaration}<Relationships xmlns="${packaged}/relationships">${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`

const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export const wordFile = (page: Page): Uint8Array<ArrayBuffer> =>
  zipSync({
    '[Content_Types].xml': strToU8(
      `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${mainType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${mainType}.styles+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(relationships([['document', 'officeDocument', 'word/document.xml']])),
    'word/_rels/document.xml.rels': strToU8(
      relationships([
        ['styles', 'styles', 'styles.xml'],
        ['chart', 'image', 'media/chart.png'],
      ]),
    ),
    'word/document.xml': strToU8(documentPart(page)),
    'word/styles.xml': strToU8(stylesPart(page.language)),
    'word/media/chart.png': page.picture.png,
  }) as Uint8Array<ArrayBuffer>
