/** Public wealth and debt: net worth, the distance to distress, and what moves the debt ratio. */

import { equation, parameter, sector, stock } from '../language/declare.ts'

const source = 'docs/theory/public-debt.md'

export const publicDebt = sector('Public wealth and debt', {
  over: ['area'],
  doc:
    'What the province, its LGFVs and the pension fund own less what they owe; how far an area is from the lines at ' +
    'which a debt is no longer borne; and the debt ratio by what moves it. Land and the pension reserve are memo ' +
    'items: the balance sheet does not hold land.',
}, {
  // land that can still be sold
  landNetShare: parameter('share', { low: 0.25, central: 0.4, high: 0.6 },
    'Land revenue left to the budget after compensation and preparation of land', { source, evidence: 'assumed' }),
  landBankYears: parameter('year', { low: 4, central: 8, high: 15 },
    'Years of land sales at the pace of the start that the public sector holds', { source, evidence: 'assumed' }),
  landBankRefill: parameter('share', 0.8,
    'Share of the land sold that is replaced by newly prepared land', { source, evidence: 'assumed' }),
  landSold: equation('m2 m/year', 'landRevenue/max(landPrice, 1e-9{CNY k/m2})', 'Land sold for building', { source }),
  landBank: stock('m2 m', {
    initial: 'landBankYears*landPerFloor*homeStartsStart',
    inflow: 'landBankRefill*landSold',
    outflow: 'min(landSold, landBank/timeStep)',
    source,
  }, 'Land for building that the public sector can sell'),
  landBankValue: equation('CNY bn',
    'landNetShare*landPrice*closing(landBank)',
    'Land for building at its price, net of compensation and preparation', { source }),

  // net worth
  publicNetWorth: equation('CNY bn',
    'provinceNetWorth + landBankValue + closing(pensionReserve)',
    'Net worth of the public sector: province, LGFVs, share in state firms, land, pension reserve',
    { source, outcome: true, region: 'sum' }),
  publicNetWorthToGdp: equation('year',
    'publicNetWorth/max(nominalOutput, 1e-9{CNY bn/year})',
    'Net worth of the public sector over output', { source, outcome: true, region: 'ratio' }),
  financialNetWorth: equation('CNY bn', `
    closing(provinceDeposits)
    + closing(vehicleDeposits)
    + closing(pensionReserve)
    + closing(provinceHolderShare)*stateEquityClosing
    + landBankValue
    + closing(housePrice)*closing(publicHomes)
    - debtClosing`,
    'Public assets that can be sold less total local debt (including LGFVs)', { source, outcome: true, region: 'sum' }),
  financialNetWorthToGdp: equation('year',
    'financialNetWorth/max(nominalOutput, 1e-9{CNY bn/year})',
    'Public assets that can be sold less debt, over output', { source, outcome: true, region: 'ratio' }),

  // distance to distress
  interestLine: parameter('share', 0.12,
    'Interest over own and transferred resources at which a place must restructure its finances',
    { source, evidence: 'derived' }),
  debtLine: parameter('year', 3,
    'Debt over own and transferred resources from which a place is in the highest class of debt risk',
    { source, evidence: 'secondary' }),
  cashLine: parameter('year', 0.06,
    'Unpaid bills and advances over output at which cash is gone', { source, evidence: 'assumed' }),
  distressBlend: parameter('share', 0.1, 'Room within which two lines count together', { source, evidence: 'assumed' }),
  regularResources: equation('CNY bn/year',
    'ownResources + centralTransfers - rescueTransfers - positive(financingFromCentre - taxRelief)',
    'Own and transferred resources, without help of the centre when cash is gone and its money for spending of the ' +
      'policy; what makes up for tax relief counts',
    { source }),
  interestHeadroom: equation('share',
    '1 - augmentedInterest/max(interestLine*regularResources, 1e-9{CNY bn/year})',
    'Room to the line at which interest takes an eighth of own and transferred resources; 1 is no interest, 0 the line',
    { source }),
  debtHeadroom: equation('share',
    '1 - debtClosing/max(debtLine*regularResources, 1e-9{CNY bn})',
    'Room to the line at which debt is three times own and transferred resources; 1 is no debt, 0 the line',
    { source }),
  cashHeadroom: equation('share',
    '1 - (closing(arrears) + closing(advances))/max(cashLine*nominalOutput, 1e-9{CNY bn})',
    'Room to the line at which unpaid bills and advances reach 6 % of output; 1 is none, 0 the line', { source }),
  leastHeadroom: equation('share',
    'min(interestHeadroom, debtHeadroom, cashHeadroom)',
    'Least of the rooms to the lines of interest, debt and cash', { source }),
  distressDistance: equation('share', `
    leastHeadroom
    - distressBlend
      *ln(
        exp((leastHeadroom - interestHeadroom)/distressBlend)
        + exp((leastHeadroom - debtHeadroom)/distressBlend)
        + exp((leastHeadroom - cashHeadroom)/distressBlend)
      )`,
    'Distance to distress: a smooth minimum of the rooms to the lines of interest, debt and cash; 0 or less is ' +
      'distress',
    { source, outcome: true, region: { mean: 'nominalOutput' } }),

  // what moves the debt ratio, in points of output a year; the parts add up exactly
  primaryBalance: equation('CNY bn/year', `
    provinceBalance + cleanUp + bondInterest + advanceInterest + userFees + vehicleSupport + vehicleDepositInterest
    - financingFromVehicles - vehicleInvestmentNominal`,
    'Receipts less payments of the province and its LGFVs together, without interest on debt',
    { source, outcome: true, region: 'sum' }),
  debtRatioChange: equation('share',
    '(debtToGdp - debtRatioBefore)/timeStep',
    'Yearly change of the ratio of total local debt to output', { source }),
  debtFromInterest: equation('share',
    'augmentedInterest/max(nominalOutput, 1e-9{CNY bn/year})',
    'Change of the debt ratio through interest', { source, outcome: true, region: { mean: 'nominalOutput' } }),
  debtFromGrowth: equation('share',
    '-debtRatioBefore*(1 - outputBefore/max(output, 1e-9{CNY bn/year}))/timeStep',
    'Change of the debt ratio through real growth', { source, outcome: true }),
  debtFromInflation: equation('share', `
    -debtRatioBefore
    *(outputBefore/max(output, 1e-9{CNY bn/year}) - nominalOutputBefore/max(nominalOutput, 1e-9{CNY bn/year}))
    /timeStep`,
    'Change of the debt ratio through the rise of prices', { source, outcome: true }),
  debtFromPrimaryBalance: equation('share',
    '-primaryBalance/max(nominalOutput, 1e-9{CNY bn/year})',
    'Change of the debt ratio through the primary balance',
    { source, outcome: true, region: { mean: 'nominalOutput' } }),
  debtStabilisingGap: equation('share',
    'debtFromInterest + debtFromGrowth + debtFromInflation + debtFromPrimaryBalance',
    'Primary balance that would hold the debt ratio, less the actual one, of output', { source: '20.1' }),
  debtFromCash: equation('share',
    '(change(provinceDeposits) + change(vehicleDeposits))/timeStep/max(nominalOutput, 1e-9{CNY bn/year})',
    'Change of the debt ratio through cash put by', { source, region: { mean: 'nominalOutput' } }),
  debtFromEquitySales: equation('share',
    '-equitySale/max(nominalOutput, 1e-9{CNY bn/year})',
    'Change of the debt ratio through sales of state equity', { source, region: { mean: 'nominalOutput' } }),
  debtFromWriteOffs: equation('share',
    '-vehicleWriteOff/max(nominalOutput, 1e-9{CNY bn/year})',
    'Change of the debt ratio through write-offs of LGFV debt', { source, region: { mean: 'nominalOutput' } }),
  debtFromOther: equation('share',
    'debtFromCash + debtFromEquitySales + debtFromWriteOffs',
    'Change of the debt ratio through cash, sales of equity and write-offs; a swap moves debt and leaves the ratio',
    { source, outcome: true, region: { mean: 'nominalOutput' } }),
})
