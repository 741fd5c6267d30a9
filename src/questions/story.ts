/** The way of a region to where it is: pictures from its own series and the run of current policy, each read as the cause of the next. */

import { number } from '../analysis/words/numbers.ts'
import { lastYear } from '../analysis/words/outcomes.ts'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { readRun } from '../engine/run/reader.ts'
import { readingOf } from '../outcomes/catalogue.ts'
import { type Both, bothTexts } from '../language/messages.ts'
import type { SeriesPoint } from '../regions/types.ts'
import { firstAddress } from '../model/names/sources.ts'
import texts from '../texts/story.ts'
import { placeName } from './core/names.ts'
import { question } from './core/question.ts'
import { both, type Drawing, joined, note, type Section, section, type Show, text } from './core/report.ts'

const say = bothTexts(texts)

type PictureId = 'factories' | 'young' | 'people' | 'money' | 'debt'

interface Picture {
  readonly id: PictureId
  readonly show: Show & { readonly unit: Both<string> }
  readonly series: readonly string[]
  /** From the sums of the series over all areas. */
  readonly of: (sums: readonly number[]) => number
  /** Of the run, by area or of the region. */
  readonly ahead?: { readonly variable: string; readonly of: 'areas' | 'region' }
  /** Published figures cover less than those of the run. */
  readonly apart?: true
  /** The direction that hands the trouble on. */
  readonly bad: 'fell' | 'rose'
}

const first = ([value]: readonly number[]): number => value!
const millions: Picture['show'] = { unit: say.units.million, scale: { en: 1, zh: 100 }, digits: { en: 1, zh: 0 } }
const percent: Picture['show'] = { unit: say.units.share, scale: 100, digits: 0 }

const pictures: readonly Picture[] = [
  { id: 'factories', show: millions, series: ['employedSecondary'], of: first, bad: 'fell' },
  {
    id: 'young',
    show: { unit: say.units.thousand, scale: { en: 1000, zh: 100 }, digits: { en: 0, zh: 1 } },
    series: ['births'],
    of: first,
    ahead: { variable: 'births', of: 'areas' },
    bad: 'fell',
  },
  {
    id: 'people',
    show: millions,
    series: ['residentsTotal'],
    of: first,
    ahead: { variable: 'regionResidents', of: 'region' },
    bad: 'fell',
  },
  {
    id: 'money',
    show: percent,
    series: ['ownRevenue', 'publicExpenditure'],
    of: ([own, spent]) => own! / spent!,
    bad: 'fell',
  },
  {
    id: 'debt',
    show: percent,
    series: ['provincialBonds', 'vehicleDebt', 'nominalOutput'],
    of: ([bonds, vehicles, output]) => (bonds! + vehicles!) / output!,
    ahead: { variable: 'regionDebtToGdp', of: 'region' },
    apart: true,
    bad: 'rose',
  },
]

export interface FoundPicture {
  readonly id: PictureId
  readonly published: Readonly<Record<number, number>>
  readonly ahead: Readonly<Record<number, number>>
  readonly sources: readonly string[]
}

/** Years in which all areas have all series. */
const publishedOf = ({ areas, series }: OpenRegion['region'], picture: Picture): Omit<FoundPicture, 'id' | 'ahead'> => {
  const points = series.filter(one => picture.series.includes(one.series) && areas.includes(one.area))
  const years = [...new Set(points.map(({ year }) => year))].toSorted((a, b) => a - b)
  const sumIn = (name: string, year: number): number =>
    areas
      .map(area => points.find(one => one.area === area && one.series === name && one.year === year))
      .reduce((sum, point: SeriesPoint | undefined) => sum + (point?.value ?? Number.NaN), 0)
  const values = years.flatMap(year => {
    const value = picture.of(picture.series.map(name => sumIn(name, year)))
    return Number.isFinite(value) ? [[year, value] as const] : []
  })
  return { published: Object.fromEntries(values), sources: [...new Set(points.map(({ source }) => source))] }
}

const findStory = (open: OpenRegion): FoundPicture[] => {
  const { region, simulator } = open
  const wanted = pictures.flatMap(({ ahead }) => (ahead === undefined ? [] : [ahead.variable]))
  const run = simulator.run({ record: wanted })
  const end = Math.min(lastYear, simulator.horizon.end - 1)
  const years = Array.from({ length: end - Math.floor(region.start) + 1 }, (_, at) => Math.floor(region.start) + at)
  const readers = region.areas.map((_, area) => readRun(run, area))
  return pictures.flatMap((picture): FoundPicture[] => {
    const { published, sources } = publishedOf(region, picture)
    if (Object.keys(published).length < 2) return []
    const { variable, of } = picture.ahead ?? { variable: '', of: 'region' }
    const { unit } = open.linked.variables.get(variable) ?? {}
    // The end of the year for people and debt, as on every other page.
    const reading = unit !== undefined && readingOf({ name: variable, unit }) === 'end' ? 'last' : 'mean'
    const value = (year: number): number =>
      (of === 'areas' ? readers : readers.slice(0, 1)).reduce((sum, reader) => sum + reader[reading](variable, year), 0)
    const ahead = variable === '' ? {} : Object.fromEntries(years.map(year => [year, value(year)]))
    return [{ id: picture.id, published, ahead, sources }]
  })
}

/** A value that moved less, as a part of itself, is said to have held. */
const hardly = 0.03

/** From the furthest value before the last one, in the direction that hands the trouble on, to the last. */
const turnOf = (published: FoundPicture['published'], bad: Picture['bad']) => {
  const all = Object.entries(published).map(([year, value]) => [Number(year), value] as const)
  const last = all.at(-1)!
  const sign = bad === 'fell' ? 1 : -1
  const far = all.reduce((one, other) => (sign * (other[1] - one[1]) > 0 ? other : one))
  const from = Math.abs(far[1] / last[1] - 1) > hardly ? far : all[0]!
  const change = last[1] / from[1] - 1
  return { from, last, moved: change < -hardly ? 'fell' : change > hardly ? 'rose' : 'held' } as const
}

const written = ({ scale = 1, digits, unit }: Picture['show'], value: number): Both<string> =>
  both(language => {
    const [by, places] = [scale, digits].map(one => (typeof one === 'object' ? one[language] : one))
    const space = language === 'zh' ? '' : ' '
    return `${number(value * by!, places)}${space}${unit[language]}`
  })

const sectionOf = ({ sources: all }: OpenRegion['region'], found: FoundPicture, before: boolean): Section => {
  const picture = pictures.find(({ id }) => id === found.id)!
  const { show, bad, apart } = picture
  const { from, last, moved } = turnOf(found.published, bad)
  const name = say.names[found.id]
  const title = say[moved]({
    name,
    first: written(show, from[1]),
    last: written(show, last[1]),
    from: String(from[0]),
    to: String(last[0]),
  })
  const end = Object.keys(found.ahead).map(Number).at(-1)
  const firstYear = Number(Object.keys(found.published)[0])
  const years = Array.from({ length: (end ?? last[0]) - firstYear + 1 }, (_, at) => firstYear + at)
  const line = (id: string, names: Both<string>, values: Readonly<Record<number, number>>) => ({
    id,
    names,
    values: years.map(year => values[year] ?? Number.NaN),
  })
  const past = line('published', apart === true ? say.bonds : say.published, found.published)
  const ahead = end === undefined ? [] : [line('model', say.model, found.ahead)]
  const drawing: Drawing = {
    as: 'lines',
    title,
    ...show,
    unit: joined([name, show.unit], { en: ', ', zh: '，' }),
    ...(ahead.length === 0 ? { parts: [past] } : { parts: ahead, beside: [past] }),
  }
  const named = found.sources.flatMap(id => {
    const source = all[id]
    return source === undefined ? [] : [{ text: source.what, address: firstAddress(source.url) }]
  })
  return section(
    say.parts[found.id],
    ...(before && moved === bad && found.id !== 'factories' ? [note(say.reading[found.id])] : []),
    {
      kind: 'series',
      id: found.id,
      title,
      head: say.year,
      years,
      shown: years.filter(year => year === firstYear || year === last[0] || year === end || year % 10 === 0),
      lines: [past, ...ahead].map(one => ({ ...one, ...show })),
      drawing,
    },
    note(end === undefined ? say.notProjected : say.ahead({ last: written(show, found.ahead[end]!), to: String(end) })),
    ...(apart === true ? [note(say.notJoined)] : []),
    ...(named.length === 0 ? [] : [{ kind: 'sources', list: named } as const]),
  )
}

export const story = question({
  inputs: {},
  find: ({ open }) => findStory(open),
  simulates: () => false,
  record: ({ open }, found) => ({ region: open.region.id, pictures: found }),
  report: ({ open: { region } }, found) => {
    const missing = pictures.filter(({ id }) => !found.some(one => one.id === id)).map(({ id }) => say.names[id])
    const handsOn = ({ id, published }: FoundPicture): boolean => {
      const { bad } = pictures.find(one => one.id === id)!
      return turnOf(published, bad).moved === bad
    }
    return {
      title: say.title({ region: placeName(region) }),
      blocks: [
        text(say.intro),
        ...found.map((one, at) => sectionOf(region, one, at > 0 && handsOn(found[at - 1]!))),
        ...(missing.length === 0 ? [] : [note(say.missing({ list: joined(missing) }))]),
      ],
    }
  },
})
