/** The places of the app, the views that stand in each, and their names as used in links. */

import {
  type DeclaredName,
  isQuestion,
  type AppPlace,
  type QuestionEntry,
  questionEntries,
  questionNames,
} from '../../questions/index.ts'

/** Views that are no page of a declared question; the others follow them. */
const own = {
  answer: ['answer'],
  try: ['what-if'],
  why: ['why'],
  who: ['league'],
  evidence: ['claims', 'record', 'data'],
} as const satisfies Readonly<Record<AppPlace, readonly string[]>>

export type OwnView = (typeof own)[AppPlace][number]

type PlacedQuestion = {
  [Name in DeclaredName]: (typeof questionEntries)[Name] extends { readonly place: AppPlace } ? Name : never
}[DeclaredName]

export type ViewName = OwnView | PlacedQuestion

/** In the order of the masthead, and of the keys that open them. */
export const placeNames = Object.keys(own) as AppPlace[]

export const placeKey = (place: AppPlace): string => String(placeNames.indexOf(place) + 1)

const isPlaced = (name: DeclaredName, place: AppPlace): name is PlacedQuestion => {
  const entry: QuestionEntry = questionEntries[name]
  return entry.place === place
}

/** The views of each place, in the order of its tabs; a place opens with the first. */
export const viewsOf = Object.fromEntries(
  placeNames.map(place => {
    const placed = questionNames.filter(name => isPlaced(name, place))
    const first = placed.filter(name => 'leads' in questionEntries[name])
    return [place, [...first, ...own[place], ...placed.filter(name => !first.includes(name))]]
  }),
) as unknown as Readonly<Record<AppPlace, readonly ViewName[]>>

export const viewNames: readonly ViewName[] = placeNames.flatMap(place => viewsOf[place])

export const placeOfView = (view: ViewName): AppPlace => placeNames.find(place => viewsOf[place].includes(view))!

type HeadPart = 'place' | 'scenario' | 'year'

const heads: Partial<Readonly<Record<ViewName, readonly HeadPart[]>>> = {
  'what-if': ['place', 'scenario', 'year'],
  run: ['place', 'scenario'],
  stress: ['scenario', 'year'],
  debt: ['place', 'scenario'],
  industries: ['place', 'scenario', 'year'],
  compare: ['place'],
  why: ['place', 'scenario', 'year'],
  league: ['year'],
  who: ['scenario', 'year'],
  record: ['place'],
  books: ['place', 'scenario'],
  judgement: ['scenario'],
  round: ['scenario'],
  evidence: ['scenario'],
}

/** The parts of the head that a view depends on. */
export const headOf = (view: ViewName): readonly HeadPart[] => heads[view] ?? []

export const isDeclared = (view: ViewName): view is PlacedQuestion =>
  isQuestion(view) && !Object.values<readonly string[]>(own).flat().includes(view)

export const isView = (text: string): text is ViewName => (viewNames as readonly string[]).includes(text)
