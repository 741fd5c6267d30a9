/** For tests: the model with a lever that households receive and nobody pays. At its standard every account closes. */

import { type Declaration, type Equation, lever, type Model } from '../language/declare.ts'

const gift = lever(
  '%',
  { bounds: [0, 2], standard: 0, theme: 'People', free: 'A fault on purpose.' },
  'A gift from nobody, of output',
)

const received = (declaration: Declaration): Declaration => {
  const { text, ...rest } = declaration as Equation
  return { ...rest, text: `${text as string} + unpaidGift*price*expectedOutput*spendingHeads/residentsTotal` }
}

/** A copy; the lever is called `unpaidGift`. */
export const withUnpaidGift = (model: Model): Model => ({
  ...model,
  sectors: model.sectors.map(sector => {
    const { disposableIncome } = sector.declarations
    const declarations =
      disposableIncome === undefined
        ? sector.declarations
        : { ...sector.declarations, unpaidGift: { ...gift, over: [] }, disposableIncome: received(disposableIncome) }
    return { ...sector, declarations }
  }),
})
