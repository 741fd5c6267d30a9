/**
 * Random numbers for four members at a time, as functions of a module: Philox and the normal quantile of
 * src/engine/random.ts and src/engine/distributions.ts, operation by operation, so that the bits agree.
 */

import { Code, types } from '../../language/emit/wasm/assembler.ts'
import { defineFunction, Lanes, lnCode } from '../../language/emit/wasm/elementary.ts'
import { bitsOf, Graph, type Node } from '../../language/emit/wasm/graph.ts'
import { lowerAt } from '../../language/emit/wasm/lower.ts'
import type { Extension } from '../../language/emit/wasm/module.ts'
import { FAR_ABOVE, FAR_BELOW, NEAR_ABOVE, NEAR_BELOW, TAIL_ABOVE, TAIL_BELOW } from '../distributions.ts'

const rounds = 10
const multiplierA = 0xd2511f53n
const multiplierC = 0xcd9e8d57n
const keyStepA = 0x9e3779b9n
const keyStepB = 0xbb67ae85n

/** The same word in all four places. */
const word = (l: Lanes, value: bigint): Node => l.bits((value << 32n) | value)

interface Product {
  readonly upper: Node
  readonly lower: Node
}

const product = ({ graph }: Lanes, a: Node, by: Node): Product => {
  const low = graph.do('i64x2.extmul_low_i32x4_u', [a, by])
  const high = graph.do('i64x2.extmul_high_i32x4_u', [a, by])
  return { lower: graph.do('i8x16.shuffle', [low, high], 0), upper: graph.do('i8x16.shuffle', [low, high], 1) }
}

/** The first two words of the batches of four members. */
const philox = (l: Lanes, time: Node, members: Node, keys: readonly [Node, Node]): readonly [Node, Node] => {
  const xor = (a: Node, b: Node): Node => l.graph.do('v128.xor', [a, b])
  const sum = (a: Node, b: Node): Node => l.graph.do('i32x4.add', [a, b])
  const byA = word(l, multiplierA)
  const byC = word(l, multiplierC)
  let [keyA, keyB] = keys
  // The first and the last word of the counter are 0, and so are their products in the first round.
  const first = product(l, members, byC)
  let a = xor(xor(first.upper, time), keyA)
  let b = first.lower
  let c = keyB
  let d = word(l, 0n)
  for (let round = 1; round < rounds; round++) {
    keyA = sum(keyA, word(l, keyStepA))
    keyB = sum(keyB, word(l, keyStepB))
    const productA = product(l, a, byA)
    const productC = product(l, c, byC)
    a = xor(xor(productC.upper, b), keyA)
    b = productC.lower
    c = xor(xor(productA.upper, d), keyB)
    d = productA.lower
  }
  return [a, b]
}

/** Two of the four uniform numbers: an odd multiple of 2^-53 from the upper 26 bits of each word. */
const uniform = (l: Lanes, half: 'low' | 'high', a: Node, b: Node): Node => {
  const wide = (words: Node): Node =>
    l.graph.do(`i64x2.extend_${half}_i32x4_u`, [l.graph.do('i32x4.shr_u', [words], 6)])
  const whole = l.or(l.up(wide(a), 26), wide(b))
  const number = l.sub(l.or(whole, l.bits(bitsOf(2 ** 52))), l.constant(2 ** 52))
  return l.times(l.plus(number, 0.5), 2.220446049250313e-16)
}

const polynomial = (l: Lanes, coefficients: readonly number[], x: Node): Node =>
  coefficients
    .slice(0, -1)
    .reduceRight(
      (sum, coefficient) => l.plus(l.mul(sum, x), coefficient),
      l.constant(coefficients[coefficients.length - 1]),
    )

/** As src/engine/distributions.ts for p within (0, 1). */
const quantile = (l: Lanes, p: Node, tails: number): Node => {
  const fromMiddle = l.minus(p, 0.5)
  const r = l.sub(l.constant(0.180625), l.mul(fromMiddle, fromMiddle))
  const near = l.div(l.mul(fromMiddle, polynomial(l, NEAR_ABOVE, r)), polynomial(l, NEAR_BELOW, r))
  const isNear = l.graph.do('f64x2.le', [l.abs(fromMiddle), l.constant(0.425)])
  return l.graph.guarded(isNear, near, tails, [p, near])
}

/** The quantile where a lane is in a tail; `near` is what it is elsewhere. */
const tailQuantile = (l: Lanes, p: Node, near: Node, logarithm: (x: Node) => Node): Node => {
  const { select, constant } = l
  const fromMiddle = l.minus(p, 0.5)
  const low = l.below(fromMiddle, 0)
  const tail = select(low, p, l.sub(constant(1), p))
  const r = l.graph.do('f64x2.sqrt', [l.negate(logarithm(tail))])
  const ratio = (above: readonly number[], below: readonly number[], from: number): Node => {
    const x = l.minus(r, from)
    return l.div(polynomial(l, above, x), polynomial(l, below, x))
  }
  const isFar = l.above(r, 5)
  const size = select(isFar, ratio(FAR_ABOVE, FAR_BELOW, 5), ratio(TAIL_ABOVE, TAIL_BELOW, 1.6))
  const isNear = l.graph.do('f64x2.le', [l.abs(fromMiddle), constant(0.425)])
  return select(isNear, near, select(low, l.negate(size), size))
}

/**
 * Adds the exports `uniforms` and `normals` (at, times, stride, keyLow, keyHigh, member): for each time from 0 on, the
 * draws of the members of a batch from the given one on, side by side, at byte `at + time * stride`.
 */
export const addNormals: Extension = ({ module, pool, elementary, members }) => {
  const tails = defineFunction({ module, pool }, 2, (l, [p, near]) =>
    tailQuantile(l, p, near, x => lnCode(l, elementary, x)),
  )
  const define = (name: string, finish: (l: Lanes, p: Node) => Node): void => {
    const code = new Code(Array.from({ length: 6 }, () => types.i32))
    const [at, times, stride, keyLow, keyHigh, member] = code.parameters.keys()
    const local = (): number => code.local(types.v128)
    const time = code.local(types.i32)
    const splat = (from: number, into: number): number => {
      code.get(from).lane('i32x4.splat').set(into)
      return into
    }
    const keyA = splat(keyLow, local())
    const keyB = splat(keyHigh, local())
    const first = splat(member, local())
    const groups = Array.from({ length: members / 4 }, (_, group) => {
      const own = local()
      const [a, b, c, d] = [0n, 1n, 2n, 3n].map(lane => lane + 4n * BigInt(group))
      code
        .get(first)
        .vectorConstant(a | (b << 32n), c | (d << 32n))
        .lane('i32x4.add')
        .set(own)
      return own
    })
    const now = local()
    code.loop()
    splat(time, now)
    groups.forEach((own, group) => {
      const graph = new Graph()
      const l = new Lanes(graph)
      const node = (from: number): Node => graph.parameter(from)
      const [a, b] = philox(l, node(now), node(own), [node(keyA), node(keyB)])
      for (const [vector, half] of (['low', 'high'] as const).entries()) {
        const place = { base: 'members', terms: [], number: group * 32 + vector * 16 } as const
        graph.write(graph.root, place, finish(l, uniform(l, half, a, b)))
      }
      lowerAt(graph, code, pool, at)
    })
    code.get(at).get(stride).op('i32.add').set(at)
    code.get(time).i32(1).op('i32.add').tee(time).get(times).op('i32.lt_u').repeatIf().op('end')
    module.add(code, [], name)
  }
  define('uniforms', (_, p) => p)
  define('normals', (l, p) => quantile(l, p, tails))
}
