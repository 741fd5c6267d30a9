/** Acceptance of the United States as a country: 49 states and DC, opened from tables in 2005, 2010, 2015 and 2024. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvFormat } from 'd3-dsv'
import { describe, expect, it } from 'vitest'
import { ownCountries } from '../../regions/read.ts'
import { driftingFigures } from '../region/drifting.ts'
import { areas, compared, drift, migration, openedIn, ranFrom, scoresFrom } from './country-score-fixture.ts'

const file = join(ownCountries, 'US/scores.csv')
const runs = new Map(compared.map(([start]) => [start, ranFrom(start)]))
const scores = compared.flatMap(([start, years]) => years.flatMap(year => scoresFrom(runs.get(start)!, start, year)))
const kept = `${csvFormat(
  scores.map(score =>
    Object.fromEntries(
      Object.entries(score).map(([name, value]) => [
        name,
        typeof value === 'number' ? Number(value.toFixed(2)) : value,
      ]),
    ),
  ),
)}\n`

/** Share of area × horizon from 2010 and 2015 in which the model misses by less than growth as the nation. */
const beats = (variable: string): number => {
  const own = scores.filter(one => one.variable === variable && one.start !== 2005)
  const all = own.reduce((sum, one) => sum + one.areas, 0)
  return own.reduce((sum, one) => sum + one.areas * one.beatsNation, 0) / all
}

describe('the United States from its tables', () => {
  it('loads all areas in every start, and their accounts balance', () => {
    expect(areas).toHaveLength(50)
    for (const { run } of runs.values()) expect(run.audit!.largestResidual).toBeLessThan(1e-9)
    expect(openedIn(2024).simulator.run({ record: [], audit: true }).audit!.largestResidual).toBeLessThan(1e-9)
  })

  it('misses by as much as is kept in scores.csv', () => {
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, kept)
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '', 'UPDATE_GOLDEN=1 writes it anew').toBe(kept)
  })

  it('beats "as the nation" where a region is to be known better than its nation', () => {
    for (const variable of ['residents', 'jobs', 'unemployment']) expect(beats(variable)).toBeGreaterThan(0.6)
    expect(beats('output')).toBeGreaterThan(0.5)
  })

  it('does not beat it on these, which stand in scores.csv', () => {
    for (const variable of ['housePrice', 'income', 'spending']) expect(beats(variable)).toBeLessThan(0.5)
  })

  it('adds up to its nation, but from 2015 on after 2019', () => {
    expect(Math.abs(drift(runs.get(2010)!, 2010, 2019))).toBeLessThan(0.002)
    expect(Math.abs(drift(runs.get(2010)!, 2010, 2023))).toBeLessThan(0.002)
    expect(Math.abs(drift(runs.get(2015)!, 2015, 2019))).toBeLessThan(0.002)
  })

  it('moves fewer people than births and deaths leave of its residents, by less than half a million a year', () => {
    const years = [2012, 2014, 2016, 2018]
    const [model, actual] = (['model', 'actual'] as const).map(
      which => years.reduce((sum, year) => sum + migration(runs.get(2010)!, year)[which], 0) / years.length,
    )
    expect(actual! - model!).toBeGreaterThan(0)
    expect(actual! - model!).toBeLessThan(0.5)
  })

  it('is refused with jobs that nobody could fill, and where it drifts', () => {
    const told = (start: number, jobs?: number): string[] => {
      const changed = (path: string, text: string): string =>
        path === 'US/paths.csv' && jobs !== undefined
          ? text.replaceAll(/^(nationalJobsGrowth,[^,]+,)[^,]+/gm, `$1${jobs}`)
          : text
      return driftingFigures(openedIn(start, changed)).map(({ message }) => message.text.en)
    }
    expect(told(2010)).toEqual([])
    expect(told(2010, 0.028)).toContainEqual(expect.stringMatching(/^nationalJobsGrowth is 2\.8 % a year/))
    expect(told(2005)).toContainEqual(expect.stringMatching(/^output of all areas grows by -\.?\d.* % a year beyond/))
  })
})
