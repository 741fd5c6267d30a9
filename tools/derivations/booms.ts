/**
 * Derives how fast a boom of investment fades, from the growth of capital in the three provinces to 2018. Run with
 * `node tools/derivations/booms.ts`: it prints what was used and what came out.
 */

import type { Prior } from '../../src/language/declare.ts'
import { ln } from '../../src/language/elementary.ts'
import { found, foundOrNaN, mean, northeast, priorOf } from './derivation.ts'
import { leastSquares, printed, type Regression } from './least-squares.ts'

/** Growth of capital by the investment rule of the model: normal growth, and its response to growth of output. */
const rule = { normal: 0.025, response: 0.25, normalOutput: 0.04 }
/** A boom that is too small cannot be told from noise, nor one that is over. */
const boom = { at: 0.03, after: 0.002 }
const lag = 3
/** Later years are held out. */
const last = 2018

/** Growth of capital beyond the rule (log), with growth of output as the mean of up to five years known. */
const beyondRule = (area: string, year: number): number => {
  const growth = (name: string, at: number): number => ln(foundOrNaN(area, name, at) / foundOrNaN(area, name, at - 1))
  const output = Array.from({ length: 5 }, (_, back) => growth('outputIndex', year - back)).filter(Number.isFinite)
  const { normal, response, normalOutput } = rule
  return growth('capitalStockPrices2010', year) - normal - response * (mean(output) - normalOutput)
}

const capitalPerOutput = (area: string, year: number): number => {
  const output = found(area, 'nominalOutput', year) ?? foundOrNaN(area, 'nominalOutputFourthCensus', year)
  return (foundOrNaN(area, 'capitalStockPrices2010', year) * foundOrNaN(area, 'investmentPrice', year)) / output
}

const samples = (): Array<{ readonly capital: number; readonly fade: number }> =>
  northeast.flatMap(area =>
    Array.from({ length: last - lag - 2002 }, (_, at) => 2003 + at).flatMap(year => {
      const [now, later] = [beyondRule(area, year), beyondRule(area, year + lag)]
      const capital = capitalPerOutput(area, year)
      if (!(now > boom.at && later > boom.after && Number.isFinite(capital))) return []
      return [{ capital, fade: -ln(later / now) / lag }]
    }),
  )

const fading = (): { readonly middle: number; readonly regression: Regression } => {
  const all = samples()
  const middle = mean(all.map(({ capital }) => capital))
  const regression = leastSquares(
    'fading of a boom of investment, part a year',
    ['at the mean', 'capital over output'],
    all.map(({ fade }) => fade),
    all.map(({ capital }) => [1, capital - middle]),
  )
  return { middle, regression }
}

/** The priors that the model stores. */
export const boomPriors = (): Readonly<Record<'boomFadeFromCapital' | 'capitalPerOutputScarce', Prior>> => {
  const { middle, regression } = fading()
  const [level, slope] = regression.estimates as [Regression['estimates'][number], Regression['estimates'][number]]
  // The line meets 0 at this distance; its two coefficients are independent, because capital is counted from its mean.
  const distance = level.value / slope.value
  const error = distance * Math.hypot(level.error / level.value, slope.error / slope.value)
  return {
    boomFadeFromCapital: priorOf(slope.value, slope.error, 0.01),
    capitalPerOutputScarce: priorOf(middle - distance, error, 0.1),
  }
}

if (import.meta.main) {
  const { middle, regression } = fading()
  process.stdout.write(`${printed(regression)}; mean of capital over output ${middle.toFixed(2)}\n`)
  for (const [name, { low, central, high }] of Object.entries(boomPriors()))
    process.stdout.write(`${name}: ${low}, ${central}, ${high}\n`)
}
