/**
 * The books: the transaction-flow matrix and the balance sheet of every step, and the identities A1-A25.
 * The cells restate the flows of the sectors; nothing computes from them: they are the test.
 */

import { equation, identity, matrix, sector } from '../language/declare.ts'

const groupOf = { HY: 'young', HM: 'middle', HO: 'old' } as const

/** The three household cells of a row: `@` in the text stands for the group's label. */
const households = (text: string): Record<string, string> =>
  Object.fromEntries(Object.entries(groupOf).map(([column, label]) => [column, text.replaceAll('@', label)]))

/** Receipts of firms that sell to the market, by market share. */
const firmSales = (text: string): Record<string, string> => ({
  FSc: `stateShare*(${text})`,
  FPc: `(1 - stateShare)*(${text})`,
})

const columns = {
  HY: 'Households under 40',
  HM: 'Households 40-59',
  HO: 'Households 60 and over',
  FSc: 'State firms, current',
  FSk: 'State firms, capital',
  FPc: 'Private firms, current',
  FPk: 'Private firms, capital',
  PG: 'Province',
  LV: 'LGFVs',
  PF: 'Pension fund',
  B: 'Banks',
  CG: 'Central government',
  RX: 'Outside the region',
}

export const accounts = sector('Accounts', { over: ['area'], doc: 'Sections 2.1-2.4 and 24 of the specification.' }, {
  retainedProfit: equation('CNY bn/year', {
    state: `
      operatingSurplus[state] + (1 - oilLevyRate)*oilValueAdded - oilDividend - firmInterest[state]
      + firmDepositInterest[state] - profitTax[state] - stateShare*userFees + robotSubsidies[state] + interestSubsidy
      - dividends[state] - excessDividend[state]`,
    private: `
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
      - excessDividend[private]`,
  }, 'Retained profit', { over: ['area', 'firm'], source: '2.2 row 32' }),

  transactionFlows: matrix({
    title: 'transaction flows', unit: 'CNY bn/year',
    scale: 'nominalOutput',
    over: ['area'], columns, redundant: 'RX', doc: 'Every receipt and payment of a step, + receipt, - payment',
    rows: {
      consumption: {
        doc: '1 Consumption',
        cells: { ...households('-price*consumptionByGroup[@]'), ...firmSales('price*consumption') },
      },
      purchases: {
        doc: '2 Government purchases',
        cells: { ...firmSales('price*purchasesReal'), PG: '-price*purchasesReal' },
      },
      publicWages: {
        doc: '3 Public wages',
        cells: { ...households('wageIncomeShare[@]*publicWages'), PG: '-publicWages' },
      },
      investment: {
        doc: '4 Investment in capital and robots',
        cells: {
          ...firmSales('price*(demandInvestment + demandRobots)'),
          FSk: '-price*(investment[state] + automationInvestment[state])',
          FPk: '-price*(investment[private] + automationInvestment[private])',
        },
      },
      publicInvestment: {
        doc: '5 Public and culture investment',
        cells: {
          ...firmSales('price*(publicInvestmentReal + cultureInvestment + vehicleInvestment)'),
          PG: '-price*(publicInvestmentReal + cultureInvestment)',
          LV: '-vehicleInvestmentNominal',
        },
      },
      construction: {
        doc: '6 Housing construction',
        cells: { ...firmSales('price*construction'), FPk: '-price*construction' },
      },
      exports: {
        doc: '7 Exports, tourism, grain, oil, with their terms of trade',
        cells: {
          ...households('farmIncome[@]'),
          FSc: 'stateShare*price*(marketExports - defence) + oilValueAdded + stateShare*termsOfTrade',
          FPc: `
            (1 - stateShare)*price*(marketExports - defence)
            + farmFirmsShare*price*primaryOutput
            + (1 - stateShare)*termsOfTrade
            + farmFirmsShare*grainTerms`,
          RX: '-price*(marketExports - defence + primaryOutput) - oilValueAdded - termsOfTrade - grainTerms',
        },
      },
      defence: {
        doc: '8 Defence procurement',
        cells: {
          FSc: 'defenceStateShare*price*defence',
          FPc: '(1 - defenceStateShare)*price*defence',
          CG: '-price*defence',
        },
      },
      imports: {
        doc: '9 Imports',
        cells: { FSc: '-stateShare*price*imports', FPc: '-(1 - stateShare)*price*imports', RX: 'price*imports' },
      },
      wages: {
        doc: '10 Wages of firms',
        cells: {
          ...households('wageIncomeShare[@]*marketWages'),
          FSc: '-firmWages[state]',
          FPc: '-firmWages[private]',
        },
      },
      employerContributions: {
        doc: '11 Employer contributions',
        cells: {
          FSc: '-employerRate*firmWages[state]',
          FPc: '-employerRate*firmWages[private]',
          PG: '-employerRate*publicWages + employerInsuranceRate*wageBill',
          PF: 'pensionContributions*employerParts/contributionParts',
        },
      },
      employeeContributions: {
        doc: '12 Employee contributions',
        cells: {
          ...households('-wageIncomeShare[@]*employeeContributions'),
          PG: 'employeeInsuranceRate*wageBill',
          PF: 'pensionContributions/contributionParts',
        },
      },
      indirectTaxes: {
        doc: '13 Indirect taxes',
        cells: {
          FSc: '-stateShare*indirectTax',
          FPc: '-(1 - stateShare)*indirectTax + taxRelief',
          PG: '(1 - centralShareIndirect)*indirectTax + indirectTaxShift - taxRelief',
          CG: 'centralShareIndirect*indirectTax - indirectTaxShift',
        },
      },
      otherRevenue: {
        doc: '13b Fees and other revenue',
        cells: { FSc: '-stateShare*otherRevenue', FPc: '-(1 - stateShare)*otherRevenue', PG: 'otherRevenue' },
      },
      oilLevy: {
        doc: '13c Oil levy',
        cells: { FSc: '-oilLevy', PG: '(1 - centralShareOil)*oilLevy', CG: 'centralShareOil*oilLevy' },
      },
      profitTaxes: {
        doc: '14 Profit tax',
        cells: {
          FSc: '-profitTax[state]',
          FPc: '-profitTax[private]',
          PG: '(1 - centralShareProfit)*sum(profitTax)',
          CG: 'centralShareProfit*sum(profitTax)',
        },
      },
      incomeTaxes: {
        doc: '15 Personal income tax',
        cells: {
          ...households('-wageIncomeShare[@]*incomeTax'),
          PG: '(1 - centralShareIncome)*incomeTax',
          CG: 'centralShareIncome*incomeTax',
        },
      },
      propertyTaxes: {
        doc: '16 Deed, land value and property taxes',
        cells: {
          ...households('-deedTax[@] - propertyTaxByGroup[@]'),
          FPc: '-landValueTax',
          PG: 'sum(deedTax) + propertyTax + landValueTax',
        },
      },
      pensions: {
        doc: '17 Pensions of the fund',
        cells: {
          HM: 'pensionBenefits*(1 - pensionersOldShare)',
          HO: 'pensionBenefits*pensionersOldShare',
          PF: '-pensionBenefits',
        },
      },
      benefits: {
        doc: '18 Benefits, allowances, vouchers, health, severance',
        cells: {
          HY: `
            benefitIncome[young] + childIncome[young] + directIncome[young] + voucherIncome[young]
            + healthIncome[young] + employedShare[young]*severance`,
          HM: `
            benefitIncome[middle] + childIncome[middle] + directIncome[middle] + voucherIncome[middle]
            + healthIncome[middle] + employedShare[middle]*severance`,
          HO: `
            benefitIncome[old] + childIncome[old] + directIncome[old] + voucherIncome[old] + healthIncome[old]
            + employedShare[old]*severance + residentPensionBill`,
          PG: '-provinceBenefitPayments - severance',
          CG: '-(1 - residentPensionProvince)*residentPensionBill - centralChildAllowance',
        },
      },
      subsidies: {
        doc: '19 Subsidies to firms',
        cells: {
          FSc: 'robotSubsidies[state] + interestSubsidy',
          FPc: 'robotSubsidies[private]',
          PG: '-sum(robotSubsidies) - interestSubsidy',
        },
      },
      transfers: { doc: '20 General transfers', cells: { PG: 'centralTransfers', CG: '-centralTransfers' } },
      pooling: { doc: '21 National pension pooling', cells: { PF: 'nationalPooling', CG: '-nationalPooling' } },
      pensionSubsidy: { doc: '22 Provincial pension subsidy', cells: { PG: '-pensionSubsidy', PF: 'pensionSubsidy' } },
      depositInterest: {
        doc: '23 Interest on deposits',
        cells: {
          ...households('depositRateNow*deposits[@]'),
          FSc: 'firmDepositInterest[state]',
          FPc: 'firmDepositInterest[private]',
          PG: 'provinceDepositInterest',
          LV: 'vehicleDepositInterest',
          PF: 'pensionInterest',
          B: '-bankInterestPaid',
        },
      },
      loanInterest: {
        doc: '24 Interest on loans and advances',
        cells: {
          ...households('-loanInterest[@]'),
          FSc: '-firmInterest[state]',
          FPc: '-firmInterest[private]',
          PG: '-advanceInterest',
          B: 'sum(loanInterest) + sum(firmInterest) + advanceInterest',
        },
      },
      bondInterest: {
        doc: '25 Interest on bonds and vehicle debt',
        cells: {
          PG: '-bondInterest',
          LV: '-vehicleInterest',
          B: 'bankShareOfBonds*bondInterest + bankShareOfVehicles*vehicleInterest',
          RX: '(1 - bankShareOfBonds)*bondInterest + (1 - bankShareOfVehicles)*vehicleInterest',
        },
      },
      outsideInterest: {
        doc: '26 Interest on the net position of banks',
        cells: { B: 'interbankRateNow*netForeign', RX: '-interbankRateNow*netForeign' },
      },
      claimIncome: {
        doc: '26b Income on claims outside',
        cells: { ...households('outsideClaimRate*outsideClaims[@]'), RX: '-outsideClaimRate*sum(outsideClaims)' },
      },
      dividends: {
        doc: '27 Dividends',
        cells: {
          ...households('privateEquityShare[@]*(dividends[private] + excessDividend[private])'),
          FSc: '-dividends[state] - excessDividend[state] - oilDividend',
          FPc: 'mixedDividend - dividends[private] - excessDividend[private]',
          PG: 'provinceDividends',
          B: '-bankDividends',
          CG: 'centreDividends + oilDividend + bankDividends',
          RX: `
            outsideHolderShare*(dividends[state] + excessDividend[state])
            + outsideEquityShare*(dividends[private] + excessDividend[private])`,
        },
      },
      bankCosts: {
        doc: '27b Operating costs of banks',
        cells: { ...households('wageIncomeShare[@]*bankCosts'), B: '-bankCosts' },
      },
      recapitalisation: {
        doc: '27c Recapitalisation of banks',
        cells: { B: 'bankRecapitalisation', CG: '-bankRecapitalisation' },
      },
      vehicleSupport: {
        doc: '28 User fees and support of vehicles',
        cells: {
          FSc: '-stateShare*userFees',
          FPc: '-(1 - stateShare)*userFees',
          PG: '-vehicleSupport',
          LV: 'userFees + vehicleSupport',
        },
      },
      remittances: { doc: '29 Remittances', cells: { ...households('remittances[@]'), RX: '-sum(remittances)' } },
      family: {
        doc: '30 Family transfers: help, bequests, ageing',
        cells: households('ageingDeposits[@] + ageingClaims[@] - ageingLoans[@] + familyHelp[@]'),
      },
      bequestsOutside: {
        doc: '30b Bequests to heirs outside',
        cells: { ...households('-bequestsOutside[@]'), RX: 'sum(bequestsOutside)' },
      },
      migrantWealth: {
        doc: '31 Wealth moved by migrants',
        cells: { ...households('-migrantWealth[@] - migrantClaims[@]'), RX: 'sum(migrantWealth) + sum(migrantClaims)' },
      },
      retainedProfit: {
        doc: '32 Retained profit',
        cells: {
          FSc: '-retainedProfit[state]',
          FSk: 'retainedProfit[state]',
          FPc: '-retainedProfit[private]',
          FPk: 'retainedProfit[private]',
        },
      },
      land: { doc: '33 Land sales', cells: { FPk: '-landRevenue', PG: 'landRevenue' } },
      homes: {
        doc: '34 Home purchases',
        cells: {
          ...households('-homePurchases[@]'),
          FPk: 'homeSalesValue + publicPurchaseCost',
          PG: '-publicPurchaseCost',
        },
      },
      equitySale: {
        doc: '35 Sale of state equity',
        cells: { FPk: '-(1 - buyersOutside)*equitySale', PG: 'equitySale', RX: '-buyersOutside*equitySale' },
      },
      capitalTransfer: {
        doc: '35b Capital transfer in a debt swap; package money raised by vehicles',
        cells: { PG: '-debtSwap + financingFromVehicles', LV: 'debtSwap - financingFromVehicles' },
      },
      outsideEquity: { doc: '35c Outside equity into private firms: no lever yet', cells: { FPk: '0', RX: '0' } },
      cleanUp: { doc: '35d Debt clean-up', cells: { PG: '-cleanUp', LV: 'cleanUp' } },
      deposits: {
        doc: '36 Change of deposits',
        cells: {
          ...households('-change(deposits[@])/timeStep'),
          FSk: '-change(firmDeposits[state])/timeStep',
          FPk: '-change(firmDeposits[private])/timeStep',
          PG: '-change(provinceDeposits)/timeStep',
          LV: '-change(vehicleDeposits)/timeStep',
          PF: '-change(pensionReserve)/timeStep',
          B: '(bankDepositsClosing - bankDeposits)/timeStep',
        },
      },
      claims: {
        doc: '36b Change of claims outside',
        cells: { ...households('-change(outsideClaims[@])/timeStep'), RX: 'sum(change(outsideClaims))/timeStep' },
      },
      loans: {
        doc: '37 Change of loans and advances',
        cells: {
          ...households('mortgages[@] + consumerLoans[@] - amortisation[@] + ageingLoans[@]'),
          FSk: 'firmLoanFlow[state]',
          FPk: 'firmLoanFlow[private]',
          PG: 'change(advances)/timeStep',
          B: `
            -(sum(mortgages) + sum(consumerLoans) - sum(amortisation) + sum(firmLoanFlow) + change(advances)/timeStep)`,
        },
      },
      bonds: {
        doc: '38 Change of bonds and vehicle debt',
        cells: {
          PG: 'change(provincialBonds)/timeStep',
          LV: 'vehicleBorrowing - debtSwap - cleanUp',
          B: `
            -bankShareOfBonds*change(provincialBonds)/timeStep
            - bankShareOfVehicles*(vehicleBorrowing - debtSwap - cleanUp)`,
          RX: `
            -(1 - bankShareOfBonds)*change(provincialBonds)/timeStep
            - (1 - bankShareOfVehicles)*(vehicleBorrowing - debtSwap - cleanUp)`,
        },
      },
      arrears: {
        doc: '39 Change of arrears',
        cells: { FPk: '-(newArrears - arrearsRepaid)', PG: 'newArrears - arrearsRepaid' },
      },
      outsidePosition: {
        doc: '40 Change of the positions of banks and the centre',
        cells: {
          B: '-change(netForeign)/timeStep',
          CG: '-change(centreAccount)/timeStep',
          RX: '(change(netForeign) + change(centreAccount))/timeStep',
        },
      },
    },
  }),

  // closing balance sheet
  stateEquityClosing: equation('CNY bn', `
    closing(price)*(closing(capital[state]) + robotPrice*closing(robots[state]))
    + closing(firmDeposits[state])
    - closing(firmLoans[state])`,
    'Book equity of state firms', { symbol: 'Eqs', source: '2.1' }),
  privateEquityClosing: equation('CNY bn', `
    closing(price)*(closing(capital[private]) + robotPrice*closing(robots[private]))
    + closing(developerStock)
    + closing(firmDeposits[private])
    + closing(arrears)
    + closing(mixedHolderShare)*stateEquityClosing
    - closing(firmLoans[private])`,
    'Book equity of private firms', { symbol: 'Eqp', source: '2.1' }),
  vehicleEquityClosing: equation('CNY bn',
    'closing(price)*closing(vehicleCapital) + closing(vehicleDeposits) - closing(vehicleDebt)',
    'Book equity of LGFVs', { symbol: 'Eqv', source: '2.1' }),
  householdNetWorth: equation('CNY bn', `
    closing(housePrice)*homeShare*closing(dwellings)
    + closing(deposits)
    - closing(loans)
    + closing(outsideClaims)
    + privateEquityShare*privateEquityClosing`,
    'Net worth of households', { over: ['area', 'group'], symbol: 'NW', source: '2.1' }),
  provinceNetWorth: equation('CNY bn', `
    closing(price)*(closing(publicCapital) + closing(cultureCapital))
    + closing(housePrice)*closing(publicHomes)
    + closing(provinceDeposits)
    - closing(advances)
    - closing(provincialBonds)
    - closing(arrears)
    + closing(provinceHolderShare)*stateEquityClosing
    + vehicleEquityClosing`,
    'Net worth of the province', { symbol: 'NWG', source: '2.1' }),
  centreHolderClosing: equation('share',
    '1 - closing(provinceHolderShare) - closing(mixedHolderShare) - closing(outsideHolderShare)',
    'Equity of state firms held by the central government, closing'),
  outsideNetWorth: equation('CNY bn', `
    -sum(closing(outsideClaims))
    + (1 - bankShareOfBonds)*closing(provincialBonds)
    + (1 - bankShareOfVehicles)*closing(vehicleDebt)
    + closing(outsideHolderShare)*stateEquityClosing
    + outsideEquityShare*privateEquityClosing
    - closing(netForeign)
    - closing(centreAccount)`,
    'Net worth of the outside, from the region only', { symbol: 'NWX', source: '2.1' }),
  realAssets: equation('CNY bn', `
    closing(price)
    *(
      sum(closing(capital)) + robotPrice*sum(closing(robots)) + closing(publicCapital) + closing(cultureCapital)
      + closing(vehicleCapital)
    )
    + closing(housePrice)*(closing(dwellings) + closing(publicHomes))
    + closing(developerStock)`,
    'Real assets', { source: '2.1, A5' }),

  balanceSheet: matrix({
    title: 'balance sheet', unit: 'CNY bn',
    scale: 'nominalOutput*1{year}',
    over: ['area'],
    doc: 'Closing stocks, + asset, - liability; the last row takes net worth out, so that every column closes',
    columns: {
      HY: columns.HY, HM: columns.HM, HO: columns.HO, FS: 'State firms', FP: 'Private firms', PG: columns.PG,
      LV: columns.LV, PF: columns.PF, B: columns.B, CG: columns.CG, RX: columns.RX,
    },
    zeroRows: [
      'deposits', 'householdLoans', 'firmLoans', 'advances', 'bonds', 'vehicleDebt', 'outsideClaims', 'arrears',
      'stateEquity', 'privateEquity', 'vehicleEquity', 'bankPosition', 'centreAccount',
    ],
    rows: {
      capital: {
        doc: 'Productive capital',
        cells: { FS: 'closing(price)*closing(capital[state])', FP: 'closing(price)*closing(capital[private])' },
      },
      robots: {
        doc: 'Robots and digital capital',
        cells: {
          FS: 'closing(price)*robotPrice*closing(robots[state])',
          FP: 'closing(price)*robotPrice*closing(robots[private])',
        },
      },
      publicCapital: {
        doc: 'Public and culture capital',
        cells: {
          PG: 'closing(price)*(closing(publicCapital) + closing(cultureCapital))',
          LV: 'closing(price)*closing(vehicleCapital)',
        },
      },
      dwellings: {
        doc: 'Dwellings',
        cells: {
          ...households('closing(housePrice)*homeShare[@]*closing(dwellings)'),
          PG: 'closing(housePrice)*closing(publicHomes)',
        },
      },
      developerStock: { doc: "Developers' stock at cost", cells: { FP: 'closing(developerStock)' } },
      deposits: {
        doc: 'Deposits',
        cells: {
          ...households('closing(deposits[@])'),
          FS: 'closing(firmDeposits[state])',
          FP: 'closing(firmDeposits[private])',
          PG: 'closing(provinceDeposits)',
          LV: 'closing(vehicleDeposits)',
          PF: 'closing(pensionReserve)',
          B: '-bankDepositsClosing',
        },
      },
      householdLoans: {
        doc: 'Household loans',
        cells: { ...households('-closing(loans[@])'), B: 'sum(closing(loans))' },
      },
      firmLoans: {
        doc: 'Firm loans',
        cells: { FS: '-closing(firmLoans[state])', FP: '-closing(firmLoans[private])', B: 'sum(closing(firmLoans))' },
      },
      advances: { doc: 'Bank advances', cells: { PG: '-closing(advances)', B: 'closing(advances)' } },
      bonds: {
        doc: 'Provincial bonds',
        cells: {
          PG: '-closing(provincialBonds)',
          B: 'bankShareOfBonds*closing(provincialBonds)',
          RX: '(1 - bankShareOfBonds)*closing(provincialBonds)',
        },
      },
      vehicleDebt: {
        doc: 'Debt of LGFVs',
        cells: {
          LV: '-closing(vehicleDebt)',
          B: 'bankShareOfVehicles*closing(vehicleDebt)',
          RX: '(1 - bankShareOfVehicles)*closing(vehicleDebt)',
        },
      },
      outsideClaims: {
        doc: 'Claims outside',
        cells: { ...households('closing(outsideClaims[@])'), RX: '-sum(closing(outsideClaims))' },
      },
      arrears: { doc: 'Payment arrears', cells: { FP: 'closing(arrears)', PG: '-closing(arrears)' } },
      stateEquity: {
        doc: 'Equity of state firms',
        cells: {
          FS: '-stateEquityClosing',
          FP: 'closing(mixedHolderShare)*stateEquityClosing',
          PG: 'closing(provinceHolderShare)*stateEquityClosing',
          CG: 'centreHolderClosing*stateEquityClosing',
          RX: 'closing(outsideHolderShare)*stateEquityClosing',
        },
      },
      privateEquity: {
        doc: 'Equity of private firms',
        cells: {
          ...households('privateEquityShare[@]*privateEquityClosing'),
          FP: '-privateEquityClosing',
          RX: 'outsideEquityShare*privateEquityClosing',
        },
      },
      vehicleEquity: { doc: 'Equity of LGFVs', cells: { PG: 'vehicleEquityClosing', LV: '-vehicleEquityClosing' } },
      bankPosition: {
        doc: 'Net position of banks outside',
        cells: { B: 'closing(netForeign)', RX: '-closing(netForeign)' },
      },
      centreAccount: {
        doc: "Centre's account",
        cells: { CG: 'closing(centreAccount)', RX: '-closing(centreAccount)' },
      },
      netWorth: {
        doc: 'Net worth, taken out',
        cells: {
          ...households('-householdNetWorth[@]'),
          FS: '0',
          FP: '0',
          PG: '-provinceNetWorth',
          LV: '0',
          PF: '-closing(pensionReserve)',
          B: '-closing(bankCapital)',
          CG: '-closing(centreAccount) - centreHolderClosing*stateEquityClosing',
          RX: '-outsideNetWorth',
        },
      },
    },
  }),

  // identities
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
    left: 'pensioners*pensionersOldShare + pensioners*(1 - pensionersOldShare)',
    right: 'pensionerCoverage*sum(pensionAgeResidents*coverageByBirth)',
    scale: 'populationStart',
  }, 'Pensioners are the sum over cohorts'),
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
      disposableIncome - price*consumptionByGroup - homePurchases - deedTax - propertyTaxByGroup + ageingDeposits
      + ageingClaims - ageingLoans + familyHelp - bequestsOutside - migrantWealth - migrantClaims + loanWriteOff`,
  }, 'Financial wealth of households = saving less homes + transfers + loans written off'),
})
