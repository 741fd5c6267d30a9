/** The budget at the start: figures of the year before, rates of taxes, profits, and the purchases that they leave. */

import { base, datum, parameter, part, solved } from '../../language/declare.ts'

export const budgetStart = part({
  ownRevenueBaseYear: datum('CNY bn/year', 'Own general budget revenue of the year before the start', { source: '3' }),
  ownRevenueStart: base('CNY bn/year',
    'ownRevenueBaseYear*startLift',
    'Own general budget revenue at the start', { source: '3' }),
  taxRevenueBaseYear: datum('CNY bn/year', 'Tax revenue of the province in the year before the start', { source: '3' }),
  taxRevenueStart: base('CNY bn/year',
    'taxRevenueBaseYear*startLift',
    'Tax revenue of the province at the start', { source: '3' }),
  centralTransfersBaseYear: datum('CNY bn/year', 'Central transfers of the year before the start', { source: '3' }),
  centralTransfersStart: base('CNY bn/year',
    'centralTransfersBaseYear*startLift',
    'Central transfers at the start', { symbol: 'TR0', source: '3' }),
  provincialBondsStart: datum('CNY bn', 'Provincial bonds at the start', { symbol: 'Bg', source: '3' }),
  arrearsStart: datum('CNY bn', 'Unpaid bills at the start', { symbol: 'AR', source: '3' }),
  deficitShareStart: datum('share',
    'Deficit financed by bonds at the start, of output', { symbol: 'def0', source: '3' }),
  bondQuotaShare: datum('share', 'Bond quota, of output', { symbol: 'q0', source: '3' }),
  publicInvestmentShareStart: datum('share', 'Public investment, of output', { symbol: 'ig', source: '3' }),
  provinceDepositsStart: datum('CNY bn', 'Deposits of the province at the start', { symbol: 'Dg', source: '3' }),
  healthCostBaseYear: datum('CNY bn/year', 'Medical spending of the year before the start', { source: '3' }),
  healthCostStart: base('CNY bn/year',
    'healthCostBaseYear*startLift',
    'Medical spending at the start', { symbol: 'Hcost', source: '3' }),

  // rates of taxes and contributions
  employerInsuranceRate: parameter('share', 0.055,
    'Employer insurance other than pension', { symbol: 'oth_e', source: '29.3', evidence: 'assumed' }),
  employeeInsuranceRate: parameter('share', 0.02,
    'Employee insurance other than pension', { symbol: 'oth_w', source: '29.3', evidence: 'assumed' }),
  incomeTaxRate: parameter('share', { low: 0.015, central: 0.02, high: 0.03 },
    'Personal income tax on wages', { symbol: 'ty', source: '23.5', evidence: 'assumed', sampled: false }),
  profitTaxFactor: parameter('share', { low: 0.8, central: 1, high: 1.2 },
    'Factor on the profit tax', { symbol: 'tp', source: '23.5', evidence: 'assumed' }),
  profitTaxNormal: parameter('share', 0.13,
    'Profit tax, of profits after interest and half of depreciation', { source: '14.1', evidence: 'assumed' }),
  profitTaxRate: base('share', 'profitTaxNormal*profitTaxFactor', 'Profit tax', { symbol: 'tp', source: '14.1' }),
  centralShareIndirect: parameter('share', 0.5,
    'Central share of indirect taxes', { symbol: 'tc1', source: '23.5', evidence: 'assumed' }),
  centralShareProfit: parameter('share', 0.6,
    'Central share of the profit tax', { symbol: 'tc2', source: '23.5', evidence: 'assumed' }),
  centralShareIncome: parameter('share', 0.6,
    'Central share of the income tax', { symbol: 'tc3', source: '23.5', evidence: 'assumed' }),
  centralShareOil: parameter('share', 0.5,
    'Central share of the oil levy', { symbol: 'tc_o', source: '29.3', evidence: 'assumed' }),
  oilLevyRate: parameter('share', 0.25, 'Levy on oil value', { symbol: 't_o', source: '29.3', evidence: 'assumed' }),
  oilDividendShare: parameter('share', 0.6,
    'Dividend of the oil group to the central government', { source: '29.3', evidence: 'assumed' }),
  otherRevenueRate: base('share',
    '(ownRevenueStart - taxRevenueStart)/gdpStart',
    'Fees and other revenue, of output', { symbol: 'nt', source: '3(4)' }),
  indirectTaxRate: solved('share', {
    over: ['area'],
    residual: 'localTaxStart - taxRevenueStart',
    between: ['-0.2', '0.6'], symbol: 'ti', source: '3(4)',
  }, 'Indirect taxes on market output that give the tax revenue of the start'),
  operatingSurplusStart: base('CNY bn/year', {
    state: 'stateShareStart*operatingSurplusTotalStart',
    private: '(1 - stateShareStart)*operatingSurplusTotalStart',
  }, 'Operating surplus of firms at the start', { over: ['area', 'firm'], symbol: 'GOS_0', source: '3(9)' }),
  operatingSurplusTotalStart: base('CNY bn/year', `
    marketOutputStart*(1 - indirectTaxRate)
    - wageStart*marketEmploymentStart*(1 + employerRateStart)
    - otherRevenueRate*gdpStart`,
    'Operating surplus at the start'),
  depreciationDeducted: parameter('share', 0.5,
    'Share of depreciation that is deducted from profits for tax and dividends',
    { source: '3(9)', evidence: 'assumed' }),
  profitTaxStart: base('CNY bn/year', `
    profitTaxRate
    *positive(
      operatingSurplusStart - loanRateStart*firmLoansStart - depreciationDeducted*capitalDepreciation*capitalStart
    )`,
    'Profit tax at the start', { over: ['area', 'firm'] }),
  localTaxStart: base('CNY bn/year', `
    (1 - centralShareIndirect)*indirectTaxRate*marketOutputStart
    + (1 - centralShareProfit)*sum(profitTaxStart, firm)
    + (1 - centralShareIncome)*incomeTaxRate*wageBillStart
    + (1 - centralShareOil)*oilLevyRate*oilOutputStart
    + (deedTaxRate + landTaxRate)*housePriceStart*homeSalesStart`,
    'Tax revenue of the province at the start by the rates', { source: '3(4)' }),
  payoutState: parameter('share', 0.25,
    'Dividends of state firms, of profits after tax', { source: '3(4)', evidence: 'assumed' }),
  payoutPrivate: parameter('share', 0.3,
    'Dividends of private firms, of profits after tax', { source: '3(4)', evidence: 'assumed' }),
  dividendsStart: base('CNY bn/year', {
    state: `
      payoutState
      *positive(
        operatingSurplusStart[state]
        - loanRateStart*firmLoansStart[state]
        - depreciationDeducted*capitalDepreciation*capitalStart[state]
        - stateShareStart*sum(profitTaxStart, firm)
      )`,
    private: `
      payoutPrivate
      *positive(
        operatingSurplusStart[private]
        - loanRateStart*firmLoansStart[private]
        - depreciationDeducted*capitalDepreciation*capitalStart[private]
      )`,
  }, 'Regular dividends at the start', { over: ['area', 'firm'] }),
  unemploymentBenefitsStart: base('CNY bn/year',
    'standard(benefitCoverage)*standard(benefitReplacement)*wageStart*unemploymentRateStart*laborForceStart',
    'Unemployment benefits at the start'),
  revenueCountedStart: base('CNY bn/year', `
    ownRevenueStart
    + landRevenueStart
    + centralTransfersStart
    + (employerInsuranceRate + employeeInsuranceRate)*wageBillStart
    + provinceHolderShareStart*dividendsStart[state]
    + depositRateStart*provinceDepositsStart`,
    'Revenue counted for public purchases at the start', { source: '3(6)' }),
  residentPensionProvince: parameter('share', 0.5,
    'Share of resident pensions that the province pays; the central government pays the rest',
    { source: '3(6)', evidence: 'assumed' }),
  spendingCountedStart: base('CNY bn/year', `
    publicOutputStart
    + (publicInvestmentShareStart + cultureInvestmentShareStart)*gdpStart
    + (pensionGapStart - pensionPoolingStart*poolingSizeStart)
    + residentPensionProvince*residentPensionStart*residentPensionersStart
    + healthReimbursed*healthCostStart
    + unemploymentBenefitsStart
    + standard(voucherProgramme)*gdpStart
    + bondStockRateStart*provincialBondsStart
    + vehicleSupportStart`,
    'Spending counted for public purchases at the start', { source: '3(6)' }),
  programmesStart: base('CNY bn/year', `
    (
      standard(vocationalProgramme) + standard(portProgramme) + standard(exportDiversification)
      + standard(airAbatement) + standard(farmModernisation)
    )*gdpStart`,
    'Programmes at their standard levels', { source: '3(6)' }),
  basicPurchasesStart: base('CNY bn/year',
    'revenueCountedStart + deficitShareStart*gdpStart - spendingCountedStart - programmesStart',
    'Public purchases at the start, without programmes', { symbol: 'Gm0', source: '3(6)' }),
  purchasesStart: base('CNY bn/year', 'basicPurchasesStart + programmesStart', 'Public purchases at the start'),
})
