/** The central government's account with the region. */

import { datum, delay, equation, parameter, sector, smooth, stock } from '../language/declare.ts'

export const centre = sector('Central government', {
  over: ['area'],
  doc:
    'The account of the central government with the region: its share of taxes against transfers, pension pooling, ' +
    'child allowances and defence. A policy package is financed here too: by the central government, bonds, LGFVs, ' +
    'land or cuts of purchases.',
}, {
  transferGrowth: parameter('1/year', { low: 0, central: 0.025, high: 0.045 },
    'Growth of transfers', { symbol: 'gTR', source: '23.5, S62', evidence: 'secondary' }),
  transferGrowthStart: datum('1/year', 'Growth of transfers before the start', { source: 'docs/theory/changes.md' }),
  equalisation: parameter('share', { low: 0.2, central: 0.5, high: 0.8 },
    'Part of a revenue shortfall made up by transfers', { symbol: 'kap_eq', source: '23.5', evidence: 'assumed' }),
  shortfallYears: parameter('year', 2,
    'Years over which the central government averages a shortfall of revenue', { source: '15', evidence: 'assumed' }),
  revenueShortfall: smooth('CNY bn/year', {
    of: 'positive(ownRevenueStart*price - ownRevenue - taxRelief)',
    years: 'shortfallYears',
    initial: '0',
    symbol: 'RevShortfall', source: '15',
  }, 'Shortfall of own revenue, smoothed over two years'),
  transferGrowthNormal: parameter('1/year', 0.025,
    'Growth of transfers that the trend stands for', { source: '15', evidence: 'assumed' }),
  centralTransfers: equation('CNY bn/year', `
    transferLevel*centralTransfersStart
    *exp(transferGrowth*yearsSinceStart + (transferGrowthStart - transferGrowthNormal)*momentumPassed)
    + centralInvestmentShare*price*expectedOutput
    + equalisation*revenueShortfall
    + extraTransfers*price*expectedOutput
    + financingFromCentre`,
    'Transfers to the province', { symbol: 'TR', source: '15', outcome: true }),
  transferLevel: parameter('share', 1, 'Scale of transfers (0 in a test)', { source: '25 X6' }),
  centralChildShare: parameter('share', 0.9,
    'Part of the national child allowance that the central government pays',
    { source: '15, S44', evidence: 'official' }),
  centralChildAllowance: equation('CNY bn/year',
    'centralChildShare*min(childAllowance, standard(childAllowance))*residents0to2',
    'National child allowance paid by the central government', { source: '15, S44' }),
  centralTaxes: equation('CNY bn/year', `
    centralShareIndirect*indirectTax
    + centralShareProfit*sum(profitTax)
    + centralShareIncome*incomeTax
    + centralShareOil*oilLevy`,
    'Taxes received by the central government', { source: '15' }),
  oilDividend: equation('CNY bn/year',
    'oilDividendShare*(1 - oilLevyRate)*price*oilOutput',
    'Dividend of the oil group', { source: '10' }),
  centreReceipts: equation('CNY bn/year',
    'centralTaxes + centreDividends + oilDividend + bankDividends',
    'Receipts of the central government from the region', { source: '15' }),
  centreDividends: equation('CNY bn/year', `
    centreHolderShare*dividends[state]
    + (centreHolderShare + provinceHolderShare*(1 - stateRemittance))*excessDividend[state]`,
    'Dividends of state firms to the central government', { source: '2.2 row 27' }),
  residentPensionCentre: parameter('share', 0.5,
    'Part of resident pensions that the central government pays', { source: '15', evidence: 'assumed' }),
  centrePayments: equation('CNY bn/year', `
    price*defence
    + residentPensionCentre*residentPensionBill
    + centralChildAllowance
    + centralTransfers
    + nationalPooling
    + bankRecapitalisation`,
    'Payments of the central government to the region', { source: '15', outcome: true, region: 'sum' }),
  centreAccount: stock('CNY bn', {
    initial: '0',
    inflow: 'centreReceipts',
    outflow: 'centrePayments',
    symbol: 'CGA', source: '15',
  }, 'Account of the central government with the region: a memo item, not a forecast'),

  // financing of the policy, section 21
  outlayToFinance: equation('CNY bn/year',
    'positive(provinceOutlay)',
    'Outlay of the policy that the province has to finance in the step; a saving is not paid out', { source: '21' }),
  financingFromCentre: equation('CNY bn/year',
    'financedByCentre*outlayToFinance',
    'Extra transfer for the policy', { source: '19 Fin, 15' }),
  financingFromBonds: equation('CNY bn/year',
    'financedByBonds*outlayToFinance',
    'Extra bond quota for the policy', { source: '19 Fin, 14.4' }),
  financingFromVehicles: equation('CNY bn/year',
    'financedByVehicles*outlayToFinance',
    'Debt of LGFVs raised for the policy and passed to the budget', { source: '19 Fin' }),
  financingFromLand: equation('CNY bn/year',
    'financedByLand*outlayToFinance',
    'Extra land sold for the policy', { source: '19 Fin' }),
  financingFromCuts: equation('CNY bn/year',
    'financedByCuts*outlayToFinanceBefore',
    'Purchases cut for the policy: they follow the outlay of the step before, because they decide output of the step',
    { source: '19 Fin' }),
  outlayToFinanceBefore: delay('CNY bn/year', { of: 'outlayToFinance', initial: '0' },
    'Outlay to finance in the previous step'),

  // what budgets feel of a policy: its cost after feedback
  provinceBudget: equation('CNY bn/year',
    'provinceBalance - financingFromVehicles - financingFromLand - financingFromCuts',
    'Balance of the province without what LGFVs, land and cuts raise for the policy', { source: '21' }),
  centreBudget: equation('CNY bn/year',
    'centreReceipts - centrePayments',
    'Balance of the central government with the area', { source: '21' }),
})
