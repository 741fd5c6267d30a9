/**
 * Calculates the population of an earlier year in the terms of the model: cohorts, death rates, births, deaths, net
 * migration.
 */

import { pow } from '../language/elementary.ts'
import type { PastYear, YearBefore } from './past-cohorts.ts'
import { LevelError } from './past-level.ts'
import type { Reporting } from './past-tables.ts'
import type { RegionData } from './types.ts'

/** Data on the people of past years. */
export interface PastPeople {
  readonly reporting: readonly Reporting[]
  /** Cohorts of an area or of the nation on 1 January. Throws a PackError for a year without. */
  readonly cohorts: (id: string, year: number) => PastYear
}

const peopleOf = ({ population }: PastYear): number =>
  [...population.female, ...population.male].reduce((sum, count) => sum + count, 0)

/** People too many in the official total of the end of a year, in millions. */
export const overcount = (past: PastPeople, owner: string, yearEnd: number): number => {
  const found = past.reporting.find(
    one => one.area === owner && one.series === 'residentsTotal' && one.year === yearEnd,
  )
  if (found === undefined) return 0
  return (peopleOf(past.cohorts(owner, yearEnd + 1)) * found.inflated) / (1 + found.inflated)
}

/**
 * Net movement in the year before, in the vintage of the totals that follow a start; undefined where none is known. Up
 * to a census the totals are revised to it: the movement closes their balance, less people who were never there, who
 * neither come when they are counted nor leave when the count is mended. After the latest census totals come from yearly
 * surveys, which see less of the movement than the next census finds: movement before that census is then taken as the
 * surveys of its time saw it, and that of its own year, which ties two counts, is left out.
 */
const movement = (
  past: PastPeople,
  owner: string,
  year: number,
  before: YearBefore,
  afterSurveys: boolean,
): number | undefined => {
  if (afterSurveys && before.census) return undefined
  if (afterSurveys && before.surveyedMigration !== undefined) return before.surveyedMigration
  return before.netMigration + overcount(past, owner, year - 2) - overcount(past, owner, year - 1)
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
  const eventsBefore = (when: number): YearBefore => {
    const { before } = at(when)
    if (before === undefined) throw new LevelError(`${name} before ${when}`)
    return before
  }
  const mean = (of: (before: YearBefore) => number): number =>
    Array.from({ length: years }, (_, back) => of(eventsBefore(year - back))).reduce((sum, one) => sum + one, 0) / years
  const meanMovement = (): number => {
    const afterSurveys = at(year).nextTotals === 'surveyed'
    let [sum, known] = [0, 0]
    for (let when = year; known < years; when--) {
      const moved = movement(past, owner, when, eventsBefore(when), afterSurveys)
      if (moved === undefined) continue
      sum += moved
      known++
    }
    return sum / years
  }
  switch (name) {
    case 'mortalityFactor':
      return at(year).factor
    case 'birthsStart':
      return mean(before => before.births)
    case 'deathsStart':
      return mean(before => before.deaths)
    case 'netMigrationStart':
      return meanMovement()
    case 'grossMigrationRate': {
      // Where more leave than the rate of 2023 lets go, others still arrive.
      return Math.max(figure, leastArrivals - meanMovement() / peopleOf(at(year)))
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
