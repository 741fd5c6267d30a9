/** Counterparts of published statistics, with which history is compared. */

import { base, delay, equation, sector } from '../language/declare.ts'

export const statistics = sector('Published statistics', {
  over: ['area'],
  doc:
    'Counterparts of official series where no sector has one: at current prices unless it says real. Each has its ' +
    'value of the year before the start, on which growth of the first year is measured.',
}, {
  nonPrimaryOutput: equation('CNY bn/year',
    'price*(output - primaryOutput) + termsOfTrade',
    'Value added of industry, construction and services', { outcome: true }),
  nonPrimaryBaseYear: base('CNY bn/year',
    'gdpBaseYear - primaryOutputBaseYear',
    'Value added of industry, construction and services in the year before the start'),
  primaryNominal: equation('CNY bn/year', 'price*primaryOutput + grainTerms', 'Primary value added', { outcome: true }),
  capitalFormation: equation('CNY bn/year',
    'price*(demandInvestment + demandRobots + demandBuilding)',
    'Gross fixed capital formation: firms, robots, public and housing construction', { outcome: true }),
  capitalFormationBaseYear: base('CNY bn/year', `
    (
      sum(investmentStart, firm)
      + sum(automationInvestmentStart, firm)
      + (publicInvestmentShareStart + cultureInvestmentShareStart)*gdpStart
      + vehicleInvestmentStart
      + constructionStart
    )/startLift`,
    'Gross fixed capital formation of the year before the start'),
  taxRevenue: equation('CNY bn/year', 'ownRevenue - otherRevenue', 'Taxes of the province', { outcome: true }),
  publicExpenditure: equation('CNY bn/year', `
    provincePayments
    - bondInterest
    - advanceInterest
    - publicPurchaseCost
    - specialBondShare*(bondIssue + bondsRedeemed)`,
    'Spending of the general budget', { outcome: true }),
  exportsAbroadNominal: equation('CNY bn/year',
    'price*(exportsRussia + exportsWorld)',
    'Exports abroad', { outcome: true }),
  housePriceMiddle: equation('CNY k/m2',
    'sqrt(housePrice*closing(housePrice))',
    'House price in the middle of the step, whose mean over a year is the price of that year',
    { source: 'docs/theory/housing.md', outcome: true }),
  housePriceBaseYear: base('CNY k/m2',
    'housePriceStart*exp(-0.5{year}*nationalHousePriceGrowth)',
    'House price of the year before the start: that of its middle, half a year of national growth before the start',
    { source: 'docs/theory/housing.md' }),
  homeSalesValueBaseYear: base('CNY bn/year',
    'housePriceBaseYear*homeSalesStart',
    'Value of homes sold in the year before the start'),
  outputDeflator: equation('index',
    'nominalOutput/max(output, 1e-9{CNY bn/year})',
    'Deflator of output, in which oil and commodities have prices of their own', { outcome: true }),
  priceBaseYear: base('index', 'exp(-0.5{year}*inflationBeforeStart)', 'Price level of the year before the start'),
  averageWageBaseYear: base('CNY k/person/year',
    'wageBillStart/(marketEmploymentStart + publicEmploymentStart)/startLift',
    'Average wage of the year before the start'),
  wageBaseYear: base('CNY k/person/year', 'wageStart/startLift', 'Market wage of the year before the start'),
  incomePerHead: equation('CNY k/person/year',
    'sum(disposableIncome)/max(residentsTotal, 1e-9{person m})',
    'Disposable income per head', { outcome: true }),
  incomePerHeadBaseYear: base('CNY k/person/year',
    'sum(disposableIncomeStart)/populationStart/startLift',
    'Disposable income per head of the year before the start'),
  consumptionPerHead: equation('CNY k/person/year',
    'consumerPrice*consumption/max(residentsTotal, 1e-9{person m})',
    'Consumption per head', { outcome: true }),
  consumptionPerHeadBaseYear: base('CNY k/person/year',
    'consumptionBaseYear/populationStart',
    'Consumption per head of the year before the start'),
  savingRateBaseYear: base('share',
    '1 - consumptionStart/sum(disposableIncomeStart)',
    'Saving of households at the start'),
  retailSales: equation('CNY bn/year', 'retailPerHead*residentsTotal', 'Retail sales', { outcome: true }),
  residentPensionBillStart: base('CNY bn/year',
    'residentPensionStart*residentPensionLevel*residentPensionersStart',
    'Resident pensions at the start'),
  provincialBondsClosing: equation('CNY bn',
    'closing(provincialBonds)',
    'Bonds of the province at the end of the step', { outcome: true }),
  vehicleDebtClosing: equation('CNY bn',
    'closing(vehicleDebt)',
    'Debt of LGFVs at the end of the step', { outcome: true }),
  capitalHousePriceClosing: equation('CNY k/m2',
    'closing(housePrice)*closing(existingHomesRelative)',
    'House price at the end of the step, moved as existing homes in large cities moved against all homes',
    { source: 'docs/theory/housing.md', outcome: true }),
  // Workers and pensioners are those of the middle of a step, and are counted on 31 December: half a step later.
  employedBefore: delay('person m', { of: 'employed', initial: 'employedStart' },
    'Employed people in the previous step'),
  employedClosing: equation('person m',
    '0.5*(employed + (2*employed - employedBefore))',
    'Employed people at the end of the step', { source: 'docs/theory/changes.md', outcome: true }),
  agricultureEmployedClosing: equation('person m',
    'min(closing(agricultureEmployment), farmEmploymentMost*laborForce)',
    'Employed in agriculture at the end of the step', { source: 'docs/theory/changes.md', outcome: true }),
  contributorsBefore: delay('person m', { of: 'contributors', initial: 'contributorsStart' },
    'Contributors in the previous step'),
  contributorsClosing: equation('person m',
    '0.5*(contributors + (2*contributors - contributorsBefore))',
    'Contributors at the end of the step', { source: 'docs/theory/changes.md', outcome: true }),
  pensionersClosing: equation('person m',
    '0.5*(pensioners + (2*pensioners - pensionersBefore))',
    'Pensioners of the employee scheme at the end of the step', { source: 'docs/theory/changes.md', outcome: true }),
  residentsYearEnd: equation('person m',
    'sum(closing(population))',
    'Residents on 31 December', { annual: true, outcome: true }),
  share65YearEnd: equation('share',
    'sum(if(age >= 65{year}, closing(population), 0))/max(residentsYearEnd, 1e-9{person m})',
    'Residents of 65 and over on 31 December', { annual: true, outcome: true }),
})
