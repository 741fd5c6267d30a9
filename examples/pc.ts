/**
 * Example: model PC of Godley & Lavoie, Monetary Economics, chapter 4, in which households choose between money and
 * bills.
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
  households: 'Households',
  production: 'Production',
  government: 'Government',
  centralBank: 'Central bank',
}

export const pc: Model = {
  name: 'pc',
  units: ['dollar'],
  dimensions: {},
  simultaneous: { income: { doc: 'Income is spent within the period', tolerance: 1e-15, most: 500 } },
  sectors: [
    sector(
      'Economy',
      {},
      {
        spendingFromIncome: parameter('share', 0.6, 'Consumed part of disposable income', { symbol: 'α1' }),
        spendingFromWealth: parameter('1/year', 0.4, 'Consumed part of opening wealth', { symbol: 'α2' }),
        billShare: parameter('share', 0.635, 'Share of bills in wealth without interest', { symbol: 'λ0' }),
        billShareOfRate: parameter('year', 5, 'Rise of the share with the interest rate', { symbol: 'λ1' }),
        billShareOfIncome: parameter('year', 0.01, 'Fall of the share with income, for transactions', { symbol: 'λ2' }),
        taxRate: parameter('share', 0.2, 'Tax on income and interest', { symbol: 'θ' }),
        governmentSpending: parameter('dollar/year', 20, 'Purchases of the government', { symbol: 'G' }),
        interestRate: exogenous('1/year', 'Rate on bills issued in the period', { symbol: 'r' }),
        steadyShare: base(
          'share',
          'billShare + billShareOfRate * interestRate - billShareOfIncome * spendingFromWealth / (1 - spendingFromIncome)',
          'Share of bills when income stands still',
        ),
        steadyWealth: base(
          'dollar',
          'governmentSpending / (taxRate / (1 - taxRate) * spendingFromWealth / (1 - spendingFromIncome) - steadyShare * interestRate)',
          'Wealth when the budget is balanced',
          { symbol: 'V*' },
        ),
        rateOfBills: delay(
          '1/year',
          { of: 'interestRate', initial: 'interestRate', symbol: 'r₋₁' },
          'Rate on bills outstanding',
        ),
        output: equation('dollar/year', 'consumption + governmentSpending', 'National income', {
          symbol: 'Y',
          ...together,
        }),
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
          'Money held by households: what is not in bills',
        ),
        billsSupplied: stock(
          'dollar',
          {
            initial: 'steadyWealth',
            inflow: 'governmentSpending + rateOfBills * billsSupplied',
            outflow: 'taxes + rateOfBills * billsOfCentralBank',
            symbol: 'Bs',
          },
          'Bills issued by the government; the central bank returns its interest',
        ),
        billsOfCentralBank: level(
          'dollar',
          { initial: 'billsSupplied - bills', next: 'closing(billsSupplied) - closing(bills)', symbol: 'Bcb' },
          'Bills that households do not take',
        ),
        moneySupplied: level(
          'dollar',
          { initial: 'money', next: 'moneySupplied + change(billsOfCentralBank)', symbol: 'Hs' },
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
          scale: 'closing(wealth)',
          columns,
          zeroColumns: ['centralBank'],
          redundant: 'centralBank',
          rows: {
            money: {
              doc: 'Money',
              cells: { households: 'closing(money)', centralBank: '-closing(moneySupplied)' },
            },
            bills: {
              doc: 'Bills',
              cells: {
                households: 'closing(bills)',
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
          scale: 'output',
          columns,
          rows: {
            consumption: { doc: 'Consumption', cells: { households: '-consumption', production: 'consumption' } },
            government: {
              doc: 'Government spending',
              cells: { production: 'governmentSpending', government: '-governmentSpending' },
            },
            income: { doc: 'Income', cells: { households: 'output', production: '-output' } },
            interest: {
              doc: 'Interest on bills',
              cells: {
                households: 'interest',
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
            taxes: { doc: 'Taxes', cells: { households: '-taxes', government: 'taxes' } },
            money: {
              doc: 'Change in money',
              cells: { households: '-change(money) / timeStep', centralBank: 'change(moneySupplied) / timeStep' },
            },
            bills: {
              doc: 'Change in bills',
              cells: {
                households: '-change(bills) / timeStep',
                government: 'change(billsSupplied) / timeStep',
                centralBank: '-change(billsOfCentralBank) / timeStep',
              },
            },
          },
        }),
        moneyHeldIsMoneySupplied: identity(
          'dollar',
          {
            left: 'closing(money)',
            right: 'closing(moneySupplied)',
            scale: 'closing(wealth)',
          },
          'The equation the model does not need',
        ),
      },
    ),
  ],
}
