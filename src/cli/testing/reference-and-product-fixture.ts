/**
 * The reference run of the first specification beside what the model and the figures of regions/ give with priors and with
 * the fitted parameters: rows of docs/theory/changes.md.
 */

import { firstModel } from '../../model/first-model-fixture.ts'
import { referencePacks } from '../../regions/read.ts'
import { openRegion } from './open-fixture.ts'
import type { FolderOptions } from '../input/simulation.ts'

const years = [2024, 2025, 2030, 2037]

const rows = [
  { title: 'growth, %', name: 'output', digits: 1 },
  { title: 'people, m', name: 'residentsTotal', digits: 2 },
  { title: 'unemployment, %', name: 'unemploymentRate', digits: 2 },
  { title: 'debt over output, %', name: 'debtToGdp', digits: 1 },
  { title: 'pension gap over output, %', name: 'pensionGapToGdp', digits: 2 },
  { title: 'house price, thousand yuan', name: 'closing(housePrice)', digits: 2 },
] as const

type Row = (typeof rows)[number]

/** Reads a pack: a number of a row, an area and a year. */
const reader = (id: string, options: FolderOptions) => {
  const { region, simulator } = openRegion(id, options)
  const { series } = simulator.run({ record: rows.map(({ name }) => name) })
  const quarters = (name: string, area: number, year: number): number[] => {
    const { size, values } = series.get(name)!
    return [0, 1, 2, 3].map(quarter => values[((year - 2024) * 4 + quarter) * size + area]!)
  }
  const mean = (name: string, area: number, year: number): number =>
    quarters(name, area, year).reduce((sum, value) => sum + value, 0) / 4
  const of = (name: string, area: number): number => region.values[name]!.values[area]!
  const before = (area: number, year: number): number =>
    year === 2024
      ? of('gdpBaseYear', area) * Math.exp(0.5 * of('inflationBeforeStart', area))
      : mean('output', area, year - 1)
  return ({ title, name }: Row, area: number, year: number): number => {
    if (title === 'growth, %') return 100 * (mean(name, area, year) / before(area, year) - 1)
    if (title === 'people, m' || name === 'closing(housePrice)') return quarters(name, area, year)[3]!
    return 100 * (title === 'debt over output, %' ? quarters(name, area, year)[3]! : mean(name, area, year))
  }
}

export const referenceAndProduct = (): string[] => {
  const readers = [
    reader('northeast', { root: referencePacks, model: firstModel }),
    reader('northeast@2024', { parameters: 'priors' }),
    reader('northeast@2024', {}),
  ]
  return ['Liaoning', 'Jilin', 'Heilongjiang'].flatMap((name, area) =>
    rows.map(row => {
      const cells = years.map(year => readers.map(read => read(row, area, year).toFixed(row.digits)).join(' → '))
      return `| ${name} | ${row.title} | ${cells.join(' | ')} |`
    }),
  )
}
