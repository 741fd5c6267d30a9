/** Turns declarations into equations: what gives each variable's value, and the closing value of each state. */

import type { EquationText } from './declare.ts'
import { nearest } from './errors.ts'
import { binary, call, choose, literal, readOf, readsOf, scaled, shiftOf, unary } from './expression.ts'
import type { EquationNode, Expression, LinkedDimension, Phase, Piece, SumLoop, Variable } from './linked.ts'
import { didYouMean, makeVariable, report, type Directory, type Entry } from './names.ts'
import { resolveText } from './resolve.ts'
import { dimensionless, divideUnits, yearUnit, type Unit } from './units.ts'

/** A resolved text: one expression, or one for each label of a dimension. */
interface Cases {
  readonly dimension: LinkedDimension
  readonly byPosition: readonly Expression[]
}
type Resolved = Expression | Cases

const isCases = (resolved: Resolved): resolved is Cases => 'byPosition' in resolved

export const fullLoop = (dimension: LinkedDimension): SumLoop => ({
  dimension,
  low: 0,
  high: dimension.labels.length - 1,
})

/** Splits an equation made of several texts into pieces within which each text is one expression. */
const pieces = (
  loops: readonly SumLoop[],
  texts: readonly Resolved[],
  build: (expressions: readonly Expression[]) => Expression,
): Piece[] => {
  const cased = texts.find(isCases)
  if (cased === undefined) return [{ loops, expression: build(texts as readonly Expression[]) }]
  const { dimension } = cased
  const at = (text: Resolved, position: number): Resolved =>
    isCases(text) && text.dimension === dimension ? (text.byPosition[position] ?? literal(0)) : text
  const found: Piece[] = []
  const last = dimension.labels.length - 1
  for (let low = 0; low <= last; ) {
    let high = low
    while (high < last && texts.every(text => at(text, high + 1) === at(text, low))) high++
    const narrowed = loops.map(loop => (loop.dimension === dimension ? { dimension, low, high } : loop))
    const start = low
    found.push(
      ...pieces(
        narrowed,
        texts.map(text => at(text, start)),
        build,
      ),
    )
    low = high + 1
  }
  return found
}

const nodeOf = (variable: Variable, closing: boolean, found: readonly Piece[]): EquationNode => ({
  variable,
  closing,
  pieces: found,
  reads: readsOf(found.map(piece => piece.expression)),
})

/** A node with one expression over all labels of the variable. */
export const simpleNode = (variable: Variable, expression: Expression, closing = false): EquationNode =>
  nodeOf(variable, closing, [{ loops: variable.dimensions.map(fullLoop), expression }])

class Equations {
  private readonly directory: Directory
  private readonly variable: Variable

  constructor(directory: Directory, variable: Variable) {
    this.directory = directory
    this.variable = variable
  }

  /** Resolves a text or a record of texts; undefined after an error. */
  private resolve(
    role: string,
    text: EquationText,
    unit: Unit | undefined,
    phase: Phase,
    over = this.variable.dimensions,
  ): Resolved | undefined {
    const { name } = this.variable
    const one = (where: string, labelText: string): Expression | undefined =>
      resolveText(this.directory, { name, where, text: labelText, phase, over, unit })
    const called = role === '' ? name : `${name} (${role})`
    if (typeof text === 'string') return one(called, text)
    const labels = Object.keys(text).filter(label => label !== 'else')
    const dimension = this.recordDimension(called, labels, over)
    if (dimension === undefined) return undefined
    const missing = dimension.labels.filter(label => !labels.includes(label))
    const rest = text['else']
    if (missing.length > 0 && rest === undefined) {
      this.problem(
        `${called}: no text for label '${missing.join("', '")}' of '${dimension.name}'; add it, or 'else' for the rest`,
      )
      return undefined
    }
    const bracket = (label: string): string => (role === '' ? `${name}[${label}]` : `${name}[${label}] (${role})`)
    const other = missing.length > 0 && rest !== undefined ? one(bracket('else'), rest) : undefined
    // Labels with the same text share one expression, and so one piece where they are neighbours.
    const shared = new Map<string, Expression | undefined>()
    const byPosition = dimension.labels.map(label => {
      const labelText = text[label]
      if (labelText === undefined) return other
      if (!shared.has(labelText)) shared.set(labelText, one(bracket(label), labelText))
      return shared.get(labelText)
    })
    if (byPosition.some(expression => expression === undefined)) return undefined
    return { dimension, byPosition: byPosition as Expression[] }
  }

  private recordDimension(
    called: string,
    labels: readonly string[],
    over: readonly LinkedDimension[],
  ): LinkedDimension | undefined {
    const owners = over.filter(dimension => labels.every(label => dimension.positions.has(label)))
    if (owners.length === 1 && labels.length > 0) return owners[0]
    if (over.length === 0) {
      this.problem(`${called}: a text for each label (${labels.join(', ')}) needs a dimension in 'over'`)
      return undefined
    }
    if (owners.length > 1) {
      this.problem(
        `${called}: the labels ${labels.join(', ')} belong to ${owners.map(({ name }) => `'${name}'`).join(' and ')}`,
      )
      return undefined
    }
    const known = over.flatMap(dimension => dimension.labels)
    const unknown = labels.find(label => !known.includes(label)) ?? labels[0] ?? ''
    const suggestion = nearest(unknown, known)
    const names = over.map(({ name }) => `'${name}'`).join(', ')
    this.problem(
      `${called}: unknown label '${unknown}' in the record; its dimensions are ${names}${didYouMean(suggestion)}`,
      suggestion,
    )
    return undefined
  }

  private problem(message: string, suggestion?: string): void {
    report(this.directory, this.variable.name, message, undefined, suggestion)
  }

  private loops(): SumLoop[] {
    return this.variable.dimensions.map(fullLoop)
  }

  /** The value given by one text, in natural units, stored with the variable's factor. */
  valueFrom(role: string, text: EquationText, phase: Phase): EquationNode | undefined {
    const resolved = this.resolve(role, text, this.variable.unit, phase)
    if (resolved === undefined) return undefined
    const found = pieces(this.loops(), [resolved], ([expression]) =>
      scaled(expression ?? literal(0), this.variable.factor),
    )
    return nodeOf(this.variable, false, found)
  }

  /** The closing value built from texts; `build` gets them in the order given, in natural units. */
  private closingFrom(
    texts: ReadonlyArray<readonly [role: string, text: EquationText, unit: Unit]>,
    build: (expressions: readonly Expression[]) => Expression,
    target = this.variable,
    closing = true,
  ): EquationNode | undefined {
    const { phase } = this.variable
    const resolved = texts.map(([role, text, unit]) => this.resolve(role, text, unit, phase))
    if (resolved.includes(undefined)) return undefined
    return nodeOf(target, closing, pieces(this.loops(), resolved as Resolved[], build))
  }

  /** A variable that only the linker and the traces know. */
  private hidden(name: string, settings: Partial<Variable>): Variable {
    const { variable } = this
    const made = makeVariable({
      kind: 'hidden',
      rank: variable.rank,
      phase: variable.phase,
      annual: variable.annual,
      sector: variable.sector,
      declaration: variable.declaration,
      dimensions: variable.dimensions,
      unit: variable.unit,
      unitText: variable.unitText,
      ...settings,
      name,
    })
    this.directory.hidden.push(made)
    return made
  }

  state(): void {
    const { variable } = this
    const { declaration, unit, factor } = variable
    if (declaration === undefined || !('initial' in declaration)) return
    variable.value = this.valueFrom('initial', declaration.initial, 'base')
    const opening = readOf(variable)
    const period = (rate: Expression): Expression =>
      variable.annual ? rate : binary('*', readOf(this.clock('timeStep')), rate)
    const rateUnit = divideUnits(unit, yearUnit)
    switch (declaration.kind) {
      case 'stock': {
        const texts: [string, EquationText, Unit][] = []
        if (declaration.inflow !== undefined) texts.push(['inflow', declaration.inflow, rateUnit])
        if (declaration.outflow !== undefined) texts.push(['outflow', declaration.outflow, rateUnit])
        const moved = ([first, second]: readonly Expression[]): Expression => {
          if (first === undefined) return opening
          const net =
            second !== undefined
              ? binary('-', first, second)
              : declaration.inflow === undefined
                ? unary('negate', first)
                : first
          return binary('+', opening, period(scaled(net, factor)))
        }
        variable.closing =
          declaration.ageing === undefined
            ? this.closingFrom(texts, moved)
            : this.ageing(declaration.ageing, declaration.newborn, texts, moved)
        return
      }
      case 'level':
        variable.closing = this.closingFrom([['next', declaration.next, unit]], ([next = opening]) =>
          scaled(next, factor),
        )
        return
      case 'index':
        variable.closing = this.closingFrom(
          [['growth', declaration.growth, divideUnits(dimensionless, yearUnit)]],
          ([growth = opening]) => binary('*', opening, call('exp', [period(growth)])),
        )
        return
      case 'smooth':
        variable.closing = this.closingFrom(
          [
            ['of', declaration.of, unit],
            ['years', declaration.years, yearUnit],
          ],
          ([of = opening, years = opening]) => {
            const length = variable.annual ? literal(1) : readOf(this.clock('timeStep'))
            const share = call('min', [literal(1), binary('/', length, years)])
            return binary('+', opening, binary('*', share, binary('-', scaled(of, factor), opening)))
          },
        )
        return
      case 'delay':
        variable.closing = this.closingFrom([['of', declaration.of, unit]], ([of = opening]) => scaled(of, factor))
        return
      case 'yearMean':
        this.yearMean(declaration.of)
    }
  }

  /** What is left after the flows, moved up one label. */
  private ageing(
    along: string,
    newborn: string | undefined,
    texts: ReadonlyArray<readonly [string, EquationText, Unit]>,
    moved: (expressions: readonly Expression[]) => Expression,
  ): EquationNode | undefined {
    const { variable } = this
    const dimension = variable.dimensions.find(({ name }) => name === along)
    if (dimension === undefined) {
      this.problem(`${variable.name}: ages along '${along}', which is not one of its dimensions; add it to 'over'`)
      return undefined
    }
    const remained = this.hidden(`${variable.name} before ageing`, {
      doc: 'What is left after the flows, before it moves up one label',
    })
    remained.value = this.closingFrom(texts, moved, remained, false)
    const over = variable.dimensions.filter(other => other !== dimension)
    const entering =
      newborn === undefined ? literal(0) : this.resolve('newborn', newborn, variable.unit, variable.phase, over)
    if (entering === undefined || isCases(entering) || remained.value === undefined) return undefined
    const first = scaled(entering, variable.factor)
    const present = readOf(remained)
    const below = shiftOf(present, dimension)
    const last = dimension.labels.length - 1
    const byPosition = dimension.labels.map((_, position) =>
      position === 0 ? first : position === last ? binary('+', below, present) : below,
    )
    if (last === 0) byPosition[0] = binary('+', first, present)
    return nodeOf(
      variable,
      true,
      pieces(this.loops(), [{ dimension, byPosition }], ([expression]) => expression ?? first),
    )
  }

  /** The mean of a year's steps becomes the value when the year ends; until then a sum runs beside it. */
  private yearMean(of: EquationText): void {
    const { variable } = this
    const runningSum = this.hidden(`sum this year of ${variable.name}`, {
      state: true,
      doc: 'Sum over the steps of the present calendar year',
    })
    runningSum.value = simpleNode(runningSum, literal(0))
    const ends = readOf(this.clock('yearEnds'))
    const steps = binary('+', readOf(this.clock('stepOfYear')), literal(1))
    const texts: ReadonlyArray<readonly [string, EquationText, Unit]> = [['of', of, variable.unit]]
    const added = (present: Expression): Expression => binary('+', readOf(runningSum), scaled(present, variable.factor))
    variable.closing = this.closingFrom(texts, ([present = ends]) =>
      choose(ends, binary('/', added(present), steps), readOf(variable)),
    )
    const closing = variable.closing
    if (closing === undefined) return
    const sums = closing.pieces.map(
      ({ loops, expression }): Piece => ({
        loops,
        expression: choose(ends, literal(0), sumInside(expression)),
      }),
    )
    runningSum.closing = nodeOf(runningSum, true, sums)
  }

  private clock(name: string): Variable {
    const variable = this.directory.variables.get(name)
    if (variable === undefined) throw new Error(`the clock lacks ${name}`)
    return variable
  }

  /** Bounds and residual of an unknown, as hidden variables. */
  solved(): void {
    const { variable } = this
    const { declaration } = variable
    if (declaration?.kind !== 'solved') return
    const bound = (role: 'low' | 'high', text: string): EquationNode | undefined => {
      const hidden = this.hidden(`${role} bound of ${variable.name}`, { factor: variable.factor })
      const expression = this.resolve(role, text, variable.unit, 'base')
      if (expression === undefined || isCases(expression)) return undefined
      hidden.value = simpleNode(hidden, scaled(expression, variable.factor))
      return hidden.value
    }
    const low = bound('low', declaration.between[0])
    const high = bound('high', declaration.between[1])
    const hidden = this.hidden(`residual of ${variable.name}`, { unit: dimensionless, unitText: '1' })
    const expression = this.resolve('residual', declaration.residual, undefined, 'base')
    if (expression === undefined || isCases(expression) || low === undefined || high === undefined) return
    hidden.value = simpleNode(hidden, expression)
    variable.value = {
      variable,
      closing: false,
      pieces: [],
      reads: [...low.reads, ...high.reads, ...hidden.value.reads],
    }
  }

  trial(): void {
    const { directory, variable } = this
    const { declaration } = variable
    if (declaration?.kind !== 'trial') return
    variable.value = this.valueFrom('start', declaration.start, 'base')
    const of = directory.variables.get(declaration.of)
    if (of === undefined) {
      const suggestion = nearest(declaration.of, directory.variables.keys())
      this.problem(`${variable.name} (of): unknown name '${declaration.of}'${didYouMean(suggestion)}`, suggestion)
    } else if (
      of.dimensions.length !== variable.dimensions.length ||
      of.dimensions.some((dimension, at) => dimension !== variable.dimensions[at])
    ) {
      const over = (one: Variable): string =>
        one.dimensions.length === 0 ? 'no dimension' : one.dimensions.map(({ name }) => name).join(', ')
      this.problem(
        `${variable.name} is over ${over(variable)}, but '${of.name}' is over ${over(of)}; they must be the same`,
      )
    } else if (
      of.unitText !== variable.unitText &&
      (of.unit.key !== variable.unit.key || of.factor !== variable.factor)
    ) {
      this.problem(
        `${variable.name} is in ${variable.unitText}, but '${of.name}' is in ${of.unitText}; they must be the same`,
      )
    }
  }
}

/** The running sum with the present step, out of the closing value of a year's mean. */
const sumInside = (expression: Expression): Expression => {
  if (expression.op === 'if' && expression.yes.op === 'binary') return expression.yes.left
  throw new Error('not the closing value of a yearMean')
}

/** Fills in what gives the value of one declared variable. */
export const linkEquations = (directory: Directory, { name, declaration }: Entry): void => {
  const variable = directory.variables.get(name)
  if (variable === undefined) return
  const equations = new Equations(directory, variable)
  switch (declaration.kind) {
    case 'base':
      variable.value = equations.valueFrom('', declaration.text, 'base')
      return
    case 'equation':
      variable.value = equations.valueFrom('', declaration.text, variable.phase)
      if (
        declaration.simultaneous !== undefined &&
        directory.model.simultaneous?.[declaration.simultaneous] === undefined
      ) {
        report(
          directory,
          name,
          `${name}: simultaneous block '${declaration.simultaneous}' is not declared in the model`,
        )
      }
      return
    case 'solved':
      equations.solved()
      return
    case 'trial':
      equations.trial()
      return
    default:
      if (variable.state) equations.state()
  }
}
