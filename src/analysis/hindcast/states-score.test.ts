/**
 * Tests the states of the United States, derived by rule at every start that is offered: they load, add up to their nation,
 * close their books, and forecast as countries/US/scores.csv says; nothing of Ohio is among them.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRun } from '../../engine/run/reader.ts'
import { model } from '../../model/index.ts'
import { deriveCountry, readCountry } from '../../regions/country/packs.ts'
import { loadRegion } from '../../regions/load.ts'
import { brokenRelations } from '../../regions/own/relations.ts'
import { ownCountries, ownPacks, readFrom } from '../../regions/read.ts'
import type { RegionData } from '../../regions/types.ts'
import { driftingFigures } from '../region/drifting.ts'
import { openData, requiredData } from '../region/simulation.ts'
import { placing } from '../region/placing.ts'
import { openStates, scoreStates } from './states-score-fixture.ts'

const folder = join(ownCountries, 'US')
const read = readFrom(folder)
const { starts = [] } = readCountry(read)

/** Ohio, which is scored by others, is left out: its part of the nation, at most. */
const withoutOhio = 0.05

const nation = (series: string, year: number): number =>
  Number(new RegExp(`^US,${series},${year},([^,]*)`, 'm').exec(read('tables/series.csv')!)![1])

describe.each(starts)('the states at the start of %i', start => {
  const open = openStates(start)
  const { region, simulator } = open

  it('load with their nation, and their figures fit together', () => {
    expect([region.areas.length, region.start]).toEqual([50, start])
    // Offices of two small areas are worth more than their homes, whose prices follow permits; oil pays Alaska's budget;
    // people of Hawaii die at .594 of the nation's rates in 2004, below .6.
    const known = ['US-DC', 'US-DE', 'US-AK', ...(start === 2005 ? ['US-HI'] : [])]
    expect(brokenRelations(region).filter(({ area }) => !known.includes(area))).toEqual([])
  })

  it('add up to the nation without Ohio', () => {
    const { areas, figure } = deriveCountry(read, 'US', start, readFrom(ownPacks))
    for (const [name, series] of [
      ['gdpBaseYear', 'nominalOutput'],
      ['birthsStart', 'births'],
      ['deathsStart', 'deaths'],
    ] as const) {
      const part = areas.reduce((sum, area) => sum + figure(name, '', area), 0) / nation(series, start - 1)
      expect(part, name).toBeLessThan(1)
      expect(part, name).toBeGreaterThan(1 - withoutOhio)
    }
    const people = region.values['startPopulation']!.values.reduce((sum, one) => sum + one, 0)
    expect(people / nation('residents', start - 1)).toBeGreaterThan(1 - withoutOhio)
  })

  it('grow together as their nation within .2 % a year, to 2040, and neither explode nor drift', () => {
    expect(driftingFigures(open)).toEqual([])
    const run = simulator.run({ record: ['output', 'nationalOutput', 'price', 'nationalPrice'] })
    const readers = region.areas.map((_, area) => readRun(run, area))
    const all = (name: string, year: number): number => readers.reduce((sum, one) => sum + one.mean(name, year), 0)
    for (const [own, path] of [
      ['output', 'nationalOutput'],
      ['price', 'nationalPrice'],
    ] as const) {
      const ratio = (year: number): number => Math.log(all(own, year) / all(path, year))
      const last = simulator.horizon.end - 1
      expect(Math.abs(ratio(last) - ratio(start)) / (last - start), own).toBeLessThan(0.002)
    }
  })

  it('close their books to 2040', () => {
    const run = simulator.run({ record: [], audit: true })
    expect(run.audit!.largestResidual, `${run.audit!.where} at ${run.audit!.when}`).toBeLessThan(1e-9)
  })
})

describe('the states of 2010', () => {
  const open = openStates(2010)
  const { region } = open
  const told = (changed: Partial<RegionData>): string[] =>
    driftingFigures(openData({ ...region, ...changed })).map(({ file, message }) => `${file}: ${message.text.en}`)

  it('once closed, run to the bit as they were closed, all of them and Michigan alone', () => {
    const record = ['output', 'unemploymentRate', 'housePrice']
    const base = open.simulator.run({ record })
    const again = openData(region)
    expect(again.region.closure).toBe(region.closure)
    const own = loadRegion(open.files!.read, 'US-MI', requiredData(model), { parameters: 'priors' })
    const alone = openData(own, { place: placing(open.files!.read) }).simulator.run({ record })
    const at = region.areas.indexOf('US-MI')
    for (const name of record) {
      const { values, size } = base.series.get(name)!
      expect(again.simulator.run({ record }).series.get(name)!.values).toEqual(values)
      const ofMichigan = values.filter((_, element) => element % size === at)
      expect(alone.series.get(name)!.values).toEqual(ofMichigan)
    }
  })

  it('explode with federal services in their budgets', () => {
    const { publicOutputBaseYear, defenceBaseYear } = region.values
    const all = publicOutputBaseYear!.values.map((own, at) => own + defenceBaseYear!.values[at]!)
    const values = { ...region.values, publicOutputBaseYear: { ...publicOutputBaseYear!, values: all } }
    // With half of health in their budgets, as in China, more than 17.
    expect(told({ values }).filter(text => text.includes('basicPurchasesStart'))).toHaveLength(16)
  })

  it('do not fit jobs that nobody could fill', () => {
    const jobs = region.paths['nationalJobsGrowth']!
    const paths = { ...region.paths, nationalJobsGrowth: { ...jobs, points: [[2010, 0.028]] as const } }
    expect(told({ paths })).toContainEqual(expect.stringContaining('nationalJobsGrowth is 2.8 % a year'))
  })
})

it('nothing of Ohio stands in a table', () => {
  const texts = ['', 'tables'].flatMap(part =>
    readdirSync(join(folder, part))
      .filter(name => /\.(csv|json)$/.test(name))
      .map(name => readFileSync(join(folder, part, name), 'utf8')),
  )
  expect(texts.filter(text => /US-OH|Ohio/.test(text))).toEqual([])
})

it('they forecast as countries/US/scores.csv says', { timeout: 120_000 }, () => {
  const golden = join(folder, 'scores.csv')
  const scores = scoreStates()
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, scores)
  const accept = 'If the model changed on purpose: UPDATE_GOLDEN=1 npx vitest run --project code states-score'
  expect(scores, accept).toBe(readFileSync(golden, 'utf8'))
  const [header = [], ...rows] = scores.split('\n').map(line => line.split(','))
  const beats = (target: string): number =>
    Number(rows.find(row => row.slice(0, 3).join() === `all,2010 and 2015,${target}`)![header.indexOf('beats nation')])
  expect(beats('output')).toBeGreaterThan(50)
  for (const target of ['residentsTotal', 'employed', 'unemploymentRate']) expect(beats(target)).toBeGreaterThan(60)
})
