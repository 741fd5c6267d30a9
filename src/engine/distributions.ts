/**
 * Quantile functions, to turn uniform numbers into draws, and the distribution functions they invert.
 * All through our own exp, ln and pow, so that a draw has the same bits on every machine.
 */
import type { Prior } from '../language/declare.ts'
import { exp, ln } from '../language/elementary.ts'
import { incompleteBeta, incompleteGamma, lnBeta, lnGamma } from './special-functions.ts'

/**
 * The standard normal quantile of 90 %. The specification (section 23) rounds it to 1.2816; the exact value makes
 * low and high the 10 and 90 % points to the last digit.
 */
const NORMAL_QUANTILE_90 = 1.2815515655446004

/** Specification, section 23: nothing is drawn beyond the 2 and 98 % points of a prior. */
const PRIOR_CLIP = 0.02

/** Two-piece normal with 10, 50 and 90 % points low, central and high; its two halves meet at the central value. */
export function priorQuantile(prior: Prior, u: number): number {
  const { low, central, high, least = -Infinity, most = Infinity } = prior
  if (!(low <= central && central <= high)) {
    throw new Error(`A prior needs low <= central <= high, not ${low}, ${central}, ${high}.`)
  }
  const z = normalQuantile(Math.min(1 - PRIOR_CLIP, Math.max(PRIOR_CLIP, u)))
  const value = central + (z / NORMAL_QUANTILE_90) * (z > 0 ? high - central : central - low)
  return Math.min(most, Math.max(least, value))
}

/** Standard deviation of the two-piece normal, each half of which holds half of the draws. */
export const priorDeviation = ({ low, central, high }: Prior): number => {
  const [below, above] = [(central - low) / NORMAL_QUANTILE_90, (high - central) / NORMAL_QUANTILE_90]
  return Math.sqrt((below * below + above * above) / 2 - (above - below) ** 2 / (2 * Math.PI))
}

/**
 * Standard normal quantile by Wichura's AS241 (1988). Its rational functions are good to 1e-16, so that a refinement
 * in doubles would not improve it.
 */
export function normalQuantile(p: number): number {
  checkProbability(p, 'normalQuantile')
  const fromMiddle = p - 0.5
  if (fromMiddle >= -0.425 && fromMiddle <= 0.425) {
    const r = 0.180625 - fromMiddle * fromMiddle
    return (fromMiddle * polynomial(NEAR_ABOVE, r)) / polynomial(NEAR_BELOW, r)
  }
  const tail = fromMiddle < 0 ? p : 1 - p
  if (tail === 0) return fromMiddle < 0 ? -Infinity : Infinity
  const r = Math.sqrt(-ln(tail))
  const size =
    r <= 5
      ? polynomial(TAIL_ABOVE, r - 1.6) / polynomial(TAIL_BELOW, r - 1.6)
      : polynomial(FAR_ABOVE, r - 5) / polynomial(FAR_BELOW, r - 5)
  return fromMiddle < 0 ? -size : size
}

// Coefficients of AS241 (PPND16), lowest power first; `above` and `below` the fraction line.
export const NEAR_ABOVE = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
  67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
]
export const NEAR_BELOW = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
  28729.085735721942674, 5226.495278852854561,
]
export const TAIL_ABOVE = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504, 1.27045825245236838258,
  0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
]
export const TAIL_BELOW = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
]
export const FAR_ABOVE = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123, 0.026532189526576123093,
  0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
]
export const FAR_BELOW = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
]

/** Of degree 7; written out, since a loop takes twice as long and every normal draw comes through here. */
function polynomial(c: readonly number[], x: number): number {
  return ((((((c[7] * x + c[6]) * x + c[5]) * x + c[4]) * x + c[3]) * x + c[2]) * x + c[1]) * x + c[0]
}

/** Standard normal distribution function, with full relative accuracy in the lower tail. */
export function normalCumulative(x: number): number {
  if (x !== x) throw new Error('normalCumulative: the argument is not a number.')
  return x > 0 ? 1 - normalLowerTail(x) : normalLowerTail(-x)
}

/** The smallest draw there is; the largest is as far from 1. */
export const leastUniform: number = 2 ** -53

/** The uniform number of a normal score, within (0, 1): the ends have no score, and some distributions are infinite there. */
export const uniformOf = (score: number): number =>
  Math.min(1 - leastUniform, Math.max(leastUniform, normalCumulative(score)))

/**
 * Probability below -x, for x >= 0: exp(-x²/2) / (1 + x) times a smooth function of t = (x - 5) / (x + 5), for which
 * NORMAL_TAIL is our own Chebyshev series (the substitution is Schonfelder's, 1978).
 */
function normalLowerTail(x: number): number {
  if (x > 39) return 0
  const t = (x - 5) / (x + 5)
  let sum = 0
  let previous = 0
  for (let i = NORMAL_TAIL.length - 1; i > 0; i--) {
    const next = 2 * t * sum - previous + NORMAL_TAIL[i]
    previous = sum
    sum = next
  }
  const series = t * sum - previous + NORMAL_TAIL[0]
  // The square of the rounded part is exact; squaring x itself would cost up to three digits far out.
  const rounded = Math.floor(x * 16) / 16
  const density = exp(-0.5 * rounded * rounded) * exp(-0.5 * (x - rounded) * (x + rounded))
  return (density * series) / (1 + x)
}

const NORMAL_TAIL = [
  0.4619742120721857, -0.06516520239491264, -0.005458781501136567, 0.01229619904556344, -0.006470872915703688,
  0.0022407355224168305, -0.0005638623774651974, 9.984031082925812e-5, -9.849514843168493e-6, -4.032494233045217e-7,
  2.99023962013034e-7, -3.032070748442814e-8, -4.617665713929027e-9, 1.3298288008382692e-9, 3.007242719019045e-11,
  -4.4299537255328156e-11, 1.3999857147018152e-12, 1.4718957028912571e-12, -9.325953119165372e-14,
  -5.294681169067695e-14, 3.958188414414517e-15, 2.1048214642963194e-15, -1.345671286136144e-16, -9.097614914495833e-17,
]

/** Lognormal, by mean and standard deviation of its logarithm. */
export function lognormalQuantile(p: number, logMean: number, logDeviation: number): number {
  checkPositive({ logDeviation }, 'lognormalQuantile')
  return exp(logMean + logDeviation * normalQuantile(p))
}

export function uniformQuantile(p: number, low: number, high: number): number {
  checkProbability(p, 'uniformQuantile')
  return low + p * (high - low)
}

export function triangularQuantile(p: number, low: number, mode: number, high: number): number {
  checkProbability(p, 'triangularQuantile')
  checkMode(low, mode, high, 'triangularQuantile')
  const range = high - low
  return p * range <= mode - low
    ? low + Math.sqrt(p * range * (mode - low))
    : high - Math.sqrt((1 - p) * range * (high - mode))
}

/** PERT: a beta distribution over low … high whose mean is (low + 4 mode + high) / 6. */
export function pertQuantile(p: number, low: number, mode: number, high: number): number {
  checkMode(low, mode, high, 'pertQuantile')
  const range = high - low
  return low + range * betaQuantile(p, 1 + (4 * (mode - low)) / range, 1 + (4 * (high - mode)) / range)
}

/** Beta over 0 … 1 with the two shapes. */
export function betaQuantile(p: number, alpha: number, beta: number): number {
  checkProbability(p, 'betaQuantile')
  checkPositive({ alpha, beta }, 'betaQuantile')
  if (p === 0 || p === 1) return p
  // Searched from the end of the range where no digits cancel: that of the answer, unless 1 - p would lose those of p.
  if (p <= incompleteBeta(0.5, alpha, beta)) return betaLowerQuantile(p, alpha, beta, ln(0.5))
  if (p < 0.25 && beta >= 1) return betaLowerQuantile(p, alpha, beta, 0)
  return 1 - betaLowerQuantile(1 - p, beta, alpha, ln(0.5))
}

/** The beta quantile when its logarithm is known not to exceed `greatest`. */
function betaLowerQuantile(p: number, alpha: number, beta: number, greatest: number): number {
  const scale = lnBeta(alpha, beta)
  const start = (ln(p) + ln(alpha) + scale) / alpha
  return exp(
    solveLogQuantile(
      p,
      Math.min(start, ln(0.5)),
      greatest,
      x => incompleteBeta(x, alpha, beta),
      (x, logX) => alpha * logX + (beta - 1) * ln(1 - x) - scale,
    ),
  )
}

/** Gamma with this shape and scale (mean = shape * scale). */
export function gammaQuantile(p: number, shape: number, scale: number): number {
  checkProbability(p, 'gammaQuantile')
  checkPositive({ shape, scale }, 'gammaQuantile')
  if (p === 0) return 0
  if (p === 1) return Infinity
  const logGamma = lnGamma(shape)
  const start = (ln(p) + ln(shape) + logGamma) / shape
  return (
    scale *
    exp(
      solveLogQuantile(
        p,
        start,
        Infinity,
        x => incompleteGamma(x, shape),
        (x, logX) => shape * logX - x - logGamma,
      ),
    )
  )
}

/**
 * Logarithm of the x at which cumulative(x) = p, by Newton's method on ln cumulative as a function of ln x. That
 * function is nearly a straight line in the lower tail and concave, so the steps run up to the answer from `start`.
 * `lnElasticDensity(x, ln x)` is ln(density * x).
 */
function solveLogQuantile(
  p: number,
  start: number,
  greatest: number,
  cumulative: (x: number) => number,
  lnElasticDensity: (x: number, logX: number) => number,
): number {
  const target = ln(p)
  let low = -Infinity
  let high = greatest
  let logX = start
  for (let iteration = 0; iteration < 200; iteration++) {
    const x = exp(logX)
    const reached = cumulative(x)
    // So deep in the tail that x or its probability is no longer a double: the start is the power law itself.
    if (x === 0 || reached === 0) return logX
    if (reached < p) low = logX
    else high = logX
    const gap = target - ln(reached)
    let next = logX + gap * exp(ln(reached) - lnElasticDensity(x, logX))
    if (!(next > low && next < high)) {
      if (reached === p) return logX
      next = low === -Infinity ? high - 1 : high === Infinity ? low + 1 : (low + high) / 2
    }
    if (Math.abs(next - logX) <= 1e-16 * Math.max(1, Math.abs(logX)) || next === low || next === high) return next
    logX = next
  }
  throw new Error(`A quantile at p = ${p} did not converge; its distribution has extreme shapes.`)
}

function checkProbability(p: number, where: string): void {
  if (!(p >= 0 && p <= 1)) throw new Error(`${where}: ${p} is not a probability.`)
}

function checkPositive(values: Readonly<Record<string, number>>, where: string): void {
  for (const [name, value] of Object.entries(values)) {
    if (!(value > 0 && value < Infinity)) throw new Error(`${where}: ${name} must be above 0, not ${value}.`)
  }
}

function checkMode(low: number, mode: number, high: number, where: string): void {
  if (!(low <= mode && mode <= high && low < high)) {
    throw new Error(`${where}: needs low <= mode <= high and low < high, not ${low}, ${mode}, ${high}.`)
  }
}
