/** The problems of a region's files: where, what, and what to do. */

import { type Language, type Message, ReportedError } from '../language/messages.ts'
import { messages as fault } from '../texts/region.ts'

export interface PackProblem {
  /** Path inside the folder of packs, such as CN-LN/figures.csv. */
  readonly file: string
  /** Line of the file, the header being 1; absent when the whole file is meant. */
  readonly row?: number
  /** Column, or field of region.json. */
  readonly field?: string
  /** Name of the sheet, where the file was a sheet of a workbook. */
  readonly sheet?: string
  readonly message: Message
  readonly fix: Message
}

/** True where nothing of a table was read: it is missing, or its header is wrong. */
export const isUnreadable = ({ row, field, message }: PackProblem): boolean =>
  (row ?? 1) === 1 &&
  field === undefined &&
  [fault.missing, fault.labelsMissing].every(one => one.of(message) === undefined)

/** The file, or the sheet of the workbook that was brought. */
export const placeOf = ({ file, sheet }: PackProblem, language: Language): string =>
  sheet === undefined ? file : language === 'zh' ? `工作表“${sheet}”` : `sheet '${sheet}'`

const inLine = (problem: PackProblem, language: Language): string => {
  const { row, field, message, fix } = problem
  const zh = language === 'zh'
  const place = [
    placeOf(problem, language),
    ...(row === undefined ? [] : [zh ? `第 ${row} 行` : `row ${row}`]),
    ...(field === undefined ? [] : [field]),
  ]
  const said = [message.text[language], fix.text[language]]
  return zh
    ? `${place.join('，')}：${said.join('。')}。`.replace('？。', '？')
    : `${place.join(', ')}: ${said.join('. ')}.`
}

/** Thrown with every problem found, one line each: a pack loads whole or not at all. */
export class PackError extends ReportedError {
  readonly problems: readonly PackProblem[]

  constructor(id: string, problems: readonly PackProblem[]) {
    const lines = (language: Language): string => problems.map(problem => inLine(problem, language)).join('\n')
    super(fault.faulty({ id, count: problems.length, lines: { en: lines('en'), zh: lines('zh') } }))
    this.name = 'PackError'
    this.problems = problems
  }
}
