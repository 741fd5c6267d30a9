/** Identities that every step must satisfy. */

import { identity, part } from '../../language/declare.ts'

export const identities = part({
  netWorthIsReal: identity('CNY bn', {
    id: 'A5',
    left: `
      sum(householdNetWorth)
      + provinceNetWorth
      + closing(pensionReserve)
      + closing(bankCapital)
      + closing(centreAccount)
      + centreHolderClosing*stateEquityClosing
      + outsideNetWorth`,
    right: 'realAssets',
    scale: 'nominalOutput*1{year}',
  }, 'Net worth of all sectors equals real assets'),
  expenditureIsProduction: identity('CNY bn/year', {
    id: 'A7',
    left: `
      consumption + demandInvestment + demandRobots + demandBuilding + purchasesReal + publicOutput + exports
      - imports`,
    right: 'output',
    scale: 'output',
  }, 'Output from the side of expenditure'),
  incomeIsProduction: identity('CNY bn/year', {
    id: 'A7',
    left: `
      marketWages*(1 + employerRate) + indirectTax - taxRelief + otherRevenue + sum(operatingSurplus)
      + publicWages*(1 + employerRate) + price*primaryOutput + oilValueAdded + grainTerms`,
    right: 'nominalOutput',
    scale: 'nominalOutput',
  }, 'Output from the side of income'),
  familyTransfersCancel: identity('CNY bn/year', {
    id: 'A9',
    left: 'sum(ageingDeposits) + sum(ageingClaims) - sum(ageingLoans) + sum(familyHelp)',
    right: '0',
    scale: 'nominalOutput',
  }, 'Family transfers cancel between groups'),
  peopleBalance: identity('person m', {
    id: 'A10',
    left: 'sum(closing(population))',
    right: 'sum(population) + (births - deaths + netMigration)*1{year}',
    scale: 'populationStart',
  }, 'People at the end of the year = start + births - deaths + net migration'),
  peopleBySexBalance: identity('person m', {
    id: 'A10', over: ['area', 'sex'],
    left: 'sum(closing(population), age)',
    right: `
      sum(population, age)
      + (
        birthsBySex
        - (birthsBySex - survivingNewborns)
        - sum(adultDeaths, age)
        + sum(arrivals, age)
        - sum(departures, age)
      )*1{year}`,
    scale: 'populationStart',
  }, 'People of each sex'),
  workersBalance: identity('person m', {
    id: 'A12',
    left: 'laborForce',
    right: 'marketEmployed + agricultureEmployed + publicEmployed + unemployed',
    scale: 'laborForce + 1e-9{person m}',
  }, 'Labour force = employed + unemployed'),
  groupsBalance: identity('person m', {
    id: 'A12',
    left: 'sum(wealthHeads)',
    right: 'residentsTotal',
    scale: 'residentsTotal + 1e-9{person m}',
  }, 'Groups add up to all residents'),
  pensionersBalance: identity('person m', {
    id: 'A13',
    left: 'pensioners - pensionersAway',
    right: 'pensionerCoverage*sum(pensionAgeResidents*coverageByBirth)',
    scale: 'populationStart',
  }, 'Pensioners who live here are the sum over cohorts'),
  pensionFundBalance: identity('CNY bn/year', {
    id: 'A14',
    left: 'change(pensionReserve)/timeStep',
    right: 'pensionContributions + nationalPooling + pensionSubsidy + pensionInterest - pensionBenefits',
    scale: 'nominalOutput',
  }, 'Change of the pension reserve'),
  provinceBalanceSheet: identity('CNY bn/year', {
    id: 'A15',
    left: 'provinceReceipts - provincePayments',
    right: `
      (change(provinceDeposits) - change(provincialBonds) - change(advances) - change(arrears))/timeStep
      + debtSwap
      - equitySale`,
    scale: 'nominalOutput',
  }, 'Balance of the province = change of cash less change of debt, without the sale of state equity'),
  bondsByTerm: identity('CNY bn', {
    id: 'A26',
    left: 'sum(closing(bondsDue), term)',
    right: 'closing(provincialBonds)',
    scale: 'nominalOutput*1{year}',
  }, 'Bonds by years left to maturity = bonds of the province'),
  vehicleDebtByTerm: identity('CNY bn', {
    id: 'A26',
    left: 'sum(closing(vehicleDue), term)',
    right: 'closing(vehicleDebt)',
    scale: 'nominalOutput*1{year}',
  }, 'LGFV debt by years left to maturity = LGFV debt'),
  debtRatioParts: identity('share', {
    id: 'A25',
    left: 'debtRatioChange',
    right: 'debtFromInterest + debtFromGrowth + debtFromInflation + debtFromPrimaryBalance + debtFromOther',
    scale: '1',
  }, 'Change of the debt ratio = interest, growth, inflation, primary balance and other'),
  regionDebtRatioParts: identity('share', {
    id: 'A25', over: [],
    left: 'regionDebtRatioChange',
    right: `
      regionDebtFromInterest + regionDebtFromGrowth + regionDebtFromInflation + regionDebtFromPrimaryBalance
      + regionDebtFromOther`,
    scale: '1',
  }, 'Change of the debt ratio of the region = interest, growth, inflation, primary balance and other'),
  swapKeepsDebt: identity('CNY bn/year', {
    id: 'A16',
    left: '(change(provincialBonds) + change(vehicleDebt))/timeStep',
    right: 'bondIssue + vehicleBorrowing - cleanUp - vehicleWriteOff',
    scale: 'nominalOutput',
  }, 'A swap leaves bonds plus LGFV debt unchanged'),
  bankBalance: identity('CNY bn', {
    id: 'A17',
    left: 'bankAssetsClosing + closing(netForeign) - bankDepositsClosing',
    right: 'closing(bankCapital)',
    scale: 'nominalOutput*1{year}',
  }, 'Assets less deposits of banks = their capital'),
  taxesBalance: identity('CNY bn/year', {
    id: 'A18',
    left: `
      indirectTax - taxRelief + sum(profitTax) + incomeTax + oilLevy + sum(deedTax) + landValueTax + propertyTax
      + otherRevenue`,
    right: 'ownRevenue + centralTaxes',
    scale: 'nominalOutput',
  }, 'Taxes paid = taxes received'),
  contributionsBalance: identity('CNY bn/year', {
    id: 'A18',
    left: 'employerRate*wageBill + employeeContributions',
    right: 'pensionContributions + otherInsurance',
    scale: 'nominalOutput',
  }, 'Contributions paid = contributions received'),
  holdersBalance: identity('share', {
    id: 'A18',
    left: 'provinceHolderShare + mixedHolderShare + outsideHolderShare + centreHolderShare',
    right: '1',
    scale: '1',
  }, 'Holders of state firms add up'),
  homesBalance: identity('CNY bn/year', {
    id: 'A20',
    left: 'sum(homePurchases) + publicPurchaseCost',
    right: 'homeSalesValue + publicPurchaseCost',
    scale: 'nominalOutput',
  }, 'Homes bought = homes sold'),
  landBalance: identity('CNY bn/year', {
    id: 'A21',
    left: 'change(developerStock)/timeStep',
    right: 'price*construction + landRevenue - costOfHomesSold - developerWriteDown',
    scale: 'nominalOutput',
  }, 'Land cost enters the stock of developers as the province receives it'),
  householdWealthBalance: identity('CNY bn/year', {
    id: 'A6', over: ['area', 'group'],
    scale: 'nominalOutput',
    left: '(change(deposits) + change(outsideClaims) - change(loans))/timeStep',
    right: `
      disposableIncome - consumerPrice*consumptionByGroup - homePurchases - deedTax - propertyTaxByGroup
      + ageingDeposits + ageingClaims - ageingLoans + familyHelp - bequestsOutside - migrantWealth - migrantClaims
      + loanWriteOff`,
  }, 'Financial wealth of households = saving less homes + transfers + loans written off'),
})
