/** Somebody's files as they may have become on the way: edits that fast-check draws, for tests of the import. */

import * as fc from 'fast-check'

const tokens = [
  '"',
  ',',
  '\n',
  '{',
  '[',
  '0,175',
  '1e999',
  '-1',
  '__proto__',
  'constructor',
  '\u0000',
  '=SUM(A1)',
  '../',
  '😀',
]

/** Whole files with pieces cut out, doubled, swapped for others or for noise. */
export const mangled = fc
  .array(fc.tuple(fc.nat(9999), fc.nat(9999), fc.oneof(fc.constant(''), fc.string(), fc.constantFrom(...tokens))), {
    minLength: 1,
    maxLength: 5,
  })
  .map(
    edits => (text: string) =>
      edits.reduce((now, [from, length, piece]) => {
        const at = Math.floor((from / 10_000) * now.length)
        return now.slice(0, at) + piece + now.slice(at + Math.floor(((length / 10_000) * now.length) / 50))
      }, text),
  )
