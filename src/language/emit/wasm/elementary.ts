/**
 * exp, ln and pow of src/language/elementary.ts on two lanes, operation by operation, so that the bits agree. Each has
 * a quick part for ordinary arguments, written into the loops that need it, and a function for all arguments, called
 * when a lane has another one: there every case is computed and the right one selected. What is scaled by a power of
 * two there is scaled exactly here as well, through the bits of the exponent.
 */

import { Code, type ModuleWriter, types } from './assembler.ts'
import { bitsOf, Graph, type Node } from './graph.ts'
import { lowerFunction, type ConstantPool } from './lower.ts'

const ln2Upper = 0.6931471805598903
const ln2Lower = 5.497923018708371e-14
const inverseLn2 = 1.4426950408889634
const rounder = 6755399441055744
const smallestNormal = 2.2250738585072014e-308
/** 2^54, which lifts numbers below the normal range into it. */
const lift = 18014398509481984
const one = bitsOf(1)

/** Arithmetic on the nodes of one graph. */
export class Lanes {
  readonly graph: Graph

  constructor(graph: Graph) {
    this.graph = graph
  }

  constant = (value: number): Node => this.graph.constant(value)
  add = (a: Node, b: Node): Node => this.graph.do('f64x2.add', [a, b])
  sub = (a: Node, b: Node): Node => this.graph.do('f64x2.sub', [a, b])
  mul = (a: Node, b: Node): Node => this.graph.do('f64x2.mul', [a, b])
  div = (a: Node, b: Node): Node => this.graph.do('f64x2.div', [a, b])
  negate = (a: Node): Node => this.graph.do('f64x2.neg', [a])
  abs = (a: Node): Node => this.graph.do('f64x2.abs', [a])
  times = (a: Node, by: number): Node => this.mul(a, this.constant(by))
  plus = (a: Node, by: number): Node => this.add(a, this.constant(by))
  minus = (a: Node, by: number): Node => this.sub(a, this.constant(by))
  less = (a: Node, b: Node): Node => this.graph.do('f64x2.lt', [a, b])
  equal = (a: Node, b: Node): Node => this.graph.do('f64x2.eq', [a, b])
  unequal = (a: Node, b: Node): Node => this.graph.do('f64x2.ne', [a, b])
  below = (a: Node, limit: number): Node => this.less(a, this.constant(limit))
  above = (a: Node, limit: number): Node => this.less(this.constant(limit), a)
  and = (a: Node, b: Node): Node => this.graph.do('v128.and', [a, b])
  or = (a: Node, b: Node): Node => this.graph.do('v128.or', [a, b])
  not = (a: Node): Node => this.graph.do('v128.not', [a])
  /** yes where the mask holds, else no. */
  select = (mask: Node, yes: Node, no: Node): Node => this.graph.do('v128.bitselect', [yes, no, mask])

  bits = (bits: bigint): Node => this.graph.bits(BigInt.asUintN(64, bits))
  addBits = (a: Node, bits: bigint): Node => this.graph.do('i64x2.add', [a, this.bits(bits)])
  subBits = (a: Node, b: Node): Node => this.graph.do('i64x2.sub', [a, b])
  up = (a: Node, by: number): Node => this.graph.do('i64x2.shl', [a], by)
  down = (a: Node, by: number): Node => this.graph.do('i64x2.shr_u', [a], by)
}

/** The numbers of the functions for all arguments; `usualExp` is fast where the argument is an ordinary one. */
export interface Elementary {
  readonly exp: number
  readonly usualExp: number
  readonly ln: number
  readonly pow: number
}

/** x in units of ln 2, rounded: with the rounder still added, its lowest bits are the whole number. */
const roundedExponent = (l: Lanes, x: Node): { readonly shifted: Node; readonly exponent: Node } => {
  const shifted = l.plus(l.times(x, inverseLn2), rounder)
  return { shifted, exponent: l.minus(shifted, rounder) }
}

/** 2^(k + offset), k in the lowest bits; the result must be a normal number. */
const powerOfTwo = (l: Lanes, shifted: Node, offset = 0): Node => l.up(l.addBits(shifted, 1023n + BigInt(offset)), 52)

/** e to the power (head + tail), for a result between sqrt(1/2) and sqrt(2); a tail of 0 may be left out. */
const exponentialNearOne = (l: Lanes, head: Node, tail?: Node): Node => {
  const { add, sub, mul, times, plus, constant } = l
  const r = tail === undefined ? head : add(head, tail)
  const r2 = mul(r, r)
  const r4 = mul(r2, r2)
  const series = add(
    add(
      add(constant(0.16666666666666669), times(r, 0.041666666666666664)),
      mul(r2, add(constant(0.008333333333330058), times(r, 0.001388888888888655))),
    ),
    mul(
      r4,
      add(
        add(
          add(constant(0.00019841269863069374), times(r, 2.480158731715575e-5)),
          mul(r2, add(constant(2.755726843551756e-6), times(r, 2.755728295206861e-7))),
        ),
        mul(r4, add(constant(2.5100397137931663e-8), times(r, 2.0911244944344376e-9))),
      ),
    ),
  )
  const curved = add(times(r2, 0.5), mul(mul(r, r2), series))
  const sum = plus(head, 1)
  return add(sum, add(sub(head, sub(sum, constant(1))), tail === undefined ? curved : add(tail, curved)))
}

/** e to the power (x - exponent * ln 2). */
const reducedExponential = (l: Lanes, x: Node, exponent: Node): Node => {
  const { sub, times, constant } = l
  return exponentialNearOne(l, sub(x, times(exponent, ln2Upper)), sub(constant(0), times(exponent, ln2Lower)))
}

const quickExponential = (l: Lanes, x: Node): Node => {
  const { shifted, exponent } = roundedExponent(l, x)
  return l.mul(reducedExponential(l, x, exponent), powerOfTwo(l, shifted))
}

/** e to the power x for any x. */
const anyExponential = (l: Lanes, x: Node): Node => {
  const { select, mul, times, constant, below, above } = l
  const { shifted, exponent } = roundedExponent(l, x)
  const reduced = reducedExponential(l, x, exponent)
  const high = mul(times(reduced, 2 ** 1023), powerOfTwo(l, shifted, -1023))
  const lowest = times(times(reduced, 0.5), Number.MIN_VALUE)
  // A power below the normal range comes exactly from a normal one.
  const low = mul(reduced, times(powerOfTwo(l, shifted, 1000), 2 ** -1000))
  const usual = mul(reduced, powerOfTwo(l, shifted))
  let result = select(below(exponent, -1022), low, usual)
  result = select(below(exponent, -1074), lowest, result)
  result = select(above(exponent, 1023), high, result)
  result = select(above(x, 710), constant(Number.POSITIVE_INFINITY), result)
  result = select(below(x, -745.2), constant(0), result)
  return select(l.unequal(x, x), x, result)
}

interface Significand {
  /** Between sqrt(1/2) and sqrt(2). */
  readonly significand: Node
  readonly exponent: Node
}

/** Takes a positive normal number apart. */
const apart = (l: Lanes, x: Node): Significand => {
  // The exponent of x / sqrt(1/2), plus 1023, in the upper bits; only the upper word of sqrt(1/2) counts.
  const moved = l.addBits(x, one - 0x3fe6a09e00000000n)
  const biased = l.down(moved, 52)
  // As the lowest bits of 2^52 it becomes a number.
  const exponent = l.sub(l.graph.do('v128.or', [biased, l.bits(bitsOf(2 ** 52))]), l.constant(2 ** 52 + 1023))
  const whole = l.graph.do('v128.and', [moved, l.bits(0xfff0000000000000n)])
  return { significand: l.addBits(l.subBits(x, whole), one), exponent }
}

/** exponent * ln 2 + ln(significand). */
const scaledLogarithm = (l: Lanes, { significand, exponent }: Significand): Node => {
  const { add, sub, mul, div, times, constant } = l
  const f = sub(significand, constant(1))
  const s = div(f, add(constant(2), f))
  const z = mul(s, s)
  const z2 = mul(z, z)
  const series = mul(
    z,
    add(
      add(constant(0.666666666666667), times(z, 0.39999999999899444)),
      mul(
        z2,
        add(
          add(constant(0.2857142862600327), times(z, 0.22222211130259878)),
          mul(
            z2,
            add(add(constant(0.18182889455674947), times(z, 0.15331710618210773)), times(z2, 0.14616585424888623)),
          ),
        ),
      ),
    ),
  )
  const halfSquare = mul(times(f, 0.5), f)
  const head = times(exponent, ln2Upper)
  const sum = add(head, f)
  return add(
    sum,
    add(add(sub(head, sum), f), sub(times(exponent, ln2Lower), sub(halfSquare, mul(s, add(halfSquare, series))))),
  )
}

/** A positive normal number below infinity, in both lanes. */
const isOrdinary = (l: Lanes, x: Node): Node =>
  l.and(l.graph.do('f64x2.ge', [x, l.constant(smallestNormal)]), l.below(x, Number.POSITIVE_INFINITY))

const anyLogarithm = (l: Lanes, x: Node): Node => {
  const { select, constant } = l
  // Numbers below the normal range are lifted first.
  const small = l.below(x, smallestNormal)
  const { significand, exponent } = apart(l, select(small, l.times(x, lift), x))
  let result = scaledLogarithm(l, { significand, exponent: select(small, l.minus(exponent, 54), exponent) })
  result = select(l.equal(x, constant(Number.POSITIVE_INFINITY)), x, result)
  result = select(l.equal(x, constant(0)), constant(Number.NEGATIVE_INFINITY), result)
  // Not above or equal 0: negative or no number.
  return select(l.graph.do('f64x2.ge', [x, constant(0)]), result, constant(Number.NaN))
}

const anyPower = (l: Lanes, x: Node, y: Node): Node => {
  const { select, constant, and, or, not, equal, below, mul } = l
  const magnitude = anyExponential(l, mul(y, anyLogarithm(l, l.abs(x))))
  const large = not(below(l.abs(y), 9007199254740992))
  const floor = (a: Node): Node => l.graph.do('f64x2.floor', [a])
  const whole = or(large, equal(floor(y), y))
  const odd = and(and(whole, not(large)), l.unequal(l.times(floor(mul(y, constant(0.5))), 2), y))
  const zero = equal(x, constant(0))
  const negative = or(below(x, 0), and(zero, below(l.div(constant(1), x), 0)))
  let result = select(and(negative, odd), l.negate(magnitude), magnitude)
  const noRoot = and(and(negative, not(whole)), and(not(zero), l.unequal(x, constant(Number.NEGATIVE_INFINITY))))
  result = select(noRoot, constant(Number.NaN), result)
  return select(equal(y, constant(0)), constant(1), result)
}

/** Adds a function of vectors with one result to a module. */
export const defineFunction = (
  { module, pool }: { readonly module: ModuleWriter; readonly pool: ConstantPool },
  inputs: number,
  body: (l: Lanes, parameters: readonly Node[]) => Node,
): number => {
  const graph = new Graph()
  const code = new Code(Array.from({ length: inputs }, () => types.v128))
  const nodes = code.parameters.map((_, at) => graph.parameter(at))
  lowerFunction(graph, body(new Lanes(graph), nodes), code, pool)
  return module.add(code, [types.v128])
}

/** Adds the functions for all arguments to a module. */
export const addElementary = (module: ModuleWriter, pool: ConstantPool): Elementary => {
  const define = (inputs: number, body: (l: Lanes, parameters: readonly Node[]) => Node): number =>
    defineFunction({ module, pool }, inputs, body)
  const exp = define(1, (l, [x]) => anyExponential(l, x))
  return {
    exp,
    usualExp: define(1, (l, [x]) => expCode(l, { exp }, x)),
    ln: define(1, (l, [x]) => anyLogarithm(l, x)),
    pow: define(2, (l, [x, y]) => anyPower(l, x, y)),
  }
}

export const expCode = (l: Lanes, { exp: target }: Pick<Elementary, 'exp'>, x: Node): Node =>
  l.graph.guarded(l.below(l.abs(x), 708), quickExponential(l, x), target, [x])

/** The same for arguments that are nearly always small: below ln 2 / 2 there is no power of two to be taken out. */
export const smallExpCode = (l: Lanes, { usualExp: target }: Elementary, x: Node): Node =>
  l.graph.guarded(l.below(l.abs(x), 0.3465), exponentialNearOne(l, x), target, [x])

export const lnCode = (l: Lanes, { ln: target }: Elementary, x: Node): Node =>
  l.graph.guarded(isOrdinary(l, x), scaledLogarithm(l, apart(l, x)), target, [x])

export const powCode = (l: Lanes, { pow: target }: Elementary, x: Node, y: Node): Node => {
  const power = l.mul(y, scaledLogarithm(l, apart(l, x)))
  const ordinary = l.and(isOrdinary(l, x), l.below(l.abs(power), 708))
  return l.graph.guarded(ordinary, quickExponential(l, power), target, [x, y])
}
