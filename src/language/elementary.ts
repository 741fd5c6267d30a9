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
    return reducedExponential(x, exponent) * powerOfTwo(exponent | 0)
  }
  if (x > 710) return Infinity
  if (x < -745.2) return 0
  if (x !== x) return NaN
  const exponent = x * INVERSE_LN2 + ROUNDER - ROUNDER
  const reduced = reducedExponential(x, exponent)
  if (exponent > HIGHEST_EXPONENT)
    return reduced * powerOfTwo(HIGHEST_EXPONENT) * powerOfTwo(exponent - HIGHEST_EXPONENT)
  if (exponent < LOWEST_EXPONENT) return reduced * 0.5 * Number.MIN_VALUE
  return reduced * powerOfTwo(exponent | 0)
}

/** e to the power (x - exponent * ln 2), for a result between sqrt(1/2) and sqrt(2). */
function reducedExponential(x: number, exponent: number): number {
  const head = x - exponent * LN2_UPPER
  const tail = 0 - exponent * LN2_LOWER
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

/**
 * x to the power y as e^(y ln x), with the special cases of Math.pow. Largest error found: 1 + 2 |y ln x| units in the
 * last place. Elasticities need no more, and a logarithm of more bits would take most of the time that all powers take.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1
  if (x > 0) return exp(y * ln(x))
  // Every double from 2^53 on is an even whole number.
  const whole = y >= 9007199254740992 || y <= -9007199254740992 || Math.floor(y) === y
  const odd = whole && y < 9007199254740992 && y > -9007199254740992 && Math.floor(y / 2) * 2 !== y
  const negative = x < 0 || (x === 0 && 1 / x < 0)
  if (negative && !whole && x !== 0 && x !== -Infinity) return NaN
  const magnitude = exp(y * ln(-x))
  return negative && odd ? -magnitude : magnitude
}
