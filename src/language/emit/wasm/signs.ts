/** Looks for numbers below zero among many, by their signs alone. */

import { Code, type ModuleWriter, types } from './assembler.ts'
import { bytesOfVector } from './lower.ts'

/**
 * Adds the export `signs`, the only one with a result: of the elements from a byte to another, which is excluded, not 0
 * if any of them has the sign of a number below zero in any member. There is at least one.
 */
export const addSigns = (module: ModuleWriter, members: number): void => {
  const code = new Code([types.i32, types.i32])
  const [at, end] = [0, 1]
  const vectors = Array.from({ length: members / 2 }, () => code.local(types.v128))
  code.loop()
  vectors.forEach((signs, vector) => {
    code
      .get(signs)
      .get(at)
      .memory('v128.load', vector * bytesOfVector)
      .lane('v128.or')
      .set(signs)
  })
  code
    .get(at)
    .i32(members * 8)
    .op('i32.add')
    .tee(at)
    .get(end)
    .op('i32.lt_u')
    .repeatIf()
    .op('end')
  vectors.forEach((signs, vector) => {
    code.get(signs)
    if (vector > 0) code.lane('v128.or')
  })
  code.lane('i64x2.bitmask')
  module.add(code, [types.i32], 'signs')
}
