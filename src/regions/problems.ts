/** What is wrong with a region's folder, in words for whoever has to mend it. */

export interface PackProblem {
  /** Path inside the folder of packs, such as CN-LN/figures.csv. */
  readonly file: string
  /** Line of the file, the header being 1; absent when the whole file is meant. */
  readonly row?: number
  /** Column, or field of region.json. */
  readonly field?: string
  readonly wrong: string
  readonly cure: string
}

export const describeProblem = ({ file, row, field, wrong, cure }: PackProblem): string =>
  `${file}${row === undefined ? '' : `, row ${row}`}${field === undefined ? '' : `, ${field}`}: ${wrong}. ${cure}.`

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
