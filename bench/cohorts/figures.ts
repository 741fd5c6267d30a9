/** The data of all variants of the cohort model, and eight members with different levels. */

export const areas = 3
export const sexes = 2
export const ages = 101
export const cells = areas * sexes * ages
export const steps = 60
export const members = 8

export interface Figures {
  /** By area, sex, age. */
  readonly startPopulation: Float64Array
  readonly mortality: Float64Array
  readonly migration: Float64Array
  /** By area, age. */
  readonly fertility: Float64Array
}

const fill = (length: number, value: (area: number, row: number, age: number) => number, rows: number): Float64Array =>
  Float64Array.from({ length }, (_, at) => value(Math.floor(at / ages / rows), Math.floor(at / ages) % rows, at % ages))

export const figures: Figures = {
  startPopulation: fill(cells, (area, sex, age) => (900 + 100 * area - 5 * sex) * (1 - (age / 110) ** 3), sexes),
  mortality: fill(
    cells,
    (area, sex, age) => Math.min(0.5, 0.004 / (1 + age) + 0.00003 * (1 + 0.1 * area) * (1.3 - 0.3 * sex) * 1.1 ** age),
    sexes,
  ),
  migration: fill(cells, (area, _, age) => (area - 1) * 0.01 * Math.exp(-(((age - 25) / 15) ** 2)), sexes),
  fertility: fill(
    areas * ages,
    (area, _, age) => (age < 15 || age > 49 ? 0 : (0.08 + 0.01 * area) * Math.exp(-(((age - 29) / 6) ** 2))),
    1,
  ),
}

export interface Member {
  readonly mortalityLevel: number
  readonly mortalityDecline: number
  readonly migrationLevel: number
  readonly fertilityLevel: number
}

export const memberOf = (number: number): Member => ({
  mortalityLevel: 0.9 + 0.03 * number,
  mortalityDecline: 0.005 + 0.001 * number,
  migrationLevel: 0.5 + 0.15 * number,
  fertilityLevel: 1.2 - 0.05 * number,
})

export const allMembers: readonly Member[] = Array.from({ length: members }, (_, number) => memberOf(number))

export const sexShares = [1 / 2.06, 1.06 / 2.06] as const

/** Residents of each step and area, one after the other: what every variant returns for a member. */
export type Residents = Float64Array
export const residentsSize = steps * areas
