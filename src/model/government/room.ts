/** The room that cash, unpaid bills, debt and resources of the budget leave to planned spending. */

import { base, delay, equation, parameter, part, smooth, trial } from '../../language/declare.ts'

export const budgetRoom = part({
  // pressure
  cashTargetYears: parameter('year', 0.125,
    'Cash that the province aims to hold, in years of spending: six weeks', { source: '14.2', evidence: 'assumed' }),
  cashTarget: equation('CNY bn', `
    cashTargetYears
    *(
      price*(purchasesReal + publicInvestmentReal + cultureInvestment)
      + publicWages
      + pensionSubsidy
      + healthReimbursements
    )`,
    'Cash of one and a half months of spending', { symbol: 'Dg_t', source: '14.2' }),
  cashTargetBefore: delay('CNY bn', { of: 'cashTarget', initial: 'cashTargetYears*spendingCountedStart' },
    'Cash target in the previous step'),
  cashPressure: equation('share',
    'clip((cashTargetBefore - provinceDeposits)/max(cashTargetBefore, 1e-9{CNY bn}), 0, 1)',
    'Cash pressure: 0 none, 1 no cash left', { symbol: 'cp', source: '14.2', outcome: true }),
  nominalOutputBefore: delay('CNY bn/year', { of: 'nominalOutput', initial: 'gdpStart', region: 'sum' },
    'Gross regional product at current prices in the previous step'),
  arrearsFull: parameter('year', 0.06,
    'Rise of unpaid bills, in years of output, at which their pressure on spending is full',
    { source: '14.2', evidence: 'assumed' }),
  arrearsPressure: equation('share', `
    clip(
      (arrears + advances - arrearsStart*nominalOutputBefore/gdpStart)
      /max(arrearsFull*nominalOutputBefore, 1e-9{CNY bn}),
      0,
      1
    )`,
    'Pressure of unpaid bills and bank advances: 0 none, 1 full', { symbol: 'sq', source: '14.2' }),
  debtBrakeSlope: parameter('1/year', 0.4,
    'Cut of spending per unit of debt ratio above the limit', { symbol: 'kb', source: '29.3', evidence: 'assumed' }),
  augmentedDebt: equation('CNY bn',
    'provincialBonds + vehicleDebt + arrears + advances',
    'Total local debt (including LGFVs) at the opening of the step: bonds, LGFV debt, unpaid bills, advances',
    { symbol: 'Debt_aug', source: '14.6' }),
  debtRatioBefore: equation('year',
    'augmentedDebt/max(nominalOutputBefore, 1e-9{CNY bn/year})',
    'Total local debt (including LGFVs) over output in the previous step',
    { symbol: 'd', source: '14.2', region: 'ratio' }),
  debtRatioStart: base('year',
    '(provincialBondsStart + vehicleDebtStart*vehicleDebtFactor + arrearsStart)/gdpStart',
    'Total local debt (including LGFVs) over output at the start', { symbol: 'd_0', source: '14.2' }),
  debtBrakeRoom: parameter('year', 0.1,
    'Rise of the debt ratio above the start before spending is cut', { source: '14.2, E19', evidence: 'assumed' }),
  debtBrakeLeast: parameter('share', 0.5,
    'Lowest effect of the debt brake on spending', { source: '14.2, E19', evidence: 'assumed' }),
  debtBrake: equation('share',
    'clip(1 - debtBrakeSlope*positive(debtRatioBefore - debtRatioStart - debtBrakeRoom), debtBrakeLeast, 1)',
    'Factor on spending through the debt ratio', { symbol: 'brake', source: '14.2, E19' }),

  // room in the budget
  quotaFromDebt: parameter('1/year', { low: 0, central: 0.5, high: 1.5 },
    'Loss of bond quota (log) per unit of bonds over output beyond the start',
    { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  quotaUse: parameter('share', { low: 0.8, central: 0.93, high: 1, most: 1 },
    'Share of the bond quota that is issued whatever the need',
    { source: 'docs/theory/transfers.md', evidence: 'derived' }),
  quotaRule: equation('CNY bn/year', `
    bondQuotaByArea*nationalBondQuota*nominalOutputBefore
    *exp(
      -(1 - quotasKnown)*quotaFromDebt
      *(provincialBonds/max(nominalOutputBefore, 1e-9{CNY bn/year}) - provincialBondsStart/gdpStart)
    )`,
    'Output that bond quotas are measured on: less for provinces whose bonds rose',
    { source: 'docs/theory/transfers.md' }),
  plannedBorrowing: equation('CNY bn/year',
    '(quotasKnown + (1 - quotasKnown)*quotaUse)*(1 - quotaUnused)*bondQuotaShare*quotaRule',
    'Deficit that the budget plans: the part of the quota that is issued as a rule',
    { source: 'docs/theory/transfers.md' }),
  landBudgetYears: parameter('year', 3,
    'Years of land revenue that budgets count on', { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  landForBudget: smooth('CNY bn/year', {
    of: 'landRevenue - financingFromLand',
    years: 'landBudgetYears',
    initial: 'landRevenueStart',
    source: 'docs/theory/transfers.md',
  }, 'Land revenue that budgets count on: that of the last years'),
  fiscalResources: equation('CNY bn/year', `
    ownRevenue
    + otherInsurance
    + landNetShare*landForBudget
    + provinceDividends
    + provinceDepositInterest
    + centralTransfers
    - financingFromCentre
    - rescueTransfers
    - centralInvestmentShare*price*expectedOutput`,
    'Resources of the province without money for the policy, rescue and earmarked investment',
    { source: 'docs/theory/transfers.md' }),
  committedSpending: equation('CNY bn/year', `
    publicWages
    + provinceEmployerContributions
    + provinceBenefitPayments
    + severance
    + sum(robotSubsidies)
    + interestSubsidy
    + pensionSubsidy
    + (vehicleSupport - vehicleLandIncome)
    + publicPurchaseCost
    + firmDebtAssumed
    + cleanUp
    + bondInterest
    + advanceInterest
    + price*(cultureInvestment + programmes + publicInvestment*expectedOutput)
    - financedOutlay`,
    'Spending that law, debt or policy fix, less the outlay that has financing of its own',
    { source: 'docs/theory/transfers.md' }),
  discretionaryPlan: equation('CNY bn/year',
    'price*(basicPurchases + publicInvestmentShareStart*expectedOutput)',
    'Basic purchases and public investment as planned', { source: 'docs/theory/transfers.md' }),
  cashRebuildYears: parameter('year', 3,
    'Years in which budgets rebuild cash that is below its target',
    { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  cashSpare: parameter('share', 2,
    'Cash beyond which budgets spend it, of its target', { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  cashSpendYears: parameter('year', 5,
    'Years in which budgets spend cash beyond that', { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  fiscalRoomNow: equation('CNY bn/year', `
    fiscalResources
    + plannedBorrowing
    - committedSpending
    - positive(cashTargetBefore - provinceDeposits)/cashRebuildYears
    + positive(provinceDeposits - cashSpare*cashTargetBefore)/cashSpendYears`,
    'Resources and planned borrowing less committed spending, with cash rebuilt or spent',
    { source: 'docs/theory/transfers.md', outcome: true }),
  roomRatioTrial: equation('share', `
    (fiscalRoomNow - plannedBorrowing + deficitShareStart*nominalOutputBefore)
    /max(discretionaryPlan, 1e-9{CNY bn/year})`,
    'Room over the plan with the deficit of the start', { source: 'docs/theory/transfers.md' }),
  roomRatioFirst: trial('share', { of: 'roomRatioTrial', start: '1', source: 'docs/theory/transfers.md' },
    'Fiscal room beyond the plan in the first step, not explained by the initial figures'),
  roomRatioNow: equation('share',
    'fiscalRoomNow/max(discretionaryPlan, 1e-9{CNY bn/year})',
    'Room over the plan', { source: 'docs/theory/transfers.md' }),
  roomYears: parameter('year', 0.55,
    'Years over which spending follows room', { source: 'docs/theory/transfers.md', evidence: 'derived' }),
  roomRatio: smooth('share', {
    of: 'roomRatioNow - roomRatioFirst',
    years: 'roomYears',
    initial: '0',
    source: 'docs/theory/transfers.md',
  }, 'Room beyond that of the start, over the plan'),
  roomFloor: parameter('share', 0.7,
    'Cut of the plan that a lack of room nears and never passes',
    { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  roomEffect: equation('share',
    'if(roomRatio > 0, roomRatio, roomFloor*(exp(roomRatio/roomFloor) - 1))',
    'Room that spending follows: all of a gain; cuts meet a floor smoothly',
    { source: 'docs/theory/transfers.md', outcome: true }),
  spendingFromRoom: parameter('share', { low: 0.7, central: 0.9, high: 1.05 },
    'Share of additional room that is spent', { source: 'docs/theory/transfers.md', evidence: 'derived' }),
  investmentBias: parameter('share', { low: 0.8, central: 1.2, high: 1.6 },
    'Response of public investment to room, relative to that of all discretionary spending',
    { source: 'S21, docs/theory/transfers.md', evidence: 'assumed' }),
  spendingLeast: parameter('share', 0.2,
    'Lowest spending, of its plan, however little room there is',
    { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  investmentFactor: equation('share',
    'max(1 + investmentBias*spendingFromRoom*roomEffect, spendingLeast)',
    'Public investment over its plan', { source: 'docs/theory/transfers.md' }),
  purchasesFactor: equation('share', `
    max(
      1
      + spendingFromRoom*(discretionaryPlan - investmentBias*price*publicInvestmentShareStart*expectedOutput)
        /max(price*basicPurchases, 1e-9{CNY bn/year})*roomEffect,
      spendingLeast
    )`,
    'Basic purchases over their plan', { source: 'docs/theory/transfers.md' }),
})
