/** Lines of yearly figures with their names in both languages, and the places that a report on debt covers. */

import type { Run } from '../../engine/run.ts'
import { readRun } from '../../engine/run/reader.ts'
import { bothTexts, type Both } from '../../language/messages.ts'
import { ofRegion } from '../../language/regional.ts'
import texts from '../../texts/debt-lines.ts'
import type { OpenRegion } from '../region/simulation.ts'

/** Names of everything in a report on debt, by group. */
export const words = bothTexts(texts)

export interface Line {
  readonly id: string
  readonly names: Both<string>
  /** By year of the report. */
  readonly values: readonly number[]
}

/** Makes the lines of a group of names, each called by its id. */
export const linesCalled =
  <Id extends string>(names: Readonly<Record<Id, Both<string>>>) =>
  (id: Id, values: readonly number[]): Line => ({ id, names: names[id], values })

/** By year: what the lines leave of a total. */
export const leftBy = (total: readonly number[], lines: readonly Line[]): number[] =>
  total.map((value, at) => value - lines.reduce((sum, { values }) => sum + values[at], 0))

/** Lines but for those that are 0 in every year: what a place does not have is left out. */
export const everUsed = (lines: readonly Line[]): Line[] =>
  lines.filter(({ values }) => values.some(value => value !== 0))

/** Lines that belong together: the unit is that of all of them. */
export interface LineTable {
  readonly id: string
  readonly names: Both<string>
  /** 'share' and 'year' (a stock over a yearly flow) are shown in per cent. */
  readonly unit: 'share' | 'year' | 'CNY bn' | 'CNY bn/year' | '1/year'
  readonly lines: readonly Line[]
}

/** The region as a whole ('region') or one of its areas. */
export interface DebtPlace {
  readonly id: string
  readonly names: Both<string>
  /** Places of its areas among those of the region. */
  readonly areas: readonly number[]
}

const inBoth = ({ en, zh = en }: { readonly en: string; readonly zh?: string }): Both<string> => ({ en, zh })

/** The region, and its areas where there are several: a single area is the region. */
export const debtPlaces = ({ region }: Pick<OpenRegion, 'region'>): DebtPlace[] => [
  { id: 'region', names: inBoth(region.names), areas: [...region.areas.keys()] },
  ...(region.areas.length === 1
    ? []
    : region.areas.map((id, at) => ({ id, names: inBoth(region.areaNames[id]), areas: [at] }))),
]

/** All years of a run that are whole. */
export const reportYears = ({ region, simulator }: Pick<OpenRegion, 'region' | 'simulator'>): number[] => {
  const first = Math.ceil(region.start - 1e-9)
  return Array.from({ length: simulator.horizon.end - first }, (_, at) => first + at)
}

export const variableIn = (name: string, { id }: Pick<DebtPlace, 'id'>): string =>
  id === 'region' ? ofRegion(name) : name

/** Reads the variables of a run for a place, by step. */
export interface PlaceReader {
  readonly stepsPerYear: number
  /** First year of the run. */
  readonly firstYear: number
  /** Sum over the areas of the place; `own` reads a variable of an area, or one that all areas share. */
  sumOf(step: number, value: (own: (name: string) => number) => number): number
  /** Sum of a variable over the areas of the place. */
  sum(name: string, step: number): number
  /** The region's own figure of a variable, or that of the area. */
  own(name: string, step: number): number
  stepsOf(year: number): readonly [first: number, last: number]
  lastStep(year: number): number
  yearly(year: number, value: (step: number) => number): number
}

export const placeReader = (run: Run, place: DebtPlace): PlaceReader => {
  const { numbers } = readRun(run)
  const { times, stepsPerYear } = run
  const known = new Map<string, ReturnType<typeof numbers>>()
  const find = (name: string) => {
    const found = known.get(name) ?? numbers(name)
    known.set(name, found)
    return found
  }
  const stepsOf = (year: number): readonly [number, number] => {
    const first = Math.round((year - times[0]) * stepsPerYear)
    return [first, first + stepsPerYear - 1]
  }
  const sumOf: PlaceReader['sumOf'] = (step, value) =>
    place.areas.reduce(
      (total, area) =>
        total +
        value(name => {
          const { size, at } = find(name)
          return at(step, size === 1 ? 0 : area)
        }),
      0,
    )
  return {
    stepsPerYear,
    firstYear: Math.floor(times[0] + 1e-9),
    sumOf,
    sum: (name, step) => sumOf(step, own => own(name)),
    own: (name, step) => find(variableIn(name, place)).at(step, place.id === 'region' ? 0 : place.areas[0]),
    stepsOf,
    lastStep: year => stepsOf(year)[1],
    yearly: (year, value) => {
      const [first, last] = stepsOf(year)
      let sum = 0
      for (let step = first; step <= last; step++) sum += value(step)
      return sum / (last - first + 1)
    },
  }
}
