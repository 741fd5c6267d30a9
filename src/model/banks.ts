/** Finance of firms, banks, credit supply. */

import { base, datum, equation, parameter, sector, stock } from '../language/declare.ts'

const firms = ['area', 'firm']

export const banks = sector("Firms' finance and banks", {
  over: ['area'],
  doc:
    'Firms hold loans near a target leverage and pay surplus cash out; private firms receive part of what state ' +
    'firms pay. Banks lend while their capital allows, and place the rest outside the region.',
}, {
  firmLoansStart: datum('CNY bn', 'Loans of firms at the start', { over: firms, symbol: 'L', source: '3' }),
  firmDepositsStart: datum('CNY bn', 'Deposits of firms at the start', { over: firms, symbol: 'D', source: '3' }),

  // current account of firms
  defenceStateShare: parameter('share', 0.8,
    'Share of state firms in defence', { symbol: 'ds', source: '10', evidence: 'assumed' }),
  sales: equation('CNY bn/year', {
    state: 'stateShare*price*(marketOutput - defence) + defenceStateShare*price*defence + stateShare*termsOfTrade',
    private: `
      (1 - stateShare)*price*(marketOutput - defence)
      + (1 - defenceStateShare)*price*defence
      + (1 - stateShare)*termsOfTrade`,
  }, 'Sales of market output', { over: firms, source: '29.2' }),
  employerRate: equation('share',
    'employerInsuranceRate + pensionContributions*employerParts/contributionParts/max(wageBill, 1e-9{CNY bn/year})',
    'Employer contributions per unit of wages', { symbol: 'ec', source: '13.3' }),
  firmWages: equation('CNY bn/year', 'laborShare*marketWages', 'Wages by firm', { over: firms, source: '29.2' }),
  operatingSurplus: equation('CNY bn/year',
    'sales - firmWages*(1 + employerRate) - marketShare*(indirectTax + otherRevenue) + reliefByFirm',
    'Operating surplus by firm; oil and subsidies outside', { over: firms, symbol: 'GOS', source: '29.2' }),
  reliefByFirm: equation('CNY bn/year', { state: '0', private: 'taxRelief' },
    'Tax relief by firm', { over: firms, source: '14.1' }),
  profitRate: equation('1/year',
    'operatingSurplus/max(price*capital, 1e-9{CNY bn})',
    'Profit rate', { over: firms, symbol: 'rprof', source: '6.5' }),
  firmInterest: equation('CNY bn/year', 'firmStockRate*firmLoans', 'Interest of firms', { over: firms, source: '14' }),
  profitTax: equation('CNY bn/year', `
    nationalLocalRevenue*profitTaxRate
    *positive(operatingSurplus - firmInterest - depreciationDeducted*capitalDepreciation*price*capital)`,
    'Profit tax', { over: firms, symbol: 'ProfTax', source: '14.1' }),
  dividends: equation('CNY bn/year', {
    state: `
      payoutState
      *positive(
        operatingSurplus[state]
        - firmInterest[state]
        - profitTax[state]
        - depreciationDeducted*capitalDepreciation*price*capital[state]
      )`,
    private: `
      payoutPrivate
      *positive(
        operatingSurplus[private]
        - firmInterest[private]
        - profitTax[private]
        - depreciationDeducted*capitalDepreciation*price*capital[private]
      )`,
  }, 'Regular dividends', { over: firms, symbol: 'Div', source: '29.2' }),
  mixedDividend: equation('CNY bn/year',
    'mixedHolderShare*(dividends[state] + stateExcessDividend)',
    'Dividends of state firms to private holders', { source: '2.2 row 27' }),
  firmDepositInterest: equation('CNY bn/year',
    'depositRateNow*firmDeposits',
    'Interest on deposits of firms', { over: firms }),

  // cash before financing; state firms first, since private firms receive their dividend
  stateCash: equation('CNY bn/year', `
    operatingSurplus[state]
    + (1 - oilLevyRate)*oilValueAdded
    - oilDividend
    - firmInterest[state]
    + firmDepositInterest[state]
    - profitTax[state]
    - stateShare*userFees
    + robotSubsidies[state]
    + interestSubsidy
    - dividends[state]
    - price*(investment[state] + automationInvestment[state])`,
    'Receipts less payments of state firms before financing', { source: '16' }),
  farmFirmsShare: parameter('share', 0.1,
    'Share of farm output that is income of private firms; the rest is that of farm households',
    { source: '16', evidence: 'assumed' }),
  privateCash: equation('CNY bn/year', `
    operatingSurplus[private]
    + farmFirmsShare*price*primaryOutput
    + farmFirmsShare*grainTerms
    - firmInterest[private]
    + firmDepositInterest[private]
    - profitTax[private]
    - landValueTax
    - (1 - stateShare)*userFees
    + robotSubsidies[private]
    + mixedDividend
    - dividends[private]
    - price*(investment[private] + automationInvestment[private])
    - price*construction
    - landRevenue
    + homeSalesValue
    + publicPurchaseCost
    - (1 - buyersOutside)*equitySale`,
    'Receipts less payments of private firms before financing', { source: '16' }),
  firmCash: equation('CNY bn/year', { state: 'stateCash', private: 'privateCash' },
    'Receipts less payments of firms before financing', { over: firms, symbol: 'net', source: '16' }),
  leverageTarget: base('share',
    'firmLoansStart/max(capitalStart, 1e-9{CNY bn})',
    'Loans over capital at the start', { over: firms, symbol: 'lev', source: '16' }),
  firmCashRatio: base('year',
    'firmDepositsStart/marketOutputStart',
    'Deposits over market output at the start', { over: firms, source: '16' }),
  loanGrowthLimit: parameter('1/year', 0.12,
    'Largest growth of firm loans', { symbol: 'gmaxL', source: '29.3', evidence: 'assumed' }),
  leverageYears: parameter('year', 2,
    'Years in which firms move to their target leverage', { source: '16, E15', evidence: 'assumed' }),
  loanRepaymentYears: parameter('year', 4,
    'Years over which firms can repay all loans', { source: '16, E15', evidence: 'assumed' }),
  plannedLoans: equation('CNY bn/year', `
    clip(
      (leverageTarget*price*capital - firmLoans)/leverageYears,
      -firmLoans/loanRepaymentYears,
      creditSupply*loanGrowthLimit*firmLoans
    )`,
    'New loans that lead to the target leverage', { over: firms, source: '16, E15' }),
  stateSurplus: equation('CNY bn/year',
    'stateCash + plannedLoans[state] + (firmDeposits[state] - firmCashRatio[state]*price*marketOutput)/1{year}',
    'Cash of state firms above target', { symbol: 'G', source: '16' }),
  privateSurplus: equation('CNY bn/year',
    'privateCash + plannedLoans[private] + (firmDeposits[private] - firmCashRatio[private]*price*marketOutput)/1{year}',
    'Cash of private firms above target', { symbol: 'G', source: '16' }),
  firmSurplus: equation('CNY bn/year', { state: 'stateSurplus', private: 'privateSurplus' },
    'Cash above target', { over: firms }),
  stateExcessDividend: equation('CNY bn/year',
    'positive(stateSurplus)',
    'Cash of state firms above target, paid out', { symbol: 'DivX_S', source: '16' }),
  privateExcessDividend: equation('CNY bn/year',
    'positive(privateSurplus)',
    'Cash of private firms above target, paid out', { symbol: 'DivX_P', source: '16' }),
  excessDividend: equation('CNY bn/year', { state: 'stateExcessDividend', private: 'privateExcessDividend' },
    'Cash above target, paid out', { over: firms, symbol: 'DivX', source: '16' }),
  extraLoans: equation('CNY bn/year',
    'min(positive(-firmSurplus), positive(creditSupply*loanGrowthLimit*firmLoans - plannedLoans))',
    'Loans that cover a lack of cash', { over: firms, source: '16' }),
  firmCashFlow: equation('CNY bn/year', {
    state: 'firmCash[state] + plannedLoans[state] + extraLoans[state] - excessDividend[state]',
    private: `
      firmCash[private] + plannedLoans[private] + extraLoans[private] - excessDividend[private]
      - (newArrears - arrearsRepaid)`,
  }, 'Change of deposits before an overdraft', { over: firms }),
  firmOverdraft: equation('CNY bn/year',
    'positive(-(firmDeposits/timeStep + firmCashFlow))',
    'Loans that cover a shortfall of deposits', { over: firms, source: '2.3' }),
  firmLoanFlow: equation('CNY bn/year', {
    state: 'plannedLoans[state] + extraLoans[state] + firmOverdraft[state] - firmDebtAssumed',
    private: 'plannedLoans[private] + extraLoans[private] + firmOverdraft[private]',
  },
    'New loans less repayment', { over: firms }),
  firmDefaultBase: parameter('1/year', { state: 0.006, private: 0.008 },
    'Default rate of firm loans at normal profit', { over: ['firm'], symbol: 'd', source: '16', evidence: 'assumed' }),
  firmLoss: parameter('share', 0.5, 'Loss of banks on a firm loan in default', { source: '16', evidence: 'assumed' }),
  firmDefaultSlope: parameter('year', 8,
    'Response of defaults of firms to their profit rate', { source: '16', evidence: 'assumed' }),
  firmDefaultLow: parameter('1/year', 0.002,
    'Lowest yearly default rate of firms', { source: '16', evidence: 'assumed' }),
  firmDefaultHigh: parameter('1/year', 0.05,
    'Highest yearly default rate of firms', { source: '16', evidence: 'assumed' }),
  firmWriteOff: equation('CNY bn/year', `
    firmLoss
    *clip(
      firmDefaultBase*exp(-firmDefaultSlope*(profitRate - lendingRateNow - normalProfitRate)),
      firmDefaultLow,
      firmDefaultHigh
    )*firmLoans`,
    'Firm loans written off', { over: firms, source: '16' }),
  firmDeposits: stock('CNY bn', {
    over: firms,
    initial: 'firmDepositsStart',
    inflow: 'firmCashFlow + firmOverdraft',
    symbol: 'D', source: '16',
  }, 'Deposits of firms'),
  firmLoans: stock('CNY bn', {
    over: firms,
    initial: 'firmLoansStart',
    inflow: 'firmLoanFlow',
    outflow: 'firmWriteOff',
    symbol: 'L', source: '16',
  }, 'Loans of firms'),
  firmStockRate: stock('1/year', {
    over: [],
    initial: 'loanRateStart*interestLevel',
    inflow: '(lendingRateNow - firmStockRate)/1{year}',
    symbol: 'rL_bar', source: '16',
  }, 'Average rate of firm loans'),
  mortgageStockPremium: parameter('1/year', 0.003,
    'Rate of mortgages in force above that of new ones', { source: '16', evidence: 'assumed' }),
  mortgageStockRate: stock('1/year', {
    over: [],
    initial: 'householdLoanRateStart*interestLevel',
    inflow: '(mortgageRateOffered + mortgageStockPremium*interestLevel - mortgageStockRate)/1{year}',
    symbol: 'rM_bar', source: '16',
  }, 'Average rate of household loans'),

  // banks
  bankDeposits: equation('CNY bn',
    'sum(deposits) + sum(firmDeposits) + provinceDeposits + vehicleDeposits + pensionReserve',
    'Deposits at banks at the opening of the step', { source: '2.1' }),
  bankAssets: equation('CNY bn',
    'sum(loans) + sum(firmLoans) + advances + bankShareOfBonds*provincialBonds + bankShareOfVehicles*vehicleDebt',
    'Loans and securities of banks at the opening of the step', { source: '2.1' }),
  riskWeightHouseholds: parameter('share', 0.5,
    'Risk weight of household loans', { source: '16', evidence: 'official' }),
  riskWeightBonds: parameter('share', 0.2,
    'Risk weight of bonds of the province', { source: '16', evidence: 'official' }),
  riskWeightedStart: base('CNY bn', `
    riskWeightHouseholds*sum(householdLoansStart)
    + sum(firmLoansStart)
    + bankShareOfVehicles*vehicleDebtStart*vehicleDebtFactor
    + riskWeightBonds*bankShareOfBonds*provincialBondsStart`,
    'Risk-weighted assets at the start', { source: '16' }),
  bankCapitalRatioStart: parameter('share', 0.115,
    'Capital of banks over risk-weighted assets at the start', { source: '3(10)', evidence: 'assumed' }),
  bankCapitalStart: base('CNY bn',
    'bankCapitalRatioStart*riskWeightedStart',
    'Capital of banks at the start', { source: '3(10)' }),
  bankAssetsStart: base('CNY bn', `
    sum(householdLoansStart)
    + sum(firmLoansStart)
    + bankShareOfBonds*provincialBondsStart
    + bankShareOfVehicles*vehicleDebtStart*vehicleDebtFactor`,
    'Loans and securities of banks at the start'),
  netForeignStart: base('CNY bn', `
    sum(householdDepositsStart) + sum(firmDepositsStart) + provinceDepositsStart + vehicleDepositsStart
    + pensionReserveStart + bankCapitalStart - bankAssetsStart`,
    'Net external position of banks at the start', { symbol: 'NEA', source: '3(10)' }),
  bankCostRate: parameter('1/year', 0.008,
    'Operating costs of banks per unit of assets', { symbol: 'cost_b', source: '29.3', evidence: 'assumed' }),
  bankCostsStart: base('CNY bn/year', 'bankCostRate*bankAssetsStart', 'Operating costs of banks at the start'),
  bankCosts: equation('CNY bn/year',
    'bankCostRate*bankAssets',
    'Operating costs of banks: pay of their staff', { source: '16' }),
  bankInterestReceived: equation('CNY bn/year', `
    sum(loanInterest)
    + sum(firmInterest)
    + advanceInterest
    + bondStockRate*bankShareOfBonds*provincialBonds
    + bankShareOfVehicles*vehicleInterest
    + interbankRateNow*netForeign`,
    'Interest received by banks, net position included', { source: '16' }),
  bankInterestPaid: equation('CNY bn/year', 'depositRateNow*bankDeposits', 'Interest paid by banks', { source: '16' }),
  bankMargin: equation('CNY bn/year',
    'bankInterestReceived - bankInterestPaid',
    'Interest margin of banks', { source: '16' }),
  bankLosses: equation('CNY bn/year',
    'sum(loanWriteOff) + sum(firmWriteOff) + bankShareOfVehicles*vehicleWriteOff',
    'Loans written off by banks', { source: '16' }),
  riskWeighted: equation('CNY bn', `
    riskWeightHouseholds*sum(loans)
    + sum(firmLoans)
    + bankShareOfVehicles*vehicleDebt
    + riskWeightBonds*bankShareOfBonds*provincialBonds`,
    'Risk-weighted assets at the opening of the step', { symbol: 'RWA', source: '16' }),
  capitalRatio: equation('share',
    'bankCapital/max(riskWeighted, 1e-9{CNY bn})',
    'Capital ratio of banks', { symbol: 'CAR', source: '16', outcome: true }),
  bankCapitalLeast: parameter('share', 0.085,
    'Capital ratio below which banks lend less', { source: '16', evidence: 'assumed' }),
  creditSupplyLeast: parameter('share', 0.3, 'Lowest supply of credit', { source: '16', evidence: 'assumed' }),
  creditSupply: equation('share',
    'clip(positive(capitalRatio/bankCapitalLeast)^2, creditSupplyLeast, 1)*(1 - creditFromContagion*contagion)',
    'Credit supply: 1 unless bank capital is short or lenders distrust the area', { symbol: 'cs', source: '16' }),
  bankPayout: parameter('share', 0.35, 'Dividends of banks, of profit', { source: '16, E24', evidence: 'assumed' }),
  bankExcessPace: parameter('1/year', 0.5,
    'Share of excess bank capital paid out in a year', { source: '16, E24', evidence: 'assumed' }),
  bankCapitalTarget: parameter('share', 0.125,
    'Capital ratio above which banks pay out the excess', { source: '16, E24', evidence: 'assumed' }),
  bankDividends: equation('CNY bn/year', `
    bankPayout*positive(bankMargin - bankCosts - bankLosses)
    + bankExcessPace*positive(bankCapital - bankCapitalTarget*riskWeighted)`,
    'Dividends of banks to the central government', { symbol: 'DivB', source: '16, E24' }),
  bankCapitalRescue: parameter('share', 0.05,
    'Capital ratio below which the central government recapitalises banks', { source: '16', evidence: 'assumed' }),
  bankRecapitalisation: equation('CNY bn/year',
    'positive(bankCapitalRescue*riskWeighted - bankCapital)/1{year}',
    'Recapitalisation by the central government', { source: '16' }),
  bankCapital: stock('CNY bn', {
    initial: 'bankCapitalStart',
    inflow: 'bankMargin + bankRecapitalisation',
    outflow: 'bankCosts + bankDividends + bankLosses',
    symbol: 'NWB', source: '16',
  }, 'Capital of banks'),
  bankAssetsClosing: equation('CNY bn', `
    sum(closing(loans))
    + sum(closing(firmLoans))
    + closing(advances)
    + bankShareOfBonds*closing(provincialBonds)
    + bankShareOfVehicles*closing(vehicleDebt)`,
    'Loans and securities of banks at the end of the step'),
  bankDepositsClosing: equation('CNY bn', `
    sum(closing(deposits)) + sum(closing(firmDeposits)) + closing(provinceDeposits) + closing(vehicleDeposits)
    + closing(pensionReserve)`,
    'Deposits at banks at the end of the step'),
  netForeign: stock('CNY bn', {
    initial: 'netForeignStart',
    inflow: '((bankDepositsClosing - bankDeposits) + change(bankCapital) - (bankAssetsClosing - bankAssets))/timeStep',
    symbol: 'NEA', source: '16', negative: 'External claims less external debts: a net position.',
  }, 'Net external position of banks'),
})
