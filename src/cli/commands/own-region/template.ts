/** `heartland template` writes a workbook in which users enter the figures of their own region. */

import { UsageError } from '../../../language/messages.ts'
import { commandMessages } from '../../input/messages.ts'
import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { meaningIn } from '../../../analysis/words/meaning.ts'
import { figureInChinese } from '../../../model/names/series.ts'
import { model } from '../../../model/index.ts'
import { xlsxOf } from '../../../regions/own/spreadsheet.ts'
import { templateOf, templateTexts } from '../../../regions/own/template.ts'
import { countryOfArea, packsOf } from '../../../regions/country/on-demand.ts'
import { askedSeries, askedTexts } from '../../../regions/country/own-area.ts'
import { addPacks, languageFrom, languageOption } from '../../input/common-options.ts'
import { messages as say } from '../../../texts/template.ts'
import { writeNew } from '../../input/new-file.ts'
import { regionCalled } from '../../input/opening.ts'
import { note, type Session } from '../../terminal/session.ts'

interface TemplateOptions {
  readonly out: string
  readonly packs?: string
  readonly blank?: boolean
  readonly lang: string
}

const writeTemplate = async (session: Session, word: string, options: TemplateOptions): Promise<void> => {
  const { out, packs, blank = false, lang } = options
  if (!out.toLowerCase().endsWith('.xlsx'))
    throw new UsageError(commandMessages.ending({ option: '--out', file: out, endings: '.xlsx' }))
  if (existsSync(out)) throw new UsageError(commandMessages.mayHoldFigures({ path: out }))
  const id = regionCalled(word, packs)
  const of = countryOfArea(id, packs)
  const asked = of && askedSeries(of.read)
  const known = packsOf(id, packs)
  const { texts, context } =
    asked === undefined
      ? templateTexts(id, known.filesIn, known.read)
      : { texts: askedTexts(of!.read, of!.country, id), context: of!.country }
  const meaningOf = meaningIn(model)
  const nameIn = (name: string, labels: string): string => asked?.get(name)?.zh ?? figureInChinese(name, labels)
  const sheets = templateOf(texts, id, context, {
    blank,
    meaningOf: name => asked?.get(name)?.en ?? meaningOf(name),
    ...(languageFrom(lang) === 'zh' ? { chineseOf: nameIn } : {}),
    ...(asked === undefined ? {} : { about: say.asked({ context }) }),
  })
  writeNew(out, await xlsxOf(sheets), {})
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length - 1, 0)
  note(
    session,
    `${out}: ${sheets.length} sheets, ${rows} rows. Fill it in, then run: heartland import ${out} --out my-region`,
  )
}

export const define = (command: Command, session: Session): void => {
  command
    .requiredOption('-o, --out <file>', 'the workbook to write, such as my-region.xlsx')
    .option('--blank', 'leave values, years, grades and notes empty: only names and units')
  command.option(...languageOption)
  addPacks(command).action((area: string, options: TemplateOptions) => writeTemplate(session, area, options))
}
