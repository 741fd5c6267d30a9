/** Errors of point forecasts: root-mean-square error, mean absolute percentage error, bias. */

/** Two lists of the same length, above 0, of finite numbers. */
export function checkPairs(forecasts: ArrayLike<number>, observed: ArrayLike<number>, where: string): void {
  if (forecasts.length !== observed.length || observed.length === 0) {
    throw new Error(
      `${where}: ${forecasts.length} forecasts for ${observed.length} observations; give one for each, and at least one.`,
    )
  }
  for (let at = 0; at < observed.length; at++) {
    if (!Number.isFinite(forecasts[at]) || !Number.isFinite(observed[at])) {
      throw new Error(
        `${where}: forecast ${forecasts[at]} of ${observed[at]}, the pair ${at + 1}; leave out what is not known.`,
      )
    }
  }
}

/** In the unit of the series. */
export function rootMeanSquareError(forecasts: ArrayLike<number>, observed: ArrayLike<number>): number {
  checkPairs(forecasts, observed, 'rootMeanSquareError')
  let sum = 0
  for (let at = 0; at < observed.length; at++) sum += (forecasts[at] - observed[at]) ** 2
  return Math.sqrt(sum / observed.length)
}

/** A share: 0.05 is 5 %. Undefined when an observation is 0, where a miss has no percentage. */
export function meanAbsolutePercentageError(
  forecasts: ArrayLike<number>,
  observed: ArrayLike<number>,
): number | undefined {
  checkPairs(forecasts, observed, 'meanAbsolutePercentageError')
  let sum = 0
  for (let at = 0; at < observed.length; at++) {
    if (observed[at] === 0) return undefined
    sum += Math.abs((forecasts[at] - observed[at]) / observed[at])
  }
  return sum / observed.length
}

/** Mean of forecast minus observation: above 0 when the forecasts are too high. */
export function bias(forecasts: ArrayLike<number>, observed: ArrayLike<number>): number {
  checkPairs(forecasts, observed, 'bias')
  let sum = 0
  for (let at = 0; at < observed.length; at++) sum += forecasts[at] - observed[at]
  return sum / observed.length
}

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
