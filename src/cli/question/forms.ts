/** The forms in which a command gives its report: a page in either language, JSON, CSV, a workbook and a Word document. */

import type { Command } from 'commander'
import { csvFormatRows } from 'd3-dsv'
import { UsageError } from '../../language/messages.ts'
import { tidyRows } from '../../questions/core/frames.ts'
import type { Report } from '../../questions/core/report.ts'
import { fullOption, languageFrom, languageOption, overwriteOption } from '../input/common-options.ts'
import { commandMessages } from '../input/messages.ts'
import { refuseExisting } from '../input/new-file.ts'
import { print, printJson, type Session, screenOf } from '../terminal/session.ts'
import { reportOn } from './terminal.ts'
import { writeWorkbook } from './workbook.ts'

export interface Forms {
  readonly lang: string
  readonly csv?: boolean
  readonly json?: boolean
  readonly xlsx?: string
  readonly docx?: string
  readonly overwrite?: boolean
  readonly full?: boolean
}

export const addForms = (command: Command): Command =>
  command
    .option(...languageOption)
    .option(...fullOption)
    .option('--csv', 'print the figures as CSV, one a line')
    .option('--xlsx <file>', 'also write the tables as an Excel workbook')
    .option('--docx <file>', 'also write the page as a Word document')
    .option(...overwriteOption)
    .option('--json', 'print the result with all figures as JSON')

/** Throws a UsageError, before anything is computed, for two forms at once, an unknown language, or a file that is there. */
export const checkForms = ({ csv, json, lang, xlsx, docx, overwrite = false }: Forms): void => {
  if (csv === true && json === true) throw new UsageError(commandMessages.notBoth({ first: '--csv', second: '--json' }))
  languageFrom(lang)
  for (const file of [xlsx, docx]) refuseExisting(file, { overwrite })
}

/** Only a page is asked for, without its parts for experts. */
export const isBrief = ({ full, csv, json, xlsx, docx }: Forms): boolean =>
  full !== true && csv !== true && json !== true && xlsx === undefined && docx === undefined

type Rows = ReadonlyArray<readonly string[]>

export const printReport = async (
  session: Session,
  report: Report,
  forms: Forms,
  { record, csv }: { readonly record: () => unknown; readonly csv?: () => Rows | undefined },
): Promise<void> => {
  const language = languageFrom(forms.lang)
  if (forms.xlsx !== undefined) await writeWorkbook(report, language, forms.xlsx, forms.overwrite === true)
  if (forms.docx !== undefined) {
    const { writeWord } = await import('./word.ts')
    await writeWord(report, language, forms.docx, { full: forms.full === true, overwrite: forms.overwrite === true })
  }
  if (forms.json === true) printJson(session, record())
  else if (forms.csv === true)
    print(session, csvFormatRows((csv?.() ?? tidyRows(report, language)).map(row => [...row])))
  else print(session, reportOn(report, screenOf(session.out, language), forms.full === true))
}
