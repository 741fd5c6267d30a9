/** Fields for the number of simulations and the random seed. */

import { useTexts } from '../shell/use.ts'
import type { Draft } from '../state/scenario.ts'
import { useStore } from '../state/store.ts'
import { whatIfWords } from '../words/what-if.ts'
import { Select } from './button.tsx'
import { TypedNumber } from './typed-number.tsx'

/** More take their time: a thousand futures of one package about a second on two processors. */
const choices = [100, 400, 1000, 4000]

const mostSeed = 2 ** 32 - 1

export const Sampling = ({ draft }: { readonly draft: Draft }) => {
  const { words, numbers } = useTexts(whatIfWords)
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
        <Select
          options={members.map(count => [count, numbers.plain(count, 0)])}
          value={draft.members}
          choose={chosen => change({ ...draft, members: chosen })}
        />
      </label>
      <label>
        {words.seed} <TypedNumber label={words.seed} value={String(draft.seed)} size={6} take={takeSeed} />
      </label>
    </div>
  )
}
