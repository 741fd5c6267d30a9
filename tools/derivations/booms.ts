/**
 * Derives how fast a boom of investment fades, from the growth of capital in the provinces to 2018. Run with
 * `node tools/derivations/booms.ts`: it prints what was used and what came out.
 */

import type { Prior } from '../../src/language/declare.ts'
import { ln } from '../../src/language/elementary.ts'
import { areas31, mean, northeast, of31, priorAmong, priorOf } from './derivation.ts'
import { amongAreas, type Finder, leastSquares, printed, type Regression } from './least-squares.ts'

/** Growth of capital by the investment rule of the model: normal growth, and its response to growth of output. */
const rule = { normal: 0.025, response: 0.25, normalOutput: 0.04 }
/** A boom that is too small cannot be told from noise, nor one that is over. */
const boom = { at: 0.03, after: 0.002 }
const lag = 3
/** Later years are held out. */
const last = 2018

/** Growth of capital beyond the rule (log), with growth of output as the mean of up to five years known. */
const beyondRule = (area: string, year: number): number => {
  const grown = ln(of31(area, 'capitalStockPrices2010', year) / of31(area, 'capitalStockPrices2010', year - 1))
  const output = Array.from({ length: 5 }, (_, back) => ln(1 + of31(area, 'outputGrowth', year - back)))
  const { normal, response, normalOutput } = rule
  return grown - normal - response * (mean(output.filter(Number.isFinite)) - normalOutput)
}

const known = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined)

const capitalPerOutput: Finder = (area, year) => {
  const price = of31(area, 'investmentPrice1952', year) / of31(area, 'investmentPrice1952', 2010)
  return known((of31(area, 'capitalStockPrices2010', year) * price) / of31(area, 'nominalOutput', year))
}

/** The part of a boom that fades in a year; undefined where there is none. */
const fade: Finder = (area, year) => {
  const [now, later] = [beyondRule(area, year), beyondRule(area, year + lag)]
  return now > boom.at && later > boom.after ? -ln(later / now) / lag : undefined
}

const years = Array.from({ length: last - lag - 2002 }, (_, at) => 2003 + at)

/** Behind the speed, among the 31 provinces. */
const fadingAmong = () => amongAreas(areas31, years, fade, { 'capital over output': capitalPerOutput }, false)

/** Behind the level at which capital is scarce: levels of capital differ by how it was counted, so those of the three alone. */
const fading = (): { readonly middle: number; readonly regression: Regression } => {
  const all = northeast.flatMap(area =>
    years.flatMap(year => {
      const [faded, capital] = [fade(area, year), capitalPerOutput(area, year)]
      return faded === undefined || capital === undefined ? [] : [{ capital, fade: faded }]
    }),
  )
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
    boomFadeFromCapital: priorAmong(fadingAmong().estimates, 0.01),
    capitalPerOutputScarce: priorOf(middle - distance, error, 0.1),
  }
}

if (import.meta.main) {
  const { middle, regression } = fading()
  for (const { value, error, spread } of fadingAmong().estimates)
    process.stdout.write(`31 provinces: ${value.toFixed(3)} (${error.toFixed(3)}), spread ${spread.toFixed(3)}\n`)
  process.stdout.write(`${printed(regression)}; mean of capital over output ${middle.toFixed(2)}\n`)
  for (const [name, { low, central, high }] of Object.entries(boomPriors()))
    process.stdout.write(`${name}: ${low}, ${central}, ${high}\n`)
}
