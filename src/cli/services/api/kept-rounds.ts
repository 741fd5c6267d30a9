/**
 * Forecast rounds of a team: those that the store keeps as results. A question about a round that states no others takes
 * all of its region; it names them by their ids, so that the same question after another round is another question.
 */

import { startNamed } from '../../../regions/at-start.ts'
import { regionCalled } from '../../input/opening.ts'
import type { Desk } from './desk.ts'
import type { ApiRequest } from './request.ts'
import type { Store } from './store.ts'

/** More than an office makes. */
const mostRounds = 500

const isNamed = (asked: string): boolean => (JSON.parse(asked) as ApiRequest).parts['name'] !== undefined

/** The question with the ids of the rounds that are kept, where it states none. */
export const namingRounds = async (store: Store | undefined, asked: ApiRequest): Promise<ApiRequest> => {
  const { name, parts, scenario } = asked
  if (store === undefined || name !== 'round' || parts['rounds'] !== undefined) return asked
  const word = scenario === undefined ? parts['region'] : (JSON.parse(scenario) as { readonly region: string }).region
  const own = startNamed(regionCalled(String(word))).id
  const results = await store.results({ question: 'round', limit: mostRounds, offset: 0 })
  const ids = results.flatMap(one => (isNamed(one.asked) && startNamed(one.region).id === own ? [one.key] : []))
  return { ...asked, parts: { ...parts, rounds: ids.join('\n') } }
}

const idForm = /^[0-9a-f]{64}$/

/** Puts rounds in the place of their ids. */
export const withRounds = (desk: Desk, store: Store | undefined): Desk => ({
  ...desk,
  ask: async (asked, options) => {
    const given = asked.parts['rounds']
    const ids = typeof given === 'string' ? given.split('\n').filter(one => one !== '') : undefined
    if (store === undefined || ids === undefined || !ids.every(one => idForm.test(one))) return desk.ask(asked, options)
    const rows = await Promise.all(ids.map(id => store.resultAt(id)))
    const rounds = rows.flatMap(row => (row === undefined ? [] : [JSON.parse(row.result) as unknown]))
    return desk.ask({ ...asked, parts: { ...asked.parts, rounds } }, options)
  },
})
