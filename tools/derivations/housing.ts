/**
 * Derives the responses of the house price from home sales and prices by province (docs/theory/housing.md). Run with
 * `node tools/derivations/housing.ts`: it prints what it used and what came out.
 */

import type { Prior } from '../../src/language/declare.ts'
import { areas31, found, of31, priorAmong } from './derivation.ts'
import { amongAreas, type Finder, panel, printed, type Regression } from './least-squares.ts'

/** Later years are held out: the back-test of the parameters fitted to 2018 must not have seen them. */
const years = Array.from({ length: 17 }, (_, at) => 2002 + at)

/** Of a province from the tables of the country, of the nation and of starts from the folders. */
const log =
  (name: string): Finder =>
  (area, year) => {
    const value = area === 'CN' || name === 'homeStarts' ? found(area, name, year) : of31(area, name, year)
    return value === undefined || Number.isNaN(value) ? undefined : Math.log(value)
  }
const less =
  (one: Finder, other: Finder): Finder =>
  (area, year) => {
    const [a, b] = [one(area, year), other(area, year)]
    return a === undefined || b === undefined ? undefined : a - b
  }
const before =
  (find: Finder): Finder =>
  (area, year) =>
    find(area, year - 1)
const growth = (find: Finder): Finder => less(find, before(find))
/** Over three years: homes are planned, saved for and built for longer than a year. */
const growthOfThree = (find: Finder): Finder => less(find, before(before(before(find))))
const nation =
  (find: Finder): Finder =>
  (_area, year) =>
    find('CN', year)

const salesValue = log('homeSalesValue')
const sales = log('homeSales')
const price = less(salesValue, sales)
const starts = log('homeStarts')
const income = less(log('nominalOutput'), log('residentsTotal'))
const nationPrice = nation(log('housePrice'))
const nationSales = nation(sales)
const both =
  (one: Finder, other: Finder): Finder =>
  (area, year) => {
    const [a, b] = [one(area, year), other(area, year)]
    return a === undefined || b === undefined ? undefined : a + b
  }

/** The regressions behind the priors, among the 31 provinces. */
export const housingRegressions = () => ({
  price: amongAreas(
    areas31,
    years,
    growth(price),
    {
      momentum: before(growth(price)),
      'price over income': before(less(price, income)),
      'growth of sales': before(growth(sales)),
    },
    true,
  ),
  priceOnNation: amongAreas(
    areas31,
    years,
    growth(price),
    {
      nation: growth(nationPrice),
      momentum: before(less(growth(price), growth(nationPrice))),
      'price over that of the nation': before(less(price, nationPrice)),
      'growth of sales': before(growth(sales)),
    },
    false,
  ),
  valueOnNation: amongAreas(
    areas31,
    years,
    growth(salesValue),
    { nation: growth(both(nationPrice, nationSales)) },
    false,
  ),
  salesOnNation: amongAreas(
    areas31,
    years,
    growth(sales),
    { 'nation, same year': growth(nationSales), 'nation, year before': before(growth(nationSales)) },
    false,
  ),
  salesPerHead: amongAreas(
    areas31,
    years,
    growthOfThree(less(sales, log('residentsTotal'))),
    { 'income over price': growthOfThree(less(income, price)), income: growthOfThree(income) },
    true,
  ),
})

/** Behind `startsSpeed`, which stays assumed. */
const startsRegression = (): Regression =>
  panel(
    'growth of floor space started, Jilin',
    ['CN-JL'],
    years,
    growth(starts),
    { 'growth of sales': growth(sales), 'starts over sales': before(less(starts, sales)) },
    false,
  )

/** The priors that the model stores. */
export const housingPriors = (): Readonly<
  Record<'priceCorrection' | 'priceMomentum' | 'salesFromNation' | 'salesFromAffordability' | 'salesFromIncome', Prior>
> => {
  const { price: onOwn, priceOnNation, valueOnNation, salesOnNation, salesPerHead } = housingRegressions()
  // Prices fall where they are high, which the speed of the correction counts as positive.
  const back = { ...onOwn.estimates[1]!, value: -onOwn.estimates[1]!.value }
  const backToNation = { ...priceOnNation.estimates[2]!, value: -priceOnNation.estimates[2]!.value }
  return {
    priceCorrection: priorAmong([back, backToNation], 0.01),
    priceMomentum: priorAmong([onOwn.estimates[0]!, priceOnNation.estimates[1]!], 0.01),
    salesFromNation: priorAmong([valueOnNation.estimates[0]!, salesOnNation.estimates[0]!], 0.01),
    salesFromAffordability: priorAmong([salesPerHead.estimates[0]!], 0.01),
    salesFromIncome: priorAmong([salesPerHead.estimates[1]!], 0.01),
  }
}

if (import.meta.main) {
  process.stdout.write(`${printed(startsRegression())}\n`)
  for (const [name, { areas, estimates }] of Object.entries(housingRegressions())) {
    const said = estimates.map(
      ({ name: of, value, error, spread }) =>
        `${of} ${value.toFixed(2)} (${error.toFixed(2)}), spread ${spread.toFixed(2)}`,
    )
    process.stdout.write(`${name}, ${areas} provinces: ${said.join('; ')}\n`)
  }
  for (const [name, { low, central, high }] of Object.entries(housingPriors())) {
    process.stdout.write(`${name}: ${low}, ${central}, ${high}\n`)
  }
}
