/** Describes a problem of an equation text: what, where in the text, and what to do. */

import { excerpt, nearest } from './errors.ts'
import type { LinkedDimension, Phase, Variable } from './linked.ts'
import { type Directory, didYouMean, report } from './directory.ts'
import { functionNames } from './names.ts'
import type { Selector, Syntax } from './parse.ts'
import type { Unit } from './units.ts'

/** One text to resolve. */
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

  problem(message: string, syntax: Syntax, suggestion?: string): void {
    this.failed = true
    const { where, name, text } = this.request
    // What to do comes last, behind the place.
    const cure = message.indexOf('; ')
    const wrong = cure < 0 ? message : message.slice(0, cure)
    const place = `in '${excerpt(text, syntax.start, syntax.end)}'`
    const shown = `${where}: ${wrong} ${place}${didYouMean(suggestion)}${cure < 0 ? '' : message.slice(cure)}`
    report(this.directory, name, shown, text, suggestion)
  }

  /** A unit clash leaves names and dimensions sound, so the rest is still checked. */
  clash(message: string): void {
    report(this.directory, this.request.name, `${this.request.where}: ${message}`, this.request.text)
  }

  /** A part of the text, for a message. */
  snippet(syntax: Syntax): string {
    return excerpt(this.request.text.slice(syntax.start, syntax.end), 0, 90)
  }

  unknownName(syntax: Syntax, name: string): void {
    const owner = [...this.directory.dimensions.values()].find(dimension => dimension.positions.has(name))
    if (owner !== undefined) {
      return this.problem(
        `'${name}' is a label of '${owner.name}', not a quantity; write it as an index, x[${name}], or compare ${owner.name} = ${name}`,
        syntax,
      )
    }
    if (functionNames.includes(name) || this.directory.tables.has(name)) {
      return this.problem(`'${name}' is a function; write its argument in brackets, ${name}(…)`, syntax)
    }
    const other = this.directory.entries.find(entry => entry.name === name)
    if (other !== undefined)
      return this.problem(`'${name}' is a ${other.declaration.kind} and has no value to read`, syntax)
    return this.problem(
      `unknown name '${name}'`,
      syntax,
      nearest(name, [...this.directory.variables.keys(), ...this.directory.dimensions.keys()]),
    )
  }

  unknownLabel(dimension: LinkedDimension, word: string, syntax: Syntax): void {
    this.problem(
      `unknown label '${word}' of '${dimension.name}' (${listed(dimension)})`,
      syntax,
      nearest(word, dimension.labels),
    )
  }

  /** A label or range that fits none of a variable's dimensions, or more than one. */
  unknownSelector(variable: Variable, selector: Selector, owners: readonly LinkedDimension[], syntax: Syntax): void {
    const written = selector.range ? `${selector.from ?? ''}..${selector.to ?? ''}` : (selector.from ?? '')
    const { name, dimensions } = variable
    if (owners.length > 1) {
      this.problem(
        `label '${written}' of '${name}' belongs to ${owners.map(owner => `'${owner.name}'`).join(' and ')}`,
        syntax,
      )
    } else if (dimensions.length === 0) {
      this.problem(`'${name}' has no dimensions and cannot be indexed by '${written}'`, syntax)
    } else {
      const suggestion = nearest(
        written,
        dimensions.flatMap(dimension => dimension.labels),
      )
      const known = dimensions.map(dimension => `${dimension.name}: ${listed(dimension)}`).join(', ')
      this.problem(`unknown label '${written}' of '${name}' (${known})`, syntax, suggestion)
    }
  }

  /** A value that is not known before the first step. */
  notBefore(variable: Variable, closing: boolean, syntax: Syntax): void {
    const name = closing ? `closing(${variable.name})` : variable.name
    this.problem(
      `'${name}' is not known before the first step${closing ? '' : ' because it is an equation'}; ` +
        'use a base value or the initial value of a state',
      syntax,
    )
  }

  /** A value that changes too often for an annual text. */
  notAnnual(variable: Variable, closing: boolean, syntax: Syntax): void {
    const name = closing ? `closing(${variable.name})` : variable.name
    this.problem(
      `'${name}' changes within the year and this is annual; read a yearMean of it, or a delay with annual: false`,
      syntax,
    )
  }
}

/** Labels for a message: all of a few, the ends of many. */
const listed = (dimension: LinkedDimension): string =>
  dimension.labels.length <= 8
    ? dimension.labels.join(', ')
    : `${dimension.labels[0] ?? ''}, ${dimension.labels[1] ?? ''}, … ${dimension.labels.at(-1) ?? ''}`
