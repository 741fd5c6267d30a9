/** Wealth of households: homes, loans, deposits, claims outside, and transfers between generations. */

import { base, equation, parameter, part, stock } from '../../language/declare.ts'
import { groups } from './groups.ts'

export const householdWealth = part({
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
    'Share of the young who turn 40 in a year', { source: '8.4' }),
  turning60Share: equation('1/year',
    'residentsByAge[59]/1{year}/max(wealthHeads[middle], 1e-9{person m})',
    'Share of the middle group who turn 60 in a year', { source: '8.4' }),
  deathShareOld: equation('1/year',
    'deathsAged60/max(wealthHeads[old], 1e-9{person m})',
    'Share of the old who die in a year', { source: '8.4' }),
  bequestOutsideShare: parameter('share', 0.12,
    'Bequests to heirs outside the region', { symbol: 'beq_out', source: '29.3', evidence: 'assumed' }),
  bequestsOutside: equation('CNY bn/year', {
    young: '0',
    middle: '0',
    old: 'bequestOutsideShare*deathShareOld*deposits[old]',
  }, 'Bequests to heirs outside the region', { over: groups, source: '8.4' }),
  bequestsToYoung: parameter('share', 0.3,
    'Share of bequests that goes to households under 40; the rest goes to those of 40-59',
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
    'Share of parental help that comes from households of 60 and over; the rest comes from those of 40-59',
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
    'External claims taken along by migrants, net',
    {
      over: groups, source: '8.4',
      note: 'The text moves deposits only; the reference run moves claims by the same rule.',
    }),
  netReceipts: equation('CNY bn/year', `
    disposableIncome - consumerPrice*consumptionByGroup - homePurchases - deedTax - propertyTaxByGroup + ageingDeposits
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
