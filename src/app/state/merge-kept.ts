/** Saved scenarios of two tabs of one browser: neither loses what the other saved. */

import type { Kept } from './scenario.ts'

/**
 * The list of this tab with what another tab added to the stored one, and without what it removed, since both were
 * `base`. A scenario that this tab changed or added stays.
 */
export const mergeKept = (base: readonly Kept[], own: readonly Kept[], stored: readonly Kept[]): readonly Kept[] => {
  const ids = (list: readonly Kept[]): Set<string> => new Set(list.map(({ id }) => id))
  const [known, mine, theirs] = [ids(base), ids(own), ids(stored)]
  const added = stored.filter(({ id }) => !known.has(id) && !mine.has(id))
  const removed = (id: string): boolean => known.has(id) && !theirs.has(id)
  if (added.length === 0 && !own.some(({ id }) => removed(id))) return own
  return [...own.filter(({ id }) => !removed(id)), ...added]
}
