/**
 * Runs a batch of members side by side with a module of src/language/emit/wasm: the events of a run in the same order
 * as src/language/period.ts, each for all members at once. A member that fails does not disturb the others. Needs
 * nothing but the module and its manifest.
 */

import type { ModuleManifest, PhaseTask } from '../../language/emit/wasm/manifest.ts'
import type { Message } from '../../language/messages.ts'
import { belowZero, type Bounds, closingRanges } from '../below-zero.ts'
import { checkAtPlace } from './names.ts'
import { settle, solve, type Work } from './search.ts'
import { opensYear } from '../../language/period.ts'

/** A module as the host has instantiated it. */
export interface WasmInstance {
  /** The module's memory, at its final size. */
  readonly memory: ArrayBufferLike
  /** An exported function. */
  routine(name: string): (...numbers: number[]) => unknown
}

export interface RunClock {
  readonly start: number
  readonly stepsPerYear: number
}

/** The largest residual of the accounts of one member in one step, relative to its scale. */
interface BatchResidual {
  readonly relative: number
  /** Place of the element among those of all checks; -1 without checks. */
  readonly place: number
}

/** A batch between two steps. */
export interface BatchState {
  /** The first of all values: as many as later steps depend on. */
  readonly values: Float64Array
  readonly clock: RunClock
  readonly steps: number
  readonly ofYear: number
  readonly swapped: boolean
  readonly failures: ReadonlyMap<number, Message>
}

export interface Batch {
  readonly manifest: ModuleManifest
  /** Element e of member m is values[e * members + m]; of a state, values[place(e) * members + m]. */
  readonly values: Float64Array
  /** Place of the manifest's element in the present step. */
  place(element: number): number
  /** Reasons why members have failed, by their place in the batch. */
  readonly failures: ReadonlyMap<number, Message>
  /** Begins a run: the inputs are in their places; `sameData` says that the data are those of the run before. */
  initialise(clock: RunClock, sameData?: boolean): void
  /** Sees data that have been changed within a run; all members have the same data. */
  gather(): void
  step(): void
  /** Checks the accounts of all members; after `step`, before `commit`. */
  audit(): void
  /** Members with a stock below zero that may not be have failed afterwards; after `step`, before `commit`. */
  checkBounds(): void
  /** Result of `audit` for a member. */
  residual(member: number): BatchResidual
  /** Names the equation of a residual, in words, and the residual that is allowed. */
  checkAt(place: number): ReturnType<typeof checkAtPlace>
  commit(): void
  /** Everything that later steps depend on; after `commit` or `initialise`. The memory of `spare` is used again. */
  save(spare?: BatchState): BatchState
  /** Goes on from there; the data are those of that run. */
  restore(state: BatchState): void
  /** Marks a member as failed, unless it is already. */
  fail(member: number, reason: Message): void
}

const clockNames = ['startTime', 'timeStep', 'time', 'stepNumber', 'stepOfYear', 'yearEnds'] as const

/** The clock of a run: the same for all members, and written into each. */
class BatchClock {
  time = 0
  timeStep = 1
  yearEnds = false
  private readonly places: Readonly<Record<(typeof clockNames)[number], number>>
  private readonly values: Float64Array
  private readonly members: number
  private start = 0
  private steps = 0
  private ofYear = 0

  constructor({ variable, values, manifest }: Work) {
    const [startTime, timeStep, time, stepNumber, stepOfYear, yearEnds] = clockNames.map(name => variable(name).offset)
    this.places = { startTime, timeStep, time, stepNumber, stepOfYear, yearEnds }
    this.values = values
    this.members = manifest.members
  }

  /** Steps that have passed, of the run and of its year. */
  get passed(): { readonly steps: number; readonly ofYear: number } {
    return { steps: this.steps, ofYear: this.ofYear }
  }

  /** Begins a run, or goes on with one. */
  begin({ start, stepsPerYear }: RunClock, { steps, ofYear } = { steps: 0, ofYear: 0 }): void {
    this.start = start
    this.timeStep = 1 / stepsPerYear
    this.write(this.places.startTime, start)
    this.write(this.places.timeStep, this.timeStep)
    this.set(steps, ofYear)
  }

  next(): void {
    this.set(this.steps + 1, this.yearEnds ? 0 : this.ofYear + 1)
  }

  /** True if the present step is the first of its year. */
  get opensYear(): boolean {
    return opensYear(this.time, this.timeStep)
  }

  private set(steps: number, ofYear: number): void {
    const { places, start, timeStep } = this
    this.steps = steps
    this.ofYear = ofYear
    this.time = start + steps * timeStep
    this.yearEnds = opensYear(start + (steps + 1) * timeStep, timeStep)
    this.write(places.stepNumber, steps)
    this.write(places.stepOfYear, ofYear)
    this.write(places.time, this.time)
    this.write(places.yearEnds, this.yearEnds ? 1 : 0)
  }

  /** For all members, where it is new; a loop, because calling `fill` for a few numbers takes longer. */
  private write(element: number, value: number): void {
    const { values, members } = this
    const end = (element + 1) * members
    if (values[end - 1] === value) return
    for (let at = end - members; at < end; at++) values[at] = value
  }
}

/** Does a task; `found` holds what trial values have come to in the trial pass. */
type Act = (found?: ReadonlyMap<string, Float64Array>) => void

class Routines {
  private readonly module: WasmInstance
  private readonly work: Work
  /** True if opening and closing values of the step's states have changed places. */
  swapped = false

  constructor(module: WasmInstance, work: Work) {
    this.module = module
    this.work = work
  }

  routine(name: string): () => void {
    const { stateBytes } = this.work.manifest
    const call = this.module.routine(name)
    return () => {
      if (this.swapped) call(stateBytes, 0)
      else call(0, stateBytes)
    }
  }

  private act(task: PhaseTask): Act {
    const { work } = this
    const evaluate = this.routine(task.routine)
    switch (task.type) {
      case 'equations':
        return evaluate
      case 'solve': {
        const bounds = this.routine(task.bounds)
        return () => {
          bounds()
          solve(work, task, evaluate)
        }
      }
      case 'simultaneous':
        return () => {
          settle(work, task, evaluate)
        }
      case 'trial':
        return found => {
          const kept = found?.get(task.variable)
          if (kept === undefined) evaluate()
          else work.values.set(kept, work.variable(task.variable).offset * work.manifest.members)
        }
    }
  }

  /** Does the tasks of a phase in their order. */
  phase(tasks: readonly PhaseTask[]): Act {
    const acts = tasks.map(task => this.act(task))
    return found => {
      for (const act of acts) act(found)
    }
  }
}

/** Prepares a module for running batches. */
export const createBatch = (manifest: ModuleManifest, module: WasmInstance): Batch => {
  const { members, size, stepStates, annualStates, inputsEnd } = manifest
  const values = new Float64Array(module.memory, manifest.valuesAt, size * members)
  const results = new Float64Array(module.memory, manifest.resultsAt, 3 * members)
  const failures = new Map<number, Message>()
  const fail = (member: number, reason: Message): void => {
    if (!failures.has(member)) failures.set(member, reason)
  }
  const work: Work = { manifest, values, variable: variableFinder(manifest), fail }
  const clock = new BatchClock(work)
  const routines = new Routines(module, work)
  let run: RunClock = { start: 0, stepsPerYear: 1 }
  const phases = [manifest.base, manifest.annual, manifest.step, manifest.audit, manifest.yearAudit ?? []]
  const [base, annual, within, accounts, yearAccounts] = phases.map(tasks => routines.phase(tasks))
  const again = routines.phase(manifest.afterTrial.map(at => manifest.base[at]))
  const [gatherData, worst, worstWithinYear] = ['gather', 'worst', 'worstWithinYear'].map(name =>
    routines.routine(name),
  )
  /** The values of the year that an audit needs are there already. */
  let yearIsAudited = false
  const gather = (): void => {
    gatherData()
    yearIsAudited = false
  }
  const bounds: Bounds = {
    stocks: manifest.boundedStocks,
    labelsOf: dimension => manifest.dimensions[dimension],
  }
  const [rangesOfYear, ranges] = [true, false].map(opens => closingRanges(bounds.stocks, opens))
  const trials = manifest.base.filter(task => task.type === 'trial')
  /** Modules of capsules of former versions have no such function, and their replay has no bounds. */
  const signs = module.routine('signs')
  const mayBeBelowZero = (from: number, to: number): boolean =>
    signs(manifest.valuesAt + 8 * from, manifest.valuesAt + 8 * to) !== 0

  /** Size of what a year opens with: inputs, bases and states. All else is computed anew, unless it begins a search. */
  const lasting = [...manifest.annual, ...manifest.step].some(({ type }) => type === 'simultaneous')
    ? values.length
    : annualStates.closing * members

  const step = (): void => {
    if (manifest.annual.length > 0 && clock.opensYear) annual()
    within()
  }
  const closeYear = (): void => {
    const { opening, closing, length } = annualStates
    values.copyWithin(opening * members, closing * members, (closing + length) * members)
  }
  const place = (element: number): number => {
    const { opening, closing, length } = stepStates
    if (!routines.swapped) return element
    if (element >= opening && element < opening + length) return element + closing - opening
    return element >= closing && element < closing + length ? element + opening - closing : element
  }

  return {
    manifest,
    values,
    place,
    failures,
    fail,
    initialise: (given, sameData = false) => {
      const { start, stepsPerYear } = given
      if (!Number.isFinite(start) || !(stepsPerYear > 0 && Number.isFinite(stepsPerYear)))
        throw new Error(`A run cannot start at ${start} with ${stepsPerYear} steps a year.`)
      if (manifest.yearly && !(Number.isInteger(start) && Number.isInteger(stepsPerYear)))
        throw new Error(
          `A model with annual parts starts on 1 January and has whole steps a year, not ${stepsPerYear} from ${start} on.`,
        )
      if (manifest.stepsPerYear !== undefined && manifest.stepsPerYear !== stepsPerYear)
        throw new Error(
          `The module was built for ${manifest.stepsPerYear} steps a year, not ${stepsPerYear}; build one for these.`,
        )
      run = given
      failures.clear()
      routines.swapped = false
      yearIsAudited = false
      if (!sameData) gather()
      values.fill(0, inputsEnd * members)
      clock.begin(given)
      base()
      if (trials.length === 0) return
      step()
      const found = new Map(
        trials.map(({ variable, of }) => {
          const from = work.variable(of)
          return [variable, values.slice(from.offset * members, (from.offset + from.size) * members)]
        }),
      )
      // The results of the step are forgotten.
      values.fill(0, stepStates.closing * members, (stepStates.closing + stepStates.length) * members)
      values.fill(0, annualStates.closing * members)
      clock.begin(given)
      again(found)
    },
    gather,
    step,
    audit: () => {
      if (!yearIsAudited) yearAccounts()
      yearIsAudited = true
      accounts()
      if (clock.opensYear) worst()
      else worstWithinYear()
    },
    checkBounds: () => {
      const { time, timeStep } = clock
      const below = new Set<number>()
      for (const [from, to] of clock.opensYear ? rangesOfYear : ranges) {
        const first = place(from) * members
        const end = first + (to - from) * members
        if (!mayBeBelowZero(first, end)) continue
        for (let at = first; at < end; at++) if (values[at] < 0) below.add(at % members)
      }
      for (const member of below) {
        const found = belowZero(bounds, element => values[place(element) * members + member], { time, timeStep })
        if (found !== undefined) fail(member, found)
      }
    },
    residual: member => ({ relative: results[member], place: results[2 * members + member] }),
    checkAt: number => checkAtPlace(manifest, number),
    commit: () => {
      routines.swapped = !routines.swapped
      if (clock.yearEnds && annualStates.length > 0) closeYear()
      if (clock.yearEnds) yearIsAudited = false
      clock.next()
    },
    save: spare => {
      const needed = values.subarray(0, clock.opensYear ? lasting : values.length)
      const copy = spare?.values.length === needed.length ? spare.values : new Float64Array(needed.length)
      copy.set(needed)
      return { values: copy, clock: run, ...clock.passed, swapped: routines.swapped, failures: new Map(failures) }
    },
    restore: state => {
      run = state.clock
      values.set(state.values)
      clock.begin(run, state)
      routines.swapped = state.swapped
      failures.clear()
      for (const [member, reason] of state.failures) failures.set(member, reason)
      gather()
    },
  }
}

const variableFinder = (manifest: ModuleManifest): Work['variable'] => {
  const variables = new Map(manifest.variables.map(variable => [variable.name, variable]))
  return name => {
    const found = variables.get(name)
    if (found === undefined) throw new Error(`The module has no variable '${name}'.`)
    return found
  }
}
