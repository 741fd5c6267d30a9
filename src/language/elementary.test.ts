/** Tests exp, ln and pow against 250-bit integer arithmetic, the special cases of Math, and stored bits. */
import { describe, expect, it } from 'vitest'
import { exp, ln, pow } from './elementary.ts'

// The reference: fixed point with BITS binary places in BigInt, series summed to the last place.
const BITS = 250n
const ONE = 1n << BITS
const times = (a: bigint, b: bigint): bigint => (a * b) >> BITS
const over = (a: bigint, b: bigint): bigint => (a << BITS) / b

/** Significand and exponent of a double: x = significand * 2^exponent, exactly. */
const parts = (x: number): { significand: bigint; exponent: number } => {
  let exponent = 0
  let scaled = x
  while (!Number.isInteger(scaled) || Math.abs(scaled) < 2 ** 52) {
    if (scaled === 0 || exponent <= -1074) break
    scaled *= 2
    exponent--
  }
  while (Math.abs(scaled) >= 2 ** 54) {
    scaled /= 2
    exponent++
  }
  return { significand: BigInt(scaled), exponent }
}
const shift = (a: bigint, by: number): bigint => (by >= 0 ? a << BigInt(by) : a >> BigInt(-by))
const fixed = (x: number): bigint => {
  const { significand, exponent } = parts(x)
  return shift(significand, exponent + Number(BITS))
}

/** 2 artanh((m - 1) / (m + 1)) */
const lnNearOne = (m: bigint): bigint => {
  const s = over(m - ONE, m + ONE)
  const z = times(s, s)
  let sum = 0n
  for (let power = s, k = 1n; power !== 0n && power !== -1n; power = times(power, z), k += 2n) sum += power / k
  return 2n * sum
}
const LN2 = lnNearOne(2n * ONE)

const lnReference = (x: number): bigint => {
  const { significand, exponent } = parts(x)
  const length = significand.toString(2).length
  return BigInt(exponent + length) * LN2 + lnNearOne(shift(significand, Number(BITS) - length))
}

/** e^(x / 2^BITS) = fraction * 2^exponent, the fraction in fixed point between 1/2 and 2. */
const expReference = (x: bigint): { fraction: bigint; exponent: number } => {
  const exponent = x / LN2
  const rest = x - exponent * LN2
  let sum = 0n
  for (let term = ONE, k = 1n; term !== 0n && term !== -1n; term = times(term, rest) / k, k++) sum += term
  return { fraction: sum, exponent: Number(exponent) }
}

/** Distance of a positive double from fraction * 2^exponent (fixed point), in units of the double's last place. */
const error = (result: number, { fraction, exponent }: { fraction: bigint; exponent: number }): number => {
  const got = parts(result)
  // One unit of the last place is 2^place.
  const length = (got.significand < 0n ? -got.significand : got.significand).toString(2).length
  const place = Math.max(-1074, got.exponent + length - 53)
  const difference =
    shift(got.significand, got.exponent - place + 100) - shift(fraction, exponent - place + 100 - Number(BITS))
  return Math.abs(Number(difference)) / 2 ** 100
}

/** A plain generator for test inputs, exact in doubles. */
const inputs = (start: number) => {
  let state = start
  return (low: number, high: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const upper = state
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return low + (high - low) * (upper / 2 ** 32 + state / 2 ** 64)
  }
}
const powerOfTwo = (k: number): number => (k < -1022 ? 2 ** (k + 60) * 2 ** -60 : 2 ** k)

/** Positive numbers over the whole range of doubles, near 1, and at every distance from 1. */
const positives = (count: number, start: number): number[] => {
  const draw = inputs(start)
  return Array.from({ length: count }, (_, i) => {
    if (i % 3 === 0) return draw(1, 2) * powerOfTwo(Math.floor(draw(-1060, 1023)))
    if (i % 3 === 1) return draw(0.3, 3)
    return 1 + (i % 2 ? 1 : -1) * draw(1, 2) * 2 ** -Math.floor(draw(2, 52))
  })
}

const exponents = (count: number, start: number): number[] => {
  const draw = inputs(start)
  return Array.from({ length: count }, (_, i) => {
    if (i % 3 === 0) return draw(-745, 709.78)
    if (i % 3 === 1) return draw(-2, 2)
    return (i % 2 ? 1 : -1) * draw(1, 2) * 2 ** -Math.floor(draw(0, 60))
  })
}

/** Bases and exponents with |y ln x| below 700. */
const powers = (count: number, start: number): [number, number][] => {
  const draw = inputs(start)
  return positives(count, start + 1).map((x, i) => {
    const most = i % 2 ? 700 : 3
    return [x, (draw(-1, 1) * most) / Math.max(Math.abs(Math.log(x)), 1e-12)]
  })
}

describe('accuracy in units of the last place (ulp)', () => {
  it('exp stays within 0.8', () => {
    const worst = Math.max(...exponents(6000, 1).map(x => error(exp(x), expReference(fixed(x)))))
    expect(worst).toBeLessThan(0.8)
    expect(worst).toBeGreaterThan(0.49)
  })

  it('ln stays within 0.9', () => {
    const worst = Math.max(
      ...positives(6000, 2)
        .filter(x => x !== 1)
        .map(x => error(ln(x), { fraction: lnReference(x), exponent: 0 })),
    )
    expect(worst).toBeLessThan(0.9)
    expect(worst).toBeGreaterThan(0.49)
  })

  it('pow stays within 1 + 2 |y ln x|', () => {
    const power = ([x, y]: [number, number]): number => {
      const { significand, exponent } = parts(y)
      const units = error(pow(x, y), expReference(shift(lnReference(x) * significand, exponent)))
      return units / (1 + 2 * Math.abs(y * Math.log(x)))
    }
    const worst = Math.max(...powers(6000, 3).map(power))
    expect(worst).toBeLessThan(1)
    expect(worst).toBeGreaterThan(0.49)
  })

  it('the reference itself knows e, ln 10 and the square root of 2', () => {
    expect((Number(expReference(ONE).fraction) / 2 ** 250) * 2 ** expReference(ONE).exponent).toBe(Math.E)
    expect(Number(lnReference(10)) / 2 ** 250).toBe(Math.LN10)
    expect(Number(expReference(LN2 / 2n).fraction) / 2 ** 250).toBe(Math.SQRT2)
  })
})

describe('special cases are those of Math', () => {
  const special = [
    0,
    -0,
    1,
    -1,
    2,
    -2,
    3,
    -3,
    0.5,
    -0.5,
    Infinity,
    -Infinity,
    Number.NaN,
    1e300,
    -1e300,
    5e-324,
    -5e-324,
    2 ** -1074,
    2 ** 53,
    -(2 ** 53),
    2 ** 53 - 1,
    1e21,
    -1e21,
    746,
    -746,
    -745.2,
    -745.6,
    710,
  ]
  const same = (ours: number, theirs: number, within = 1e-15): boolean =>
    Object.is(ours, theirs) || Math.abs(ours / theirs - 1) < within

  it('exp and ln', () => {
    for (const x of special) {
      expect(same(exp(x), Math.exp(x)), `exp(${x})`).toBe(true)
      expect(same(ln(x), Math.log(x)), `ln(${x})`).toBe(true)
    }
    expect([exp(0), ln(1), exp(-745.1332191019411), exp(-745.1332191019412)]).toEqual([1, 0, 5e-324, 0])
    expect([exp(709.782712893384), exp(709.7827128933841)]).toEqual([1.7976931348622732e308, Infinity])
  })

  it('pow', () => {
    for (const x of special) {
      for (const y of special) expect(same(pow(x, y), Math.pow(x, y), 2e-13), `${x} ^ ${y} = ${pow(x, y)}`).toBe(true)
    }
  })

  it('pow is exact where the base is 1 or the exponent 0', () => {
    for (let x = 1; x < 200; x++)
      expect([pow(x / 7, 0), pow(1, x / 7), pow(1, -x), pow(-1, x)]).toEqual([1, 1, 1, x % 2 ? -1 : 1])
  })
})

describe('bits', () => {
  // FNV-1a over the bytes of 10,000 results each. A change here changes every run: only on purpose (golden/).
  const digest = (results: readonly number[]): string => {
    let hash = 0xcbf29ce484222325n
    const view = new DataView(new ArrayBuffer(8))
    for (const result of results) {
      view.setFloat64(0, result)
      for (let i = 0; i < 8; i++) hash = ((hash ^ BigInt(view.getUint8(i))) * 0x100000001b3n) & 0xffffffffffffffffn
    }
    return hash.toString(16).padStart(16, '0')
  }

  // The inputs come from + - * / alone, so that they are the same everywhere too.
  const plainPositives = (start: number): number[] => {
    const draw = inputs(start)
    return Array.from({ length: 10_000 }, (_, i) => (i % 2 ? draw(1e-3, 10) : draw(1, 1e6) / draw(1, 1e6)))
  }

  it('are the stored ones', () => {
    const draw = inputs(4)
    const spread = Array.from({ length: 10_000 }, (_, i) => (i % 2 ? draw(-700, 700) : draw(-2, 2)))
    const bases = plainPositives(5)
    expect({
      exp: digest(spread.map(exp)),
      ln: digest(bases.map(ln)),
      pow: digest(bases.map((x, i) => pow(x, spread[i] / 20))),
    }).toMatchInlineSnapshot(`
      {
        "exp": "88efd3d559bdb98e",
        "ln": "f09cad592f036af0",
        "pow": "80518c6dbfab3b1e",
      }
    `)
  })
})
