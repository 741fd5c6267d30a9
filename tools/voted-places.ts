/** The places whose votes are kept in the tree, and whether these are those that would be made today. */

import { askedToday, keptVotes } from '../src/analysis/answer/votes.ts'
import { madeWith } from '../src/analysis/region/fingerprint.ts'
import type { OpenRegion } from '../src/analysis/region/simulation.ts'
import { openRegion } from '../src/cli/input/simulation.ts'
import { derivedRegions } from '../src/regions/country/on-demand.ts'

export const votedPlaces: readonly string[] = ['northeast', 'CN-LN', 'CN-JL', 'CN-HL']

/** The same areas as they run within their nation, where its country has them so. */
export const openWithinNation = ({ region: { areas } }: OpenRegion): OpenRegion | undefined => {
  const one = derivedRegions().find(({ kind, areas: own }) => kind === 'union' && own.join() === areas.join())
  return one && openRegion(one.id)
}

/** The model, the figures, the fits, the design or the settings have changed since, or there are none. */
export const votesAreStale = (id: string): boolean => {
  const open = openRegion(id)
  const nation = openWithinNation(open)
  const kept = keptVotes(open, {})
  return kept?.asked !== askedToday(open) || kept.within?.data !== (nation && madeWith(nation).data)
}
