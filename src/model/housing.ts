/** Housing and land: need, sales, starts, prices, land revenue, and the inventories of developers. */

import { sector } from '../language/declare.ts'
import { housingDemand } from './housing/demand.ts'
import { housingPrices } from './housing/prices.ts'
import { housingSupply } from './housing/supply.ts'

export const housing = sector('Housing, land, mortgage rules', {
  over: ['area'],
  doc:
    'People of 25-49 need homes; the national market, prices against incomes, mortgage rules and confidence decide ' +
    'how many they buy. The price returns to the level that incomes, vacancy, taxes and the national price support; ' +
    'unsold floor space only nudges it. Presales and credit decide what developers can build and what land they can ' +
    'buy: land revenue is price times volume times the success of auctions.',
}, housingDemand, housingSupply, housingPrices)
