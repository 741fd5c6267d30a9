/** The events of a run and of a period in their order, which is the same for every target. */

import { nameAt } from './element.ts'
import { ModelError } from './errors.ts'
import { messages as linker } from '../texts/linker.ts'
import { messages as solution } from '../texts/solution.ts'
import type { Check, EquationNode, Item, LinkedDimension, LinkedModel, Variable } from './linked.ts'
import type { Message } from './messages.ts'
import type { Program, Residual } from './program.ts'
import { largestMove, solveUnknown } from './solve.ts'

/** Evaluates some equations in place. */
export type Evaluate = (values: Float64Array) => void

/** Equations to evaluate one after the other; in a `sequential` routine their order must be kept exactly. */
export interface Routine {
  readonly nodes: readonly EquationNode[]
  readonly sequential: boolean
}

/** A target turns routines into code, one function for each. */
export type Target = (model: LinkedModel, routines: readonly Routine[]) => readonly Evaluate[]

/** An item of an evaluation order with the numbers of its routines. */
interface Task {
  readonly item: Item
  readonly routine: number
  readonly bounds: number
}

/** Steps open at start + n * step; the first of a year is the one that opens within half a step of 1 January. */
export const opensYear = (time: number, timeStep: number): boolean => {
  const middle = time + timeStep / 2
  return middle - Math.floor(middle) < timeStep
}

const fail = (name: string, message: Message): never => {
  throw new ModelError([{ name, message }])
}

const failOf = (name: string, what: Message): never => fail(name, linker.of({ where: name, what }))

/** The name of an element of a check. */
export const checkAt = (
  where: string,
  dimensions: ReadonlyArray<Pick<LinkedDimension, 'labels'>>,
  element: number,
): string => nameAt({ name: dimensions.length === 0 ? where : `${where} `, dimensions }, element)

/** The largest residual of one check over its elements. */
export const residualOf = (check: Check, values: Float64Array): Residual => {
  const { gap, scale, where, tolerance } = check
  let worst = 0
  let relative = 0
  for (let element = 0; element < gap.size; element++) {
    const distance = Math.abs(values[gap.offset + element] ?? 0)
    const ratio = distance === 0 ? 0 : distance / Math.abs(values[scale.offset + element] ?? 0)
    // Also true for NaN, which must be seen.
    if (!(ratio <= relative)) {
      relative = ratio
      worst = element
      if (Number.isNaN(ratio)) break
    }
  }
  return {
    // Written when it is asked for: of hundreds of checks a quarter only the worst one is named.
    get where() {
      return checkAt(where, gap.dimensions, worst)
    },
    relative,
    tolerance,
  }
}

/** Repeats a block until no member moves by more than the tolerance, relative to the largest member of its unit. */
const settle = (
  item: Extract<Item, { type: 'simultaneous' }>,
  evaluate: Evaluate,
  values: Float64Array,
  time: number,
): void => {
  const members = item.nodes.map(({ variable }) => variable)
  let move = { moved: 0, variable: 0, element: 0 }
  for (let round = 0; round < item.most; round++) {
    const before = members.map(({ offset, size, unit }) => ({
      offset,
      size,
      unit: unit.key,
      before: values.slice(offset, offset + size),
    }))
    evaluate(values)
    move = largestMove(before, values)
    if (move.moved <= item.tolerance) return
  }
  fail(
    item.name,
    solution.unsettled({
      block: item.name,
      time,
      rounds: item.most,
      mover: nameAt(members[move.variable]!, move.element),
      moved: move.moved.toExponential(2),
      tolerance: item.tolerance,
    }),
  )
}

/** All equations of an entry of an evaluation order. */
export const nodesOf = (item: Item): readonly EquationNode[] =>
  item.type === 'trial' ? [item.start] : item.type === 'solve' ? [...item.bounds, ...item.nodes] : item.nodes

/** Places of the items that use a trial value, directly or through others, and of the trials themselves. */
export const affectedByTrials = (items: readonly Item[]): number[] => {
  const changed = new Set<Variable>()
  return items.flatMap((item, at) => {
    const nodes = nodesOf(item)
    if (item.type !== 'trial' && !nodes.some(node => node.reads.some(read => changed.has(read.variable)))) return []
    for (const node of nodes) changed.add(node.variable)
    if (item.type === 'solve') changed.add(item.unknown)
    return [at]
  })
}

/** Joins a model with a target's code into something that runs. */
export const makeProgram = (model: LinkedModel, target: Target): Program => {
  const { clock, size, inputsEnd, stepStates, annualStates } = model
  const routines: Routine[] = []
  const routine = (nodes: readonly EquationNode[], sequential: boolean): number =>
    routines.push({ nodes, sequential }) - 1
  const tasksOf = (items: readonly Item[]): Task[] =>
    items.map(item => ({
      item,
      routine: routine(item.type === 'trial' ? [item.start] : item.nodes, item.type === 'simultaneous'),
      bounds: item.type === 'solve' ? routine(item.bounds, false) : -1,
    }))
  const base = tasksOf(model.order.base)
  const annual = tasksOf(model.order.annual)
  const step = tasksOf(model.order.step)
  // Prepared when something is first run: commands that run everything side by side never need them.
  const plain = routines.length
  let prepared: Evaluate[] | undefined
  const functions = (): Evaluate[] => (prepared ??= [...target(model, routines.slice(0, plain))])
  const trials = model.order.base.filter(item => item.type === 'trial')
  const afterTrial = affectedByTrials(model.order.base).map(at => base[at])
  // The accounts are a third of the code: they are prepared when they are first asked for.
  let accounts: readonly Task[] | undefined
  const accountTasks = (): readonly Task[] => {
    if (accounts === undefined) {
      const first = routines.length
      accounts = tasksOf(model.order.audit)
      functions().push(...target(model, routines.slice(first)))
    }
    return accounts
  }
  let yearly = false
  for (const variable of model.variables.values()) if (variable.annual || variable.kind === 'yearMean') yearly = true

  const evaluate = (number: number, values: Float64Array): void => {
    functions()[number]?.(values)
  }
  const perform = (
    tasks: readonly Task[],
    values: Float64Array,
    found: ReadonlyMap<Variable, Float64Array> | undefined,
  ): void => {
    for (const { item, routine: number, bounds } of tasks) {
      const run = (): void => evaluate(number, values)
      if (item.type === 'equations') run()
      else if (item.type === 'simultaneous') settle(item, run, values, values[clock.time.offset] ?? 0)
      else if (item.type === 'solve') {
        evaluate(bounds, values)
        solveUnknown(item, run, values)
      } else {
        const kept = found?.get(item.variable)
        if (kept === undefined) run()
        else values.set(kept, item.variable.offset)
      }
    }
  }

  const timeStepOf = (values: Float64Array): number => values[clock.timeStep.offset] ?? 0
  const isFirstOfYear = (values: Float64Array): boolean => opensYear(values[clock.time.offset] ?? 0, timeStepOf(values))
  const setClock = (values: Float64Array, number: number, ofYear: number): void => {
    const start = values[clock.startTime.offset] ?? 0
    const timeStep = timeStepOf(values)
    values[clock.stepNumber.offset] = number
    values[clock.stepOfYear.offset] = ofYear
    values[clock.time.offset] = start + number * timeStep
    values[clock.yearEnds.offset] = opensYear(start + (number + 1) * timeStep, timeStep) ? 1 : 0
  }

  const checkClock = (values: Float64Array): void => {
    const start = values[clock.startTime.offset] ?? Number.NaN
    const timeStep = timeStepOf(values)
    if (!Number.isFinite(start)) failOf('startTime', solution.noStart())
    if (!(timeStep > 0 && Number.isFinite(timeStep))) failOf('timeStep', solution.noTimeStep())
    if (!yearly) return
    if (!Number.isInteger(start)) failOf('startTime', solution.startsInYear({ start }))
    const perYear = Math.round(1 / timeStep)
    if (perYear < 1 || Math.abs(perYear * timeStep - 1) > 1e-9) {
      failOf('timeStep', solution.stepsOfYear({ timeStep }))
    }
  }

  const stepOnce = (values: Float64Array): void => {
    if (annual.length > 0 && isFirstOfYear(values)) perform(annual, values, undefined)
    perform(step, values, undefined)
  }
  const residuals = (values: Float64Array): Residual[] => {
    perform(accountTasks(), values, undefined)
    const opens = isFirstOfYear(values)
    return model.checks.filter(check => opens || !check.annual).map(check => residualOf(check, values))
  }

  return {
    model,
    size,
    create: () => {
      // An input that nobody writes must be noticed, not count as 0.
      const values = new Float64Array(size)
      return values.fill(Number.NaN, 0, inputsEnd)
    },
    initialise: values => {
      checkClock(values)
      values.fill(0, inputsEnd)
      setClock(values, 0, 0)
      perform(base, values, undefined)
      if (trials.length === 0) return
      stepOnce(values)
      const found = new Map<Variable, Float64Array>()
      for (const { variable, of } of trials) found.set(variable, values.slice(of.offset, of.offset + of.size))
      // Results of the step are forgotten; base values that read no trial value would come out the same.
      values.fill(0, stepStates.closing, stepStates.closing + stepStates.length)
      values.fill(0, annualStates.closing)
      setClock(values, 0, 0)
      perform(afterTrial, values, found)
    },
    step: stepOnce,
    audit: values => {
      let worst: Residual = { where: 'no check', relative: 0, tolerance: 1e-9 }
      for (const residual of residuals(values)) {
        if (Number.isNaN(residual.relative)) return residual
        if (worst.where === 'no check' || residual.relative / residual.tolerance > worst.relative / worst.tolerance)
          worst = residual
      }
      return worst
    },
    auditAll: residuals,
    commit: values => {
      const { opening, closing, length } = stepStates
      values.copyWithin(opening, closing, closing + length)
      const yearEnds = values[clock.yearEnds.offset] === 1
      if (yearEnds)
        values.copyWithin(annualStates.opening, annualStates.closing, annualStates.closing + annualStates.length)
      const ofYear = yearEnds ? 0 : (values[clock.stepOfYear.offset] ?? 0) + 1
      setClock(values, (values[clock.stepNumber.offset] ?? 0) + 1, ofYear)
    },
  }
}
