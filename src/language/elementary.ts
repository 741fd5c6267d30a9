/**
 * exp, ln and pow in plain double arithmetic, so that a run has the same bits on every machine and in WASM.
 *
 * Math.exp, Math.log and Math.pow may differ between engines (Math.pow does between Node 20 and 24). These use only
 * + - * /, comparisons and exact scaling by powers of two, all of which IEEE 754 rounds correctly everywhere, in the
 * order written. Whoever repeats them elsewhere must keep that order and fuse no multiplication with an addition.
 * Square roots need nothing of ours: Math.sqrt is correctly rounded by the standard.
 * The argument reduction is the classic one (Cody and Waite 1980; Tang 1989); the polynomials are our own Chebyshev fits.
 */

/** ln 2 in two parts: the upper one has 42 bits, so that its product with any binary exponent is exact. */
const LN2_UPPER = 0.6931471805598903
const LN2_LOWER = 5.497923018708371e-14
const INVERSE_LN2 = 1.4426950408889634

/** Adding and subtracting 1.5 * 2^52 rounds to the nearest whole number. */
const ROUNDER = 6755399441055744

/** Dekker's constant 2^27 + 1: cuts a double in two halves whose products are exact. */
const SPLITTER = 134217729

const LOWEST_EXPONENT = -1074
const HIGHEST_EXPONENT = 1023

/** 2^-1074 … 2^1023, by exact doubling; a constant, and faster to look up than to build from bits. */
const POWERS_OF_TWO = /* @__PURE__ */ listPowersOfTwo()

function listPowersOfTwo(): Float64Array {
  const powers = new Float64Array(HIGHEST_EXPONENT - LOWEST_EXPONENT + 1)
  let power = Number.MIN_VALUE
  for (let i = 0; i < powers.length; i++, power *= 2) powers[i] = power
  return powers
}

/**
 * The two 32-bit words of a double, to read its exponent. Allocating them in each call would cost more than all the
 * arithmetic; they carry nothing from one call to the next, since each call writes before it reads.
 */
const scratch = /* @__PURE__ */ new Float64Array(1)
const scratchWords = /* @__PURE__ */ new Int32Array(scratch.buffer)
const UPPER_WORD = /* @__PURE__ */ new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0

/** The binary exponent that brings a positive normal number to between sqrt(1/2) and sqrt(2). */
function exponentOf(x: number): number {
  scratch[0] = x
  // 0x3fe6a09e is the upper word of sqrt(1/2).
  return (scratchWords[UPPER_WORD]! - 0x3fe6a09e) >> 20
}

/** 2^k for LOWEST_EXPONENT <= k <= HIGHEST_EXPONENT. */
function powerOfTwo(k: number): number {
  return POWERS_OF_TWO[k - LOWEST_EXPONENT]!
}

/** e to the power x. Largest error found: 0.75 units in the last place. */
export function exp(x: number): number {
  if (x > -708 && x < 709) {
    const exponent = x * INVERSE_LN2 + ROUNDER - ROUNDER
    return reducedExponential(x, 0, exponent) * powerOfTwo(exponent | 0)
  }
  return exponentialOfSum(x, 0)
}

/** e to the power (upper + lower) for any upper, and a lower part below its last place. */
function exponentialOfSum(upper: number, lower: number): number {
  if (upper > 710) return Infinity
  if (upper < -745.2) return 0
  if (upper !== upper) return NaN
  const exponent = upper * INVERSE_LN2 + ROUNDER - ROUNDER
  const reduced = reducedExponential(upper, lower, exponent)
  if (exponent > HIGHEST_EXPONENT)
    return reduced * powerOfTwo(HIGHEST_EXPONENT) * powerOfTwo(exponent - HIGHEST_EXPONENT)
  if (exponent < LOWEST_EXPONENT) return reduced * 0.5 * Number.MIN_VALUE
  return reduced * powerOfTwo(exponent | 0)
}

/** e to the power (upper + lower - exponent * ln 2), for a result between sqrt(1/2) and sqrt(2). */
function reducedExponential(upper: number, lower: number, exponent: number): number {
  const head = upper - exponent * LN2_UPPER
  const tail = lower - exponent * LN2_LOWER
  const r = head + tail
  const r2 = r * r
  const r4 = r2 * r2
  const series =
    0.16666666666666669 +
    r * 0.041666666666666664 +
    r2 * (0.008333333333330058 + r * 0.001388888888888655) +
    r4 *
      (0.00019841269863069374 +
        r * 2.480158731715575e-5 +
        r2 * (2.755726843551756e-6 + r * 2.755728295206861e-7) +
        r4 * (2.5100397137931663e-8 + r * 2.0911244944344376e-9))
  const curved = 0.5 * r2 + r * r2 * series
  // 1 + head loses bits of head; they are recovered exactly and added with the small terms.
  const sum = 1 + head
  return sum + (head - (sum - 1) + (tail + curved))
}

/** Natural logarithm: -Infinity at 0, NaN below. Largest error found: 0.81 units in the last place. */
export function ln(x: number): number {
  if (x >= 2.2250738585072014e-308 && x < Infinity) {
    const exponent = exponentOf(x)
    return scaledLogarithm(x * powerOfTwo(0 - exponent), exponent)
  }
  if (x === 0) return -Infinity
  if (x === Infinity) return Infinity
  if (!(x > 0)) return NaN
  const lifted = x * 18014398509481984 // 2^54: below the normal range the exponent field says nothing
  const exponent = exponentOf(lifted)
  return scaledLogarithm(lifted * powerOfTwo(0 - exponent), exponent - 54)
}

/** exponent * ln 2 + ln(significand), the significand between sqrt(1/2) and sqrt(2). */
function scaledLogarithm(significand: number, exponent: number): number {
  const f = significand - 1
  // ln(1 + f) = 2 artanh(s) = f - f²/2 + s (f²/2 + series), so that the large terms are nearly exact.
  const s = f / (2 + f)
  const z = s * s
  const z2 = z * z
  const series =
    z *
    (0.666666666666667 +
      z * 0.39999999999899444 +
      z2 *
        (0.2857142862600327 +
          z * 0.22222211130259878 +
          z2 * (0.18182889455674947 + z * 0.15331710618210773 + z2 * 0.14616585424888623)))
  const halfSquare = 0.5 * f * f
  const head = exponent * LN2_UPPER
  const sum = head + f
  return sum + (head - sum + f + (exponent * LN2_LOWER - (halfSquare - s * (halfSquare + series))))
}

/** x to the power y, with the special cases of Math.pow. Largest error found: 0.75 units in the last place. */
export function pow(x: number, y: number): number {
  if (x >= 2.2250738585072014e-308 && x < Infinity && y > -1e20 && y < 1e20) {
    const exponent = exponentOf(x)
    return scaledPower(x * powerOfTwo(0 - exponent), exponent, y)
  }
  return specialPower(x, y)
}

/** (significand * 2^exponent) to the power y: the logarithm and its product with y to about 64 bits, then exp. */
function scaledPower(significand: number, exponent: number, y: number): number {
  // s + sLow = (significand - 1) / (significand + 1)
  const f = significand - 1
  const divisor = significand + 1
  const divisorLow = significand - (divisor - 1)
  const inverse = 1 / divisor
  const s = f * inverse
  const sUpper = upperHalf(s)
  const sLower = s - sUpper
  const product = s * divisor
  const productLow = productError(s, divisor, sUpper, sLower, product)
  const sLow = (f - product - productLow - s * divisorLow) * inverse
  // z + zLow = s²
  const z = s * s
  const zLow = sUpper * sUpper - z + 2 * sUpper * sLower + sLower * sLower + 2 * s * sLow
  // p + pLow = 2/3 + 2/5 z + 2/7 z² + …
  const z2 = z * z
  const z4 = z2 * z2
  const later =
    z *
    (0.4 +
      z * 0.28571428571429364 +
      z2 * (0.22222222221655885 + z * 0.18181818335392802) +
      z4 * (0.1538459496251843 + z * 0.1333480469384731 + z2 * (0.11706236339491206 + z * 0.11723178623876518)))
  const p = 0.6666666666666666 + later
  const pLow = 0.6666666666666666 - p + later + 3.700743415417188e-17
  // w + wLow = z p; then ln(significand) = s (2 + w)
  const w = z * p
  const zUpper = upperHalf(z)
  const wLow = productError(z, p, zUpper, z - zUpper, w) + z * pLow + zLow * p
  const factor = 2 + w
  const factorLow = 2 - factor + w + wLow
  const logarithm = s * factor
  const logarithmLow = productError(s, factor, sUpper, sLower, logarithm) + (s * factorLow + sLow * factor)
  // total + totalLow = exponent ln 2 + ln(significand)
  const head = exponent * LN2_UPPER
  const total = head + logarithm
  const totalLow = head - total + logarithm + (logarithmLow + exponent * LN2_LOWER)
  const power = y * total
  const yUpper = upperHalf(y)
  return exponentialOfSum(power, productError(y, total, yUpper, y - yUpper, power) + y * totalLow)
}

/** The upper 26 bits of a, after Dekker and Veltkamp. */
function upperHalf(a: number): number {
  const scaled = SPLITTER * a
  return scaled - (scaled - a)
}

/** What rounding took from product = a * b, where a = aUpper + aLower. */
function productError(a: number, b: number, aUpper: number, aLower: number, product: number): number {
  const bUpper = upperHalf(b)
  const bLower = b - bUpper
  return aUpper * bUpper - product + aUpper * bLower + aLower * bUpper + aLower * bLower
}

/** Zeros, infinities, NaN, negative and very small bases, exponents beyond 1e20. */
function specialPower(x: number, y: number): number {
  if (y === 0) return 1
  if (x !== x || y !== y) return NaN
  const size = x < 0 ? -x : x
  // Math.pow, unlike C, leaves 1 to an infinite power undefined.
  if (size === 1 && (y === Infinity || y === -Infinity)) return NaN
  // Every double from 2^53 on is an even whole number.
  const whole = y >= 9007199254740992 || y <= -9007199254740992 || Math.floor(y) === y
  const odd = whole && y < 9007199254740992 && y > -9007199254740992 && Math.floor(y / 2) * 2 !== y
  const negative = x < 0 || (x === 0 && 1 / x < 0)
  if (negative && !whole && x !== 0 && x !== -Infinity) return NaN
  const magnitude = magnitudeOfPower(size, y)
  return negative && odd ? -magnitude : magnitude
}

function magnitudeOfPower(size: number, y: number): number {
  if (size === 1) return 1
  const grows = size > 1 === y > 0
  if (size === 0 || size === Infinity || y >= 1e20 || y <= -1e20) return grows ? Infinity : 0
  if (size >= 2.2250738585072014e-308) return pow(size, y)
  const lifted = size * 18014398509481984
  const exponent = exponentOf(lifted)
  return scaledPower(lifted * powerOfTwo(0 - exponent), exponent - 54, y)
}
