/** Carries the cohorts of a province from one census to the next, and from the last one to later communiqués. */

import { csvParse } from 'd3-dsv'
import { pow } from '../../src/language/elementary.ts'
import { adjustedRates, type BySex, forSexes, sexes, totalPeople } from '../../src/regions/cohorts.ts'
import { oldestAge } from '../../src/regions/graduate.ts'
import { type PastYear, pastYears } from '../../src/regions/past-cohorts.ts'
import type { ReadText } from '../../src/regions/types.ts'
import { type CohortInputs, runCohorts } from './cohorts-alone-fixture.ts'
import { sumOf } from '../../src/analysis/runs/quantiles.ts'

const ages = oldestAge + 1
/** Boys for each girl in all years: the censuses give 1.04 to 1.16. */
const sexRatioAtBirth = 1.1

/** Residents of `from` to under `to`, both sexes. */
const between = (people: BySex, from: number, to = ages): number =>
  sumOf(sexes.map(sex => sumOf(people[sex].slice(from, to))))

const shareOf = (people: BySex, from: number, to = ages): number => between(people, from, to) / totalPeople(people)

interface Carried {
  /** Residents on 1 January. */
  readonly year: number
  readonly population: BySex
  /** Of the year before. */
  readonly births: number
  readonly deaths: number
  readonly netMigration: number
}

/** Assumptions on a province. */
export interface Treatment {
  /** False: deaths as registered in the census, without the correction. */
  readonly correctedDeaths?: boolean
}

/** One year of carrying: its rates, its births, and the residents at its end. */
interface YearStep {
  readonly mortality: BySex
  readonly factor: number
  readonly births: number
  readonly officialTotal: number
}

const steps = (start: { readonly year: number; readonly population: BySex }, years: readonly YearStep[]): Carried[] => {
  const inputs = years.map(
    ({ mortality, factor, births, officialTotal }): CohortInputs => ({
      mortality: sexes.flatMap(sex => adjustedRates(mortality[sex], factor)),
      births,
      sexRatioAtBirth,
      officialTotal,
    }),
  )
  const population = [...start.population.female, ...start.population.male]
  const results = runCohorts({ ages: 'single', movement: 'balance' }, { year: start.year, population }, inputs)
  let residents = sumOf(population)
  return results.map(({ year, population: cells, births, deaths }) => {
    const people = { female: cells.slice(0, ages), male: cells.slice(ages) }
    const netMigration = totalPeople(people) - residents - births + deaths
    residents = totalPeople(people)
    return { year: year + 1, population: people, births, deaths, netMigration }
  })
}

const at = (years: readonly PastYear[], year: number): PastYear => {
  const found = years.find(past => past.year === year)
  if (found !== undefined) return found
  throw new Error(`There is no population of 1 January ${year} to carry or to close on.`)
}

/**
 * From 1 January `first` to 1 January `last` with the births and official totals of the years between; net movement is
 * what closes the total, spread by the model's shape of movement. The ages of the census at `last` are not used.
 */
const carryToCensus = (years: readonly PastYear[], first: number, last: number, treatment: Treatment): Carried[] => {
  const { correctedDeaths = true } = treatment
  const start = at(years, first)
  const next = Array.from({ length: last - first }, (_, index) => at(years, first + index + 1))
  return steps(
    start,
    next.map(({ population, mortality, factor, before }) => ({
      mortality,
      factor: correctedDeaths ? factor : 1,
      births: before!.births,
      officialTotal: totalPeople(population),
    })),
  )
}

/** A group of the census in which those carried and those counted differ. Residual: carried over counted, less one. */
interface GroupResidual {
  readonly sex: 'female' | 'male'
  readonly age: number
  readonly carried: number
  readonly counted: number
  readonly residual: number
}

export interface CensusComparison {
  readonly id: string
  readonly carried: readonly Carried[]
  readonly groups: readonly GroupResidual[]
  /** Root mean square of the residuals of the groups of more than 100 thousand. */
  readonly spread: number
  readonly worst: GroupResidual
  /** Carried less counted, in points of all residents. */
  readonly shares: { readonly young: number; readonly working: number; readonly from65: number }
}

/** Groups of five years to 84, and 85 and over, of both sexes. */
const compareGroups = (carried: BySex, counted: BySex): GroupResidual[] =>
  sexes.flatMap(sex =>
    Array.from({ length: 18 }, (_, group) => {
      const [from, to] = [5 * group, group === 17 ? ages : 5 * group + 5]
      const [one, other] = [carried, counted].map(people => sumOf(people[sex].slice(from, to)))
      return { sex, age: from, carried: one!, counted: other!, residual: one! / other! - 1 }
    }),
  )

export const compareWithCensus = (
  read: ReadText,
  id: string,
  first: number,
  last: number,
  treatment: Treatment = {},
): CensusComparison => {
  const years = pastYears(read, id)
  const carried = carryToCensus(years, first, last, treatment)
  const [mine, theirs] = [carried.at(-1)!.population, at(years, last).population]
  const groups = compareGroups(mine, theirs)
  const large = groups.filter(({ counted }) => counted > 0.1)
  const difference = (from: number, to?: number): number => 100 * (shareOf(mine, from, to) - shareOf(theirs, from, to))
  return {
    id,
    carried,
    groups,
    spread: Math.sqrt(sumOf(large.map(({ residual }) => residual * residual)) / large.length),
    worst: large.reduce((worst, group) => (Math.abs(group.residual) > Math.abs(worst.residual) ? group : worst)),
    shares: { young: difference(0, 15), working: difference(15, 65), from65: difference(65) },
  }
}

/** A published figure of a year and what the cohorts carried from the last census have for it. */
export interface Communique {
  readonly year: number
  readonly what: 'share60' | 'share65' | 'deaths' | 'netMigration'
  readonly published: number
  readonly evidence: string
  readonly carried: number
}

const watched = ['share60', 'share65', 'deaths', 'netMigration'] as const

/**
 * From the last census to the end of the last year of vital.csv, against what was published of the years after it. Rates
 * after the start of the pack fall by a hundredth a year, as in the model. Deaths of the year before the start are met by
 * construction, and births and totals are put in: what is tested is the ages, other years' deaths, and movement.
 */
export const compareWithCommuniques = (read: ReadText, id: string, census: number): Communique[] => {
  const years = pastYears(read, id)
  const last = years.at(-1)!
  const vital = csvParse(read(`${id}/vital.csv`)!)
  const figure = (name: string, year: number): number =>
    Number(vital.find(row => row['name'] === name && row['year'] === String(year))?.['value'] ?? Number.NaN)
  const after: YearStep[] = []
  for (let year = last.year; !Number.isNaN(figure('populationYearEnd', year)); year++) {
    const level = pow(0.99, year - last.year + 1)
    after.push({
      mortality: forSexes(sex => last.mortality[sex].map(rate => rate * level)),
      factor: last.factor,
      births: figure('births', year),
      officialTotal: figure('populationYearEnd', year),
    })
  }
  const start = at(years, census)
  const known = years.filter(({ year }) => year > census)
  const carried = steps(start, [
    ...known.map(({ population, mortality, factor, before }) => ({
      mortality,
      factor,
      births: before!.births,
      officialTotal: totalPeople(population),
    })),
    ...after,
  ])
  const series = csvParse(read(`${id}/series.csv`)!)
  return carried.flatMap(({ year: next, population, deaths, netMigration }) => {
    const year = next - 1
    const mine = { share60: shareOf(population, 60), share65: shareOf(population, 65), deaths, netMigration }
    return watched.flatMap((what): Communique[] => {
      const row = series.find(one => one['series'] === what && one['year'] === String(year))
      if (row === undefined) return []
      return [{ year, what, published: Number(row['value']), evidence: row['evidence']!, carried: mine[what] }]
    })
  })
}
