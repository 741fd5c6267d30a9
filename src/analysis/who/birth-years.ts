/**
 * Gains and losses by year of birth: what a person of each cohort has per year compared with current policy, over the
 * years of a package.
 */

import type { Run } from '../../engine/run.ts'
import { pow } from '../../language/elementary.ts'
import { packageStart } from '../../model/packages.ts'
import { discountRate } from '../policies/costs.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { ageReader, ages } from './incomes-by-age.ts'

/** By birth year (place 0 is the first) and step. */
export interface CohortPaths {
  /** The first holds all who were born before, too. */
  readonly firstBirthYear: number
  readonly birthYears: number
  /** income[cohort * steps + step], CNY bn a year, prices of the start. */
  readonly income: Float64Array
  readonly consumption: Float64Array
  /** Million. */
  readonly people: Float64Array
  /** Largest gap between the sum of the cohorts and the household groups, of the groups. */
  readonly residual: number
}

/**
 * In calendar year Y the people of age a on 1 January were born in Y - 1 - a, those of age a on 31 December in Y - a. In
 * between, residents of an age are a mix of both; what they have goes to both by their numbers.
 */
export const cohortPaths = ({ linked, region, simulator }: OpenRegion, run: Run): CohortPaths => {
  const { steps, horizon } = simulator
  const firstBirthYear = region.start - ages
  const birthYears = horizon.end - firstBirthYear
  const income = new Float64Array(birthYears * steps)
  const consumption = new Float64Array(birthYears * steps)
  const people = new Float64Array(birthYears * steps)
  const read = ageReader(linked, run)
  let residual = 0
  for (let step = 0; step < steps; step++) {
    const year = region.start + Math.floor(step / horizon.stepsPerYear)
    let [sumIncome, sumConsumption, groupIncome, groupConsumption] = [0, 0, 0, 0]
    for (let area = 0; area < region.areas.length; area++) {
      const of = read(step, area)
      groupIncome += of.groupIncome
      groupConsumption += of.groupConsumption
      for (let age = 0; age < ages; age++) {
        const heads = of.since[age] + of.until[age]
        if (heads <= 0) continue
        sumIncome += of.income[age]
        sumConsumption += of.consumption[age]
        for (const [born, number] of [
          [year - 1 - age, of.since[age]],
          [year - age, of.until[age]],
        ]) {
          const place = Math.max(0, born - firstBirthYear) * steps + step
          income[place] += (of.income[age] * number) / heads
          consumption[place] += (of.consumption[age] * number) / heads
          people[place] += number
        }
      }
    }
    residual = Math.max(
      residual,
      Math.abs(sumIncome - groupIncome) / Math.abs(groupIncome),
      Math.abs(sumConsumption - groupConsumption) / Math.abs(groupConsumption),
    )
  }
  return { firstBirthYear, birthYears, income, consumption, people, residual }
}

/** Cohorts of fewer people than this are too few to speak of: a thousand. */
const fewest = 0.001

export interface CohortGains {
  readonly firstBirthYear: number
  /** CNY thousand a person and year, prices of the start, discounted mean over the years in which the cohort lives; NaN where too few do. */
  readonly income: Float64Array
  readonly consumption: Float64Array
  /** Of the whole region, CNY bn a year, discounted mean. */
  readonly total: {
    readonly income: number
    /** Gain of those who are there in any case. */
    readonly perPerson: number
    /** Gain from more or fewer people being there. */
    readonly byNumbers: number
    readonly consumption: number
  }
}

/** The same year and cohort in both runs. */
export const cohortGains = (
  { region, simulator }: OpenRegion,
  before: CohortPaths,
  after: CohortPaths,
): CohortGains => {
  const { steps, horizon } = simulator
  const { firstBirthYear, birthYears } = before
  const first = Math.round((packageStart - region.start) * horizon.stepsPerYear)
  const weights = Float64Array.from({ length: steps }, (_, step) =>
    step < first ? 0 : pow(1 + discountRate, -(step - first + 0.5) / horizon.stepsPerYear),
  )
  const allWeights = weights.reduce((sum, weight) => sum + weight, 0)
  let [total, perPerson, byNumbers, consumed] = [0, 0, 0, 0]
  const gains = (name: 'income' | 'consumption'): Float64Array => {
    const gain = new Float64Array(birthYears).fill(Number.NaN)
    for (let cohort = 0; cohort < birthYears; cohort++) {
      let [sum, weight] = [0, 0]
      for (let step = first; step < steps; step++) {
        const place = cohort * steps + step
        const [heads, headsAfter] = [before.people[place], after.people[place]]
        const each = heads > 0 ? before[name][place] / heads : 0
        const eachAfter = headsAfter > 0 ? after[name][place] / headsAfter : 0
        if (name === 'income') {
          total += weights[step] * (after.income[place] - before.income[place])
          perPerson += weights[step] * heads * (eachAfter - each)
          byNumbers += weights[step] * (headsAfter - heads) * eachAfter
        } else consumed += weights[step] * (after.consumption[place] - before.consumption[place])
        if (heads < fewest || headsAfter < fewest) continue
        sum += weights[step] * (eachAfter - each)
        weight += weights[step]
      }
      if (weight > 0) gain[cohort] = sum / weight
    }
    return gain
  }
  const income = gains('income')
  const consumption = gains('consumption')
  return {
    firstBirthYear,
    income,
    consumption,
    total: {
      income: total / allWeights,
      perPerson: perPerson / allWeights,
      byNumbers: byNumbers / allWeights,
      consumption: consumed / allWeights,
    },
  }
}
