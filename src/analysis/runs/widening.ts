/**
 * Carries the error of the model forward into simulations: what a simulation shows is shifted by the bias of the
 * back-test and widened by the part of its errors that parameters and shocks do not explain. Outcomes are widened, never
 * stocks inside a run, so the accounts close; every package of a simulation has the same draw, so paired differences
 * keep their sign. Movements from quarter to quarter are left as simulated: shocks make them.
 */

import { normalQuantile } from '../../engine/distributions.ts'
import { createStream, type Stream } from '../../engine/random.ts'
import type { Reader } from '../../engine/run/reader.ts'
import { exp } from '../../language/elementary.ts'

/** The error of one variable: plain data, by years ahead from 1. */
export interface VariableError {
  readonly scale: 'log' | 'level'
  readonly bias: readonly number[]
  /** By what is drawn: the same series has the same draw in all variables. */
  readonly spreads: ReadonlyArray<readonly [series: string, spread: readonly number[]]>
}

export interface Widening {
  readonly seed: number
  /** First calendar year of a run: one year ahead. */
  readonly firstYear: number
  readonly errors: Readonly<Record<string, VariableError>>
}

/** Weights of last year's error and of new error; their squares add up to 1. */
const [lasting, fresh] = [0.8, 0.6]

/** Standard normal, by years ahead: the same for all policies of a simulation. */
const drawsOf = (draw: Stream, member: number, years: number): number[] => {
  const found: number[] = []
  for (let horizon = 1; horizon <= years; horizon++) {
    const next = normalQuantile(draw(member, horizon, 0))
    found.push(horizon === 1 ? next : lasting * found[horizon - 2]! + fresh * next)
  }
  return found
}

/** The error of one variable in one simulation, by years ahead; 0 before the first. */
interface Shift {
  readonly scale: VariableError['scale']
  readonly by: readonly number[]
  /** Factors on the values of the years; empty unless the scale is that of logarithms. */
  readonly factors: readonly number[]
}

/** The errors of one simulation: of a variable, undefined where it has none. */
export type Shifts = (name: string) => Shift | undefined

/** Simulations whose errors are remembered: several policies ask for them in turn; as many as an answer has. */
const remembered = 512

/** By simulation: the same for every policy of it, and for the region and its areas. */
export const shiftsOf = (widening: Widening | undefined): ((member: number) => Shifts | undefined) => {
  if (widening === undefined) return () => undefined
  const { seed, errors } = widening
  const names = new Set(Object.values(errors).flatMap(({ spreads }) => spreads.map(([series]) => series)))
  const streams = new Map([...names].map(series => [series, createStream(seed, `model error ${series}`)]))
  const shiftsOfMember = (member: number): Shifts => {
    const draws = new Map<string, readonly number[]>()
    const drawn = (series: string, years: number): readonly number[] => {
      const known = draws.get(series) ?? drawsOf(streams.get(series)!, member, years)
      draws.set(series, known)
      return known
    }
    const shiftOf = ({ scale, bias, spreads }: VariableError): Shift => {
      const paths = spreads.map(([series, spread]) => ({ spread, draw: drawn(series, bias.length) }))
      const own = bias.map((mean, year) =>
        paths.reduce((sum, { spread, draw }) => sum + spread[year]! * draw[year]!, -mean),
      )
      const by = [0, ...own]
      return { scale, by, factors: scale === 'log' ? by.map(exp) : [] }
    }
    const shifts = new Map<VariableError, Shift>()
    const named = new Map<string, Shift | undefined>()
    return name => {
      const known = named.get(name)
      if (known !== undefined || named.has(name)) return known
      const error = errors[name]
      const found = error === undefined ? undefined : (shifts.get(error) ?? shiftOf(error))
      if (error !== undefined && found !== undefined) shifts.set(error, found)
      named.set(name, found)
      return found
    }
  }
  const known = new Array<{ readonly member: number; readonly shifts: Shifts } | undefined>(remembered)
  return member => {
    const place = member % remembered
    const last = known[place]
    if (last?.member === member) return last.shifts
    const shifts = shiftsOfMember(member)
    known[place] = { member, shifts }
    return shifts
  }
}

const moved = ({ scale }: Shift, value: number, shift: number): number =>
  scale === 'log' ? value * exp(shift) : value + shift

type Labels = readonly string[]

/** A class for the same reason as the readers that it moves. */
class WidenedReader implements Reader {
  private readonly reader: Reader
  readonly firstYear: number
  private readonly shifts: Shifts

  constructor(reader: Reader, firstYear: number, shifts: Shifts) {
    this.reader = reader
    this.firstYear = firstYear
    this.shifts = shifts
  }

  private inYear(name: string, year: number, value: number): number {
    const shift = this.shifts(name)
    if (shift === undefined) return value
    const ahead = year - this.firstYear + 1
    return shift.scale === 'log' ? value * (shift.factors[ahead] ?? 1) : value + (shift.by[ahead] ?? 0)
  }

  mean(name: string, year: number, ...labels: Labels): number {
    return this.inYear(name, year, this.reader.mean(name, year, ...labels))
  }

  last(name: string, year: number, ...labels: Labels): number {
    return this.inYear(name, year, this.reader.last(name, year, ...labels))
  }

  path(name: string, ...labels: Labels): number[] {
    const values = this.reader.path(name, ...labels)
    const shift = this.shifts(name)
    if (shift === undefined) return values
    const { by } = shift
    const perYear = values.length / (by.length - 1)
    return values.map((value, step) => {
      const year = Math.floor(step / perYear)
      const passed = (step + 1) / perYear - year
      return moved(shift, value, (1 - passed) * by[year]! + passed * by[year + 1]!)
    })
  }

  /**
   * The error of growth is that of the year: read off a path whose error is drawn from year to year, the band would be
   * narrower between the years than at their ends.
   */
  growth(name: string, ...labels: Labels): ArrayLike<number> {
    const values = this.reader.growth(name, ...labels)
    const shift = this.shifts(name)
    if (shift === undefined) return values
    const { by } = shift
    return Array.from(values, (value, step) => {
      const year = Math.floor((step * (by.length - 1)) / values.length)
      return year === 0 ? value : moved(shift, 1 + value, by[year + 1]! - by[year]!) - 1
    })
  }

  // The rest is left as simulated.

  at(name: string, time: number, ...labels: Labels): number {
    return this.reader.at(name, time, ...labels)
  }

  meanOver(name: string, from: number, to: number, ...labels: Labels): number {
    return this.reader.meanOver(name, from, to, ...labels)
  }

  steps(name: string, from: number, to: number, ...labels: Labels): number[] {
    return this.reader.steps(name, from, to, ...labels)
  }

  numbers(name: string): ReturnType<Reader['numbers']> {
    return this.reader.numbers(name)
  }
}

/** A simulation with the error of the model: yearly means, the ends of years, and paths. */
export const widen = (reader: Reader, widening: Widening | undefined, shifts: Shifts | undefined): Reader =>
  widening === undefined || shifts === undefined ? reader : new WidenedReader(reader, widening.firstYear, shifts)
