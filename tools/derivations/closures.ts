/**
 * Derives how much of the output of 2022 each province closed: closures of whole cities, inner cities or counties, from
 * the table in regions/northeast/closures.csv. Run with `node tools/derivations/closures.ts`: it prints what each
 * adds.
 *
 * Counted is where the authorities of a place told all people there to stay in their homes or estates, or all firms but
 * those of supply to close, for three days or more; orders for single estates or about leaving the city are not. It
 * lasts from the first day of the order to the day before people and firms outside estates with cases may return. Where
 * one of the two days was not found, it lasts to the last day that a source shows, or as long as the plan in force asked
 * for at least: 14 days to 27 June, then 10.
 *
 * A place weighs as much as its output, because what is lost is a part of income. Output of 2021 is known by city
 * (regions/northeast/cities.csv), of a part of a city as a rule not: it has the part of the output that it has of the
 * people at the census of 2020. Oil wells stayed open, so the value added of oil is not counted in the weight of its
 * city; output of the province, to which the loss is applied, includes it.
 */

import { at, city, closures, type Derivation, figure, history, northeast } from './derivation.ts'

const day = 86_400_000
const daysOfYear = 365

/** Days from the first to the last, both counted. */
const length = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / day + 1

/** Value added of oil and gas of an area in 2021 at prices of 2021, as the model has it from tonnes and the price. */
const oil = (area: string): number =>
  (figure(area, 'oilOutputStart') *
    (at(area, 'crudeOilOutput', 2021) / figure(area, 'crudeOilBaseYear')) *
    (1 + (history('oilPrice', 2021) - 1) / figure(area, 'oilValueAddedShare'))) /
  ((1 + history('nationalInflation', 2022)) * (1 + history('nationalInflation', 2023)))

/** Output of a city over that of its province, without its oil. */
const weight = (area: string, name: string): number => {
  const { output, oil: part } = city(area, name)
  return (output - (part === 0 ? 0 : part * oil(area))) / at(area, 'nominalOutputFirstPublished', 2021)
}

const counted = (area: string) =>
  closures(area).map(closure => {
    const days = length(closure.from, closure.to)
    const weightOfPlace = weight(area, closure.city) * closure.share
    return { ...closure, days, weightOfPlace, part: (weightOfPlace * days) / daysOfYear }
  })

const closed = (area: string): number => counted(area).reduce((sum, { part }) => sum + part, 0)

export const closureFigures: readonly Derivation[] = [
  {
    figure: 'lockdownExposure',
    rule: 'Output of 2021 times days under closures of whole cities, inner cities or counties in 2022, over output of the province times days of the year',
    unit: 0.0001,
    value: closed,
  },
]

if (import.meta.main) {
  for (const area of northeast) {
    for (const { city: name, place, from, to, read, days, weightOfPlace, part } of counted(area)) {
      const [weighs, adds] = [weightOfPlace, part].map(share => (100 * share).toFixed(2))
      process.stdout.write(
        `${area}  ${name}, ${place}: ${weighs} % of output, ${days} days (${from} to ${to}; ${read}), ${adds} %\n`,
      )
    }
    process.stdout.write(`${area}  ${(100 * closed(area)).toFixed(2)} % of the year\n`)
  }
}
