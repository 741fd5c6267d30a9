/** The places whose votes are kept in the tree, and whether these are those that would be made today. */

import { askedToday, keptVotes } from '../src/analysis/answer/votes.ts'
import { openRegion } from '../src/cli/input/simulation.ts'

export const votedPlaces: readonly string[] = ['northeast', 'CN-LN', 'CN-JL', 'CN-HL']

/** The model, the figures, the fits, the design or the settings have changed since, or there are none. */
export const votesAreStale = (id: string): boolean => {
  const open = openRegion(id)
  return keptVotes(open, {})?.asked !== askedToday(open)
}
