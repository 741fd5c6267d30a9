/** The problems of a region's files: where, what, and what to do. */

import type { Language, Message } from '../language/messages.ts'

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

/** The file, or the sheet of the workbook that was brought. */
export const placeOf = ({ file, sheet }: PackProblem, language: Language): string =>
  sheet === undefined ? file : language === 'zh' ? `工作表“${sheet}”` : `sheet '${sheet}'`

/** A problem as one line in English, as the command line shows it. */
export const describeProblem = (problem: PackProblem): string => {
  const { row, field, message, fix } = problem
  const place = [
    placeOf(problem, 'en'),
    ...(row === undefined ? [] : [`row ${row}`]),
    ...((field ?? '') ? [field] : []),
  ]
  const end = fix.text.en.endsWith('?') ? '' : '.'
  return `${place.join(', ')}: ${message.text.en}. ${fix.text.en}${end}`
}

/** Thrown with every problem found, one line each: a pack loads whole or not at all. */
export class PackError extends Error {
  readonly problems: readonly PackProblem[]

  constructor(id: string, problems: readonly PackProblem[]) {
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`
    super(`region '${id}' has ${count}:\n${problems.map(problem => describeProblem(problem)).join('\n')}`)
    this.name = 'PackError'
    this.problems = problems
  }
}
