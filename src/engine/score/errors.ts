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
