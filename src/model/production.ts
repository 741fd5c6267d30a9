/** Production: capital of state and private firms, automation, productivity, ownership, investment. */

import { sector } from '../language/declare.ts'
import { productionCapacity } from './production/capacity.ts'
import { productionInvestment } from './production/investment.ts'
import { productionOwnership } from './production/ownership.ts'
import { productionTechnology } from './production/technology.ts'

export const production = sector('Production, automation, ownership', {
  over: ['area'],
  doc:
    'Capacity of state and private firms comes from capital, public capital, labour and robots under one technology ' +
    'that follows the nation, digital equipment and the business environment. Firms invest with lags after capacity ' +
    'use, profit, confidence and unpaid bills. Robots replace part of the tasks; mixed ownership closes part of the ' +
    'gap of state firms.',
}, productionCapacity, productionTechnology, productionInvestment, productionOwnership)
