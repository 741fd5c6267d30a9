/** Financing of the deficit: bonds, cash, unpaid bills, advances of banks; and the debt that results. */

import { equation, parameter, part, stock } from '../../language/declare.ts'

export const budgetFinancing = part({
  arrearsYears: parameter('year', 2,
    'Years in which unpaid bills are paid off without cash pressure', { source: '14.4', evidence: 'assumed' }),
  arrearsFromPressure: parameter('share', 2,
    'Response of the payment of unpaid bills to cash pressure', { source: '14.4', evidence: 'assumed' }),
  arrearsRepaid: equation('CNY bn/year',
    'arrears/arrearsYears*clip(1 - arrearsFromPressure*cashPressure, 0, 1)',
    'Unpaid bills settled', { symbol: 'AR_rep', source: '14.4' }),
  bondQuota: equation('CNY bn/year',
    'bondQuotaShare*quotaRule + financingFromBonds',
    'Bonds the province may issue', { symbol: 'Quota', source: '14.4' }),
  cashAmple: parameter('share', 3,
    'Cash at which the province issues no bond that it does not need, of its target',
    { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  equitySaleSpent: parameter('share', { low: 0, central: 0.3, high: 0.5, most: 1 },
    'Share of what state equity sold beyond the standard pace brings that the budget spends; the rest repays bonds',
    { source: 'docs/theory/public-debt.md', evidence: 'assumed' }),
  bondsRedeemed: equation('CNY bn/year', `
    min(
      (1 - equitySaleSpent)*positive(provinceSale*beyondStandard(mixedOwnershipPace))*positive(stateEquity)
      *provinceHolderShare,
      bondsMaturing
    )`,
    'Bonds that fall due and are repaid from sales of state equity beyond the standard pace',
    { source: 'docs/theory/public-debt.md', outcome: true }),
  bondIssue: equation('CNY bn/year', `
    bondRenewal
    *clip(
      max(
        -provinceBalance - (equitySale - bondsRedeemed) + arrearsRepaid + (cashTarget - provinceDeposits)/1{year},
        plannedBorrowing*clip(cashAmple - provinceDeposits/max(cashTarget, 1e-9{CNY bn}), 0, 1)
      ),
      0,
      positive(bondQuota)
    )
    - max(bondsRedeemed, (1 - bondRenewal)*bondsMaturing)`,
    'Bonds issued beyond those that fall due, without the debt swap',
    { source: '14.4, docs/theory/transfers.md', outcome: true }),
  cashBeforeHelp: equation('CNY bn',
    'provinceDeposits + timeStep*(provinceBalance + equitySale + bondIssue - arrearsRepaid)',
    'Cash before new arrears and advances', { source: '14.4' }),
  cashLeast: parameter('share', 0.25,
    'Cash below which the province delays payments, of its target', { source: '14.4', evidence: 'assumed' }),
  cashShortfall: equation('CNY bn/year',
    'positive(cashLeast*cashTarget - cashBeforeHelp)/timeStep',
    'Cash missing to a quarter of the cash target', { source: '14.4' }),
  newArrearsMost: parameter('share', 0.15,
    'Highest part of purchases left unpaid', { source: '14.4, 29.3', evidence: 'assumed' }),
  newArrears: equation('CNY bn/year',
    'min(cashShortfall, newArrearsMost*price*purchasesReal)',
    'New unpaid bills', { symbol: 'ar_max', source: '14.4, 29.3' }),
  newAdvances: equation('CNY bn/year', 'cashShortfall - newArrears', 'New advances of banks', { source: '14.4' }),
  advancesRepaidShare: parameter('1/year', 2,
    'Share of spare cash used to repay advances in a year: half of it in a quarter',
    { source: '14.4', evidence: 'assumed' }),
  advancesRepaid: equation('CNY bn/year',
    'min(advances/timeStep, advancesRepaidShare*positive(cashBeforeHelp - cashTarget))',
    'Advances repaid from cash above target', { source: '14.4' }),
  provinceDeposits: stock('CNY bn', {
    initial: 'provinceDepositsStart',
    inflow: 'provinceBalance + equitySale + bondIssue + newArrears + newAdvances',
    outflow: 'arrearsRepaid + advancesRepaid',
    symbol: 'Dg', source: '14.4',
  }, 'Deposits of the province'),
  arrears: stock('CNY bn', {
    initial: 'arrearsStart',
    inflow: 'newArrears',
    outflow: 'arrearsRepaid',
    symbol: 'AR', source: '14.4',
  }, 'Unpaid bills of the province'),
  advances: stock('CNY bn', {
    initial: '0',
    inflow: 'newAdvances',
    outflow: 'advancesRepaid',
    symbol: 'Adv', source: '14.4',
  }, 'Advances of banks to the province'),
  bankShareOfBonds: parameter('share', 0.85,
    'Share of bonds bought by banks', { symbol: 'bB', source: '29.3', evidence: 'assumed' }),
  provincialBonds: stock('CNY bn', {
    initial: 'provincialBondsStart',
    inflow: 'bondIssue + debtSwap',
    symbol: 'Bg', source: '14.4',
    note:
      'Banks hold a constant share, of swapped debt too: the reference run shows it (NEA), against the text on the ' +
      'same holders.',
  }, 'Bonds of the province'),
  bondSpread: parameter('1/year', 0.003,
    'Interest of new bonds of the province above the national rate', { source: '14.5', evidence: 'assumed' }),
  bondSpreadSlope: parameter('1/year', 0.002,
    'Rise of that spread with each year of output of debt', { source: '14.5', evidence: 'assumed' }),
  bondSpreadFrom: parameter('year', 0.5,
    'Bonds over output from which the spread rises', { source: '14.5', evidence: 'assumed' }),
  bondRateNew: equation('1/year', `
    bondRateNow
    + interestLevel
      *(
        bondSpread
        + bondSpreadSlope*positive(provincialBonds/max(nominalOutput, 1e-9{CNY bn/year}) - bondSpreadFrom)/1{year}
        + contagionToBonds*spreadFromContagion*contagion
      )`,
    'Rate of new bonds', { symbol: 'rB_new', source: '14.5' }),
  bondStockRate: stock('1/year', {
    initial: 'bondStockRateStart*interestLevel',
    inflow: '(bondRateNew - bondStockRate)*clip(bondsSold/max(provincialBonds, 1e-9{CNY bn}), 0, 1{1/year})',
    symbol: 'rB', source: '14.5',
  }, 'Average rate of bonds'),

  // indicators
  debtClosing: equation('CNY bn',
    'closing(provincialBonds) + closing(vehicleDebt) + closing(arrears) + closing(advances)',
    'Total local debt (including LGFVs) at the end of the step: bonds, LGFV debt, unpaid bills, advances',
    { symbol: 'Debt_aug', region: { as: 'regionDebt', by: 'sum', outcome: true } }),
  debtToGdp: equation('year',
    'debtClosing/max(nominalOutput, 1e-9{CNY bn/year})',
    'Total local debt (including LGFVs) over output', { source: '14.6', outcome: true, region: 'ratio' }),
  ownResources: equation('CNY bn/year',
    'ownRevenue + landRevenue + provinceDividends',
    'Own resources', { symbol: 'OwnRes', source: '14.6' }),
  augmentedInterest: equation('CNY bn/year',
    'bondInterest + vehicleInterest + advanceInterest',
    'Interest on total local debt (including LGFVs)', { symbol: 'IntAug', source: '14.6' }),
  interestBurden: equation('share',
    'augmentedInterest/max(ownResources + centralTransfers, 1e-9{CNY bn/year})',
    'Interest over own and transferred resources', { source: '20.1', outcome: true, region: 'ratio' }),
  landRevenueShare: equation('share',
    'landRevenue/max(ownRevenue + landRevenue, 1e-9{CNY bn/year})',
    'Share of land revenue in own resources', { outcome: true }),
})
