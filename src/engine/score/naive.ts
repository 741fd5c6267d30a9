/**
 * Forecasts that know nothing of the economy, which a model has to beat: the last value, the drift, an autoregression.
 * Each sees only what was known at the origin: the yearly values up to it, without gaps, the last one being the origin's.
 */

/** The forecast `horizon` years (a whole number from 1) after the last known value; undefined when too few are known. */
export type NaiveForecast = (known: ArrayLike<number>, horizon: number) => number | undefined

/** The number of known values that each needs; with fewer there is no forecast, and nothing is put in its place. */
const leastKnown = { lastValue: 1, drift: 2, firstOrder: 5 } as const

/** Tomorrow as today. */
export const lastValue: NaiveForecast = (known, horizon) => {
  check(known, horizon, 'lastValue')
  return known.length < leastKnown.lastValue ? undefined : known[known.length - 1]
}

/** The mean yearly step of the known values goes on: the line through the first and the last of them. */
export const drift: NaiveForecast = (known, horizon) => {
  check(known, horizon, 'drift')
  const { length } = known
  if (length < leastKnown.drift) return undefined
  return known[length - 1] + (horizon * (known[length - 1] - known[0])) / (length - 1)
}

/**
 * AR(1): each value as a constant plus a multiple of the one before, by ordinary least squares over the known values,
 * unrestricted, and iterated to the horizon. A series that has not moved stays where it is.
 */
export const firstOrder: NaiveForecast = (known, horizon) => {
  check(known, horizon, 'firstOrder')
  if (known.length < leastKnown.firstOrder) return undefined
  const { constant, slope } = fitFirstOrder(known)
  let value = known[known.length - 1]
  for (let step = 0; step < horizon; step++) value = constant + slope * value
  return value
}

/**
 * Movement of a peer of the series (a larger whole), less the mean yearly gap to it over the last years: `moved` gives
 * the movement of the peer between two years, 0 for a series that has none. Undefined where fewer than two years, or
 * too little of the peer, are known.
 */
export const peerForecast = (
  known: ReadonlyMap<number, number>,
  moved: (from: number, to: number) => number | undefined,
  { origin, time, years }: { readonly origin: number; readonly time: number; readonly years: number },
): number | undefined => {
  const last = known.get(origin)
  let first = origin
  while (first > origin - years && known.has(first - 1)) first--
  const ahead = moved(origin, time)
  const behind = moved(first, origin)
  if (last === undefined || origin - first < 2 || ahead === undefined || behind === undefined) return undefined
  const gap = (last - known.get(first)! - behind) / (origin - first)
  return last + ahead + (time - origin) * gap
}

/** The least-squares AR(1) of at least three values; slope 1 and constant 0 when they do not differ. */
export function fitFirstOrder(known: ArrayLike<number>): { readonly constant: number; readonly slope: number } {
  const pairs = known.length - 1
  if (pairs < 2) throw new Error(`An AR(1) cannot be fitted to ${known.length} values; it needs three.`)
  let before = 0
  let after = 0
  for (let at = 0; at < pairs; at++) {
    before += known[at]
    after += known[at + 1]
  }
  before /= pairs
  after /= pairs
  let square = 0
  let product = 0
  for (let at = 0; at < pairs; at++) {
    square += (known[at] - before) ** 2
    product += (known[at] - before) * (known[at + 1] - after)
  }
  // Below what rounding of the mean leaves, the values are the same.
  if (!(square > pairs * (1e-14 * before) ** 2)) return { constant: 0, slope: 1 }
  const slope = product / square
  return { constant: after - slope * before, slope }
}

export const naiveForecasts = { lastValue, drift, firstOrder } as const satisfies Readonly<
  Record<string, NaiveForecast>
>

function check(known: ArrayLike<number>, horizon: number, where: string): void {
  if (!Number.isInteger(horizon) || horizon < 1) {
    throw new Error(`${where}: a horizon of ${horizon} years; give a whole number from 1.`)
  }
  for (let at = 0; at < known.length; at++) {
    if (!Number.isFinite(known[at])) throw new Error(`${where}: known value ${at + 1} is ${known[at]}.`)
  }
}
