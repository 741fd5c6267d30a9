/** Gamma and beta functions and their incomplete ratios, which distributions.ts inverts. */
import { exp, ln } from '../language/elementary.ts'

const HALF_LN_2PI = 0.9189385332046727
const SMALLEST = 1e-300
const CLOSE = 1e-16
const MOST_TERMS = 100_000

/** ln of the gamma function, for x > 0: Stirling's series above 12, to which smaller arguments are moved up. */
export function lnGamma(x: number): number {
  let shifted = x
  let product = 1
  while (shifted < 12) {
    product *= shifted
    shifted += 1
  }
  return (shifted - 0.5) * ln(shifted) - shifted + HALF_LN_2PI + stirlingRest(shifted) - ln(product)
}

/** The terms of Stirling's series after the leading ones: Bernoulli numbers over 2k (2k - 1) x^(2k - 1). */
function stirlingRest(x: number): number {
  const r = 1 / (x * x)
  const series =
    1 / 12 -
    r *
      (1 / 360 -
        r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - r * (691 / 360360 - r * (1 / 156 - r * (3617 / 122400)))))))
  return series / x
}

export function lnBeta(a: number, b: number): number {
  const small = Math.min(a, b)
  const large = Math.max(a, b)
  if (large < 12) return lnGamma(a) + lnGamma(b) - lnGamma(a + b)
  // lnGamma(large) - lnGamma(small + large) without the cancellation of two large numbers.
  const sum = small + large
  const difference =
    (large - 0.5) * lnOfOnePlus(-small / sum) - small * ln(sum) + small + stirlingRest(large) - stirlingRest(sum)
  return lnGamma(small) + difference
}

/** ln(1 + x), exact to the last digits for small x too (Kahan's correction). */
function lnOfOnePlus(x: number): number {
  const sum = 1 + x
  return sum === 1 ? x : (ln(sum) * x) / (sum - 1)
}

/** Regularised lower incomplete gamma function P(shape, x): the series below the mean, the continued fraction above. */
export function incompleteGamma(x: number, shape: number): number {
  if (x <= 0) return 0
  if (x === Infinity) return 1
  const factor = exp(shape * ln(x) - x - lnGamma(shape))
  if (x < shape + 1) {
    let term = 1 / shape
    let sum = term
    for (let k = 1; term > sum * CLOSE; k++) {
      checkTerms(k, 'incompleteGamma')
      term *= x / (shape + k)
      sum += term
    }
    return factor * sum
  }
  const fraction = continuedFraction(
    k => (k === 1 ? 1 : -(k - 1) * (k - 1 - shape)),
    k => x + 2 * k - 1 - shape,
    'incompleteGamma',
  )
  return 1 - factor * fraction
}

/** Regularised incomplete beta function I_x(a, b) by its continued fraction, from the nearer end. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBetaFraction(1 - x, b, a, ln(1 - x), ln(x))
  return incompleteBetaFraction(x, a, b, ln(x), lnOfOnePlus(-x))
}

function incompleteBetaFraction(x: number, a: number, b: number, lnX: number, lnRest: number): number {
  const factor = exp(a * lnX + b * lnRest - lnBeta(a, b)) / a
  const fraction = continuedFraction(
    k => {
      if (k === 1) return 1
      const m = (k - 1) >> 1
      return k % 2 === 1
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    },
    () => 1,
    'incompleteBeta',
  )
  return factor * fraction
}

/** above(1) / (below(1) + above(2) / (below(2) + …)) by the modified Lentz method. */
function continuedFraction(above: (k: number) => number, below: (k: number) => number, where: string): number {
  let value = SMALLEST
  let c = SMALLEST
  let d = 0
  for (let k = 1; ; k++) {
    checkTerms(k, where)
    const numerator = above(k)
    const denominator = below(k)
    d = denominator + numerator * d
    if (d === 0) d = SMALLEST
    d = 1 / d
    c = denominator + numerator / c
    if (c === 0) c = SMALLEST
    const change = c * d
    value *= change
    if (k > 1 && Math.abs(change - 1) <= 2 * CLOSE) return value
  }
}

function checkTerms(k: number, where: string): void {
  if (k > MOST_TERMS) throw new Error(`${where} did not converge in ${MOST_TERMS} terms: the shapes are too large.`)
}
