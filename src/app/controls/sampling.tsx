/** Fields for the number of simulations and the random seed. */

import { useNumbers, useWords } from '../shell/use.ts'
import type { Draft } from '../state/scenario.ts'
import { useStore } from '../state/store.ts'
import { whatIfWords } from '../words/what-if.ts'
import { TypedNumber } from './typed-number.tsx'

/** More take their time: a thousand futures of one package about a second on two processors. */
const choices = [100, 400, 1000, 4000]

const mostSeed = 2 ** 32 - 1

export const Sampling = ({ draft }: { readonly draft: Draft }) => {
  const words = useWords(whatIfWords)
  const numbers = useNumbers()
  const { change } = useStore.getState()
  const members = choices.includes(draft.members) ? choices : [...choices, draft.members].toSorted((a, b) => a - b)
  const takeSeed = (seed: number | undefined): string | undefined => {
    if (seed === undefined || !Number.isInteger(seed) || seed < 0 || seed > mostSeed)
      return words.seedOutOfBounds(numbers.plain(mostSeed, 0))
    change({ ...draft, seed })
    return undefined
  }
  return (
    <div className="sampling">
      <label>
        {words.futures}{' '}
        <select value={draft.members} onChange={event => change({ ...draft, members: Number(event.target.value) })}>
          {members.map(count => (
            <option key={count} value={count}>
              {numbers.plain(count, 0)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.seed} <TypedNumber label={words.seed} value={String(draft.seed)} size={6} take={takeSeed} />
      </label>
    </div>
  )
}
