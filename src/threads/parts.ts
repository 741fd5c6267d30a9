/** Cuts work into parts. */

/** Simulations that a thread takes at a time: whole blocks, few enough that all threads end together. */
const membersInPart = 32

/** The numbers from `from` to `to` - 1 in parts of `size`, the last of which may be smaller. */
export const cutParts = (
  [from, to]: readonly [from: number, to: number],
  size = membersInPart,
): Array<readonly [from: number, to: number]> =>
  Array.from({ length: Math.ceil((to - from) / size) }, (_, at) => [
    from + at * size,
    Math.min(to, from + (at + 1) * size),
  ])
