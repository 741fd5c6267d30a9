/**
 * Runs the published table of the United Nations (World Prospects 2019, China) through the model's cohorts, and
 * measures the differences.
 */

import { csvParse } from 'd3-dsv'
import { exp, ln } from '../../src/language/elementary.ts'
import { monotoneCubic, oldestAge } from '../../src/regions/graduate.ts'
import type { ReadText } from '../../src/regions/types.ts'
import { type CohortInputs, runCohorts, type Variant } from './cohorts-alone-fixture.ts'
import { sumOf } from '../../src/analysis/runs/quantiles.ts'

const sexes = ['female', 'male'] as const
type Sex = (typeof sexes)[number]

/** Starts of the groups of five years: 0, 5, … 95, and 100 and over. */
const groups: readonly number[] = Array.from({ length: 21 }, (_, index) => 5 * index)
const ages: readonly number[] = Array.from({ length: oldestAge + 1 }, (_, age) => age)
interface Tables {
  /** Millions in a group at the middle of a year. */
  persons(year: number, sex: Sex, group: number): number
  /** Deaths a year per person; groups 0, 1, 5, … 100. */
  rate(period: number, sex: Sex, group: number): number
  /** Births a year per woman of a group. */
  fertility(period: number, group: number): number
  period(period: number, column: string): number
}

/** The four files of golden/wpp-2019: persons in thousands, periods of five years by their first. */
const parse = (read: ReadText): Tables => {
  const table = (name: string, keys: readonly string[], column?: string): ((...key: (string | number)[]) => number) => {
    const text = read(`${name}.csv`)
    if (text === undefined) throw new Error(`${name}.csv is missing in the folder of the published table.`)
    const rows = new Map(csvParse(text).map(row => [keys.map(key => row[key]).join(' '), row]))
    return (...key) => {
      const asked = column === undefined ? String(key.pop()) : column
      const value = Number(rows.get(key.join(' '))?.[asked] ?? Number.NaN)
      if (Number.isNaN(value)) throw new Error(`${name}.csv has no ${asked} for ${key.join(' ')}.`)
      return value
    }
  }
  const persons = table('population', ['year', 'sex', 'age'], 'persons')
  const rate = table('mortality', ['period', 'sex', 'age'], 'rate')
  const percent = table('fertility', ['period', 'age'], 'percentOfTotal')
  const period = table('periods', ['period'])
  return {
    persons: (year, sex, group) => persons(year, sex, group) / 1000,
    rate,
    fertility: (first, group) => (period(first, 'totalFertility') * percent(first, group)) / 100 / 5,
    period,
  }
}

/** People by single age: the cumulated groups interpolated, every group kept. Nobody is counted beyond 108. */
const single = (counts: readonly number[]): number[] => {
  const cumulated = [0]
  for (const count of counts) cumulated.push(cumulated.at(-1)! + count)
  const below = monotoneCubic([...groups, 108], cumulated)
  return ages.map(age => (age === oldestAge ? counts.at(-1)! : below(age + 1) - below(age)))
}

/**
 * Years lived above the start of a group by those who die in it: Coale and Demeny at 0 and 1 to 4 (West), 2.5 at 5 to 9,
 * from 10 on Greville's form as the United Nations use it.
 */
const livedByDying = (rates: ReadonlyMap<number, number>, sex: Sex, group: number): number => {
  const infant = rates.get(0)!
  const low = infant < 0.107
  if (group === 0)
    return low ? (sex === 'male' ? 0.045 + 2.684 * infant : 0.053 + 2.8 * infant) : sex === 'male' ? 0.33 : 0.35
  if (group === 1) {
    if (!low) return sex === 'male' ? 1.352 : 1.361
    return sex === 'male' ? 1.651 - 2.816 * infant : 1.522 - 1.518 * infant
  }
  if (group < 10) return 2.5
  const [before, after] = [rates.get(group - 5)!, rates.get(group + 5)!]
  return 2.5 - (25 / 12) * (rates.get(group)! - ln(after / before) / 10)
}

/** Chances of a life table, by sex and period. */
interface LifeTable {
  /** Cumulated hazard at the start of each group; the chance to reach it is its negative exponential. */
  readonly hazard: readonly number[]
  /** Years lived in each group. */
  readonly lived: readonly number[]
  readonly openRate: number
}

const starts: readonly number[] = [0, 1, ...groups.slice(1)]

const lifeTable = (tables: Tables, period: number, sex: Sex): LifeTable => {
  const rates = new Map(starts.map(group => [group, tables.rate(period, sex, group)]))
  const openRate = rates.get(oldestAge)!
  const hazard = [0]
  const lived: number[] = []
  for (const [index, group] of starts.slice(0, -1).entries()) {
    const width = starts[index + 1]! - group
    const [rate, late] = [rates.get(group)!, livedByDying(rates, sex, group)]
    hazard.push(hazard.at(-1)! - ln(1 - (width * rate) / (1 + (width - late) * rate)))
    lived.push((exp(-hazard.at(-2)!) - exp(-hazard.at(-1)!)) / rate)
  }
  return { hazard, lived: [...lived, exp(-hazard.at(-1)!) / openRate], openRate }
}

/** Death rates of the model, single ages: of people of an age on the first day, while they become a year older. */
const yearlyRates = ({ hazard, openRate }: LifeTable): number[] => {
  const inside = monotoneCubic(starts, hazard)
  const cumulated = (age: number): number =>
    age <= oldestAge ? inside(age) : hazard.at(-1)! + openRate * (age - oldestAge)
  /** Years lived in a year of age, by Simpson's rule. */
  const lived = (age: number): number =>
    (exp(-cumulated(age)) + 4 * exp(-cumulated(age + 0.5)) + exp(-cumulated(age + 1))) / 6
  return ages.map(age => {
    // The newborn have half a year at this rate before the first 1 January: together the way from birth to the age of one.
    if (age === 0) return -ln(lived(1)) / 1.5
    return age === oldestAge ? openRate : ln(lived(age) / lived(age + 1))
  })
}

/** The same for groups of five years and a step of five years, and the part of the newborn who see its end. */
const stepRates = ({ lived }: LifeTable): { mortality: number[]; newborn: number } => {
  const five = [lived[0]! + lived[1]!, ...lived.slice(2)]
  const [last, open] = [five.at(-2)!, five.at(-1)!]
  const mortality = five.map((years, group) => {
    // The open group keeps its own survivors and takes in those of 95 to 99.
    if (group >= five.length - 2) return -ln(open / (last + open))
    return ln(years / five[group + 1]!)
  })
  return { mortality, newborn: five[0]! / 5 }
}

/** Ages over which the net migrants are spread evenly: the table gives their number only. */
const migrantAges = { from: 15, to: 39 }

/** Half of a step's net migrants, by sex and age: so many come on its first and so many on its last day. */
const halfMigrants = (tables: Tables, period: number, steps: Variant['ages']): number[] => {
  const width = steps === 'five' ? 5 : 1
  const half = ((tables.period(period, 'netMigrants') / 1000) * width) / 5 / 2
  const among = (2 * (migrantAges.to - migrantAges.from + 1)) / width
  const cells = steps === 'five' ? groups : ages
  return sexes.flatMap(() => cells.map(age => (age >= migrantAges.from && age <= migrantAges.to ? half / among : 0)))
}

const plus = (left: readonly number[], right: readonly number[], sign = 1): number[] =>
  left.map((value, index) => value + sign * right[index]!)

/** The model adds arrivals before everybody moves up an age. */
const youngerByOne = (cells: readonly number[]): number[] => [...cells.slice(1), 0]

/** Inputs of one step: a year for single ages, five years for groups of five. */
const inputsOf = (tables: Tables, period: number, steps: Variant['ages']): CohortInputs => {
  const width = steps === 'five' ? 5 : 1
  const cells = steps === 'five' ? groups : ages
  const total = tables.period(period, 'totalFertility')
  const fertilityByAge = cells.map(age => {
    const group = 5 * Math.floor(age / 5)
    return group >= 15 && group < 50 ? tables.fertility(period, group) / total : 0
  })
  const lives = sexes.map(sex => lifeTable(tables, period, sex))
  return {
    ...(steps === 'five' ? { newbornSurvival: lives.map(life => stepRates(life).newborn) } : {}),
    mortality: lives.flatMap(life => (steps === 'five' ? stepRates(life).mortality : yearlyRates(life))),
    fertility: total * width,
    fertilityByAge,
    sexRatioAtBirth: tables.period(period, 'sexRatioAtBirth'),
  }
}

/** Residuals are relative: computed over published, less one. */
export interface PublishedYear {
  readonly year: number
  readonly total: Residual
  readonly from65: Residual
  /** Of the five years that end with this one. */
  readonly births: Residual
  readonly deaths: Residual
  /** The group of more than a million, of either sex, that differs most. */
  readonly worst: Residual & { readonly sex: Sex; readonly age: number }
}

interface Residual {
  readonly computed: number
  readonly published: number
  readonly residual: number
}

const residual = (computed: number, published: number): Residual => ({
  computed,
  published,
  residual: computed / published - 1,
})

/** Carries the published population of a first year to a last one with the published rates, and compares every five years. */
export const reproducePublished = (
  read: ReadText,
  first: number,
  last: number,
  steps: Variant['ages'],
): PublishedYear[] => {
  const tables = parse(read)
  const population = sexes.flatMap(sex => {
    const counts = groups.map(group => tables.persons(first, sex, group))
    return steps === 'five' ? counts : single(counts)
  })
  const perPeriod = steps === 'five' ? 1 : 5
  const count = ((last - first) / 5) * perPeriod
  const periodOf = (step: number): number => first + 5 * Math.floor(step / perPeriod)
  const halves = Array.from({ length: count }, (_, step) => halfMigrants(tables, periodOf(step), steps))
  /** Those who come at the end of a step and at the beginning of the next; the next one's are not counted at its end. */
  const next = (step: number): number[] => halves[step + 1] ?? population.map(() => 0)
  const inputs = halves.map((half, step) => ({
    ...inputsOf(tables, periodOf(step), steps),
    arrivals: youngerByOne(plus(half, next(step))),
  }))
  const start = { year: first, population: plus(population, halves[0]!) }
  const results = runCohorts({ ages: steps, movement: 'given' }, start, inputs).map((result, step) => ({
    ...result,
    population: plus(result.population, next(step), -1),
  }))
  return Array.from({ length: (last - first) / 5 }, (_, index) => {
    const period = first + 5 * index
    const year = period + 5
    const these = results.slice(perPeriod * index, perPeriod * (index + 1))
    const people = these.at(-1)!.population
    const cells = sexes.flatMap((sex, place) =>
      groups.map((age, group) => {
        const [from, to] = steps === 'five' ? [group, group + 1] : [age, age === oldestAge ? age + 1 : age + 5]
        const offset = (place * people.length) / 2
        const computed = sumOf(people.slice(offset + from, offset + to))
        return { sex, age, ...residual(computed, tables.persons(year, sex, age)) }
      }),
    )
    const over = (from: number): Residual => {
      const those = cells.filter(({ age }) => age >= from)
      return residual(sumOf(those.map(cell => cell.computed)), sumOf(those.map(cell => cell.published)))
    }
    const large = cells.filter(({ published }) => published > 1)
    return {
      year,
      total: over(0),
      from65: over(65),
      births: residual(sumOf(these.map(({ births }) => births)), tables.period(period, 'births') / 1000),
      deaths: residual(sumOf(these.map(({ deaths }) => deaths)), tables.period(period, 'deaths') / 1000),
      worst: large.reduce((worst, cell) => (Math.abs(cell.residual) > Math.abs(worst.residual) ? cell : worst)),
    }
  })
}
