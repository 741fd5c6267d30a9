/** Forecasts of the states of the United States from past years, and what was published of them. */

import { ln } from '../../language/elementary.ts'
import { model } from '../../model/index.ts'
import { countryPacks } from '../../regions/country/packs.ts'
import { loadRegion } from '../../regions/load.ts'
import { ownCountries, ownPacks, readFrom } from '../../regions/read.ts'
import { readTargets } from '../../regions/targets.ts'
import { createSideBySide } from '../../engine/run/wasm-simulator.ts'
import { RunError } from '../../engine/run.ts'
import { type OpenRegion, openData, requiredData } from '../region/simulation.ts'
import { buildLinked, startInstance } from '../region/wasm-region.ts'
import { naive, nationScore, type ScoredNation } from './area-forecasts-fixture.ts'
import { type Movement, readMovements, recordedFor } from './reopen.ts'

/** The last year that is published. */
const last = 2023

/** All states, opened at the start of a year; `changed` stands in place of files of their folders. */
export const openStates = (start: number, changed = (_: string, text: string): string => text): OpenRegion => {
  const { files } = countryPacks(readFrom(`${ownCountries}/US`), 'US', readFrom(ownPacks), { handmade: true, start })
  const read = (path: string): string | undefined => {
    const text = files.get(path)
    return text === undefined ? undefined : changed(path, text)
  }
  return openData(loadRegion(read, 'US-all', requiredData(model), { parameters: 'priors' }), {}, read)
}

const statesNation = (): ScoredNation & { readonly targets: readonly string[] } => {
  const now = openStates(last + 1)
  const targets = readTargets(now.files!.read, now.region)
  const published = new Map(now.region.series.map(one => [`${one.area} ${one.series} ${one.year}`, one.value]))
  const level = (name: string, area: string, year: number): number => {
    const { of, scale } = targets.find(target => target.name === name)!
    const value = published.get(`${area} ${of} ${year}`) ?? Number.NaN
    return scale === 'level' ? value : ln(value)
  }
  const runs = new Map<number, Movement>()
  const run = (start: number): Movement => {
    const { linked, region } = openStates(start)
    const horizon = { end: last + 1, stepsPerYear: 4 }
    const built = buildLinked(linked)
    const { readMany } = createSideBySide(linked, region, horizon, built.manifest, startInstance(built))
    const [central] = readMany([{ assumptions: {} }], recordedFor(targets), one =>
      readMovements(one, region, targets, last + 1 - start),
    )
    if (central === undefined || central instanceof RunError) throw central
    return central
  }
  const moved = (start: number): Movement => {
    const found = runs.get(start) ?? run(start)
    runs.set(start, found)
    return found
  }
  const ofAll = (target: string, year: number): number => level(target, 'US', year)
  return { areas: now.region.areas, level, ofAll, moved, targets: targets.map(({ name }) => name) }
}

const spans = [2010, 2015].flatMap(start => [2019, 2023].map(to => [start, to] as const))
const early = [2009, 2014].map(to => [2005, to] as const)

const groups = {
  all: () => true,
  rustBelt: (area: string) => /MI|PA|IN|IL|WI/.test(area.slice(3)),
  controls: (area: string) => /TX|FL|NY|WV/.test(area.slice(3)),
} as const

/** Rows of countries/US/scores.csv: root mean square errors of each rule, and where the model misses by less than it. */
export const scoreStates = (): string => {
  const nation = statesNation()
  const digits = (value: number): string => String(Number((100 * value).toPrecision(3)))
  const lineOf = (group: keyof typeof groups, from: string, chosen: typeof spans, target: string): string[] => {
    const own = { ...nation, areas: nation.areas.filter(groups[group]) }
    const score = nationScore(own, target, chosen)
    if (score === undefined) return []
    const { whole, bias, slope, beats } = score
    const cells = [whole, bias, slope / 100, ...naive.map(name => score.naive[name]), ...naive.map(name => beats[name])]
    return [[group, from, target, ...cells.map(digits)].join(',')]
  }
  const rows = (['all', 'rustBelt', 'controls'] as const).flatMap(group =>
    nation.targets.flatMap(target => [
      ...lineOf(group, '2010 and 2015', spans, target),
      ...(group === 'all' ? lineOf(group, '2005', early, target) : []),
      ...(group === 'all' ? spans.flatMap(span => lineOf(group, span.join('-'), [span], target)) : []),
    ]),
  )
  const header = ['areas', 'spans', 'target', 'model', 'bias', 'slope', ...naive, ...naive.map(name => `beats ${name}`)]
  return `${[header.join(','), ...rows].join('\n')}\n`
}
