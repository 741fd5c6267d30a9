/** Describes a problem of an equation text: what, where in the text, and what to do. */

import { excerpt, nearest } from './errors.ts'
import type { LinkedDimension, Phase, Variable } from './linked.ts'
import { type Directory, report } from './directory.ts'
import { messages as linker } from '../texts/linker.ts'
import type { Message } from './messages.ts'
import { functionNames } from './names.ts'
import type { Selector, Syntax } from './parse.ts'
import type { Unit } from './units.ts'

export interface TextRequest {
  /** Name of the declaration, and what errors call the text: 'debt (inflow)'. */
  readonly name: string
  readonly where: string
  readonly text: string
  readonly phase: Phase
  /** Dimensions the result may vary over. */
  readonly over: readonly LinkedDimension[]
  /** Unit the result must have; undefined accepts any. */
  readonly unit: Unit | undefined
}

/** Collects the problems of one text after the other. */
export class Complaints {
  private readonly directory: Directory
  request: TextRequest
  /** True once a name, label or dimension is wrong: what follows from it is not worth a message. */
  failed = false

  constructor(directory: Directory, request: TextRequest) {
    this.directory = directory
    this.request = request
  }

  begin(request: TextRequest): void {
    this.request = request
    this.failed = false
  }

  problem(what: Message, syntax: Syntax, meant?: string): void {
    this.failed = true
    const { where, name, text } = this.request
    const place = excerpt(text, syntax.start, syntax.end)
    report(this.directory, name, linker.inText({ where, what, place, meant }), text, meant)
  }

  /** A unit clash leaves names and dimensions sound, so the rest is still checked. */
  clash(what: Message): void {
    const { where, name, text } = this.request
    report(this.directory, name, linker.of({ where, what }), text)
  }

  /** A part of the text, for a message. */
  snippet(syntax: Syntax): string {
    return excerpt(this.request.text.slice(syntax.start, syntax.end), 0, 90)
  }

  unknownName(syntax: Syntax, name: string): void {
    const owner = [...this.directory.dimensions.values()].find(dimension => dimension.positions.has(name))
    if (owner !== undefined) {
      return this.problem(linker.labelNotQuantity({ name, dimension: owner.name }), syntax)
    }
    if (functionNames.includes(name) || this.directory.tables.has(name)) {
      return this.problem(linker.functionNotValue({ name }), syntax)
    }
    const other = this.directory.entries.find(entry => entry.name === name)
    if (other !== undefined) return this.problem(linker.noValue({ name, kind: other.declaration.kind }), syntax)
    return this.problem(
      linker.unknownName({ name }),
      syntax,
      nearest(name, [...this.directory.variables.keys(), ...this.directory.dimensions.keys()]),
    )
  }

  unknownLabel(dimension: LinkedDimension, word: string, syntax: Syntax): void {
    this.problem(
      linker.unknownLabel({ word, name: dimension.name, known: listed(dimension) }),
      syntax,
      nearest(word, dimension.labels),
    )
  }

  /** A label or range that fits none of a variable's dimensions, or more than one. */
  unknownSelector(variable: Variable, selector: Selector, owners: readonly LinkedDimension[], syntax: Syntax): void {
    const written = selector.range ? `${selector.from ?? ''}..${selector.to ?? ''}` : (selector.from ?? '')
    const { name, dimensions } = variable
    if (owners.length > 1) {
      this.problem(linker.labelOfSeveral({ written, name, owners: owners.map(owner => owner.name) }), syntax)
    } else if (dimensions.length === 0) {
      this.problem(linker.noDimensions({ name, written }), syntax)
    } else {
      const suggestion = nearest(
        written,
        dimensions.flatMap(dimension => dimension.labels),
      )
      const known = dimensions.map(dimension => `${dimension.name}: ${listed(dimension)}`).join(', ')
      this.problem(linker.unknownLabel({ word: written, name, known }), syntax, suggestion)
    }
  }

  /** A value that is not known before the first step. */
  notBefore(variable: Variable, closing: boolean, syntax: Syntax): void {
    const name = closing ? `closing(${variable.name})` : variable.name
    this.problem(linker.notBefore({ name, closing }), syntax)
  }

  /** A value that changes too often for an annual text. */
  notAnnual(variable: Variable, closing: boolean, syntax: Syntax): void {
    const name = closing ? `closing(${variable.name})` : variable.name
    this.problem(linker.notAnnual({ name }), syntax)
  }
}

/** Labels for a message: all of a few, the ends of many. */
const listed = (dimension: LinkedDimension): string =>
  dimension.labels.length <= 8
    ? dimension.labels.join(', ')
    : `${dimension.labels[0] ?? ''}, ${dimension.labels[1] ?? ''}, … ${dimension.labels.at(-1) ?? ''}`
