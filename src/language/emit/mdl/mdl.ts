/**
 * Writes a linked model with the inputs of one run as a Vensim model (.mdl), in the part of that language that
 * independent engines read alike. States become INTEG of (closing - opening)/TIME STEP, so Euler's method repeats
 * our steps; annual states move in the last step of a year only. What cannot be written is named.
 */

import { ModelError, type Problem } from '../../errors.ts'
import type { EquationNode, Expression, LinkedModel, LinkedTable, Phase, Variable } from '../../linked.ts'
import { contextOf, ExpressionWriter, type HelperPiece, type Surroundings } from './expressions.ts'
import { Names, type Range } from './names.ts'
import { numeral, plainText, survivesPrinting, wrap } from './numerals.ts'
import { cornersOf, type InputRecording, type Point } from './recording.ts'

export interface MdlSettings {
  /** What the file holds, in a sentence or two: region, policy, version. */
  readonly about: string
}

export interface Mdl {
  readonly text: string
  /** What the file does not hold, and why; also listed in the file. */
  readonly omitted: readonly string[]
  /** How a variable's elements are called in the file, one after the other. */
  elementNames(variable: Variable): string[]
}

const whole = ({ dimensions }: Variable): Range[] =>
  dimensions.map(dimension => ({ dimension, low: 0, high: dimension.labels.length - 1 }))

/** An equation of the file: left side without subscripts, and its texts by range. */
interface Entry {
  readonly name: string
  readonly unit: string
  readonly doc: string
  readonly pieces: readonly HelperPiece[]
}

const inputKinds: ReadonlySet<string> = new Set(['exogenous', 'lever', 'shock'])

/** `closing` of a stock: opening + timeStep * rate; the rate, or undefined for any other form. */
const rateOf = (variable: Variable, expression: Expression): Expression | undefined => {
  if (expression.op !== 'binary' || expression.operator !== '+') return undefined
  const { left, right } = expression
  const opens = left.op === 'read' && left.variable === variable && !left.closing
  const grows = right.op === 'binary' && right.operator === '*'
  if (!opens || !grows) return undefined
  return right.left.op === 'read' && right.left.variable.name === 'timeStep' ? right.right : undefined
}

class MdlWriter implements Surroundings {
  readonly names: Names
  private readonly model: LinkedModel
  private readonly recording: InputRecording
  private readonly writer = new ExpressionWriter(this)
  private entries: Entry[] = []
  private readonly helpers = new Map<string, string>()
  private readonly special = new Map<string, string>()
  private readonly lookups: string[] = []
  private readonly closingReads = new Set<Variable>()
  readonly problems: Problem[] = []
  readonly omitted: string[] = []

  constructor(model: LinkedModel, recording: InputRecording) {
    this.model = model
    this.recording = recording
    this.names = new Names(model.variables.values(), model.dimensions.values())
    for (const items of [model.order.base, model.order.annual, model.order.step]) {
      for (const item of items) {
        if (!('nodes' in item)) continue
        for (const { reads } of item.nodes) for (const read of reads) if (read.closing) this.closingReads.add(read.variable)
      }
    }
  }

  // Names

  /** A name made once for a purpose; `define` is called the first time. */
  private once(key: string, wanted: string, define: (name: string) => void): string {
    const known = this.special.get(key)
    if (known !== undefined) return known
    const name = this.names.fresh(wanted)
    this.special.set(key, name)
    define(name)
    return name
  }

  private yearOpening(): string {
    return this.once('yearOpening', 'yearOpening', name =>
      this.add({ name, unit: 'year', doc: 'Opening of the present calendar year', pieces: [this.alone('INTEGER(Time + 0.5*TIME STEP)')] }),
    )
  }

  private stepOfYear(): string {
    const opening = this.yearOpening()
    return this.once('stepOfYear', 'stepOfYear', name =>
      this.add({
        name,
        unit: 'Dmnl',
        doc: 'Steps since the first step of the present calendar year',
        pieces: [this.alone(`INTEGER((Time - ${opening})/TIME STEP + 0.5)`)],
      }),
    )
  }

  private yearEnds(): string {
    const step = this.stepOfYear()
    return this.once('yearEnds', 'yearEnds', name =>
      this.add({
        name,
        unit: 'Dmnl',
        doc: '1 in the last step of a calendar year, else 0: annual states move then',
        pieces: [this.alone(`IF THEN ELSE((${step} + 1.5)*TIME STEP > 1.0, 1.0, 0.0)`)],
      }),
    )
  }

  private alone(text: string): HelperPiece {
    return { ranges: [], text }
  }

  private clockName(variable: Variable, phase: Phase): string {
    switch (variable.name) {
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
    const { kind } = variable
    if (kind === 'clock') return this.clockName(variable, phase)
    const name = this.names.of(variable)
    if (closing) return this.once(`closing ${variable.name}`, `${name}Closing`, () => undefined)
    if (variable.state && phase === 'base') return this.initialName(variable)
    if (inputKinds.has(kind) && phase !== 'step' && this.recording.moves(variable)) return this.inputAt(variable, phase)
    const varies = variable.state && variable.phase === 'step' && kind !== 'yearMean'
    return phase === 'annual' && varies ? this.held(variable) : name
  }

  /** A moving input as it is at the start, or at the opening of the present year. */
  private inputAt(variable: Variable, phase: Phase): string {
    const name = this.names.of(variable)
    const atStart = phase === 'base'
    const when = atStart ? 'INITIAL TIME' : this.yearOpening()
    return this.once(`${phase} ${variable.name}`, `${name}${atStart ? 'AtStart' : 'OfYear'}`, made =>
      this.add({
        name: made,
        unit: variable.unitText,
        doc: `${name} ${atStart ? 'at the start' : 'at the opening of the present year'}`,
        pieces: this.pathPieces(variable, when),
      }),
    )
  }

  /** A state that moves within the year, as it was in the first step of the year. */
  private held(variable: Variable): string {
    const name = this.names.of(variable)
    const first = this.stepOfYear()
    return this.once(`held ${variable.name}`, `${name}OfYear`, made => {
      const kept = this.names.fresh(`${made}Kept`)
      const ranges = whole(variable)
      const at = this.subscripts(ranges)
      const { unitText: unit } = variable
      this.add({ name: made, unit, doc: `${name} in the first step of the present year`, pieces: [{ ranges, text: `IF THEN ELSE(${first} < 0.5, ${name}${at}, ${kept}${at})` }] })
      this.add({ name: kept, unit, doc: `Keeps ${made} through the year`, pieces: [{ ranges, text: `INTEG((${made}${at} - ${kept}${at})/TIME STEP, 0.0)` }] })
    })
  }

  /** The initial value of a state: the literal or name that gives it, or a variable of its own. */
  private initialName(variable: Variable): string {
    const name = this.names.of(variable)
    return this.once(`initial ${variable.name}`, `${name}Initial`, made => {
      this.addNode(made, variable.value, 'base', `Initial value of ${name}`, variable)
    })
  }

  tableName(table: LinkedTable): string {
    return this.once(`table ${table.name}`, table.name, name => {
      const points = Array.from(table.arguments, (x, at): Point => [x, table.results[at]])
      this.lookup(name, points, table.unitText, table.doc)
    })
  }

  labelNumbers(dimension: Range['dimension']): string {
    return this.once(`numbers ${dimension.name}`, `${dimension.name}Number`, name =>
      this.constant(name, dimension.unit.key === '' ? 'Dmnl' : 'year', `Number of each label of ${dimension.name}`, [dimension], dimension.numbers ?? []),
    )
  }

  labelMark(dimension: Range['dimension'], position: number): string {
    const label = this.names.label(dimension, position)
    return this.once(`mark ${dimension.name} ${String(position)}`, `${dimension.name}Is${label}`, name =>
      this.constant(name, 'Dmnl', `1 for ${label}, else 0`, [dimension], dimension.labels.map((_, at) => (at === position ? 1 : 0))),
    )
  }

  helper(wanted: string, phase: Phase, ranges: readonly Range[], pieces: (name: string) => HelperPiece[]): string {
    // The same part of two equations is taken once.
    const made = pieces(wanted)
    const key = [phase, this.subscripts(ranges), ...made.map(piece => `${this.subscripts(piece.ranges)}=${piece.text}`)].join(' ')
    const known = this.helpers.get(key)
    if (known !== undefined) return known
    const name = this.names.fresh(wanted)
    this.helpers.set(key, name)
    this.add({ name, unit: 'Dmnl', doc: 'Part of the equations that name it', pieces: made })
    return name
  }

  // Entries

  private add(entry: Entry): void {
    this.entries.push(entry)
  }

  private subscripts(ranges: readonly Range[]): string {
    return ranges.length === 0 ? '' : `[${ranges.map(range => this.names.range(range)).join(',')}]`
  }

  private piecesOf(node: EquationNode, phase: Phase, owner: string, of = (expression: Expression) => expression): HelperPiece[] {
    return node.pieces.map(({ loops, expression }) => ({
      ranges: loops,
      text: this.writer.write(of(expression), contextOf(loops, phase, owner)),
    }))
  }

  private addNode(name: string, node: EquationNode | undefined, phase: Phase, doc: string, variable: Variable): void {
    if (node === undefined) return
    this.add({ name, unit: variable.unitText, doc, pieces: this.piecesOf(node, phase, name) })
  }

  /** A constant over some dimensions: one number, a list, or number by number where a list would be rounded. */
  private constant(name: string, unit: string, doc: string, dimensions: readonly Range['dimension'][], values: ArrayLike<number>): void {
    const ranges = dimensions.map((dimension): Range => ({ dimension, low: 0, high: dimension.labels.length - 1 }))
    const list = Array.from(values)
    if (list.some(value => !Number.isFinite(value))) {
      this.problems.push({ name, message: `${name}: has a value that is not a number; nothing can be exported for it` })
      return
    }
    const [first] = list
    if (list.every(value => value === first)) this.add({ name, unit, doc, pieces: [{ ranges, text: numeral(first) }] })
    else if (dimensions.length === 1 && survivesPrinting(list))
      this.add({ name, unit, doc, pieces: [{ ranges, text: list.map(numeral).join(', ') }] })
    else if (dimensions.length === 2 && survivesPrinting(list)) {
      const columns = dimensions[1].labels.length
      const rows = dimensions[0].labels.map((_, row) => list.slice(row * columns, (row + 1) * columns).map(numeral).join(', '))
      this.add({ name, unit, doc, pieces: [{ ranges, text: `${rows.join('; ')};` }] })
    } else {
      const places = elementPlaces(dimensions)
      this.add({ name, unit, doc, pieces: list.map((value, at) => ({ ranges: places[at], text: numeral(value) })) })
    }
  }

  /** `factor` is what the lookup's values were divided by to survive printing. */
  private lookup(name: string, points: readonly Point[], unit: string, doc: string): void {
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
    const text = (x: number, y: number): string => `(${numeral(x)},${numeral(y)})`
    const box = `[${text(Math.min(...xs), Math.min(...ys))}-${text(Math.max(...xs), Math.max(...ys))}]`
    const list = points.map(([x, y]) => text(x, y)).join(', ')
    this.lookups.push(`${name}(\n\t\t${wrap(`${box}, ${list}`)})\n\t~\t${unitOf(unit)}\n\t~\t${plainText(doc)}\n\t|`)
  }

  /** What gives a moving input at a time: one lookup for each element that differs. */
  private pathPieces(variable: Variable, when: string): HelperPiece[] {
    const times = this.recording.steps.map(inputs => inputs[this.model.clock.time.offset])
    const name = this.names.of(variable)
    const places = elementPlaces(variable.dimensions)
    const paths = places.map((_, element) => this.recording.path(variable, element))
    const alike = paths.every(path => path.length === paths[0].length && path.every((value, at) => value === paths[0][at]))
    const text = (element: number): string => {
      const path = paths[element]
      if (path.length === 1) return numeral(path[0])
      const label = alike ? '' : places[element].map(range => this.names.range(range)).join('')
      const corners = cornersOf(times, path)
      const scale = scaleOf(corners.map(([, value]) => value))
      const table = this.once(`path ${variable.name} ${label}`, `${name}Path${label}`, made =>
        this.lookup(made, corners.map(([time, value]) => [time, value * scale]), scale === 1 ? variable.unitText : 'Dmnl', `Path of ${name} over time${scale === 1 ? '' : `, times ${String(scale)}`}`),
      )
      return scale === 1 ? `${table}(${when})` : `${table}(${when})/${numeral(scale)}`
    }
    return alike ? [{ ranges: whole(variable), text: text(0) }] : places.map((ranges, element) => ({ ranges, text: text(element) }))
  }

  private addInput(variable: Variable): void {
    const { declaration, kind, dimensions, size } = variable
    const name = this.names.of(variable)
    const limits = declaration?.kind === 'lever' ? ` [${declaration.bounds.join(',')}]` : ''
    const unit = variable.unitText + limits
    const doc = variable.doc + (kind === 'parameter' ? priorText(declaration) : '')
    if (!this.recording.moves(variable)) {
      const values = Float64Array.from({ length: size }, (_, element) => this.recording.path(variable, element)[0])
      this.constant(name, unit, doc, dimensions, values)
    } else this.add({ name, unit, doc, pieces: this.pathPieces(variable, 'Time') })
  }

  private addState(variable: Variable): void {
    const { closing, annual, doc, unitText: unit } = variable
    if (closing === undefined) return
    const name = this.names.of(variable)
    const ranges = whole(variable)
    const at = this.subscripts(ranges)
    const phase = variable.phase
    const initial = this.initialText(variable)
    const rates = closing.pieces.map(({ expression }) => rateOf(variable, expression))
    const wanted = this.closingReads.has(variable)
    if (!annual && phase === 'step' && rates.every(rate => rate !== undefined)) {
      const take = (expression: Expression): Expression => rateOf(variable, expression) ?? expression
      const flows = this.piecesOf(closing, phase, name, take)
      let flow = flows[0].text
      if (flows.length > 1 || wanted) {
        const net = this.names.fresh(`${name}NetFlow`)
        this.add({ name: net, unit: `${unit}/year`, doc: `Net flow into ${name}`, pieces: flows })
        flow = `${net}${at}`
      }
      this.add({ name, unit, doc, pieces: [{ ranges, text: `INTEG(${flow}, ${initial})` }] })
      if (wanted) {
        const closes = this.nameOf(variable, true, phase)
        this.add({ name: closes, unit, doc: `${name} at the end of the step`, pieces: [{ ranges, text: `${name}${at} + TIME STEP*${flow}` }] })
      }
      return
    }
    const closes = this.nameOf(variable, true, phase)
    const when = annual ? 'year' : 'step'
    this.add({ name: closes, unit, doc: `${name} at the end of the ${when}`, pieces: this.piecesOf(closing, phase, closes) })
    const change = `(${closes}${at} - ${name}${at})/TIME STEP`
    const moves = annual ? `IF THEN ELSE(${this.yearEnds()} > 0.5, ${change}, 0.0)` : change
    this.add({ name, unit, doc, pieces: [{ ranges, text: `INTEG(${moves}, ${initial})` }] })
  }

  /** The initial value inside an INTEG: a number or a name. */
  private initialText(variable: Variable): string {
    const [piece, more] = variable.value?.pieces ?? []
    if (piece?.expression.op === 'literal' && more === undefined) return numeral(piece.expression.value)
    return this.initialName(variable) + this.subscripts(whole(variable))
  }

  private addVariable(variable: Variable): void {
    const { kind, phase, unitText, doc, dimensions } = variable
    if (kind === 'clock' || phase === 'audit') return
    const name = this.names.of(variable)
    if (kind === 'parameter' || kind === 'datum' || inputKinds.has(kind)) this.addInput(variable)
    else if (kind === 'solved' || kind === 'trial')
      this.constant(name, unitText, `${doc}. Found by our initialisation: an export holds its value`, dimensions, this.recording.elements(variable))
    else if (variable.state) this.addState(variable)
    else if (kind !== 'hidden' || phase !== 'base') this.addNode(name, variable.value, phase, doc, variable)
  }

  private refuse(): void {
    for (const phase of ['base', 'annual', 'step'] as const) {
      for (const item of this.model.order[phase]) {
        if (item.type !== 'simultaneous') continue
        const members = item.nodes.map(node => node.variable.name).join(', ')
        this.problems.push({
          name: item.name,
          message: `${item.name}: a simultaneous block (${members}) has no counterpart in a Vensim file; solve it by hand, or make one of its members a state`,
        })
      }
    }
  }

  private listOmitted(): void {
    const { model, omitted } = this
    const matrices = model.matrices.map(({ title }) => title).join(', ')
    if (matrices !== '') omitted.push(`the accounting matrices (${matrices}): checks that nothing computes from`)
    const identities = model.identities.map(({ name }) => name).join(', ')
    if (identities !== '') omitted.push(`the identities (${identities}): checks that nothing computes from`)
    const of = (kind: string): string => [...model.variables.values()].filter(variable => variable.kind === kind).map(({ name }) => name).join(', ')
    const shocks = of('shock')
    if (shocks !== '') omitted.push(`random processes of the shocks (${shocks}): the file holds the values of this run`)
    for (const kind of ['solved', 'trial']) {
      const found = of(kind)
      if (found !== '') omitted.push(`the search for ${found}: the file holds the value that our initialisation found, and keeps it when other figures are changed`)
    }
  }

  write(about: string): string {
    this.refuse()
    const sections: { title: string; entries: Entry[] }[] = []
    const section = (title: string, fill: () => void): void => {
      this.entries = []
      fill()
      if (this.entries.length > 0) sections.push({ title, entries: this.entries })
    }
    const known = new Set<Variable>()
    const hidden = new Map<string, Variable[]>()
    for (const variable of this.model.hidden) hidden.set(variable.sector, [...(hidden.get(variable.sector) ?? []), variable])
    for (const { title, names } of this.model.sectors) {
      section(title, () => {
        for (const name of names) {
          const variable = this.model.variables.get(name)
          if (variable === undefined) continue
          known.add(variable)
          this.addVariable(variable)
        }
        for (const variable of hidden.get(title) ?? []) this.addVariable(variable)
      })
    }
    if (this.problems.length > 0) throw new ModelError(this.problems)
    this.listOmitted()
    return this.assemble(about, sections)
  }

  private assemble(about: string, sections: readonly { title: string; entries: readonly Entry[] }[]): string {
    // Equations first: they name the parts of dimensions that the definitions must hold.
    const equations = sections.flatMap(({ title, entries }) => [
      group(title, ''),
      ...entries.map(entry => this.entryText(entry)),
    ])
    const omitted = this.omitted.map(one => `Not in this file: ${one}.`)
    const definitions = this.names
      .definitions()
      .map(({ name, labels, doc }) => `${name}:\n\t${wrap(labels)}\n\t~\t\n\t~\t${plainText(doc)}\n\t|`)
    const { startTime, timeStep, steps } = this.recording
    const control = [
      ['INITIAL TIME', numeral(startTime), 'Opening of the first step'],
      ['FINAL TIME', numeral(startTime + (steps.length - 1) * timeStep), 'Opening of the last step'],
      ['TIME STEP', numeral(timeStep), 'Length of a step'],
      ['SAVEPER', 'TIME STEP', 'Every step is kept'],
    ].map(([name, text, doc]) => `${name} = ${text}\n\t~\tyear\n\t~\t${doc}\n\t|`)
    const lookups = this.lookups.length === 0 ? [] : [group('Paths and tables', ''), ...this.lookups]
    const parts = [
      '{UTF-8}',
      group('About', [about, ...omitted].join('\n')),
      ...definitions,
      group('Control', 'Euler steps; the last time is the opening of the last step'),
      ...control,
      ...equations,
      ...lookups,
    ]
    return `${parts.join('\n\n')}\n`
  }

  private entryText({ name, unit, doc, pieces }: Entry): string {
    return pieces
      .map(({ ranges, text }, at) => {
        const end = at < pieces.length - 1 ? ' ~~|' : `\n\t~\t${unitOf(unit)}\n\t~\t${plainText(doc)}\n\t|`
        return `${name}${this.subscripts(ranges)} =${text.length > 60 ? '\n\t\t' : ' '}${wrap(text)}${end}`
      })
      .join('\n')
  }

  elementNames(variable: Variable): string[] {
    const name = this.names.of(variable)
    return elementPlaces(variable.dimensions).map(ranges => name + this.subscripts(ranges))
  }
}

/** The labels of each element, row by row. */
const elementPlaces = (dimensions: readonly Range['dimension'][]): Range[][] =>
  dimensions.reduce<Range[][]>(
    (rows, dimension) =>
      rows.flatMap(row => dimension.labels.map((_, position): Range[] => [...row, { dimension, low: position, high: position }])),
    [[]],
  )

/** A power of ten that brings numbers to a size at which printing keeps their digits; 1 where it already does. */
const scaleOf = (values: readonly number[]): number => {
  if (survivesPrinting(values)) return 1
  const largest = Math.max(...values.map(Math.abs))
  let scale = 1
  while (largest * scale < 1e6) scale *= 10
  return scale
}

const priorText = (declaration: Variable['declaration']): string => {
  if (declaration?.kind !== 'parameter' || typeof declaration.value === 'number') return ''
  const { low, central, high } = declaration.value
  return typeof central === 'number' ? `. Between ${String(low)} and ${String(high)} in 80 of 100 cases` : ''
}

const unitOf = (unit: string): string => {
  const plain = plainText(unit)
  return plain === '1' || plain === '' ? 'Dmnl' : plain.replaceAll('%', 'percent')
}

const stars = '*'.repeat(56)

const group = (title: string, text: string): string =>
  `${stars}\n\t.${plainText(title)}\n${stars}~\n\t\t${text.split('\n').map(plainText).join('\n\t\t')}\n\t|`

/** Throws a ModelError that names every part of the model that has no counterpart. */
export const writeMdl = (model: LinkedModel, recording: InputRecording, { about }: MdlSettings): Mdl => {
  const writer = new MdlWriter(model, recording)
  const text = writer.write(about)
  return { text, omitted: writer.omitted, elementNames: variable => writer.elementNames(variable) }
}
