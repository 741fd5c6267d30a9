/**
 * Theil's decomposition (1966) of the mean square error: what is due to unequal means (bias), to unequal spreads
 * (variance) and to unequal movements (covariance). A share of bias above 0.2 says that the model is off throughout.
 */
import { checkPairs } from './errors.ts'

/** Shares of the mean square error; they sum to 1. */
export interface TheilShares {
  readonly bias: number
  readonly variance: number
  readonly covariance: number
}

/**
 * (mean f - mean o)², (sd f - sd o)² and 2 (1 - r) sd f sd o over the mean square error, with population moments.
 * Undefined when every forecast is exact: there is no error to divide. With one pair all of it is bias.
 */
export function theilShares(forecasts: ArrayLike<number>, observed: ArrayLike<number>): TheilShares | undefined {
  checkPairs(forecasts, observed, 'theilShares')
  const n = observed.length
  let forecastMean = 0
  let observedMean = 0
  for (let at = 0; at < n; at++) {
    forecastMean += forecasts[at] / n
    observedMean += observed[at] / n
  }
  let forecastSquare = 0
  let observedSquare = 0
  let missSquare = 0
  for (let at = 0; at < n; at++) {
    const forecast = forecasts[at] - forecastMean
    const observation = observed[at] - observedMean
    forecastSquare += forecast ** 2 / n
    observedSquare += observation ** 2 / n
    missSquare += (forecast - observation) ** 2 / n
  }
  const fromMeans = (forecastMean - observedMean) ** 2
  // sd f sd o - covariance, from the spread of the misses: no digits cancel when forecasts are nearly parallel.
  const fromSpreads = (Math.sqrt(forecastSquare) - Math.sqrt(observedSquare)) ** 2
  const fromMovements = Math.max(0, missSquare - fromSpreads)
  const all = fromMeans + fromSpreads + fromMovements
  if (all === 0) return undefined
  return { bias: fromMeans / all, variance: fromSpreads / all, covariance: fromMovements / all }
}
