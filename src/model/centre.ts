/** The central government's account with the region. */

import { delay, equation, parameter, sector, smooth, stock } from '../language/declare.ts'

export const centre = sector('Central government', {
  over: ['area'],
  doc:
    'The account of the central government with the region: its share of taxes against transfers, pension pooling, ' +
    'child allowances and defence. A policy package is financed here too: by the central government, bonds, LGFVs, ' +
    'land or cuts of purchases.',
}, {
  // the pool of transfers of the nation
  poolElasticity: parameter('share', { low: 0.5, central: 0.85, high: 1.05 },
    'Growth of the national pool of transfers per point of growth of national output at current prices',
    { source: 'docs/theory/transfers.md', evidence: 'derived' }),
  poolElasticityFrom: parameter('year', 2026,
    'Time from which the pool follows national output by its elasticity; before, its path is known',
    { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  poolDrift: stock('share', {
    over: [],
    initial: '0',
    inflow:
      'if(time >= poolElasticityFrom, (poolElasticity - 1)*(nationalGrowthRate + nationalInflationRate), 0{1/year})',
    source: 'docs/theory/transfers.md', negative: 'A logarithm: the pool may grow more slowly than national output.',
  }, 'Growth (log) of the pool of transfers beyond that of national output since its path ends'),
  transferPool: equation('index',
    'nationalTransferPool*nationalOutput*nationalPrice*exp(poolDrift)',
    'National pool of transfers, level of the start = 1',
    { over: [], source: 'docs/theory/transfers.md', outcome: true }),

  // the share of the area in it: need less capacity
  needFromAgeing: parameter('share', { low: 0.4, central: 0.8, high: 1.5 },
    'Standard spending on a person of 65 and over, beyond that on others',
    { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  nationalNeed: equation('index',
    'nationalResidents*(1 + needFromAgeing*nationalShare65)/(1 + needFromAgeing*nationalShare65Start)',
    'People of the nation weighted by age as spending standards weigh them, start = 1',
    { over: [], source: 'docs/theory/transfers.md' }),
  fiscalNeed: equation('index',
    '(residentsTotal + needFromAgeing*residents65)/(populationStart*(1 + needFromAgeing*share65Start))/nationalNeed',
    'People weighted by age as spending standards weigh them, relative to the nation, start = 1',
    { source: 'docs/theory/transfers.md' }),
  fiscalCapacity: equation('index',
    '(ownRevenue + taxRelief)/ownRevenueStart/(nationalOutput*nationalPrice*nationalLocalRevenue)',
    'Own revenue before relief, relative to that of all provinces, start = 1', { source: 'docs/theory/transfers.md' }),
  fiscalGap: equation('share', `
    if(
      centralTransfersStart > 0{CNY bn/year},
      (1 + ownRevenueStart/max(centralTransfersStart, 1e-9{CNY bn/year}))*(fiscalNeed - 1)
      - ownRevenueStart/max(centralTransfersStart, 1e-9{CNY bn/year})*(fiscalCapacity - 1),
      0
    )`,
    'Rise of need over capacity since the start, of the transfers of the start',
    { source: 'docs/theory/transfers.md', outcome: true }),
  equalisationShare: parameter('share', { low: 0.02, central: 0.1, high: 0.22 },
    'Share of the gap of need over capacity that transfers fill',
    { source: 'docs/theory/transfers.md', evidence: 'derived' }),
  equalisationYears: parameter('year', 3,
    'Years over which transfers follow the gap', { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  equalisationFelt: smooth('share', {
    of: 'equalisationShare*fiscalGap',
    years: 'equalisationYears',
    initial: '0',
    source: 'docs/theory/transfers.md',
  }, 'Rise of transfers through equalisation'),
  transferShareTrend: parameter('1/year', { low: -0.008, central: -0.002, high: 0.004 },
    'Yearly drift of the share of the area in the pool, beyond the formula',
    { source: 'docs/theory/transfers.md', evidence: 'derived' }),
  formulaTransfers: equation('CNY bn/year',
    'centralTransfersStart*transferPool*positive(1 + equalisationFelt)*exp(transferShareTrend*yearsSinceStart)',
    'Transfers by the formula: a share of the national pool that follows need less capacity',
    { source: 'docs/theory/transfers.md', outcome: true }),
  outputShareWeight: parameter('share', 0,
    'Weight of a constant share of the output of the area in transfers, in place of the formula',
    { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  outputShareTransfers: equation('CNY bn/year',
    'centralTransfersStart*nominalOutputBefore/gdpStart',
    'Transfers at the share of the output of the area that they had at the start',
    { source: 'docs/theory/transfers.md' }),
  rescueShare: parameter('1/year', { low: 0.1, central: 0.3, high: 0.6 },
    'Share of unpaid bills and bank advances beyond the normal that the central government meets in a year',
    { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  rescueTransfers: equation('CNY bn/year',
    'rescueShare*positive(arrears + advances - arrearsStart*nominalOutputBefore/gdpStart)',
    'Help of the central government when bills stay unpaid',
    { source: 'docs/theory/transfers.md', outcome: true, region: 'sum' }),
  centralTransfers: equation('CNY bn/year', `
    transferLevel*((1 - outputShareWeight)*formulaTransfers + outputShareWeight*outputShareTransfers)
    + rescueTransfers
    + centralInvestmentShare*price*expectedOutput
    + extraTransfers*price*expectedOutput
    + financingFromCentre`,
    'Transfers to the province', { symbol: 'TR', source: '15, docs/theory/transfers.md', outcome: true }),
  transferLevel: parameter('share', 1, 'Scale of transfers (0 in a test)', { source: '25 X6' }),
  centralChildShare: parameter('share', 0.9,
    'Share of the national child allowance that the central government pays',
    { source: '15, S44', evidence: 'official' }),
  centralChildAllowance: equation('CNY bn/year',
    'centralChildShare*min(childAllowance, standard(childAllowance))*residents0to2',
    'National child allowance paid by the central government', { source: '15, S44' }),
  centralTaxes: equation('CNY bn/year', `
    centralShareIndirect*indirectTax
    - indirectTaxShift
    + centralShareProfit*sum(profitTax)
    + centralShareIncome*incomeTax
    + centralShareOil*oilLevy`,
    'Taxes received by the central government', { source: '15' }),
  oilDividend: equation('CNY bn/year',
    'oilDividendShare*(1 - oilLevyRate)*oilValueAdded',
    'Dividend of the oil group', { source: '10' }),
  centreReceipts: equation('CNY bn/year',
    'centralTaxes + centreDividends + oilDividend + bankDividends',
    'Receipts of the central government from the region', { source: '15' }),
  centreDividends: equation('CNY bn/year', `
    centreHolderShare*dividends[state]
    + (centreHolderShare + provinceHolderShare*(1 - stateRemittance))*excessDividend[state]`,
    'Dividends of state firms to the central government', { source: '2.2 row 27' }),
  centrePayments: equation('CNY bn/year', `
    price*defence
    + (1 - residentPensionProvince)*residentPensionBill
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
    negative: 'Cumulative receipts of the central government from the area less its payments: a net position.',
  }, 'Account of the central government with the region: a memo item, not a forecast'),

  // financing of the policy, section 21
  outlayToFinance: equation('CNY bn/year',
    'positive(provinceOutlay + (1 - pooledShare)*pensionFundOutlay)',
    'Outlay of the policy that the province has to finance in the step, with the part of higher pensions that ' +
      'national pooling leaves to its subsidy; a saving is not paid out',
    { source: '21' }),
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
  financedOutlay: equation('CNY bn/year',
    'financingFromCentre + financingFromBonds + financingFromVehicles + financingFromLand + financingFromCuts',
    'Outlay of the policy that has financing of its own; the rest crowds out other spending', { source: '21' }),
  outlayToFinanceBefore: delay('CNY bn/year', { of: 'outlayToFinance', initial: '0' },
    'Outlay to finance in the previous step'),

  // what budgets feel of a policy: its cost after feedback
  provinceBudget: equation('CNY bn/year',
    'provinceBalance - financingFromVehicles - financingFromLand - financingFromCuts',
    'Balance of the province excluding policy financing by LGFVs, land and cuts', { source: '21' }),
  centreBudget: equation('CNY bn/year',
    'centreReceipts - centrePayments',
    'Balance of the central government with the area', { source: '21' }),
})
