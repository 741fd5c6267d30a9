/**
 * Income and consumption of people by single year of age. The model knows three household groups; within a group each kind
 * of income goes to those whom the model counts for it: wages to the labour force, pensions to those of pension age,
 * allowances to the children covered, what is paid by the head to heads. Over all ages it sums to the groups.
 */

import type { Run } from '../../engine/run.ts'
import { readRun } from '../../engine/run/reader.ts'
import type { LinkedModel } from '../../language/linked.ts'

/** To be recorded of a run. */
export const ageVariables: readonly string[] = [
  'population',
  'closing(population)',
  'yearShare',
  'residentsByAge',
  'activeResidents',
  'pensionAgeResidents',
  'coverageByBirth',
  'pensionerCoverage',
  'residentPensionBill',
  'childAllowanceYears',
  'spendingHeads',
  'wageIncome',
  'farmIncome',
  'benefitIncome',
  'pensionIncome',
  'propertyIncome',
  'childIncome',
  'directIncome',
  'voucherIncome',
  'healthIncome',
  'otherLaborIncome',
  'remittances',
  'loanInterest',
  'disposableIncome',
  'consumptionByGroup',
  'consumerPrice',
]

/** Single ages from 0 to 100 and over. */
export const ages = 101

/** First and last age of the groups young, middle and old. */
const groupAges: ReadonlyArray<readonly [number, number]> = [
  [0, 39],
  [40, 59],
  [60, ages - 1],
]
const adult = 20

/** Of all people of each age in an area in one step, CNY bn a year, prices of the start. */
export interface AgeIncomes {
  readonly income: Float64Array
  readonly consumption: Float64Array
  /** Residents of each age, million. */
  readonly people: Float64Array
  /** Of the groups together: what the ages have to sum to. */
  readonly groupIncome: number
  readonly groupConsumption: number
}

/** Of the residents of an age in a step, those who turn it in this calendar year: they were a year younger on 1 January. */
export interface AgeMix {
  /** Million, by age: of that age on 1 January, weighted by the part of the year to come. */
  readonly since: Float64Array
  /** Million, by age: of that age on 31 December, weighted by the part of the year gone. */
  readonly until: Float64Array
}

/** A number for each age; a loop, because `Float64Array.from` takes many times as long. */
const byAge = (value: (age: number) => number): Float64Array => {
  const numbers = new Float64Array(ages)
  for (let age = 0; age < ages; age++) numbers[age] = value(age)
  return numbers
}

/** Reads a run step by step and area by area. */
export const ageReader = (model: LinkedModel, run: Run): ((step: number, area: number) => AgeIncomes & AgeMix) => {
  const { numbers } = readRun(run)
  const read = Object.fromEntries(ageVariables.map(name => [name, numbers(name).at]))
  const sexes = model.dimensions.get('sex')?.labels.length ?? 0
  const groups = groupAges.length
  // Rows are area, sex, age; area, age; area, group.
  const bySexAndAge = (name: string, step: number, area: number, age: number): number => {
    let sum = 0
    for (let sex = 0; sex < sexes; sex++) sum += read[name](step, (area * sexes + sex) * ages + age)
    return sum
  }

  return (step, area) => {
    const price = read['consumerPrice'](step, area)
    const ofGroup = (name: string, group: number): number => read[name](step, area * groups + group) / price
    const consumed = (group: number): number => read['consumptionByGroup'](step, area * groups + group)
    const people = byAge(age => read['residentsByAge'](step, area * ages + age))
    const active = byAge(age => bySexAndAge('activeResidents', step, area, age))
    const claims = byAge(
      age => read['pensionAgeResidents'](step, area * ages + age) * read['coverageByBirth'](step, age),
    )
    const coverage = read['pensionerCoverage'](step, area)
    const adults = byAge(age => (age >= adult ? people[age] : 0))
    const withoutPension = byAge(age => Math.max(0, people[age] - coverage * claims[age]))
    const income = new Float64Array(ages)
    const consumption = new Float64Array(ages)

    /** Shares an amount out over ages by weight; by heads where nobody has a weight. */
    const share = (
      into: Float64Array,
      amount: number,
      [from, to]: readonly [number, number],
      weight: Float64Array,
    ): void => {
      let total = 0
      for (let age = from; age <= to; age++) total += weight[age]
      const used = total > 0 ? weight : people
      if (total <= 0) for (let age = from; age <= to; age++) total += people[age]
      if (total <= 0) return
      for (let age = from; age <= to; age++) into[age] += (amount * used[age]) / total
    }
    /** Shares out by the heads that groups carry: children count 0.6 with the young and 0.4 with the middle. */
    const byHeads = (into: Float64Array, amount: (group: number) => number): void => {
      const perHead = groupAges.map((_, group) => {
        const heads = read['spendingHeads'](step, area * groups + group)
        return heads > 0 ? amount(group) / heads : 0
      })
      for (let age = 0; age < ages; age++) {
        const each =
          age < adult ? 0.6 * perHead[0] + 0.4 * perHead[1] : perHead[groupAges.findIndex(([, last]) => age <= last)]
        into[age] += each * people[age]
      }
    }

    const residentPensions = read['residentPensionBill'](step, area) / price
    let groupIncome = 0
    let groupConsumption = 0
    groupAges.forEach((range, group) => {
      groupIncome += ofGroup('disposableIncome', group)
      groupConsumption += consumed(group)
      const earned = ['wageIncome', 'farmIncome', 'benefitIncome', 'otherLaborIncome']
      const owned = ofGroup('propertyIncome', group) + ofGroup('remittances', group) - ofGroup('loanInterest', group)
      share(
        income,
        earned.reduce((sum, name) => sum + ofGroup(name, group), 0),
        range,
        active,
      )
      share(income, owned, range, adults)
      const resident = group === groups - 1 ? residentPensions : 0
      share(income, ofGroup('pensionIncome', group) - resident, range, claims)
      share(income, resident, range, withoutPension)
    })
    const years = read['childAllowanceYears'](step, 0)
    const covered = years > 12 ? 17 : years > 4 ? 5 : 2
    const allowance = groupAges.reduce((sum, _, group) => sum + ofGroup('childIncome', group), 0)
    share(income, allowance, [0, covered], people)
    byHeads(income, group =>
      ['directIncome', 'voucherIncome', 'healthIncome'].reduce((sum, name) => sum + ofGroup(name, group), 0),
    )
    byHeads(consumption, consumed)

    const gone = read['yearShare'](step, 0)
    return {
      income,
      consumption,
      people,
      groupIncome,
      groupConsumption,
      since: byAge(age => (1 - gone) * bySexAndAge('population', step, area, age)),
      until: byAge(age => gone * bySexAndAge('closing(population)', step, area, age)),
    }
  }
}
