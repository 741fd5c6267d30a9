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
const joined =
  (sign: 1 | -1) =>
  (one: Finder, other: Finder): Finder =>
  (area, year) => {
    const [a, b] = [one(area, year), other(area, year)]
    return a === undefined || b === undefined ? undefined : a + sign * b
  }
const less = joined(-1)
const both = joined(1)
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

/** Growth of prices on its momentum, on how far they stand above what supports them, and on sales. */
const pricesOn = (
  momentum: Finder,
  support: Readonly<Record<string, Finder>>,
  more: Readonly<Record<string, Finder>>,
  yearEffects: boolean,
) =>
  amongAreas(
    areas31,
    years,
    growth(price),
    {
      momentum: before(momentum),
      ...support,
      'growth of sales': before(growth(sales)),
      ...more,
    },
    yearEffects,
  )

/** The regressions behind the priors, among the 31 provinces. */
export const housingRegressions = () => ({
  price: pricesOn(growth(price), { 'price over income': before(less(price, income)) }, {}, true),
  priceOnNation: pricesOn(
    less(growth(price), growth(nationPrice)),
    { 'price over that of the nation': before(less(price, nationPrice)) },
    { nation: growth(nationPrice) },
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
  const designs = [onOwn.estimates, priceOnNation.estimates]
  return {
    // Prices fall where they are high, which the speed of the correction counts as positive.
    priceCorrection: priorAmong(
      designs.map(([, above]) => ({ ...above!, value: -above!.value })),
      0.01,
    ),
    priceMomentum: priorAmong(
      designs.map(([momentum]) => momentum!),
      0.01,
    ),
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
