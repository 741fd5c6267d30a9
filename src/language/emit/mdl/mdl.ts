/**
 * Writes a linked model with the inputs of one run as a Vensim model (.mdl), in the part of that language that
 * independent engines read alike. States become INTEG of (closing - opening)/TIME STEP, so Euler's method repeats
 * our steps; annual states move in the last step of a year only. What cannot be written is named.
 */

import { ModelError, type Problem } from '../../errors.ts'
import { messages as linker } from '../../../texts/linker.ts'
import { messages as vensim } from '../../../texts/vensim.ts'
import type {
  EquationNode,
  Expression,
  LinkedDimension,
  LinkedModel,
  LinkedTable,
  Phase,
  Variable,
  SumLoop,
} from '../../linked.ts'
import { formatUnit } from '../../units.ts'
import { contextOf, ExpressionWriter, type HelperPiece, type MdlSurroundings } from './expressions.ts'
import { fileText, type MdlEntry, type Lookup, type MdlSection, subscripts } from './file.ts'
import {
  constantPieces,
  elementPlaces,
  pathsOf,
  wholeRanges,
  type InputRecording,
  type CornerPoint,
} from './recording.ts'
import { MdlNames } from './names.ts'
import { mdlNumeral } from './numerals.ts'
import { raised } from '../../typeset.ts'

export interface MdlSettings {
  /** The contents of the file, a sentence a line: region, policy, version. */
  readonly about: readonly string[]
}

export interface Mdl {
  readonly text: string
  /** Parts of the model that the file does not hold; also listed in the file. */
  readonly omitted: readonly string[]
  /** Names of a variable's elements in the file, row by row. */
  elementNames(variable: Variable): string[]
}

const isInput = ({ kind }: Variable): boolean => kind === 'exogenous' || kind === 'lever' || kind === 'shock'

/** `closing` of a stock is opening + timeStep * rate: the rate, or undefined for any other form. */
const rateOf = (variable: Variable, expression: Expression): Expression | undefined => {
  if (expression.op !== 'binary' || expression.operator !== '+') return undefined
  const { left, right } = expression
  const opens = left.op === 'read' && left.variable === variable && !left.closing
  if (!opens || right.op !== 'binary' || right.operator !== '*') return undefined
  return right.left.op === 'read' && right.left.variable.name === 'timeStep' ? right.right : undefined
}

const priorText = ({ declaration }: Variable): string => {
  if (declaration?.kind !== 'parameter' || typeof declaration.value === 'number') return ''
  const { low, central, high } = declaration.value
  return typeof central === 'number' ? `. Between ${String(low)} and ${String(high)} in 80 of 100 cases` : ''
}

class MdlWriter implements MdlSurroundings {
  readonly names: MdlNames
  private readonly model: LinkedModel
  private readonly recording: InputRecording
  private readonly writer = new ExpressionWriter(this)
  private entries: MdlEntry[] = []
  private readonly lookups: Lookup[] = []
  private readonly problems: Problem[] = []
  /** Names made for a purpose, and names of helpers by what they compute. */
  private readonly made = new Map<string, string>()
  private readonly helpers = new Map<string, string>()
  private readonly closingReads = new Set<Variable>()

  constructor(model: LinkedModel, recording: InputRecording) {
    this.model = model
    this.recording = recording
    const named = [...model.variables.values()].filter(({ kind }) => kind !== 'clock')
    this.names = new MdlNames(named, model.dimensions.values())
    for (const phase of ['base', 'annual', 'step'] as const) {
      for (const item of model.order[phase]) {
        for (const node of 'nodes' in item ? item.nodes : []) {
          for (const { variable, closing } of node.reads) if (closing) this.closingReads.add(variable)
        }
      }
    }
  }

  /** `define` is called the first time. */
  private once(key: string, wanted: string, define: (name: string) => void): string {
    const known = this.made.get(key)
    if (known !== undefined) return known
    const name = this.names.fresh(wanted)
    this.made.set(key, name)
    define(name)
    return name
  }

  private add(name: string, unit: string, doc: string, pieces: readonly HelperPiece[]): void {
    this.entries.push({ name, unit, doc, pieces })
  }

  private addText(name: string, unit: string, doc: string, text: string, ranges: readonly SumLoop[] = []): void {
    this.add(name, unit, doc, [{ ranges, text }])
  }

  private subscripts(ranges: readonly SumLoop[]): string {
    return subscripts(this.names, ranges)
  }

  private yearOpening(): string {
    return this.once('year', 'yearOpening', name =>
      this.addText(name, 'year', 'Opening of the present calendar year', 'INTEGER(Time + 0.5*TIME STEP)'),
    )
  }

  private stepOfYear(): string {
    const opening = this.yearOpening()
    return this.once('step', 'stepOfYear', name => {
      const doc = 'Steps since the first step of the present calendar year'
      this.addText(name, '1', doc, `INTEGER((Time - ${opening})/TIME STEP + 0.5)`)
    })
  }

  private yearEnds(): string {
    const step = this.stepOfYear()
    return this.once('ends', 'yearEnds', name => {
      const doc = '1 in the last step of a calendar year, else 0: annual states move then'
      this.addText(name, '1', doc, `IF THEN ELSE((${step} + 1.5)*TIME STEP > 1.0, 1.0, 0.0)`)
    })
  }

  private clockName({ name }: Variable, phase: Phase): string {
    switch (name) {
      case 'timeStep':
        return 'TIME STEP'
      case 'startTime':
        return 'INITIAL TIME'
      case 'time':
        return phase === 'base' ? 'INITIAL TIME' : phase === 'annual' ? this.yearOpening() : 'Time'
      case 'stepNumber':
        return '((Time - INITIAL TIME)/TIME STEP)'
      case 'stepOfYear':
        return this.stepOfYear()
      default:
        return this.yearEnds()
    }
  }

  nameOf(variable: Variable, closing: boolean, phase: Phase): string {
    if (variable.kind === 'clock') return this.clockName(variable, phase)
    const name = this.names.of(variable)
    if (closing) return this.once(`closing ${variable.name}`, `${name}Closing`, () => undefined)
    if (variable.state && phase === 'base') return this.initialName(variable)
    if (isInput(variable) && phase !== 'step' && this.recording.moves(variable)) return this.inputAt(variable, phase)
    // Annual equations are computed in every step; what they read must not move within the year.
    const varies = variable.state && variable.phase === 'step' && variable.kind !== 'yearMean'
    return phase === 'annual' && varies ? this.held(variable) : name
  }

  /** A moving input as it is at the start, or at the opening of the present year. */
  private inputAt(variable: Variable, phase: Phase): string {
    const name = this.names.of(variable)
    if (phase === 'base')
      return this.once(`${phase} ${variable.name}`, `${name}AtStart`, made =>
        this.add(made, variable.unitText, `${name} at the start`, this.startPieces(variable)),
      )
    return this.once(`${phase} ${variable.name}`, `${name}OfYear`, made => {
      const doc = `${name} at the opening of the present year`
      this.add(made, variable.unitText, doc, this.pathPieces(variable, this.yearOpening()))
    })
  }

  /** A path at the start, which is not that of the first step where steps read paths at their middle. */
  private startPieces(variable: Variable): HelperPiece[] {
    return pathsOf(variable, this.recording).map(({ ranges }) => {
      const [first] = variable.dimensions.length === 0 ? [] : ranges
      return { ranges, text: mdlNumeral(this.recording.atStart(variable, first?.low ?? 0)) }
    })
  }

  /** A state that moves within the year, as it was in the first step of the year. */
  private held(variable: Variable): string {
    const name = this.names.of(variable)
    const step = this.stepOfYear()
    return this.once(`held ${variable.name}`, `${name}OfYear`, made => {
      const kept = this.names.fresh(`${made}Kept`)
      const ranges = wholeRanges(variable.dimensions)
      const at = this.subscripts(ranges)
      const { unitText } = variable
      const held = `IF THEN ELSE(${step} < 0.5, ${name}${at}, ${kept}${at})`
      this.addText(made, unitText, `${name} in the first step of the present year`, held, ranges)
      const keeps = `INTEG((${made}${at} - ${kept}${at})/TIME STEP, 0.0)`
      this.addText(kept, unitText, `Keeps ${made} through the year`, keeps, ranges)
    })
  }

  private initialName(variable: Variable): string {
    const name = this.names.of(variable)
    return this.once(`initial ${variable.name}`, `${name}Initial`, made =>
      this.addNode(made, variable.value, 'base', `Initial value of ${name}`, variable),
    )
  }

  tableName(table: LinkedTable): string {
    return this.once(`table ${table.name}`, table.name, name => {
      const points = Array.from(table.arguments, (x, at): CornerPoint => [x, table.results[at]])
      this.lookups.push({ name, unit: table.unitText, doc: table.doc, points })
    })
  }

  labelNumbers(dimension: LinkedDimension): string {
    return this.once(`numbers ${dimension.name}`, `${dimension.name}Number`, name => {
      const pieces = constantPieces([dimension], dimension.numbers ?? [])
      this.add(name, formatUnit(dimension.unit), `Number of each label of ${dimension.name}`, pieces)
    })
  }

  labelMark(dimension: LinkedDimension, position: number): string {
    const label = this.names.label(dimension, position)
    return this.once(`mark ${dimension.name} ${label}`, `${dimension.name}Is${raised(label)}`, name => {
      const marks = dimension.labels.map((_, at) => (at === position ? 1 : 0))
      this.add(name, '1', `1 for ${label}, else 0`, constantPieces([dimension], marks))
    })
  }

  helper(
    wanted: string,
    phase: Phase,
    ranges: readonly SumLoop[],
    pieces: (name: string) => readonly HelperPiece[],
  ): string {
    // The same part of two equations is taken once.
    const found = pieces(wanted)
    const texts = found.map(piece => `${this.subscripts(piece.ranges)} = ${piece.text}`)
    const key = [phase, this.subscripts(ranges), ...texts].join(' ')
    const known = this.helpers.get(key)
    if (known !== undefined) return known
    const name = this.names.fresh(wanted)
    this.helpers.set(key, name)
    this.add(name, '', 'Part of the equations that name it', found)
    return name
  }

  private piecesOf(
    node: EquationNode,
    phase: Phase,
    owner: string,
    part = (expression: Expression): Expression => expression,
  ): HelperPiece[] {
    return node.pieces.map(({ loops, expression }) => ({
      ranges: loops,
      text: this.writer.write(part(expression), contextOf(loops, phase, owner)),
    }))
  }

  private addNode(name: string, node: EquationNode | undefined, phase: Phase, doc: string, of: Variable): void {
    if (node !== undefined) this.add(name, of.unitText, doc, this.piecesOf(node, phase, name))
  }

  private addConstant(variable: Variable, values: readonly number[], unit: string, doc: string): void {
    const name = this.names.of(variable)
    if (values.every(value => Number.isFinite(value))) {
      this.add(name, unit, doc, constantPieces(variable.dimensions, values))
      return
    }
    this.problems.push({ name, message: linker.of({ where: name, what: vensim.notNumber() }) })
  }

  private pathPieces(variable: Variable, when: string): HelperPiece[] {
    const name = this.names.of(variable)
    return pathsOf(variable, this.recording).map(({ ranges, constant, points, scale }) => {
      if (constant !== undefined) return { ranges, text: mdlNumeral(constant) }
      const label = ranges.map(range => (range.low === range.high ? this.names.range(range) : '')).join('')
      const table = this.once(`path ${variable.name} ${label}`, `${name}Path${label}`, made => {
        const doc = `Path of ${name} over time${scale === 1 ? '' : `, times ${String(scale)}`}`
        this.lookups.push({ name: made, unit: scale === 1 ? variable.unitText : '', doc, points })
      })
      return { ranges, text: scale === 1 ? `${table}(${when})` : `${table}(${when})/${mdlNumeral(scale)}` }
    })
  }

  private addInput(variable: Variable): void {
    const { declaration, size, unitText } = variable
    const unit = declaration?.kind === 'lever' ? `${unitText} [${declaration.bounds.join(',')}]` : unitText
    const doc = variable.doc + priorText(variable)
    if (this.recording.moves(variable)) {
      this.add(this.names.of(variable), unit, doc, this.pathPieces(variable, 'Time'))
      return
    }
    const values = Array.from({ length: size }, (_, element) => this.recording.path(variable, element)[0])
    this.addConstant(variable, values, unit, doc)
  }

  private addState(variable: Variable): void {
    const { closing, annual, doc, unitText, phase } = variable
    if (closing === undefined) return
    if (!annual && closing.pieces.every(({ expression }) => rateOf(variable, expression) !== undefined)) {
      this.addFlow(variable, closing)
      return
    }
    const name = this.names.of(variable)
    const ranges = wholeRanges(variable.dimensions)
    const at = this.subscripts(ranges)
    const closes = this.nameOf(variable, true, phase)
    const closesDoc = `${name} at the end of the ${annual ? 'year' : 'step'}`
    this.add(closes, unitText, closesDoc, this.piecesOf(closing, phase, closes))
    const change = `(${closes}${at} - ${name}${at})/TIME STEP`
    const moves = annual ? `IF THEN ELSE(${this.yearEnds()} > 0.5, ${change}, 0.0)` : change
    this.addText(name, unitText, doc, `INTEG(${moves}, ${this.initialText(variable)})`, ranges)
  }

  /** A stock that moves each step by its rate. */
  private addFlow(variable: Variable, closing: EquationNode): void {
    const { doc, unitText, phase } = variable
    const name = this.names.of(variable)
    const ranges = wholeRanges(variable.dimensions)
    const at = this.subscripts(ranges)
    const flows = this.piecesOf(closing, phase, name, expression => rateOf(variable, expression) ?? expression)
    const closes = this.closingReads.has(variable)
    let flow = flows[0].text
    if (flows.length > 1 || closes) {
      const net = this.names.fresh(`${name}NetFlow`)
      this.add(net, `${unitText}/year`, `Net flow into ${name}`, flows)
      flow = `${net}${at}`
    }
    this.addText(name, unitText, doc, `INTEG(${flow}, ${this.initialText(variable)})`, ranges)
    if (!closes) return
    const text = `${name}${at} + TIME STEP*${flow}`
    this.addText(this.nameOf(variable, true, phase), unitText, `${name} at the end of the step`, text, ranges)
  }

  /** The initial value inside an INTEG: a number or a name. */
  private initialText(variable: Variable): string {
    const [piece, more] = variable.value?.pieces ?? []
    if (piece?.expression.op === 'literal' && more === undefined) return mdlNumeral(piece.expression.value)
    return this.initialName(variable) + this.subscripts(wholeRanges(variable.dimensions))
  }

  private addVariable(variable: Variable): void {
    const { kind, phase, unitText, doc } = variable
    if (kind === 'clock' || phase === 'audit' || (kind === 'hidden' && phase === 'base')) return
    if (kind === 'parameter' || kind === 'datum' || isInput(variable)) this.addInput(variable)
    else if (kind === 'solved' || kind === 'trial') {
      const found = `${doc}. Solved by the initialiser: this file holds the value it found`
      this.addConstant(variable, this.recording.elements(variable), unitText, found)
    } else if (variable.state) this.addState(variable)
    else this.addNode(this.names.of(variable), variable.value, phase, doc, variable)
  }

  private refuseCopies(): void {
    for (const { name, dimensions } of this.model.variables.values()) {
      const original = dimensions.find(({ copyOf }) => copyOf !== undefined)?.copyOf
      if (original === undefined) continue
      this.problems.push({ name, message: linker.of({ where: name, what: vensim.copy({ original: original.name }) }) })
    }
  }

  private refuseBlocks(): void {
    for (const item of [...this.model.order.annual, ...this.model.order.step]) {
      if (item.type !== 'simultaneous') continue
      const members = item.nodes.map(node => node.variable.name).join(', ')
      const message = linker.of({ where: item.name, what: vensim.block({ members }) })
      this.problems.push({ name: item.name, message })
    }
  }

  sections(): MdlSection[] {
    const hidden = Map.groupBy(this.model.hidden, ({ sector }) => sector)
    return this.model.sectors.map(({ title, names }) => {
      this.entries = []
      for (const name of names) {
        const variable = this.model.variables.get(name)
        if (variable !== undefined) this.addVariable(variable)
      }
      for (const variable of hidden.get(title) ?? []) this.addVariable(variable)
      hidden.delete(title)
      return { title, entries: this.entries }
    })
  }

  write(about: readonly string[], omitted: readonly string[]): string {
    this.refuseBlocks()
    this.refuseCopies()
    const sections = this.sections().filter(({ entries }) => entries.length > 0)
    if (this.problems.length > 0) throw new ModelError(this.problems)
    const { startTime, timeStep, steps } = this.recording
    const clock = { startTime, timeStep, steps: steps.length }
    const lines = [...about, ...omitted.map(one => `Not in this file: ${one}.`)]
    return fileText(this.names, lines, clock, sections, this.lookups)
  }

  elementNames(variable: Variable): string[] {
    const name = this.names.of(variable)
    return elementPlaces(variable.dimensions).map(ranges => name + this.subscripts(ranges))
  }
}

/** A phrase for each kind of thing that is left out, with its names and what stands in its place. */
const omittedFrom = ({ variables, matrices, identities }: LinkedModel): string[] => {
  const kept = (kind: string): string[] =>
    [...variables.values()].filter(variable => variable.kind === kind).map(({ name }) => name)
  const check = 'checks that nothing computes from'
  const search = 'the file holds what our initialisation found, and keeps it when other figures are changed'
  const parts: ReadonlyArray<readonly [what: string, names: readonly string[], instead: string]> = [
    ['accounting matrices', matrices.map(({ title }) => title), check],
    ['identities', identities.map(({ name }) => name), check],
    ['random processes of the shocks', kept('shock'), 'the file holds the values of this run'],
    ['the search for unknowns', [...kept('solved'), ...kept('trial')], search],
  ]
  return parts
    .filter(([, names]) => names.length > 0)
    .map(([what, names, instead]) => `${what} (${names.join(', ')}): ${instead}`)
}

/** Throws a ModelError that names every part of the model that has no counterpart. */
export const writeMdl = (model: LinkedModel, recording: InputRecording, { about }: MdlSettings): Mdl => {
  const writer = new MdlWriter(model, recording)
  const omitted = omittedFrom(model)
  const text = writer.write(about, omitted)
  return { text, omitted, elementNames: variable => writer.elementNames(variable) }
}
