/** People of an earlier year in the terms of the model: cohorts, death rates, births, deaths and net movement. */

import { pow } from '../language/elementary.ts'
import type { PastYear } from './past-cohorts.ts'
import { LevelError } from './past-level.ts'
import type { Reporting } from './past-tables.ts'
import type { RegionData } from './types.ts'

/** What is known of the people of past years. */
export interface PastPeople {
  readonly reporting: readonly Reporting[]
  /** Cohorts of an area or of the nation on 1 January. Throws a PackError for a year without. */
  readonly cohorts: (id: string, year: number) => PastYear
}

const peopleOf = ({ population }: PastYear): number =>
  [...population.female, ...population.male].reduce((sum, count) => sum + count, 0)

/** People too many in the official total of the end of a year. */
const overcount = (past: PastPeople, owner: string, yearEnd: number): number => {
  const found = past.reporting.find(
    one => one.area === owner && one.series === 'residentsTotal' && one.year === yearEnd,
  )
  if (found === undefined) return 0
  return (peopleOf(past.cohorts(owner, yearEnd + 1)) * found.inflated) / (1 + found.inflated)
}

/** Events of the year before; people who were never there do not leave when the count is mended. */
const movedIn = (past: PastPeople, owner: string, year: number): PastYear['before'] => {
  const { before } = past.cohorts(owner, year)
  if (before === undefined) return undefined
  const mended = overcount(past, owner, year - 2) - overcount(past, owner, year - 1)
  return { ...before, netMigration: before.netMigration + Math.max(0, mended) }
}

/** Figures of the cohorts in the unit and time of the model. Death rates are those the model brings to 2023 itself. */
export const cohortValue = (
  name: string,
  figure: number,
  past: PastPeople,
  owner: string,
  year: number,
  years: number,
): number => {
  const at = (when: number): PastYear => past.cohorts(owner, when)
  const lately = Array.from({ length: years }, (_, back) => movedIn(past, owner, year - back))
  const mean = (of: (before: NonNullable<PastYear['before']>) => number): number =>
    lately.reduce((sum, before) => sum + (before === undefined ? Number.NaN : of(before)), 0) / years
  switch (name) {
    case 'mortalityFactor':
      return at(year).factor
    case 'birthsStart':
      return mean(before => before.births)
    case 'deathsStart':
      return mean(before => before.deaths)
    case 'netMigrationStart':
      return mean(before => before.netMigration)
    case 'grossMigrationRate': {
      // Where more leave than the rate of 2023 lets go, others still arrive.
      return Math.max(figure, leastArrivals - mean(before => before.netMigration) / peopleOf(at(year)))
    }
    default:
      throw new LevelError(name)
  }
}

/** Arrivals a year where the loss is larger than the rate of 2023 explains, of residents: judgement. */
const leastArrivals = 0.004

/** Central yearly improvement of mortality in the model, which brings rates of a year to 2023. */
const improvement = 0.01

export const cohortTable = (name: string, region: RegionData, past: PastPeople, year: number): Float64Array => {
  if (name === 'nationalPopulation') {
    const { population } = past.cohorts(region.context, year)
    return Float64Array.from(population.female, (women, age) => women + population.male[age]!)
  }
  const toBase = pow(1 - improvement, 2023 - (year - 1))
  const rows = region.areas.flatMap(area => {
    const found = past.cohorts(area, year)
    const table = name === 'startPopulation' ? found.population : found.mortality
    const scale = name === 'startPopulation' ? 1 - overcount(past, area, year - 1) / peopleOf(found) : toBase
    return [...table.female, ...table.male].map(value => value * scale)
  })
  return Float64Array.from(rows)
}

export const isCohortTable = (name: string): boolean =>
  ['startPopulation', 'censusMortality', 'nationalPopulation'].includes(name)
