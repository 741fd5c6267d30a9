/** The properties of a resolved part of an equation text, and whether its unit agrees with those of other parts. */

import type { Complaints } from './complaints.ts'
import { literal } from './expression.ts'
import type { Expression } from './linked.ts'
import type { Syntax } from './parse.ts'
import { dimensionless, formatUnit, sameUnit, type Unit } from './units.ts'

export class Part {
  private readonly complaints: Complaints
  /** Undefined for a literal 0, which takes any unit, and after an error. */
  unit: Unit | undefined
  isCondition = false

  constructor(complaints: Complaints) {
    this.complaints = complaints
  }

  /** A number in a unit. */
  quantity(expression: Expression, unit: Unit | undefined): Expression {
    this.unit = unit
    this.isCondition = false
    return expression
  }

  truth(expression: Expression): Expression {
    this.unit = dimensionless
    this.isCondition = true
    return expression
  }

  poison(): Expression {
    this.unit = undefined
    this.isCondition = true
    return literal(0)
  }

  unknown(syntax: Syntax, name: string): Expression {
    this.complaints.unknownName(syntax, name)
    return this.poison()
  }

  fail(message: string, syntax: Syntax, suggestion?: string): Expression {
    this.complaints.problem(message, syntax, suggestion)
    return this.poison()
  }
  /** The unit that two parts share; a clash is reported. `all` is the number of parts of the whole. */
  shared(
    first: Unit | undefined,
    second: Unit | undefined,
    what: string,
    all: number,
    syntax: Syntax,
  ): Unit | undefined {
    if (first === undefined) return second
    if (second === undefined || first === second || first.key === second.key) return first
    const sides = all > 2 ? 'all its values' : 'both sides'
    this.complaints.clash(
      `'${what}' mixes ${formatUnit(first)} and ${formatUnit(second)} in '${this.complaints.snippet(syntax)}'; ${sides} must have the same unit`,
    )
    return undefined
  }

  /** The part resolved last is the argument of a function. */
  expectArgument(unit: Unit, name: string, syntax: Syntax): void {
    if (this.unit === undefined || sameUnit(this.unit, unit)) return
    this.complaints.clash(
      `the argument of '${name}' must be in ${formatUnit(unit)} but is in ${formatUnit(this.unit)} in '${this.complaints.snippet(syntax)}'`,
    )
  }

  expectPure(unit: Unit | undefined, side: Syntax, syntax: Syntax): void {
    if (unit === undefined || sameUnit(unit, dimensionless)) return
    this.complaints.problem(
      `'^' needs dimensionless numbers unless the exponent is a literal, but '${this.complaints.snippet(side)}' is in ${formatUnit(unit)}`,
      syntax,
    )
  }
}
