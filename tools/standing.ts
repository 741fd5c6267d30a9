/**
 * Makes the votes behind the verdicts of the places that ship and keeps them with their figures: `npm run standing` those
 * that are stale, or with the ids of some places. It takes about three minutes on two idle processors; nothing else makes these files.
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  digitsOf,
  designPackages,
  makeVotes,
  type SettingVote,
  type Votes,
  votesFile,
} from '../src/analysis/answer/votes.ts'
import type { OpenRegion } from '../src/analysis/region/simulation.ts'
import { openRegion } from '../src/cli/input/simulation.ts'
import { withRuns } from '../src/cli/question/runs.ts'
import { digestOf } from '../src/regions/parameter-file.ts'
import { ownPacks } from '../src/regions/read.ts'
import { votedPlaces, votesAreStale, openWithinNation } from './voted-places.ts'

const whole = ({ name, values }: SettingVote) => ({
  name,
  values: Object.fromEntries(
    Object.entries(values).map(([measure, list]) => [
      measure,
      list.map(value => Math.round(value * 10 ** digitsOf(measure))),
    ]),
  ),
})

/** The text of the file: a setting a line. */
const formatVotes = (votes: Votes): string => {
  const { settings, within, ...own } = { what: 'Written by `npm run standing`; not to be edited by hand', ...votes }
  const kept = settings.map(whole)
  const head = { ...own, ...(within && { within: { ...within, settings: within.settings.map(whole) } }) }
  const lines = Object.entries(head).map(([name, value]) => `  "${name}": ${JSON.stringify(value)}`)
  const rows = kept.map(one => `    ${JSON.stringify(one)}`)
  const digest = digestOf({ ...head, settings: kept })
  return `{\n${lines.join(',\n')},\n  "settings": [\n${rows.join(',\n')}\n  ],\n  "digest": "${digest}"\n}\n`
}

const votesOf = (open: OpenRegion, reduced: boolean): Promise<Votes> =>
  withRuns(open, { err: process.stderr }, runs =>
    makeVotes(open, designPackages(open, {}, runs.many).packages, {}, runs.members, reduced),
  )

const asked = process.argv.slice(2)
for (const id of asked.length > 0 ? asked : votedPlaces.filter(votesAreStale)) {
  const open = openRegion(id)
  const nation = openWithinNation(open)
  const within = nation && (await votesOf(nation, true))
  const votes = await votesOf(open, false)
  const beside = within && { region: within.region, data: within.data, settings: within.settings }
  writeFileSync(join(ownPacks, votesFile(id)), formatVotes({ ...votes, ...(beside && { within: beside }) }))
}
