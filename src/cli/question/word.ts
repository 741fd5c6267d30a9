/** Writes a report as a Word document, with the lines of its drawings as pictures. */

import { shapeOf } from '../../app/charts/geometry.ts'
import { numbersIn } from '../../analysis/words/numbers.ts'
import type { Language } from '../../language/messages.ts'
import type { Report } from '../../questions/core/report.ts'
import { type PictureOf, wordFile, wordParts } from '../../questions/core/word.ts'
import { writingIn } from '../../questions/core/writing.ts'
import { chartPicture } from '../charts/picture.ts'
import { pngOf } from '../charts/png.ts'
import { writeNew } from '../input/new-file.ts'

const pictureIn =
  (language: Language): PictureOf =>
  (drawing, years) => {
    const { said, own } = writingIn(numbersIn(language))
    // Parts on top of each other stand in the table.
    if (drawing.as === 'stack') return undefined
    const scale = own(drawing.scale) ?? 1
    const parts = [...(drawing.as === 'fan' ? [drawing.middle] : drawing.parts), ...(drawing.beside ?? [])]
    const levels = drawing.as === 'fan' ? drawing.levels : []
    const title = said(drawing.title)
    const svg = chartPicture(
      {
        title,
        unit: said(drawing.unit),
        years,
        lines: [...parts, ...levels.map(({ name, value }) => ({ names: name, values: years.map(() => value) }))].map(
          ({ names, values }) => ({
            name: said(names),
            values: values.map(value => (Number.isFinite(value) ? value * scale : null)),
          }),
        ),
        ...(drawing.as === 'fan'
          ? {
              bands: drawing.bands.map(
                ([low, high]) => [low.map(value => value * scale), high.map(value => value * scale)] as const,
              ),
            }
          : {}),
        conditions: drawing.note === undefined ? '' : said(drawing.note),
        source: '',
      },
      language,
    )
    return { png: pngOf(svg), shape: shapeOf(svg), text: title }
  }

export const writeWord = async (
  report: Report,
  language: Language,
  file: string,
  { full, overwrite }: { readonly full: boolean; readonly overwrite: boolean },
): Promise<void> => {
  const writing = writingIn(numbersIn(language))
  const { title, subtitle, lead, conditions, blocks } = report
  const content = await wordFile({
    as: 'report',
    language,
    title: writing.said(title),
    over: subtitle && writing.said(subtitle),
    parts: wordParts([...(lead === undefined ? [] : [{ kind: 'text' as const, message: lead }]), ...blocks], writing, {
      pictureOf: pictureIn(language),
      experts: full,
    }),
    foot: ['Heartland', ...(conditions === undefined ? [] : [conditions[language]])].join(' · '),
  })
  writeNew(file, content, { overwrite })
}
