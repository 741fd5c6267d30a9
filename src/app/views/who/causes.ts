/** Maps figures of the Who view to the model variables that explain them. */

import type { Quantity } from '../../../analysis/explain/quantity.ts'
import { lastQuarter } from '../../state/quarters.ts'
import type { AskedPoint } from '../../state/state.ts'

const of = (name: string, labels: Quantity['labels'] = {}): Quantity => ({ name, closing: false, labels })

/** By the ids of analysis/who/people.ts: the amount that is divided by heads. */
export const peopleCauses: Readonly<Record<string, Quantity>> = {
  young: of('disposableIncome', { group: 'young' }),
  middle: of('disposableIncome', { group: 'middle' }),
  old: of('disposableIncome', { group: 'old' }),
  marketWorker: of('marketWages'),
  publicWorker: of('publicWages'),
  farmer: of('farmIncome'),
  unemployed: of('unemploymentBenefits'),
  employeePensioner: of('pensionBenefits'),
  residentPensioner: of('residentPensionBill'),
  smallChild: of('childAllowanceBill'),
  homeOwner: of('housePrice'),
}

/** The household group that those born in a year belong to in the year of the tables. */
const groupOf = (born: number, year: number): 'young' | 'middle' | 'old' =>
  year - born < 40 ? 'young' : year - born < 60 ? 'middle' : 'old'

export const birthCause = (measure: 'income' | 'consumption', born: number, year: number): Quantity =>
  of(measure === 'income' ? 'disposableIncome' : 'consumptionByGroup', { group: groupOf(born, year) })

/** In the last quarter of a year, of the region. */
export const askedIn = (variable: Quantity, year: number): AskedPoint => ({ variable, time: lastQuarter(year) })
