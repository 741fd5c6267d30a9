/** Votes that are kept are those that would be made today; and the headline stands on other settings than the first. */

import { describe, expect, it } from 'vitest'
import { leadOf } from '../src/analysis/answer/lead.ts'
import { holdsIn } from '../src/analysis/answer/standing.ts'
import { designPackages, keptVotes, makeVotes } from '../src/analysis/answer/votes.ts'
import { openRegion } from '../src/cli/input/simulation.ts'
import { withRuns } from '../src/cli/question/runs.ts'
import { namesOf } from '../src/language/typeset.ts'
import { verdictOf } from '../src/analysis/answer/standing.ts'
import { type StandingClaim, claims, leastShare } from '../src/model/standing.ts'
import { envelopeShare } from '../src/model/packages.ts'
import { votedPlaces, votesAreStale } from './voted-places.ts'

describe('the votes that are kept', () => {
  it.each(votedPlaces)('of %s are those of the model, the figures and the settings of today', id => {
    expect(votesAreStale(id), `The votes of ${id} are stale: npm run standing -- ${id}`).toBe(false)
  })

  it('are made anew where their file was edited', () => {
    const open = openRegion('CN-JL')
    const files = open.files!
    const edited = (path: string): string | undefined => files.read(path)?.replace('"weight":[-', '"weight":[')
    expect([keptVotes(open, {}), keptVotes({ ...open, files: { ...files, read: edited } }, {})]).toEqual([
      expect.objectContaining({ region: 'CN-JL' }),
      undefined,
    ])
  })

  it.each(votedPlaces)('of %s give a lead of at most 70 words', id => {
    const open = openRegion(id)
    const { en } = leadOf(verdictOf(open, keptVotes(open, {})!), namesOf(open.region.names), envelopeShare)
    expect(en.split(/\s+/).length).toBeLessThanOrEqual(70)
  })
})

/** Three seeds, three sets of parameters and three regimes: what the kept votes say in words holds in the runs of today. */
describe('the headline', () => {
  it.each(votedPlaces)('of %s says what runs of today say', { tags: ['thorough'], timeout: 600_000 }, async id => {
    const open = openRegion(id)
    const kept = keptVotes(open, {})!
    const again = await withRuns(open, { err: process.stderr }, runs =>
      makeVotes(open, designPackages(open, {}, runs.many).packages, {}, runs.members, false),
    )
    const core = again.settings.filter(({ name }) => /^\w+ \w+ \d$/.test(name))
    expect(core.length).toBe(27)
    const verdict = verdictOf(open, kept)
    for (const [name, claim] of Object.entries<StandingClaim>(claims)) {
      const said = verdict.claims[name as keyof typeof claims] >= leastShare * verdict.settings
      const held = core.filter(vote => holdsIn(claim, vote)).length / core.length
      if (said) expect(held, `${id}: ${name} turned`).toBeGreaterThanOrEqual(leastShare)
    }
  })
})
