/** Households by age group: income, consumption, saving, wealth, and transfers between generations. */

import { base, datum, equation, parameter, sector, shock, smooth, stock, trial } from '../language/declare.ts'

const groups = ['area', 'group']

export const households = sector('Households', {
  over: ['area'],
  doc:
    'Three groups by age of the member receive wages, farm income, pensions, benefits and property income, spend by ' +
    'habit and by kind of income, buy homes, save into deposits and claims outside, help their children, and leave ' +
    'bequests. Wealth above a target is spent.',
}, {
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
    middle: 'pensionBenefits*(1 - pensionersOldShare)',
    old: 'pensionBenefits*pensionersOldShare + residentPensionBill',
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
    'Remittances received: an emigrant sends a constant part of what is earned in the rest of the country',
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

  // consumption
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
    'Part of new saving placed outside the region', { symbol: 'pfo', source: '23.3', evidence: 'assumed' }),
  earnedSpendingSwitch: parameter('share', 1,
    'Scale of spending out of earned and property income (0 in a test)', { source: '25 X7' }),
  wealthTarget: base('year',
    'wealthTargetFactor*householdDepositsStart/disposableIncomeStart',
    'Target ratio of wealth to income', { over: groups, symbol: 'kapW', source: '8.2' }),
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
  disasterLoss: parameter('share', 0.03, 'Loss of consumption in a disaster', { source: '8.2', evidence: 'assumed' }),
  consumptionNominal: equation('CNY bn/year', `
    (
      price*spendingHeads*autonomousPerHead*habit/consumptionPerHeadStart
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
      + spendingFromWealth*(deposits + outsideClaims - wealthTarget*expectedDisposableIncome)
      + spendingFromHomes*(housePrice/housePriceStart - 1)*homeShare*dwellings*housePriceStart
    )*liquidity*(1 + consumptionShock)*(1 - if(disasterLeft > 0, disasterLoss, 0))*(1 - spendingLost)
    /(1 - spendingLostStart)`,
    'Consumption at current prices', { over: groups, symbol: 'P C', source: '8.2' }),
  consumptionByGroup: equation('CNY bn/year',
    'positive(consumptionNominal)/price',
    'Consumption, prices of the start', { over: groups, symbol: 'C', source: '8.2' }),
  consumption: equation('CNY bn/year',
    'sum(consumptionByGroup)',
    'Household consumption, prices of the start', { source: '2.4', outcome: true, region: 'sum' }),
  consumptionToGdp: equation('share',
    'consumption/max(output, 1e-9{CNY bn/year})',
    'Share of household consumption in output', { source: '20', outcome: true, region: 'ratio' }),
  savingRate: equation('share',
    '1 - price*consumption/max(sum(disposableIncome), 1e-9{CNY bn/year})',
    'Household saving rate', { source: '20', outcome: true, region: 'ratio' }),

  // retail
  retailFromTourism: parameter('share', 0.6,
    "Share of retail sales in visitors' spending", { symbol: 'rho_t', source: '29.3', evidence: 'assumed' }),
  retailFromConsumption: base('share',
    '(retailSalesStart - retailFromTourism*tourismStart)/consumptionStart',
    'Share of retail sales in consumption', { symbol: 'rho_ret', source: '3(9), 8.3' }),
  retailPerHead: equation('CNY k/person/year', `
    (retailFromConsumption*(1 - retailMovedElsewhere)*price*consumption + retailFromTourism*price*tourism)
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

  // wealth
  buyerShare: parameter('share', { young: 0.5, middle: 0.4, old: 0.1 },
    'Share of the group in home purchases', { over: ['group'], source: '9.7', evidence: 'assumed' }),
  homePurchases: equation('CNY bn/year',
    'buyerShare*housePrice*homeSales',
    'Homes bought', { over: groups, source: '9.7' }),
  deedTax: equation('CNY bn/year',
    'deedTaxRate*homePurchases',
    'Deed tax paid by buyers', { over: groups, source: '9.7' }),
  propertyTaxByGroup: equation('CNY bn/year',
    'homeShare*propertyTax',
    'Property tax paid', { over: groups, source: '14.1' }),
  loanToValue: parameter('share', 0.6,
    'Mortgage over the price of a mortgaged home', { source: '9.7, 29.3', evidence: 'assumed' }),
  mortgagedShare: parameter('share', 0.75,
    'Home purchases with a mortgage', { source: '9.7, 29.3', evidence: 'assumed' }),
  otherLoanRate: base('share', `
    positive(
      (amortisationRate + mortgageLoss*mortgageDefaultBase)*sum(householdLoansStart)
      - loanToValue*mortgagedShare*homeSalesStart*housePriceStart
    )/max(sum(disposableIncomeStart), 1e-9{CNY bn/year})`,
    'Loans on homes that change hands, for consumption and business, of income: with new mortgages they hold the ' +
      'debt of the start, as in the nation in 2022-25',
    { source: 'docs/theory/housing.md' }),
  mortgages: equation('CNY bn/year',
    'creditSupply*(loanToValue*mortgagedShare*homePurchases + otherLoanRate*positive(disposableIncome))',
    'New loans of households: 60 % of the price of a new home for three in four buyers, and others in step with income',
    { over: groups, symbol: 'ltv share_m', source: '9.7, 29.3, docs/theory/housing.md' }),
  amortisationRate: parameter('1/year', 0.06,
    'Yearly amortisation of household loans', { source: '8.1, 29.3', evidence: 'assumed' }),
  amortisation: equation('CNY bn/year',
    'amortisationRate*loans',
    'Repayment of loans', { over: groups, symbol: 'am', source: '8.1, 29.3' }),
  parentalHelpShare: parameter('share', 0.15,
    'Help of parents with a home, of its price', { source: '8.4, 29.3', evidence: 'assumed' }),
  purchasesOfYoung: parameter('share', 0.5,
    'Home purchases of households under 40, of all', { source: '8.4, 29.3', evidence: 'assumed' }),
  parentalHelp: equation('CNY bn/year',
    'parentalHelpShare*purchasesOfYoung*housePrice*homeSales',
    'Help of parents with the purchase', { symbol: 'hh', source: '8.4, 29.3' }),
  turning40Share: equation('1/year',
    'residentsByAge[39]/1{year}/max(wealthHeads[young], 1e-9{person m})',
    'Part of the young who turn 40 in a year', { source: '8.4' }),
  turning60Share: equation('1/year',
    'residentsByAge[59]/1{year}/max(wealthHeads[middle], 1e-9{person m})',
    'Part of the middle group who turn 60 in a year', { source: '8.4' }),
  deathShareOld: equation('1/year',
    'deathsAged60/max(wealthHeads[old], 1e-9{person m})',
    'Part of the old who die in a year', { source: '8.4' }),
  bequestOutsideShare: parameter('share', 0.12,
    'Bequests to heirs outside the region', { symbol: 'beq_out', source: '29.3', evidence: 'assumed' }),
  bequestsOutside: equation('CNY bn/year', {
    young: '0',
    middle: '0',
    old: 'bequestOutsideShare*deathShareOld*deposits[old]',
  }, 'Bequests to heirs outside the region', { over: groups, source: '8.4' }),
  bequestsToYoung: parameter('share', 0.3,
    'Part of bequests that goes to households under 40; the rest goes to those of 40-59',
    { source: '8.4', evidence: 'assumed' }),
  ageingDeposits: equation('CNY bn/year', {
    young: '-turning40Share*deposits[young] + bequestsToYoung*(1 - bequestOutsideShare)*deathShareOld*deposits[old]',
    middle: `
      turning40Share*deposits[young]
      - turning60Share*deposits[middle]
      + (1 - bequestsToYoung)*(1 - bequestOutsideShare)*deathShareOld*deposits[old]`,
    old: 'turning60Share*deposits[middle] - (1 - bequestOutsideShare)*deathShareOld*deposits[old]',
  }, 'Deposits moved by ageing and bequests', { over: groups, source: '8.4' }),
  ageingLoans: equation('CNY bn/year', {
    young: '-turning40Share*loans[young] + bequestsToYoung*deathShareOld*loans[old]',
    middle:
      'turning40Share*loans[young] - turning60Share*loans[middle] + (1 - bequestsToYoung)*deathShareOld*loans[old]',
    old: 'turning60Share*loans[middle] - deathShareOld*loans[old]',
  }, 'Loans moved by ageing; heirs take over those of the dead', { over: groups, source: '8.4' }),
  ageingClaims: equation('CNY bn/year', {
    young: '-turning40Share*outsideClaims[young] + bequestsToYoung*deathShareOld*outsideClaims[old]',
    middle: `
      turning40Share*outsideClaims[young]
      - turning60Share*outsideClaims[middle]
      + (1 - bequestsToYoung)*deathShareOld*outsideClaims[old]`,
    old: 'turning60Share*outsideClaims[middle] - deathShareOld*outsideClaims[old]',
  }, 'Outside claims moved by ageing and bequests', { over: groups, source: '8.4' }),
  helpFromOld: parameter('share', 0.4,
    'Part of parental help that comes from households of 60 and over; the rest comes from those of 40-59',
    { source: '8.4', evidence: 'assumed' }),
  familyHelp: equation('CNY bn/year', {
    young: 'parentalHelp',
    middle: '-(1 - helpFromOld)*parentalHelp',
    old: '-helpFromOld*parentalHelp',
  }, 'Help within families with home purchases; negative for those who give', { over: groups, source: '8.4' }),
  wealthTakenShare: parameter('share', 0.5,
    'Wealth that a migrant takes along, relative to the mean',
    { symbol: 'varrho', source: '29.3', evidence: 'assumed' }),
  migrantWealth: equation('CNY bn/year',
    'wealthTakenShare*netDeparturesByGroup*deposits/max(wealthHeads, 1e-9{person m})',
    'Deposits taken along by migrants, net', { over: groups, symbol: 'MigW', source: '8.4' }),
  migrantClaims: equation('CNY bn/year',
    'wealthTakenShare*netDeparturesByGroup*outsideClaims/max(wealthHeads, 1e-9{person m})',
    'Claims outside taken along by migrants, net',
    {
      over: groups, source: '8.4',
      note: 'The text moves deposits only; the reference run moves claims by the same rule.',
    }),
  netReceipts: equation('CNY bn/year', `
    disposableIncome - price*consumptionByGroup - homePurchases - deedTax - propertyTaxByGroup + ageingDeposits
    + familyHelp - bequestsOutside - migrantWealth`,
    'Receipts less payments before financing', { over: groups, source: '8.4' }),
  newOutsideClaims: equation('CNY bn/year',
    'outsidePortfolioShare*positive(netReceipts + mortgages - amortisation)',
    'New claims outside the region', { over: groups, source: '8.4' }),
  depositFlow: equation('CNY bn/year',
    'netReceipts + mortgages - amortisation - newOutsideClaims',
    'Change of deposits before an overdraft', { over: groups, source: '8.4' }),
  consumerLoans: equation('CNY bn/year',
    'positive(-(deposits/timeStep + depositFlow))',
    'Consumer loans that cover a shortfall of deposits', { over: groups, source: '2.3' }),
  mortgageLoss: parameter('share', 0.35,
    'Loss of banks on a mortgage in default', { source: '16', evidence: 'assumed' }),
  mortgageDefaultBase: parameter('1/year', 0.003,
    'Yearly default rate of mortgages at the start', { source: '16', evidence: 'assumed' }),
  mortgageDefaultSlope: parameter('share', 6,
    'Response of mortgage defaults to unemployment', { source: '16', evidence: 'assumed' }),
  mortgageDefaultMost: parameter('1/year', 0.05,
    'Highest yearly default rate of mortgages', { source: '16', evidence: 'assumed' }),
  mortgageDefaultRate: equation('1/year', `
    mortgageLoss
    *clip(
      mortgageDefaultBase*exp(mortgageDefaultSlope*(expectedUnemployment - unemploymentRateStart))
      *(1 + positive(1 - housePrice/housePriceStart)),
      0,
      mortgageDefaultMost
    )`,
    'Yearly rate of household loans written off', { source: '16' }),
  loanWriteOff: equation('CNY bn/year',
    'mortgageDefaultRate*loans',
    'Household loans written off', { over: groups, source: '16' }),
  deposits: stock('CNY bn', {
    over: groups,
    initial: 'householdDepositsStart',
    inflow: 'depositFlow + consumerLoans',
    symbol: 'D', source: '8.4',
  }, 'Deposits of households'),
  loans: stock('CNY bn', {
    over: groups,
    initial: 'householdLoansStart',
    inflow: 'mortgages + consumerLoans + ageingLoans',
    outflow: 'amortisation + loanWriteOff',
    symbol: 'L', source: '8.4',
  }, 'Loans of households'),
  outsideClaims: stock('CNY bn', {
    over: groups,
    initial: '0',
    inflow: 'newOutsideClaims + ageingClaims',
    outflow: 'migrantClaims',
    symbol: 'X', source: '8.4',
  }, 'Claims of households outside the region'),
})
