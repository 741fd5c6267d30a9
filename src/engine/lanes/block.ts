/**
 * Runs a block of members side by side with a module of src/language/emit/wasm: the events of a run in the same order
 * as src/language/period.ts, each for all members at once. A member that fails does not disturb the others. Needs
 * nothing but the module and its manifest.
 */

import type { Manifest, Task } from '../../language/emit/wasm/manifest.ts'
import { checkName } from './names.ts'
import { settle, solve, type Work } from './search.ts'

/** What the host has made of a module. */
export interface LanesModule {
  /** The module's memory, at its final size. */
  readonly memory: ArrayBufferLike
  /** An exported function. */
  routine(name: string): (...numbers: number[]) => void
}

export interface Clock {
  readonly start: number
  readonly stepsPerYear: number
}

/** The largest residual of the accounts of one member in one step, relative to its scale. */
export interface LaneResidual {
  readonly relative: number
  /** Place of the element among those of all checks; -1 without checks. */
  readonly place: number
}

export interface Block {
  readonly manifest: Manifest
  /** Element e of member m is values[e * members + m]. */
  readonly values: Float64Array
  /** Why members have failed, by their place in the block. */
  readonly failures: ReadonlyMap<number, string>
  /** Begins a run: the inputs are in their places. */
  initialise(clock: Clock): void
  step(): void
  /** Checks the accounts of all members; after `step`, before `commit`. */
  audit(): void
  /** What `audit` found for a member. */
  residual(member: number): LaneResidual
  /** What a residual is of, in words. */
  placeName(place: number): string
  commit(): void
  /** Marks a member as failed, unless it is already. */
  fail(member: number, reason: string): void
}

const opensYear = (time: number, timeStep: number): boolean => {
  const middle = time + timeStep / 2
  return middle - Math.floor(middle) < timeStep
}

export class LanesError extends Error {}

/** The clock of a run: the same for all members, and written into each. */
class LanesClock {
  time = 0
  timeStep = 1
  yearEnds = false
  private readonly places: Readonly<Record<string, number>>
  private readonly fill: (element: number, value: number) => void
  private start = 0
  private steps = 0
  private ofYear = 0

  constructor({ variable }: Work, fill: (element: number, value: number) => void) {
    const names = ['startTime', 'timeStep', 'time', 'stepNumber', 'stepOfYear', 'yearEnds']
    this.places = Object.fromEntries(names.map(name => [name, variable(name).offset]))
    this.fill = fill
  }

  begin({ start, stepsPerYear }: Clock): void {
    this.start = start
    this.timeStep = 1 / stepsPerYear
    this.fill(this.places['startTime'], start)
    this.fill(this.places['timeStep'], this.timeStep)
    this.set(0, 0)
  }

  next(): void {
    this.set(this.steps + 1, this.yearEnds ? 0 : this.ofYear + 1)
  }

  /** Whether the present step is the first of its year. */
  get opensYear(): boolean {
    return opensYear(this.time, this.timeStep)
  }

  private set(steps: number, ofYear: number): void {
    const { places, fill, start, timeStep } = this
    this.steps = steps
    this.ofYear = ofYear
    this.time = start + steps * timeStep
    this.yearEnds = opensYear(start + (steps + 1) * timeStep, timeStep)
    fill(places['stepNumber'], steps)
    fill(places['stepOfYear'], ofYear)
    fill(places['time'], this.time)
    fill(places['yearEnds'], this.yearEnds ? 1 : 0)
  }
}

/** Calls the routines of a module, by phases. */
class Phases {
  private readonly module: LanesModule
  private readonly work: Work
  private readonly routines = new Map<string, () => void>()

  constructor(module: LanesModule, work: Work) {
    this.module = module
    this.work = work
  }

  call(name: string): void {
    let routine = this.routines.get(name)
    if (routine === undefined) this.routines.set(name, (routine = this.module.routine(name)))
    routine()
  }

  /** `found` holds what trial values have come to in the trial pass. */
  perform(tasks: readonly Task[], found?: ReadonlyMap<string, Float64Array>): void {
    const { work } = this
    for (const task of tasks) {
      const evaluate = (): void => this.call(task.routine)
      if (task.type === 'equations') evaluate()
      else if (task.type === 'solve') {
        this.call(task.bounds)
        solve(work, task, evaluate)
      } else if (task.type === 'simultaneous') settle(work, task, evaluate)
      else {
        const kept = found?.get(task.variable)
        if (kept === undefined) evaluate()
        else work.values.set(kept, work.variable(task.variable).offset * work.manifest.members)
      }
    }
  }
}

/** Prepares a module for running blocks. */
export const createBlock = (manifest: Manifest, module: LanesModule): Block => {
  const { members, size, stepStates, annualStates, inputsEnd } = manifest
  const values = new Float64Array(module.memory, manifest.valuesAt, size * members)
  const results = new Float64Array(module.memory, manifest.resultsAt, 3 * members)
  const failures = new Map<number, string>()
  const fail = (member: number, reason: string): void => {
    if (!failures.has(member)) failures.set(member, reason)
  }
  const work: Work = { manifest, values, variable: variableFinder(manifest), fail }
  const clock = new LanesClock(work, (element, value) => {
    values.fill(value, element * members, (element + 1) * members)
  })
  const phases = new Phases(module, work)
  const trials = manifest.base.filter(task => task.type === 'trial')
  const again = manifest.afterTrial.map(at => manifest.base[at])

  const step = (): void => {
    if (manifest.annual.length > 0 && clock.opensYear) phases.perform(manifest.annual)
    phases.perform(manifest.step)
  }
  const move = ({ opening, closing, length }: Manifest['stepStates']): void => {
    values.copyWithin(opening * members, closing * members, (closing + length) * members)
  }

  return {
    manifest,
    values,
    failures,
    fail,
    initialise: given => {
      const { start, stepsPerYear } = given
      if (!Number.isFinite(start) || !(stepsPerYear > 0 && Number.isFinite(stepsPerYear)))
        throw new LanesError(`A run cannot start at ${start} with ${stepsPerYear} steps a year.`)
      if (manifest.yearly && !(Number.isInteger(start) && Number.isInteger(stepsPerYear)))
        throw new LanesError(
          `A model with annual parts starts on 1 January and has whole steps a year, not ${stepsPerYear} from ${start} on.`,
        )
      failures.clear()
      values.fill(0, inputsEnd * members)
      clock.begin(given)
      phases.perform(manifest.base)
      if (trials.length === 0) return
      step()
      const found = new Map(
        trials.map(({ variable, of }) => {
          const from = work.variable(of)
          return [variable, values.slice(from.offset * members, (from.offset + from.size) * members)]
        }),
      )
      // What the step computed is forgotten.
      values.fill(0, stepStates.closing * members, (stepStates.closing + stepStates.length) * members)
      values.fill(0, annualStates.closing * members)
      clock.begin(given)
      phases.perform(again, found)
    },
    step,
    audit: () => {
      phases.perform(manifest.audit)
      phases.call(clock.opensYear ? 'worst' : 'worstWithinYear')
    },
    residual: member => ({ relative: results[member], place: results[2 * members + member] }),
    placeName: place => checkName(manifest, place),
    commit: () => {
      move(stepStates)
      if (clock.yearEnds) move(annualStates)
      clock.next()
    },
  }
}

const variableFinder = (manifest: Manifest): Work['variable'] => {
  const variables = new Map(manifest.variables.map(variable => [variable.name, variable]))
  return name => {
    const found = variables.get(name)
    if (found === undefined) throw new LanesError(`The module has no variable '${name}'.`)
    return found
  }
}
