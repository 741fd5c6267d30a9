/**
 * Example: model REG of Godley & Lavoie, Monetary Economics, chapter 6, with trade between two regions of one country.
 */

import {
  base,
  delay,
  equation,
  exogenous,
  identity,
  level,
  matrix,
  type Model,
  parameter,
  sector,
  stock,
} from '../src/language/declare.ts'

const together = { simultaneous: 'income' }
const columns = {
  householdsNorth: 'Households, North',
  productionNorth: 'Production, North',
  householdsSouth: 'Households, South',
  productionSouth: 'Production, South',
  government: 'Government',
  centralBank: 'Central bank',
}

/** Cells of one flow from households to firms, or the like, in both regions. */
const both = (text: string, payer: string, receiver: string): Record<string, string> => ({
  [`${payer}North`]: `-${text}[north]`,
  [`${receiver}North`]: `${text}[north]`,
  [`${payer}South`]: `-${text}[south]`,
  [`${receiver}South`]: `${text}[south]`,
})

export const reg: Model = {
  name: 'reg',
  units: ['dollar'],
  dimensions: { region: { labels: ['north', 'south'], doc: 'The two regions' } },
  simultaneous: { income: { doc: 'Income is spent within the period', tolerance: 1e-15, most: 500 } },
  sectors: [
    sector(
      'Regions',
      { over: ['region'] },
      {
        spendingFromIncome: parameter('share', { north: 0.6, south: 0.7 }, 'Consumed part of disposable income', {
          symbol: 'α1',
        }),
        spendingFromWealth: parameter('1/year', { north: 0.4, south: 0.3 }, 'Consumed part of opening wealth', {
          symbol: 'α2',
        }),
        billShare: parameter('share', { north: 0.635, south: 0.67 }, 'Share of bills in wealth without interest', {
          symbol: 'λ0',
        }),
        billShareOfRate: parameter('year', { north: 5, south: 6 }, 'Rise of the share with the interest rate', {
          symbol: 'λ1',
        }),
        billShareOfIncome: parameter('year', { north: 0.01, south: 0.07 }, 'Fall of the share with income', {
          symbol: 'λ2',
        }),
        taxRate: parameter('share', 0.2, 'Tax on income and interest', { symbol: 'θ' }),
        governmentSpending: parameter('dollar/year', { north: 20, south: 20 }, 'Purchases of the government', {
          symbol: 'G',
        }),
        importShare: exogenous('share', 'Imports from the other region in output', { symbol: 'μ' }),
        interestRate: exogenous('1/year', 'Rate on bills issued in the period', { symbol: 'r', over: [] }),
        steadyShare: base(
          'share',
          'billShare + billShareOfRate * interestRate - billShareOfIncome * spendingFromWealth / (1 - spendingFromIncome)',
          'Share of bills when income stands still',
        ),
        steadyWealth: base(
          'dollar',
          'governmentSpending / (taxRate / (1 - taxRate) * spendingFromWealth / (1 - spendingFromIncome) - steadyShare * interestRate)',
          'Wealth when budget and trade are balanced',
        ),
        rateOfBills: delay(
          '1/year',
          { of: 'interestRate', initial: 'interestRate', over: [] },
          'Rate on bills outstanding',
        ),
        output: equation('dollar/year', 'consumption + governmentSpending + exports - imports', 'Regional income', {
          symbol: 'Y',
          ...together,
        }),
        imports: equation('dollar/year', 'importShare * output', 'Imports from the other region', {
          symbol: 'IM',
          ...together,
        }),
        exports: equation(
          'dollar/year',
          { north: 'imports[south]', south: 'imports[north]' },
          'Exports to the other region',
          { symbol: 'X', ...together },
        ),
        interest: equation('dollar/year', 'rateOfBills * bills', 'Interest on bills of households'),
        taxes: equation('dollar/year', 'taxRate * (output + interest)', 'Taxes', { symbol: 'T', ...together }),
        disposableIncome: equation('dollar/year', 'output + interest - taxes', 'Income after tax', {
          symbol: 'YD',
          ...together,
        }),
        consumption: equation(
          'dollar/year',
          'spendingFromIncome * disposableIncome + spendingFromWealth * wealth',
          'Consumption of households',
          { symbol: 'C', ...together },
        ),
        wealth: stock(
          'dollar',
          { initial: 'steadyWealth', inflow: 'disposableIncome', outflow: 'consumption', symbol: 'V' },
          'Wealth of households',
        ),
        bills: level(
          'dollar',
          {
            initial: 'steadyShare * steadyWealth',
            next: '(billShare + billShareOfRate * interestRate) * closing(wealth) - billShareOfIncome * disposableIncome',
            symbol: 'Bh',
          },
          'Bills held by households',
        ),
        money: level(
          'dollar',
          { initial: 'steadyWealth - bills', next: 'closing(wealth) - closing(bills)', symbol: 'Hh' },
          'Money held by households',
        ),
        tradeBalance: equation('dollar/year', 'exports - imports', 'Exports less imports'),
        budgetBalance: equation(
          'dollar/year',
          'taxes - governmentSpending - interest',
          'What the government takes from the region less what it spends there',
        ),
      },
    ),
    sector(
      'Country',
      {},
      {
        billsSupplied: stock(
          'dollar',
          {
            initial: 'sum(steadyWealth)',
            inflow: 'sum(governmentSpending) + rateOfBills * billsSupplied',
            outflow: 'sum(taxes) + rateOfBills * billsOfCentralBank',
            symbol: 'Bs',
          },
          'Bills issued by the government',
        ),
        billsOfCentralBank: level(
          'dollar',
          {
            initial: 'billsSupplied - sum(bills)',
            next: 'closing(billsSupplied) - sum(closing(bills))',
            symbol: 'Bcb',
          },
          'Bills that households do not take',
        ),
        moneySupplied: level(
          'dollar',
          { initial: 'sum(money)', next: 'moneySupplied + change(billsOfCentralBank)', symbol: 'Hs' },
          'Money issued against bills of the central bank',
        ),
      },
    ),
    sector(
      'Accounts',
      {},
      {
        balanceSheet: matrix({
          title: 'balance sheet',
          doc: 'Claims at the end of the period',
          unit: 'dollar',
          scale: 'sum(closing(wealth))',
          columns,
          zeroColumns: ['centralBank'],
          redundant: 'centralBank',
          rows: {
            money: {
              doc: 'Money',
              cells: {
                householdsNorth: 'closing(money[north])',
                householdsSouth: 'closing(money[south])',
                centralBank: '-closing(moneySupplied)',
              },
            },
            bills: {
              doc: 'Bills',
              cells: {
                householdsNorth: 'closing(bills[north])',
                householdsSouth: 'closing(bills[south])',
                government: '-closing(billsSupplied)',
                centralBank: 'closing(billsOfCentralBank)',
              },
            },
          },
        }),
        transactionFlows: matrix({
          title: 'transaction flows',
          doc: 'Every payment has a payer and a receiver',
          unit: 'dollar/year',
          scale: 'sum(output)',
          columns,
          rows: {
            consumption: { doc: 'Consumption', cells: both('consumption', 'households', 'production') },
            government: {
              doc: 'Government spending',
              cells: {
                productionNorth: 'governmentSpending[north]',
                productionSouth: 'governmentSpending[south]',
                government: '-sum(governmentSpending)',
              },
            },
            tradeNorthward: {
              doc: 'Deliveries from South to North',
              cells: { productionNorth: '-imports[north]', productionSouth: 'exports[south]' },
            },
            tradeSouthward: {
              doc: 'Deliveries from North to South',
              cells: { productionNorth: 'exports[north]', productionSouth: '-imports[south]' },
            },
            income: { doc: 'Income', cells: both('output', 'production', 'households') },
            interest: {
              doc: 'Interest on bills',
              cells: {
                householdsNorth: 'interest[north]',
                householdsSouth: 'interest[south]',
                government: '-rateOfBills * billsSupplied',
                centralBank: 'rateOfBills * billsOfCentralBank',
              },
            },
            profit: {
              doc: 'Profit of the central bank',
              cells: {
                government: 'rateOfBills * billsOfCentralBank',
                centralBank: '-rateOfBills * billsOfCentralBank',
              },
            },
            taxes: {
              doc: 'Taxes',
              cells: { householdsNorth: '-taxes[north]', householdsSouth: '-taxes[south]', government: 'sum(taxes)' },
            },
            money: {
              doc: 'Change in money',
              cells: {
                householdsNorth: '-change(money[north]) / timeStep',
                householdsSouth: '-change(money[south]) / timeStep',
                centralBank: 'change(moneySupplied) / timeStep',
              },
            },
            bills: {
              doc: 'Change in bills',
              cells: {
                householdsNorth: '-change(bills[north]) / timeStep',
                householdsSouth: '-change(bills[south]) / timeStep',
                government: 'change(billsSupplied) / timeStep',
                centralBank: '-change(billsOfCentralBank) / timeStep',
              },
            },
          },
        }),
        moneyHeldIsMoneySupplied: identity(
          'dollar',
          {
            left: 'sum(closing(money))',
            right: 'closing(moneySupplied)',
            scale: 'sum(closing(wealth))',
          },
          'The equation the model does not need',
        ),
      },
    ),
  ],
}
