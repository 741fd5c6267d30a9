/** Tests the initial population: the derived cohorts equal those in the folders and reproduce official figures. */

import { csvParse } from 'd3-dsv'
import { describe, expect, it } from 'vitest'
import { adjustedRates, type BySex, deriveCohorts, sexes, type Vital } from './cohorts.ts'
import { formatTable, readCounts } from './derivation.ts'
import { deriveFolder } from './derive.ts'
import { Folder } from './folder.ts'
import { ownPacks, readFrom, referencePacks } from './read.ts'

const packs = readFrom(ownPacks)
const areas = ['CN-LN', 'CN-JL', 'CN-HL']

const inputs = (id: string) => {
  const folder = new Folder(packs)
  folder.readSources()
  const counts = readCounts(folder, { id, start: 2024, census: { moment: '2020-11-01' } })!
  expect(folder.problems).toEqual([])
  return counts
}

const sum = (people: BySex, from = 0): number =>
  sexes.reduce((total, sex) => total + people[sex].slice(from).reduce((all, count) => all + count, 0), 0)

describe('cohorts.csv', () => {
  it.each([...areas, 'CN'])('%s follows from census.csv and vital.csv', id => {
    expect(formatTable(deriveFolder(packs, id)!)).toBe(packs(`${id}/cohorts.csv`))
  })

  it.each([...areas, 'CN'])('%s: the sums of the census are those of the tables 1-7', id => {
    const printed = { 'CN-LN': 42_591_407, 'CN-JL': 24_073_453, 'CN-HL': 31_850_088, CN: 1_409_778_724 }
    expect(Math.round(1e6 * sum(inputs(id).census.persons))).toBe(printed[id as keyof typeof printed])
  })
})

describe('the census carried to 1 January 2024', () => {
  // Share of 65 and over of specification section 3: the cohorts, and the official figure they should come near to.
  it.each([
    { id: 'CN-LN', migration: 86, carried: 20.7, official: 21.0, population: 41.82 },
    { id: 'CN-JL', migration: 37, carried: 18.5, official: 18.6, population: 23.39 },
    { id: 'CN-HL', migration: -158, carried: 18.7, official: 18.8, population: 30.62 },
  ])('$id: net migration of 2023, 65+ and the total come back', ({ id, migration, carried, official, population }) => {
    const { census, vital } = inputs(id)
    const cohorts = deriveCohorts(census, vital)
    // 2 thousand: Heilongjiang's rates are per mean population here, per year-end population in the specification.
    expect(Math.abs(1000 * cohorts.netMigration.at(-1)! - migration)).toBeLessThan(2)
    expect(sum(cohorts.population)).toBeCloseTo(population, 9)
    const share = (100 * sum(cohorts.population, 65)) / population
    expect(Math.abs(share - carried)).toBeLessThan(0.05)
    expect(Math.abs(share - official)).toBeLessThan(0.35)
    expect(cohorts.deaths.at(-1)).toBeCloseTo(vital.deaths, 9)
  })
})

/** The vital figures of the specification, before the official rates of Liaoning and Jilin were found; it took those of Heilongjiang per year-end population. */
const specified: Readonly<Record<string, { readonly deaths: number; readonly births: readonly number[] }>> = {
  'CN-LN': { deaths: 0.406, births: [0.2, 0.185, 0.17] },
  'CN-JL': { deaths: 0.205, births: [0.109, 0.098, 0.088] },
  'CN-HL': { deaths: 0.301, births: [0.113, 0.104, 0.0895] },
}
const asSpecified = (id: string, vital: Vital): Vital => {
  const { deaths, births } = specified[id]!
  return { ...vital, deaths, years: vital.years.map((year, index) => ({ ...year, births: births[index]! })) }
}

describe('reference-population.csv', () => {
  const reference = csvParse(readFrom(referencePacks)('reference-population.csv')!)

  it.each(areas)('%s: persons agree to half of the last digit printed, hazards to about one', id => {
    const { census, vital } = inputs(id)
    const cohorts = deriveCohorts(census, asSpecified(id, vital))
    const rows = reference.filter(row => `CN-${row['area']}` === id)
    expect(rows).toHaveLength(202)
    for (const row of rows) {
      const sex = row['sex'] as 'female' | 'male'
      const age = Number(row['age'])
      const hazard = adjustedRates(cohorts.mortality[sex], cohorts.factor)[age]!
      expect(Math.abs(cohorts.population[sex][age]! - Number(row['persons_m_1jan2024']))).toBeLessThan(0.55e-6)
      // The reference took census rates rounded to seven digits, the pack takes deaths over persons.
      expect(Math.abs(hazard - Number(row['mortality_hazard_2023']))).toBeLessThan(1.1e-6)
    }
  })

  it.each(areas)(
    '%s: the pack of the product differs by less than 3 % of people from age 3 to 89, by its births of 2021-23 below',
    id => {
      const { census, vital } = inputs(id)
      const { population } = deriveCohorts(census, vital)
      for (const row of reference.filter(({ area, age }) => `CN-${area}` === id && Number(age) < 90)) {
        const people = population[row['sex'] as 'female' | 'male'][Number(row['age'])]!
        const difference = Math.abs(people / Number(row['persons_m_1jan2024']) - 1)
        expect(difference).toBeLessThan(Number(row['age']) < 3 ? 0.08 : 0.03)
      }
    },
  )
})
