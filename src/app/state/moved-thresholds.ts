/** Thresholds that the reader moves. */

import type { Thresholds } from '../../model/criteria.ts'
import { movedThresholds } from './scenario.ts'
import { useStore } from './store.ts'

/** Sets the thresholds of the open scenario; those at their standard are left out. */
export const moveThresholds = (thresholds: Thresholds): void => {
  const { draft, change } = useStore.getState()
  const moved = movedThresholds(thresholds)
  const { thresholds: _before, ...others } = draft
  change(Object.keys(moved).length === 0 ? others : { ...draft, thresholds: moved })
}
