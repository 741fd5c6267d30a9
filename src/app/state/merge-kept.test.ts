/** Tests that saved scenarios of two tabs are joined. */
import { expect, it } from 'vitest'
import { mergeKept } from './merge-kept.ts'
import { emptyDraft, type Kept } from './scenario.ts'

const kept = (...ids: string[]): Kept[] => ids.map(id => ({ ...emptyDraft(), id, shown: true }))
const idsAfter = (base: string[], own: string[], stored: string[]): string =>
  mergeKept(kept(...base), kept(...own), kept(...stored))
    .map(({ id }) => id)
    .join('')

it.each([
  ['nothing moved', 'ab', 'ab', 'ab', 'ab'],
  ['each tab saved one at once', 'ab', 'abc', 'abd', 'abcd'],
  ['the other removed one', 'ab', 'abc', 'b', 'bc'],
  ['this one removed one', 'ab', 'a', 'abd', 'ad'],
  ['both removed the same', 'ab', 'a', 'a', 'a'],
  ['the storage was emptied', 'ab', 'abc', '', 'c'],
])('%s', (_, base, own, stored, after) => {
  expect(idsAfter([...base], [...own], [...stored])).toBe(after)
})

it('keeps what this tab changed of a scenario, and the very list where the other tab did nothing', () => {
  const own = kept('a').map(one => ({ ...one, name: 'renamed' }))
  expect(mergeKept(kept('a'), own, kept('a'))).toBe(own)
})
