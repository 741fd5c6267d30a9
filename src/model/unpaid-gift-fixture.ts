/** For tests: the model with a lever that households receive and nobody pays. Where it is 0 every account closes. */

import { type Declaration, type Equation, lever, type Model } from '../language/declare.ts'

const gift = (standard: number): Declaration => ({
  ...lever(
    '%',
    { bounds: [0, 2], standard, theme: 'People', free: 'A fault on purpose.' },
    'A gift from nobody, of output',
  ),
  over: [],
})

const received = (declaration: Declaration): Declaration => {
  const { text, ...rest } = declaration as Equation
  return { ...rest, text: `${text as string} + unpaidGift*price*expectedOutput*spendingHeads/residentsTotal` }
}

/** A copy; the lever is called `unpaidGift`. */
export const withUnpaidGift = (model: Model, standard = 0): Model => ({
  ...model,
  sectors: model.sectors.map(sector => {
    const { disposableIncome } = sector.declarations
    const declarations =
      disposableIncome === undefined
        ? sector.declarations
        : { ...sector.declarations, unpaidGift: gift(standard), disposableIncome: received(disposableIncome) }
    return { ...sector, declarations }
  }),
})
