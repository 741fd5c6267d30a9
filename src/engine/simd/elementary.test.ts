/** Tests that exp, logistic, ln and pow of a module have the bits of the others, on all lanes. */
import { describe, expect, it } from 'vitest'
import { equation, parameter } from '../../language/declare.ts'
import { exp, ln, pow } from '../../language/elementary.ts'
import { logistic } from '../../language/emit/arithmetic.ts'
import { link } from '../../language/small-model-fixture.ts'
import { batchOf } from './small-blocks-fixture.ts'

describe('exp, logistic, ln and pow', () => {
  const model = link({
    x: parameter('1', 1, 'x'),
    y: parameter('1', 1, 'x'),
    exponential: equation('1', 'exp(x)', 'x'),
    odds: equation('1', 'logistic(x)', 'x'),
    logarithm: equation('1', 'ln(x)', 'x'),
    power: equation('1', 'x^y', 'x'),
  })
  const batch = batchOf(model, 8)
  const check = (pairs: ReadonlyArray<readonly [number, number]>): void => {
    for (let from = 0; from < pairs.length; from += 8) {
      const own = Array.from({ length: 8 }, (_, member) => pairs[Math.min(from + member, pairs.length - 1)])
      own.forEach(([x, y], member) => {
        batch.write(member, 'x', x)
        batch.write(member, 'y', y)
      })
      batch.initialise({ start: 2024, stepsPerYear: 1 })
      batch.step()
      own.forEach(([x, y], member) => {
        const found = ['exponential', 'odds', 'logarithm', 'power'].map(name => batch.read(member, name)[0])
        expect(found, `of ${x} and ${y}`).toEqual([exp(x), logistic(x), ln(x), pow(x, y)])
      })
    }
  }

  it('agree on special numbers, in every pairing', () => {
    const special = [
      0,
      1,
      2,
      3,
      0.5,
      1 / 3,
      1e-3,
      52.25,
      700,
      708,
      708.5,
      709,
      709.5,
      710,
      710.5,
      745,
      745.2,
      746,
      1e19,
      1e20,
      1e21,
      Number.MIN_VALUE,
      2.2250738585072014e-308,
      2.225073858507201e-308,
      1e-310,
      Number.MAX_VALUE,
      2 ** 53,
      2 ** 53 - 1,
      2 ** 54,
      Number.POSITIVE_INFINITY,
    ].flatMap(x => [x, -x])
    check([...special, Number.NaN].flatMap(x => [...special, Number.NaN].map(y => [x, y] as const)))
  })

  it('agree on small numbers, of which no power of two is taken out', () => {
    const edges = [0, 0.3465, 0.3466, Math.LN2 / 2, 0.35, Number.MIN_VALUE, 1e-300, 2 ** -27, 2 ** -53]
    const within = Array.from({ length: 2000 }, (_, at) => 0.3464 * Math.sin(at))
    check([...edges, ...edges.map(x => -x), ...within].map(x => [x, 1 + x]))
  })

  it('agree on any numbers at all', () => {
    let state = 2463534242
    const word = (): number => {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      return state >>> 0
    }
    const view = new DataView(new ArrayBuffer(8))
    const any = (): number => {
      view.setUint32(0, word())
      view.setUint32(4, word())
      return view.getFloat64(0)
    }
    const usual = (): number => (word() / 2 ** 32) * 20
    const far = (): number => (word() / 2 ** 32 - 0.5) * 1600
    const pairs: (readonly [number, number])[] = []
    for (let at = 0; at < 4000; at++) pairs.push([any(), any()], [usual(), usual()], [far(), usual()], [usual(), far()])
    check(pairs)
  })
})
