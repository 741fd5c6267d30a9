/** Figures that cannot be true together: parts above their whole, shares above 1, more births than people. */

import { messages as fault } from '../../texts/region.ts'
import { messages as fix } from '../../texts/fix.ts'
import { keyOf } from '../parse.ts'
import type { PackProblem } from '../problems.ts'
import type { RegionData } from '../types.ts'
import { residentsByArea } from '../residents.ts'

/** The first lies within the second. */
const parts: ReadonlyArray<readonly [part: string, whole: string]> = [
  ['taxRevenueBaseYear', 'ownRevenueBaseYear'],
  ['ownRevenueBaseYear', 'gdpBaseYear'],
  ['primaryOutputBaseYear', 'gdpBaseYear'],
  ['publicOutputBaseYear', 'gdpBaseYear'],
  ['oilOutputStart', 'gdpBaseYear'],
  ['exportsRussiaBaseYear', 'exportsAbroadBaseYear'],
  ['agricultureEmploymentStart', 'employedStart'],
  ['publicEmploymentStart', 'employedStart'],
  ['cultureCapitalStart', 'publicCapitalStart'],
]

/** The sum over the industries lies within the second. */
const sumsByIndustry: ReadonlyArray<readonly [part: string, whole: string]> = [
  ['industryOutputBaseYear', 'gdpBaseYear'],
  ['industryEmployedBaseYear', 'employedStart'],
]

const sumOf = (region: RegionData, area: string, wanted: string): number =>
  region.figures.reduce(
    (sum, { name, area: own, value = 0 }) => (name === wanted && own === area ? sum + value : sum),
    0,
  )

const oneWhole: readonly (readonly string[])[] = [
  ['provinceHolderShareStart', 'centreHolderShareStart', 'outsideHolderShareStart'],
  ['stateShareStart', 'mixedShareStart'],
]

/** Of the residents: people at one time at most all of them, events of a year at most so many. */
const ofResidents: Readonly<Record<string, number>> = {
  employedStart: 1,
  contributorsStart: 1,
  pensionersStart: 1,
  residentPensionersStart: 1,
  householdsStart: 1,
  birthsStart: 0.1,
  deathsStart: 0.1,
}

/** Every economy has them: what the model measures from the start is divided by them. */
const positive = [
  'gdpBaseYear',
  'publicOutputBaseYear',
  'consumptionBaseYear',
  'ownRevenueBaseYear',
  'wageShareStart',
  'employedStart',
  'publicEmploymentStart',
  'unemploymentRateStart',
  'householdsStart',
  'dwellingsStart',
  'homeStartsStart',
  'housePriceStart',
  'pmStart',
  'capitalStart firm=private',
]

/** Deaths in a year that the residents of an area would have at the death rates of its census, million. */
const deathsByRates = ({ values, areas }: RegionData, area: string): number => {
  const [people, rates] = ['startPopulation', 'censusMortality'].map(name => values[name]?.values ?? [])
  const cells = people!.length / areas.length
  const first = areas.indexOf(area) * cells
  return people!.slice(first, first + cells).reduce((sum, one, at) => sum + one * (rates![first + at] ?? 0), 0)
}

export const impossibleFigures = (region: RegionData): PackProblem[] => {
  const heads = residentsByArea(region)
  return region.areas.flatMap(area => {
    const values = new Map(
      region.figures.flatMap(({ name, area: own, labels, value }) =>
        own === area && value !== undefined ? [[keyOf(name, labels), value] as const] : [],
      ),
    )
    const problems: PackProblem[] = []
    const complain = (message: PackProblem['message']): void => {
      problems.push({ file: `${area}/figures.csv`, message, fix: fix.checkFigures() })
    }
    for (const name of positive) {
      const value = values.get(name)
      if (value !== undefined && !(value > 0)) complain(fault.notPositive({ name, value }))
    }
    const stateCapital = values.get('capitalStart firm=state')
    if (stateCapital === 0 && (values.get('stateShareStart') ?? 0) > 0) {
      complain(fault.notPositive({ name: 'capitalStart firm=state', value: stateCapital }))
    }
    for (const [part, whole] of parts) {
      const [partValue, value] = [values.get(part), values.get(whole)]
      if (partValue === undefined || value === undefined || partValue <= value) continue
      complain(fault.partAboveWhole({ part, partValue, whole, value }))
    }
    for (const [part, whole] of sumsByIndustry) {
      const [sum, value] = [sumOf(region, area, part), values.get(whole)]
      if (sum === 0 || value === undefined || sum <= value) continue
      complain(fault.partAboveWhole({ part, partValue: Number(sum.toPrecision(6)), whole, value }))
    }
    for (const names of oneWhole) {
      const sum = names.reduce((total, name) => total + (values.get(name) ?? 0), 0)
      if (sum > 1 + 1e-9) complain(fault.sharesAboveOne({ names: names.join(', '), value: Number(sum.toPrecision(4)) }))
    }
    const people = heads.get(area) ?? 0
    for (const [name, share] of Object.entries(ofResidents)) {
      const value = values.get(name)
      if (value === undefined || value <= share * people) continue
      const most = `${Math.round(share * 100)} %`
      complain(fault.aboveResidents({ name, value, most, people: Number(people.toPrecision(4)) }))
    }
    const [deaths, factor = 1] = ['deathsStart', 'mortalityFactor'].map(name => values.get(name))
    const byRates = deathsByRates(region, area)
    // The factor holds for the old alone, so that it raises or lowers all deaths by less.
    if (
      deaths !== undefined &&
      (deaths > 2 * byRates * Math.max(1, factor) || 2 * deaths < byRates * Math.min(1, factor))
    )
      complain(fault.deathsDiffer({ value: deaths, byRates: Number(byRates.toPrecision(4)) }))
    return problems
  })
}
