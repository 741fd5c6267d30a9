/** The way of a region to where it is: pictures from its own series and current policy, each read as the cause of the next. */

import {
  type ByYear,
  outcomeOf,
  type Picture,
  type PictureName,
  pictureNames,
  storyOf,
} from '../analysis/evidence/story.ts'
import { madeWith } from '../analysis/region/fingerprint.ts'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { yearsFrom } from '../analysis/runs/years.ts'
import { numbersIn, people } from '../analysis/words/numbers.ts'
import { type Both, bothTexts } from '../language/messages.ts'
import { firstAddress } from '../model/names/sources.ts'
import texts from '../texts/story.ts'
import * as take from './core/inputs.ts'
import { percentIn, percentSign, placeName } from './core/names.ts'
import { question } from './core/question.ts'
import { type Drawing, joined, type Line, note, type Section, section, type Show, text } from './core/report.ts'

const say = bothTexts(texts)

type Shown = Show & { readonly unit: Both<string>; readonly words: (value: number) => Both<string> }

/** '880 thousand', '88万人' */
const counted = (millions: number): Both<string> => ({
  en: people(millions).replace(/ people$/, ''),
  zh: numbersIn('zh').people(millions),
})

const percent = (digits: number): Shown => ({
  unit: percentSign,
  scale: 100,
  digits,
  words: value => percentIn(value, digits),
})
const millions: Shown = {
  unit: say.units.million,
  scale: { en: 1, zh: 100 },
  digits: { en: 1, zh: 0 },
  words: counted,
}

const shows: Readonly<Record<PictureName, Shown>> = {
  share: percent(1),
  factories: millions,
  young: {
    ...millions,
    unit: say.units.thousand,
    scale: { en: 1000, zh: 100 },
    digits: { en: 0, zh: 1 },
  },
  people: millions,
  money: percent(0),
  debt: percent(0),
}

/** A value that moved less, as a part of itself, is said to have held. */
const hardly = 0.03

/** From the furthest value before the last one, in the direction that hands the trouble on, to the last. */
const turnOf = ({ id, published }: Pick<Picture, 'id' | 'published'>) => {
  const bad = id === 'debt' ? 'rose' : 'fell'
  const all = Object.entries(published).map(([year, value]) => [Number(year), value] as const)
  const last = all.at(-1)!
  const sign = bad === 'fell' ? 1 : -1
  const far = all.reduce((one, other) => (sign * (other[1] - one[1]) > 0 ? other : one))
  const from = Math.abs(far[1] / last[1] - 1) > hardly ? far : all[0]!
  const change = last[1] / from[1] - 1
  const moved = change < -hardly ? 'fell' : change > hardly ? 'rose' : 'held'
  return { from, last, moved, handsOn: moved === bad } as const
}

const notes: Readonly<Partial<Record<PictureName, Both<string>>>> = { share: say.shareNote, debt: say.notJoined }

const sectionOf = (
  { sources }: Pick<OpenRegion['region'], 'sources'>,
  found: Picture,
  before: Picture | undefined,
): Section => {
  const { id, published, simulated } = found
  const { words, ...show } = shows[id]
  const { from, last, moved, handsOn } = turnOf(found)
  const name = say.names[id]
  const fromTo = { first: words(from[1]), last: words(last[1]), from: String(from[0]), to: String(last[0]) }
  const title = say[moved]({ name, ...fromTo })
  const first = Number(Object.keys(published)[0])
  const end = Object.keys(simulated).map(Number).at(-1)
  const years = yearsFrom(first, end ?? last[0])
  const values = <Of>(course: ByYear<Of>, of: (value: Of) => number): number[] =>
    years.map(year => (course[year] === undefined ? Number.NaN : of(course[year])))
  const range = end === undefined ? undefined : simulated[end]!
  const past: Line = {
    id: 'published',
    names: id === 'debt' ? say.bonds : say.published,
    values: values(published, value => value),
    ...show,
  }
  const own = outcomeOf[id]
  const of = own === undefined ? undefined : { outcome: own, scenario: 'A' }
  const middle = {
    id: 'model',
    names: say.model,
    values: values(simulated, ({ central }) => central),
    ...(of && { of }),
  }
  const drawn = { title, ...show, unit: joined([name, show.unit], { en: ', ', zh: '，' }) }
  const drawing: Drawing =
    range === undefined
      ? { as: 'lines', ...drawn, parts: [past] }
      : {
          as: 'fan',
          ...drawn,
          middle,
          bands: [[values(simulated, ({ low }) => low), values(simulated, ({ high }) => high)]],
          levels: [],
          beside: [past],
        }
  const named = found.sources.flatMap(one => {
    const source = sources[one]
    return source === undefined ? [] : [{ text: source.what, address: firstAddress(source.url) }]
  })
  const future = range && {
    value: words(range.central),
    low: words(range.low),
    high: words(range.high),
    to: String(end),
  }
  return section(
    say.parts[id],
    ...(before !== undefined && handsOn && turnOf(before).handsOn && id !== 'share' && id !== 'factories'
      ? [note(say.reading[id])]
      : []),
    {
      kind: 'series',
      id,
      title,
      head: say.year,
      years,
      shown: years.filter(year => year === first || year === last[0] || year === end || year % 10 === 0),
      lines: [past, ...(range === undefined ? [] : [{ ...middle, ...show, range }])],
      ...(end === undefined ? {} : { ranges: say.range({ to: String(end) }) }),
      drawing,
    },
    note(future === undefined ? say.notProjected : say.ahead(future)),
    ...(notes[id] === undefined ? [] : [note(notes[id])]),
    ...(named.length === 0 ? [] : [{ kind: 'sources', list: named } as const]),
  )
}

export const story = question({
  inputs: { simulations: take.simulations(100), seed: take.seed },
  find: ({ open, scenario: { assumptions }, inputs: { simulations: members, seed } }, runs): Promise<Picture[]> => {
    runs.begin(members)
    return storyOf(open, assumptions, readings => runs.trials({ readings, members, seed, assumptions }), members)
  },
  record: ({ open, inputs: { seed } }, pictures) => ({ region: open.region.id, ...madeWith(open), seed, pictures }),
  report: ({ open: { region } }, found) => {
    const missing = pictureNames.filter(
      id => id !== 'share' && !found.some(one => one.id === id || (id === 'factories' && one.id === 'share')),
    )
    return {
      title: say.title({ region: placeName(region) }),
      blocks: [
        text(say.intro),
        ...found.map((one, at) => sectionOf(region, one, found[at - 1])),
        ...(missing.length === 0 ? [] : [note(say.missing({ list: joined(missing.map(id => say.names[id])) }))]),
      ],
    }
  },
})
