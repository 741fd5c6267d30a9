/** The league of the nation for the app, asked at build time, with the tile of each place on its map. */

import { join } from 'node:path'
import type { Course } from '../../analysis/evidence/league-places.ts'
import { firstLeagueYear } from '../../analysis/evidence/league-places.ts'
import type { AppLeague } from '../../app/state/league.ts'
import { answerQuestion, prepare, recordOf, reportOf } from '../../questions/core/ask.ts'
import { questionCalled } from '../../questions/index.ts'
import { leagueNames, leagueShows } from '../../questions/league.ts'
import { derivedRegions } from '../../regions/country/on-demand.ts'
import { tableRows } from '../../regions/country/tables.ts'
import { ownCountries, readFrom } from '../../regions/read.ts'
import { openRegion } from '../input/simulation.ts'
import { withRuns } from '../question/runs.ts'
import { keptResult } from './kept.ts'

/** The record of the question, by area. */
interface LeagueRecord {
  readonly from: number
  readonly to: number
  readonly conditions: AppLeague['conditions']
  readonly rows: ReadonlyArray<{ readonly area: string; readonly courses: Readonly<Record<string, Course>> }>
}

const compute = async (): Promise<AppLeague> => {
  const tilesOf = (country: string): string | undefined => readFrom(join(ownCountries, country))('tiles.csv')
  const { id, country } = derivedRegions().findLast(one => one.areas.length > 1 && tilesOf(one.country) !== undefined)!
  const open = openRegion(id)
  const prepared = prepare(await questionCalled('league'), { open, choices: [] }, { years: 'all' })
  const answered = await withRuns(open, { threads: '1', err: process.stderr }, runs => answerQuestion(prepared, runs))
  const record = recordOf(prepared, answered, reportOf(prepared, answered)) as LeagueRecord
  const { from, to, conditions } = record
  const courses = new Map(record.rows.map(row => [row.area, row.courses]))
  const found: AppLeague = {
    first: firstLeagueYear,
    from,
    to,
    conditions,
    measures: Object.entries(leagueShows).map(([measure, show]) => ({
      id: measure,
      name: leagueNames[measure as keyof typeof leagueNames],
      ...show,
    })),
    places: tableRows('tiles.csv', tilesOf(country), 'id column row en zh', row => {
      const { id: place = '', en = '', zh = '' } = row.fields
      const own = courses.get(place)
      return {
        id: place,
        names: { en, zh },
        tile: [row.number('column'), row.number('row')] as const,
        ...(own === undefined ? {} : { courses: own }),
      }
    }),
  }
  // Four digits are what a file carries.
  return JSON.parse(
    JSON.stringify(found, (_, value: unknown) =>
      typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value,
    ),
  ) as AppLeague
}

export const readLeague = (told: (text: string) => void): Promise<AppLeague> =>
  keptResult('league', () => {
    told('Computing the league of the nation …')
    return compute()
  })
