/** The cohort model written by hand in JavaScript: one member, one pass over the population per year, in place. */

import {
  ages,
  areas,
  cells,
  type Figures,
  type Member,
  type Residents,
  residentsSize,
  sexes,
  sexShares,
  steps,
} from './figures.ts'

export const createFused = ({ startPopulation, mortality, migration, fertility }: Figures) => {
  const people = new Float64Array(cells)
  const residents = new Float64Array(residentsSize)
  const last = ages - 1
  const [girls, boys] = sexShares

  return ({ mortalityLevel, mortalityDecline, migrationLevel, fertilityLevel }: Member): Residents => {
    people.set(startPopulation)
    let factor = mortalityLevel
    for (let step = 0; step < steps; step++) {
      for (let area = 0; area < areas; area++) {
        const women = area * sexes * ages
        const men = women + ages
        const rates = area * ages
        let total = 0
        let births = 0
        // From the oldest down, so that those who move up a year overwrite nobody who is still to be counted.
        const oldWomen = people[women + last]!
        const oldMen = people[men + last]!
        total += oldWomen
        births += fertility[rates + last]! * oldWomen
        for (let age = last - 1; age >= 0; age--) {
          const at = women + age
          const here = people[at]!
          total += here
          births += fertility[rates + age]! * here
          people[at + 1] = here + here * (migrationLevel * migration[at]! - factor * mortality[at]!)
        }
        people[women + last]! +=
          oldWomen + oldWomen * (migrationLevel * migration[women + last]! - factor * mortality[women + last]!)
        total += oldMen
        for (let age = last - 1; age >= 0; age--) {
          const at = men + age
          const here = people[at]!
          total += here
          people[at + 1] = here + here * (migrationLevel * migration[at]! - factor * mortality[at]!)
        }
        people[men + last]! +=
          oldMen + oldMen * (migrationLevel * migration[men + last]! - factor * mortality[men + last]!)
        births *= fertilityLevel
        people[women] = births * girls
        people[men] = births * boys
        residents[step * areas + area] = total
      }
      factor *= 1 - mortalityDecline
    }
    return residents
  }
}
