/** People and death rates by single year of age from groups of five years, where a country has no census by cause of age. */

import { exp, ln } from '../../language/elementary.ts'
import { type Sex, sexes, sum } from '../cohorts.ts'
import { csvParse } from 'd3-dsv'

/** Groups of five years, the last of them open. */
const width = 5
const ages = Array.from({ length: 101 }, (_, age) => age)
/** People beyond 85 fall by so much with each year of age (assumed). */
const fallOfOld = 0.16

export interface Ages {
  readonly people: Readonly<Record<Sex, readonly number[]>>
  readonly mortality: Readonly<Record<Sex, readonly number[]>>
}

const single = (groups: readonly number[]): number[] =>
  groups.flatMap((count, at) => {
    const last = groups.length - 1
    if (at === last) {
      const weights = ages.slice(at * width).map((_, above) => exp(-fallOfOld * above))
      return weights.map(weight => (count * weight) / sum(weights))
    }
    const here = count / width
    const before = groups[Math.max(0, at - 1)]! / width
    const after = at + 1 === last ? groups[last]! / 9 : groups[at + 1]! / width
    // Half the slope between the neighbours: a group is neither flat nor thinner at an end than a third of its mean.
    const raw = ages.slice(0, width).map(age => Math.max(0.3 * here, here + ((after - before) / 20) * (age - 2)))
    return raw.map(value => (count * value) / sum(raw))
  })

/** Death rates between the middles of groups, and beyond the last as between the two before it. */
const rates = (groups: readonly number[]): number[] =>
  ages.map(age => {
    const place = (age + 0.5 - width / 2) / width
    const low = Math.min(groups.length - 2, Math.max(0, Math.floor(place)))
    const [from, to] = [ln(groups[low]!), ln(groups[low + 1]!)]
    return exp(from + (to - from) * Math.max(0, place - low))
  })

/** From census.csv of an area, scaled to the residents of the start and the deaths of the year before. */
export const agesOf = (census: string, residents: number, deaths: number): Ages => {
  const rows = csvParse(census)
  const of = (sex: Sex, column: 'persons' | 'deaths'): number[] =>
    rows.filter(row => row['sex'] === sex).map(row => Number(row[column]))
  const bySex = (made: (sex: Sex) => number[]): Record<Sex, number[]> => ({
    female: made('female'),
    male: made('male'),
  })
  const counted = bySex(sex => single(of(sex, 'persons')))
  const all = sum(sexes.flatMap(sex => counted[sex]))
  const people = bySex(sex => counted[sex].map(one => (one * residents) / all))
  const raw = bySex(sex => rates(of(sex, 'deaths').map((dead, at) => dead / of(sex, 'persons')[at]!)))
  const expected = sum(sexes.flatMap(sex => raw[sex].map((rate, age) => rate * people[sex][age]!)))
  return { people, mortality: bySex(sex => raw[sex].map(rate => Math.min(0.9, (rate * deaths) / expected))) }
}
