/** The properties of a resolved part of an equation text, and whether its unit agrees with those of other parts. */

import type { Complaints } from './complaints.ts'
import { literal } from './expression.ts'
import { messages as linker } from '../texts/linker.ts'
import type { Expression } from './linked.ts'
import type { Message } from './messages.ts'
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

  fail(what: Message, syntax: Syntax, suggestion?: string): Expression {
    this.complaints.problem(what, syntax, suggestion)
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
    this.complaints.clash(
      linker.unitsMixed({
        what,
        first: formatUnit(first),
        second: formatUnit(second),
        part: this.complaints.snippet(syntax),
        all: all > 2,
      }),
    )
    return undefined
  }

  /** The part resolved last is the argument of a function. */
  expectArgument(unit: Unit, name: string, syntax: Syntax): void {
    if (this.unit === undefined || sameUnit(this.unit, unit)) return
    const part = this.complaints.snippet(syntax)
    this.complaints.clash(linker.unitOfArgument({ name, wanted: formatUnit(unit), unit: formatUnit(this.unit), part }))
  }

  expectPure(unit: Unit | undefined, side: Syntax, syntax: Syntax): void {
    if (unit === undefined || sameUnit(unit, dimensionless)) return
    const part = this.complaints.snippet(side)
    this.complaints.problem(linker.unitOfPower({ part, unit: formatUnit(unit) }), syntax)
  }
}
