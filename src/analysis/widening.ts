/**
 * Carries the error of the model forward into simulations: what a simulation shows is shifted by the bias of the
 * back-test and widened by the part of its errors that parameters and shocks do not explain. Outcomes are widened, never
 * stocks inside a run, so the accounts close; every package of a simulation has the same draw, so paired differences
 * keep their sign. Movements from quarter to quarter are left as simulated: shocks make them.
 */

import { normalQuantile } from '../engine/distributions.ts'
import { createStream, type Stream } from '../engine/random.ts'
import type { Reader } from '../engine/run/reader.ts'
import { exp } from '../language/elementary.ts'

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

/** How much of last year's error is left, and how much is new. */
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

/** The error of one simulation: of a variable by years ahead, 0 before the first; undefined where it has none. */
export type Shifts = (name: string) => readonly number[] | undefined

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
    const shifts = new Map<VariableError, readonly number[]>()
    return name => {
      const error = errors[name]
      if (error === undefined) return undefined
      const known = shifts.get(error)
      if (known !== undefined) return known
      const { bias, spreads } = error
      const paths = spreads.map(([series, spread]) => ({ spread, draw: drawn(series, bias.length) }))
      const own = bias.map((mean, year) =>
        paths.reduce((sum, { spread, draw }) => sum + spread[year]! * draw[year]!, -mean),
      )
      const found = [0, ...own]
      shifts.set(error, found)
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

/** A simulation with the error of the model: yearly means, the ends of years, and paths. */
export const widen = (reader: Reader, widening: Widening | undefined, shifts: Shifts | undefined): Reader => {
  if (widening === undefined || shifts === undefined) return reader
  const { firstYear, errors } = widening
  const moved = (name: string, value: number, shift: number): number =>
    errors[name]!.scale === 'log' ? value * exp(shift) : value + shift
  const inYear = (name: string, year: number, value: number): number => {
    const found = shifts(name)
    return found === undefined ? value : moved(name, value, found[year - firstYear + 1] ?? 0)
  }
  return {
    ...reader,
    mean: (name, year, ...labels) => inYear(name, year, reader.mean(name, year, ...labels)),
    last: (name, year, ...labels) => inYear(name, year, reader.last(name, year, ...labels)),
    path: (name, ...labels) => {
      const values = reader.path(name, ...labels)
      const found = shifts(name)
      if (found === undefined) return values
      const perYear = values.length / (found.length - 1)
      return values.map((value, step) => {
        const year = Math.floor(step / perYear)
        const passed = (step + 1) / perYear - year
        return moved(name, value, (1 - passed) * found[year]! + passed * found[year + 1]!)
      })
    },
    // The error of growth is that of the year: read off a path whose error is drawn from year to year, the band would
    // be narrower between the years than at their ends.
    growth: (name, ...labels) => {
      const values = reader.growth(name, ...labels)
      const found = shifts(name)
      if (found === undefined) return values
      return Array.from(values, (value, step) => {
        const year = Math.floor((step * (found.length - 1)) / values.length)
        return year === 0 ? value : moved(name, 1 + value, found[year + 1]! - found[year]!) - 1
      })
    },
  }
}
