/** Example: model SIM of Godley & Lavoie, Monetary Economics, chapter 3, with government money only. */

import { equation, exogenous, identity, matrix, type Model, parameter, sector, stock } from '../src/language/declare.ts'

const together = { simultaneous: 'income' }

export const sim: Model = {
  name: 'sim',
  units: ['dollar'],
  dimensions: {},
  simultaneous: { income: { doc: 'Income is spent within the period', tolerance: 1e-15, most: 500 } },
  sectors: [
    sector(
      'Economy',
      { doc: 'Households work, pay taxes and keep what they do not spend as money' },
      {
        spendingFromIncome: parameter('share', 0.6, 'Consumed part of disposable income', { symbol: 'α1' }),
        spendingFromWealth: parameter('1/year', 0.4, 'Consumed part of opening money', { symbol: 'α2' }),
        taxRate: parameter('share', 0.2, 'Tax on income', { symbol: 'θ' }),
        initialMoney: parameter('dollar', 0, 'Money at the start'),
        governmentSpending: exogenous('dollar/year', 'Purchases of the government', { symbol: 'G' }),
        output: equation('dollar/year', 'consumption + governmentSpending', 'National income', {
          symbol: 'Y',
          ...together,
        }),
        taxes: equation('dollar/year', 'taxRate * output', 'Taxes', { symbol: 'T', ...together }),
        disposableIncome: equation('dollar/year', 'output - taxes', 'Income after tax', { symbol: 'YD', ...together }),
        consumption: equation(
          'dollar/year',
          'spendingFromIncome * disposableIncome + spendingFromWealth * money',
          'Consumption of households',
          { symbol: 'C', ...together },
        ),
        money: stock(
          'dollar',
          { initial: 'initialMoney', inflow: 'disposableIncome', outflow: 'consumption', symbol: 'Hh' },
          'Money held by households',
        ),
        moneySupplied: stock(
          'dollar',
          { initial: 'initialMoney', inflow: 'governmentSpending', outflow: 'taxes', symbol: 'Hs' },
          'Money issued by the government to pay what taxes do not',
        ),
      },
    ),
    sector(
      'Accounts',
      {},
      {
        balanceSheet: matrix({
          title: 'balance sheet',
          doc: 'Money is a claim of households on the government',
          unit: 'dollar',
          scale: 'max(closing(money), 1{dollar})',
          columns: { households: 'Households', production: 'Production', government: 'Government' },
          zeroColumns: [],
          rows: {
            money: {
              doc: 'Money',
              cells: { households: 'closing(money)', government: '-closing(moneySupplied)' },
            },
          },
        }),
        transactionFlows: matrix({
          title: 'transaction flows',
          doc: 'Every payment has a payer and a receiver',
          unit: 'dollar/year',
          scale: 'output',
          columns: { households: 'Households', production: 'Production', government: 'Government' },
          redundant: 'government',
          rows: {
            consumption: { doc: 'Consumption', cells: { households: '-consumption', production: 'consumption' } },
            government: {
              doc: 'Government spending',
              cells: { production: 'governmentSpending', government: '-governmentSpending' },
            },
            wages: { doc: 'Income', cells: { households: 'output', production: '-output' } },
            taxes: { doc: 'Taxes', cells: { households: '-taxes', government: 'taxes' } },
            money: {
              doc: 'Change in money',
              cells: { households: '-change(money) / timeStep', government: 'change(moneySupplied) / timeStep' },
            },
          },
        }),
        moneyHeldIsMoneySupplied: identity(
          'dollar',
          {
            left: 'closing(money)',
            right: 'closing(moneySupplied)',
            scale: 'max(closing(money), 1{dollar})',
          },
          'The equation the model does not need: what households hold is what the government issued',
        ),
      },
    ),
  ],
}
