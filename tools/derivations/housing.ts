/**
 * Derives the responses of the house price from home sales and prices by province (docs/theory/housing.md). Run with
 * `node tools/derivations/housing.ts`: it prints what it used and what came out.
 */

import type { Prior } from '../../src/language/declare.ts'
import { found, mean, northeast, priorOf } from './derivation.ts'
import { type Finder, panel, printed, type Regression } from './least-squares.ts'

const coast = ['CN-BJ', 'CN-SH', 'CN-JS', 'CN-ZJ', 'CN-FJ']
/** Later years are held out: the back-test of the parameters fitted to 2018 must not have seen them. */
const years = Array.from({ length: 17 }, (_, at) => 2002 + at)

const log =
  (name: string): Finder =>
  (area, year) => {
    const value = found(area, name, year)
    return value === undefined ? undefined : Math.log(value)
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

const price = log('housePrice')
const sales = log('homeSales')
const starts = log('homeStarts')
const income = less(log('nominalOutput'), log('residentsTotal'))
const salesValue: Finder = (area, year) => {
  const [one, other] = [price(area, year), sales(area, year)]
  return one === undefined || other === undefined ? undefined : one + other
}

/** Sales per head on income over price and on income, all over three years: with year effects, and with and without effects of areas. */
const salesRegressions = (): Regression[] =>
  [true, false].flatMap(areaEffects =>
    [
      { areas: [...northeast, ...coast], name: 'eight provinces' },
      { areas: coast, name: 'five provinces of the coast' },
    ].map(({ areas, name }) =>
      panel(
        `growth of sales per head in three years, ${name}, year effects${areaEffects ? ' and area effects' : ''}`,
        areas,
        years,
        growthOfThree(less(sales, log('residentsTotal'))),
        { 'income over price': growthOfThree(less(income, price)), income: growthOfThree(income) },
        true,
        areaEffects,
      ),
    ),
  )

/** The regressions behind priceCorrection, priceMomentum, priceFromUnsold, salesWithNation and startsSpeed. */
export const housingRegressions = (): Record<
  'provinces' | 'northeast' | 'nation' | 'volume' | 'sameYear' | 'starts',
  Regression
> => {
  const againstIncome = {
    momentum: before(growth(price)),
    'price over income': before(less(price, income)),
    'growth of sales': before(growth(sales)),
  }
  return {
    provinces: panel(
      'price growth, eight provinces, year effects',
      [...northeast, ...coast],
      years,
      growth(price),
      againstIncome,
      true,
    ),
    northeast: panel('price growth, Northeast, year effects', northeast, years, growth(price), againstIncome, true),
    nation: panel(
      'price growth, Northeast, on the nation',
      northeast,
      years,
      growth(price),
      {
        nation: growth(nation(price)),
        momentum: before(less(growth(price), growth(nation(price)))),
        'price over that of the nation': before(less(price, nation(price))),
        'growth of sales': before(growth(sales)),
      },
      false,
    ),
    volume: panel(
      'growth of the value of homes sold, Northeast, on the nation',
      northeast,
      years,
      growth(salesValue),
      { nation: growth(nation(salesValue)) },
      false,
    ),
    sameYear: panel(
      'growth of floor space sold, eight provinces, on the nation',
      [...northeast, ...coast],
      years,
      growth(sales),
      { 'nation, same year': growth(nation(sales)), 'nation, year before': before(growth(nation(sales))) },
      false,
    ),
    starts: panel(
      'growth of floor space started, Jilin',
      ['CN-JL'],
      years,
      growth(starts),
      { 'growth of sales': growth(sales), 'starts over sales': before(less(starts, sales)) },
      false,
    ),
  }
}

/**
 * The prior of a response from several regressions. They differ in design more than in precision, so none weighs more
 * than another: centre and width are the means of their estimates and of their standard errors.
 */
const across = (regressions: readonly Regression[], named: (name: string) => boolean, sign: number): Prior => {
  const all = regressions.flatMap(({ estimates }) => estimates.filter(({ name }) => named(name)))
  const centre = mean(all.map(estimate => sign * estimate.value))
  const error = mean(all.map(estimate => estimate.error))
  return priorOf(centre, error, 0.01, 0)
}

/** The priors that the model stores. */
export const housingPriors = (): Readonly<
  Record<'priceCorrection' | 'priceMomentum' | 'salesFromNation' | 'salesFromAffordability' | 'salesFromIncome', Prior>
> => {
  const { provinces, northeast: own, nation: onNation, volume, sameYear } = housingRegressions()
  const designs = [provinces, own, onNation]
  const salesDesigns = salesRegressions()
  return {
    priceCorrection: across(designs, name => name.startsWith('price over'), -1),
    priceMomentum: across(designs, name => name === 'momentum', 1),
    salesFromNation: across([volume, sameYear], name => name === 'nation' || name === 'nation, same year', 1),
    salesFromAffordability: across(salesDesigns, name => name === 'income over price', 1),
    salesFromIncome: across(salesDesigns, name => name === 'income', 1),
  }
}

if (import.meta.main) {
  for (const regression of [...Object.values(housingRegressions()), ...salesRegressions()])
    process.stdout.write(`${printed(regression)}\n`)
  for (const [name, { low, central, high }] of Object.entries(housingPriors())) {
    process.stdout.write(`${name}: ${low}, ${central}, ${high}\n`)
  }
}
