/** A small model for the tests of the language: two areas, two firms, two sexes, six ages. */

import { type Declaration, type Model, sector } from './declare.ts'
import { ModelError } from './errors.ts'
import { linkModel, type LinkedModel } from './link.ts'
import type { Language } from './messages.ts'

export const dimensions: Model['dimensions'] = {
  area: { labels: 'region', doc: 'Areas' },
  firm: { labels: ['state', 'private'], doc: 'Owners of firms' },
  sex: { labels: ['female', 'male'], doc: 'Sexes' },
  age: { labels: { from: 0, to: 5 }, unit: 'year', doc: 'Single ages' },
  other: { labels: { copyOf: 'area' }, doc: 'The areas once more, for pairs' },
}

export interface World {
  readonly over?: readonly string[]
  readonly annual?: boolean
  readonly simultaneous?: Model['simultaneous']
}

export const modelOf = (
  declarations: Readonly<Record<string, Declaration>>,
  { over, annual, simultaneous }: World = {},
): Model => ({
  name: 'test',
  dimensions,
  units: ['robot'],
  sectors: [
    sector(
      'Test',
      { ...(over === undefined ? {} : { over }), ...(annual === undefined ? {} : { annual }) },
      declarations,
    ),
  ],
  ...(simultaneous === undefined ? {} : { simultaneous }),
})

export const link = (declarations: Readonly<Record<string, Declaration>>, world: World = {}): LinkedModel =>
  linkModel(modelOf(declarations, world), { area: ['east', 'west'] })

/** The messages of a model that does not link, in one language. */
export const problemsOf = (
  declarations: Readonly<Record<string, Declaration>>,
  world: World = {},
  language: Language = 'en',
): string[] => {
  try {
    link(declarations, world)
  } catch (error) {
    if (error instanceof ModelError) return error.problems.map(problem => problem.message.text[language])
    throw error
  }
  return []
}
