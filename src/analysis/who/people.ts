/** Gains and losses by household group and source of income, as real yearly amounts per person, and by province. */

import type { Run } from '../../engine/run.ts'
import { readRun } from '../../engine/run/reader.ts'
import type { LinkedModel } from '../../language/linked.ts'
import { type Scope, indicatorOf, variableOf } from '../../outcomes/catalogue.ts'
import type { Quantity } from '../explain/quantity.ts'
import { inYear } from '../words/outcomes.ts'
import type { OpenRegion } from '../region/simulation.ts'

/** A kind of people and what each of them has in a year. */
interface Kind {
  readonly id: string
  readonly label: string
  /** Name of the amount: 'wage'. */
  readonly of: string
  /** Summed over these variables (and the group named), divided by the price level and by the heads. */
  readonly amount: readonly string[]
  readonly heads: string
  readonly group?: 'young' | 'middle' | 'old'
}

/** In the order of the page. Each amount and its heads are summed over the areas. */
const kinds: readonly Kind[] = [
  {
    id: 'young',
    label: 'Households under 40',
    of: 'disposable income per head',
    amount: ['disposableIncome'],
    heads: 'spendingHeads',
    group: 'young',
  },
  {
    id: 'middle',
    label: 'Households 40–59',
    of: 'disposable income per head',
    amount: ['disposableIncome'],
    heads: 'spendingHeads',
    group: 'middle',
  },
  {
    id: 'old',
    label: 'Households 60 and over',
    of: 'disposable income per head',
    amount: ['disposableIncome'],
    heads: 'spendingHeads',
    group: 'old',
  },
  { id: 'marketWorker', label: 'Market workers', of: 'wage', amount: ['marketWages'], heads: 'marketEmployed' },
  { id: 'publicWorker', label: 'Public employees', of: 'wage', amount: ['publicWages'], heads: 'publicEmployed' },
  { id: 'farmer', label: 'Farm workers', of: 'farm income', amount: ['farmIncome'], heads: 'agricultureEmployed' },
  {
    id: 'unemployed',
    label: 'Unemployed',
    of: 'benefit, over all unemployed',
    amount: ['unemploymentBenefits'],
    heads: 'unemployed',
  },
  {
    id: 'employeePensioner',
    label: 'Urban pensioners',
    of: 'pension',
    amount: ['pensionBenefits'],
    heads: 'pensioners',
  },
  {
    id: 'residentPensioner',
    label: 'Resident pensioners',
    of: 'pension',
    amount: ['residentPensionBill'],
    heads: 'residentPensioners',
  },
  {
    id: 'smallChild',
    label: 'Children under 3',
    of: 'child allowance',
    amount: ['childAllowanceBill'],
    heads: 'childrenCovered',
  },
  {
    id: 'homeOwner',
    label: 'Home owners',
    of: 'value of dwellings per resident',
    amount: ['housePrice*dwellings'],
    heads: 'residentsTotal',
  },
]

const areaKinds = [
  { id: 'outputPerHead', indicator: indicatorOf('outputPerHead') },
  { id: 'residents', indicator: indicatorOf('population') },
  { id: 'unemployment', indicator: indicatorOf('unemployment') },
  { id: 'debtToGdp', indicator: indicatorOf('debtToGdp') },
] as const

export type AreaMeasure = (typeof areaKinds)[number]['id']
export const areaMeasures: readonly AreaMeasure[] = areaKinds.map(({ id }) => id)

/** To be recorded of a run. */
export const peopleVariables: readonly string[] = [
  ...new Set([
    ...kinds.flatMap(({ amount, heads }) => [...amount.flatMap(name => name.split('*')), heads]),
    ...areaKinds.flatMap(({ indicator }) => indicator.variables),
    'consumerPrice',
  ]),
]

/** The variables that explain the amounts, and the changes of an area: that which is divided by heads, and the outcome. */
export const peopleCauses: ReadonlyMap<string, Quantity> = new Map(
  kinds.map(({ id, amount: [first], group }): [string, Quantity] => [
    id,
    { name: first!.split('*')[0]!, closing: false, labels: group === undefined ? {} : { group } },
  ]),
)

export const areaOutcome = (measure: AreaMeasure) => areaKinds.find(({ id }) => id === measure)!.indicator.id

export const areaCause = (measure: AreaMeasure, area: string | undefined): Quantity => ({
  name: variableOf(areaOutcome(measure), area === undefined ? 'region' : 'area'),
  closing: false,
  labels: area === undefined ? {} : { area },
})

export const peopleKinds = kinds.map(({ id, label, of, group }) => ({ id, label, of, isGroup: group !== undefined }))

/** CNY thousand a person and year, prices of the start, mean of the steps of a year; in the order of the kinds. */
export const peopleAmounts = (
  model: LinkedModel,
  { region, simulator }: Pick<OpenRegion, 'region' | 'simulator'>,
  run: Run,
  year: number,
): number[] => {
  const { stepsPerYear } = simulator.horizon
  const first = Math.round((year - region.start) * stepsPerYear)
  const groups = model.dimensions.get('group')?.labels ?? []
  const reader = readRun(run)
  return kinds.map(({ amount, heads, group }) => {
    const place = group === undefined ? -1 : groups.indexOf(group)
    /** Of an area: the element of the group where one is named, else all elements of the area. */
    const of = (name: string, step: number, area: number): number => {
      const numbers = reader.numbers(name)
      const own = numbers.size / region.areas.length
      if (own > 1 && place >= 0) return numbers.at(step, area * own + place)
      let sum = 0
      for (let element = 0; element < own; element++) sum += numbers.at(step, area * own + element)
      return sum
    }
    let mean = 0
    for (let step = first; step < first + stepsPerYear; step++) {
      let [money, people] = [0, 0]
      for (let area = 0; area < region.areas.length; area++) {
        const price = of('consumerPrice', step, area)
        for (const name of amount) {
          money += name.split('*').reduce((product, factor) => product * of(factor, step, area), 1) / price
        }
        people += of(heads, step, area)
      }
      mean += people > 0 ? money / people / stepsPerYear : 0
    }
    return mean
  })
}

/** The measures of the region and then of each area (of none where the region is one). */
export const areaAmounts = ({ region }: Pick<OpenRegion, 'region'>, run: Run, year: number): number[][] => {
  const read = (scope: Scope, area: number): number[] => {
    const view = readRun(run, area)
    return areaKinds.map(({ indicator }) => inYear(view, indicator, scope, year, region.start)!)
  }
  return [read('region', 0), ...(region.areas.length === 1 ? [] : region.areas.map((_, area) => read('area', area)))]
}
