/** Spending of the province: purchases, investment, benefits, subsidies, interest, and the balance. */

import { base, datum, equation, parameter, part } from '../../language/declare.ts'

export const budgetSpending = part({
  purchasesGrowth: parameter('1/year', { low: 0.01, central: 0.02, high: 0.03 },
    'Real growth of basic purchases', { symbol: 'gG', source: '29.3', evidence: 'assumed', sampled: false }),
  purchasesFromAgeing: parameter('share', 0.8,
    'Response of purchases to the share of the old', { symbol: 'h65', source: '29.3', evidence: 'assumed' }),
  share65Start: base('share',
    'sum(startPopulation[65..])/populationStart',
    'Share of residents of 65 and over at the start'),
  share65: equation('share',
    'residents65/max(residentsTotal, 1e-9{person m})',
    'Share of residents of 65 and over', { outcome: true, region: 'ratio' }),
  purchasesGrowthStart: datum('1/year',
    'Real growth of public purchases before the start', { source: 'docs/theory/changes.md' }),
  purchasesMomentumYears: parameter('year', { low: 2.5, central: 5, high: 10 },
    'Years over which growth of purchases that differed from normal fades after the start',
    { source: 'docs/theory/changes.md', evidence: 'derived', sampled: false }),
  purchasesMomentumPassed: equation('year',
    'purchasesMomentumYears*(1 - exp(-yearsSinceStart/purchasesMomentumYears))',
    'Years of full growth of purchases before the start that have passed since then',
    { over: [], source: 'docs/theory/changes.md' }),
  purchasesGrowthNormal: parameter('1/year', 0.02,
    'Growth of purchases that the trend stands for', { source: '14.2', evidence: 'assumed' }),
  basicPurchases: equation('CNY bn/year', `
    basicPurchasesStart
    *exp(purchasesGrowth*yearsSinceStart + (purchasesGrowthStart - purchasesGrowthNormal)*purchasesMomentumPassed)
    *sqrt(residentsTotal/populationStart)*(1 + purchasesFromAgeing*(share65 - share65Start))`,
    'Basic purchases before cuts, prices of the start', { symbol: 'Gm_b', source: '14.2' }),
  childcarePlaceCost: parameter('CNY k/person/year', 25,
    'Cost of a childcare place', { source: '14.2', evidence: 'assumed' }),
  arrivalGrantUptake: parameter('1/year', 0.012,
    'Residents of 20-39 who are paid an arrival grant in a year', { source: '14.2', evidence: 'assumed' }),
  businessReformCost: parameter('share', 0.0003,
    'Running cost of a full reform of the business environment, of output', { source: '14.2', evidence: 'assumed' }),
  projectSelectionCost: parameter('share', 0.0002,
    'Running cost of project selection, of output', { source: '14.2', evidence: 'assumed' }),
  cultureInvestmentPart: parameter('share', 0.5,
    'Share of the culture programme that is invested; the rest is purchases', { source: '14.2', evidence: 'assumed' }),

  programmes: equation('CNY bn/year', `
    (
      standard(portProgramme) + standard(exportDiversification) + standard(airAbatement) + standard(farmModernisation)
      + standard(vocationalProgramme)
    )*expectedOutput
    + (
      portProgrammeOutlay
      + exportDiversificationOutlay
      + airAbatementOutlay
      + farmModernisationOutlay
      + vocationalProgrammeOutlay
      + businessReformOutlay
      + investmentQualityOutlay
      + (1 - cultureInvestmentPart)*cultureProgrammeOutlay
      + childcarePlacesOutlay
      + arrivalGrantOutlay
    )/price`,
    'Programmes, prices of the start', { symbol: 'prog', source: '14.2' }),
  purchasesCut: parameter('share', 0.1,
    'Cut of purchases at full cash pressure', { symbol: 'cut_m', source: '29.3', evidence: 'assumed' }),
  investmentCut: parameter('share', 0.4,
    'Cut of investment at full cash pressure', { symbol: 'cut_i', source: '29.3', evidence: 'assumed' }),
  purchasesArrearsCut: parameter('share', 0.25,
    'Cut of purchases at full pressure of unpaid bills', { source: '14.2', evidence: 'assumed' }),
  purchasesReal: equation('CNY bn/year', `
    positive(
      basicPurchases*purchasesFactor*debtBrake*(1 - purchasesCut*cashPressure)
      *(1 - purchasesArrearsCut*arrearsPressure)
      + programmes
      - financingFromCuts/price
    )`,
    'Public purchases, prices of the start', { symbol: 'Gm', source: '14.2' }),
  investmentArrearsCut: parameter('share', 0.6,
    'Cut of public investment at full pressure of unpaid bills', { source: '14.2', evidence: 'assumed' }),
  publicInvestmentReal: equation('CNY bn/year', `
    positive(
      (
        publicInvestmentShareStart*investmentFactor*debtBrake*(1 - investmentCut*cashPressure)
        *(1 - investmentArrearsCut*arrearsPressure)
        + publicInvestment
        + centralInvestmentShare
      )*expectedOutput
    )`,
    'Public investment, prices of the start', { symbol: 'Ig', source: '14.2', outcome: true }),
  unemploymentBenefits: equation('CNY bn/year',
    'benefitCoverage*benefitReplacement*wage*unemployedBefore',
    'Unemployment benefits', { source: '8.1' }),
  healthCostPerHead: base('CNY k/person/year',
    'healthCostStart/sum(healthWeight*spendingHeadsStart)',
    'Medical spending per weighted head at the start', { symbol: 'hc0', source: '14.2' }),
  healthCostGrowth: parameter('1/year', 0.03,
    'Real growth of medical spending per head', { symbol: 'g_hc', source: '29.3', evidence: 'assumed' }),
  healthCost: equation('CNY bn/year',
    'healthCostPerHead*price*exp(healthCostGrowth*yearsSinceStart)*sum(healthHeads)',
    'Medical spending', { symbol: 'Hcost', source: '14.2' }),
  healthReimbursements: equation('CNY bn/year',
    '(healthReimbursed + healthReimbursement)*healthCost',
    'Medical spending reimbursed', { source: '14.2' }),
  directPayments: equation('CNY bn/year',
    'directPayment*0.001{CNY k/CNY}*residentsTotal',
    'Direct payments to residents', { source: '19 L16' }),
  vouchers: equation('CNY bn/year',
    'voucherProgramme*price*expectedOutput',
    'Consumption vouchers', { source: '19 L17' }),
  childAllowanceBill: equation('CNY bn/year', 'childAllowance*childrenCovered', 'Child allowances', { source: '15' }),
  robotSubsidies: equation('CNY bn/year',
    'robotSubsidy*price*automationInvestment',
    'Subsidies on robots', { over: ['area', 'firm'], source: '19 L3' }),
  directedInterestShare: parameter('share', 0.1,
    'Interest subsidy on directed investment, of its amount', { source: '14.4', evidence: 'assumed' }),
  interestSubsidy: equation('CNY bn/year',
    'directedInterestShare*price*directedInvestment*expectedOutput',
    'Interest subsidy on directed investment, to state firms', { source: '14.4' }),
  firmDebtAssumedMost: parameter('1/year', 0.5,
    'Maximum share of bank debt of state firms taken over in a year',
    { source: 'docs/theory/chains.md', evidence: 'assumed' }),
  firmDebtAssumed: equation('CNY bn/year',
    'min(debtAssumption*price*expectedOutput, firmDebtAssumedMost*firmLoans[state])',
    'Bank debt of state firms that the budget takes over and repays', { source: 'docs/theory/chains.md' }),
  cleanUpMost: parameter('1/year', 0.5,
    'Maximum share of LGFV debt paid back from the budget in a year', { source: '14.5', evidence: 'assumed' }),
  cleanUp: equation('CNY bn/year',
    'min(cleanUpProgramme*price*expectedOutput, cleanUpMost*vehicleDebt)',
    'Debt of LGFVs paid back from the budget', { source: '14.5' }),
  provinceEmployerContributions: equation('CNY bn/year',
    'employerRate*publicWages',
    'Employer contributions of the province for its staff', { source: '2.2 row 11' }),
  bondInterest: equation('CNY bn/year', 'bondStockRate*provincialBonds', 'Interest on bonds', { source: '14.5' }),
  advanceRate: parameter('1/year', 0.05,
    'Interest on bank advances to the province', { source: '29.3', evidence: 'assumed' }),
  advanceInterest: equation('CNY bn/year',
    'advanceRate*interestLevel*advances',
    'Interest on bank advances', { symbol: 'rA', source: '29.3' }),
  provinceReceipts: equation('CNY bn/year', `
    ownRevenue + otherInsurance + landRevenue + provinceDividends + provinceDepositInterest + centralTransfers
    + financingFromVehicles`,
    'Receipts of the province', { source: '14.4', outcome: true }),
  provinceBenefitPayments: equation('CNY bn/year', `
    unemploymentBenefits
    + healthReimbursements
    + directPayments
    + vouchers
    + (childAllowanceBill - centralChildAllowance)
    + residentPensionProvince*residentPensionBill`,
    'Transfers of the province to households', { source: '2.2 row 18' }),
  provincePayments: equation('CNY bn/year', `
    price*(purchasesReal + publicInvestmentReal + cultureInvestment)
    + publicWages
    + provinceEmployerContributions
    + provinceBenefitPayments
    + severance
    + sum(robotSubsidies)
    + interestSubsidy
    + pensionSubsidy
    + vehicleSupport
    + publicPurchaseCost
    + firmDebtAssumed
    + cleanUp
    + bondInterest
    + advanceInterest`,
    'Payments of the province without the debt swap', { source: '14.4', outcome: true }),
  provinceBalance: equation('CNY bn/year',
    'provinceReceipts - provincePayments',
    'Balance of the province before financing', { symbol: 'Bal', source: '14.4', outcome: true, region: 'sum' }),
})
