/**
 * Example: Klein's Model I of the United States, in billions of dollars of 1934, whose income is solved within the year.
 *
 * Klein, L. R. (1950): Economic Fluctuations in the United States, 1921-1941. Wiley. Figures: manual of bimets, SIMULATE.
 */

import { delay, equation, exogenous, type Model, sector, stock } from '../src/language/declare.ts'

const money = 'dollar/year'
const together = { simultaneous: 'income' }

/** Ordinary least squares on the manual's figures of 1921 to 1941. */
const text = {
  consumption: `16.23660027190389{${money}} + 0.19293438131197183*profits + 0.08988489781477334*profitsBefore
    + 0.7962187497189319*(wages + publicWages)`,
  investment: `10.125788542038231{${money}} + 0.479635644559544*profits + 0.33303871351358283*profitsBefore
    - 0.11179468366079116{1/year}*capital`,
  wages: `1.4970438467370826{${money}} + 0.43947696715291434*(output + taxes - publicWages)
    + 0.14608994682209514*privateBefore + 0.13024523025466056{dollar/year^2}*(time - 1931{year})`,
}

export const klein: Model = {
  name: 'Klein I',
  dimensions: {},
  units: ['dollar'],
  simultaneous: { income: { doc: 'Income of a year', tolerance: 1e-14, most: 400 } },
  sectors: [
    sector(
      'Klein',
      {},
      {
        spending: exogenous(money, 'Government spending'),
        taxes: exogenous(money, 'Taxes'),
        publicWages: exogenous(money, 'Wages paid by the government'),
        consumption: equation(money, text.consumption, 'Consumption', together),
        investment: equation(money, text.investment, 'Investment', together),
        wages: equation(money, text.wages, 'Private wages', together),
        output: equation(money, 'consumption + investment + spending - taxes', 'Output', together),
        profits: equation(money, 'output - (wages + publicWages)', 'Profits', together),
        profitsBefore: delay(money, { of: 'profits', initial: `19{${money}}` }, 'Profits of the year before'),
        privateBefore: delay(
          money,
          { of: 'output + taxes - publicWages', initial: `69.5{${money}}` },
          'Private product of the year before',
        ),
        capital: stock(
          'dollar',
          { initial: '201.2{dollar}', inflow: 'investment', negative: 'Net investment' },
          'Capital',
        ),
      },
    ),
  ],
}
