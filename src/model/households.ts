/** Households by age group: income, consumption, saving, wealth, and transfers between generations. */

import { sector } from '../language/declare.ts'
import { householdConsumption } from './households/consumption.ts'
import { householdIncome } from './households/income.ts'
import { householdWealth } from './households/wealth.ts'

export const households = sector('Households', {
  over: ['area'],
  doc:
    'Three groups by age of the member receive wages, farm income, pensions, benefits and property income, spend by ' +
    'habit and by kind of income, buy homes, save into deposits and claims outside, help their children, and leave ' +
    'bequests. Wealth above a target is spent.',
}, householdIncome, householdConsumption, householdWealth)
