/**
 * Runs a model once: writes inputs to the value array, steps the program, and records what was asked for. Pure and
 * deterministic.
 */

import { messages as engineMessages } from '../texts/engine.ts'
import { addressParts } from '../language/address.ts'
import { ReportedError } from '../language/messages.ts'
import type { LeverPath } from '../language/declare.ts'
import type { LinkedDimension, LinkedModel, Variable } from '../language/linked.ts'
import type { Program } from '../language/program.ts'
import { type Assumptions, leverAt, type LeverSetting, leversOf, type Policy, standardAt } from './scenario.ts'
import { belowZero, boundsOf, closingRanges } from './below-zero.ts'
import { valueOnPath } from './path-value.ts'
import { type KnownSteps, neutralShock, type ShockSeries } from './shocks.ts'

/** The part of a region that the engine needs; the loader of region folders returns more. */
export interface RegionInput {
  readonly start: number
  readonly values: Readonly<Record<string, { readonly values: Float64Array }>>
  /** Data over pairs of areas, and what links areas that are a whole nation. */
  readonly links?: Readonly<Record<string, { readonly values: Float64Array }>>
  readonly paths: Readonly<Record<string, InputPath>>
  /** Paths on which such areas keep to the path of their nation. */
  readonly closure?: Readonly<Record<string, InputPath>>
  /** Levers before the time from which the model's own standards hold, where a region is opened in a past year. */
  readonly pastLevers?: PastLevers
  /** By shock: calendar times [from, until) in which it is known to be nothing. */
  readonly known?: KnownTimes
}

export type KnownTimes = Readonly<Record<string, ReadonlyArray<readonly [from: number, until: number]>>>

type Points = ReadonlyArray<readonly [number, number]>

interface InputPath {
  readonly points: Points
  /** The points of each area, of a path by area. */
  readonly ofAreas?: Readonly<Record<string, Points>>
  /** The points of each element of a path over other dimensions, in their order. */
  readonly ofElements?: readonly Points[]
}

interface PastLevers {
  readonly until: number
  readonly standards: Readonly<Record<string, LeverPath>>
}

export interface Horizon {
  /** Calendar time at which the last step closes. */
  readonly end: number
  readonly stepsPerYear: number
}

/** Numbers of the value array that are others from a calendar time on. */
export interface SetChange {
  readonly from: number
  readonly values: Assumptions
}

export interface RunInput {
  readonly assumptions?: Assumptions
  /** Sampled values of a member; assumptions override them. */
  readonly sampled?: ReadonlyMap<string, number>
  readonly policy?: Policy
  readonly shocks?: ShockSeries
  /** Names to record at every step; 'closing(name)' records a state's closing value. */
  readonly record: readonly string[]
  /** Check every account of every step, and stop where a stock falls below zero that may not. */
  readonly audit?: boolean
  /** Stop where a stock falls below zero that may not, also without an audit; not even with one when false. */
  readonly bounds?: boolean
  /** Called after each step and before its values move on; may read, must not write. */
  readonly observe?: (values: Float64Array, step: number, time: number) => void
  /** Called once, with what the start was solved from: paths as they stand at the start. May read, must not write. */
  readonly observeStart?: (values: Float64Array) => void
  /** Written into the value array after initialisation: for experiments set after the start is solved. */
  readonly afterStart?: Assumptions
  /** The same from a calendar time on, one after another: an event with a date. */
  readonly changes?: readonly SetChange[]
}

export interface Series {
  readonly name: string
  /** Values a step. */
  readonly size: number
  readonly dimensions: readonly LinkedDimension[]
  /** Step by step, the elements of the variable one after the other. */
  readonly values: Float64Array
}

export interface RunAudit {
  /** Largest residual of the accounts relative to its scale (regional output for money). */
  readonly largestResidual: number
  readonly where: string
  readonly when: number
}

export interface Run {
  /** Calendar time at which each step opens. */
  readonly times: Float64Array
  readonly stepsPerYear: number
  readonly series: ReadonlyMap<string, Series>
  readonly audit: RunAudit | undefined
}

/** A number of a run that is not finite: the run is stopped, nothing is passed on. */
export class RunError extends ReportedError {}

/** With the values at which the run was stopped, for whoever looks for the first of them that is not finite. */
export class NotFiniteError extends RunError {
  readonly at: { readonly name: string; readonly time: number }
  readonly program: Program
  readonly values: Float64Array

  constructor(at: NotFiniteError['at'], program: Program, values: Float64Array) {
    super(engineMessages.notFinite(at))
    this.at = at
    this.program = program
    this.values = values
  }
}

/** The standard of a lever as it was in the past of a region, and the model's own after that. */
const standardIn = (past: PastLevers | undefined, name: string, standard: number | LeverPath): number | LeverPath => {
  const stood = past?.standards[name]
  if (past === undefined || stood === undefined) return standard
  const later = typeof standard === 'number' ? [] : standard.filter(([from]) => from > past.until)
  return [...stood.filter(([from]) => from < past.until), [past.until, standardAt(standard, past.until)], ...later]
}

/** The places in the array of 'name', or of those of its values that have the labels: 'name[CN-LN]', 'name[CN-LN, state]'. */
export const placesOf = (model: LinkedModel, address: string): number[] => {
  const { name = '', labels = [] } = addressParts(address) ?? {}
  const variable = model.variables.get(name)
  if (variable === undefined) throw new RunError(engineMessages.noVariableToSet({ name }))
  let elements = Array.from({ length: variable.size }, (_, element) => element)
  for (const label of labels) {
    const at = variable.dimensions.findIndex(({ positions }) => positions.has(label))
    const dimension = variable.dimensions[at]
    if (dimension === undefined) {
      const known = variable.dimensions.flatMap(({ labels: own }) => own).join(', ')
      throw new RunError(engineMessages.noLabelOf({ name, label, known }))
    }
    const position = dimension.positions.get(label)!
    elements = elements.filter(
      element => Math.floor(element / variable.strides[at]!) % dimension.labels.length === position,
    )
  }
  return elements.map(element => variable.offset + element)
}

export interface Simulator {
  readonly program: Program
  readonly steps: number
  readonly horizon: Horizon
  /** Steps in which shocks are known to be nothing: draws for its members heed them. */
  readonly known?: KnownSteps
  run(input: RunInput): Run
}

/** The steps of a horizon that open in the known times of a region. */
const knownSteps = ({ start, known }: RegionInput, { stepsPerYear }: Horizon): KnownSteps | undefined => {
  if (known === undefined) return undefined
  const stepAt = (time: number): number => Math.round((time - start) * stepsPerYear)
  return Object.fromEntries(
    Object.entries(known).map(([name, times]) => [
      name,
      times.map(([from, until]): readonly [number, number] => [stepAt(from), stepAt(until)]),
    ]),
  )
}

/** Prepares what all runs of a region share: the value array with data, and the paths and standard levers of each step. */
export const createSimulator = (program: Program, region: RegionInput, horizon: Horizon): Simulator => {
  const { model } = program
  const timeStep = 1 / horizon.stepsPerYear
  const steps = Math.round((horizon.end - region.start) * horizon.stepsPerYear)
  const timeOf = (step: number): number => region.start + step * timeStep
  const template = program.create()
  const byKind = Map.groupBy(model.variables.values(), ({ kind }) => kind)
  const ofKind = (kind: Variable['kind']): readonly Variable[] => byKind.get(kind) ?? []
  const eachStep = (valueAt: (time: number) => number): Float64Array => {
    const found = new Float64Array(steps)
    for (let step = 0; step < steps; step++) found[step] = valueAt(timeOf(step))
    return found
  }

  for (const variable of ofKind('datum')) {
    const given = (region.values[variable.name] ?? region.links?.[variable.name])?.values
    if (given === undefined)
      throw new RunError(engineMessages.noDatum({ name: variable.name, unit: variable.unitText }))
    template.set(given, variable.offset)
  }
  for (const variable of ofKind('parameter')) {
    const declaration = variable.declaration
    if (declaration?.kind !== 'parameter') continue
    const { value } = declaration
    const central = (entry: typeof value): number =>
      typeof entry === 'number' ? entry : Number((entry as { central: number }).central)
    if (typeof value === 'number' || 'central' in value)
      template.fill(central(value), variable.offset, variable.offset + variable.size)
    else {
      const [dimension] = variable.dimensions
      for (const [label, entry] of Object.entries(value))
        template[variable.offset + (dimension?.positions.get(label) ?? 0)] = central(entry)
    }
  }
  template[model.clock.startTime.offset] = region.start
  template[model.clock.timeStep.offset] = timeStep

  // Paths at the start and of each step, the same for all runs: rows of steps.
  const middle = model.source.paths === 'middle' ? timeStep / 2 : 0
  const paths = ofKind('exogenous').flatMap(variable => {
    const path = region.paths[variable.name] ?? region.closure?.[variable.name]
    if (path === undefined) throw new RunError(engineMessages.noPath({ name: variable.name, unit: variable.unitText }))
    const { points, ofAreas } = path
    const { offset, size } = variable
    const labels = variable.dimensions.length === 1 ? variable.dimensions[0]!.labels : []
    const ofElements = path.ofElements ?? (ofAreas && labels.map(area => ofAreas[area] ?? points))
    const elements =
      ofElements === undefined
        ? [{ offset, size, points }]
        : ofElements.map((own, at) => ({ offset: offset + at, size: 1, points: own }))
    return elements.map(element => ({
      ...element,
      opening: valueOnPath(element.points, region.start),
      values: eachStep(time => valueOnPath(element.points, time + middle)),
      moves: element.points.length > 1,
    }))
  })
  const levers = [...leversOf(model, true)].map(([name, lever]) => {
    const standard = standardIn(region.pastLevers, name, lever.standard)
    return {
      name,
      own: standard,
      offset: placesOf(model, name)[0]!,
      standard:
        typeof standard === 'number'
          ? new Float64Array(steps).fill(standard)
          : eachStep(time => leverAt(standard, undefined, time)),
    }
  })
  const known = new Set(levers.map(({ name }) => name))
  for (const name of Object.keys(region.pastLevers?.standards ?? {}))
    if (!known.has(name)) throw new RunError(engineMessages.noPastLever({ name }))
  const shocks = ofKind('shock').map(variable => {
    const declaration = variable.declaration
    return {
      name: variable.name,
      offset: variable.offset,
      size: variable.size,
      neutral: declaration?.kind === 'shock' ? neutralShock(declaration.process) : 0,
    }
  })

  const values = program.create()

  const scheduleOf = (
    standard: number | LeverPath,
    setting: LeverSetting | undefined,
    prepared: Float64Array,
  ): Float64Array => (setting === undefined ? prepared : eachStep(time => leverAt(standard, setting, time)))

  const bounds = boundsOf(model)
  const [rangesOfYear, ranges] = [true, false].map(opensYear => closingRanges(bounds.stocks, opensYear))
  const checkBounds = (time: number): void => {
    let below = false
    for (const [from, to] of values[model.clock.stepOfYear.offset] === 0 ? rangesOfYear! : ranges!)
      for (let place = from; place < to; place++) if (values[place]! < 0) below = true
    const found = below ? belowZero(bounds, place => values[place]!, { time, timeStep }) : undefined
    if (found !== undefined) throw new RunError(found)
  }

  /** The same names are set in run after run. */
  const placesSet = new Map<string, readonly number[]>()
  const run = (input: RunInput): Run => {
    values.set(template)
    for (const name of Object.keys(input.policy ?? {}))
      if (!known.has(name)) throw new RunError(engineMessages.noLever({ name }))
    const set = (address: string, value: number): void => {
      const places = placesSet.get(address) ?? placesOf(model, address)
      placesSet.set(address, places)
      for (const place of places) values[place] = value
    }
    for (const [address, value] of input.sampled ?? []) set(address, value)
    for (const [address, value] of Object.entries(input.assumptions ?? {})) set(address, value)
    const schedules = levers.map(({ name, own, offset, standard }) => {
      const setting = input.policy?.[name]
      return {
        offset,
        values: scheduleOf(own, setting, standard),
        moves: setting !== undefined || typeof own !== 'number',
      }
    })
    const drawn = shocks.map(shock => ({ ...shock, series: input.shocks?.get(shock.name) }))
    // Inputs that never move are written once, unless an experiment may have overwritten them after the start.
    const writesAll = input.afterStart !== undefined || input.changes !== undefined
    const movingPaths = paths.filter(({ moves }) => writesAll || moves)
    const movingSchedules = schedules.filter(({ moves }) => writesAll || moves)
    const movingShocks = drawn.filter(shock => writesAll || shock.series !== undefined)
    const writePaths = (step: number): void => {
      for (const path of movingPaths) values.fill(path.values[step]!, path.offset, path.offset + path.size)
    }
    const writeOthers = (step: number): void => {
      for (const schedule of step === 0 ? schedules : movingSchedules) values[schedule.offset] = schedule.values[step]!
      for (const shock of step === 0 ? drawn : movingShocks) {
        if (shock.series === undefined) values.fill(shock.neutral, shock.offset, shock.offset + shock.size)
        else
          for (let element = 0; element < shock.size; element++)
            values[shock.offset + element] = shock.series[step * shock.size + element]!
      }
    }

    const recorded = input.record.map(name => {
      const closing = name.startsWith('closing(') && name.endsWith(')')
      const variable = model.variables.get(closing ? name.slice(8, -1) : name)
      if (variable === undefined || (closing && !variable.state))
        throw new RunError(engineMessages.noVariableToRecord({ name }))
      const { offset, closingOffset, size, dimensions } = variable
      const series: Series = { name, size, dimensions, values: new Float64Array(steps * size) }
      return { series, from: closing ? closingOffset : offset }
    })
    const times = eachStep(time => time)
    let audit: RunAudit | undefined =
      input.audit === true ? { largestResidual: 0, where: '', when: region.start } : undefined

    const checksBounds = input.bounds ?? audit !== undefined
    const notFiniteAt = (step: number, name: string): RunError =>
      new NotFiniteError({ name, time: timeOf(step) }, program, values.slice())

    for (const { opening, offset, size } of paths) values.fill(opening, offset, offset + size)
    writeOthers(0)
    program.initialise(values)
    input.observeStart?.(values)
    writePaths(0)
    for (const [address, value] of Object.entries(input.afterStart ?? {})) set(address, value)
    for (let step = 0; step < steps; step++) {
      if (step > 0) {
        writePaths(step)
        writeOthers(step)
      }
      for (const { from, values: changed } of input.changes ?? [])
        if (Math.round((from - region.start) * horizon.stepsPerYear) === step) {
          for (const [address, value] of Object.entries(changed)) set(address, value)
          program.overwritten?.()
        }
      program.step(values)
      for (const { series, from } of recorded) {
        for (let element = 0; element < series.size; element++) {
          const value = values[from + element]!
          if (!Number.isFinite(value)) throw notFiniteAt(step, series.name)
          series.values[step * series.size + element] = value
        }
      }
      if (checksBounds) checkBounds(timeOf(step))
      if (audit !== undefined) {
        const residual = program.audit(values)
        if (!(residual.relative <= audit.largestResidual))
          audit = { largestResidual: residual.relative, where: residual.where, when: timeOf(step) }
      }
      input.observe?.(values, step, timeOf(step))
      if (Number.isNaN(audit?.largestResidual)) throw notFiniteAt(step, audit!.where)
      program.commit(values)
    }
    return {
      times,
      stepsPerYear: horizon.stepsPerYear,
      series: new Map(recorded.map(({ series }) => [series.name, series])),
      audit,
    }
  }

  const heeded = knownSteps(region, horizon)
  return { program, steps, horizon, ...(heeded === undefined ? {} : { known: heeded }), run }
}
