/** The regional price level. */

import { delay, equation, index, parameter, sector, smooth } from '../language/declare.ts'

export const prices = sector('Prices', {
  over: ['area'],
  doc:
    'One price level for all goods and services: expected inflation, national prices, demand over capacity, unit ' +
    'labour cost.',
}, {
  priceOpenness: parameter('share', { low: 0.3, central: 0.5, high: 0.7 },
    'Weight of national prices against expected inflation',
    { symbol: 'om_p', source: '29.3', evidence: 'assumed', sampled: false }),
  priceFromDemand: parameter('1/year', { low: 0.03, central: 0.11, high: 0.18 },
    'Response of prices to demand beyond normal use of capacity',
    { symbol: 'k_p', source: 'docs/theory/priors.md', evidence: 'derived' }),
  priceInSlack: parameter('share', { low: 0.2, central: 0.4, high: 1 },
    'Response of prices to demand below normal, of that to demand beyond: firms cut output before prices',
    { source: 'docs/theory/priors.md', evidence: 'secondary' }),
  demandPressure: equation('share',
    'min(localDemand/max(capacity, 1e-9{CNY bn/year}), demandPressureMost) - normalUtilisation',
    'Demand over capacity beyond normal', { source: '12, E13' }),
  priceFromCost: parameter('share', 0.15,
    'Response of prices to unit labour cost', { symbol: 'k_w', source: '29.3', evidence: 'assumed' }),
  unitCostBefore: delay('index', { of: 'unitLaborCost', initial: '1' }, 'Real unit labour cost in the previous step'),
  unitCostGrowthMost: parameter('1/year', 0.1,
    'Fastest yearly change of unit labour cost that counts for prices', { source: '12', evidence: 'assumed' }),
  unitCostGrowth: equation('1/year', `
    if(
      time = startTime,
      0,
      clip(ln(unitLaborCost/max(unitCostBefore, 1e-9))/timeStep, -unitCostGrowthMost, unitCostGrowthMost)
    )`,
    'Growth of real unit labour cost', { source: '12' }),
  costGrowthYears: parameter('year', 0.5,
    'Years over which growth of unit labour cost is averaged', { source: '12', evidence: 'assumed' }),
  expectedCostGrowth: smooth('1/year', {
    of: 'unitCostGrowth',
    years: 'costGrowthYears',
    initial: '0',
    symbol: 'dulc^e', source: '12',
  }, 'Growth of unit labour cost, smoothed over half a year'),
  demandPressureMost: parameter('share', 1.4,
    'Highest demand over capacity that counts for prices', { source: '12, E13', evidence: 'assumed' }),
  inflationLow: parameter('1/year', 0.03, 'Fastest yearly fall of prices', { source: '12, E13', evidence: 'assumed' }),
  inflationHigh: parameter('1/year', 0.08, 'Fastest yearly rise of prices', { source: '12, E13', evidence: 'assumed' }),
  inflation: equation('1/year', `
    clip(
      (1 - priceOpenness)*expectedInflation
      + priceOpenness*nationalInflationRate
      + priceFromDemand*(positive(demandPressure) - priceInSlack*positive(-demandPressure))
      + priceFromCost*expectedCostGrowth,
      -inflationLow,
      inflationHigh
    )`,
    'Inflation', { source: '12, E13', outcome: true }),
  price: index('index', { initial: '1', growth: 'inflation', symbol: 'P', source: '12' }, 'Price level, start = 1'),
  consumerPrice: equation('index',
    'price^(1 - importShareGiven[consumption])*nationalPrice^importShareGiven[consumption]',
    'Price of what households buy, start = 1: what is made elsewhere costs what it costs in the nation',
    { source: 'docs/theory/trade.md' }),
  importTerms: equation('CNY bn/year',
    '(consumerPrice - price)*consumption',
    'What households pay for goods from elsewhere beyond the price level of the area: it goes to those who make them',
    { source: 'docs/theory/chains.md' }),
})
