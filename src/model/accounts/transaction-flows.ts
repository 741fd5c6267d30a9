/** The transaction-flow matrix: every receipt and payment of a step. */

import { equation, matrix, part } from '../../language/declare.ts'
import { accountColumns as columns, firmSales, householdCells } from './columns.ts'

export const transactionFlows = part({
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
        cells: { ...householdCells('-consumerPrice*consumptionByGroup[@]'), ...firmSales('consumerPrice*consumption') },
      },
      purchases: {
        doc: '2 Government purchases',
        cells: { ...firmSales('price*purchasesReal'), PG: '-price*purchasesReal' },
      },
      publicWages: {
        doc: '3 Public wages',
        cells: { ...householdCells('wageIncomeShare[@]*publicWages'), PG: '-publicWages' },
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
          ...householdCells('farmIncome[@]'),
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
        cells: {
          FSc: '-stateShare*(price*imports + importTerms)',
          FPc: '-(1 - stateShare)*(price*imports + importTerms)',
          RX: 'price*imports + importTerms',
        },
      },
      wages: {
        doc: '10 Wages of firms',
        cells: {
          ...householdCells('wageIncomeShare[@]*marketWages'),
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
          ...householdCells('-wageIncomeShare[@]*employeeContributions'),
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
          ...householdCells('-wageIncomeShare[@]*incomeTax'),
          PG: '(1 - centralShareIncome)*incomeTax',
          CG: 'centralShareIncome*incomeTax',
        },
      },
      propertyTaxes: {
        doc: '16 Deed, land value and property taxes',
        cells: {
          ...householdCells('-deedTax[@] - propertyTaxByGroup[@]'),
          FPc: '-landValueTax',
          PG: 'sum(deedTax) + propertyTax + landValueTax',
        },
      },
      pensions: {
        doc: '17 Pensions of the fund',
        cells: {
          HM: '(pensionBenefits - pensionsAway)*(1 - pensionersOldShare)',
          HO: '(pensionBenefits - pensionsAway)*pensionersOldShare',
          PF: '-pensionBenefits',
          RX: 'pensionsAway',
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
          ...householdCells('depositRateNow*deposits[@]'),
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
          ...householdCells('-loanInterest[@]'),
          FSc: '-firmInterest[state]',
          FPc: '-firmInterest[private]',
          PG: '-advanceInterest',
          B: 'sum(loanInterest) + sum(firmInterest) + advanceInterest',
        },
      },
      bondInterest: {
        doc: '25 Interest on bonds and LGFV debt',
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
        cells: { ...householdCells('outsideClaimRate*outsideClaims[@]'), RX: '-outsideClaimRate*sum(outsideClaims)' },
      },
      dividends: {
        doc: '27 Dividends',
        cells: {
          ...householdCells('privateEquityShare[@]*(dividends[private] + excessDividend[private])'),
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
        cells: { ...householdCells('wageIncomeShare[@]*bankCosts'), B: '-bankCosts' },
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
      remittances: { doc: '29 Remittances', cells: { ...householdCells('remittances[@]'), RX: '-sum(remittances)' } },
      family: {
        doc: '30 Family transfers: help, bequests, ageing',
        cells: householdCells('ageingDeposits[@] + ageingClaims[@] - ageingLoans[@] + familyHelp[@]'),
      },
      bequestsOutside: {
        doc: '30b Bequests to heirs outside',
        cells: { ...householdCells('-bequestsOutside[@]'), RX: 'sum(bequestsOutside)' },
      },
      migrantWealth: {
        doc: '31 Wealth moved by migrants',
        cells: {
          ...householdCells('-migrantWealth[@] - migrantClaims[@]'),
          RX: 'sum(migrantWealth) + sum(migrantClaims)',
        },
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
          ...householdCells('-homePurchases[@]'),
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
      firmDebtAssumed: {
        doc: '35e Debt of state firms taken over',
        cells: { FSk: 'firmDebtAssumed', PG: '-firmDebtAssumed' },
      },
      cleanUp: { doc: '35d Debt clean-up', cells: { PG: '-cleanUp', LV: 'cleanUp' } },
      deposits: {
        doc: '36 Change of deposits',
        cells: {
          ...householdCells('-change(deposits[@])/timeStep'),
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
        cells: { ...householdCells('-change(outsideClaims[@])/timeStep'), RX: 'sum(change(outsideClaims))/timeStep' },
      },
      loans: {
        doc: '37 Change of loans and advances',
        cells: {
          ...householdCells('mortgages[@] + consumerLoans[@] - amortisation[@] + ageingLoans[@]'),
          FSk: 'firmLoanFlow[state]',
          FPk: 'firmLoanFlow[private]',
          PG: 'change(advances)/timeStep',
          B: `
            -(sum(mortgages) + sum(consumerLoans) - sum(amortisation) + sum(firmLoanFlow) + change(advances)/timeStep)`,
        },
      },
      bonds: {
        doc: '38 Change of bonds and LGFV debt',
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
})
