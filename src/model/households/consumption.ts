/** Consumption by kind of income, wealth and habit, and retail sales. */

import { base, equation, parameter, part, shock, smooth, stock } from '../../language/declare.ts'
import { groups } from './groups.ts'

export const householdConsumption = part({
  spendingFromWages: parameter('share', { low: 0.45, central: 0.56, high: 0.7 },
    'Spending out of wages', { symbol: 'mw', source: '23.3, S59b', evidence: 'derived' }),
  spendingFromFarming: parameter('share', { low: 0.45, central: 0.6, high: 0.75 },
    'Spending out of farm income', { symbol: 'ma', source: '23.3', evidence: 'derived' }),
  spendingFromProperty: parameter('share', 0.25,
    'Spending out of property income', { symbol: 'mprop', source: '29.3', evidence: 'assumed' }),
  spendingFromPensions: parameter('share', { low: 0.55, central: 0.7, high: 0.9 },
    'Spending out of pensions', { symbol: 'mr', source: '23.3, S24', evidence: 'secondary' }),
  spendingFromSupport: parameter('share', { low: 0.5, central: 0.7, high: 0.9 },
    'Spending out of unemployment benefit and child allowance',
    { symbol: 'mu_', source: 'docs/theory/levers.md', evidence: 'secondary' }),
  spendingFromPayments: parameter('share', { low: 0.25, central: 0.45, high: 0.7 },
    'Spending out of direct payments', { symbol: 'md', source: '23.3, S27b', evidence: 'secondary' }),
  spendingFromVouchers: parameter('share', { low: 0.3, central: 0.9, high: 2 },
    'Spending per unit of vouchers', { symbol: 'mv', source: '23.3, S27', evidence: 'secondary' }),
  spendingFromReimbursement: parameter('share', { low: 0.4, central: 1, high: 1.8 },
    'Spending per unit of health reimbursement',
    { symbol: 'mh', source: 'docs/theory/levers.md', evidence: 'secondary' }),
  spendingFromWealth: parameter('1/year', { low: 0.04, central: 0.06, high: 0.09 },
    'Spending out of wealth above target', { symbol: 'mD', source: '23.3', evidence: 'assumed' }),
  spendingFromHomes: parameter('1/year', { low: 0.003, central: 0.01, high: 0.025 },
    'Spending out of a change of house values', { symbol: 'mH', source: '23.3, S40', evidence: 'secondary' }),
  wealthTargetFactor: parameter('share', { low: 1, central: 1.2, high: 1.5 },
    'Target ratio of wealth to income, relative to the start', { symbol: 'wfac', source: '23.3', evidence: 'assumed' }),
  outsidePortfolioShare: parameter('share', { low: 0.1, central: 0.25, high: 0.4 },
    'Share of new saving placed outside the region', { symbol: 'pfo', source: '23.3', evidence: 'assumed' }),
  earnedSpendingSwitch: parameter('share', 1,
    'Scale of spending out of earned and property income (0 in a test)', { source: '25 X7' }),
  wealthTarget: base('year',
    'wealthTargetFactor*householdDepositsStart/disposableIncomeStart',
    'Target ratio of wealth to income at the start', { over: groups, symbol: 'kapW', source: '8.2' }),
  wealthTargetYears: parameter('year', { low: 6, central: 10, high: 20 },
    'Years in which households come to see the wealth they have for their income as normal',
    { source: 'docs/theory/chains.md', evidence: 'derived' }),
  wealthTargetMost: parameter('share', { low: 1.4, central: 1.8, high: 2.4 },
    'Highest target ratio of wealth to income, relative to the start: what households of rich and old countries hold',
    { source: 'docs/theory/chains.md', evidence: 'secondary' }),
  wealthTargetNow: smooth('year', {
    over: groups,
    of: `
      min(
        wealthTargetFactor*(deposits + outsideClaims)/max(expectedDisposableIncome, 1e-9{CNY bn/year}),
        wealthTargetMost*wealthTarget
      )`,
    years: 'wealthTargetYears',
    initial: 'wealthTarget',
    source: 'docs/theory/chains.md',
  }, 'Target ratio of wealth to income: above the ratio that households are used to, by as much as at the start'),
  furnishing: parameter('share', { low: 0.03, central: 0.08, high: 0.14 },
    'Furniture, appliances and fitting-out of a home that is bought, of its price at the start, beyond what buyers ' +
      'would have spent otherwise',
    { source: 'docs/theory/chains.md', evidence: 'secondary' }),
  homeShare: parameter('share', { young: 0.25, middle: 0.4, old: 0.35 },
    'Share of the group in the dwelling stock', { over: ['group'], source: '8.4', evidence: 'assumed' }),
  inducedSpendingStart: base('CNY bn/year', `
    spendingFromWages*wageIncomeStart
    + spendingFromFarming*farmIncomeStart
    + spendingFromProperty*propertyIncomeStart
    + spendingFromPensions*pensionIncomeStart
    + spendingFromSupport*benefitIncomeStart
    + spendingFromVouchers*voucherIncomeStart
    + spendingFromReimbursement*healthIncomeStart
    + spendingFromWealth*(householdDepositsStart - wealthTarget*disposableIncomeStart)`,
    'Spending at the start without the autonomous part', { over: groups, source: '3(8)' }),
  autonomousShare: base('share',
    'consumptionStart/sum(inducedSpendingStart) - 1',
    'Autonomous spending relative to all other spending', { symbol: 'phi_c', source: '3(8), E14' }),
  autonomousPerHead: base('CNY k/person/year',
    'autonomousShare*inducedSpendingStart/spendingHeadsStart',
    'Autonomous spending per head', { over: groups, symbol: 'c0', source: '8.2' }),
  consumptionPerHeadStart: base('CNY k/person/year',
    '(1 + autonomousShare)*inducedSpendingStart/spendingHeadsStart',
    'Consumption per head at the start', { over: groups }),
  habitYears: parameter('year', 4,
    'Years over which consumption becomes habit', { source: '8.2, E14', evidence: 'assumed' }),
  habit: smooth('CNY k/person/year', {
    over: groups,
    of: 'consumptionByGroup/max(spendingHeads, 1e-9{person m})',
    years: 'habitYears',
    initial: 'consumptionPerHeadStart',
    symbol: 'hab', source: '8.2, E14',
  }, 'Consumption per head that people are used to, prices of the start'),
  consumptionShock: shock('share', { type: 'ar1', deviation: 0.005, persistence: 0.5 },
    'Deviation of consumption', { over: ['area'], source: '18' }),
  disasterDraw: shock('share', { type: 'uniform' }, 'Random draw that may bring a disaster'),
  disasterRate: parameter('1/year', 0.01, 'Yearly probability of a disaster', { source: '18', evidence: 'assumed' }),
  disasterYears: parameter('year', 0.5, 'Length of a disaster', { source: '18', evidence: 'assumed' }),
  disasterLeft: stock('year', {
    initial: '0',
    inflow: 'if(disasterDraw < disasterRate*timeStep, (disasterYears - disasterLeft)/timeStep, 0)',
    outflow: 'if(disasterDraw < disasterRate*timeStep, 0, min(disasterLeft/timeStep, 1))',
    source: '18',
  }, 'Years of a disaster still to run'),
  liquidityLeast: parameter('CNY k/person', 2,
    'Deposits per head below which households cut spending', { source: '8.2', evidence: 'assumed' }),
  liquidityFloor: parameter('share', 0.3,
    'Spending that remains without deposits', { source: '8.2', evidence: 'assumed' }),
  liquidity: equation('share', `
    if(
      deposits < liquidityLeast*spendingHeads,
      liquidityFloor + (1 - liquidityFloor)*clip(deposits/max(liquidityLeast*spendingHeads, 1e-9{CNY bn}), 0, 1),
      1
    )`,
    'Limit on spending when deposits run out', { over: groups, source: '8.2' }),
  spendingFromRates: parameter('year', { low: 0.1, central: 0.4, high: 0.7 },
    'Consumption (log) put off when interest is a point above what was expected',
    { source: 'docs/theory/chains.md', evidence: 'assumed' }),
  spendingAtRates: equation('share',
    'exp(-spendingFromRates*interestLevel*(mortgageRate - mortgageRateExpected))',
    'Consumption that interest beyond what was expected leaves, start = 1',
    { over: [], source: 'docs/theory/chains.md' }),
  disasterLoss: parameter('share', 0.03, 'Loss of consumption in a disaster', { source: '8.2', evidence: 'assumed' }),
  consumptionNominal: equation('CNY bn/year', `
    (
      consumerPrice*spendingHeads*autonomousPerHead*habit/consumptionPerHeadStart
      + precaution*earnedSpendingSwitch
        *(
          spendingFromWages*expectedWageIncome
          + spendingFromFarming*expectedFarmIncome
          + spendingFromProperty*expectedPropertyIncome
        )
      + spendingFromPensions*pensionIncome*sqrt(precaution)
      + spendingFromSupport*(benefitIncome + childIncome)
      + spendingFromPayments*directIncome
      + spendingFromVouchers*voucherIncome
      + spendingFromReimbursement*healthIncome
      + spendingFromWealth*(deposits + outsideClaims - wealthTargetNow*expectedDisposableIncome)
      + spendingFromHomes*(housePrice/housePriceStart - 1)*homeShare*dwellings*housePriceStart
      + consumerPrice*furnishing*housePriceStart*buyerShare*(homeSales - homeSalesStart)
    )*liquidity*spendingAtRates*(1 + consumptionShock)*(1 - if(disasterLeft > 0, disasterLoss, 0))*(1 - spendingLost)
    /(1 - spendingLostStart)`,
    'Consumption at current prices', { over: groups, symbol: 'P C', source: '8.2' }),
  consumptionByGroup: equation('CNY bn/year',
    'positive(consumptionNominal)/consumerPrice',
    'Consumption, prices of the start', { over: groups, symbol: 'C', source: '8.2' }),
  consumption: equation('CNY bn/year',
    'sum(consumptionByGroup)',
    'Household consumption, prices of the start', { source: '2.4', outcome: true, region: 'sum' }),
  consumptionToGdp: equation('share',
    'consumption/max(output, 1e-9{CNY bn/year})',
    'Share of household consumption in output', { source: '20', outcome: true, region: 'ratio' }),
  savingRate: equation('share',
    '1 - consumerPrice*consumption/max(sum(disposableIncome), 1e-9{CNY bn/year})',
    'Household saving rate', { source: '20', outcome: true, region: 'ratio' }),

  // retail
  retailFromTourism: parameter('share', 0.6,
    "Share of retail sales in visitors' spending", { symbol: 'rho_t', source: '29.3', evidence: 'assumed' }),
  retailFromConsumption: base('share',
    '(retailSalesStart - retailFromTourism*tourismStart)/consumptionStart',
    'Share of retail sales in consumption', { symbol: 'rho_ret', source: '3(9), 8.3' }),
  retailPerHead: equation('CNY k/person/year', `
    (retailFromConsumption*(1 - retailMovedElsewhere)*consumerPrice*consumption + retailFromTourism*price*tourism)
    /max(residentsTotal, 1e-9{person m})`,
    'Retail sales per person', { symbol: 'Ret', source: '8.3', outcome: true, region: { mean: 'residentsTotal' } }),
  retailToBeijing: equation('share',
    'retailPerHead/retailBeijing',
    'Retail sales per person relative to Beijing', { source: '8.3', outcome: true, region: 'ratio' }),
  retailToSouthEast: equation('share',
    'retailPerHead/retailSouthEast',
    'Retail sales per person relative to Jiangsu, Zhejiang and Fujian',
    { source: '8.3', outcome: true, region: 'ratio' }),
  retailToShanghai: equation('share',
    'retailPerHead/retailShanghai',
    'Retail sales per person relative to Shanghai', { source: '8.3', outcome: true, region: 'ratio' }),
})
