/** Income of households by age group, at present and at the start. */

import { base, datum, equation, parameter, part, smooth, trial } from '../../language/declare.ts'
import { groups } from './groups.ts'

export const householdIncome = part({
  consumptionBaseYear: datum('CNY bn/year', 'Household consumption of the year before the start', { source: '3' }),
  consumptionStart: base('CNY bn/year',
    'consumptionBaseYear*startLift',
    'Household consumption at the start', { source: '3' }),
  retailSalesBaseYear: datum('CNY bn/year', 'Retail sales of the year before the start', { source: '3' }),
  retailSalesStart: base('CNY bn/year', 'retailSalesBaseYear*startLift', 'Retail sales at the start', { source: '3' }),
  householdDepositsStart: datum('CNY bn', 'Deposits at the start', { over: groups, source: '3' }),
  householdLoansStart: datum('CNY bn', 'Loans at the start', { over: groups, source: '3' }),

  // income
  wageProfile: parameter('share', { young: 0.9, middle: 1.08, old: 0.8 },
    'Relative wage by age', { over: ['group'], source: '8.1', evidence: 'assumed' }),
  wageWeight: equation('person m',
    'wageProfile*activeByGroup',
    'Labour force weighted by relative wage', { over: groups, source: '8.1' }),
  wageIncomeShare: equation('share',
    'if(sum(wageWeight, group) > 0, wageWeight/sum(wageWeight, group), 1/3)',
    'Share of the group in wages; equal shares where nobody works', { over: groups, symbol: 'shW', source: '8.1' }),
  employedShare: equation('share',
    'if(laborForce > 0, activeByGroup/laborForce, 1/3)',
    'Share of the group in the labour force; equal shares where nobody works',
    { over: groups, symbol: 'shU', source: '8.1' }),
  employeeContributions: equation('CNY bn/year',
    'pensionContributions/contributionParts + employeeInsuranceRate*wageBill',
    'Contributions of employees', { source: '2.2 row 12, 13.3' }),
  wageIncome: equation('CNY bn/year',
    'wageIncomeShare*(wageBill - employeeContributions - incomeTax)',
    'Wages after contributions and income tax', { over: groups, symbol: 'Wn', source: '8.1' }),
  farmShare: parameter('share', { young: 0.15, middle: 0.55, old: 0.3 },
    'Share of the group in farm income', { over: ['group'], source: '8.1', evidence: 'assumed' }),
  farmIncome: equation('CNY bn/year',
    'farmShare*(1 - farmFirmsShare)*price*primaryOutput + farmShare*(1 - farmFirmsShare)*grainTerms',
    'Income of farm households', { over: groups, source: '8.1' }),
  benefitIncome: equation('CNY bn/year',
    'employedShare*unemploymentBenefits',
    'Unemployment benefit received', { over: groups, source: '8.1' }),
  pensionIncome: equation('CNY bn/year', {
    young: '0',
    middle: '(pensionBenefits - pensionsAway)*(1 - pensionersOldShare)',
    old: '(pensionBenefits - pensionsAway)*pensionersOldShare + residentPensionBill',
  }, 'Pensions received', { over: groups, source: '8.1' }),
  propertyIncome: equation('CNY bn/year', `
    depositRateNow*deposits
    + privateEquityShare*(dividends[private] + excessDividend[private])
    + outsideClaimRate*outsideClaims`,
    'Property income', { over: groups, source: '8.1' }),
  childShare: parameter('share', { young: 0.8, middle: 0.2, old: 0 },
    'Share of the group in the child allowance', { over: ['group'], source: '8.1', evidence: 'assumed' }),
  childIncome: equation('CNY bn/year',
    'childShare*childAllowanceBill',
    'Child allowance received', { over: groups, source: '8.1' }),
  spendingShare: equation('share',
    'if(sum(spendingHeads, group) > 0, spendingHeads/sum(spendingHeads, group), 1/3)',
    'Share of the group in the people whose spending is paid for; equal shares where nobody lives', { over: groups }),
  directIncome: equation('CNY bn/year',
    'directPayments*spendingShare',
    'Direct payments received', { over: groups, source: '8.1' }),
  voucherIncome: equation('CNY bn/year',
    'vouchers*spendingShare',
    'Vouchers received', { over: groups, source: '8.1' }),
  healthWeight: parameter('share', { young: 0.5, middle: 1, old: 2.4 },
    'Medical spending per head, relative', { over: ['group'], source: '8.1, 14.2', evidence: 'assumed' }),
  healthHeads: equation('person m',
    'healthWeight*spendingHeads',
    'People weighted by medical spending', { over: groups }),
  healthIncome: equation('CNY bn/year',
    'if(sum(healthHeads, group) > 0, healthReimbursements*healthHeads/sum(healthHeads, group), 0)',
    'Health reimbursement received', { over: groups, source: '8.1' }),
  otherLaborIncome: equation('CNY bn/year',
    'wageIncomeShare*bankCosts + employedShare*severance',
    'Pay of bank staff and severance', { over: groups, source: '8.1' }),
  remittanceRate: parameter('CNY k/person/year', 2,
    'Remittances of an emigrant at the start', { symbol: 'rem0', source: '29.3', evidence: 'assumed' }),
  remittanceShare: parameter('share', { young: 0, middle: 0.5, old: 0.5 },
    'Share of the group in remittances', { over: ['group'], source: '8.1', evidence: 'assumed' }),
  remittances: equation('CNY bn/year',
    'remittanceShare*remittanceRate*nationalWage*closing(emigrants)',
    "Remittances received: a constant share of emigrants' wages",
    { over: groups, symbol: 'Rem', source: '8.1, docs/theory/migration.md' }),
  loanInterest: equation('CNY bn/year',
    'mortgageStockRate*loans',
    'Interest on loans', { over: groups, source: '8.1' }),
  disposableIncome: equation('CNY bn/year', `
    wageIncome + farmIncome + benefitIncome + pensionIncome + propertyIncome + childIncome + directIncome
    + voucherIncome + healthIncome + otherLaborIncome + remittances - loanInterest`,
    'Disposable income of households', { over: groups, symbol: 'YD', source: '8.1', region: 'sum' }),
  disposableIncomeBefore: smooth('CNY bn/year', {
    over: groups,
    of: 'disposableIncome',
    years: 'newsYears',
    initial: 'disposableIncomeStart',
  }, 'Disposable income of the last quarter'),
  expectedDisposableIncome: smooth('CNY bn/year', {
    over: groups,
    of: 'disposableIncome',
    years: '1{year}',
    initial: 'disposableIncomeStart',
    symbol: 'YD^e', source: '8.1',
  }, 'Disposable income, smoothed over a year'),
  wageIncomeYears: parameter('year', 0.25,
    'Years until spenders know their wage income', { source: '8.2', evidence: 'assumed' }),
  expectedWageIncome: smooth('CNY bn/year', {
    over: groups,
    of: 'wageIncome',
    years: 'wageIncomeYears',
    initial: 'wageIncomeStart',
    symbol: 'Wn^e', source: '8.2',
  }, 'Wage income known to spenders'),
  farmIncomeYears: parameter('year', 0.5,
    'Years until spenders know their farm income', { source: '8.2', evidence: 'assumed' }),
  expectedFarmIncome: smooth('CNY bn/year', {
    over: groups,
    of: 'farmIncome',
    years: 'farmIncomeYears',
    initial: 'farmIncomeStart',
    symbol: 'Farm^e', source: '8.2',
  }, 'Farm income known to spenders'),
  propertyIncomeYears: parameter('year', 0.5,
    'Years until spenders know their property income', { source: '8.2', evidence: 'assumed' }),
  expectedPropertyIncome: smooth('CNY bn/year', {
    over: groups,
    of: 'propertyIncome',
    years: 'propertyIncomeYears',
    initial: 'propertyIncomeStart',
    symbol: 'Prop^e', source: '8.2',
  }, 'Property income known to spenders'),

  // income at the start
  activeStart: base('person m', {
    young: 'sum(participationStart[..39]*startPopulation[..39])',
    middle: 'sum(participationStart[40..59]*startPopulation[40..59])',
    old: 'sum(participationStart[60..]*startPopulation[60..])',
  }, 'Labour force by age at the start', { over: groups }),
  wageShareByGroupStart: base('share',
    'wageProfile*activeStart/sum(wageProfile*activeStart, group)',
    'Share in wages at the start', { over: groups }),
  wageIncomeStart: base('CNY bn/year', `
    wageShareByGroupStart
    *(
      wageBillStart
      - contributionsStart/contributionParts
      - employeeInsuranceRate*wageBillStart
      - incomeTaxRate*wageBillStart
    )`,
    'Wage income at the start', { over: groups }),
  farmIncomeStart: base('CNY bn/year',
    'farmShare*(1 - farmFirmsShare)*primaryOutputStart',
    'Farm income at the start', { over: groups }),
  excessDividendPilot: trial('CNY bn/year', {
    over: ['area'],
    of: 'privateExcessDividend',
    start: '0',
    source: '3(11)',
  }, 'Dividend of private firms beyond the rule in the first step of a trial run'),
  propertyIncomeStart: base('CNY bn/year',
    'depositRateStart*householdDepositsStart + privateEquityShare*(dividendsStart[private] + excessDividendPilot)',
    'Property income at the start', { over: groups }),
  pensionIncomeStart: base('CNY bn/year', {
    young: '0',
    middle: 'pensionBenefitsStart*(1 - pensionersOldShareStart)',
    old: 'pensionBenefitsStart*pensionersOldShareStart + residentPensionStart*residentPensionersStart',
  }, 'Pensions at the start', { over: groups }),
  benefitIncomeStart: base('CNY bn/year',
    'activeStart/laborForceStart*unemploymentBenefitsStart',
    'Unemployment benefit at the start', { over: groups }),
  voucherIncomeStart: base('CNY bn/year',
    'standard(voucherProgramme)*gdpStart*spendingHeadsStart/sum(spendingHeadsStart, group)',
    'Vouchers at the start', { over: groups }),
  healthIncomeStart: base('CNY bn/year',
    'healthReimbursed*healthCostStart*healthWeight*spendingHeadsStart/sum(healthWeight*spendingHeadsStart, group)',
    'Health reimbursement at the start', { over: groups }),
  otherLaborIncomeStart: base('CNY bn/year',
    'wageShareByGroupStart*bankCostsStart',
    'Pay of bank staff at the start', { over: groups }),
  disposableIncomeStart: base('CNY bn/year', `
    wageIncomeStart
    + farmIncomeStart
    + propertyIncomeStart
    + pensionIncomeStart
    + benefitIncomeStart
    + voucherIncomeStart
    + healthIncomeStart
    + otherLaborIncomeStart
    + remittanceShare*remittanceRate*emigrantsStart
    - householdLoanRateStart*householdLoansStart`,
    'Disposable income at the start', { over: groups }),
})
