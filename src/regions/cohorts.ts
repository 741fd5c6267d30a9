/** Calculates the initial population and death rates by sex and single year of age from the census. */

import { exp } from '../language/elementary.ts'
import { oldestAge, singleAges, singleRates } from './graduate.ts'
import { logistic } from '../language/emit/arithmetic.ts'

export const sexes = ['female', 'male'] as const
export type Sex = (typeof sexes)[number]
export type BySex = Readonly<Record<Sex, readonly number[]>>

/** Counts by sex and group (graduate.ts, groupStarts). */
export interface Census {
  readonly persons: BySex
  /** Deaths of the twelve months before the census. */
  readonly deaths: BySex
  /** Years from the census to the next 1 January. */
  readonly lag: number
}

/** Official statistics of one calendar year after the census. */
interface VitalYear {
  readonly year: number
  readonly births: number
  readonly populationYearEnd: number
  /** Level of the death rates against those of the last year. */
  readonly mortalityLevel: number
}

export interface Vital {
  /** Births between the census and the next 1 January. */
  readonly lateBirths: number
  /** Official total of that 1 January; NaN where there is none. */
  readonly populationAfterCensus: number
  /** Boys for each girl. */
  readonly sexRatio: number
  readonly newbornSurvival: number
  readonly years: readonly VitalYear[]
  /** Deaths of the last year, on which the factor is solved; without them there is no factor. */
  readonly deaths: number
}

export interface Cohorts {
  readonly population: BySex
  /** Unadjusted census rates by single age (infants raised to the floor), without the factor. */
  readonly mortality: BySex
  readonly factor: number
  /** Each year: what births and deaths leave unexplained between the official totals of its ends. */
  readonly netMigration: readonly number[]
  /** Each year: deaths, those of its newborn counted. */
  readonly deaths: readonly number[]
  /** Residents on 1 January of the first year and after each year; the last is `population`. */
  readonly history: readonly BySex[]
}

/** Infant deaths are the least registered: the census rates of age 0 are raised to this in what the model gets. */
const infantFloor = 0.003

/** Under-registration of deaths grows with age: the factor works in full at high ages and hardly below 50. */
export const adjustedRates = (rates: readonly number[], factor: number): number[] =>
  rates.map((rate, age) => rate * (1 + (factor - 1) * logistic((age - 65) / 8)))

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Age pattern of movers (specification 4.2.4), mean 1. */
const migrationProfile: readonly number[] = (() => {
  const profile = Array.from({ length: oldestAge + 1 }, (_, age) => {
    const adult = 0.9 * exp(-0.045 * (age - 24) - exp(-0.45 * (age - 20)))
    return (0.35 * exp(-0.09 * age) + adult + 0.12) * (age > 75 ? exp(-0.05 * (age - 75)) : 1)
  })
  const mean = sum(profile) / profile.length
  return profile.map(value => value / mean)
})()

export const totalPeople = (people: BySex): number => sum(people.female) + sum(people.male)
export const forSexes = (make: (sex: Sex) => number[]): Record<Sex, number[]> => ({
  female: make('female'),
  male: make('male'),
})

/** A year older, without those who died; the open group keeps and absorbs. */
export const survive = (people: readonly number[], rates: readonly number[], born: number): number[] => {
  const moved = [born]
  for (const [age, count] of people.entries()) {
    const alive = count * exp(-rates[age]!)
    if (age < oldestAge) moved.push(alive)
    else moved[oldestAge]! += alive
  }
  return moved
}

const survivorsOf = (people: BySex, hazards: BySex, level: number, born: Readonly<Record<Sex, number>>) =>
  forSexes(sex =>
    survive(
      people[sex],
      hazards[sex].map(rate => rate * level),
      born[sex],
    ),
  )

/** So many movers more, or fewer, by the age pattern of movers. */
const withMigrants = (survivors: BySex, migrants: number): Record<Sex, number[]> => {
  const weight = sum(sexes.map(sex => sum(survivors[sex].map((count, age) => count * migrationProfile[age]!))))
  return forSexes(sex => survivors[sex].map((count, age) => count * (1 + (migrants * migrationProfile[age]!) / weight)))
}

/** Counts of a year: births that lived to its end, deaths of those who lived at its beginning, people at its end. */
export interface CountedYear {
  readonly born: Readonly<Record<Sex, number>>
  readonly deaths: number
  readonly populationYearEnd: number
}

/** The level of death rates at which deaths are as counted: they rise with it, and 60 halvings exhaust a double. */
const levelOfDeaths = (people: BySex, hazards: BySex, deaths: number): number => {
  const nobody = { female: 0, male: 0 }
  let [low, high] = [0, 10]
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2
    if (totalPeople(people) - totalPeople(survivorsOf(people, hazards, middle, nobody)) < deaths) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** People a year later: death rates by age at the level that gives the deaths counted, births, and movers by age. */
export const carriedOn = (people: BySex, hazards: BySex, { born, deaths, populationYearEnd }: CountedYear) => {
  const level = levelOfDeaths(people, hazards, deaths)
  const survivors = survivorsOf(people, hazards, level, born)
  const netMigration = populationYearEnd - totalPeople(survivors)
  return { level, netMigration, population: withMigrants(survivors, netMigration) }
}

const carry = (census: Census, vital: Vital, rates: BySex, factor: number): Omit<Cohorts, 'mortality' | 'factor'> => {
  const hazards = forSexes(sex => adjustedRates(rates[sex], factor))
  let people = forSexes(sex => singleAges(census.persons[sex], census.lag))
  for (const sex of sexes) people[sex][0]! += vital.lateBirths / 2
  const girls = 1 / (1 + vital.sexRatio)
  const netMigration: number[] = []
  const deaths: number[] = []
  const history: BySex[] = [people]
  for (const { births, populationYearEnd, mortalityLevel } of vital.years) {
    const born = { female: births * girls * vital.newbornSurvival, male: births * (1 - girls) * vital.newbornSurvival }
    const survivors = survivorsOf(people, hazards, mortalityLevel, born)
    deaths.push(totalPeople(people) + born.female + born.male - totalPeople(survivors))
    const migrants = populationYearEnd - totalPeople(survivors)
    // The count differs from the official total after it by more than a year's movement: that is no movement of the year.
    const miscount = deaths.length > 1 ? 0 : totalPeople(people) - vital.populationAfterCensus
    netMigration.push(migrants + (Number.isNaN(miscount) ? 0 : miscount))
    people = withMigrants(survivors, migrants)
    history.push(people)
  }
  return { population: people, netMigration, deaths, history }
}

/** Rates of the census groups, then of single ages. */
export const censusRates = (census: Census): Record<Sex, number[]> =>
  forSexes(sex => singleRates(census.persons[sex].map((count, group) => census.deaths[sex][group]! / count)))

/** The factor at which the deaths of the last year are met: they rise with it, and 60 halvings exhaust a double. */
const solveFactor = (census: Census, vital: Vital, rates: BySex): number => {
  let [low, high] = [0.5, 4]
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2
    if (carry(census, vital, rates, middle).deaths.at(-1)! < vital.deaths) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Rates for the model: those of infants, whose deaths are the least registered, are at least at the floor. */
export const floored = (rates: BySex): Record<Sex, number[]> =>
  forSexes(sex => rates[sex].map((rate, age) => (age === 0 ? Math.max(infantFloor, rate) : rate)))

/** Carries the census to the start, with a known factor or with the one that meets the deaths of the last year. */
export const deriveCohorts = (census: Census, vital: Vital, known?: number): Cohorts => {
  const rates = censusRates(census)
  const factor = known ?? solveFactor(census, vital, rates)
  return { ...carry(census, vital, rates, factor), mortality: floored(rates), factor }
}
