/** Turns declarations into equations for the value of each variable and the closing value of each state. */

import { isCases, pieces, resolveCases, type Resolved } from './cases.ts'
import type { EquationText } from './declare.ts'
import { nearest } from './errors.ts'
import { binary, call, ifElse, literal, readOf, readsOf, scaled, shiftOf, unary } from './expression.ts'
import type { EquationNode, Expression, Phase, Piece, SumLoop, Variable } from './linked.ts'
import { type Directory, type Entry, report, reportAt } from './directory.ts'
import { messages as linker } from '../texts/linker.ts'
import type { Message } from './messages.ts'
import { checkCost } from './outlays.ts'
import type { Resolver } from './resolve.ts'
import { fullLoops } from './shapes.ts'
import { dimensionless, yearUnit, type Unit } from './units.ts'
import { hiddenVariable } from './variables.ts'

const nodeOf = (variable: Variable, closing: boolean, found: readonly Piece[]): EquationNode => ({
  variable,
  closing,
  pieces: found,
  reads: readsOf(found),
  place: -1,
})

/** A node with one expression over all labels of the variable. */
export const simpleNode = (directory: Directory, variable: Variable, expression: Expression): EquationNode =>
  nodeOf(variable, false, [{ loops: fullLoops(directory, variable.dimensions), expression }])

class Equations {
  private readonly resolver: Resolver
  private readonly directory: Directory
  private readonly variable: Variable

  constructor(resolver: Resolver, variable: Variable) {
    this.resolver = resolver
    this.directory = resolver.directory
    this.variable = variable
  }

  private resolve(
    role: string,
    text: EquationText,
    unit: Unit | undefined,
    phase: Phase,
    over = this.variable.dimensions,
  ): Resolved | undefined {
    return resolveCases(this.resolver, { variable: this.variable, role, unit, phase, over }, text)
  }

  private problem(message: Message): void {
    report(this.directory, this.variable.name, message)
  }

  private loops(): readonly SumLoop[] {
    return fullLoops(this.directory, this.variable.dimensions)
  }

  /** The value given by one text, in natural units, stored with the variable's factor. */
  valueFrom(role: string, text: EquationText, phase: Phase): EquationNode | undefined {
    const { variable } = this
    const resolved = this.resolve(role, text, variable.unit, phase)
    if (resolved === undefined) return undefined
    if (!isCases(resolved)) return simpleNode(this.directory, variable, scaled(resolved, variable.factor))
    const found = pieces(this.loops(), [resolved], ([expression]) => scaled(expression, variable.factor))
    return nodeOf(variable, false, found)
  }

  /** The closing value built from texts; `build` gets them in the order given, in natural units. */
  private closingFrom(
    texts: ReadonlyArray<readonly [role: string, text: EquationText, unit: Unit]>,
    build: (expressions: readonly Expression[]) => Expression,
    target = this.variable,
    closing = true,
  ): EquationNode | undefined {
    const resolved: Resolved[] = []
    let failed = false
    for (const [role, text, unit] of texts) {
      const one = this.resolve(role, text, unit, this.variable.phase)
      if (one === undefined) failed = true
      else resolved.push(one)
    }
    return failed ? undefined : nodeOf(target, closing, pieces(this.loops(), resolved, build))
  }

  /** A variable that only the linker and the traces know. */
  private hidden(name: string, factor = 1, state = false, doc = ''): Variable {
    const made = hiddenVariable(name, this.variable, factor, state, doc)
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
    const rateUnit = this.resolver.units.divide(unit, yearUnit)
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
          [['growth', declaration.growth, this.resolver.units.divide(dimensionless, yearUnit)]],
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

  /** The remainder after the flows, moved up one label. */
  private ageing(
    along: string,
    newborn: string | undefined,
    texts: ReadonlyArray<readonly [string, EquationText, Unit]>,
    moved: (expressions: readonly Expression[]) => Expression,
  ): EquationNode | undefined {
    const { variable } = this
    const dimension = variable.dimensions.find(({ name }) => name === along)
    if (dimension === undefined) {
      reportAt(this.directory, variable.name, linker.agesAlong({ along }))
      return undefined
    }
    const doc = 'What is left after the flows, before it moves up one label'
    const remained = this.hidden(`${variable.name} before ageing`, 1, false, doc)
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
    const doc = 'Sum over the steps of the present calendar year'
    const runningSum = this.hidden(`sum this year of ${variable.name}`, 1, true, doc)
    runningSum.value = simpleNode(this.directory, runningSum, literal(0))
    const ends = readOf(this.clock('yearEnds'))
    const steps = binary('+', readOf(this.clock('stepOfYear')), literal(1))
    const texts: ReadonlyArray<readonly [string, EquationText, Unit]> = [['of', of, variable.unit]]
    const added = (present: Expression): Expression => binary('+', readOf(runningSum), scaled(present, variable.factor))
    variable.closing = this.closingFrom(texts, ([present = ends]) =>
      ifElse(ends, binary('/', added(present), steps), readOf(variable)),
    )
    const closing = variable.closing
    if (closing === undefined) return
    const sums = closing.pieces.map(
      ({ loops, expression }): Piece => ({
        loops,
        expression: ifElse(ends, literal(0), sumInside(expression)),
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
      const hidden = this.hidden(`${role} bound of ${variable.name}`, variable.factor)
      const expression = this.resolve(role, text, variable.unit, 'base')
      if (expression === undefined || isCases(expression)) return undefined
      hidden.value = simpleNode(this.directory, hidden, scaled(expression, variable.factor))
      return hidden.value
    }
    const low = bound('low', declaration.between[0])
    const high = bound('high', declaration.between[1])
    const owner = { ...variable, unit: dimensionless, unitText: '1' }
    const hidden = hiddenVariable(`residual of ${variable.name}`, owner)
    this.directory.hidden.push(hidden)
    const expression = this.resolve('residual', declaration.residual, undefined, 'base')
    if (expression === undefined || isCases(expression) || low === undefined || high === undefined) return
    hidden.value = simpleNode(this.directory, hidden, expression)
    variable.value = {
      variable,
      closing: false,
      pieces: [],
      reads: [...low.reads, ...high.reads, ...hidden.value.reads],
      place: -1,
    }
  }

  trial(): void {
    const { directory, variable } = this
    const { declaration } = variable
    if (declaration?.kind !== 'trial') return
    variable.value = this.valueFrom('start', declaration.start, 'base')
    const of = directory.variables.get(declaration.of)
    if (of === undefined) {
      const meant = nearest(declaration.of, directory.variables.keys())
      const what = linker.ofUnknown({ word: declaration.of, meant })
      reportAt(directory, variable.name, what, `${variable.name} (of)`, meant)
    } else if (
      of.dimensions.length !== variable.dimensions.length ||
      of.dimensions.some((dimension, at) => dimension !== variable.dimensions[at])
    ) {
      const over = (one: Variable): string[] => one.dimensions.map(({ name }) => name)
      this.problem(linker.trialOver({ name: variable.name, own: over(variable), of: of.name, other: over(of) }))
    } else if (
      of.unitText !== variable.unitText &&
      (of.unit.key !== variable.unit.key || of.factor !== variable.factor)
    ) {
      this.problem(linker.trialUnit({ name: variable.name, own: variable.unitText, of: of.name, other: of.unitText }))
    }
  }
}

/** The running sum with the present step, out of the closing value of a year's mean. */
const sumInside = (expression: Expression): Expression => {
  if (expression.op === 'if' && expression.yes.op === 'binary') return expression.yes.left
  throw new Error('not the closing value of a yearMean')
}

/** Fills in what gives the value of one declared variable; inputs have their values from outside. */
export const linkEquations = (resolver: Resolver, { name, declaration }: Entry): void => {
  const { directory } = resolver
  const variable = directory.variables.get(name)
  if (variable === undefined) return
  const equations = new Equations(resolver, variable)
  switch (declaration.kind) {
    case 'lever': {
      const [low, high] = declaration.bounds
      if (!(low <= high)) reportAt(directory, name, linker.boundsCross({ low, high }))
      checkCost(directory, name, declaration)
      return
    }
    case 'base':
      variable.value = equations.valueFrom('', declaration.text, 'base')
      return
    case 'equation': {
      variable.value = equations.valueFrom('', declaration.text, variable.phase)
      const { simultaneous: block } = declaration
      if (block !== undefined && directory.model.simultaneous?.[block] === undefined)
        reportAt(directory, name, linker.noBlock({ block }))
      return
    }
    case 'solved':
      equations.solved()
      return
    case 'trial':
      equations.trial()
      return
    default:
      equations.state()
  }
}

/** Fills in the equations that `beyondStandard` compares with: the same texts, each lever in them at its standard. */
export const linkAtStandard = (resolver: Resolver): void => {
  const { directory } = resolver
  for (const [{ name, declaration, phase }, hidden] of directory.atStandard) {
    if (declaration?.kind !== 'equation') continue
    resolver.atStandard = true
    resolver.leversMet = 0
    hidden.value = new Equations(resolver, hidden).valueFrom('', declaration.text, phase)
    resolver.atStandard = false
    if (hidden.value !== undefined && resolver.leversMet === 0) {
      reportAt(directory, name, linker.noLeverInside({ name }))
    }
  }
  // Hidden variables stand in the order of the declarations they serve.
  directory.hidden.sort((a, b) => a.rank - b.rank)
}
