/** Revenue of the province: taxes, fees, insurance, dividends. */

import { equation, parameter, part } from '../../language/declare.ts'

export const budgetRevenue = part({
  indirectTax: equation('CNY bn/year',
    'nationalLocalTaxes*indirectTaxRate*price*marketOutput*(1 + indirectTaxMix)',
    'Indirect taxes before relief', { symbol: 'IndTax', source: '14.1' }),
  taxRelief: equation('CNY bn/year',
    'beyondStandard(taxReliefShare)*nominalOutput',
    'Tax relief for private firms beyond the standard', { source: '14.1' }),
  incomeTax: equation('CNY bn/year',
    'nationalLocalTaxes*incomeTaxRate*wageBill',
    'Personal income tax', { symbol: 'PIT', source: '14.1' }),
  oilLevy: equation('CNY bn/year', 'oilLevyRate*oilValueAdded', 'Oil levy', { source: '14.1' }),
  otherRevenue: equation('CNY bn/year',
    'nationalLocalFees*otherRevenueRate*nominalOutput',
    'Fees and other revenue', { source: '14.1' }),
  secondHomeShare: parameter('share', 0.3,
    'Homes to which the property tax applies, of the value of all', { source: '14.1', evidence: 'assumed' }),
  propertyTax: equation('CNY bn/year',
    'propertyTaxRate*secondHomeShare*housePrice*dwellings',
    'Property tax on second homes', { source: '14.1' }),
  ownRevenue: equation('CNY bn/year', `
    (1 - centralShareIndirect)*indirectTax
    + indirectTaxShift
    - taxRelief
    + (1 - centralShareProfit)*sum(profitTax)
    + (1 - centralShareIncome)*incomeTax
    + (1 - centralShareOil)*oilLevy
    + sum(deedTax)
    + landValueTax
    + propertyTax
    + otherRevenue`,
    'Own revenue of the province', { symbol: 'Own', source: '14.1', outcome: true, region: 'sum' }),
  otherInsurance: equation('CNY bn/year',
    '(employerInsuranceRate + employeeInsuranceRate)*wageBill',
    'Insurance other than pension, received', { source: '14.1' }),
  provinceDividends: equation('CNY bn/year',
    'provinceHolderShare*(dividends[state] + stateRemittance*stateExcessDividend)',
    'Dividends of state firms to the province', { source: '2.2 row 27' }),
  stateRemittance: parameter('share', 0.3,
    'Share of the excess dividend of state firms that reaches the province',
    { symbol: 'soe_rem', source: '29.3', evidence: 'assumed' }),
  provinceDepositInterest: equation('CNY bn/year',
    'depositRateNow*provinceDeposits',
    'Interest on deposits of the province'),
})
