/**
 * The random series of a run. A shock is a pure function of (seed, member, name, area, step): not of the policy, so
 * that every policy meets the same draws, and not of the other shocks, the areas or the number of steps.
 */
import type { Shock } from '../language/declare.ts'
import { pow } from '../language/elementary.ts'
import { normalQuantile } from './distributions.ts'
import { createStream, type Stream } from './random.ts'

export type ShockProcess = Shock['process']

export interface ShockToDraw {
  readonly name: string
  readonly process: ShockProcess
  /** One series for each of these, or a single one for all. */
  readonly areas: readonly string[] | 'shared'
}

export interface ShockSettings {
  readonly seed: number
  readonly member: number
  readonly steps: number
  readonly stepsPerYear: number
  /** Place of the first step in its calendar year: 0 (the default) for the first quarter. */
  readonly firstStepOfYear?: number
  readonly known?: KnownSteps
}

/** By shock: steps [from, to) in which it is known to be nothing, in order and apart from each other. */
export type KnownSteps = Readonly<Record<string, ReadonlyArray<readonly [from: number, to: number]>>>

/**
 * Turns a drawn AR(1) series into one that is 0 in the known steps: a draw of the process given that it is. Before them
 * the part of each value that goes with the value at their opening is taken off (the bridge of a process that starts
 * from 0); after them the process goes on from 0 with the same innovations. The values are values[first + step * stride].
 */
export function conditionSeries(
  values: Float64Array,
  first: number,
  stride: number,
  steps: number,
  persistence: number,
  known: KnownSteps[string],
): void {
  /** Of a process that was 0 so many steps ago, over the stationary one. */
  const variance = (since: number): number => 1 - pow(persistence, 2 * since)
  let zero = -1
  for (const [from, to] of known) {
    const [opening, last] = [Math.max(from, 0), Math.min(to, steps) - 1]
    if (last < opening) continue
    const [atOpening, atLast] = [values[first + opening * stride]!, values[first + last * stride]!]
    for (let step = zero + 1; step < steps; step++) {
      const place = first + step * stride
      if (step < opening) {
        const part = (pow(persistence, opening - step) * variance(step - zero)) / variance(opening - zero)
        values[place] = values[place]! - part * atOpening
      } else if (step <= last) values[place] = 0
      else values[place] = values[place]! - pow(persistence, step - last) * atLast
    }
    zero = last
  }
}

/**
 * Series by the shock's name, step after step: series[step * width + area], where width is the number of areas in the
 * order given, or 1 for a shared shock. So the values of one step are one slice, as they go into a run.
 */
export type ShockSeries = ReadonlyMap<string, Float64Array>

/** Names of its random streams, one a series. */
export const streamsOf = ({ name, areas }: Pick<ShockToDraw, 'name' | 'areas'>): string[] =>
  areas === 'shared' ? [`shock ${name}`] : areas.map(area => `shock ${name} in ${area}`)

export function drawShocks(shocks: readonly ShockToDraw[], settings: ShockSettings): ShockSeries {
  checkSettings(settings)
  const series = new Map<string, Float64Array>()
  for (const { name, process, areas } of shocks) {
    if (series.has(name)) throw new Error(`Shock '${name}' is listed twice: its draws are found by its name.`)
    checkProcess(name, process)
    const streams = streamsOf({ name, areas })
    const width = streams.length
    const values = new Float64Array(settings.steps * width)
    for (const [area, stream] of streams.entries())
      fill(values, area, width, process, createStream(settings.seed, stream), settings, settings.known?.[name])
    series.set(name, values)
  }
  return series
}

/** Value of a shock in a run without shocks, and in the central one. */
export function neutralShock(process: ShockProcess): number {
  return process.type === 'uniform' ? 1 : 0
}

/** Processes are declared by quarters, because the model is: in steps of another length their statistics stay. */
const declaredPerYear = 4

/**
 * A process, declared for quarters, in steps of another length: values a quarter apart are correlated as declared, and
 * independent draws have the same spread on the mean of a quarter.
 */
export function processOfStep(process: ShockProcess, stepsPerYear: number): ShockProcess {
  if (stepsPerYear === declaredPerYear) return process
  if (process.type === 'ar1') {
    return { ...process, persistence: pow(process.persistence, declaredPerYear / stepsPerYear) }
  }
  if (process.type === 'normal') {
    return { ...process, deviation: process.deviation * Math.sqrt(stepsPerYear / declaredPerYear) }
  }
  return process
}

function fill(
  values: Float64Array,
  area: number,
  width: number,
  declared: ShockProcess,
  draw: Stream,
  { member, stepsPerYear, firstStepOfYear = 0 }: ShockSettings,
  known: KnownSteps[string] | undefined,
): void {
  const steps = values.length / width
  const process = processOfStep(declared, stepsPerYear)
  switch (process.type) {
    case 'ar1': {
      // The state is 0 before the first step (specification, section 18): the spread grows to the stationary one.
      const { persistence, deviation } = process
      const size = deviation * Math.sqrt(1 - persistence * persistence)
      let state = 0
      for (let step = 0; step < steps; step++) {
        state = persistence * state + size * normalQuantile(draw(member, step, 0))
        values[step * width + area] = state
      }
      if (known !== undefined) conditionSeries(values, area, width, steps, persistence, known)
      return
    }
    case 'yearlyNormal': {
      let value = 0
      for (let step = 0; step < steps; step++) {
        const stepOfYear = (firstStepOfYear + step) % stepsPerYear
        if (step === 0 || stepOfYear === 0) {
          const year = Math.floor((firstStepOfYear + step) / stepsPerYear)
          value = process.deviation * normalQuantile(draw(member, year, 0))
        }
        values[step * width + area] = value
      }
      return
    }
    case 'normal':
      for (let step = 0; step < steps; step++) {
        values[step * width + area] = process.deviation * normalQuantile(draw(member, step, 0))
      }
      return
    case 'uniform':
      for (let step = 0; step < steps; step++) values[step * width + area] = draw(member, step, 0)
      return
    default:
      throw new Error(`Unknown shock process '${(process satisfies never as ShockProcess).type}'.`)
  }
}

function checkProcess(name: string, process: ShockProcess): void {
  if (process.type !== 'uniform' && !(process.deviation >= 0 && process.deviation < Infinity)) {
    throw new Error(`Shock '${name}': its deviation must be 0 or more, not ${process.deviation}.`)
  }
  if (process.type === 'ar1' && !(process.persistence >= 0 && process.persistence < 1)) {
    throw new Error(`Shock '${name}': its persistence must be at least 0 and below 1, not ${process.persistence}.`)
  }
}

function checkSettings({ member, steps, stepsPerYear, firstStepOfYear = 0 }: ShockSettings): void {
  const isIndex = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 2 ** 32
  if (!isIndex(member)) throw new Error(`Member ${member} cannot be drawn: give a whole number from 0 to 2^32 - 1.`)
  if (!isIndex(steps)) throw new Error(`${steps} steps cannot be drawn: give a whole number from 0 to 2^32 - 1.`)
  if (!isIndex(stepsPerYear) || stepsPerYear === 0 || !isIndex(firstStepOfYear) || firstStepOfYear >= stepsPerYear) {
    throw new Error(
      `Shocks need whole steps in a year and a first step within it, not ${stepsPerYear} and ${firstStepOfYear}.`,
    )
  }
}
