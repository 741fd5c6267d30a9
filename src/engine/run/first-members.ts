/** Keeps the members that were run first, so that whoever wants them again need not run them again. */

import { addResidual, clearBlock, type MemberBlock, type MemberRunner } from './runner.ts'

/** Members 0 … count - 1 in a block of their own. */
interface FirstMembers {
  readonly count: number
  readonly block: MemberBlock
}

/** Puts members from … from + count - 1 of the first ones into a block, as running them does. */
const copyMembers = ({ block: first }: FirstMembers, from: number, count: number, into: MemberBlock): void => {
  clearBlock(into)
  const cells = first.values.length / first.width
  for (let cell = 0; cell < cells; cell++) {
    const own = cell * first.width + from
    const place = cell * into.width
    for (let lane = 0; lane < count; lane++) into.values[place + lane] = first.values[own + lane]
  }
  for (const residual of first.residuals) {
    const lane = residual.lane - from
    if (lane >= 0 && lane < count) addResidual(into, { ...residual, lane })
  }
}

/**
 * The same runner, but members 0 … `most` - 1 that are run into one block are given from there until others are wanted.
 * None are kept if one of them fails.
 */
export const keepingFirst = (runner: MemberRunner, most: number): MemberRunner => {
  let first: FirstMembers | undefined
  return {
    ...runner,
    run: (from, count, block) => {
      if (first !== undefined && first.block !== block && from + count <= first.count) {
        copyMembers(first, from, count, block)
        return
      }
      first = undefined
      runner.run(from, count, block)
      if (from === 0 && count === most && block.failures.size === 0) first = { count, block }
    },
  }
}
