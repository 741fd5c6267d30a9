/** The provincial budget: revenue, spending plans, deficit, cash, arrears, bonds. */

import { sector } from '../language/declare.ts'
import { budgetFinancing } from './government/financing.ts'
import { budgetRevenue } from './government/revenue.ts'
import { budgetRoom } from './government/room.ts'
import { budgetSpending } from './government/spending.ts'
import { budgetStart } from './government/start.ts'

export const government = sector('Provincial government', {
  over: ['area'],
  doc:
    'Revenue comes from taxes, fees, land, transfers and dividends; spending is on purchases, investment, wages, ' +
    'benefits, pensions and interest. Low cash, unpaid bills and debt cut the plans, investment first. A deficit is ' +
    'borrowed up to a quota; beyond it bills stay unpaid, and then banks advance money. Tax cuts of the nation move ' +
    'all rates of the start alike.',
}, budgetStart, budgetRevenue, budgetRoom, budgetSpending, budgetFinancing)
