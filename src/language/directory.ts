/** The names known to the passes of the linker, and the list of problems that they add to. */

import type { Declaration, Model, Sector } from './declare.ts'
import type { Problem } from './errors.ts'
import { messages as linker } from '../texts/linker.ts'
import type { LinkedDimension, LinkedTable, Shape, SumLoop, Variable } from './linked.ts'
import type { Message } from './messages.ts'
import type { LeversByName } from './payer.ts'
import { dimensionless, parseUnit, UnitProblem, type DeclaredUnit } from './units.ts'

/** A declaration together with where it stands. */
export interface Entry {
  readonly name: string
  readonly declaration: Declaration
  readonly sector: Sector
  readonly rank: number
}

/** Everything the later passes look names up in, and the list of problems they add to. */
export interface Directory {
  readonly model: Model
  readonly problems: Problem[]
  readonly dimensions: Map<string, LinkedDimension>
  readonly variables: Map<string, Variable>
  readonly hidden: Variable[]
  /** For an equation that `beyondStandard` names: the hidden variable with the levers of its text at their standards. */
  readonly atStandard: Map<Variable, Variable>
  readonly tables: Map<string, LinkedTable>
  readonly levers: LeversByName
  /** The declarations, and those among them that are accounts. */
  readonly entries: Entry[]
  readonly accounts: Entry[]
  readonly bases: ReadonlySet<string>
  readonly units: Map<string, DeclaredUnit>
  readonly shapes: Map<readonly string[], Shape>
  readonly loops: Map<readonly LinkedDimension[], readonly SumLoop[]>
}

/** Adds a problem to the list. */
export const report = (
  directory: Directory,
  name: string,
  message: Message,
  text?: string,
  suggestion?: string,
): void => {
  directory.problems.push({
    name,
    message,
    ...(text === undefined ? {} : { text }),
    ...(suggestion === undefined ? {} : { suggestion }),
  })
}

/** Adds a problem of a declaration, or of a part of it: 'debt (of)'. */
export const reportAt = (
  directory: Directory,
  name: string,
  what: Message,
  where: string = name,
  suggestion?: string,
): void => report(directory, name, linker.of({ where, what }), undefined, suggestion)

export const didYouMean = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `; did you mean '${suggestion}'?`

/** Reads a unit; a bad one is reported and counts as dimensionless so that linking can go on. */
export const declaredUnit = (directory: Directory, name: string, text: string): DeclaredUnit => {
  let unit = directory.units.get(text)
  if (unit === undefined) {
    try {
      unit = parseUnit(text, directory.bases)
    } catch (problem) {
      if (!(problem instanceof UnitProblem)) throw problem
      reportAt(directory, name, problem.what)
      return { unit: dimensionless, factor: 1 }
    }
    directory.units.set(text, unit)
  }
  return unit
}
